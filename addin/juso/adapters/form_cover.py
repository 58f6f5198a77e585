"""Sheet 表紙 of a monthly form: whose report it is, up to which month, and how to fill it in."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.styles import DATE, LIGHT, NAVY, PALE, TEXT, YELLOW, Styles, put, set_page
from juso.core.calendar import FiscalYear
from juso.koshu.tally.cover import (
    CONTACT,
    COVER_LABELS,
    COVER_SHEET,
    MONTH,
    SUBMITTED,
    WRITER,
    Cover,
    cover_text,
)
from juso.koshu.tally.item import Form

TYPED = frozenset({WRITER, MONTH, SUBMITTED, CONTACT})  # the rest is printed
GUIDE = (
    "「提出対象月」には、この月までを報告するという月（例：R7.4）を入れ、毎月直してください。提出日は 2025/5/8 の形で入力します。",
    "シート「月次」の黄色いセルに、4月から提出対象月までの数を半角の数字で入力します。",
    "0件は「0」又は「－」、分からないときは「不詳」と入力します。空欄は「未入力」になります。",
    "1つのセルには数を1つだけ入力します。「約10」「12（3）」「3～5」などは集計できません。",
    "集計型が F の行は月の件数、S の行は月末の数、U の行は実人数です。U の行は足せないので計は空欄です。",
    "項目コードと見出しは変えないでください。行の並べ替えや追加をしても、項目コードで読み取ります。",
    "同じファイルに毎月書き足し、翌月10日までに提出してください。氏名など個人の情報は書かないでください。",
)


FIRST_ROW = 3  # 0-based row of the first label
WIDTHS = (2, 16, 40, 30)  # B to D: the guide spans all three


def write_cover(book: Workbook, styles: Styles, form: Form, year: FiscalYear, cover: Cover) -> None:
    """Labels in column B, what stands beside them in C; only the window's own cells are unlocked."""
    sheet = book.add_worksheet(COVER_SHEET)
    set_page(sheet, f"{form.name}　月次報告", landscape=False)
    sheet.hide_gridlines(2)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 30)
    title = styles(bold=True, font_size=16, font_color=NAVY, text_wrap=False)
    put(sheet, 0, 1, f"重層的支援体制整備事業　月次報告（{form.name}）", title)
    put(sheet, 1, 1, f"{year}　　所管課：{form.division}", styles(text_wrap=False))
    for row, label in enumerate(COVER_LABELS, start=FIRST_ROW):
        _write_line(sheet, styles, row, label, cover)
    month_row = FIRST_ROW + COVER_LABELS.index(MONTH)
    months = [str(month) for month in year.months]
    sheet.data_validation(month_row, 2, month_row, 2, {"validate": "list", "source": months})
    last = _write_guide(sheet, styles, FIRST_ROW + len(COVER_LABELS) + 1)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.print_area(0, 0, last, len(WIDTHS) - 1)
    sheet.fit_to_pages(1, 1)


def _write_line(sheet: Worksheet, styles: Styles, row: int, label: str, cover: Cover) -> None:
    sheet.set_row(row, 24)
    put(sheet, row, 1, label, styles(bold=True, bg_color=PALE, border=1, valign="vcenter"))
    look = {"border": 1, "valign": "vcenter", "align": "left", "indent": 1}
    look |= {"bg_color": YELLOW, "locked": False} if label in TYPED else {"bg_color": LIGHT}
    if label == SUBMITTED:
        put(sheet, row, 2, cover.submitted_on, styles(**look, num_format=DATE))
    else:
        put(sheet, row, 2, cover_text(cover)[label] or None, styles(**look, num_format=TEXT))


def _write_guide(sheet: Worksheet, styles: Styles, row: int) -> int:
    """How to fill in, below the labels; the last row written."""
    put(sheet, row, 1, "記入のしかた", styles(bold=True, font_color=NAVY))
    for number, sentence in enumerate(GUIDE, start=1):
        sheet.set_row(row + number, 30)
        style = styles(valign="vcenter")
        sheet.merge_range(row + number, 1, row + number, 3, f"{number}　{sentence}", style)
    return row + len(GUIDE)
