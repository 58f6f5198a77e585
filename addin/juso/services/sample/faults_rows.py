"""Meetings and items that faults add: like those of the sample, still to come."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from juso.core.calendar import FiscalYear
from juso.koshu.codes import AgendaKind, Meeting
from juso.koshu.register import Register
from juso.koshu.sheets import AgendaItem, Case, MeetingRecord

WAIT = timedelta(days=21)  # until a meeting to come


def meeting_no(kind: Meeting, number: int, book: Register) -> str:
    """A number that no meeting of the year has."""
    return f"{kind.code}-{FiscalYear.of(book.today).short}-{number}"


def items_of_kind(kind: AgendaKind, book: Register) -> list[AgendaItem]:
    """The items on a matter of a kind."""
    return [item for item in book.agenda_items if item.kind is kind]


def coming(kind: AgendaKind, number: str, book: Register, **facts: Any) -> MeetingRecord:
    """A meeting some weeks ahead that deals with a matter."""
    like = book.meeting_by_no[items_of_kind(kind, book)[0].meeting_no]
    ahead = {
        "meeting_no": number,
        "held_on": book.today + WAIT,
        "secrecy_announced": False,
        "announced_at": None,
        "announced_by": None,
        "handed_out": None,
        "collected": None,
        "minutes_state": None,
        "finalized_on": None,
        "finalized_by": None,
        "next_on": None,
    }
    return like.replace(**(ahead | facts))


def put_on(kind: AgendaKind, number: str, case: Case, book: Register) -> AgendaItem:
    """The matter of a case before a meeting to come."""
    return items_of_kind(kind, book)[0].replace(
        meeting_no=number,
        number=1,
        case_no=case.case_no,
        plan_no=None,
        evaluation_no=None,
        conclusion=None,
        conclusion_text=None,
        opinions=None,
        again_on=None,
    )
