"""多機関協働 and 参加支援: courses that several agencies share."""

from __future__ import annotations

from datetime import date

from juso.koshu.codes import (
    AgendaKind,
    CaseState,
    ClosingReason,
    ContactMethod,
    Meeting,
    PlanKind,
    PlanState,
    ReferralKind,
    SuspensionReason,
)
from juso.services.sample.agencies import ELEMENTARY, JUNIOR_HIGH
from juso.services.sample.assess import assess
from juso.services.sample.begin import give_consent
from juso.services.sample.conference import close_at, review_plan, share
from juso.services.sample.contact_texts import WELCOMES
from juso.services.sample.courses import call_for_help
from juso.services.sample.evaluate import evaluate_closing
from juso.services.sample.finish import close, say_goodbye, suspend
from juso.services.sample.follow import follow
from juso.services.sample.journey import Journey, PlanDraft
from juso.services.sample.keep_in_touch import keep_in_touch
from juso.services.sample.meeting_book import Slot
from juso.services.sample.opening import Ending
from juso.services.sample.planning import Terms, decide, draft_plan, end_plan
from juso.services.sample.refer import receiver, refer
from juso.services.sample.staff import Worker

MONTHS, PARTICIPATION_MONTHS = (6, 6, 9, 12), (6, 9)
REACHED = (ClosingReason.SOLVED, ClosingReason.ACHIEVED, ClosingReason.OTHER_SCHEME)
CLOSED, SUSPENDED = 0.62, 0.06  # of the multi-agency cases that had the time
PARTICIPATION_CLOSED = 0.5
SUPPORT_DAYS, PARTICIPATION_DAYS = (100, 230), (90, 200)


def welcome(journey: Journey, day: date, by: Worker) -> None:
    """The first talk with whoever takes a referral."""
    content = journey.desk.pick(WELCOMES)
    journey.record(day, (ContactMethod.VISIT, journey.voice), content, by, met="○")


def multi_agency(journey: Journey) -> None:
    """多機関協働へつなぎ: consent, a shared plan, the conference, and an end it has agreed to."""
    day, last_day = journey.screened_on, journey.desk.last_day
    give_consent(journey, day)
    call_for_help(journey)
    by = receiver(journey, ReferralKind.MULTI_AGENCY)
    referral = refer(journey, ReferralKind.MULTI_AGENCY, by, day)
    met_on = referral.first_contact_on or day
    welcome(journey, met_on, by)
    if journey.opening.story.is_child_protection:
        share(journey, met_on, AgendaKind.SHARING, ELEMENTARY, JUNIOR_HIGH)
    assessed = journey.after(met_on, 2, 10)
    planned = journey.after(assessed, 3, 14)
    until = last_day
    if planned < last_day:
        assess(journey, assessed, by)
        until = _plan_together(journey, planned, by)
    keep_in_touch(journey, met_on, until, by, (16, 32))
    keep_in_touch(journey, day, until, spacing=(18, 40))


def _plan_together(journey: Journey, day: date, by: Worker) -> date:
    """The shared plan up to its end; returns the last day of support that is known."""
    desk = journey.desk
    draft = draft_plan(journey, Terms(PlanKind.MULTI_AGENCY, desk.pick(MONTHS)), day, by)
    slot = review_plan(journey, draft)
    if slot is None:
        return desk.last_day
    wish = journey.after(slot.held_on, *SUPPORT_DAYS, date.max)
    if wish < desk.last_day and desk.chance(SUSPENDED):
        follow(journey, draft, wish)
        suspend(journey, wish, SuspensionReason.HOSPITAL, by)
        return wish
    closing = desk.meetings.book(Meeting.PLAN_CONFERENCE, wish) if desk.chance(CLOSED) else None
    if closing:
        draft = follow(journey, draft, closing.held_on)
        if draft.plan.state.is_active and draft.plan.starts_on < closing.held_on:
            return _close_together(journey, closing, draft)
    follow(journey, draft, desk.last_day)
    return desk.last_day


def _close_together(journey: Journey, slot: Slot, draft: PlanDraft) -> date:
    """終結: evaluated by the conference."""
    reason, day = journey.desk.pick(REACHED), slot.held_on
    evaluation = evaluate_closing(journey, draft, day, reason, meeting_no=slot.meeting_no)
    close_at(journey, slot, draft, evaluation)
    end_plan(draft, PlanState.CLOSED)
    ended = journey.after(day, 0, 6, journey.limit(day))
    say_goodbye(journey, ended, reason, draft.by)
    journey.state, journey.ending = CaseState.CLOSED, Ending(ended, reason)
    return ended


def participation(journey: Journey) -> None:
    """参加支援へつなぎ."""
    give_consent(journey, journey.screened_on)
    join_in(journey, journey.screened_on)


def join_in(journey: Journey, day: date) -> None:
    """A person finds a place to take part in."""
    desk, window = journey.desk, journey.lead
    by = receiver(journey, ReferralKind.PARTICIPATION)
    referral = refer(journey, ReferralKind.PARTICIPATION, by, day)
    met_on = referral.first_contact_on or day
    welcome(journey, met_on, by)
    journey.lead = by
    planned = journey.after(met_on, 5, 16)
    wish = journey.after(planned, *PARTICIPATION_DAYS, date.max)
    ends = wish < desk.last_day and desk.chance(PARTICIPATION_CLOSED)
    until = wish if ends else desk.last_day
    if planned < desk.last_day:
        _plan_part(journey, planned, until, by)
    keep_in_touch(journey, met_on, until, by, (9, 22))
    keep_in_touch(journey, met_on, until, window, (30, 50))
    if ends:
        close(journey, until, desk.pick(REACHED[:2]), by)


def _plan_part(journey: Journey, day: date, until: date, by: Worker) -> None:
    if not journey.is_assessed:
        assess(journey, day, by)
    terms = Terms(PlanKind.PARTICIPATION, journey.desk.pick(PARTICIPATION_MONTHS))
    draft = draft_plan(journey, terms, day, by)
    decide(draft, day)
    follow(journey, draft, until)
