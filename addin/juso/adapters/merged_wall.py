"""Sheet 提出状況: every window and month on one wall."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.merged_tables import LINE, RED, start_sheet
from juso.adapters.styles import BLUE, GOLD, LIGHT, YELLOW, Styles, put
from juso.adapters.wall_signs import (
    LEGEND,
    PARTLY,
    RATES,
    by_window,
    heading_cells,
    late,
    sign,
)
from juso.koshu.tally.submission import Status
from juso.services.tally.completeness import Rates, Submission, rates
from juso.services.tally.merged import Merged

GREEN = "#C6E0B4"
FILLS: dict[str, dict[str, Any]] = {
    "×": {"bg_color": RED, "bold": True},
    "●": {},
    PARTLY: {"bg_color": YELLOW},
    "○": {"bg_color": BLUE},
    "▼": {"bg_color": GOLD, "bold": True},
    "◎": {"bg_color": GREEN, "bold": True},
}
HEAD_COLUMNS = (("窓口", 6), ("名称", 13), ("機関名", 26), ("提出対象月", 14), ("提出日", 17))
NOTE = f"{LEGEND}下の数は入力済み／必須の欄。期限内率は、いつ届いたか分かる月だけで数えます。"


def write_wall(book: Workbook, styles: Styles, merged: Merged) -> None:
    """提出状況: where each month stands, how many of the required cells, and the rates."""
    months = [(month.label, 10) for month in merged.year.months]
    headings = [*HEAD_COLUMNS, *months, *((name, 9) for name in RATES)]
    sheet = start_sheet(book, styles, "提出状況", headings, NOTE)
    sheet.freeze_panes(3, 2)
    row = 3
    for code, submissions in by_window(merged).items():
        for column, text in enumerate(heading_cells(merged, code)):
            put(sheet, row, column, text, styles(**LINE))
        for column, submission in enumerate(submissions, start=len(HEAD_COLUMNS)):
            text, fill = _mark(submission)
            put(sheet, row, column, text, styles(**LINE, align="center", **fill))
        _write_rates(sheet, styles, row, len(headings) - 2, rates(submissions))
        sheet.set_row(row, 32)
        row += 1
    _write_month_rates(sheet, styles, merged, row)


def _mark(submission: Submission) -> tuple[str, dict[str, Any]]:
    if not submission.is_due:
        return "", {}
    mark = sign(submission)
    if not submission.is_submitted:
        return mark, FILLS[mark]
    is_noted = submission.status is not Status.SUBMITTED
    gap = PARTLY if submission.is_partly and is_noted else ""
    word = str(submission.status) if is_noted else ""
    share = f"{gap}{submission.filled}/{submission.required}"
    return f"{mark}{word}{late(submission)}\n{share}", FILLS[mark]


def _write_rates(sheet: Worksheet, styles: Styles, row: int, column: int, found: Rates) -> None:
    for place, text in enumerate(found.texts, start=column):
        put(sheet, row, place, text, styles(**LINE, align="center", bg_color=LIGHT))


def _write_month_rates(sheet: Worksheet, styles: Styles, merged: Merged, row: int) -> None:
    """提出率 and 期限内率 of every month, and of all together in the corner."""
    first = len(HEAD_COLUMNS)
    look = styles(**LINE, align="center", bg_color=LIGHT)
    for line, name in enumerate(RATES):
        for column in range(first):
            put(sheet, row + line, column, name if column == 1 else None, look)
    for place, month in enumerate(merged.year.months, start=first):
        of_month = rates(s for s in merged.completeness if s.month == month)
        for line, text in enumerate(of_month.texts):
            put(sheet, row + line, place, text, look)
    whole = rates(merged.completeness).texts
    for line, text in enumerate(whole):
        cells = (text, "") if line == 0 else ("", text)
        for place, cell in enumerate(cells, start=first + len(merged.year.months)):
            put(sheet, row + line, place, cell, look)
