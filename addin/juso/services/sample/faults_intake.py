"""Faults in the intake half of 相談受付簿."""

from __future__ import annotations

from datetime import date, timedelta

from juso.core.calendar import FiscalYear
from juso.koshu.codes import Attribute, Caller, Consent, Urgency
from juso.koshu.register import Register
from juso.koshu.rules.intake_rules import OLDEST
from juso.koshu.sheets import Case
from juso.services.sample.faults import RegisterFault, blank

MISTYPED = date(2096, 4, 30)  # a slip in the year: later than the day of any check


def is_plain(case: Case, _: Register) -> bool:
    """Named, not urgent and without special care."""
    return (
        not case.is_anonymous
        and case.urgency is Urgency.NORMAL
        and not case.cautions
        and case.born_on is not None
    )


def _could_be_a_slip(case: Case, book: Register) -> bool:
    """Open, decided on, and not too old for anybody even then."""
    return (
        is_plain(case, book)
        and case.state.is_open
        and case.outcome is not None
        and case.born_on is not None
        and case.born_on.year > MISTYPED.year - OLDEST
        and set(case.attributes).isdisjoint((Attribute.ELDERLY, Attribute.CHILDREN))
    )


def _by_another(case: Case, book: Register) -> bool:
    return is_plain(case, book) and case.caller is not Caller.SELF


def _agreed(case: Case, book: Register) -> bool:
    return is_plain(case, book) and case.consent.is_given


def _not_agreed(case: Case, _: Register) -> bool:
    return not case.consent.is_given and bool(case.consent_reason)


def _by_proxy(case: Case, _: Register) -> bool:
    return case.consent is Consent.PROXY and bool(case.proxy)


def _urgent(case: Case, _: Register) -> bool:
    return case.urgency in (Urgency.SAME_DAY, Urgency.THREE_DAYS) and bool(case.first_response)


def _first_seen_on_reception(case: Case, book: Register) -> bool:
    contacts = book.contacts_of.get(case.case_no, ())
    earlier = case.received_on - timedelta(days=1)
    return (
        is_plain(case, book)
        and all(c.at.date() >= case.received_on for c in contacts)
        and FiscalYear.of(earlier) == FiscalYear.of(case.received_on)
    )


def _on_the_day_before(case: Case, _: Register) -> dict[str, object]:
    return {
        "received_on": case.received_on - timedelta(days=1),
        "urgency": Urgency.SAME_DAY,
        "first_response": "本人宅に向かうこととした。",
    }


INTAKE_FAULTS = (
    RegisterFault(
        "受付日が今日より後",
        Case,
        (("CASE-002", "received_on"),),
        lambda *_: {"received_on": MISTYPED},
        _could_be_a_slip,
    ),
    RegisterFault("氏名がない", Case, (("CASE-003", "name"),), blank("name"), is_plain),
    RegisterFault("ふりがながない", Case, (("CASE-003", "kana"),), blank("kana"), is_plain),
    RegisterFault("生年月日がない", Case, (("CASE-003", "born_on"),), blank("born_on"), is_plain),
    RegisterFault("住所がない", Case, (("CASE-003", "address"),), blank("address"), is_plain),
    RegisterFault(
        "来談者の氏名がない",
        Case,
        (("CASE-004", "caller_name"),),
        blank("caller_name"),
        _by_another,
    ),
    RegisterFault(
        "来談者の続柄がない",
        Case,
        (("CASE-004", "caller_relation"),),
        blank("caller_relation"),
        _by_another,
    ),
    RegisterFault(
        "生年月日が受付日より後",
        Case,
        (("CASE-006", "born_on"),),
        lambda case, _: {"born_on": case.received_on + timedelta(days=1)},
        lambda case, book: is_plain(case, book) and Attribute.ELDERLY not in case.attributes,
    ),
    RegisterFault(
        "緊急なのに初動の内容がない",
        Case,
        (("CASE-009", "first_response"),),
        blank("first_response"),
        _urgent,
    ),
    RegisterFault(
        "即日の相談なのに当日の記録がない",
        Case,
        (("CASE-009", "urgency"),),
        _on_the_day_before,
        _first_seen_on_reception,
    ),
    RegisterFault(
        "同意日がない", Case, (("CASE-025", "consent_on"),), blank("consent_on"), _agreed
    ),
    RegisterFault(
        "同意の方法がない",
        Case,
        (("CASE-025", "consent_method"),),
        blank("consent_method"),
        _agreed,
    ),
    RegisterFault(
        "代理人の氏名がない",
        Case,
        (("CASE-025", "proxy"),),
        blank("proxy"),
        _by_proxy,
    ),
    RegisterFault(
        "同意のない理由がない",
        Case,
        (("CASE-025", "consent_reason"),),
        blank("consent_reason"),
        _not_agreed,
    ),
)
