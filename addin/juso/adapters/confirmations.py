"""保管/確認済みメモ.jsonl, to which entries are only ever added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any

from juso.adapters.jsonl_store import Stored, append_lines, read_lines
from juso.adapters.office import Office
from juso.koshu.confirmation import Confirmation

STORE = "確認済みメモ.jsonl"
REST = "ほかの確認は生きています。なくなった確認は、次の点検で要確認に戻ります。"
TEXTS = [field.name for field in fields(Confirmation) if field.name not in ("at", "values")]


History = Stored[Confirmation]


def store_of(office: Office) -> Path:
    """Where the office keeps the memo."""
    return office.folder / "保管" / STORE


def read_confirmations(office: Office) -> History:
    """All entries of the office; none where nothing was ever confirmed.

    JusoError when the file is there and cannot be opened.
    """
    return Stored(*read_lines(store_of(office), _entry, REST))


def append_confirmations(office: Office, entries: Iterable[Confirmation]) -> None:
    """Add entries at the end, all of them or none; what is there is never rewritten.

    JusoError when somebody else holds the file or it cannot be written.
    """
    append_lines(store_of(office), map(_line, entries))


def _line(entry: Confirmation) -> dict[str, Any]:
    return {**asdict(entry), "at": entry.at.isoformat(), "values": dict(entry.values)}


def _entry(line: Any) -> Confirmation:
    """One line of the store; fields a later version may have added are passed over."""
    texts = {name: line[name] for name in TEXTS if name in line}
    values = dict(line["values"])
    if not all(isinstance(text, str) for text in (*texts.values(), *values, *values.values())):
        raise ValueError(line)
    return Confirmation(**texts, at=date.fromisoformat(line["at"]), values=values)
