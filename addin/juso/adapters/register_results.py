"""The sheets that buttons fill, as the register is made: empty, and saying which button that is."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juso.adapters.register_marks import name_marks
from juso.adapters.result_sheet import FIRST_ROW, HEADING_ROW, OPENING_ROW, Field, Kind, ResultSheet
from juso.adapters.result_sheets import RESULT_SHEETS
from juso.adapters.styles import (
    BLUE,
    DATE,
    HEAD,
    INTEGER,
    PERCENT,
    TEXT,
    Styles,
    lines_in,
    row_height,
    set_page,
)
from juso.core.finding import Severity

TAB = "#C6E0B4"
ON_SCREEN = 140  # half-width characters across a small screen
LINE = {"bottom": 1, "bottom_color": "#BFBFBF"}
FORMATS: Mapping[Kind, dict[str, Any]] = {
    Kind.TEXT: {"num_format": TEXT},
    Kind.SENTENCE: {},
    Kind.LINK: {"font_color": "#0563C1", "underline": 1},
    Kind.DAY: {"num_format": DATE},
    Kind.NUMBER: {"num_format": INTEGER},
    Kind.DAYS_OVER: {"num_format": '0"日超過";"あと"0"日";"本日"'},
    Kind.SHARE: {"num_format": PERCENT},
}


def write_results(
    book: Workbook, styles: Styles, looks: Mapping[Severity, Format], title: str
) -> None:
    """All result sheets, and the names under which the marks are found."""
    for declared in RESULT_SHEETS:
        lay_out(book, book.add_worksheet(declared.title), styles, declared, looks, title)
    name_marks(book)


def lay_out(  # noqa: PLR0913, PLR0917 - one sheet of one workbook
    book: Workbook,
    sheet: Worksheet,
    styles: Styles,
    declared: ResultSheet,
    looks: Mapping[Severity, Format],
    title: str,
) -> None:
    """One result sheet with its headings and nothing below them."""
    _columns(sheet, styles, declared)
    _opening(sheet, styles, declared)
    _highlights(sheet, declared, looks, book.add_format(LINE))
    _view(sheet, declared, title)


def _columns(sheet: Worksheet, styles: Styles, declared: ResultSheet) -> None:
    for place, field in enumerate(declared.fields):
        hidden = {"hidden": True} if field.is_hidden else None
        sheet.set_column(place, place, field.width, styles(**field_format(field)), hidden)
        head = HEAD | ({"bg_color": BLUE, "font_color": "#000000"} if field.prompt else {})
        style = styles(**head, align="center", valign="vcenter", num_format=TEXT)
        sheet.write_string(HEADING_ROW - 1, place, field.label, style)
        if field.prompt:
            message = {"input_title": field.label, "input_message": field.prompt}
            cells = (FIRST_ROW - 1, place, declared.last_row - 1, place)
            sheet.data_validation(*cells, _allowed(field) | message)
    sheet.set_row(HEADING_ROW - 1, 22)


def _allowed(field: Field) -> dict[str, Any]:
    if not field.choices:
        return {"validate": "any"}
    return {"validate": "list", "source": list(field.choices), "error_type": "warning"}


def field_format(field: Field) -> dict[str, Any]:
    """The XlsxWriter properties of the cells below a heading."""
    return FORMATS[field.kind] | ({"align": "center"} if field.is_centred else {})


def _opening(sheet: Worksheet, styles: Styles, declared: ResultSheet) -> None:
    """Title, what the sheet is, and the lines the product writes: at first, what to press."""
    sheet.write_string(0, 0, declared.title, styles(bold=True, font_size=14, text_wrap=False))
    sheet.set_row(0, 24)
    widths = [*accumulate(field.width for field in declared.shown)]
    last = bisect(widths, ON_SCREEN) - 1
    sheet.merge_range(1, 0, 1, last, declared.about, styles())
    sheet.set_row(1, row_height(lines_in(declared.about, widths[last] - 6)))
    line = styles(bold=True, num_format=TEXT, text_wrap=False)
    sheet.write_string(OPENING_ROW - 1, 0, declared.empty, line)
    for row in range(OPENING_ROW, HEADING_ROW - 1):
        sheet.write_blank(row, 0, None, styles(num_format=TEXT, text_wrap=False))


def _highlights(
    sheet: Worksheet, declared: ResultSheet, looks: Mapping[Severity, Format], line: Format
) -> None:
    """Shaded cells, and a line below every row that holds something."""
    first, last = FIRST_ROW - 1, declared.last_row - 1
    for highlight in declared.highlights:
        start, end = declared.place(highlight.first), declared.place(highlight.last)
        rule = {"type": "formula", "criteria": declared.formula(highlight)}
        look = {"format": looks[highlight.severity]}
        sheet.conditional_format(first, start, last, end, rule | look)
    filled = f'=$A{FIRST_ROW}&$B{FIRST_ROW}&$C{FIRST_ROW}<>""'
    rule = {"type": "formula", "criteria": filled, "format": line}
    sheet.conditional_format(first, 0, last, len(declared.shown) - 1, rule)


def _view(sheet: Worksheet, declared: ResultSheet, title: str) -> None:
    last = len(declared.shown) - 1
    sheet.autofilter(HEADING_ROW - 1, 0, declared.last_row - 1, last)
    sheet.freeze_panes(HEADING_ROW, declared.frozen)
    sheet.set_tab_color(TAB)
    set_page(sheet, title)
    sheet.repeat_rows(HEADING_ROW - 1)
    sheet.fit_to_pages(1, 0)
