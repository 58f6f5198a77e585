"""Sheets 市全体, 窓口別 and 拠点別 of the merged monthly figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juso.adapters.styles import (
    GREY,
    HEAD,
    INTEGER,
    LIGHT,
    PALE,
    YELLOW,
    Styles,
    lines_in,
    put,
    row_height,
    set_page,
)
from juso.koshu.tally.core_items import CORE_ITEMS
from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.items import FORMS, WINDOW_FORMS
from juso.koshu.tally.site_items import COMMON_ITEMS, site_code
from juso.koshu.tally.sites import community_sites
from juso.services.tally.gaps import gap_text, gaps_of, persons_gap
from juso.services.tally.merged import Merged
from juso.services.tally.totals import CITY, Total, TotalRow

LINE = {"border": 1, "border_color": "#A6A6A6", "valign": "vcenter"}
SITES = "R"
CITY_SHEET = "市全体"
CITY_NOTE = (
    "4窓口の計。※は欠けている窓口・月がある計で、暫定です。型 F は月の計、S は月末の値。"
    "U（実人数）は足せないので、台帳で同じ人を1人に数えた値を載せ、出せない月は灰色です。"
)
ONCE = {
    "人": "市全体。台帳で同じ人を1人に数えた値",
    "世帯": "市全体。台帳で同じ世帯を1世帯に数えた値",
}
GAP_WIDTH = 34
GAP_FORMAT = f'{INTEGER}"※"'
RED = "#F8CBAD"


def start_sheet(
    book: Workbook, styles: Styles, name: str, headings: Sequence[tuple[str, float]], note: str
) -> Worksheet:
    """A printable sheet with a title line, one note and the heading row; rows follow from 3."""
    sheet = book.add_worksheet(name)
    set_page(sheet, f"月次報告の統合　{name}")
    for column, (text, width) in enumerate(headings):
        sheet.set_column(column, column, width)
        put(sheet, 2, column, text, styles(**HEAD, align="center", valign="vcenter"))
    put(sheet, 0, 0, name, styles(bold=True, font_size=14, text_wrap=False))
    put(sheet, 1, 0, note, styles(text_wrap=False))
    sheet.set_row(0, 24)
    sheet.set_row(2, 30)
    sheet.repeat_rows(2)
    sheet.fit_to_pages(1, 0)
    return sheet


def write_city(book: Workbook, styles: Styles, merged: Merged) -> None:
    """市全体: every common item that can be added, by month, over the four windows."""
    months = [(month.label, 7.5) for month in merged.year.months]
    headings = [("コード", 8), ("項目", 34), ("単位", 6), ("型", 5), *months, ("年度計", 9)]
    headings += [("暫定", 6), ("欠けているもの", GAP_WIDTH)]
    sheet = start_sheet(book, styles, CITY_SHEET, headings, CITY_NOTE)
    sheet.freeze_panes(3, 4)
    found = {row.item.code: row for row in merged.total_rows if row.scope == CITY}
    for number, item in enumerate(CORE_ITEMS, start=3):
        row = found.get(item.code) or TotalRow(CITY, item, (), (), {}, None)
        _write_city_row(sheet, styles, merged, number, row)
    sheet.autofilter(2, 0, 2 + len(CORE_ITEMS), len(headings) - 1)


def _write_city_row(
    sheet: Worksheet, styles: Styles, merged: Merged, number: int, row: TotalRow
) -> None:
    is_persons = row.item.kind is Kind.UNIQUE
    label = f"{row.item.label}（{ONCE[row.item.unit]}）" if is_persons else row.item.label
    _write_item(sheet, styles, number, row.item, label)
    for column, month in enumerate(merged.year.months, start=4):
        total = row.month(month)
        is_told = total.value is not None or not is_persons
        style = _total_style(styles, total) if is_told else styles(**LINE, bg_color=GREY)
        put(sheet, number, column, total.value, style)
    year = row.year or Total(None)
    no_year = is_persons and year.value is None
    style = styles(**LINE, bg_color=GREY) if no_year else _total_style(styles, year, bold=True)
    put(sheet, number, 16, year.value, style)
    gaps = persons_gap(row) if is_persons else gap_text(gaps_of(row))
    is_known = any(value is not None for value in row.values)
    mark = "暫定" if gaps and is_known and not is_persons else ""
    put(sheet, number, 17, mark, styles(**LINE, align="center", font_size=9))
    put(sheet, number, 18, gaps, styles(**LINE, font_size=9))
    lines = max(lines_in(gaps, GAP_WIDTH), lines_in(label, 34))
    sheet.set_row(number, row_height(lines))


def _write_item(
    sheet: Worksheet, styles: Styles, row: int, item: TallyItem, label: str = ""
) -> None:
    put(sheet, row, 0, item.code, styles(**LINE, bg_color=LIGHT))
    put(sheet, row, 1, label or item.label, styles(**LINE))
    put(sheet, row, 2, item.unit, styles(**LINE, align="center"))
    put(sheet, row, 3, str(item.kind), styles(**LINE, align="center"))


def _total_style(styles: Styles, total: Total, *, bold: bool = False) -> Format:
    """A sum with a gap in it carries ※."""
    facts: dict[str, Any] = {**LINE, "align": "right", "bold": bold, "num_format": INTEGER}
    if total.value is not None and total.missing:
        facts |= {"num_format": GAP_FORMAT, "bg_color": YELLOW}
    return styles(**facts)


def write_windows(book: Workbook, styles: Styles, merged: Merged) -> None:
    """窓口別: the year's figure of every item, one column for each window or programme."""
    names = [(form.name, 11) for form in WINDOW_FORMS]
    headings = [("コード", 9), ("項目", 40), ("単位", 6), ("型", 5), *names, ("計", 11)]
    note = "年度の値。※は欠けている月がある値です。灰色の計は実人数（足せません）で、年度累計の行は最後に報告した月の値です。"
    sheet = start_sheet(book, styles, "窓口別", headings, note)
    sheet.freeze_panes(3, 4)
    years = {(row.scope, row.item.code): row.year for row in merged.total_rows}
    number = 3
    for group, items in _groups():
        style = styles(bold=True, bg_color=PALE, text_wrap=False)
        for column in range(len(headings)):
            put(sheet, number, column, group if column == 1 else None, style)
        number += 1
        for scopes, item in items:
            _write_item(sheet, styles, number, item)
            _write_years(sheet, styles, number, [years.get((s, item.code)) for s in scopes])
            if item.kind is Kind.UNIQUE:
                put(sheet, number, 8, None, styles(**LINE, bg_color=GREY))
            sheet.set_row(number, row_height(lines_in(item.label, 40)))
            number += 1


Line = tuple[tuple[str, ...], TallyItem]  # scopes of the five columns, '' for none


def _groups() -> list[tuple[str, list[Line]]]:
    """The headings of all forms with their rows, the common ones once for the four windows."""
    groups: dict[str, list[Line]] = {}
    windows = tuple(form.code for form in WINDOW_FORMS)
    for item in CORE_ITEMS:
        groups.setdefault(item.group, []).append(((*windows, CITY), item))
    common = {item.code for item in (*CORE_ITEMS, *COMMON_ITEMS)}
    for declared in FORMS:
        scopes = tuple(w if w == declared.code else "" for w in windows)
        for item in declared.items:
            if item.code.partition("-")[0] not in common:
                title = f"{declared.name}：{item.group}"
                groups.setdefault(title, []).append(((*scopes, declared.code), item))
    return list(groups.items())


def _write_years(
    sheet: Worksheet, styles: Styles, row: int, totals: Sequence[Total | None]
) -> None:
    for column, total in enumerate(totals, start=4):
        style = _total_style(styles, total or Total(None), bold=column == 8)
        put(sheet, row, column, total.value if total else None, style)


def write_sites(book: Workbook, styles: Styles, merged: Merged) -> None:
    """拠点別: the rows all places of community building share, one line for each place."""
    items = [item for item in COMMON_ITEMS if item.cumulative or item.kind is not Kind.UNIQUE]
    names = [(f"{item.label}（{item.unit}）", 11) for item in items]
    headings = [("拠点", 6), ("名称", 36), ("事業", 36), *names]
    note = "年度の値。※は欠けている月がある値です。実人数は拠点どうしで足しません。"
    sheet = start_sheet(book, styles, "拠点別", headings, note)
    sheet.set_row(2, 48)
    sheet.freeze_panes(3, 2)
    years = {row.item.code: row.year for row in merged.total_rows if row.scope == SITES}
    for row, site in enumerate(community_sites(), start=3):
        for column, text in enumerate((site.site_no, site.name, site.service.services[0])):
            put(sheet, row, column, text, styles(**LINE))
        sheet.set_row(row, 17)
        for column, item in enumerate(items, start=3):
            total = years.get(site_code(item.code, site.site_no)) or Total(None)
            put(sheet, row, column, total.value, _total_style(styles, total))
