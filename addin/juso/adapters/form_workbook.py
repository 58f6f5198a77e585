"""The monthly form as a workbook: what a window receives in April and fills in month by month."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juso.adapters.form_cover import write_cover
from juso.adapters.styles import (
    BLUE,
    GREY,
    INTEGER,
    LIGHT,
    NAVY,
    PALE,
    YELLOW,
    Styles,
    lines_in,
    new_workbook,
    put,
    set_page,
)
from juso.core.calendar import FiscalYear, Month
from juso.core.finding import address
from juso.koshu.tally.cover import TALLY_SHEET, Cover
from juso.koshu.tally.item import Form, Kind, TallyItem

Figures = Mapping[tuple[str, Month], Any]  # item code and month -> what the cell holds

HEADER_ROW = 2  # 0-based; above it the title and how to fill in
FIRST_MONTH = 4  # 0-based column of 4月
TOTAL = FIRST_MONTH + 12
REMARKS = TOTAL + 1
LABEL_WIDTH = 36
WIDTHS = (9, LABEL_WIDTH, 6, 7, *(7.5,) * 12, 9, 18)
ABOVE_TABLE = (
    "黄色いセルに数を入力します。0件は「0」又は「－」、分からないときは「不詳」。空欄は未入力です。"
)
LINE = {"border": 1, "border_color": "#A6A6A6", "valign": "vcenter"}
PROMPT = "0件は「0」又は「－」、分からないときは「不詳」と入力します。"
REFUSAL = (
    "0以上の整数を半角で入力してください。0件は「0」又は「－」、分からないときは「不詳」です。"
)


def write_form(  # noqa: PLR0913, PLR0917 - the parts of a form
    path: Path,
    form: Form,
    year: FiscalYear,
    figures: Figures,
    cover: Cover,
    headings: Mapping[Month, str] = MappingProxyType({}),
) -> None:
    """Write one form; the same figures give the same bytes. A cell without a figure stays blank.

    `headings` are those of months that are not called 4月 and so on.
    """
    book = new_workbook(path, f"月次報告（{form.name}）{year}", year)
    styles = Styles(book)
    write_cover(book, styles, form, year, cover)
    sheet = book.add_worksheet(TALLY_SHEET)
    _set_up(sheet, form, year)
    _write_heading(sheet, styles, form, year, headings)
    lines = lines_of(form)
    for row, line in enumerate(lines, start=HEADER_ROW + 1):
        if isinstance(line, str):
            _write_group(sheet, styles, row, line)
        else:
            values = [figures.get((line.code, month)) for month in year.months]
            _write_item(sheet, styles, row, line, values)
    row = HEADER_ROW + 1
    for decimals, run in groupby(lines, key=lambda x: isinstance(x, TallyItem) and x.decimals):
        last = row + len(list(run)) - 1
        _allow(sheet, row, last, decimals=decimals)
        row = last + 1
    sheet.autofilter(HEADER_ROW, 0, row - 1, REMARKS)
    sheet.print_area(0, 0, row - 1, REMARKS)
    book.close()


def lines_of(form: Form) -> list[str | TallyItem]:
    """The rows of the table in order: each group's heading before its items."""
    lines: list[str | TallyItem] = []
    for group, items in groupby(form.items, key=lambda item: item.group):
        lines += [group, *items]
    return lines


def blank_form(path: Path, form: Form, year: FiscalYear) -> None:
    """Write a form nobody has filled in yet."""
    write_form(path, form, year, {}, Cover.of(form, year))


def _set_up(sheet: Worksheet, form: Form, year: FiscalYear) -> None:
    set_page(sheet, f"{form.name}　{year}　月次報告")
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(HEADER_ROW + 1, FIRST_MONTH)
    sheet.repeat_rows(HEADER_ROW)
    sheet.fit_to_pages(1, 0)
    sheet.protect(
        "", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True}
    )


def _write_heading(
    sheet: Worksheet, styles: Styles, form: Form, year: FiscalYear, months: Mapping[Month, str]
) -> None:
    title = styles(bold=True, font_size=14, font_color=NAVY, text_wrap=False)
    put(sheet, 0, 0, f"{form.name}　{year}　月次報告", title)
    put(sheet, 1, 0, ABOVE_TABLE, styles(text_wrap=False))
    head = styles(bold=True, bg_color=BLUE, border=1, align="center", valign="vcenter")
    labels = (months.get(month, month.label) for month in year.months)
    headings = ("項目コード", "項目", "単位", "集計型", *labels, "計", "備考")
    sheet.set_row(0, 24)
    sheet.set_row(HEADER_ROW, 30)
    for column, text in enumerate(headings):
        put(sheet, HEADER_ROW, column, text, head)


def _write_group(sheet: Worksheet, styles: Styles, row: int, group: str) -> None:
    style = styles(bold=True, bg_color=PALE, font_color=NAVY, text_wrap=False, valign="vcenter")
    sheet.set_row(row, 18)
    for column in range(REMARKS + 1):
        put(sheet, row, column, group if column == 1 else None, style)


def _write_item(
    sheet: Worksheet, styles: Styles, row: int, item: TallyItem, values: list[Any]
) -> None:
    locked = styles(**LINE, bg_color=LIGHT)
    put(sheet, row, 0, item.code, locked)
    put(sheet, row, 1, item.label, styles(**LINE))
    put(sheet, row, 2, item.unit, styles(**LINE, align="center"))
    put(sheet, row, 3, str(item.kind), styles(**LINE, align="center"))
    if item.note:
        sheet.write_comment(row, 1, item.note, {"x_scale": 2, "author": ""})
    look = {**LINE, "locked": False, "align": "right", "num_format": number_format(item)}
    cell = styles(**look, bg_color=YELLOW) if item.required else styles(**look)
    for column, value in enumerate(values, start=FIRST_MONTH):
        put(sheet, row, column, value, cell)
    _write_total(sheet, styles, row, item, values)
    put(sheet, row, REMARKS, None, styles(**LINE, locked=False))
    sheet.set_row(row, 17 * lines_in(item.label, LABEL_WIDTH))


def _write_total(
    sheet: Worksheet, styles: Styles, row: int, item: TallyItem, values: list[Any]
) -> None:
    """F adds its months, S repeats its last one, U has no total."""
    if item.kind is Kind.UNIQUE:
        put(sheet, row, TOTAL, None, styles(**LINE, bg_color=GREY))
        return
    months = f"{address(row + 1, FIRST_MONTH)}:{address(row + 1, TOTAL - 1)}"
    numbers = [value for value in values if isinstance(value, int | float)]
    style: Format = styles(**LINE, bold=True, num_format=number_format(item), bg_color=LIGHT)
    if item.kind is Kind.FLOW:
        sheet.write_formula(row, TOTAL, f"=SUM({months})", style, sum(numbers))
    else:
        last = numbers[-1] if numbers else 0
        formula = f"=IFERROR(LOOKUP(9E+307,{months}),0)"
        sheet.write_formula(row, TOTAL, formula, style, last)


def number_format(item: TallyItem) -> str:
    """How Excel shows a row's figures."""
    return "#,##0.0" if item.decimals else INTEGER


def _allow(sheet: Worksheet, first: int, last: int, *, decimals: bool) -> None:
    """Let in numbers the rows can hold, a dash and 不詳; the rest is refused while typing."""
    cell = address(first + 1, FIRST_MONTH)
    rule = entry_rule(cell, decimals=decimals)
    sheet.data_validation(first, FIRST_MONTH, last, TOTAL - 1, rule)


def entry_rule(cell: str, *, decimals: bool) -> dict[str, str]:
    """The data validation of a range of figures whose first cell this is."""
    whole = "" if decimals else f",INT({cell})={cell}"
    words = ",".join(f'{cell}="{word}"' for word in ("－", "-", "不詳", "…"))
    return {
        "validate": "custom",
        "value": f"=IF(ISNUMBER({cell}),AND({cell}>=0{whole}),OR({words}))",
        "input_message": PROMPT,
        "error_title": "入力できない値です",
        "error_message": REFUSAL,
    }
