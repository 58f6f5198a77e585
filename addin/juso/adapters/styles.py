"""What the workbooks the product makes have in common: one font, a few colours, A4 pages."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juso.core.calendar import FiscalYear
from juso.core.cells import Broken, show, to_cell

FONT = "BIZ UDPゴシック"  # on every Windows 10 and later, made for public documents
SIZE = 10
DATE = '[$-411]ggge"年"m"月"d"日"'
DATETIME = f"{DATE} hh:mm"
TIME = "hh:mm"
INTEGER = "#,##0"
PERCENT = "0.0%"
TEXT = "@"

NAVY, BLUE, PALE, GREY, LIGHT, YELLOW, GOLD = (
    "#1F3864",
    "#BDD7EE",
    "#EAF1FB",
    "#D9D9D9",
    "#F2F2F2",
    "#FFF2CC",
    "#FFC000",
)
HEAD = {"bg_color": NAVY, "font_color": "#FFFFFF", "bold": True, "border": 1}


class FittingSheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose row heights are a first guess: Excel fits a row again when it changes.

    A height set by hand (customHeight) would hide what a clerk adds later; no height at all
    leaves LibreOffice with one line per row.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        if tag == "row" and ("r", 1) not in attributes:  # a heading keeps its height
            attributes = [a for a in attributes if a[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


class _WholeBook(Workbook):  # type: ignore[misc]
    """A workbook written to disk at one stroke: XlsxWriter leaves its zip open on a full disk."""

    def __init__(self, path: Path, options: dict[str, Any]) -> None:
        self._path, self._made = path, BytesIO()
        super().__init__(self._made, options)

    def close(self) -> None:
        super().close()
        self._path.write_bytes(self._made.getbuffer())


class Styles:
    """The formats of one workbook, each made once however often it is asked for."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.gap = book.add_format({"bg_color": YELLOW})  # laid over a cell by a condition
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **facts: Any) -> Format:
        """The format with these XlsxWriter properties on top of the house font."""
        key = tuple(sorted(facts.items()))
        if key not in self._made:
            house = {"font_name": FONT, "font_size": SIZE, "valign": "top", "text_wrap": True}
            self._made[key] = self._book.add_format(house | facts)
        return self._made[key]


def new_workbook(path: Path, title: str, year: FiscalYear | None = None) -> Workbook:
    """An empty workbook whose bytes depend on its content only.

    Built in memory: temporary files would leave personal data on the PC.
    """
    house = {"font_name": FONT, "font_size": SIZE}
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = _WholeBook(path, options | {"default_format_properties": house})
    created = datetime.combine((year or FiscalYear(2025)).first_day, time())
    book.set_properties({"title": title, "author": "juso", "created": created})
    return book


def set_page(sheet: Worksheet, title: str, *, landscape: bool = True) -> None:
    """A4 with the title, the sheet's name, 取扱注意 and page numbers."""
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    font = f'&9&"{FONT},標準"'  # the size first: a title may begin with a digit
    left = title[:80].replace("&", "&&")
    sheet.set_header(f"&L{font}{left}&C{font}&A&R{font}取扱注意", {"margin": 0.35})
    sheet.set_footer(f"&C{font}&P / &N ページ", {"margin": 0.3})


def put(sheet: Worksheet, row: int, place: int, value: Any, style: Format | None = None) -> None:
    """Write a typed value as the cell holds it; text never becomes a formula or a link."""
    cell = to_cell(value)
    if cell is None:
        if style is not None:
            sheet.write_blank(row, place, None, style)
    elif isinstance(cell, Broken):
        _put_broken(sheet, row, place, cell, style)
    elif isinstance(cell, str):
        sheet.write_string(row, place, cell, style)
    elif isinstance(cell, date) and cell.year < 1900:  # before Excel's first day
        sheet.write_string(row, place, show(cell), style)
    elif isinstance(cell, date | time):
        sheet.write_datetime(row, place, cell, style)
    else:
        sheet.write_number(row, place, cell, style)


def _put_broken(sheet: Worksheet, row: int, place: int, cell: Broken, style: Format | None) -> None:
    """An error value, a formula nobody has calculated, or a cell merged with the one above."""
    if cell.startswith("#"):
        sheet.write_formula(row, place, f"={cell}", style, cell)
    elif cell.startswith("="):
        sheet.write_formula(row, place, cell, style, "")
    else:
        sheet.merge.append([row - 1, place, row, place])
        sheet.write_blank(row, place, None, style)


def text_width(text: str) -> int:
    """Width in half-width characters; full-width ones count two, as they do in Shift_JIS."""
    return len(text.encode("cp932", "replace"))


def lines_in(text: str, width: float) -> int:
    """How many lines a text takes in a column of `width`."""
    if len(text) * 2 <= width and "\n" not in text:
        return 1
    across = max(int(width), 1)
    return sum(-(-max(text_width(line), 1) // across) for line in text.split("\n"))


def row_height(lines: int) -> float:
    """Height in points of a row of text; Excel allows 409."""
    return min(14.5 * lines + 2, 409)
