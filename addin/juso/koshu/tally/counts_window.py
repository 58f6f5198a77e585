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
from juso.koshu.tally.counts_basis import Count, Definition, Scope, Stock, code, codes, split
from juso.koshu.tally.counts_intake import CONTINUED, OUTCOMES, RECEIVED, received, settled
from juso.koshu.tally.counts_plan import has_deadline, is_overdue, is_shared, plan_span
from juso.koshu.tally.counts_referral import (
    REFERRED,
    asks_for_assistance,
    leaves_the_windows,
    referred,
)
from juso.koshu.tally.counts_support import household, person


def contacts(scope: Scope) -> Iterator[tuple[date, Contact]]:
    """延べ対応: counted contacts with a person by the window's agencies."""
    for c in scope.register.contacts:
        if c.agency in scope.agencies and c.counts and c.case_no and c.at is not None:
            yield c.at.date(), c


def plans(scope: Scope) -> Iterator[tuple[date, Plan]]:
    """Plans made by the window's agencies."""
    for plan in scope.register.plans:
        if plan.made_at in scope.agencies and plan.made_on is not None:
            yield plan.made_on, plan


def active_plans(scope: Scope) -> Iterator[tuple[date, date | None, Plan]]:
    """有効プラン: the window's plans from the decision to their end."""
    for plan in scope.register.plans:
        if plan.made_at in scope.agencies and (span := plan_span(plan, scope)):
            yield *span, plan


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

    return events


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
    *split(contacts, codes(ContactMethod), lambda c, _: code(c.method)),
    *split(contacts, codes(Issue), _issues),
)

PLANNED: tuple[Definition, ...] = (
    Count(code="G01", source=plans, when=lambda p, _: p.step is PlanStep.NEW),
    Count(code="G02", source=plans, when=lambda p, _: p.step is PlanStep.AGAIN),
    Count(code="G03", source=evaluations, when=lambda e, _: e.kind is EvaluationKind.MONITORING),
    Stock(code="G04", source=active_plans),
    Stock(code="G05", source=active_plans, when=has_deadline),
    Stock(code="G06", source=active_plans, when=is_overdue),
    Stock(code="G07", source=active_plans, when=is_shared),
)


def _meeting(row: AttendanceRecord, _: Scope) -> str:
    return row.meeting_no


MET: tuple[Definition, ...] = (
    Count(code="H01", source=attended(Meeting.SUPPORT_CONFERENCE), of=_meeting),
    Count(code="H02", source=attended(Meeting.PLAN_CONFERENCE), of=_meeting),
    Count(code="H03", source=contacts, when=lambda c, _: c.method is ContactMethod.CASE_CONFERENCE),
    Count(code="H04", source=submitted),
)

CORE = (*RECEIVED, *OUTCOMES, *CONTACTED, *CONTINUED, *REFERRED, *PLANNED, *MET)

ELDERLY = (Count(code="I121", source=received, when=_is_abuse),)

DISABILITY = (
    Count(code="I201", source=contacts, of=person, when=_sex(Sex.MALE)),
    Count(code="I202", source=contacts, of=person, when=_sex(Sex.FEMALE)),
    Count(code="I203", source=contacts, of=person, when=_sex(Sex.OTHER, Sex.UNKNOWN)),
    Count(code="I241", source=received, when=_is_abuse),
)

HARDSHIP = (
    Count(code="I401", source=received),
    Count(code="I402", source=plans, when=lambda p, _: p.step is not PlanStep.CHANGED),
    Count(code="I406", source=referred, when=leaves_the_windows),
    Count(code="I407", source=settled, when=lambda c, _: c.outcome is Outcome.INFORMED),
    Count(code="I413", source=referred, when=asks_for_assistance),
)

WINDOW_COUNTS: dict[Window, tuple[Definition, ...]] = {
    Window.ELDERLY: (*CORE, *ELDERLY),
    Window.DISABILITY: (*CORE, *DISABILITY),
    Window.CHILDREN: CORE,
    Window.HARDSHIP: (*CORE, *HARDSHIP),
}
"""The core figures and those of the window's own block."""
