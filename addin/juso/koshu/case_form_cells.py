"""Where the entries of a 受付票 stand on a sheet: beside their labels, below their headings.

Nothing is known of positions: rows and columns may have been added, cells merged or split.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from juso.core.cells import is_blank
from juso.koshu.case_form import plain_label
from juso.koshu.case_form_texts import is_printed

Merged = Iterable[tuple[tuple[int, int], tuple[int, int]]]  # first and last cell, 0-based
LONGEST = 40  # characters of a label with marks, spaces and line breaks


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds an entry, or has room for one (1-based row, 0-based column)."""

    raw: Any
    row: int
    column: int


@dataclass(slots=True)
class Page:
    """One sheet's cells row by row from A1, and which of them are spoken for."""

    rows: Sequence[Sequence[Any]]
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    taken: set[tuple[int, int]] = field(default_factory=set)

    @classmethod
    def of(cls, rows: Sequence[Sequence[Any]], merged: Merged = ()) -> Page:
        """A sheet; `merged` as calamine gives them."""
        return cls(rows, dict(merged))

    def take(self, row: int, first: int, end: int) -> Cell:
        """The first cell with something in it from column `first` to before `end`, else `first`.

        `row` is 0-based; the rest of the stretch stays to be remarked on.
        """
        cells = self.rows[row]
        filled = (c for c in range(first, min(end, len(cells))) if not is_blank(cells[c]))
        column = next(filled, first)
        raw = cells[column] if column < len(cells) else ""
        self.taken.add((row, column))
        return Cell("" if is_blank(raw) else raw, row + 1, column)

    def end(self, row: int) -> int:
        """The column after the form's last one: what stands beside the form is no entry."""
        width = max((last[1] + 1 for last in self.merged.values()), default=len(self.rows[row]))
        return min(width, len(self.rows[row]))

    def right_of(self, row: int, column: int) -> int:
        """The column after a cell, which may be merged with its neighbours."""
        return self.merged.get((row, column), (row, column))[1] + 1

    def below(self, row: int, column: int) -> int:
        """The row after a cell, which may be merged with those below it."""
        return self.merged.get((row, column), (row, column))[0] + 1

    def seeming(self) -> list[tuple[int, int]]:
        """Entries that seem empty, by 1-based row and 0-based column."""
        return [
            (row + 1, column)
            for row, column in sorted(self.taken)
            if column >= len(self.rows[row]) or is_blank(self.rows[row][column])
        ]

    def left_over(self) -> Iterator[Cell]:
        """Cells with text that is neither read nor printed on the form."""
        for row, cells in enumerate(self.rows):
            for column, raw in enumerate(cells):
                if is_blank(raw) or (row, column) in self.taken or is_printed(str(raw)):
                    continue
                yield Cell(raw, row + 1, column)


@dataclass(frozen=True, slots=True)
class Fields:
    """The entries found beside their labels; a label that stands there again with another value."""

    cells: Mapping[str, Cell]
    doubled: tuple[tuple[str, Cell], ...] = ()


def find_fields(page: Page, labels: Mapping[str, str], rows: Collection[int]) -> Fields:
    """The entry of each label in the given 0-based rows; `labels` maps search keys to names."""
    spots = _labels(page, labels, rows)
    found: dict[str, Cell] = {}
    doubled: list[tuple[str, Cell]] = []
    for row, columns in spots.items():
        ends = [*list(columns)[1:], page.end(row)]
        for (column, name), end in zip(columns.items(), ends, strict=True):
            page.taken.add((row, column))
            first = page.right_of(row, column)
            cell = page.take(row, first, max(end, first))
            if name not in found:
                found[name] = cell
            elif cell.raw not in ("", found[name].raw):
                doubled.append((name, cell))
    return Fields(found, tuple(doubled))


def _labels(
    page: Page, labels: Mapping[str, str], rows: Collection[int]
) -> dict[int, dict[int, str]]:
    """Row -> column -> name of the label there; a label somebody typed as an entry is none."""
    spots: dict[int, dict[int, str]] = {}
    for row in rows:
        for column, raw in enumerate(page.rows[row]):
            is_short = isinstance(raw, str) and 0 < len(raw) <= LONGEST
            if is_short and (name := labels.get(plain_label(raw))):
                spots.setdefault(row, {})[column] = name
    names = [name for columns in spots.values() for name in columns.values()]
    for row, columns in spots.items():
        entries = {page.right_of(row, column) for column in columns}
        typed = [c for c, name in columns.items() if c in entries and names.count(name) > 1]
        for column in typed:
            names.remove(columns.pop(column))
    return spots


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows below a table's headings; a row is a cell for each heading that was found."""

    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def find_table(page: Page, labels: Mapping[str, str], ends: Collection[str]) -> TableRows | None:
    """The table with at least half of these headings; None where there is none.

    It ends at a row whose first text is one of `ends`: the next heading or label.
    """
    head = _heading_row(page, labels)
    if head is None:
        return None
    row, names = head
    page.taken |= {(row, column) for column in names}
    first = max(page.below(row, column) for column in names)
    limits = [*list(names)[1:], page.end(row)]
    found = []
    for number in range(first, len(page.rows)):
        if _first_text(page.rows[number]) in ends:
            break
        found.append(
            tuple(
                page.take(number, column, max(limit, column + 1))
                for column, limit in zip(names, limits, strict=True)
            )
        )
    return TableRows(tuple(names.values()), tuple(found))


def _heading_row(page: Page, labels: Mapping[str, str]) -> tuple[int, dict[int, str]] | None:
    for number, row in enumerate(page.rows):
        names: dict[int, str] = {}
        for column, raw in enumerate(row):
            name = labels.get(plain_label(raw)) if isinstance(raw, str) and raw else None
            if name and name not in names.values():
                names[column] = name
        if 2 * len(names) >= len(set(labels.values())):
            return number, names
    return None


def _first_text(row: Sequence[Any]) -> str:
    return next((plain_label(str(raw)) for raw in row if not is_blank(raw)), "")
