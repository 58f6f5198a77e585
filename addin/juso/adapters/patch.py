"""Rectangles of cells to be written into an open workbook, and how they are taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from juso.adapters.cell_entry import GENERAL, Given, Rectangle, fitted
from juso.adapters.live_book import LiveBook, as_text, same_value
from juso.adapters.styles import TEXT

Cells = Sequence[Sequence[Any]]
FORMULA = "\0"  # marks a formula among the old values, which may be texts that begin with =


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle of cells with what stood there and what is written.

    `names` tell its rows from all others: for each row (column, old value, new value) of the
    cells that do. Rows may have moved when they are looked for again. `formats` are the number
    formats that cells have and get, where what is written would not stand in them as it is.
    """

    sheet: str
    row: int
    column: int
    old: Cells
    new: Cells
    names: Sequence[Sequence[tuple[int, Any, Any]]]
    formats: Sequence[Given] = ()

    def write(self, book: LiveBook) -> None:
        """Write the rectangle in one call."""
        for line, place, _, number_format in self.formats:
            at = self.row + line, self.column + place
            book.set_number_format(self.sheet, *at, number_format)
        book.put(self.sheet, self.row, self.column, self.new)


def patch_of(
    book: LiveBook,
    place: tuple[str, int, int],
    values: Cells,
    naming: Sequence[int],
    formats: Sequence[str] = (),
) -> Patch:
    """The patch that writes `values` at (sheet, row, column), with what stands there now.

    Texts are written so that they stay texts, formulas that stand there are kept as formulas.
    `naming` are the columns whose cells tell the rows of the sheet apart, `formats` the number
    formats meant for the columns written to.
    """
    sheet, row, column = place
    height, width = len(values), len(values[0])
    old = book.block(sheet, row, column, height, width)
    formulas = book.formulas(sheet, row, column, height, width)
    kept = [
        [
            f"{FORMULA}{formula}" if _is_formula(value, formula) else value
            for value, formula in zip(values, line, strict=True)
        ]
        for values, line in zip(old, formulas, strict=True)
    ]
    whole = book.block(sheet, row, 1, height, max(naming))
    names = [[(c, line[c - 1], line[c - 1]) for c in naming] for line in whole]
    cells = Rectangle(book, *place, old)
    new, given = fitted(cells, values, formats or [GENERAL] * width)
    return Patch(sheet, row, column, kept, new, names, given)


def named(patches: Sequence[Patch]) -> list[Patch]:
    """The patches, their rows named by what they will be called once all are written."""
    wrote = {
        (patch.sheet, patch.row + i, patch.column + j): value
        for patch in patches
        for i, line in enumerate(patch.new)
        for j, value in enumerate(line)
    }
    return [
        replace(
            patch,
            names=[
                [(c, old, wrote.get((patch.sheet, patch.row + i, c), new)) for c, old, new in line]
                for i, line in enumerate(patch.names)
            ],
        )
        for patch in patches
    ]


def _is_formula(value: Any, formula: Any) -> bool:
    """A text such as =1+1 in a cell for text is its own formula, and is none."""
    return isinstance(formula, str) and formula.startswith("=") and formula != value


def put_back(
    book: LiveBook, patch: Patch, number: int, rows: Cells, *, is_cut_off: bool
) -> tuple[int, int]:
    """Restore one row of a patch where its cells still hold what was written.

    Only those cells are written to: a formula or text typed beside them is not touched, nor is
    another row that stands there now. `rows` are all of the sheet; a run that `is_cut_off` may
    not have come to this row. Gives (put back, changed since).
    """
    wrote, old = patch.new[number], patch.old[number]
    row = _found(patch, number, rows, is_cut_off=is_cut_off)
    if row is None:
        return 0, sum(not same_value(w, o) for w, o in zip(wrote, old, strict=True))
    now = [_at(rows, row, patch.column + place) for place in range(len(wrote))]
    cells = list(zip(now, map(_entered, wrote), old, strict=True))
    ours = [same_value(n, w) and not same_value(w, o) for n, w, o in cells]
    formats = {place: had for line, place, had, _ in patch.formats if line == number}
    for place, had in formats.items():
        if ours[place] or same_value(now[place], old[place]):
            book.set_number_format(patch.sheet, row, patch.column + place, had)
    for is_ours, run in groupby(range(len(cells)), key=ours.__getitem__):
        places = list(run)
        if is_ours:
            values = [_restored(old[p], formats.get(p, "")) for p in places]
            book.put(patch.sheet, row, patch.column + places[0], [values])
    return sum(ours), sum(not same_value(n, w) and not same_value(n, o) for n, w, o in cells)


def _found(patch: Patch, number: int, rows: Cells, *, is_cut_off: bool) -> int | None:
    """Where the row is now; None where it cannot be told from others.

    A run that was cut off may not have written what names the row: then it is where it was.
    """
    here = patch.row + number
    names = patch.names[number]
    if is_cut_off and all(
        any(same_value(_at(rows, here, column), _entered(value)) for value in values)
        for column, *values in names
    ):
        return here
    found = [
        row
        for row in range(1, len(rows) + 1)
        if all(same_value(_at(rows, row, column), _entered(new)) for column, _, new in names)
    ]
    return found[0] if len(found) == 1 else None


def _at(rows: Cells, row: int, column: int) -> Any:
    """A cell of the sheet, both counted from 1; '' outside of it."""
    inside = row <= len(rows) and column <= len(rows[row - 1])
    return rows[row - 1][column - 1] if inside else ""


def _entered(value: Any) -> Any:
    """What stands in a cell after an entry: Excel keeps an apostrophe as a prefix, not as text."""
    return value.removeprefix("'") if isinstance(value, str) else value


def _restored(old: Any, number_format: str) -> Any:
    """An old value as it is written again: a formula as such, a text as the text it was."""
    if not isinstance(old, str):
        return old
    if old.startswith(FORMULA):
        return old.removeprefix(FORMULA)
    is_plain = number_format == TEXT and not old.startswith("'")
    return (old if is_plain else as_text(old)) or None
