"""保管/元に戻す: old and new values of the last run that wrote cells, for undo and after a kill.

The entry is on disk before the first cell is written and says 書込み中 until the last one is.
A worker that dies in between leaves an entry that the next click puts right.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any

from juso.adapters.live_book import LiveBook, as_text, same_value
from juso.adapters.share import save
from juso.core.errors import JusoError

Cells = Sequence[Sequence[Any]]
FORMULA = "\0"  # marks a formula among the old values, which may be texts that begin with =


class State(StrEnum):
    """How far a run that writes cells has come."""

    WRITING = "書込み中"
    DONE = "済"
    UNDONE = "戻した"


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle of cells with what stood there and what is written.

    `names` tell its rows from all others: for each row (column, old value, new value) of the
    cells that do. Rows may have moved when they are looked for again.
    """

    sheet: str
    row: int
    column: int
    old: Cells
    new: Cells
    names: Sequence[Sequence[tuple[int, Any, Any]]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One run that wrote cells."""

    command: str
    at: str
    office: str
    state: State
    patches: tuple[Patch, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """How many cells were put back, and how many had been changed since and were left."""

    cells: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one user in one office: the last run that wrote cells, nothing older."""

    path: Path
    office: str  # the office's id

    def write(self, book: LiveBook, command: str, patches: Sequence[Patch], now: datetime) -> None:
        """Write the patches into the open workbook; a failure on the way takes all of them back."""
        self._read()  # a damaged journal is not overwritten
        moment = f"{now:%Y-%m-%d %H:%M}"
        entry = Entry(command, moment, self.office, State.WRITING, tuple(named(patches)))
        self._save(entry)
        try:
            for patch in patches:
                book.put(patch.sheet, patch.row, patch.column, patch.new)
        except Exception:
            with suppress(Exception):  # Excel is gone: the next click takes it back
                self.heal(book)
            raise
        self._save(replace(entry, state=State.DONE))

    def heal(self, book: LiveBook) -> Restored | None:
        """Take back a run that never ended; None when there is none."""
        entry = self._read()
        if entry is None or entry.state is not State.WRITING:
            return None
        return self._take_back(book, entry)

    def undo(self, book: LiveBook) -> Restored:
        """Take back the last run; JusoError when there is none."""
        entry = self._read()
        if entry is None or entry.state is State.UNDONE:
            raise JusoError(
                "元に戻せる操作がありません。戻せるのは、台帳に書き込んだ直前の操作1回分だけです。"
            )
        return self._take_back(book, entry)

    def _take_back(self, book: LiveBook, entry: Entry) -> Restored:
        cells = left = 0
        sheets = {name: book.rows(name) for name in book.sheet_names if _is_in(entry, name)}
        for patch in reversed(entry.patches):
            for number in range(len(patch.new)):
                rows = sheets.get(patch.sheet, [])
                back, changed = _put_back(book, patch, number, rows, entry.state)
                cells, left = cells + back, left + changed
        self._save(replace(entry, state=State.UNDONE))
        return Restored(cells, left)

    def _read(self) -> Entry | None:
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise JusoError(
                f"{self.path} を読めません（{error.strerror or error}）。アクセス権を確かめてください。"
            ) from error
        try:
            facts = json.loads(text)
            patches = tuple(Patch(**_revived(patch)) for patch in facts.pop("patches"))
            entry = Entry(**{**facts, "state": State(facts["state"]), "patches": patches})
        except (ValueError, TypeError, KeyError) as error:
            raise JusoError(
                f"{self.path} が壊れているため、前回の書込みを確かめられません。"
                "台帳の内容を確かめてから、このファイルを別の場所へ移してください。"
            ) from error
        return entry if entry.office == self.office else None

    def _save(self, entry: Entry) -> None:
        text = json.dumps(asdict(entry), ensure_ascii=False, default=_dated)
        save(self.path, lambda part: part.write_text(text, encoding="utf-8"))


def _is_in(entry: Entry, sheet: str) -> bool:
    return any(patch.sheet == sheet for patch in entry.patches)


def _put_back(
    book: LiveBook, patch: Patch, number: int, rows: Cells, state: State
) -> tuple[int, int]:
    """Restore one row of a patch where its cells still hold what was written.

    Only those cells are written to: a formula or text typed beside them is not touched, nor is
    another row that stands there now. Gives (put back, changed since).
    """
    wrote, old = patch.new[number], patch.old[number]
    row = _found(patch, number, rows, state)
    if row is None:
        return 0, sum(not same_value(w, o) for w, o in zip(wrote, old, strict=True))
    now = [_at(rows, row, patch.column + place) for place in range(len(wrote))]
    cells = list(zip(now, map(_entered, wrote), old, strict=True))
    ours = [same_value(n, w) and not same_value(w, o) for n, w, o in cells]
    for is_ours, run in groupby(range(len(cells)), key=ours.__getitem__):
        places = list(run)
        if is_ours:
            values = [_restored(old[place]) for place in places]
            book.put(patch.sheet, row, patch.column + places[0], [values])
    return sum(ours), sum(not same_value(n, w) and not same_value(n, o) for n, w, o in cells)


def _found(patch: Patch, number: int, rows: Cells, state: State) -> int | None:
    """Where the row is now; None where it cannot be told from others.

    A run that was cut off may not have written what names the row: then it is where it was.
    """
    here = patch.row + number
    names = patch.names[number]
    if state is State.WRITING and all(
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


def _restored(old: Any) -> Any:
    """An old value as it is written again: a formula as such, a text as the text it was."""
    if isinstance(old, str) and not old.startswith(FORMULA):
        return as_text(old) or None
    return old.removeprefix(FORMULA) if isinstance(old, str) else old


def patch_of(
    book: LiveBook, place: tuple[str, int, int], new: Cells, naming: Sequence[int]
) -> Patch:
    """The patch that writes `new` at (sheet, row, column), with what stands there now; formulas are kept as formulas.

    `naming` are the columns whose cells tell the rows of the sheet apart.
    """
    sheet, row, column = place
    height, width = len(new), len(new[0])
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
    return Patch(sheet, row, column, kept, new, names)


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


def _dated(value: Any) -> dict[str, str]:
    """A day or a moment in JSON."""
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    raise TypeError(type(value).__name__)


READERS: dict[str, Callable[[str], Any]] = {
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
}


def _revived(patch: dict[str, Any]) -> dict[str, Any]:
    for name in ("old", "new"):
        patch[name] = [[_value(cell) for cell in line] for line in patch[name]]
    patch["names"] = [
        [(column, _value(old), _value(new)) for column, old, new in line] for line in patch["names"]
    ]
    return patch


def _value(cell: Any) -> Any:
    if isinstance(cell, dict):
        ((kind, text),) = cell.items()
        return READERS[kind](text)
    return cell
