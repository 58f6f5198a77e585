"""The worker (常駐プログラム): stays, warm, and answers the ribbon's requests one by one."""

from __future__ import annotations

import gc
import importlib
import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from datetime import date, datetime
from pathlib import Path

from juso import __version__
from juso.adapters.home import INBOX, LOG, home
from juso.adapters.inbox import Inbox, Request
from juso.adapters.live_book import LiveBook
from juso.adapters.live_excel import attach, excel, version_note
from juso.adapters.notice import tell
from juso.adapters.patience import explain
from juso.adapters.worker_lock import WorkerLock
from juso.adapters.worker_log import open_log, trail
from juso.app import App
from juso.core.errors import JusoError
from juso.core.memory import no_collection
from juso.result import Result

POLL = 0.025  # seconds between two looks into the inbox
WAIT_TO_END = 30.0  # seconds `--stop` waits for a command to finish
WARM = (  # what a click runs, imported before the first one
    "juso.ribbon",
    "juso.adapters.register_front",
    "juso.services.check",
    "juso.adapters.confirmations",
    "juso.adapters.replies",
    "juso.services.todo",
    "juso.services.board",
    "juso.adapters.holidays",
    "juso.services.tidy",
    "juso.adapters.tidy_listing",
    "juso.adapters.office_case_form",
    "juso.adapters.intake_desk",
    "juso.services.matching.find",
    "juso.adapters.similarity",
    "juso.adapters.match_listing",
    "juso.services.handover",
    "juso.adapters.handover_document",
    "juso.adapters.office_forms",
    "juso.adapters.form_desk",
    "juso.adapters.form_closing",
    "juso.adapters.form_return",
    "juso.adapters.reminders",
    "juso.adapters.reconcile_desk",
    "juso.adapters.reconcile_listing",
    "juso.services.prepare_agenda",
    "juso.services.write_minutes",
    "juso.adapters.meeting_documents",
    "juso.adapters.minutes_file",
    "juso.services.collect",
    "juso.services.build_report",
    "juso.adapters.report_document",
    "juso.adapters.report_numbers",
)

log = logging.getLogger(__name__)

Attach = Callable[[Request], LiveBook]
Run = Callable[[App, Request, LiveBook], Result]


def worker(*, stop: bool = False, today: date | None = None) -> Result:
    """Answer requests until told to end; with `stop`, tell the one that runs and wait for it.

    `today` stands for the day of every request.
    """
    folder = home().absolute()
    lock = WorkerLock(folder)
    if stop:
        was_running = lock.stop(WAIT_TO_END)
        return Result(
            f"常駐プログラム{'を終わらせました' if was_running else 'は動いていません'}。"
        )
    with lock.held() as is_ours:
        if not is_ours:
            return Result("常駐プログラムは既に動いています。")
        with open_log(folder / LOG), chdir(folder):  # keeps no other folder in use
            one = Worker(folder, today=today)
            with _ended_by_signal(one):
                one.serve(lock.is_stopping)
    return Result("常駐プログラムを終わりました。")


class Worker:
    """Takes requests from HOME/inbox and answers them; `attach` and `run` are the outside."""

    def __init__(
        self,
        folder: Path,
        *,
        attach: Attach = attach,
        run: Run | None = None,
        today: date | None = None,
    ) -> None:
        self.is_ending = False
        self._log_path = folder / LOG
        self._attach, self._run, self._today = attach, run or _run, today
        self._inbox = Inbox(
            folder / INBOX,
            user=os.environ.get("USERNAME", ""),  # what the ribbon's VBA reads, too
            clock=lambda: _now().timestamp(),
            say=lambda sentence: tell(None, sentence, serious=True),
        )

    def serve(self, is_stopping: Callable[[], bool]) -> None:
        """Answer what comes; where nothing waits, import one module more, or rest."""
        log.info("始めました（版 %s、プロセス %d）", __version__, os.getpid())
        self._inbox.purge()
        cold = iter(_warmings())
        while not (self.is_ending or is_stopping()):
            if not self.step() and next(cold, None) is None:
                time.sleep(POLL)
        log.info("終わりました")

    def step(self) -> int:
        """Answer every request that waits; how many there were."""
        answered = 0
        for path in self._inbox.requests():
            if self.is_ending:
                break
            if request := self._inbox.take(path):
                self._answer(request)
                answered += 1
        if answered:
            self._inbox.purge()
            gc.collect()  # a COM object left over would keep a closed Excel alive
        return answered

    def _answer(self, request: Request) -> None:
        """Run one request; whatever happens, the user hears of it and the next one is answered."""
        began = time.perf_counter()
        book: LiveBook | None = None
        serious, outcome = True, "完了"
        now = _now()
        app = App(self._today or now.date(), now)
        try:
            book = self._attach(request)
            with no_collection():
                sentence = self._run(app, request, book).sentence
            serious = False
        except JusoError as error:
            sentence, outcome = self._refusal(app, request, error), f"中止 {trail(error)}"
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:  # a panic inside a library is no Exception
            sentence, outcome = self._apology(request, error), f"異常 {trail(error)}"
        seconds = time.perf_counter() - began
        log.info("要求 %s %s %.2f秒 %s", request.number, request.command, seconds, outcome)
        tell(book, sentence + version_note(request), serious=serious)

    def _refusal(self, app: App, request: Request, error: JusoError) -> str:
        """Why a request was not carried out; 手引き and 診断 are there all the same."""
        from juso.ribbon import run_alone

        try:
            alone = run_alone(app, request.command)
        except JusoError:
            alone = None
        return "\n".join([str(error), "", *alone.lines, alone.sentence]) if alone else str(error)

    def _apology(self, request: Request, error: BaseException) -> str:
        if sentence := explain(error):
            return sentence
        if isinstance(error, OSError):
            return (
                f"{error.filename or 'ファイル'} を扱えません（{error.strerror or error}）。"
                "場所と名前、アクセス権、空き容量を確かめてから、もう一度押してください。"
            )
        return (
            f"操作（{request.command}）の途中で思いがけない誤りが起き、中止しました。"
            "もう一度押しても同じときは、"
            f"情報係に {LOG} をお見せください（{self._log_path}）。"
        )


def _now() -> datetime:
    return datetime.now()


def _run(app: App, request: Request, book: LiveBook) -> Result:
    from juso.ribbon import run

    return run(app, request, book)


def _warmings() -> Iterator[str]:
    """Import what the first click will need, a module at a time; what fails is left to the click."""
    for name in ("xlwings", *WARM):
        try:
            excel() if name == "xlwings" else importlib.import_module(name)
        except Exception as error:
            log.info("%s を読み込めません：%s", name, trail(error))
        yield name


@contextmanager
def _ended_by_signal(one: Worker) -> Iterator[None]:
    """Let SIGTERM end the worker after the request it is answering."""
    if threading.current_thread() is not threading.main_thread():  # only there are signals heard
        yield
        return

    def end(*_: object) -> None:
        one.is_ending = True

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
