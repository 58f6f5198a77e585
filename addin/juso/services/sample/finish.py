"""How a case ends: closed with an evaluation, or suspended after trying to reach the person."""

from __future__ import annotations

from datetime import date, timedelta

from juso.koshu.codes import (
    CaseState,
    ClosingReason,
    Conclusion,
    ContactMethod,
    Counterpart,
    EvaluationKind,
    PlanState,
    SuspensionReason,
)
from juso.services.sample import contact_texts as t
from juso.services.sample.evaluate import evaluate, evaluate_closing
from juso.services.sample.journey import Journey
from juso.services.sample.opening import Ending
from juso.services.sample.planning import current_plan, end_plan
from juso.services.sample.staff import Worker
from juso.services.sample.workdays import on_or_before

TRY_DAYS = (24, 11, 3)  # before a suspension, somebody tries to reach the person


def close(
    journey: Journey,
    day: date,
    reason: ClosingReason,
    by: Worker | None = None,
    referral_no: str | None = None,
) -> None:
    """Close a case, evaluating its plan if it has one."""
    draft = current_plan(journey)
    say_goodbye(journey, day, reason, by)
    evaluate_closing(journey, draft, day, reason, referral_no=referral_no)
    if draft:
        end_plan(draft, PlanState.CLOSED)
    journey.state = CaseState.CLOSED
    journey.ending = Ending(day, reason)


def say_goodbye(journey: Journey, day: date, reason: ClosingReason, by: Worker | None) -> None:
    """The last contact."""
    informed = reason is ClosingReason.SOLVED and not journey.is_assessed
    content = t.LAST_WORDS.get("情報提供" if informed else reason)
    died = reason is ClosingReason.DIED
    way = (ContactMethod.PHONE, Counterpart.FAMILY if died else journey.voice)
    content = content or journey.desk.pick(t.CLOSINGS) + journey.desk.pick(t.THANKS)
    journey.record(day, way, content, by, observation=None)


def suspend(
    journey: Journey, day: date, reason: SuspensionReason, by: Worker | None = None
) -> None:
    """Suspend a case after having tried to reach the person."""
    try_to_reach(journey, day, by)
    if draft := current_plan(journey):
        evaluate(journey, draft, day, EvaluationKind.SUSPENSION, Conclusion.SUSPEND)
        end_plan(draft, PlanState.CANCELLED)
    journey.state = CaseState.SUSPENDED
    journey.ending = Ending(day, suspension=reason)


def try_to_reach(journey: Journey, day: date, by: Worker | None) -> None:
    """Attempts in the weeks before a day, none before the case came in."""
    for wait in TRY_DAYS:
        tried = max(on_or_before(day - timedelta(days=wait)), journey.opening.received_on)
        content = journey.desk.pick(t.ATTEMPTS)
        way = (ContactMethod.PHONE, journey.voice)
        journey.record(tried, way, content, by, observation=None)
