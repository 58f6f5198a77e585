"""Faults in 相談受付簿 that may be as they should be, once somebody has made sure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from juso.core.calendar import FiscalYear
from juso.core.finding import Severity
from juso.core.sheet import Row
from juso.koshu.codes import Attribute, CaseState, Outcome, Program, Window
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.koshu.register import Register
from juso.koshu.sheets import Case
from juso.koshu.sheets.case import MAIN_ATTRIBUTE
from juso.services.sample.faults import RegisterFault, blank
from juso.services.sample.faults_intake import is_plain

A_DAY = timedelta(days=1)
A_WHILE, LONG = timedelta(days=20), timedelta(days=65)
OLD, TOO_OLD = 41, 112
INVENTED_PHONE = "0553-00-0000"


def _day_before_the_year(case: Case) -> date:
    return FiscalYear.of(case.received_on).first_day - A_DAY


def _could_come_earlier(case: Case, book: Register) -> bool:
    """Old enough for what is known of the person, and decided on, in a year the programme knew."""
    began = _day_before_the_year(case) >= PROGRAM_STARTED_ON
    old_enough = (case.age or 0) > (OLD if Attribute.ELDERLY in case.attributes else 1)
    return is_plain(case, book) and began and old_enough and case.outcome is not None


def _is_old(case: Case, book: Register) -> bool:
    return is_plain(case, book) and Attribute.ELDERLY in case.attributes


def _born_too_early(case: Case, _: Register) -> dict[str, Any]:
    day = case.born_on or case.received_on
    return {"born_on": date(case.received_on.year - TOO_OLD, day.month, min(day.day, 28))}


def _is_young(case: Case, book: Register) -> bool:
    young = case.age is not None and case.age < 40
    return is_plain(case, book) and young and case.outcome is not Outcome.INFORMED


def _was_informed(case: Case, book: Register) -> bool:
    own = MAIN_ATTRIBUTE[case.window] in case.attributes
    return case.outcome is Outcome.INFORMED and own and case.case_no not in book.referrals_of


def _of_another_group(case: Case, _: Register) -> dict[str, Any]:
    other = Attribute.DISABILITY if case.window is Window.HARDSHIP else Attribute.HARDSHIP
    return {"attributes": (other,)}


def _came_a_while_ago(case: Case, book: Register) -> bool:
    return is_plain(case, book) and case.received_on < book.today - A_WHILE


def _was_left_alone(case: Case, book: Register) -> bool:
    """Suspended, with no contact since, and none of アウトリーチ等."""
    last = book.last_contact_on.get(case.case_no)
    contacts = book.contacts_of.get(case.case_no, ())
    return (
        case.state is CaseState.SUSPENDED
        and last is not None
        and last < book.today - LONG
        and all(contact.program is not Program.OUTREACH for contact in contacts)
    )


def _ended_with_a_contact(case: Case, book: Register) -> bool:
    """Closed on the day of a counted contact, and passed on to nobody."""
    days = [c.at.date() for c in book.contacts_of.get(case.case_no, ()) if c.counts]
    return (
        case.closed_on is not None
        and case.closed_on in days
        and case.closed_on > case.received_on
        and case.case_no not in book.referrals_of
    )


def _family(case: Case, book: Register) -> list[Case]:
    """The other cases of a household at its address."""
    known = case.name and case.address
    return [
        other
        for other in (book.cases if known else ())
        if other.household_no == case.household_no
        and other.address == case.address
        and other.case_no != case.case_no
        and other.name
    ]


def _has_a_family(case: Case, book: Register) -> bool:
    family = _family(case, book)
    return is_plain(case, book) and bool(family) and all(is_plain(c, book) for c in family)


def _in_another_household(_: Case, book: Register) -> dict[str, Any]:
    last = max(case.household_no for case in book.cases)
    return {"household_no": f"S{int(last[1:]) + 1:04}"}


def _the_family(case: Case, book: Register) -> Iterator[tuple[Row, str, str]]:
    return ((other, "CASE-016", "household_no") for other in _family(case, book))


DOUBT_FAULTS = (
    RegisterFault(
        "受付日の年度が番号と違う",
        Case,
        (("CASE-002", "received_on"),),
        lambda case, _: {"received_on": _day_before_the_year(case)},
        _could_come_earlier,
        severity=Severity.WARNING,
    ),
    RegisterFault(
        "匿名の相談に電話番号",
        Case,
        (("CASE-005", "phone"),),
        lambda *_: {"phone": INVENTED_PHONE},
        lambda case, _: case.is_anonymous,
    ),
    RegisterFault(
        "112歳の本人",
        Case,
        (("CASE-006", "born_on"),),
        _born_too_early,
        _is_old,
        severity=Severity.NOTE,
    ),
    RegisterFault(
        "若い人の対象属性が高齢",
        Case,
        (("CASE-027", "attributes"),),
        lambda *_: {"attributes": (Attribute.ELDERLY,)},
        _is_young,
    ),
    RegisterFault(
        "対象外の相談を情報提供のみで終了",
        Case,
        (("CASE-007", "outcome"),),
        _of_another_group,
        _was_informed,
    ),
    RegisterFault(
        "スクリーニング結果がないまま",
        Case,
        (("CASE-008", "outcome"),),
        blank("outcome"),
        _came_a_while_ago,
    ),
    RegisterFault(
        "2分野の課題で多機関協働を検討していない",
        Case,
        (("CASE-010", "is_multi_agency"),),
        blank("not_multi_agency_reason"),
        lambda case, _: bool(case.not_multi_agency_reason),
    ),
    RegisterFault(
        "連絡のないまま60日",
        Case,
        (("CASE-012", "state"),),
        lambda _, book: {
            "state": CaseState.SUPPORTING,
            "suspended_on": None,
            "suspension_reason": None,
            "next_on": book.today + A_WHILE,
        },
        _was_left_alone,
    ),
    RegisterFault(
        "終結日の後に支援経過",
        Case,
        (("CASE-015", "closed_on"),),
        lambda case, _: {"closed_on": case.closed_on - A_DAY},
        _ended_with_a_contact,
    ),
    RegisterFault(
        "同じ家族に別の世帯番号",
        Case,
        (("CASE-016", "household_no"),),
        _in_another_household,
        _has_a_family,
        also=_the_family,
    ),
)
