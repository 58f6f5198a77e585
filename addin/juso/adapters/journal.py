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
    """A rectangle of cells with what stood there and what is written."""

    sheet: str
    row: int
    column: int
    old: Cells
    new: Cells


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
        entry = Entry(command, f"{now:%Y-%m-%d %H:%M}", self.office, State.WRITING, tuple(patches))
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
        for patch in reversed(entry.patches):
            back, changed = _put_back(book, patch)
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


def _put_back(book: LiveBook, patch: Patch) -> tuple[int, int]:
    """Restore the cells that still hold what was written: (put back, changed since).

    Only those cells are written to: a formula or text typed beside them is not touched.
    """
    height, width = len(patch.new), len(patch.new[0])
    found = book.block(patch.sheet, patch.row, patch.column, height, width)
    back = left = 0
    for row, (now, wrote, old) in enumerate(zip(found, patch.new, patch.old, strict=True)):
        cells = list(zip(now, map(_entered, wrote), old, strict=True))
        ours = [same_value(n, w) and not same_value(w, o) for n, w, o in cells]
        left += sum(not same_value(n, w) and not same_value(n, o) for n, w, o in cells)
        for is_ours, run in groupby(range(width), key=ours.__getitem__):
            places = list(run)
            if is_ours:
                values = [_restored(old[place]) for place in places]
                book.put(patch.sheet, patch.row + row, patch.column + places[0], [values])
                back += len(places)
    return back, left


def _entered(value: Any) -> Any:
    """What stands in a cell after an entry: Excel keeps an apostrophe as a prefix, not as text."""
    return value.removeprefix("'") if isinstance(value, str) else value


def _restored(old: Any) -> Any:
    """An old value as it is written again: a formula as such, a text as the text it was."""
    if isinstance(old, str) and not old.startswith(FORMULA):
        return as_text(old) or None
    return old.removeprefix(FORMULA) if isinstance(old, str) else old


def patch_of(book: LiveBook, sheet: str, row: int, column: int, new: Cells) -> Patch:
    """The patch that writes `new`, with what stands there now; formulas are kept as formulas."""
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
    return Patch(sheet, row, column, kept, new)


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
    return patch


def _value(cell: Any) -> Any:
    if isinstance(cell, dict):
        ((kind, text),) = cell.items()
        return READERS[kind](text)
    return cell
