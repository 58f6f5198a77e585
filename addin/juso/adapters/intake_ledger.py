"""保管/受付票.jsonl and 保管/受付票: which forms were taken under which number, and the files as sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from juso.adapters import keeping
from juso.adapters.jsonl_store import append_lines, read_lines
from juso.adapters.office import Office
from juso.koshu.received import Received

STORE = "受付票.jsonl"
ARCHIVE = "受付票"
TURN = "受付票.取込中"
REST = "その票をもう一度取り込むと、新しい相談と見分けられないことがあります。"
TEXTS = ("serial", "sha256", "case_no", "household_no", "by")


def read_receipts(office: Office) -> tuple[Sequence[Received], Sequence[str]]:
    """All forms taken, oldest first, and a sentence for each line that cannot be read.

    JusoError when the file is there and cannot be opened.
    """
    return read_lines(_store(office), _entry, REST)


def note_receipts(office: Office, entries: Iterable[Received]) -> None:
    """Add forms at the end, all of them or none; JusoError when that cannot be done."""
    append_lines(_store(office), map(_line, entries))


def one_at_a_time(office: Office) -> AbstractContextManager[None]:
    """Only one person at a time gives numbers; JusoError while somebody else does."""
    return keeping.one_at_a_time(office, TURN, "ほかの人が受付票を取り込んでいます。")


def archive(office: Office, path: Path, fingerprint: str) -> Path | None:
    """Copy a form to 保管 as it was sent, as `keeping.archive` does."""
    return keeping.archive(office, ARCHIVE, path, fingerprint)


def archived(office: Office, fingerprint: str) -> Path | None:
    """The copy of a form that was taken; None when somebody removed it."""
    return keeping.archived(office, ARCHIVE, fingerprint)


def _store(office: Office) -> Path:
    return office.folder / "保管" / STORE


def _line(entry: Received) -> dict[str, Any]:
    sent_on = entry.sent_on.isoformat() if entry.sent_on else ""
    return {**asdict(entry), "at": entry.at.isoformat(), "sent_on": sent_on}


def _entry(line: Any) -> Received:
    """One line of the store; fields a later version may have added are passed over."""
    texts = {name: line[name] for name in TEXTS}
    if not all(isinstance(text, str) for text in texts.values()):
        raise ValueError(line)
    sent_on = date.fromisoformat(line["sent_on"]) if line.get("sent_on") else None
    return Received(**texts, at=date.fromisoformat(line["at"]), sent_on=sent_on)
