"""An open workbook made of lists, with the few words of xlwings the product uses."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from openpyxl.utils import range_boundaries
from python_calamine import CalamineWorkbook

from juso.core.cells import show

NAMED_CELL = r"""<definedName name="(\w+)">'?([^'!<]+)'?!(\$[A-Z]+\$\d+)</definedName>"""


class Formula(str):
    """A cell with a formula; it shows 42, whatever it says, unless it is a link."""

    __slots__ = ()


def _shown(cell: Any) -> Any:
    if isinstance(cell, Formula):
        return cell.split('"')[-2] if cell.startswith("=HYPERLINK(") else 42.0
    return cell


def _typed(cell: Any) -> Any:
    return str(cell) if isinstance(cell, Formula) else cell


def _taken(value: Any, number_format: str) -> Any:
    """What Excel makes of an entry: a text in a cell formatted as text.

    A leading apostrophe is kept as a prefix, not as text.
    """
    if number_format == "@":
        return value.removeprefix("'") if isinstance(value, str) else show(value)
    if not isinstance(value, str):
        return value
    if value.startswith("'"):
        return value[1:]
    if value[:1] in ("=", "+", "-", "@"):
        return Formula(value if value[0] == "=" else f"={value}")
    if re.fullmatch(r"[RHS]\d+\.\d+\.\d+|[\d.,/]*\d[\d.,/]*", value):
        return 1.0  # some number or day
    return value


class FakeRange:
    """A rectangle of a fake sheet."""

    def __init__(self, sheet: FakeSheet, row: int, column: int, height: int, width: int) -> None:
        self.sheet, self.row, self.column, self.shape = sheet, row, column, (height, width)

    def options(self, **_: Any) -> FakeRange:
        return self

    def _places(self) -> Iterator[list[tuple[int, int]]]:
        for row in range(self.row, self.row + self.shape[0]):
            yield [(row, self.column + j) for j in range(self.shape[1])]

    @property
    def value(self) -> Any:
        block = [[_shown(self.sheet.cells.get(p, "")) for p in line] for line in self._places()]
        return block[0][0] if self.shape == (1, 1) and not self.sheet.book.as_blocks else block

    @value.setter
    def value(self, block: list[list[Any]]) -> None:
        self.sheet.book.writes += 1
        if self.sheet.book.writes == self.sheet.book.fail_at:
            raise RuntimeError("Excel went away")
        for line, places in zip(block, self._places(), strict=True):
            for value, place in zip(line, places, strict=True):
                if value is None:
                    self.sheet.cells.pop(place, None)
                else:
                    self.sheet.cells[place] = _taken(value, self.sheet.format_of(place))

    @property
    def formula(self) -> Any:
        cells = self.sheet.cells
        return tuple(tuple(_typed(cells.get(p, "")) for p in line) for line in self._places())

    @property
    def number_format(self) -> str | None:
        found = {self.sheet.format_of(place) for line in self._places() for place in line}
        return found.pop() if len(found) == 1 else None

    @number_format.setter
    def number_format(self, text: str) -> None:
        self.sheet.formats |= {place: text for line in self._places() for place in line}

    def select(self) -> None:
        self.sheet.book.shown = (self.sheet.name, self.row, self.column)


class FakeSheet:
    """A sheet as a dictionary of cells."""

    def __init__(self, book: FakeBook, name: str) -> None:
        self.book, self.name, self.visible = book, name, True
        self.cells: dict[tuple[int, int], Any] = {}
        self.formats: dict[tuple[int, int], str] = {}
        self.column_formats: dict[int, str] = {}

    def format_of(self, place: tuple[int, int]) -> str:
        return self.formats.get(place) or self.column_formats.get(place[1], "General")

    def range(self, first: Any, last: Any = None) -> FakeRange:
        if isinstance(first, str):
            left, top, right, bottom = range_boundaries(first)
            first, last = (top, left), (bottom, right)
        last = last or first
        return FakeRange(self, *first, last[0] - first[0] + 1, last[1] - first[1] + 1)

    @property
    def used_range(self) -> FakeRange:
        rows, columns = zip(*(self.cells or {(1, 1): ""}), strict=True)
        return FakeRange(self, 1, 1, max(rows), max(columns))

    def activate(self) -> None:
        self.book.shown = (self.name, 1, 1)


class FakeApp:
    """Excel itself: a status bar and dialogs that answer at once."""

    hwnd = pid = 1

    def __init__(self) -> None:
        self.status_bar: Any = False
        self.alerts: list[str] = []
        self.typed: str | bool = False  # into a box for a word; False where it was closed
        self.answer = "yes"
        self.books: list[FakeBook] = []

    @property
    def api(self) -> FakeApp:
        return self

    def InputBox(self, prompt: str, _: str) -> str | bool:  # noqa: N802 - Excel's name
        self.alerts.append(prompt)
        return self.typed

    def alert(self, prompt: str, **_: Any) -> str:
        self.alerts.append(prompt)
        return self.answer


class _Sheets(list[FakeSheet]):
    def __getitem__(self, name: Any) -> Any:
        return (
            next(s for s in self if s.name == name) if isinstance(name, str) else list(self)[name]
        )


class _Name:
    def __init__(self, name: str, cell: FakeRange) -> None:
        self.name, self.refers_to_range = name, cell


class _Names(list[_Name]):
    def __getitem__(self, name: Any) -> Any:
        return next(n for n in self if n.name == name)


class FakeBook:
    """An open workbook; `fail_at` makes that write fail, `writes` counts them."""

    as_blocks = True

    def __init__(self, path: Path | str, *sheets: str) -> None:
        self.fullname = str(path)
        self.name = Path(path).name
        self.app = FakeApp()
        self.app.books.append(self)
        self.sheets = _Sheets(FakeSheet(self, name) for name in sheets)
        self.names = _Names()
        self.writes, self.fail_at = 0, 0
        self.shown: Any = None

    @classmethod
    def of_file(cls, path: Path) -> FakeBook:
        """The cells and names of a workbook on disk."""
        workbook = CalamineWorkbook.from_path(path)
        book = cls(path, *workbook.sheet_names)
        for sheet in book.sheets:
            rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            for number, row in enumerate(rows, start=1):
                for place, value in enumerate(row, start=1):
                    if value != "":
                        sheet.cells[number, place] = _as_excel_gives(value)
        parts = zipfile.ZipFile(path).read("xl/workbook.xml").decode()
        for name, title, cell in re.findall(NAMED_CELL, parts):
            place = book.sheets[title].range(cell.replace("$", ""))
            book.names.append(_Name(name, place))
        return book


def _as_excel_gives(value: Any) -> Any:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    if isinstance(value, time):
        return (value.hour * 60 + value.minute) / 1440
    return value
