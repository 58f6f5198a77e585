"""保管/*.jsonl: stores on the share to which lines are only ever added, also by several people."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Any, Generic, TypeVar

from juso.adapters.turn import held, not_writable
from juso.core.errors import JusoError

T = TypeVar("T")
WAIT = 5.0  # seconds for a colleague who is writing


@dataclass(frozen=True, slots=True)
class Stored(Generic[T]):
    """The stored entries, oldest first, and a sentence for each line that cannot be read."""

    entries: tuple[T, ...] = ()
    damaged: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[T]:
        return iter(self.entries)


def read_lines(
    path: Path, entry: Callable[[Any], T], rest: str = ""
) -> tuple[tuple[T, ...], tuple[str, ...]]:
    """What `entry` makes of each line, oldest first, and a sentence for each damaged one.

    A line is damaged when it is no JSON or `entry` raises ValueError, KeyError or TypeError;
    `rest` ends the sentence: what this means for the other lines. Nothing where there is no
    such file; JusoError when it is there and cannot be opened.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        raise JusoError(
            f"{path} を読めません（{error.strerror or error}）。"
            "ほかの人が開いていないか、アクセス権を確かめてください。"
        ) from error
    entries, damaged = [], []
    for number, line in enumerate(lines, start=1):
        try:
            if line.strip():
                entries.append(entry(json.loads(line.decode("utf-8-sig"))))
        except (ValueError, KeyError, TypeError, RecursionError):
            is_cut = number == len(lines)  # every whole line ends in a line feed
            what = "書きかけのため" if is_cut else "壊れているため"
            damaged.append(f"{path} の{number}行目は{what}読めません。{rest}")
    return tuple(entries), tuple(damaged)


def append_lines(path: Path, lines: Iterable[Mapping[str, Any]]) -> None:
    """Add lines at the end, all of them or none; what is there is never rewritten.

    JusoError when somebody else holds the file or it cannot be written.
    """
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    if not text:
        return
    busy = f"{path} にほかの人が書き込んでいます。少し待って"
    with held(path.with_suffix(".lock"), WAIT, busy, path):
        try:
            _append(path, text.encode("utf-8", "replace"))
        except OSError as error:
            raise not_writable(path, error) from error


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
