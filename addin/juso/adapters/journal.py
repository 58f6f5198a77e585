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
from pathlib import Path
from typing import Any

from juso.adapters.live_book import LiveBook
from juso.adapters.patch import Patch, named, put_back
from juso.adapters.share import save
from juso.core.errors import JusoError


class State(StrEnum):
    """How far a run that writes cells has come."""

    WRITING = "書込み中"
    DONE = "済"
    UNDONE = "戻した"


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
                patch.write(book)
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
        is_cut_off = entry.state is State.WRITING
        sheets = {name: book.rows(name) for name in book.sheet_names if _is_in(entry, name)}
        for patch in reversed(entry.patches):
            for number in range(len(patch.new)):
                rows = sheets.get(patch.sheet, [])
                back, changed = put_back(book, patch, number, rows, is_cut_off=is_cut_off)
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
    patch["formats"] = tuple(map(tuple, patch.get("formats", ())))
    patch["names"] = [
        [(column, _value(old), _value(new)) for column, old, new in line] for line in patch["names"]
    ]
    return patch


def _value(cell: Any) -> Any:
    if isinstance(cell, dict):
        ((kind, text),) = cell.items()
        return READERS[kind](text)
    return cell
