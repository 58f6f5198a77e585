"""Sheets of a live workbook in LibreOffice, as xlwings wants them from an engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from office.area import Area
from office.calc_range import Range
from office.com_error import ComError

if TYPE_CHECKING:
    from office.calc_book import Book


class Sheets:
    """The sheets of a book; what was asked for once is kept, as new UNO objects are dear."""

    def __init__(self, book: Book) -> None:
        self._book, self._container = book, book.document.Sheets
        self._known: dict[str, Sheet] = {}

    @property
    def api(self) -> Sheets:
        return self

    @property
    def active(self) -> Sheet:
        return self(self._book.document.CurrentController.ActiveSheet.Name)

    def __len__(self) -> int:
        return len(self._container.ElementNames)

    def __iter__(self) -> Iterator[Sheet]:
        return (self(name) for name in self._container.ElementNames)

    def __contains__(self, name: str) -> bool:
        return bool(self._container.hasByName(name))

    def __call__(self, key: str | int) -> Sheet:
        name = key if isinstance(key, str) else self._container.ElementNames[key - 1]
        known = self._known.get(name)
        if known is None or not known.is_alive(name):
            if name not in self:
                raise ComError(f"no sheet {name}")
            known = self._known[name] = Sheet(self._book, self._container.getByName(name))
        return known


class Sheet:
    """One sheet."""

    def __init__(self, book: Book, uno: Any) -> None:
        self.book, self.uno, self.formats = book, uno, book.formats
        self._cursor = uno.createCursor()
        self._last: Any = None

    @property
    def api(self) -> Sheet:
        return self

    @property
    def name(self) -> str:
        return str(self.uno.Name)

    @property
    def index(self) -> int:
        return int(self._cursor.getRangeAddress().Sheet) + 1

    @property
    def visible(self) -> bool:
        return bool(self.uno.IsVisible)

    @visible.setter
    def visible(self, value: bool) -> None:
        self.uno.IsVisible = value

    @property
    def used_range(self) -> Range:
        """What holds something; Excel counts formatted empty cells in, too."""
        self._cursor.gotoStartOfUsedArea(False)
        self._cursor.gotoEndOfUsedArea(True)
        return Range(self, Area.of(self._cursor.getRangeAddress()))

    def range(self, first: Any, last: Any = None) -> Range:
        area = self._area(first)
        return Range(self, area if last is None else area.around(self._area(last)))

    def activate(self) -> None:
        if not self.visible:
            raise ComError(f"{self.name} is hidden")
        self.book.document.CurrentController.setActiveSheet(self.uno)

    def is_alive(self, name: str) -> bool:
        """Whether the sheet still is in the book under that name."""
        try:
            return self.name == name
        except Exception:
            return False

    def cells_of(self, area: Area) -> Any:
        """The cells in LibreOffice; the last ones are kept for the next time."""
        if self._last is None or Area.of(self._last.getRangeAddress()) != area:
            self._last = self.uno.getCellRangeByPosition(*area.position)
        return self._last

    def refuse_locked(self, area: Area) -> None:
        """ComError, as in Excel, when the sheet is protected and a cell of the area is locked."""
        if self.uno.isProtected() and self.formats.is_locked(self.index - 1, area):
            raise ComError(f"{area.address} of {self.name} is protected")

    def _area(self, key: Any) -> Area:
        if isinstance(key, Range):
            return key.area
        if isinstance(key, tuple):
            if 0 in key:
                raise IndexError("rows and columns count from 1")
            return Area.cell(key[0] - 1, key[1] - 1)
        if area := Area.named(key):
            return area
        return self.book.names(key).refers_to_range.area
