"""Faults in 会議案件 and 決定事項."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from juso.core.sheet import Row
from juso.koshu.codes import AgendaKind, DecisionState, Meeting
from juso.koshu.meetings import NEEDS_DECISION
from juso.koshu.register import Register
from juso.koshu.sheets import AgendaItem, Case, Decision
from juso.services.sample.faults import Change, RegisterFault, blank
from juso.services.sample.faults_rows import coming, items_of_kind, meeting_no, put_on

NO_CONSENT = 94  # the number of the added meeting
A_WEEK = timedelta(days=7)
PLAN_REVIEW, JU = AgendaKind.PLAN_REVIEW, Meeting.PLAN_CONFERENCE


def _is_refusing(case: Case, book: Register) -> bool:
    """Named, without consent, and discussed nowhere."""
    is_free = not any(item.case_no == case.case_no for item in book.agenda_items)
    known = not (case.is_anonymous or case.consent.is_given)
    return known and is_free and bool(items_of_kind(PLAN_REVIEW, book))


def _reviewed(case: Case, book: Register) -> AgendaItem:
    return put_on(PLAN_REVIEW, meeting_no(JU, NO_CONSENT, book), case, book)


def _its_meeting(_: Case, item: AgendaItem, book: Register) -> Iterator[Row]:
    yield coming(PLAN_REVIEW, item.meeting_no, book)


def _is_of_a_case(item: AgendaItem, book: Register) -> bool:
    """On a case that has a name and is not protected."""
    case = book.case_by_no.get(item.case_no or "")
    return case is not None and bool(case.name) and not case.cautions


def _asks_for_more(item: AgendaItem, book: Register) -> bool:
    urgent = item.kind is AgendaKind.URGENT
    return _is_of_a_case(item, book) and item.conclusion in NEEDS_DECISION and not urgent


def _once_more(item: AgendaItem, book: Register) -> dict[str, Any]:
    """The item again under a number of which nothing was decided."""
    return {"number": 1 + max(i.number for i in book.items_of[item.meeting_no])}


def _is_urgent(item: AgendaItem, _: Register) -> bool:
    return item.kind is AgendaKind.URGENT


def _naming(item: AgendaItem, book: Register) -> dict[str, Any]:
    return {"title": f"{book.case_by_no[item.case_no or ''].name}さんの支援について"}


def _is_on_a_case(decision: Decision, book: Register) -> bool:
    return any(_is_of_a_case(item, book) for item in _items(decision, book))


def _items(decision: Decision, book: Register) -> list[AgendaItem]:
    items = book.items_of.get(decision.meeting_no, ())
    return [item for item in items if item.number == decision.item_number]


def _naming_in(decision: Decision, book: Register) -> dict[str, Any]:
    item, *_ = _items(decision, book)
    return {"content": f"{book.case_by_no[item.case_no or ''].name}さんを訪問する。"}


def _under_way(**facts: Any) -> Change:
    """Not done yet, and due in a week where nothing else is said."""

    def change(_: Decision, book: Register) -> dict[str, Any]:
        running = {"state": DecisionState.RUNNING, "done_on": None, "due_on": book.today + A_WEEK}
        return running | facts

    return change


def _overdue(_: Decision, book: Register) -> dict[str, Any]:
    due_on = book.today - A_WEEK
    return {"state": DecisionState.RUNNING, "done_on": None, "due_on": due_on}


AGENDA_FAULTS = (
    RegisterFault(
        "同意のないケースを重層的支援会議に付議",
        AgendaItem,
        (("MTG-002", "case_no"),),
        _reviewed,
        _is_refusing,
        of=Case,
        along=_its_meeting,
    ),
    RegisterFault("件名に本人の氏名", AgendaItem, (("MTG-006", "title"),), _naming, _is_of_a_case),
    RegisterFault(
        "案件の結論がない", AgendaItem, (("MTG-007", "conclusion"),), blank("conclusion")
    ),
    RegisterFault(
        "結論の要旨がない",
        AgendaItem,
        (("MTG-007", "conclusion_text"),),
        blank("conclusion_text"),
    ),
    RegisterFault(
        "決定事項のない個別案件",
        AgendaItem,
        (("MTG-008", "conclusion"),),
        _once_more,
        _asks_for_more,
        adds=True,
    ),
    RegisterFault(
        "緊急案件の初動がない",
        AgendaItem,
        (("MTG-010", "kind"),),
        _once_more,
        _is_urgent,
        adds=True,
    ),
    RegisterFault(
        "決定事項に本人の氏名",
        Decision,
        (("MTG-006", "content"),),
        _naming_in,
        _is_on_a_case,
    ),
    RegisterFault(
        "決定事項の担当者がない",
        Decision,
        (("MTG-008", "worker"),),
        _under_way(worker=None),
    ),
    RegisterFault(
        "決定事項の期限がない",
        Decision,
        (("MTG-008", "due_on"),),
        _under_way(due_on=None),
    ),
    RegisterFault("期限を過ぎた決定事項", Decision, (("MTG-009", "due_on"),), _overdue),
)
