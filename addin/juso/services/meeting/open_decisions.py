"""決定事項進捗表: decisions of earlier meetings of the same kind that are not finished."""

from __future__ import annotations

from juso.core.finding import Finding, Severity
from juso.koshu.codes import Level
from juso.koshu.rules.agenda_rules import case_may_be_discussed
from juso.koshu.rules.lookups import case_no_of
from juso.koshu.sheets import Case, Decision, MeetingRecord
from juso.services.meeting.admission import may_be_named
from juso.services.meeting.agenda_model import OpenDecision
from juso.services.meeting.cases import MeetingCases
from juso.services.meeting.wording import day_in_table

OVERDUE = "期限超過"


def open_decisions(cases: MeetingCases) -> tuple[tuple[OpenDecision, ...], list[Finding]]:
    """The table's lines, earliest meeting first, and MTG-002 for those on cases without consent."""
    lines, findings = [], []
    for meeting in _earlier(cases):
        items = {i.number: i for i in cases.register.items_of.get(meeting.meeting_no, ())}
        for decision in cases.register.decisions_of.get(meeting.meeting_no, ()):
            if decision.state is not None and decision.state.is_over:
                continue
            item = items.get(decision.item_number)
            case_no = case_no_of(item, cases.register) if item else ""
            if not may_be_named(cases, case_no):
                findings.append(_kept_back(cases, decision))
            elif not case_no or cases.level is not Level.STATISTICS:
                case = cases.register.case_by_no.get(case_no)
                lines.append(_line(cases, meeting, decision, case))
    return tuple(lines), findings


def _earlier(cases: MeetingCases) -> list[MeetingRecord]:
    found = [
        m
        for m in cases.register.meetings
        if m.kind is cases.meeting and m.held_on is not None and m.held_on < cases.day
    ]
    return sorted(found, key=lambda m: m.held_on)


def _line(
    cases: MeetingCases, meeting: MeetingRecord, decision: Decision, case: Case | None
) -> OpenDecision:
    overdue = decision.due_on is not None and decision.due_on < cases.day
    state = str(decision.state) if decision.state else None
    return OpenDecision(
        number=decision.decision_no,
        origin=_origin(meeting, decision),
        content=cases.masked(decision.content, case),
        owner="　".join(filter(None, (cases.agency(decision.agency, case), decision.worker)))
        or None,
        due=day_in_table(decision.due_on),
        state=f"{state or ''}（{OVERDUE}）" if overdue else state,
    )


def _origin(meeting: MeetingRecord, decision: Decision) -> str:
    item = f"　案件{decision.item_number}" if decision.item_number else ""
    return f"第{meeting.round}回{item}" if meeting.round else f"{meeting.meeting_no}{item}"


def _kept_back(cases: MeetingCases, decision: Decision) -> Finding:
    message = (
        f"決定事項{decision.decision_no or ''}は本人の同意が確認できない案件のものであるため、"
        "決定事項進捗表に載せません。担当機関に進捗を直接確かめてください。"
    )
    return cases.desk.remark(
        case_may_be_discussed, decision, "decision_no", message, Severity.WARNING
    )
