"""保管/確認済みメモ.jsonl, to which entries are only ever added."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from io import FileIO
from pathlib import Path
from typing import Any

from juso.adapters.office import Office
from juso.core.errors import JusoError
from juso.koshu.confirmation import Confirmation

STORE = "確認済みメモ.jsonl"
WAIT = 5.0  # seconds for a colleague who is writing
REST = "ほかの確認は生きています。なくなった確認は、次の点検で要確認に戻ります。"
TEXTS = [field.name for field in fields(Confirmation) if field.name not in ("at", "values")]


@dataclass(frozen=True, slots=True)
class History:
    """The stored entries, oldest first, and a sentence for each line that cannot be read."""

    entries: tuple[Confirmation, ...] = ()
    damaged: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Confirmation]:
        return iter(self.entries)


def store_of(office: Office) -> Path:
    """Where the office keeps the memo."""
    return office.folder / "保管" / STORE


def read_confirmations(office: Office) -> History:
    """All entries of the office; none where nothing was ever confirmed.

    JusoError when the file is there and cannot be opened.
    """
    path = store_of(office)
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return History()
    except OSError as error:
        raise JusoError(
            f"{path} を読めません（{error.strerror or error}）。"
            "ほかの人が開いていないか、アクセス権を確かめてください。"
        ) from error
    entries, damaged = [], []
    for number, line in enumerate(lines, start=1):
        try:
            if line.strip():
                entries.append(_entry(json.loads(line.decode("utf-8-sig"))))
        except (ValueError, KeyError, TypeError, RecursionError):
            is_cut = number == len(lines)  # every whole line ends in a line feed
            what = "書きかけのため" if is_cut else "壊れているため"
            damaged.append(f"{path} の{number}行目は{what}読めません。{REST}")
    return History(tuple(entries), tuple(damaged))


def append_confirmations(office: Office, entries: Iterable[Confirmation]) -> None:
    """Add entries at the end, all of them or none; what is there is never rewritten.

    JusoError when somebody else holds the file or it cannot be written.
    """
    from filelock import FileLock, Timeout

    text = "".join(json.dumps(_line(e), ensure_ascii=False) + "\n" for e in entries)
    if not text:
        return
    path = store_of(office)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_suffix(".lock"), timeout=WAIT):
            _append(path, text.encode("utf-8", "replace"))
    except Timeout as error:
        raise JusoError(
            f"{path} にほかの人が書き込んでいます。少し待って、もう一度お試しください。"
        ) from error
    except (OSError, NotImplementedError) as error:  # the latter: a file system without locks
        raise JusoError(
            f"{path} に書き込めません（{getattr(error, 'strerror', None) or error}）。"
            "書き込む権限と空き容量を確かめて、もう一度お試しください。"
        ) from error


def _append(path: Path, data: bytes) -> None:
    """Write after what is there, on a line of its own; cut off again what was half-written."""
    with path.open("ab+", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        if size:
            file.seek(size - 1)
            data = data if file.read(1) == b"\n" else b"\n" + data
        try:
            _write_whole(file, data)
        except OSError:
            file.truncate(size)
            raise


def _write_whole(file: FileIO, data: bytes) -> None:
    if file.write(data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file.fileno())


def _line(entry: Confirmation) -> dict[str, Any]:
    return {**asdict(entry), "at": entry.at.isoformat(), "values": dict(entry.values)}


def _entry(line: Any) -> Confirmation:
    """One line of the store; fields a later version may have added are passed over."""
    texts = {name: line[name] for name in TEXTS if name in line}
    values = dict(line["values"])
    if not all(isinstance(text, str) for text in (*texts.values(), *values, *values.values())):
        raise ValueError(line)
    return Confirmation(**texts, at=date.fromisoformat(line["at"]), values=values)
