"""The worker answers each click once, whatever happens, and ends when it is told to."""

import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from importlib.util import find_spec
from pathlib import Path

import pytest

from com_error import BUSY, ComError
from juso import __version__
from juso import worker as module
from juso.adapters.inbox import OTHER_FORMAT
from juso.adapters.patience import IS_BUSY, IS_GONE
from juso.adapters.worker_lock import WorkerLock
from juso.adapters.worker_log import open_log
from juso.core.errors import JusoError
from juso.result import Result
from juso.worker import LOG, WARM, Worker, worker
from request_files import write_request

ADDIN = Path(__file__).parents[1] / "addin"
PATIENCE = 30  # seconds, on a machine with other things to do


class Panic(BaseException):
    """What a library written in Rust raises: no Exception."""


class Book:
    """An open workbook that remembers what its status bar said."""

    def __init__(self):
        self.said = []

    def status(self, text):
        self.said.append(text)


class Office:
    """A worker whose Excel and commands are played: `faults` are raised, one for each command."""

    def __init__(self, home, *faults):
        self.home, self.book, self.ran, self.faults = home, Book(), [], list(faults)
        self.worker = Worker(home, attach=lambda _: self.book, run=self._run)

    def _run(self, app, request, book):
        self.ran.append((request.command, request.choice, app.today == app.now.date()))
        assert book is self.book
        if self.faults and (fault := self.faults.pop(0)):
            raise fault
        return Result(f"{request.choice} をつくりました。")

    def run_and_end(self, *args):
        self.worker.is_ending = True
        return self._run(*args)

    def click(self, **facts):
        return write_request(self.home / "inbox", **facts)


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


def test_step__answers_everything_that_waits(office):
    for choice in ("JU-R7-01", "JU-R7-02"):
        office.click(id="agenda.1", choice=choice)

    assert office.worker.step() == 2
    assert office.ran == [("agenda", "JU-R7-01", True), ("agenda", "JU-R7-02", True)]
    assert office.book.said == ["JU-R7-01 をつくりました。", "JU-R7-02 をつくりました。"]
    assert office.worker.step() == 0


def test_step__a_stale_request_is_ignored(office):
    office.click(age=90)

    assert office.worker.step() == 0
    assert office.ran == office.book.said == []


def test_step__another_version_of_the_add_in_is_answered_and_said(office):
    office.click(version="2025.9", choice="次第")

    office.worker.step()

    assert office.book.said == [
        "次第 をつくりました。"
        f"（アドインの版 2025.9 と本体の版 {__version__} が違います。情報係にお知らせください。）"
    ]


def test_step__another_format_is_refused_aloud(office, capsys):
    office.click(heading="juso 2")

    assert office.worker.step() == 0
    assert capsys.readouterr().err == f"{OTHER_FORMAT}\n"


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (JusoError("会議番号がありません。"), "会議番号がありません。"),
        (BUSY, IS_BUSY),
        (ComError(0x80010108), IS_GONE),
        (OSError(28, "No space left on device", "次第.docx"), "次第.docx を扱えません"),
        (ValueError("架空花子"), "情報係に worker.log をお見せください"),
        (MemoryError(), "情報係に worker.log をお見せください"),
        (Panic("架空花子"), "情報係に worker.log をお見せください"),
    ],
)
def test_step__a_command_that_fails_has_a_sentence_and_the_next_one_runs(
    tmp_path, capsys, fault, sentence
):
    """In the status bar, and in a box because it is serious."""
    office = Office(tmp_path, fault)
    office.click(choice="一")
    office.click(choice="二")

    assert office.worker.step() == 2
    said = office.book.said[0]
    assert sentence in said
    assert said.endswith(("。", "）。"))
    assert "架空花子" not in said
    assert office.book.said[1] == "二 をつくりました。"
    assert capsys.readouterr().err == f"{said}\n"


def test_step__a_refused_workbook_is_said_in_a_box(tmp_path, capsys):
    """No command is run, and there is no status bar to say it in."""

    def refuse(_):
        raise JusoError("開かれていません。")

    write_request(tmp_path / "inbox")

    assert Worker(tmp_path, attach=refuse, run=pytest.fail).step() == 1
    assert capsys.readouterr().err == "開かれていません。\n"


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit])
def test_step__a_request_that_was_being_run_is_never_run_again(tmp_path, end):
    """The worker ended in the middle of it; the next one has other things to do."""
    office = Office(tmp_path, end())
    office.click()
    with pytest.raises(end):
        office.worker.step()
    later = Office(tmp_path)

    assert later.worker.step() == 0
    assert later.ran == []


def test_step__leaves_the_rest_when_it_is_told_to_end(office):
    """Whoever runs next finds them, unless they are stale by then."""
    office.worker = Worker(office.home, attach=lambda _: office.book, run=office.run_and_end)
    office.click(choice="一")
    office.click(choice="二")

    assert office.worker.step() == 1
    assert Office(office.home).worker.step() == 1


def test_step__keeps_nothing_of_the_workbook(tmp_path):
    """A COM object left over in a ring of references would keep a closed Excel alive."""
    left = []

    def attach(_):
        book = Book()
        book.itself = book
        left.append(weakref.ref(book))
        return book

    write_request(tmp_path / "inbox")
    Worker(tmp_path, attach=attach, run=lambda *_: Result("できました。")).step()

    assert left[0]() is None


def test_log__holds_no_personal_data(tmp_path):
    """Messages, workbook, sheet, user and choice stay out; what failed and where is in."""
    office = Office(tmp_path, ValueError("架空花子"), JusoError("架空花子がありません。"), None)
    for _ in range(3):
        office.click(id="agenda.3", choice="架空花子", book="/共有/架空花子.xlsx", sheet="架空花子")
    number = office.click(id="check", data="架空花子".encode()).stem
    with open_log(tmp_path / LOG):
        assert office.worker.step() == 3

    lines = [line[24:] for line in (tmp_path / LOG).read_text("utf-8").splitlines()]
    assert [line.split("秒 ")[-1].split(":")[0] for line in lines] == [
        "異常 ValueError worker.py",
        "中止 JusoError worker.py",
        "完了",
        f"要求 {number} を実行しません：ASCIIではありません",
    ]
    assert all("agenda" in line for line in lines[:3])
    assert "花子" not in "".join(lines)


def test_serve__ends_when_asked_and_is_warm_by_then(office):
    """What commands need is imported while nothing waits."""
    looks = iter([False] * (len(WARM) + 5) + [True])

    office.worker.serve(lambda: next(looks))

    assert "xlwings" in sys.modules


def test_serve__answers_before_it_warms_up(office):
    """The click that started the worker does not wait for imports."""
    office.click(choice="次第")
    looks = iter([False, True])

    office.worker.serve(lambda: next(looks))

    assert office.book.said == ["次第 をつくりました。"]


def test_serve__goes_on_where_something_cannot_be_imported(office, monkeypatch, tmp_path):
    monkeypatch.setattr(module, "WARM", ("juso.no_such_module",))
    looks = iter([False] * 4 + [True])

    with open_log(tmp_path / LOG):
        office.worker.serve(lambda: next(looks))

    assert "juso.no_such_module を読み込めません" in (tmp_path / LOG).read_text("utf-8")


@pytest.mark.parametrize("name", WARM)
def test_warm__names_modules_that_exist(name):
    assert find_spec(name)


def process(home, code="import sys; from juso.cli import main; sys.exit(main(sys.argv[1:]))"):
    """A worker as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", code, "worker"],
        env=os.environ | {"JUSO_HOME": str(home), "PYTHONPATH": str(ADDIN)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def wait_for(happened):
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.02)


def wait_for_start(home):
    """Until a worker holds the lock; looking at the lock itself might take it away from it."""
    wait_for((home / LOG).exists)


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("JUSO_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def resident(home):
    """A worker that runs as `juso worker`."""
    one = process(home)
    wait_for_start(home)
    yield one
    one.kill()
    one.communicate()


def test_process__answers_without_any_excel_and_goes_on(resident, home):
    """Where xlwings has nothing to drive there is a sentence, and no crash."""
    for book in ("/共有/支援台帳.xlsx", ""):
        path = write_request(home / "inbox", book=book)
        wait_for((home / "inbox" / "taken" / path.name).exists)

    assert worker(stop=True).sentence == "常駐プログラムを終わらせました。"
    out, err = resident.communicate(timeout=PATIENCE)
    assert resident.returncode == 0
    assert "Excel を操作できません" in err.splitlines()[0]
    assert "対象のブックが分かりません" in err.splitlines()[1]
    assert "Traceback" not in err
    assert out == "常駐プログラムを終わりました。\n"


def test_process__a_second_worker_ends_at_once(resident, home):
    out, err = process(home).communicate(timeout=PATIENCE)

    assert (out, err) == ("常駐プログラムは既に動いています。\n", "")
    assert resident.poll() is None
    assert worker().sentence == "常駐プログラムは既に動いています。"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGTERM")
def test_process__ends_cleanly_when_terminated(resident, home):
    resident.send_signal(signal.SIGTERM)

    resident.communicate(timeout=PATIENCE)

    assert resident.returncode == 0
    assert "終わりました" in (home / LOG).read_text("utf-8")
    assert worker(stop=True).sentence == "常駐プログラムは動いていません。"


SLOW = """
import os, time
from pathlib import Path
from juso.worker import Worker
home = Path(os.environ["JUSO_HOME"])
def run(app, request, book):
    (home / "began").touch()
    time.sleep(600)
Worker(home, attach=lambda request: None, run=run).serve(lambda: False)
"""


def test_process__killed_in_the_middle_leaves_nothing_to_run_again(home):
    slow = process(home, SLOW)
    write_request(home / "inbox")
    wait_for((home / "began").exists)
    slow.kill()
    slow.communicate()

    assert Office(home).worker.step() == 0


def test_stop__a_request_to_end_is_not_meant_for_the_next_worker(home):
    (home / "stop").touch()
    lock = WorkerLock(home)

    with lock.held() as is_ours:
        assert is_ours
        assert not lock.is_stopping()


def test_stop__says_when_the_worker_does_not_end(home):
    """It is busy with a command or a dialog; it ends when that is done."""
    lock = WorkerLock(home)
    seconds = iter(range(100))
    with (
        lock.held(),
        pytest.raises(JusoError, match="30秒たっても終わりません"),
    ):
        WorkerLock(home).stop(30, clock=lambda: next(seconds), sleep=lambda _: None)

    assert lock.is_stopping()


def test_worker__in_a_thread_serves_without_signals(home):
    """Signals are heard in the main thread only."""
    thread = threading.Thread(target=worker)
    thread.start()
    wait_for_start(home)

    assert worker(stop=True).sentence == "常駐プログラムを終わらせました。"
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_worker__a_home_that_cannot_be_made_is_one_sentence(home, monkeypatch):
    (home / "file").touch()
    monkeypatch.setenv("JUSO_HOME", str(home / "file"))

    with pytest.raises(JusoError, match=r"worker\.lock を作れません"):
        worker()
