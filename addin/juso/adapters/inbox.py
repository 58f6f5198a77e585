"""The inbox: request files of the ribbon, each taken once and never run twice."""

from __future__ import annotations

import logging
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FORMAT = "juso 1"
SUFFIX = ".req"
FRESH = 60.0  # seconds: nobody waits for the answer to an older request
KEPT = 7 * 24 * 3600.0  # seconds a request stays in taken/
LARGEST = 64 * 1024  # bytes; the longest path Windows knows is below

NUMBER = re.compile(r"[0-9]{14}-[0-9A-Fa-f-]{1,24}")
HEX = r"(?:[0-9A-F]{4})*"
LINES = {
    "id": r"[a-z]{1,40}(?:\.[0-9A-Za-z_-]{1,40})?",
    "choice": HEX,
    "book": HEX,
    "hwnd": r"-?[0-9]{1,19}",
    "sheet": HEX,
    "cells": r"[$A-Z0-9:,]*",
    "readonly": r"[01]",
    "user": HEX,
    "version": r"[0-9A-Za-z.+-]{0,40}",
}
OTHER_FORMAT = (
    "アドイン（juso.xlam）と本体の版が合わないため、ボタンの要求を読めません。"
    "情報係に、両方を同じ版に入れ直すよう依頼してください。"
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What a button asks for; `number` is the file's stem, by which it is known to have run."""

    command: str
    choice: str
    book: str
    hwnd: int
    sheet: str
    cells: str
    read_only: bool
    user: str
    version: str
    number: str


class RequestError(Exception):
    """A request that is not run: the reason for the log, a sentence where a user should know."""

    def __init__(self, reason: str, sentence: str = "") -> None:
        super().__init__(reason)
        self.sentence = sentence


class Inbox:
    """The folder of one user's requests; nothing found in it makes a method raise.

    `clock` gives seconds since the epoch, `say` shows a sentence to the user.
    """

    def __init__(
        self,
        folder: Path,
        *,
        user: str,
        clock: Callable[[], float],
        say: Callable[[str], object] = lambda _: None,
    ) -> None:
        self.folder, self.taken = folder, folder / "taken"
        self._user, self._clock, self._say = user, clock, say
        self._noted: set[str] = set()
        with suppress(OSError):
            self.taken.mkdir(parents=True, exist_ok=True)

    def requests(self) -> list[Path]:
        """The requests waiting, oldest first."""
        waiting = []
        for entry, facts in _files(self.folder):
            if entry.name.endswith(SUFFIX):
                waiting.append((facts.st_mtime_ns, len(entry.name), entry.name))
        return [self.folder / name for _, _, name in sorted(waiting)]

    def take(self, path: Path) -> Request | None:
        """Set a request aside for good, then read it; None where it is not to be run."""
        try:
            taken = self._set_aside(path)
            return self._read(taken)
        except FileNotFoundError:  # somebody else took it away
            return None
        except RequestError as error:
            self._note(path, str(error))
            if error.sentence:
                self._say(error.sentence)
        except OSError as error:  # a virus scanner may hold it: the next look tries again
            self._note(path, f"動かせません（{type(error).__name__} {error.errno}）")
        return None

    def purge(self) -> None:
        """Forget requests taken a week ago, and half-written ones of that age."""
        for folder, suffix in ((self.taken, ""), (self.folder, ".tmp")):
            for entry, facts in _files(folder):
                if entry.name.endswith(suffix) and self._age(facts) > KEPT:
                    with suppress(OSError):
                        Path(entry.path).unlink()

    def _set_aside(self, path: Path) -> Path:
        goal = self.taken / path.name
        self.taken.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(goal):
            path.replace(self.taken / f"{path.name}.copy")
            raise RequestError("同じ番号の要求を取り出し済みです")
        return path.rename(goal)

    def _read(self, taken: Path) -> Request:
        facts = taken.lstat()
        if not stat.S_ISREG(facts.st_mode) or not NUMBER.fullmatch(taken.stem):
            raise RequestError("要求のファイルではありません")
        if self._age(facts) > FRESH:
            raise RequestError(f"{FRESH:.0f}秒より古い要求です")
        if facts.st_size > LARGEST:
            raise RequestError("大きすぎます")
        request = parse(taken.read_bytes(), taken.stem)
        if request.user != self._user:
            raise RequestError("ほかの利用者の要求です")
        return request

    def _age(self, facts: os.stat_result) -> float:
        """Seconds between now and the file's time; a clock set back makes a file no younger."""
        return abs(self._clock() - facts.st_mtime)

    def _note(self, path: Path, reason: str) -> None:
        """Log once why a request is not run; a name that is no number may hold anything."""
        if path.name not in self._noted:
            self._noted.add(path.name)
            number = path.stem if NUMBER.fullmatch(path.stem) else "（番号なし）"
            log.info("要求 %s を実行しません：%s", number, reason)


def parse(data: bytes, number: str) -> Request:
    """The request a file holds; RequestError where it is not one of this format."""
    try:
        heading, *lines = data.decode("ascii").replace("\r\n", "\n").rstrip("\n").split("\n")
    except UnicodeDecodeError:
        raise RequestError("ASCIIではありません") from None
    if heading != FORMAT:
        is_ours = re.fullmatch(r"juso [0-9]{1,4}", heading)
        raise RequestError("要求の形式が違います", OTHER_FORMAT if is_ours else "")
    pairs = [line.partition("=")[::2] for line in lines]
    facts = dict(pairs)
    if len(pairs) != len(facts) or facts.keys() != LINES.keys():
        raise RequestError("行が足りないか、多すぎます")
    for name, shape in LINES.items():
        if not re.fullmatch(shape, facts[name]):
            raise RequestError(f"{name} を読めません")
    return Request(
        command=facts["id"].partition(".")[0],
        choice=decode(facts["choice"]),
        book=decode(facts["book"]),
        hwnd=int(facts["hwnd"]),
        sheet=decode(facts["sheet"]),
        cells=facts["cells"],
        read_only=facts["readonly"] == "1",
        user=decode(facts["user"]),
        version=facts["version"],
        number=number,
    )


def decode(units: str) -> str:
    """Text from upper-case hex of its UTF-16 code units; RequestError where it holds a NUL."""
    text = bytes.fromhex(units).decode("utf-16-be", "surrogatepass")
    if "\0" in text:
        raise RequestError("NUL文字があります")
    return text


def _files(folder: Path) -> Iterator[tuple[os.DirEntry[str], os.stat_result]]:
    """The plain files in a folder that are still there when they are looked at."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.is_file(follow_symlinks=False):
                    yield entry, entry.stat(follow_symlinks=False)
