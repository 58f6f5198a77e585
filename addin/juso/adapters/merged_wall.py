"""Sheet 提出状況: every window and month on one wall."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook

from juso.adapters.merged_tables import LINE, RED, start_sheet
from juso.adapters.styles import YELLOW, Styles, put
from juso.core.calendar import era_date, era_month
from juso.koshu.tally.items import form
from juso.services.tally.completeness import Submission
from juso.services.tally.merged import Merged


def write_wall(book: Workbook, styles: Styles, merged: Merged) -> None:
    """提出状況: who has reported which month, and how many of the required cells."""
    months = [(month.label, 10) for month in merged.year.months]
    headings = [
        ("窓口", 6),
        ("名称", 13),
        ("機関名", 26),
        ("提出対象月", 14),
        ("提出日", 17),
        *months,
    ]
    note = "●は必須の欄がすべて入力済み、△は未入力の欄がある月（入力済み／必須）、×は未提出、空白はまだ期限の来ていない月です。"
    sheet = start_sheet(book, styles, "提出状況", headings, note)
    sheet.freeze_panes(3, 2)
    by_window: dict[str, list[Submission]] = {}
    for submission in merged.completeness:
        by_window.setdefault(submission.window, []).append(submission)
    for row, (code, submissions) in enumerate(by_window.items(), start=3):
        reading = merged.forms.get(code)
        cover = reading.cover if reading else None
        month = era_month(cover.month) if cover and cover.month else "（未提出）"
        day = era_date(cover.submitted_on) if cover and cover.submitted_on else ""
        head = (code, form(code).name, form(code).agency, month, day)
        for column, text in enumerate(head):
            put(sheet, row, column, text, styles(**LINE))
        for column, submission in enumerate(submissions, start=len(head)):
            text, fill = _mark(submission)
            put(sheet, row, column, text, styles(**LINE, align="center", **fill))
        sheet.set_row(row, 32)


def _mark(submission: Submission) -> tuple[str, dict[str, Any]]:
    if not submission.is_due:
        return "", {}
    if not submission.is_submitted:
        return "×", {"bg_color": RED, "bold": True}
    share = f"{submission.filled}/{submission.required}"
    if submission.filled < submission.required:
        return f"△\n{share}", {"bg_color": YELLOW}
    return f"●\n{share}", {}
