"""What was said and decided on one item of a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from juso.koshu.codes import MinutesState
from juso.koshu.rules.lookups import decisions_on, item_name
from juso.koshu.sheets import AgendaItem, Case, Decision
from juso.services.meeting.cases import MeetingCases
from juso.services.meeting.minutes_model import DecisionLine, Discussion, Opinion
from juso.services.meeting.wording import boxes, day_in_table, day_in_text


def discussion(cases: MeetingCases, item: AgendaItem) -> Discussion:
    """An item's explanation, opinions, conclusion and decisions as the register holds them."""
    case = cases.case(item)
    return Discussion(
        item=item_name(item),
        kind=item.kind,
        title=item.title,
        agency=cases.agency(item.agency, case),
        presenter=item.presenter,
        question=item.question,
        opinions=tuple(_opinions(cases, case, item.opinions or "")),
        conclusion=item.conclusion,
        conclusion_text=item.conclusion_text,
        choices=_choices(cases, item),
        again_on=day_in_text(item.again_on) or "なし",
        decisions=decision_lines(cases, item.number, case) if item.number else (),
    )


def decision_lines(
    cases: MeetingCases, number: int, case: Case | None = None
) -> tuple[DecisionLine, ...]:
    """The decisions on an item; number 0 are those of the meeting as a whole."""
    found = decisions_on(cases.record.meeting_no, number, cases.register)
    return tuple(_line(cases, case, decision) for decision in found)


def _line(cases: MeetingCases, case: Case | None, decision: Decision) -> DecisionLine:
    return DecisionLine(
        number=decision.decision_no,
        item=f"案件{decision.item_number}" if decision.item_number else "全体",
        content=decision.content,
        agency=cases.agency(decision.agency, case),
        worker=decision.worker,
        due=day_in_table(decision.due_on),
        report_how=decision.report_how or "－",
    )


def _choices(cases: MeetingCases, item: AgendaItem) -> str | None:
    """The boxes of the 結論欄; all of them open, to be ticked, only in a draft."""
    is_draft = cases.record.minutes_state is not MinutesState.FINAL
    has_boxes = item.conclusion or (is_draft and item.kind)
    return boxes(item.kind, item.conclusion) if has_boxes else None


def _opinions(cases: MeetingCases, case: Case | None, text: str) -> Iterator[Opinion]:
    """「機関名：意見」, one to a line; a line without an agency continues the one before."""
    for line in text.splitlines():
        agency, colon, said = line.strip().replace(":", "：", 1).partition("：")
        if colon and said:
            yield Opinion(agency=cases.agency(agency, case) or "－", text=said)
        elif line.strip():
            yield Opinion(agency="－", text=line.strip())
