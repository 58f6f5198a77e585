"""コード表: every closed list a column uses, one value a row, so that it can be filtered."""

from __future__ import annotations

import re

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.register_inputs import list_name, list_title
from juso.adapters.styles import (
    BLUE,
    HEAD,
    PALE,
    FittingSheet,
    Styles,
    lines_in,
    row_height,
    set_page,
)
from juso.core.codelist import CodeList
from juso.koshu.codes import Issue
from juso.koshu.sheets import SHEETS

CODES = "コード表"
FIELD_LIST = "分野_課題区分"  # beside 一覧_課題区分, for the formula of 関与分野数
CODE_WIDTHS = (28, 44, 38, 8, 8, 42, 34)


def write_codes(book: Workbook, styles: Styles, title: str) -> None:
    """コード表: every closed list a column uses, one value a row."""
    sheet = book.add_worksheet(CODES, FittingSheet)
    for place, width in enumerate(CODE_WIDTHS):
        sheet.set_column(place, place, width)
    labels = ("一覧", "値", "説明", "分野", "コード", "使う列", "一覧の根拠・補足")
    sheet.write_row(0, 0, labels, styles(**HEAD))
    row = 1
    for codes, users in used_lists():
        _write_list(sheet, styles, row, codes, users)
        first, row = row + 1, row + len(codes)
        book.define_name(list_name(list_title(codes)), f"='{CODES}'!$B${first}:$B${row}")
        if codes is Issue:
            book.define_name(FIELD_LIST, f"='{CODES}'!$D${first}:$D${row}")
    sheet.autofilter(0, 0, row - 1, len(labels) - 1)
    sheet.freeze_panes(1, 0)
    set_page(sheet, title)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})


def used_lists() -> list[tuple[type[CodeList], list[str]]]:
    """The code lists in the order of the columns that use them, with those columns' names."""
    found: dict[type[CodeList], list[str]] = {}
    for row_type in SHEETS:
        for column in row_type.columns:
            if column.is_code:
                found.setdefault(column.kind, []).append(f"{row_type.sheet}「{column.label}」")
    return list(found.items())


def _write_list(
    sheet: Worksheet,
    styles: Styles,
    row: int,
    codes: type[CodeList],
    users: list[str],
) -> None:
    for number, member in enumerate(codes, start=row):
        first = number == row
        style = styles(border=1, bg_color=BLUE if first else PALE, bold=first)
        plain = styles(border=1)
        cells = (
            list_title(codes),
            str(member),
            "" if codes is Issue else _explain(member),
            member.note if codes is Issue else "",
            member.code,
            "、".join(users) if first else "",
            list_note(codes) if first else "",
        )
        sheet.write_row(number, 0, cells, plain)
        sheet.write_string(number, 0, cells[0], style)
        sheet.set_row(number, row_height(max(map(lines_in, cells, CODE_WIDTHS))))


def _explain(member: CodeList) -> str:
    """A member's note, led by what its list says such a note is (初動までの日数：3)."""
    meaning = re.search(r"2つ目の語は(.+?)。", type(member).__doc__ or "")
    return f"{meaning[1]}：{member.note}" if meaning and member.note else member.note


def list_note(codes: type[CodeList]) -> str:
    """What a list's docstring adds to its name: 実施計画7(1)."""
    doc = re.sub(r"；\dつ目の語は.*", "", codes.__doc__ or "")
    rest = doc.removeprefix(list_title(codes)).strip("：。")
    return rest[1:-1] if rest.startswith("（") and rest.endswith("）") else rest
