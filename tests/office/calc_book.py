"""Workbooks and names of a live LibreOffice, as xlwings wants them from an engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from office.area import Area
from office.calc_formats import Formats
from office.calc_range import Range
from office.calc_sheet import Sheets
from office.com_error import ComError
from office.uno_link import discard, load_uno, properties

if TYPE_CHECKING:
    from office.calc_app import App

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".xlsm": "Calc MS Excel 2007 VBA XML"}


class Book:
    """One open workbook."""

    def __init__(self, app: App, document: Any) -> None:
        self.app, self.document = app, document
        self.formats = Formats(document)
        self.sheets, self.names = Sheets(self), Names(self)

    @property
    def api(self) -> Book:
        return self

    @property
    def fullname(self) -> str:
        """The path; another URL as it is; the title of a workbook never saved."""
        url: str = self.document.URL
        if url.startswith("file:"):
            return str(load_uno().fileUrlToSystemPath(url))
        return url or str(self.document.Title)

    @property
    def name(self) -> str:
        return self.fullname.rpartition("/")[2]

    def activate(self) -> None:
        self.document.CurrentController.Frame.activate()

    def save(self, path: str | None = None, password: None = None) -> None:
        """Save in place, or under another name; a password is not supported."""
        if password:
            raise NotImplementedError("passwords")
        if path is None:
            self.document.store()
            return
        target = Path(path).resolve()
        self.document.storeAsURL(target.as_uri(), properties(FilterName=FILTERS[target.suffix]))

    def close(self) -> None:
        discard(self.document)


class Names:
    """The names defined in a book."""

    def __init__(self, book: Book) -> None:
        self._book, self._container = book, book.document.NamedRanges

    @property
    def api(self) -> Names:
        return self

    def snapshot(self) -> list[tuple[str, Name]]:
        return [(name, Name(self._book, name)) for name in self._container.ElementNames]

    def contains(self, name: str) -> bool:
        return bool(self._container.hasByName(name))

    def __call__(self, name: str) -> Name:
        if not self.contains(name):
            raise ComError(f"no name {name}")
        return Name(self._book, name)


class Name:
    """A defined name."""

    def __init__(self, book: Book, name: str) -> None:
        self._book, self.name = book, name

    @property
    def refers_to_range(self) -> Range:
        found = self._book.document.NamedRanges.getByName(self.name).ReferredCells
        if found is None:
            raise ComError(f"{self.name} names no cells")
        address = found.RangeAddress
        return Range(self._book.sheets(address.Sheet + 1), Area.of(address))

    @property
    def refers_to(self) -> str:
        found = self.refers_to_range
        return f"='{found.sheet.name}'!{found.address}"
