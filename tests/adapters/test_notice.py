"""The user hears of it: in the status bar, or in a box where Excel cannot be reached."""

import ctypes
import sys
import threading
from types import SimpleNamespace

import pytest

from com_error import BUSY, ComError
from juso.adapters import notice
from juso.adapters.live_book import LiveBook
from juso.adapters.notice import tell
from juso.adapters.patience import patiently


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Waiting for Excel takes no time in these tests."""
    seconds = iter(range(10**6))
    defaults = {"clock": lambda: next(seconds), "sleep": lambda _: None}
    monkeypatch.setattr(patiently, "__kwdefaults__", defaults)


def status_bar_of(shown, *faults):
    """A book whose Excel appends to `shown` once the faults are used up."""
    faults = list(faults)

    class Excel:
        @property
        def status_bar(self):
            return shown[-1]

        @status_bar.setter
        def status_bar(self, text):
            if faults:
                raise faults.pop(0)
            shown.append(text)

    return LiveBook(SimpleNamespace(app=Excel()))


def test_tell__in_the_status_bar(capsys):
    shown = []

    tell(status_bar_of(shown, BUSY), "できました。", serious=False)

    assert shown == ["できました。"]
    assert capsys.readouterr().err == ""


def test_tell__what_is_serious_in_a_box_as_well(capsys):
    shown = []

    tell(status_bar_of(shown), "できません。", serious=True)

    assert shown == ["できません。"]
    assert capsys.readouterr().err == "できません。\n"


@pytest.mark.parametrize("fault", [BUSY, ComError(0x800706BA), RuntimeError("?")])
def test_tell__in_a_box_where_the_status_bar_is_out_of_reach(capsys, fault):
    tell(status_bar_of([], *[fault] * 100), "できました。", serious=False)
    tell(None, "開かれていません。", serious=True)

    assert capsys.readouterr().err == "できました。\n開かれていません。\n"


def test_tell__without_anywhere_to_say_it(monkeypatch):
    """pythonw has no stderr; a closed one is no reason to stop."""
    monkeypatch.setattr(sys, "stderr", None)
    tell(None, "できません。", serious=True)

    def fail(_):
        raise BrokenPipeError

    monkeypatch.setattr(sys, "stderr", SimpleNamespace(write=fail))
    tell(None, "できません。", serious=True)


def test_tell__box_on_windows_keeps_nobody_waiting(monkeypatch):
    """Topmost, in its own thread, and the same sentence not twice at a time."""
    opened, answered = [], threading.Event()

    def message_box(*facts):
        opened.append(facts)
        answered.wait(10)

    user32 = SimpleNamespace(MessageBoxW=message_box)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(notice.sys, "platform", "win32")
    for sentence in ("開けません。", "開けません。", "ありません。"):
        tell(None, sentence, serious=True)
    boxes = [t for t in threading.enumerate() if t.name.endswith("ません。")]
    answered.set()
    for box in boxes:
        box.join()

    assert opened == [(None, s, "重層支援", 0x40030) for s in ("開けません。", "ありません。")]
