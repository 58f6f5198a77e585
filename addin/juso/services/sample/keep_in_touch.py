"""The regular contacts of a case, never further apart than some weeks."""

from __future__ import annotations

from datetime import date

from juso.koshu.codes import ContactMethod, Counterpart
from juso.services.sample import contact_texts as t
from juso.services.sample.journey import Journey, Way
from juso.services.sample.staff import Worker
from juso.services.sample.story import Weights, draw
from juso.services.sample.texts import ISSUE_TEXTS

WAYS: Weights[Way] = (
    ((ContactMethod.PHONE, Counterpart.SELF), 24),
    ((ContactMethod.PHONE, Counterpart.FAMILY), 9),
    ((ContactMethod.OFFICE, Counterpart.SELF), 15),
    ((ContactMethod.OFFICE, Counterpart.FAMILY), 4),
    ((ContactMethod.VISIT, Counterpart.SELF), 18),
    ((ContactMethod.VISIT, Counterpart.FAMILY), 3),
    ((ContactMethod.ACCOMPANY, Counterpart.SELF), 6),
    ((ContactMethod.LETTER, Counterpart.SELF), 3),
    ((ContactMethod.COORDINATION, Counterpart.AGENCY), 13),
    ((ContactMethod.CASE_CONFERENCE, Counterpart.AGENCY), 4),
    ((ContactMethod.OTHER, Counterpart.NEIGHBOUR), 1),
)
FAMILY_WAYS: Weights[Way] = tuple(
    ((way[0], Counterpart.FAMILY if way[1] is Counterpart.SELF else way[1]), weight)
    for way, weight in WAYS
)
SPACING = (12, 32)
LARGEST_TEAM = 8  # no further agency is let in


def keep_in_touch(
    journey: Journey,
    since: date,
    until: date,
    by: Worker | None = None,
    spacing: tuple[int, int] = SPACING,
) -> None:
    """Contacts from one day to another, every few weeks."""
    day = journey.after(since, *spacing, date.max)
    while day < until:
        touch(journey, day, by or journey.lead)
        day = journey.after(day, *spacing, date.max)


def touch(journey: Journey, day: date, by: Worker) -> None:
    """One contact as they usually are."""
    way, desk = _way(journey, day), journey.desk
    method, counterpart = way
    lead = desk.pick(t.LEADS[way])
    if counterpart is Counterpart.AGENCY:
        agency = _helper(journey, by.agency)
        content = lead.format(agency=agency) + desk.pick(t.AGENCY_RESULTS)
        journey.coordinate(day, agency, content, by, method=method)
        return
    text = ISSUE_TEXTS[desk.pick(journey.issues)]
    content = lead.format(place=desk.pick(text.places)) + desk.pick(text.talks)
    if desk.chance(0.7):
        content += desk.pick(t.RESULTS)
    journey.record(day, way, content, by, met="○" if method is ContactMethod.VISIT else None)


def _way(journey: Journey, day: date) -> Way:
    ways = FAMILY_WAYS if journey.is_young else WAYS
    method, counterpart = draw(journey.desk.rng, ways)
    if counterpart is Counterpart.AGENCY and not journey.has_consent(day):
        return ContactMethod.PHONE, journey.voice
    if counterpart is Counterpart.FAMILY and len(journey.opening.household.people) == 1:
        return method, Counterpart.SELF
    return method, counterpart


def _helper(journey: Journey, own: str) -> str:
    """Another agency of the team, or one that helps with one of the issues."""
    helpers = ISSUE_TEXTS[journey.desk.pick(journey.issues)].helpers
    known = journey.team if len(journey.team) >= LARGEST_TEAM else (*journey.team, *helpers)
    agency = journey.desk.pick([a for a in known if a != own])
    journey.engage(agency)
    return agency
