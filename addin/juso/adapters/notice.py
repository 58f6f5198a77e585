"""Telling the user: in Excel's status bar, or in a box of its own where Excel cannot be reached."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from juso.adapters.patience import patiently

if TYPE_CHECKING:
    from juso.adapters.live_book import LiveBook

TITLE = "重層支援"  # of every dialog
INFORMATION, WARNING, TOPMOST = 0x40, 0x30, 0x40000  # of user32.MessageBox


def tell(book: LiveBook | None, sentence: str, *, serious: bool) -> None:
    """Show a sentence in the status bar; in a box as well when it is serious or nobody sees it."""
    if not _in_status_bar(book, sentence) or serious:
        _in_box(sentence, serious=serious)


def _in_status_bar(book: LiveBook | None, sentence: str) -> bool:
    if book is None:
        return False
    try:
        patiently(lambda: book.status(sentence))
    except Exception:  # whatever is wrong with Excel, the box remains
        return False
    return True


def _in_box(sentence: str, *, serious: bool) -> None:
    """A message box that waits in a thread of its own, one for a sentence at a time."""
    with suppress(OSError, ValueError, RuntimeError):  # the worker goes on without being heard
        if sys.platform == "win32":
            if not any(thread.name == sentence for thread in threading.enumerate()):
                facts = (sentence, (WARNING if serious else INFORMATION) | TOPMOST)
                threading.Thread(target=_box, args=facts, name=sentence, daemon=True).start()
        elif sys.stderr:
            sys.stderr.write(f"{sentence}\n")
            sys.stderr.flush()


def _box(sentence: str, kind: int) -> None:
    import ctypes

    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, sentence, TITLE, kind)
