"""The gate in front of a meeting: which items and agencies consent lets in (実施計画7(2)、4(3)③)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from juso.core.finding import Finding, Severity
from juso.koshu.codes import ConsentVerdict, Meeting
from juso.koshu.consent import verdict
from juso.koshu.register import Register
from juso.koshu.rules.agenda_rules import (
    case_may_be_discussed,
    is_admitted,
    refused,
    unwritten,
    was_admitted,
)
from juso.koshu.rules.attendance_rules import attendant_is_in_consent, hears, out_of_scope
from juso.koshu.sheets import AgendaItem, MeetingRecord
from juso.services.meeting.cases import MeetingCases

Gate = Callable[[AgendaItem, MeetingRecord, Register], bool]


def admitted(cases: MeetingCases) -> tuple[list[AgendaItem], list[Finding]]:
    """The items that may be put before the meeting, and MTG-002 for those that may not."""
    return _sifted(cases, is_admitted)


def recorded(cases: MeetingCases) -> tuple[list[AgendaItem], list[Finding]]:
    """The items that the minutes hold: those of the agenda, and those whose consent was
    withdrawn only after the meeting.
    """
    return _sifted(cases, was_admitted)


def _sifted(cases: MeetingCases, gate: Gate) -> tuple[list[AgendaItem], list[Finding]]:
    allowed: list[AgendaItem] = []
    findings: list[Finding] = []
    for item in cases.items:
        if gate(item, cases.record, cases.register):
            allowed.append(item)
        else:
            remarks = refused(item, cases.record, cases.register)
            findings += cases.desk.found(case_may_be_discussed, item, remarks)
    return allowed, findings


def oral_consents(cases: MeetingCases, items: Iterable[AgendaItem]) -> Iterator[Finding]:
    """MTG-002 as 要確認: a consent given by word is to be put in writing (要書面)."""
    for item in items:
        remarks = unwritten(item, cases.record, cases.register)
        yield from cases.desk.found(case_may_be_discussed, item, remarks)


def may_be_named(cases: MeetingCases, case_no: str) -> bool:
    """Whether an earlier decision on a case may be read out in this meeting."""
    case = cases.register.case_by_no.get(case_no)
    if case is None:
        return not case_no
    return verdict(case, cases.meeting, cases.day) is not ConsentVerdict.NOT_ALLOWED


def scope_findings(cases: MeetingCases, items: Iterable[AgendaItem]) -> Iterator[Finding]:
    """MTG-005 for everybody who would hear of a case though the consent does not reach them."""
    if cases.meeting is not Meeting.PLAN_CONFERENCE:
        return
    for person in cases.attendance:
        heard = [
            (item, case) for item in items if hears(person, item) and (case := cases.case(item))
        ]
        remarks = out_of_scope(person, heard, Severity.ERROR)
        yield from cases.desk.found(attendant_is_in_consent, person, remarks)
