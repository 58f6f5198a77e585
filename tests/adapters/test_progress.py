"""The bar of a long job: on a terminal only, in words a clerk reads."""

import io
import sys

import pytest

from juso.adapters.progress import pace, progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("speed", "remaining", "expected"),
    [
        (None, None, ""),
        (0, 12, ""),
        (12.34, 5, "毎秒12.3様式　残り5秒"),
        (2, 65, "毎秒2.0様式　残り1分05秒"),
        (0.5, 3700, "毎秒0.5様式　残り1時間01分"),
    ],
)
def test_pace__rate_and_remaining_time(speed, remaining, expected):
    assert pace(speed, remaining, "様式") == expected


@pytest.mark.parametrize(
    ("stream", "total", "is_shown"),
    [(Terminal(), 48, True), (Terminal(), 20, False), (io.StringIO(), 48, False)],
)
def test_progress__is_shown_on_a_terminal_for_many(monkeypatch, capsys, stream, total, is_shown):
    """Never with pipes, never on stdout, and the items are what they were."""
    monkeypatch.setattr(sys, "stderr", stream)

    assert list(progress(iter(range(total)), total)) == list(range(total))

    assert bool(stream.getvalue()) is is_shown
    assert ("48/48様式" in stream.getvalue()) is is_shown
    assert capsys.readouterr().out == ""


def test_progress__without_a_stderr(monkeypatch):
    """pythonw has none."""
    monkeypatch.setattr(sys, "stderr", None)

    assert list(progress(iter("abc"), 48)) == ["a", "b", "c"]
