"""What Excel says through COM when it cannot: wait for it a while, then one sentence for it."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from traceback import walk_tb
from typing import ParamSpec, TypeVar

from juso.core.errors import JusoError

T = TypeVar("T")
P = ParamSpec("P")

SECONDS = 5.0
PAUSE = 0.05

# HRESULTs and Excel's own codes, from winerror.h and Microsoft's pages on Office automation
CALL_REJECTED, RETRY_LATER, EXCEL_IGNORES = 0x80010001, 0x8001010A, 0x800AC472
BUSY = {CALL_REJECTED, RETRY_LATER, EXCEL_IGNORES}
GONE = {0x800706BA, 0x800706BE, 0x80010007, 0x80010012, 0x80010108, 0x800401FD}
NOT_ALLOWED = {0x800A03EC}  # what Excel answers to nearly everything it refuses

IS_BUSY = "セルの入力を確定（Enter 又は Esc）してから、もう一度押してください。"
IS_GONE = (
    "Excel との接続が切れました。支援台帳.xlsx を開き直してから、もう一度押してください。"
    "書き込みの途中だったときは、開き直した後に内容を確かめてください。"
)
IS_NOT_ALLOWED = (
    "Excel がセルの読み書きを断りました。シートの保護（校閲→シート保護の解除）、ロックされたセル、"
    "開いたままの画面がないかを確かめてから、もう一度押してください。"
)


def patiently(
    call: Callable[[], T],
    seconds: float = SECONDS,
    *,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], object] = time.sleep,
) -> T:
    """What `call` gives, asked again while Excel is busy; JusoError when it stays so.

    `call` is run from its beginning each time, so it must be one that may be repeated.
    """
    end = clock() + seconds
    while True:
        try:
            return call()
        except Exception as error:
            if not is_busy(error):
                raise
            if clock() >= end:
                raise JusoError(IS_BUSY) from error
        sleep(PAUSE)


def patient(function: Callable[P, T]) -> Callable[P, T]:
    """Decorate a function that may be repeated: every call of it is made patiently."""

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        return patiently(lambda: function(*args, **kwargs))

    return call


def is_busy(error: BaseException) -> bool:
    """Whether Excel is only busy: a cell is being edited, or a dialog of its own is open."""
    if BUSY & codes(error) or type(error).__name__ == "ExcelBusyError":  # the latter is xlwings'
        return True
    return isinstance(error, AttributeError) and _raised_in(error).startswith("win32com.")


def explain(error: BaseException) -> str:
    """The sentence for what COM reported; '' when the error is none of COM's."""
    if is_busy(error):
        return IS_BUSY
    found = codes(error)
    if GONE & found:
        return IS_GONE
    return IS_NOT_ALLOWED if NOT_ALLOWED & found else ""


def codes(error: BaseException) -> set[int]:
    """The numbers a COM error carries, unsigned: its own and the one Excel put inside it."""
    details = getattr(error, "excepinfo", None)
    inner = details[5] if isinstance(details, tuple) and len(details) > 5 else None
    numbers = (getattr(error, "hresult", None), inner, getattr(error, "winerror", None))
    return {number & 0xFFFFFFFF for number in numbers if isinstance(number, int)}


def _raised_in(error: BaseException) -> str:
    """The module that raised: pywin32 takes a refused call for an attribute that is missing."""
    names = [frame.f_globals.get("__name__", "") for frame, _ in walk_tb(error.__traceback__)]
    return str(names[-1]) if names else ""
