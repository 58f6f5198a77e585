"""M: what each figure of 多機関協働 counts in the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from juso.koshu.agencies import MULTI_AGENCY_TEAM, OUTREACH_TEAM
from juso.koshu.codes import (
    AgencyKind,
    AgendaKind,
    Attendance,
    CaseState,
    ClosingReason,
    Conclusion,
    Meeting,
    PlanKind,
    PlanStep,
    ReferralKind,
    ReferralResult,
    Window,
)
from juso.koshu.sheets import AgendaItem, AttendanceRecord, MeetingRecord, Plan, Referral
from juso.koshu.tally.counts_basis import (
    Count,
    Definition,
    Scope,
    Stock,
    beginnings,
    described,
    ended_on,
    endings,
    once,
    split,
)
from juso.koshu.tally.counts_plan import agency_count
from juso.koshu.tally.counts_referral import LOST
from juso.koshu.tally.counts_support import plans_of, referred_as

TEAMS = frozenset({MULTI_AGENCY_TEAM, OUTREACH_TEAM})
WINDOWS = dict(zip(Window, ("M01a", "M01b", "M01c", "M01d"), strict=True))
SUBJECTS = {
    AgendaKind.PLAN_REVIEW: "M12a",
    AgendaKind.CLOSING_REVIEW: "M12b",
    AgendaKind.RESOURCES: "M12c",
}
REASONS = {reason: f"M08{letter}" for letter, reason in zip("abcdefg", ClosingReason, strict=True)}
ENDING = frozenset({Conclusion.CLOSE, Conclusion.SUSPEND})

received = referred_as(ReferralKind.MULTI_AGENCY)
decided = plans_of(PlanKind.MULTI_AGENCY, "decided_on")


def source_code(referral: Referral, scope: Scope) -> str:
    """M01a–f: the four windows, a division of the city, somebody outside.

    M01g, people who come by themselves, have no referral: their windows count them.
    """
    if window := scope.window_of(referral.from_agency):
        return WINDOWS[window]
    agency = scope.register.agency_by_name.get(referral.from_agency)
    is_division = agency is not None and agency.kind is AgencyKind.DIVISION
    return "M01e" if is_division or referral.from_agency in TEAMS else "M01f"


@described(
    Plan, "多機関協働のプランで支援中のケース", "最初のプランの決定日", "評価日又は終結日・中断日"
)
def supported(scope: Scope) -> Iterator[tuple[date, date | None, Plan]]:
    """支援中: from a case's first decided plan to its end, with that plan as the row."""
    begun: dict[str, tuple[date, Plan]] = {}
    for day, plan in decided(scope):
        if plan.case_no not in begun or day < begun[plan.case_no][0]:
            begun[plan.case_no] = day, plan
    for day, plan in begun.values():
        end = ending(plan, scope)
        yield day, max(end[0], day) if end else None, plan


def ending(plan: Plan, scope: Scope) -> tuple[date, ClosingReason | None] | None:
    """How support that began with a plan ended: the day, and the reason of a closing.

    The conference ends it by an evaluation; a case closed without one ends it too.
    """
    register = scope.register
    case = scope.case_of(plan)
    reason = (case.closing_reason if case else None) or ClosingReason.OTHER
    for e in sorted_evaluations(plan, scope):
        if e.conclusion in ENDING:
            closes = e.conclusion is Conclusion.CLOSE
            return e.evaluated_on, (e.closing_reason or reason) if closes else None
    day = ended_on(case) if case else None
    if case is None or day is None or day > register.today:
        return None
    return day, reason if case.state is CaseState.CLOSED else None


def sorted_evaluations(plan: Plan, scope: Scope) -> list[Any]:
    """Dated evaluations of the 多機関協働 plans of the plan's case, oldest first."""
    register = scope.register
    plans = {
        p.plan_no
        for p in register.plans_of.get(plan.case_no, ())
        if p.kind is PlanKind.MULTI_AGENCY
    }
    found = register.evaluations_of_case.get(plan.case_no, ())
    dated = (e for e in found if e.plan_no in plans and e.evaluated_on is not None)
    return sorted(dated, key=lambda e: e.evaluated_on)


def _closed_for(plan: Plan, scope: Scope) -> ClosingReason | None:
    end = ending(plan, scope)
    return end[1] if end else None


def _reason(plan: Plan, scope: Scope) -> tuple[str, ...]:
    reason = _closed_for(plan, scope)
    return (REASONS[reason],) if reason else ()


def _resumes(plan: Plan, scope: Scope) -> bool:
    case = scope.case_of(plan)
    return plan.step is not PlanStep.NEW or (case is not None and scope.is_reopening(case))


def _has_consent(referral: Referral, _: Scope) -> bool:
    return referral.consent is not None and referral.consent.is_given


def is_overdue(plan: Plan, scope: Scope, day: date) -> bool:
    """支援期限を過ぎた: the last plan decided on for the case has run out."""
    decisions = [
        (p.decided_on, p.plan_no, p.ends_on)
        for p in scope.register.plans_of.get(plan.case_no, ())
        if p.kind is PlanKind.MULTI_AGENCY and p.decided_on and p.decided_on <= day
    ]
    if not decisions:
        return False  # a plan supposed to be of a later month is not decided on yet
    ends_on = max(decisions)[2]
    return ends_on is not None and ends_on < day


@described(MeetingRecord, "重層的支援会議", "開催日")
def conferences(scope: Scope) -> Iterator[tuple[date, Any]]:
    """重層的支援会議."""
    for meeting in scope.register.meetings:
        if meeting.kind is Meeting.PLAN_CONFERENCE and meeting.held_on is not None:
            yield meeting.held_on, meeting


@described(
    AgendaItem, "重層的支援会議の案件（プランの協議・終結時の評価・社会資源の検討）", "会議の開催日"
)
def subjects(scope: Scope) -> Iterator[tuple[date, Any]]:
    """Their agenda items."""
    for day, meeting in conferences(scope):
        for item in scope.register.items_of.get(meeting.meeting_no, ()):
            if item.kind in SUBJECTS:
                yield day, item


@described(AttendanceRecord, "重層的支援会議に出席した機関", "会議の開催日")
def attended(scope: Scope) -> Iterator[tuple[date, Any]]:
    """Who was there."""
    for day, meeting in conferences(scope):
        for row in scope.register.attendance_of.get(meeting.meeting_no, ()):
            if row.attendance is not Attendance.ABSENT:
                yield day, row


@once("同じ会議の同じ機関は1つ")
def _seat(row: AttendanceRecord, _: Scope) -> tuple[str, str]:
    return row.meeting_no, row.agency


BEGUN, ENDED = beginnings(supported), endings(supported)

MULTI_AGENCY_COUNTS: tuple[Definition, ...] = (
    Count(code="M01", source=received),
    *split(
        received,
        [f"M01{letter}" for letter in "abcdefg"],
        lambda r, s: (source_code(r, s),),
        "from_agency",
    ),
    Count(
        code="M02",
        source=received,
        when=lambda r, _: r.result is ReferralResult.ACCEPTED,
        says="結果が受入のもの",
        by="result",
    ),
    Count(
        code="M03",
        source=received,
        when=lambda r, _: r.result in LOST,
        says="結果が差戻し・本人辞退・連絡不能のもの",
        by="result",
    ),
    Count(
        code="M04",
        source=received,
        when=_has_consent,
        says="同意確認が同意ありのもの",
        by="consent",
    ),
    Count(code="M05", source=BEGUN, when=lambda p, s: not _resumes(p, s), says="再開を除く"),
    Count(
        code="M06",
        source=decided,
        when=lambda p, _: p.step is PlanStep.AGAIN,
        says="区分が再プランのもの",
        by="step",
    ),
    Count(
        code="M07",
        source=decided,
        when=lambda p, _: p.step is PlanStep.CHANGED,
        says="区分が変更のもの",
        by="step",
    ),
    Count(
        code="M08",
        source=ENDED,
        when=lambda p, s: _closed_for(p, s) is not None,
        says="終結したもの",
    ),
    *split(ENDED, REASONS.values(), _reason, says="終結理由がこの項目に当たるもの"),
    Count(
        code="M09", source=ENDED, when=lambda p, s: _closed_for(p, s) is None, says="中断したもの"
    ),
    Stock(code="M10a", source=supported, opening=True),
    Count(code="M10b", source=BEGUN, when=_resumes, says="再開したもの"),
    Stock(code="M10", source=supported),
    Count(code="M11", source=conferences),
    Count(code="M12", source=subjects),
    *split(subjects, SUBJECTS.values(), lambda item, _: (SUBJECTS[item.kind],), "kind"),
    Count(code="M13", source=attended, of=_seat),
    Count(code="M14", source=decided, mean_of=agency_count, says="プラン1件の担当機関数の平均"),
    Stock(code="M15", source=supported, when=is_overdue, says="支援終了予定日を過ぎたもの"),
)
"""Every figure of M that the register can tell."""
