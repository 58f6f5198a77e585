"""Faults in the course of a case in 相談受付簿."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from juso.core.sheet import Row
from juso.koshu.codes import (
    AgendaKind,
    CaseState,
    Caution,
    ClosingReason,
    Level,
    Meeting,
    SuspensionReason,
)
from juso.koshu.register import Register
from juso.koshu.sheets import Case
from juso.services.sample.faults import RegisterFault, blank
from juso.services.sample.faults_intake import is_plain
from juso.services.sample.faults_rows import coming, items_of_kind, meeting_no, put_on

NAMED_MEETING = 99


def is_alone(case: Case, book: Register) -> bool:
    """Open and plain, with nothing but contacts on other sheets."""
    no = case.case_no
    elsewhere = (
        book.referrals_of,
        book.plans_of,
        book.evaluations_of_case,
    )
    return (
        case.state.is_open
        and is_plain(case, book)
        and not any(no in rows for rows in elsewhere)
        and not any(item.case_no == no for item in book.agenda_items)
    )


def is_open(case: Case, _: Register) -> bool:
    """Support is under way."""
    return case.state.is_open


def _suspended(case: Case, _: Register) -> bool:
    return case.state is CaseState.SUSPENDED


def _closed(case: Case, book: Register) -> bool:
    return case.state is CaseState.CLOSED and case.case_no not in book.referrals_of


def _multi_agency(case: Case, _: Register) -> bool:
    return case.is_multi_agency and bool(case.support_agencies)


def _seen_once_at_first(case: Case, book: Register) -> bool:
    days = [c.at.date() for c in book.contacts_of.get(case.case_no, ())]
    return is_alone(case, book) and sum(day <= case.received_on for day in days) < 2


def _close(_: Case, book: Register) -> dict[str, Any]:
    return {
        "state": CaseState.CLOSED,
        "closed_on": book.today,
        "closing_reason": ClosingReason.SOLVED,
        "next_on": None,
    }


def _suspend_at_once(case: Case, _: Register) -> dict[str, Any]:
    return {
        "state": CaseState.SUSPENDED,
        "suspended_on": case.received_on,
        "suspension_reason": SuspensionReason.UNREACHABLE,
        "next_on": None,
    }


def _can_be_shared(case: Case, book: Register) -> bool:
    return is_alone(case, book) and bool(items_of_kind(AgendaKind.SHARING, book))


def _on_a_named_agenda(case: Case, _: Case, book: Register) -> Iterator[Row]:
    """A coming meeting with names in its papers, and the case on its agenda."""
    number = meeting_no(Meeting.SUPPORT_CONFERENCE, NAMED_MEETING, book)
    yield coming(AgendaKind.SHARING, number, book, level=Level.NAMED)
    yield put_on(AgendaKind.SHARING, number, case, book)


COURSE_FAULTS = (
    RegisterFault(
        "支援措置のあるケースを記名の会議に付議",
        Case,
        (("CASE-018", "cautions"),),
        lambda *_: {"cautions": (Caution.PROTECTED,)},
        _can_be_shared,
        along=_on_a_named_agenda,
    ),
    RegisterFault("次回予定日がない", Case, (("CASE-011", "next_on"),), blank("next_on"), is_open),
    RegisterFault(
        "中断の理由がない",
        Case,
        (("CASE-013", "suspension_reason"),),
        blank("suspension_reason"),
        _suspended,
    ),
    RegisterFault(
        "働きかけが足りないまま中断",
        Case,
        (("CASE-013", "state"),),
        _suspend_at_once,
        _seen_once_at_first,
    ),
    RegisterFault("終結の評価がない", Case, (("CASE-014", "state"),), _close, is_alone),
    RegisterFault(
        "多機関協働なのに副担当機関がない",
        Case,
        (("CASE-017", "support_agencies"),),
        lambda *_: {"support_agencies": ()},
        _multi_agency,
    ),
    RegisterFault("終結日がない", Case, (("CASE-026", "closed_on"),), blank("closed_on"), _closed),
    RegisterFault(
        "終結の理由がない",
        Case,
        (("CASE-026", "closing_reason"),),
        blank("closing_reason"),
        _closed,
    ),
    RegisterFault(
        "中断日がない", Case, (("CASE-026", "suspended_on"),), blank("suspended_on"), _suspended
    ),
)
