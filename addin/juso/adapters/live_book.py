"""An open workbook, read and written in blocks through xlwings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from juso.adapters.patience import is_busy, patient

if TYPE_CHECKING:
    import xlwings

Block = Sequence[Sequence[Any]]
MIDNIGHT = time()
FIRST_DAY = date(1900, 1, 1)  # a moment no later is a time without a day
NO_DAY = "########"
AMBIGUOUS = re.compile(
    r"""\s*(?:
      [=+\-@'＝＋－＠\#]                                  # a formula, an error
    | [(（¥￥$]?[\d０-９.．][\d０-９.,/:．，／：%％年月日時分)）\s-]*(?:e[+-]?\d+|[ap]m?)?\s*\Z
    | [RHSTMＲＨＳＴＭ][\d０-９元]+[./．／-][\d０-９]+[./．／-][\d０-９]+\s*\Z   # R7.4.1
    | (?:令和|平成|昭和|大正|明治)[\d０-９元]
    | (?:true|false)\s*\Z
    | (?:\d+[-/\s])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


class LiveBook:
    """One open workbook; rows and columns count from 1, blocks are lists of rows.

    What is read looks much as python-calamine gives it: '' for an empty cell, a datetime for
    any day, errors as text. A call waits a few seconds while a cell is being edited.
    """

    def __init__(self, book: xlwings.Book) -> None:
        self._book = book

    @property
    @patient
    def path(self) -> str:
        return str(self._book.fullname)

    @property
    @patient
    def sheet_names(self) -> list[str]:
        return [sheet.name for sheet in self._book.sheets]

    @patient
    def extent(self, sheet: str) -> tuple[int, int]:
        """The last used row and column of a sheet."""
        used = self._book.sheets[sheet].used_range
        height, width = used.shape
        return used.row + height - 1, used.column + width - 1

    def rows(self, sheet: str) -> list[list[Any]]:
        """Everything on a sheet, from A1 to its last used cell."""
        return self.block(sheet, 1, 1, *self.extent(sheet))

    @patient
    def block(self, sheet: str, row: int, column: int, height: int, width: int) -> list[list[Any]]:
        """The values of a rectangle.

        A number that can be no day in a cell for days makes Excel's whole block unreadable: it
        is read in parts then, and that cell holds what Excel shows for it.
        """
        cells = self._range(sheet, row, column, height, width)
        try:
            values: list[list[Any]] = cells.options(ndim=2, empty="", err_to_str=True).value
        except (OverflowError, ValueError):
            return self._in_parts(sheet, row, column, height, width)
        return values

    def _in_parts(
        self, sheet: str, row: int, column: int, height: int, width: int
    ) -> list[list[Any]]:
        if height > 1:
            half = height // 2
            upper = self.block(sheet, row, column, half, width)
            return upper + self.block(sheet, row + half, column, height - half, width)
        if width > 1:
            half = width // 2
            (left,) = self.block(sheet, row, column, 1, half)
            (right,) = self.block(sheet, row, column + half, 1, width - half)
            return [left + right]
        return [[NO_DAY]]

    @patient
    def formulas(self, sheet: str, row: int, column: int, height: int, width: int) -> Block:
        """The formulas of a rectangle; constants where there is none."""
        found = self._range(sheet, row, column, height, width).formula
        return found if isinstance(found, tuple) else ((found,),)

    @patient
    def put(self, sheet: str, row: int, column: int, block: Block) -> None:
        """Write a rectangle in one call, so that it is there whole or not at all."""
        if block:
            self._range(sheet, row, column, len(block), len(block[0])).value = block

    @patient
    def number_format(self, sheet: str, row: int, column: int, height: int, width: int) -> str:
        """The number format of a rectangle in Excel's English; '' where its cells differ in it."""
        return self._range(sheet, row, column, height, width).number_format or ""

    @patient
    def set_number_format(self, sheet: str, row: int, column: int, number_format: str) -> None:
        """Give one cell a number format; what stands in it stays what it is."""
        self._range(sheet, row, column, 1, 1).number_format = number_format

    @patient
    def text(self, name: str) -> str:
        """What stands in the cell of a defined name; '' where there is no such name."""
        try:
            value = self._book.names[name].refers_to_range.value
        except Exception as error:  # each engine has its own for a name that is not there
            if is_busy(error):
                raise
            return ""
        return "" if value is None else str(value)

    @patient
    def show(self, sheet: str, cell: str = "A1") -> None:
        """Bring a cell into view, unless its sheet is hidden."""
        if self._book.sheets[sheet].visible:
            self._book.sheets[sheet].activate()
            self._book.sheets[sheet].range(cell).select()

    @patient
    def status(self, text: str) -> None:
        """Say something in the status bar."""
        self._book.app.status_bar = text

    @patient
    def ask(self, question: str, title: str) -> bool:
        """Ask in a dialog; True for はい."""
        app = self._book.app
        return bool(app.alert(question, title=title, buttons="yes_no", mode="info") == "yes")

    @patient
    def ask_text(self, question: str, title: str) -> str | None:
        """Ask for a word in a dialog; None where it was closed without OK."""
        typed = self._book.app.api.InputBox(question, title)
        return typed if isinstance(typed, str) else None

    @patient
    def warn(self, text: str, title: str) -> None:
        """Say in a dialog what must not be missed."""
        self._book.app.alert(text, title=title, buttons="ok", mode="info")

    def _range(self, sheet: str, row: int, column: int, height: int, width: int) -> Any:
        last = (row + height - 1, column + width - 1)
        return self._book.sheets[sheet].range((row, column), last)


def as_text(text: str) -> str:
    """A text as it is written into a cell that may have no format: Excel shall not read it.

    Excel takes =, +, -, @ for a formula and 001 or 12/1 for a number or a day, unless an
    apostrophe stands before it, which it keeps as a prefix and not as text.
    """
    return f"'{text}" if AMBIGUOUS.match(text) else text


def same_value(one: Any, other: Any) -> bool:
    """Whether two cell values are the same to the eye.

    None and '' are, 1 and 1.0, a day and its midnight, a time and its share of the day.
    """
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    return bool(_comparable(one) == _comparable(other))


def _comparable(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, datetime) and value.date() <= FIRST_DAY:
        value = value.time()
    if isinstance(value, time):
        return share_of_day(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, MIDNIGHT)
    return value


def share_of_day(clock: time) -> float:
    """A time of day as Excel's number; xlwings takes no other."""
    return round((clock.hour * 60 + clock.minute) / 1440 + clock.second / 86_400, 9)
