"""Faults in つなぎ・引継票."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from juso.core.finding import Severity
from juso.koshu.codes import Consent, ReferralKind, ReferralResult
from juso.koshu.register import Register
from juso.koshu.sheets import Case, Referral
from juso.services.sample.faults import Change, RegisterFault, blank

A_DAY = timedelta(days=1)
LATELY = timedelta(days=60)


def _was_met(referral: Referral, book: Register) -> bool:
    """Met in time, by a case that is still open and has no other end of support."""
    case = book.case_by_no.get(referral.case_no)
    return (
        referral.first_contact_on is not None
        and referral.first_contact_due_on < book.today
        and referral.result is ReferralResult.ACCEPTED
        and referral.moved_on is None
        and case is not None
        and case.closed_on is None
    )


def _sent_back_without(column: str) -> Change:
    """Returned by the receiver, with one thing left out."""

    def change(*_: object) -> dict[str, object]:
        returned = {
            "result": ReferralResult.RETURNED,
            "first_contact_on": None,
            "return_reason": "対象となる制度がなかったため。",
            "next_step": "引継元の機関が引き続き担当し、別の機関を探す。",
        }
        return {**returned, column: None}

    return change


def _in_scope(referral: Referral, book: Register) -> bool:
    case = book.case_by_no.get(referral.case_no)
    asked = case is not None and referral.to_agency in case.consent_agencies
    return asked and referral.consent is not Consent.PENDING


def _outside(referral: Referral, book: Register) -> dict[str, str]:
    case = book.case_by_no[referral.case_no]
    return {
        "to_agency": next(
            a.short_name
            for a in reversed(book.agencies)
            if a.short_name not in case.consent_agencies and a.window is None
        )
    }


def _was_just_closed(case: Case, book: Register) -> bool:
    """Closed in the last weeks, with consent, and passed on to nobody."""
    return (
        case.closed_on is not None
        and case.closed_on > book.today - LATELY
        and case.consent.is_given
        and case.lead_agency in case.consent_agencies
        and case.case_no not in book.referrals_of
        and bool(book.referrals)
    )


def _passed_on_at_last(case: Case, _: Case, book: Register) -> Iterator[Referral]:
    """Received on the day of the end, and waiting for the first contact ever since."""
    yield book.referrals[0].replace(
        referral_no=f"H-{case.case_no.partition('-')[0]}-9901",
        case_no=case.case_no,
        kind=ReferralKind.MULTI_AGENCY,
        to_agency=case.consent_agencies[0],
        referred_on=case.closed_on,
        consent=case.consent,
        accepted_on=case.closed_on,
        first_contact_due_on=book.today + timedelta(days=10),
        first_contact_on=None,
        result=None,
        result_on=None,
        moved_on=None,
    )


REFERRAL_FAULTS = (
    RegisterFault("引継ぎにリスクがない", Referral, (("REF-001", "risk"),), blank("risk")),
    RegisterFault("引継ぎに経過がない", Referral, (("REF-001", "history"),), blank("history")),
    RegisterFault(
        "初回接触が未確認のまま",
        Referral,
        (("REF-003", "first_contact_on"),),
        blank("first_contact_on"),
        _was_met,
    ),
    RegisterFault(
        "初回接触より前に支援を終えた",
        Referral,
        (("REF-004", "first_contact_on"),),
        lambda referral, _: {"moved_on": referral.first_contact_on - A_DAY},
        _was_met,
    ),
    RegisterFault(
        "差戻しの理由がない",
        Referral,
        (("REF-005", "return_reason"),),
        _sent_back_without("return_reason"),
        _was_met,
    ),
    RegisterFault(
        "差戻し後の担当がない",
        Referral,
        (("REF-005", "next_step"),),
        _sent_back_without("next_step"),
        _was_met,
    ),
    RegisterFault(
        "同意範囲にない引継先", Referral, (("REF-006", "to_agency"),), _outside, _in_scope
    ),
    RegisterFault(
        "同意の確認の前に引継ぎ",
        Referral,
        (("REF-006", "to_agency"),),
        lambda *_: {"consent": Consent.PENDING},
        _in_scope,
        severity=Severity.WARNING,
    ),
    RegisterFault(
        "同意のない引継ぎ",
        Referral,
        (("REF-006", "consent"),),
        lambda *_: {"consent": Consent.REFUSED},
        _in_scope,
    ),
    RegisterFault(
        "受領が未確認のまま",
        Referral,
        (("REF-002", "accepted_on"),),
        blank("accepted_on"),
        _was_met,
    ),
    RegisterFault(
        "3週間後のフォロー",
        Referral,
        (("REF-007", "follow_up_on"),),
        lambda referral, _: {"follow_up_on": referral.referred_on + timedelta(weeks=3)},
        lambda referral, _: referral.kind is ReferralKind.HANDOVER,
    ),
    RegisterFault(
        "引継ぎが終わる前に終結",
        Case,
        (("REF-008", "closed_on"),),
        lambda *_: {},
        _was_just_closed,
        along=_passed_on_at_last,
    ),
)
