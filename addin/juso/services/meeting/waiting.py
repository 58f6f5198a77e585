"""Referrals that wait too long, proposed for the next meeting of their kind (実施計画4(1)③)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from juso.core.finding import Finding
from juso.koshu.codes import Meeting
from juso.koshu.referral_course import Told
from juso.koshu.rules.waiting_rules import WAITS
from juso.services.board import Ball
from juso.services.meeting.admission import may_be_named
from juso.services.meeting.cases import MeetingCases


def proposals(cases: MeetingCases, balls: Iterable[Ball]) -> Iterator[Finding]:
    """MTG-017 for each ball the chief is told of and whose case is not on the agenda.

    A meeting that has been held takes no more items, and 重層的支援会議 only cases with consent.
    """
    if cases.meeting is Meeting.LIAISON_COMMITTEE or cases.day < cases.register.today:
        return
    taken = {cases.case_no(item) for item in cases.items}
    for ball in balls:
        referral = ball.referral
        is_new = referral.case_no and referral.case_no not in taken
        if is_new and ball.told is Told.CHIEF and may_be_named(cases, referral.case_no):
            message = (
                f"{referral.case_no}のつなぎのボールが{ball.agency or '引継先'}で"
                f"{ball.age}営業日動いていません。この会議の案件にするかを検討してください。"
            )
            yield cases.desk.remark(WAITS, referral, "referral_no", message)
