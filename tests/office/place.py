"""A whole working place: LibreOffice, the add-in's buttons, a worker of its own, an office."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

from juso.adapters.result_sheets import RESULT_SHEETS
from macros.press_build import make_press_build
from office.stand_in import StandIn
from office.uno_link import call_macro

RESULTS = {sheet.title for sheet in RESULT_SHEETS}
RUN = "from juso.cli import main; main(['worker', '--today', '2026-03-31'])"
Cells = dict[str, Sequence[Sequence[Any]]]


def wait_for(what: Callable[[], Any], seconds: float = 20) -> Any:
    """What a call gives as soon as it is true; AssertionError when it never is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.005)
    raise AssertionError("nothing happened")


class Place:
    """Presses buttons of the test build on a workbook that is open in a LibreOffice."""

    def __init__(self, office: StandIn, folder: Path, ids: Sequence[str] = ()) -> None:
        self.office = office
        self.log = office.home / "worker.log"
        self.heard = folder / "message boxes"  # off Windows they go to standard error
        self._began = 0
        self.worker: subprocess.Popen[bytes] | None = None
        self.build = office.soffice.open(make_press_build(folder / "juso.xlsm", ids))

    def start_worker(self, code: str = RUN) -> None:
        """Start a worker process; `code` replaces what it runs."""
        self._began = len(self._log())
        with self.heard.open("a") as heard:
            self.worker = subprocess.Popen(
                [sys.executable, "-c", code],
                env=self.office.environment | {"PYTHONIOENCODING": "utf-8"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=heard,
            )
        wait_for(lambda: "始めました" in self.said() or self.worker.poll() is not None)

    def stop_worker(self) -> None:
        if self.worker:
            self.worker.terminate()
            self.worker.wait(10)
            self.worker = None

    def said(self) -> str:
        """What this worker has noted in its log."""
        return self._log()[self._began :]

    def _log(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""

    def press(self, book: Any, id: str, choice: str = "") -> None:
        """Press a button while `book` is in front; a failing macro fails the test."""
        assert call_macro(self.build, "Presser.Canary") == "ok"
        book.activate()
        assert call_macro(self.build, "Presser.Press", id, choice) == "ok"

    def answer(self, book: Any, id: str, choice: str = "") -> str:
        """Press, wait for the worker, and give the closing sentence it says."""
        said, seen = self.said().count("要求 "), len(self.office.clerk.statuses)
        self.heard.write_text("")
        self.press(book, id, choice)
        wait_for(lambda: self.said().count("要求 ") > said, 60)
        return str(wait_for(lambda: self._sentence(seen)))

    def _sentence(self, seen: int) -> str:
        """The last word in the status bar, or what a message box would have said."""
        words = [str(word) for word in self.office.clerk.statuses[seen:]]
        closing = [word for word in words[-1:] if not word.endswith("…")]
        return next(iter(closing), self.heard.read_text("utf-8").strip())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop_worker()
        self.build.close(True)


def cells_of(book: Any, *, results: bool = False) -> Cells:
    """What every sheet of an open workbook holds, formulas as formulas; clerks' sheets only."""
    sheets = [sheet for sheet in book.sheets if (sheet.name in RESULTS) == results]
    return {sheet.name: sheet.used_range.formula for sheet in sheets}
