"""Sheet 差戻し: what is to be put right in a form, in which cell, by when and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.result_sheet import SYMBOLS
from juso.adapters.styles import (
    HEAD,
    NAVY,
    YELLOW,
    Styles,
    lines_in,
    put,
    row_height,
    set_page,
)
from juso.core.calendar import era_date
from juso.core.finding import Finding, Severity

FRONT = "差戻し"
RED = "#FFC7CE"
WIDTHS = (5, 11, 11, 9, 15, 16, 66)
HEADINGS = ("No.", "重要度", "シート", "セル", "番号", "今の値", "直していただきたいこと")
LINE = {"border": 1, "border_color": "#A6A6A6", "valign": "vcenter"}
LINK = {**LINE, "font_color": "#0563C1", "underline": 1, "align": "center"}


@dataclass(frozen=True, slots=True)
class Letter:
    """What is said besides the findings."""

    title: str  # 月次報告（子育て）令和7年度 6月までの分 第2版
    to: str
    sender: str
    sent_on: date
    answer_by: date
    reason: str = ""
    left_out: Sequence[str] = ()  # sheets of the sender's file that were not copied

    def sentences(self, *, has_list: bool) -> list[str]:
        """The text above the list, or above the reason alone."""
        where = "下の一覧の「セル」を押すと、そのセルが開きます。" if has_list else ""
        what = "赤いセルに付いたメモ" if has_list else "下の「連絡」"
        said = [
            f"お送りいただいた月次報告に、直していただきたいところがあります。{where}",
            f"{what}を読んで直し、このファイルをそのまま保存して、"
            f"{era_date(self.answer_by, weekday=True)}までに返送してください。",
            "直すところのほかの数も、送っていただいたときのまま入っています。計は様式の数式に戻しました。",
        ]
        if self.left_out:
            names = "」「".join(self.left_out)
            said.append(
                f"シート「{names}」は写していません。要るときは元のファイルをお使いください。"
            )
        return said


def write_front(
    book: Workbook, styles: Styles, letter: Letter, findings: Sequence[Finding], copied: set[str]
) -> None:
    """The first sheet; links only lead to sheets that were `copied`."""
    sheet = book.add_worksheet(FRONT)
    set_page(sheet, f"月次報告の差戻し　{letter.title}")
    sheet.hide_gridlines(2)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    row = _write_letter(sheet, styles, letter, has_list=bool(findings))
    if findings:
        for column, text in enumerate(HEADINGS):
            put(sheet, row, column, text, styles(**HEAD, valign="vcenter"))
        sheet.repeat_rows(row)
    for number, finding in enumerate(findings, start=1):
        _write_line(sheet, styles, row + number, number, finding, copied)
    sheet.print_area(0, 0, row + len(findings), len(WIDTHS) - 1)
    sheet.fit_to_pages(1, 0)
    sheet.activate()


def _write_letter(sheet: Worksheet, styles: Styles, letter: Letter, *, has_list: bool) -> int:
    """Who writes to whom, and what; the row after it."""
    last, width = len(WIDTHS) - 1, sum(WIDTHS)
    title = styles(bold=True, font_size=16, font_color=NAVY, text_wrap=False)
    put(sheet, 0, 0, f"月次報告の差戻し　{letter.title}", title)
    sheet.set_row(0, 30)
    put(sheet, 1, 0, f"{letter.to}　御中", styles(bold=True, font_size=12, text_wrap=False))
    sheet.set_row(1, 20)
    right = styles(align="right")
    sheet.merge_range(2, 0, 2, last, f"{era_date(letter.sent_on)}　　{letter.sender}", right)
    row = 4
    for sentence in letter.sentences(has_list=has_list):
        sheet.merge_range(row, 0, row, last, sentence, styles())
        sheet.set_row(row, row_height(lines_in(sentence, width)))
        row += 1
    if letter.reason:
        row += 1
        text = f"連絡：{letter.reason}"
        sheet.merge_range(row, 0, row, last, text, styles(bold=True, bg_color=YELLOW, border=1))
        sheet.set_row(row, row_height(lines_in(text, width)) + 4)
        row += 1
    return row + 1


def _write_line(  # noqa: PLR0913, PLR0917 - where, how and what
    sheet: Worksheet, styles: Styles, row: int, number: int, finding: Finding, copied: set[str]
) -> None:
    fill = {"bg_color": RED if finding.severity is Severity.ERROR else YELLOW}
    key = finding.key.partition("/")[2]
    put(sheet, row, 0, number, styles(**LINE, align="center"))
    put(sheet, row, 1, f"{SYMBOLS[finding.severity]}{finding.severity}", styles(**LINE, **fill))
    put(sheet, row, 2, finding.sheet, styles(**LINE))
    if finding.cell and finding.sheet in copied:
        quoted = finding.sheet.replace("'", "''")
        url = f"internal:'{quoted}'!{finding.cell}"
        sheet.write_url(row, 3, url, styles(**LINK), finding.cell, "このセルを開きます")
    else:
        put(sheet, row, 3, finding.cell or "全体", styles(**LINE, align="center"))
    for column, text in ((4, key or finding.column), (5, finding.value), (6, finding.message)):
        put(sheet, row, column, text, styles(**LINE, num_format="@"))
    lines = max(lines_in(finding.message, WIDTHS[6]), lines_in(finding.value, WIDTHS[5]))
    sheet.set_row(row, row_height(max(lines, 1)))
