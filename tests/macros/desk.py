"""A user's place in the tests: LibreOffice, a folder of one's own, and a worker to be started."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from juso.adapters.inbox import Request, parse
from macros.press_build import make_press_build
from office.soffice import Soffice
from office.uno_link import call_macro, discard

USER = "甲州 花子"
STARTED = "started"


class Desk:
    """One LibreOffice whose macros know JUSO_HOME, a folder with blanks in its name."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "家の 道具 (1)"
        self.started = folder / STARTED
        self._builds = folder / "組み立て"
        self._builds.mkdir()
        self.worker = Path(f"{self.home}\\venv\\Scripts\\pythonw.exe")  # one name on Linux
        self._write_worker()
        environment = {"JUSO_HOME": str(self.home), "USERNAME": USER}
        self.soffice = Soffice(folder, environment)
        self._documents: list[Any] = []

    def _write_worker(self) -> None:
        """A program that tells what it was called with."""
        self.worker.write_text(f'#!/bin/sh\necho "$@" >"$(dirname "$0")/{STARTED}"\n')
        self.worker.chmod(0o755)

    def build(self, suffix: str = ".xlsm", source: str | None = None) -> Any:
        """The test build, open."""
        path = self._builds / f"juso{suffix}"
        return self.open(make_press_build(path, ["check", "agenda.1 SK-R7-03"], source))

    def open(self, path: Path) -> Any:
        """A workbook, in front."""
        self._documents.append(self.soffice.open(path))
        return self._documents[-1]

    def new(self) -> Any:
        """A workbook never saved, in front."""
        new = self.soffice.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        self._documents.append(new)
        return new

    def requests(self) -> list[Path]:
        """The request files in the inbox, by name."""
        return sorted((self.home / "inbox").glob("*.req"))

    def request(self) -> Request:
        """The one request in the inbox."""
        (path,) = self.requests()
        return parse(path.read_bytes(), path.stem)

    def wait_for_worker(self, seconds: float) -> str:
        """What the worker was called with; '' when nobody has called it in that time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.started.exists() and (words := self.started.read_text()):
                return words.strip()
            time.sleep(0.05)
        return ""

    def clear(self) -> None:
        """Close what is open and forget what was asked for."""
        for document in reversed(self._documents):
            with suppress(Exception):  # the test has closed it
                discard(document)
        self._documents.clear()
        self.started.unlink(missing_ok=True)
        if self.home.is_file():
            self.home.unlink()
        shutil.rmtree(self.home, ignore_errors=True)
        self._write_worker()

    def close(self) -> None:
        """End LibreOffice."""
        self.soffice.close()


def presser(build: Any, procedure: str, *arguments: Any) -> Any:
    """What a procedure of the test build's module Presser returns."""
    return call_macro(build, f"Presser.{procedure}", *arguments)
