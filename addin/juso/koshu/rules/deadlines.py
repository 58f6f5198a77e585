"""By which day something is to be done, and what still waits: as rules and 要対応一覧 count alike.

The days take a day and not the row it stands in, for a rule is known by the columns it names.
"""

from __future__ import annotations

from datetime import date, timedelta

from juso.koshu.codes import Consent, ConsentMethod, ReferralResult, Urgency
from juso.koshu.register import Register
from juso.koshu.rules.lookups import PLAN_OVER
from juso.koshu.settings import Settings
from juso.koshu.sheets import Case, Plan, Referral

CAME_BACK = frozenset({ReferralResult.RETURNED, ReferralResult.DECLINED})
LEAD_DAYS = 31  # an evaluation may be written this long before its planned day


def days_after(day: date, days: int) -> date:
    """The day some days later, at most the calendar's last."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def first_response_due(received_on: date, urgency: Urgency) -> date:
    """By when a case is first responded to; the last day there is where it is not urgent."""
    return days_after(received_on, int(urgency.note)) if urgency.note else date.max


def screening_due(received_on: date, settings: Settings) -> date:
    """スクリーニングの期限."""
    return days_after(received_on, settings["screen_days"])


def contact_due(last: date, settings: Settings) -> date:
    """By when somebody is in touch again after the last contact, or the intake."""
    return days_after(last, settings["stale_days"])


def oral_consent_due(consent_on: date, settings: Settings) -> date:
    """By when a spoken consent is put in writing."""
    return days_after(consent_on, settings["oral_consent_days"])


def lacks_writing(plan: Plan, case: Case | None) -> bool:
    """Whether a plan that is not over rests on a spoken consent, its case on no written one."""
    written = case is not None and case.consent is Consent.WRITTEN
    return plan.consent_method is ConsentMethod.ORAL and plan.state not in PLAN_OVER and not written


def receipt_due(referred_on: date, settings: Settings) -> date:
    """By when the receipt of a referral is confirmed."""
    return days_after(referred_on, settings["receipt_days"])


def waits_for_receipt(referral: Referral) -> bool:
    """Whether nobody has said that a referral arrived, and it has not come back."""
    return not (referral.accepted_on or referral.result in CAME_BACK)


def waits_for_first_contact(referral: Referral) -> bool:
    """Whether the receiver has not been seen to meet the person, and the case has not come back."""
    return not (referral.first_contact_on or referral.result in CAME_BACK)


def minutes_due(held_on: date, settings: Settings) -> tuple[date, date]:
    """会議録の確定の目標 and its limit."""
    return (
        days_after(held_on, settings["minutes_days"]),
        days_after(held_on, settings["minutes_limit_days"]),
    )


def review_days(plan: Plan, book: Register) -> list[date]:
    """The days a plan was evaluated on."""
    evaluations = book.evaluations_of_plan.get(plan.plan_no, ())
    return [e.evaluated_on for e in evaluations if e.evaluated_on is not None]


def is_reviewed(day: date, reviews: list[date]) -> bool:
    """Whether an evaluation planned for a day was made: then, later or shortly before."""
    return any((day - review).days <= LEAD_DAYS for review in reviews)
