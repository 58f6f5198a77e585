"""Excel that is busy is asked again for a while; what it refuses has a sentence."""

import pytest

from com_error import BUSY, EXCEPTION, ComError
from juso.adapters.patience import (
    IS_BUSY,
    IS_GONE,
    IS_NOT_ALLOWED,
    explain,
    is_busy,
    patient,
    patiently,
)
from juso.core.errors import JusoError


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (ComError(0x80010001), IS_BUSY),
        (ComError(0x8001010A), IS_BUSY),
        (ComError(0x800AC472), IS_BUSY),
        (ComError(EXCEPTION, 0x800AC472), IS_BUSY),
        (type("ExcelBusyError", (Exception,), {})(), IS_BUSY),
        (ComError(0x800706BA), IS_GONE),
        (ComError(0x80010108), IS_GONE),
        (ComError(EXCEPTION, 0x800A03EC), IS_NOT_ALLOWED),
        (ComError(0x800A03EC), IS_NOT_ALLOWED),
        (ComError(EXCEPTION), ""),
        (ComError(0x80020006), ""),
        (ValueError("0x80010001"), ""),
        (AttributeError("status_bar"), ""),
    ],
)
def test_explain__has_a_sentence_for_what_excel_reports(error, sentence):
    assert explain(error) == sentence
    assert is_busy(error) == (sentence == IS_BUSY)


def test_is_busy__an_attribute_pywin32_cannot_set():
    """pywin32 takes a refused call for a missing attribute."""
    dynamic = {"__name__": "win32com.client.dynamic"}
    exec("def put(): raise AttributeError('Property can not be set.')", dynamic)  # noqa: S102

    with pytest.raises(AttributeError) as caught:
        dynamic["put"]()

    assert is_busy(caught.value)


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self):
        self.now = 0.0

    def sleep(self, seconds):
        self.now += seconds


def test_patiently__asks_again_until_excel_is_free():
    clock, answers = Clock(), [BUSY, ComError(EXCEPTION, 0x800AC472), None]

    def call():
        if error := answers.pop(0):
            raise error
        return "値"

    assert patiently(call, clock=lambda: clock.now, sleep=clock.sleep) == "値"
    assert 0 < clock.now < 1


def test_patiently__gives_up_after_the_time_given():
    clock = Clock()

    def call():
        raise BUSY

    with pytest.raises(JusoError, match="セルの入力を確定"):
        patiently(call, 5, clock=lambda: clock.now, sleep=clock.sleep)
    assert 5 <= clock.now < 6


def test_patiently__lets_other_errors_through_at_once():
    calls = []

    def call():
        calls.append(1)
        raise ComError(0x800706BA)

    with pytest.raises(ComError):
        patiently(call)
    assert calls == [1]


def test_patient__makes_every_call_patient():
    answers = [BUSY, None]

    @patient
    def read(cell):
        """Read."""
        if error := answers.pop(0):
            raise error
        return cell

    assert read("A1") == "A1"
    assert read.__doc__ == "Read."
