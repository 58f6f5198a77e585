"""アウトリーチへつなぎ: from letters at the door to a plan of the person's own."""

from __future__ import annotations

from datetime import date, timedelta

from juso.koshu.codes import (
    AgendaKind,
    ClosingReason,
    Conclusion,
    ContactMethod,
    Counterpart,
    EvaluationKind,
    PlanKind,
    PlanState,
    ReferralKind,
    SuspensionReason,
)
from juso.services.sample import outreach_texts as t
from juso.services.sample.approach import approach, lives_alone, meet, write
from juso.services.sample.assess import assess
from juso.services.sample.begin import give_consent
from juso.services.sample.conference import share
from juso.services.sample.evaluate import evaluate
from juso.services.sample.finish import close, suspend
from juso.services.sample.follow import follow
from juso.services.sample.journey import Journey
from juso.services.sample.keep_in_touch import keep_in_touch
from juso.services.sample.opening import Twist
from juso.services.sample.planning import Terms, current_plan, decide, draft_plan, end_plan
from juso.services.sample.refer import receiver, refer
from juso.services.sample.staff import Worker
from juso.services.sample.story import Will
from juso.services.sample.team_courses import join_in
from juso.services.sample.workdays import AFTERNOON

AGREES_AT_ONCE = 0.5  # of those who are hard to reach, who let somebody visit from the start
OPENS_UP = 0.72
OPENING_DAYS, SUPPORT_DAYS = (45, 190), (60, 170)
LONG = 110  # days of trying after which the 支援会議 looks at it again
MONTHS = (6, 9, 12)
ROOM = timedelta(days=25)  # what begins later than this before the year's end is left out
TAKES_PART, CLOSED, SUSPENDED = 0.35, 0.3, 0.1
OFTEN, SELDOM = (9, 22), (25, 45)


def outreach(journey: Journey) -> None:
    """Approach a person until they open up, or as long as it takes."""
    desk, day, window = journey.desk, journey.screened_on, journey.lead
    told = journey.opening.twist is Twist.OPENS
    if journey.opening.story.will is not Will.LATER or (desk.chance(AGREES_AT_ONCE) and not told):
        give_consent(journey, day)
    by = receiver(journey, ReferralKind.OUTREACH)
    met_on = (_with_consent if journey.has_consent(day) else _without_consent)(journey, by, day)
    if met_on >= desk.last_day:
        return
    opened = journey.after(met_on, *OPENING_DAYS, date.max)
    opens = (told or desk.chance(OPENS_UP)) and opened < desk.last_day - ROOM
    approach(journey, met_on, opened if opens else desk.last_day, by)
    if (opened - met_on).days > LONG or not opens:
        share(journey, journey.after(met_on, 80, 105, date.max), AgendaKind.WATCHING)
    if opens:
        _open_up(journey, opened, by, window)


def _with_consent(journey: Journey, by: Worker, day: date) -> date:
    """Referred to the team, which looks at it in the 支援会議; returns the day of the first visit."""
    met_on = refer(journey, ReferralKind.OUTREACH, by, day).first_contact_on or day
    journey.lead = by
    _first_visit(journey, met_on, by)
    share(journey, journey.after(met_on, 8, 20, date.max), AgendaKind.SHARING)
    return met_on


def _without_consent(journey: Journey, by: Worker, day: date) -> date:
    """The team advises without a name, and goes once the 支援会議 has shared who it is (法第106条の6)."""
    journey.engage(by.agency)
    journey.coordinate(day, by.agency, t.ADVICE.format(agency=by.agency), hours=AFTERNOON)
    slot = share(journey, day, AgendaKind.SHARING, by.agency)
    approach(journey, day, slot.held_on if slot else journey.desk.last_day, journey.lead)
    if slot is None:
        return journey.desk.last_day
    journey.lead = by
    met_on = journey.after(slot.held_on, 1, 6)
    _first_visit(journey, met_on, by)
    return met_on


def _first_visit(journey: Journey, day: date, by: Worker) -> None:
    if lives_alone(journey):
        meet(journey, day, by, journey.desk.pick(t.MET))
    else:
        way = (ContactMethod.VISIT, Counterpart.FAMILY)
        journey.record(day, way, t.FAMILY_MET, by, met="×")
    if day < journey.desk.last_day:
        write(journey, journey.after(day, 1, 4), by)


def _open_up(journey: Journey, day: date, by: Worker, window: Worker) -> None:
    """The person talks, agrees, and a plan is made."""
    desk = journey.desk
    meet(journey, day, by, desk.pick(t.OPENED))
    if not journey.consent.is_given:
        give_consent(journey, day)
    assessed = journey.after(day, 3, 9)
    assess(journey, assessed, by)
    planned = journey.after(assessed, 3, 10)
    draft = draft_plan(journey, Terms(PlanKind.OUTREACH, desk.pick(MONTHS)), planned, by)
    decide(draft, planned)
    end = journey.after(planned, *SUPPORT_DAYS, date.max)
    goes_on = end < desk.last_day - ROOM
    until = end if goes_on else desk.last_day
    follow(journey, draft, until)
    _stay_close(journey, day, until, by, window)
    if goes_on:
        _go_on(journey, end, by, window)


def _stay_close(journey: Journey, since: date, until: date, by: Worker, window: Worker) -> None:
    keep_in_touch(journey, since, until, by, OFTEN)
    keep_in_touch(journey, since, until, window, SELDOM)


def _go_on(journey: Journey, day: date, by: Worker, window: Worker) -> None:
    """After some months of support: a place to take part in, an end, or more of the same."""
    chance, draft = journey.desk.rng.random(), current_plan(journey)
    if draft is None:
        return
    if chance < TAKES_PART or journey.opening.twist is Twist.OPENS:
        evaluate(journey, draft, day, EvaluationKind.REPLAN, Conclusion.REPLAN)
        end_plan(draft, PlanState.EVALUATED)
        join_in(journey, day)
    elif chance < TAKES_PART + CLOSED:
        close(journey, day, ClosingReason.ACHIEVED, by)
    elif chance < TAKES_PART + CLOSED + SUSPENDED:
        suspend(journey, day, SuspensionReason.OWN_WISH, by)
    else:
        follow(journey, draft, journey.desk.last_day)
        _stay_close(journey, day, journey.desk.last_day, by, window)
