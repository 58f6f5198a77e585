"""A running LibreOffice and what is open in it, as xlwings wants them from an engine."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from office.area import Area
from office.calc_book import Book
from office.calc_range import Range
from office.clerk import Clerk
from office.uno_link import call_macro

if TYPE_CHECKING:
    from office.calc_engine import Engine

SPREADSHEET = "com.sun.star.sheet.SpreadsheetDocument"


class App:
    """One running LibreOffice."""

    hwnd = 0
    version = "16.0"
    visible = screen_updating = display_alerts = enable_events = True

    def __init__(self, engine: Engine, pipe: str, context: Any, clerk: Clerk) -> None:
        self.engine, self.pid, self._clerk = engine, zlib.crc32(pipe.encode()), clerk
        self.desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        self.books = Books(self)
        self._status: str | bool = False
        self._indicator: Any = None

    @property
    def api(self) -> App:
        return self

    @property
    def is_alive(self) -> bool:
        try:
            return bool(self.desktop.getName() is not None)
        except Exception:  # its process has ended
            return False

    @property
    def selection(self) -> Range:
        book = self.books.active
        address = book.document.CurrentSelection.RangeAddress
        return Range(book.sheets(address.Sheet + 1), Area.of(address))

    def activate(self, steal_focus: bool = False) -> None:
        """Nothing: which of several LibreOffices is in front matters to no test."""

    @property
    def status_bar(self) -> str | bool:
        return self._status

    @status_bar.setter
    def status_bar(self, text: str | bool) -> None:
        self._clerk.see(text)
        self._status = text
        if text is False:
            self._indicator = self._indicator and self._indicator.end()
        elif self._indicator is not None:
            self._indicator.setText(str(text))
        else:
            self._indicator = self.desktop.getCurrentFrame().createStatusIndicator()
            self._indicator.start(str(text), 0)

    def alert(
        self, prompt: str, title: str | None, buttons: str, mode: str | None, _callback: None
    ) -> str:
        """Ask the clerk, who answers at once."""
        return self._clerk.answer(prompt, title, buttons, mode)

    def InputBox(self, prompt: str, title: str) -> str | bool:  # noqa: N802 - Excel's name
        """Ask the clerk for a word; False where there is none."""
        return self._clerk.answer(prompt, title, "input", None) or False

    def run(self, macro: str, arguments: Sequence[Any]) -> Any:
        """What `'book'!Module.Procedure` returns."""
        book, _, procedure = macro.rpartition("!")
        return call_macro(self.books(book.strip("'")).document, procedure, *arguments)


class Books:
    """The open workbooks; an add-in is none, as in Excel."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._known: dict[str, Book] = {}

    @property
    def api(self) -> Books:
        return self

    def __iter__(self) -> Iterator[Book]:
        return iter(self._all().values())

    def __len__(self) -> int:
        return len(self._all())

    def __call__(self, key: str | int) -> Book:
        for number, book in enumerate(self, start=1):
            if key in (number, book.name):
                return book
        raise KeyError(key)

    @property
    def active(self) -> Book:
        front = self.app.desktop.CurrentComponent
        uid = front.RuntimeUID if front is not None else ""
        books = self._all()
        return books.get(uid) or next(iter(books.values()))

    def of(self, document: Any) -> Book:
        """The book of a document."""
        return self._all()[document.RuntimeUID]

    def _all(self) -> dict[str, Book]:
        found = {}
        documents = self.app.desktop.Components.createEnumeration()
        while documents.hasMoreElements():
            document = documents.nextElement()
            if document.supportsService(SPREADSHEET) and not document.URL.endswith(".xlam"):
                uid = document.RuntimeUID
                found[uid] = self._known.get(uid) or Book(self.app, document)
        self._known = found
        return found
