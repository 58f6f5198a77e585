"""Attempts to reach somebody who does not come: letters, visits, talks with those around them."""

from __future__ import annotations

from datetime import date

from juso.koshu.agencies import PARTNER_AGENCY
from juso.koshu.codes import ContactMethod, Counterpart, Partner
from juso.services.sample import outreach_texts as t
from juso.services.sample.journey import Journey
from juso.services.sample.staff import Worker
from juso.services.sample.story import Weights, draw

SPACING = (8, 24)
STREAK = 2  # after so many visits in vain, somebody says how to go on
AROUND = (PARTNER_AGENCY[Partner.WELFARE_VOLUNTEERS], PARTNER_AGENCY[Partner.HIKIKOMORI])
STEPS: Weights[str] = (("visit", 48), ("letter", 26), ("gather", 16), ("family", 10))
MET = 0.3


def approach(journey: Journey, since: date, until: date, by: Worker) -> None:
    """Go on trying from one day to another."""
    in_vain = 0
    day = journey.after(since, *SPACING, date.max)
    while day < until:
        step = draw(journey.desk.rng, STEPS)
        if step == "visit":
            in_vain = 0 if journey.desk.chance(MET) else in_vain + 1
            visit(journey, day, by, in_vain)
        elif step == "letter":
            write(journey, day, by)
        elif step == "family" and not lives_alone(journey):
            _ask_family(journey, day, by)
        else:
            _ask_around(journey, day, by)
        day = journey.after(day, *SPACING, date.max)


def lives_alone(journey: Journey) -> bool:
    """Nobody else opens the door."""
    return len(journey.opening.household.people) == 1


def visit(journey: Journey, day: date, by: Worker, in_vain: int) -> None:
    """A visit: how many in a row were in vain, 0 where the person was met."""
    desk = journey.desk
    if in_vain == 0:
        meet(journey, day, by, desk.pick(t.MET))
        return
    alone = lives_alone(journey)
    counterpart = Counterpart.SELF if alone else Counterpart.FAMILY
    thinks = in_vain >= STREAK or desk.chance(0.5)
    journey.record(
        day,
        (ContactMethod.VISIT, counterpart),
        desk.pick(t.NOT_MET_ALONE if alone else t.NOT_MET),
        by,
        met="×",
        observation=None,
        judgement=desk.pick(t.WAYS) if thinks else None,
    )


def meet(journey: Journey, day: date, by: Worker, content: str) -> None:
    """A visit in which the person was met."""
    journey.record(day, (ContactMethod.VISIT, Counterpart.SELF), content, by, met="○")


def write(journey: Journey, day: date, by: Worker) -> None:
    """A letter."""
    way = (ContactMethod.LETTER, Counterpart.SELF)
    content = journey.desk.pick(t.LETTERS)
    journey.record(day, way, content, by, is_letter=True, observation=None)


def _ask_family(journey: Journey, day: date, by: Worker) -> None:
    content = journey.desk.pick(t.FAMILY_TALKS)
    journey.record(day, (ContactMethod.PHONE, Counterpart.FAMILY), content, by)


def _ask_around(journey: Journey, day: date, by: Worker) -> None:
    agency = journey.desk.pick(AROUND)
    content = journey.desk.pick(t.GATHERING).format(agency=agency)
    journey.coordinate(day, agency, content, by)
