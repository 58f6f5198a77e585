"""提出状況 in signs: what stands for each state of a month, on paper and on the register's sheet."""

from __future__ import annotations

from juso.core.calendar import era_date, era_month
from juso.koshu.tally.items import form
from juso.koshu.tally.submission import Status
from juso.services.tally.completeness import Submission
from juso.services.tally.merged import Merged

SIGNS = {
    Status.MISSING: "×",
    Status.SUBMITTED: "●",
    Status.RECEIVED: "○",
    Status.RETURNED: "▼",
    Status.SETTLED: "◎",
}
PARTLY = "△"
LATE = "遅"
RATES = ("提出率", "期限内率")
LEGEND = (
    "◎確定　○受付　▼差戻し　●提出（受付前）　△未入力の欄がある月　×未提出　"
    "遅：期限（翌月10日）の後に届いた月。空白はまだ期限の来ていない月です。"
)


def by_window(merged: Merged) -> dict[str, list[Submission]]:
    """The months of each form, in the order of the forms."""
    found: dict[str, list[Submission]] = {}
    for submission in merged.completeness:
        found.setdefault(submission.window, []).append(submission)
    return found


def heading_cells(merged: Merged, code: str) -> tuple[str, str, str, str, str]:
    """What stands before the months of one form: who reports, up to which month, sent when."""
    reading = merged.forms.get(code)
    cover = reading.cover if reading else None
    month = era_month(cover.month) if cover and cover.month else "（未提出）"
    day = era_date(cover.submitted_on) if cover and cover.submitted_on else ""
    return code, form(code).name, form(code).agency, month, day


def sign(submission: Submission) -> str:
    """The sign of a month: while nobody has received it whether it has gaps, later its state."""
    if submission.status is Status.SUBMITTED and submission.is_partly:
        return PARTLY
    return SIGNS[submission.status]


def late(submission: Submission) -> str:
    """遅 for a month that was received and came after its deadline."""
    return LATE if submission.version and submission.on_time is False else ""
