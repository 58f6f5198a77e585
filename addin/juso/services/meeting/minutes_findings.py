"""What minutes lack or must not say: MTG-003, MTG-006, MTG-007 and MTG-008."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juso.core.finding import Finding, Severity
from juso.koshu.codes import MinutesState
from juso.koshu.rules.agenda_rules import (
    case_leads_to_a_decision,
    item_is_concluded,
    unconcluded,
    undecided,
)
from juso.koshu.rules.decision_rules import decision_is_assigned, unassigned
from juso.koshu.rules.lookups import decisions_on
from juso.koshu.rules.meeting_rules import secrecy_is_announced, unannounced
from juso.koshu.rules.naming_rules import (
    DECISION_TEXTS,
    ITEM_TEXTS,
    decision_names_nobody,
    naming,
)
from juso.koshu.sheets import AgendaItem
from juso.services.meeting.cases import MeetingCases


def minutes_findings(cases: MeetingCases, items: Sequence[AgendaItem]) -> Iterator[Finding]:
    """Every finding on the records of a meeting.

    Until the minutes are settled (議事録状態 確定) what is missing is 要確認, then 要修正.
    """
    desk, record = cases.desk, cases.record
    is_final = record.minutes_state is MinutesState.FINAL
    grade = Severity.ERROR if is_final else Severity.WARNING
    yield from desk.found(secrecy_is_announced, record, unannounced(record, grade))
    for item in items:
        yield from desk.found(item_is_concluded, item, unconcluded(item, grade))
        if cases.case(item) is not None:
            yield from _decisions(cases, item, grade)
        yield from cases.identifying(item, ITEM_TEXTS)
    for decision in cases.register.decisions_of.get(record.meeting_no, ()):
        remarks = naming(decision, DECISION_TEXTS, cases.identifiers)
        yield from desk.found(decision_names_nobody, decision, remarks)


def _decisions(cases: MeetingCases, item: AgendaItem, grade: Severity) -> Iterator[Finding]:
    found = decisions_on(item.meeting_no, item.number, cases.register)
    yield from cases.desk.found(case_leads_to_a_decision, item, undecided(item, found, grade))
    for decision in found:
        remarks = unassigned(decision, grade)
        yield from cases.desk.found(decision_is_assigned, decision, remarks)
