"""Faults in 支援経過記録."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any

from juso.core.finding import Severity
from juso.koshu.codes import ContactMethod, Counterpart, Program
from juso.koshu.register import Register
from juso.koshu.sheets import Contact
from juso.services.sample.faults import RegisterFault, blank, typed
from juso.services.sample.faults_intake import MISTYPED, is_plain

LATE = timedelta(days=10)
SOON = timedelta(minutes=40)
ROUND = timedelta(days=1)  # from one visit in vain to the next
NOT_MET = "×"
UNUSED = 90000  # numbers of records from here on are free


def _of_an_open_case(contact: Contact, book: Register) -> bool:
    case = book.case_by_no.get(contact.case_no or "")
    return case is not None and case.state.is_open and is_plain(case, book)


def _mistyped(contact: Contact, _: Register) -> dict[str, Any]:
    at = datetime.combine(MISTYPED, contact.at.time())
    return {"at": at, "entered_at": at + SOON}


def _is_visit(contact: Contact, _: Register) -> bool:
    return contact.program is Program.OUTREACH and contact.method is ContactMethod.VISIT


def _comes_before_visits_in_vain(contact: Contact, book: Register) -> bool:
    """The last contact of an open case, some days ago; its last visit met the person."""
    case = book.case_by_no.get(contact.case_no or "")
    if case is None or not case.state.is_open or contact.at.date() >= book.today - 3 * ROUND:
        return False
    contacts = book.contacts_of[case.case_no]
    visits = [c for c in contacts if _is_visit(c, book)]
    last = max(contacts, key=attrgetter("at"))
    return bool(visits) and contact is last and max(visits, key=attrgetter("at")).met != NOT_MET


def _in_vain(contact: Contact, days: int) -> Contact:
    at = contact.at + days * ROUND
    return contact.replace(
        record_no=f"{contact.record_no.rpartition('-')[0]}-{UNUSED + days}",
        at=at,
        entered_at=at + SOON,
        program=Program.OUTREACH,
        method=ContactMethod.VISIT,
        counterpart=Counterpart.FAMILY,
        other_agency=None,
        partner=None,
        met=NOT_MET,
        is_letter=False,
        content="声を掛けたが、返事はなかった。",
        observation=None,
        judgement=None,
    )


def _visits_before(contact: Contact, _: Contact, __: Register) -> Iterator[Contact]:
    return (_in_vain(contact, days) for days in (1, 2))


CONTACT_FAULTS = (
    RegisterFault(
        "対応の日時が今日より後",
        Contact,
        (("CONT-001", "at"),),
        _mistyped,
        _of_an_open_case,
    ),
    RegisterFault(
        "10日後に記入した支援経過",
        Contact,
        (("CONT-001", "entered_at"),),
        lambda contact, _: {"entered_at": contact.at + LATE},
        lambda contact, book: contact.at.date() < book.today - LATE,
        severity=Severity.NOTE,
    ),
    RegisterFault(
        "訪問で会えたかどうかがない",
        Contact,
        (("CONT-002", "met"),),
        blank("met"),
        _is_visit,
    ),
    RegisterFault(
        "3回続けて会えないまま方針がない",
        Contact,
        (("CONT-003", "judgement"),),
        lambda contact, _: _in_vain(contact, 3),
        _comes_before_visits_in_vain,
        adds=True,
        along=_visits_before,
    ),
    RegisterFault(
        "一覧にない方法",
        Contact,
        (("CELL-003", "method"),),
        typed("method", "テレビ電話"),
        mess="N34",
    ),
)
