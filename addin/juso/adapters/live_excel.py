"""Running Excel through xlwings: the one open workbook a request means, and no other."""

from __future__ import annotations

import atexit
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from juso import __version__
from juso.adapters.inbox import Request
from juso.adapters.live_book import LiveBook
from juso.adapters.live_register import AGAIN, check_register, same_file
from juso.adapters.patience import is_busy, patiently
from juso.core.errors import JusoError

NO_WORKBOOK = (
    "対象のブックが分かりません。支援台帳.xlsx を開き（保護ビューのときは「編集を有効にする」を押し、"
    f"新しいブックのときは保存して）から、{AGAIN}"
)
NO_ENGINE = (
    "このパソコンでは Excel を操作できません（xlwings 又は pywin32 が使えません）。"
    "情報係に、juso を入れ直すよう依頼してください。"
)


def excel() -> Any:
    """xlwings, made fit for a program that stays beside somebody's Excel.

    Left alone it asks a busy Excel for ever, and when Python ends it kills, by taskkill, every
    Excel it cannot see (in 保護ビュー, or without a workbook), unsaved or not.
    """
    import xlwings

    if windows := sys.modules.get("xlwings._xlwindows"):
        windows.N_COM_ATTEMPTS = 1  # type: ignore[attr-defined]
        atexit.unregister(windows.cleanup)
    return xlwings


def attach(request: Request) -> LiveBook:
    """The open register the button was pressed in; JusoError where it is not surely the one.

    Window handle, full path and the office's id in book and juso.toml must agree.
    """
    path = _file_of(request.book)
    book = LiveBook(patiently(lambda: _open_book(path, request.hwnd)))
    patiently(lambda: check_register(book, path))
    return book


def version_note(request: Request) -> str:
    """What to add to an answer when the add-in is of another version than this program."""
    if request.version == __version__:
        return ""
    return (
        f"（アドインの版 {request.version or '不明'} と本体の版 {__version__} が違います。"
        "情報係にお知らせください。）"
    )


def _file_of(book: str) -> Path:
    if not book:
        raise JusoError(NO_WORKBOOK)
    if "://" in book:
        raise JusoError(
            f"{book.rpartition('/')[2]} は、インターネット上の場所（OneDrive・SharePoint）から"
            f"開かれています。共有フォルダーにある支援台帳.xlsx を開いてから、{AGAIN}"
        )
    return Path(book)


def _open_book(path: Path, hwnd: int) -> Any:
    """The workbook at `path` in the Excel whose window has that handle (0: in the only Excel)."""
    apps = _running()
    pressed_in = [app for app in apps if _has_window(app, hwnd)] if hwnd else apps
    found = [book for app in pressed_in for book in _books(app) if _is_at(book, path)]
    if len(found) == 1:
        return found[0]
    if found:
        raise JusoError(f"{path} が2つの Excel で開かれています。片方を閉じてから、{AGAIN}")
    raise JusoError(_why_not_found(apps, path))


def _running() -> Sequence[Any]:
    try:
        xlwings = excel()
    except ImportError as error:
        raise JusoError(NO_ENGINE) from error
    try:
        return list(xlwings.apps)
    except xlwings.XlwingsError as error:  # no engine on this machine
        raise JusoError(NO_ENGINE) from error


def _why_not_found(apps: Sequence[Any], path: Path) -> str:
    if not apps:
        return f"動いている Excel が見つかりません。{path} を開いてから、{AGAIN}"
    for book in _books_of_that_name(apps, path.name):
        if _is_at(book, path):
            return (
                f"{path} は、ボタンを押した Excel とは別の Excel で開かれています。"
                f"Excel を1つだけにして、支援台帳.xlsx を開き直してから、{AGAIN}"
            )
        return (
            f"{path} ではなく、同じ名前の別のブック（{_place(book) or '場所は不明'}）が"
            f"開かれています。それを閉じ、{path} を開いてから、{AGAIN}"
        )
    return f"{path} は、今は開かれていません。開き直してから、{AGAIN}"


def _books_of_that_name(apps: Sequence[Any], name: str) -> Iterator[Any]:
    """Open workbooks, in whichever Excel will say."""
    for app in apps:
        with suppress(Exception):
            yield from [book for book in app.books if book.name == name]


def _books(app: Any) -> list[Any]:
    try:
        return list(app.books)
    except OSError as error:  # an Excel without the window of a workbook
        if is_busy(error):
            raise
        return []


def _has_window(app: Any, hwnd: int) -> bool:
    """Whether a window is that Excel's: each workbook has its own, so its process counts too."""
    same_handle = (app.hwnd or 0) % 2**32 == hwnd % 2**32
    return same_handle or (process_of(hwnd) or None) == app.pid


def process_of(hwnd: int) -> int:
    """The id of the process that owns a window on Windows; 0 where there is no such window."""
    if sys.platform != "win32":
        return 0
    import ctypes

    owner = ctypes.c_ulong()
    ctypes.windll.user32.GetWindowThreadProcessId(hwnd, ctypes.byref(owner))
    return owner.value


def _is_at(book: Any, path: Path) -> bool:
    if book.name != path.name:
        return False
    place = _place(book)
    return place == str(path) or same_file(place, path)


def _place(book: Any) -> str:
    """The full path of an open workbook; '' for one in OneDrive that xlwings cannot place."""
    try:
        return str(book.fullname)
    except Exception as error:
        if is_busy(error):
            raise
        return ""
