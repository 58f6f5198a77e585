"""What is promised and what falls due: follow-ups, lines of plans, steps, decisions."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date

from juso.koshu import todo_kinds as kinds
from juso.koshu.sheets import Contact, Decision
from juso.services.handover.desk import NOT_DECIDED, Desk, day
from juso.services.handover.model import Deadline, DecisionLine, Promise
from juso.services.todo.contact_duties import last_contact
from juso.services.todo.model import Duty

ONLY_WHEN_NEAR = frozenset({kinds.FIRST_RESPONSE, kinds.OUT_OF_TOUCH})
"""Days that are reckoned for every case: no line before they come near."""
ELSEWHERE = frozenset(
    {
        kinds.NEXT_STEP,
        kinds.SUPPORT,
        kinds.DECISION,
        kinds.RECEIPT,
        kinds.FIRST_CONTACT,
        kinds.RETURNED,
        kinds.FOLLOW_UP,
    }
)
"""Kinds that have a section of their own, or a place on the card."""
NOTHING_TO_DO = ("なし", "特になし")
LAST = date.max

Dated = tuple[date, int, Promise]


def promises(desk: Desk) -> tuple[Promise, ...]:
    """What the last contacts promised and nobody has done yet, and the worker's lines of plans."""
    found = sorted([*_of_contacts(desk), *_of_plans(desk)], key=lambda dated: dated[:2])
    return tuple(promise for _, _, promise in found)


def _of_contacts(desk: Desk) -> Iterator[Dated]:
    for duty in desk.duties:
        if duty.kind is kinds.NEXT_STEP and isinstance(duty.row, Contact):
            yield _of_contact(desk, duty.row)
    for case in desk.cases:
        last = last_contact(case, desk.register)
        if last and last.next_on is None and (last.next_action or "なし") not in NOTHING_TO_DO:
            yield _of_contact(desk, last)


def _of_contact(desk: Desk, contact: Contact) -> Dated:
    return (
        contact.next_on or LAST,
        0,
        Promise(
            due=day(contact.next_on) or NOT_DECIDED,
            case=desk.case_label(contact),
            content=desk.text(contact.next_action, contact),
            origin=f"支援経過 {day(contact.at.date())}",
        ),
    )


def _of_plans(desk: Desk) -> Iterator[Dated]:
    for line in desk.lines:
        promise = Promise(
            due=day(line.due_on) or NOT_DECIDED,
            case=desk.case_label(line),
            content=desk.text(line.support, line),
            origin=f"{line.plan_no or 'プラン番号なし'} 行{line.number or '番号なし'}",
        )
        yield line.due_on or LAST, 1, promise


def deadlines(desk: Desk) -> tuple[Deadline, ...]:
    """The steps of the procedure with their days, those without a day last."""
    dated = sorted(desk.duties, key=lambda duty: duty.due or LAST)
    found: dict[tuple[Hashable, str], Duty] = {}
    for duty in dated:
        if is_step(duty, desk.today):
            found.setdefault((duty.subject, duty.kind.name), duty)
    return tuple(
        Deadline(
            due=day(duty.due) or NOT_DECIDED,
            case=_case_of(desk, duty),
            kind=duty.kind.name,
            what=f"{duty.why(desk.today)}{duty.request}"
            if duty.is_near(desk.today)
            else f"{duty.name}です。",
        )
        for duty in found.values()
    )


def is_step(duty: Duty, today: date) -> bool:
    """Whether a duty is one of these steps: what else there is has a section of its own."""
    return duty.kind not in ELSEWHERE and (duty.kind not in ONLY_WHEN_NEAR or duty.is_near(today))


def _case_of(desk: Desk, duty: Duty) -> str:
    return desk.case_label(duty.row) if desk.case_no(duty.row) else duty.key


def decisions(desk: Desk) -> tuple[DecisionLine, ...]:
    """Decisions of meetings that the worker has not carried out, by day."""
    return tuple(_decision(desk, row) for row in sorted(desk.decisions, key=_due))


def _due(row: Decision) -> date:
    return row.due_on or LAST


def _decision(desk: Desk, row: Decision) -> DecisionLine:
    late = "（期限超過）" if row.due_on and row.due_on < desk.today else ""
    return DecisionLine(
        number=row.decision_no,
        case=desk.case_label(row),
        content=desk.text(row.content, row),
        due=day(row.due_on),
        state=f"{row.state}{late}" if row.state else late or None,
    )
