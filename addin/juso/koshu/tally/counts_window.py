"""W1–W4: every figure of the four windows that the register can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from juso.koshu.codes import (
    Attendance,
    ContactMethod,
    EvaluationKind,
    Issue,
    Meeting,
    Outcome,
    PlanStep,
    Sex,
    Window,
)
from juso.koshu.sheets import AgendaItem, AttendanceRecord, Case, Contact, Evaluation, Plan
from juso.koshu.tally.counts_basis import (
    Count,
    Definition,
    Scope,
    Stock,
    code,
    codes,
    described,
    once,
    split,
)
from juso.koshu.tally.counts_intake import CONTINUED, OUTCOMES, RECEIVED, received, settled
from juso.koshu.tally.counts_plan import has_deadline, is_overdue, is_shared, plan_span
from juso.koshu.tally.counts_referral import (
    REFERRED,
    asks_for_assistance,
    leaves_the_windows,
    referred,
)
from juso.koshu.tally.counts_support import household, person


@described(Contact, "対応機関がこの窓口の機関で延べ計上（所内会議を除く）の記録", "日時")
def contacts(scope: Scope) -> Iterator[tuple[date, Contact]]:
    """延べ対応: counted contacts with a person by the window's agencies."""
    for c in scope.register.contacts:
        if c.agency in scope.agencies and c.counts and c.case_no and c.at is not None:
            yield c.at.date(), c


@described(Plan, "作成機関がこの窓口の機関のプラン", "作成日")
def plans(scope: Scope) -> Iterator[tuple[date, Plan]]:
    """Plans made by the window's agencies."""
    for plan in scope.register.plans:
        if plan.made_at in scope.agencies and plan.made_on is not None:
            yield plan.made_on, plan


@described(
    Plan, "作成機関がこの窓口の機関で、月末に有効なプラン", "決定日", "評価日又は支援終了予定日"
)
def active_plans(scope: Scope) -> Iterator[tuple[date, date | None, Plan]]:
    """有効プラン: the window's plans from the decision to their end."""
    for plan in scope.register.plans:
        if plan.made_at in scope.agencies and (span := plan_span(plan, scope)):
            yield *span, plan


@described(Evaluation, "この窓口の機関がつくったプランの評価", "評価日")
def evaluations(scope: Scope) -> Iterator[tuple[date, Evaluation]]:
    """Evaluations of the window's plans."""
    for e in scope.register.evaluations:
        plan = scope.register.plan_by_no.get(e.plan_no or "")
        if plan and plan.made_at in scope.agencies and e.evaluated_on is not None:
            yield e.evaluated_on, e


def attended(kind: Meeting) -> Callable[[Scope], Iterator[tuple[date, AttendanceRecord]]]:
    """Attendance of the window's agencies at one of the three meetings."""

    def events(scope: Scope) -> Iterator[tuple[date, AttendanceRecord]]:
        for a in scope.register.attendance:
            meeting = scope.register.meeting_by_no.get(a.meeting_no)
            present = a.agency in scope.agencies and a.attendance is not Attendance.ABSENT
            if present and meeting and meeting.kind is kind and meeting.held_on is not None:
                yield meeting.held_on, a

    text = f"この窓口の機関が出席した{kind}の記録"
    return described(AttendanceRecord, text, "会議の開催日")(events)


@described(AgendaItem, "提出機関がこの窓口の機関の案件", "会議の開催日")
def submitted(scope: Scope) -> Iterator[tuple[date, AgendaItem]]:
    """Agenda items the window's agencies asked for."""
    for item in scope.register.agenda_items:
        meeting = scope.register.meeting_by_no.get(item.meeting_no)
        if meeting and meeting.held_on is not None and item.agency in scope.agencies:
            yield meeting.held_on, item


def _issues(contact: Contact, scope: Scope) -> tuple[str, ...]:
    case = scope.case_of(contact)
    return codes(case.issues) if case else ()


def _is_abuse(case: Case, *_: object) -> bool:
    return Issue.ADULT_ABUSE in case.issues


def _sex(*sexes: Sex) -> Callable[[Contact, Scope], bool]:
    def test(contact: Contact, scope: Scope) -> bool:
        case = scope.case_of(contact)
        return (case.sex if case else Sex.UNKNOWN) in sexes

    return test


CONTACTED: tuple[Definition, ...] = (
    Count(code="A10", source=contacts),
    Count(code="A11", source=contacts, of=person),
    Count(code="A12", source=contacts, of=person, so_far=True),
    Count(code="A13", source=contacts, of=household),
    Count(code="A14", source=contacts, of=household, so_far=True),
    *split(contacts, codes(ContactMethod), lambda c, _: code(c.method), "method"),
    *split(
        contacts,
        codes(Issue),
        _issues,
        says="相談の「課題区分」がこの項目に当たるもの（複数可）",
        case_by="issues",
    ),
)

PLANNED: tuple[Definition, ...] = (
    Count(
        code="G01",
        source=plans,
        when=lambda p, _: p.step is PlanStep.NEW,
        says="区分が新規のもの",
        by="step",
    ),
    Count(
        code="G02",
        source=plans,
        when=lambda p, _: p.step is PlanStep.AGAIN,
        says="区分が再プランのもの",
        by="step",
    ),
    Count(
        code="G03",
        source=evaluations,
        when=lambda e, _: e.kind is EvaluationKind.MONITORING,
        says="評価種別がモニタリングのもの",
        by="kind",
    ),
    Stock(code="G04", source=active_plans),
    Stock(code="G05", source=active_plans, when=has_deadline, says="支援終了予定日のあるもの"),
    Stock(code="G06", source=active_plans, when=is_overdue, says="支援終了予定日を過ぎたもの"),
    Stock(
        code="G07", source=active_plans, when=is_shared, says="プラン明細の担当機関が2つ以上のもの"
    ),
)


@once("同じ会議は1回")
def _meeting(row: AttendanceRecord, _: Scope) -> str:
    return row.meeting_no


MET: tuple[Definition, ...] = (
    Count(code="H01", source=attended(Meeting.SUPPORT_CONFERENCE), of=_meeting),
    Count(code="H02", source=attended(Meeting.PLAN_CONFERENCE), of=_meeting),
    Count(
        code="H03",
        source=contacts,
        when=lambda c, _: c.method is ContactMethod.CASE_CONFERENCE,
        says="方法が個別ケース会議のもの",
        by="method",
    ),
    Count(code="H04", source=submitted),
)

CORE = (*RECEIVED, *OUTCOMES, *CONTACTED, *CONTINUED, *REFERRED, *PLANNED, *MET)

ABUSE = "課題区分に高齢・障害者虐待のあるもの"
SEX = "相談の「性別」がこの項目に当たるもの"

ELDERLY = (Count(code="I121", source=received, when=_is_abuse, says=ABUSE, by="issues"),)

DISABILITY = (
    Count(code="I201", source=contacts, of=person, when=_sex(Sex.MALE), says=SEX, case_by="sex"),
    Count(code="I202", source=contacts, of=person, when=_sex(Sex.FEMALE), says=SEX, case_by="sex"),
    Count(
        code="I203",
        source=contacts,
        of=person,
        when=_sex(Sex.OTHER, Sex.UNKNOWN),
        says=SEX,
        case_by="sex",
    ),
    Count(code="I241", source=received, when=_is_abuse, says=ABUSE, by="issues"),
)

HARDSHIP = (
    Count(code="I401", source=received),
    Count(
        code="I402",
        source=plans,
        when=lambda p, _: p.step is not PlanStep.CHANGED,
        says="区分が変更でないもの",
        by="step",
    ),
    Count(
        code="I406",
        source=referred,
        when=leaves_the_windows,
        says="4窓口・3事業以外へのもの",
        by="to_agency",
    ),
    Count(
        code="I407",
        source=settled,
        when=lambda c, _: c.outcome is Outcome.INFORMED,
        says="スクリーニング結果が情報提供・相談のみで終了のもの",
        by="outcome",
    ),
    Count(
        code="I413",
        source=referred,
        when=asks_for_assistance,
        says="生活保護への制度申請",
        by="kind",
    ),
)

WINDOW_COUNTS: dict[Window, tuple[Definition, ...]] = {
    Window.ELDERLY: (*CORE, *ELDERLY),
    Window.DISABILITY: (*CORE, *DISABILITY),
    Window.CHILDREN: CORE,
    Window.HARDSHIP: (*CORE, *HARDSHIP),
}
"""The core figures and those of the window's own block."""
