"""How every case begins: reception, first talk, screening and the question of consent."""

from __future__ import annotations

from datetime import date

from juso.koshu.agencies import HOST, WINDOW_AGENCY
from juso.koshu.codes import (
    CaseState,
    Consent,
    ContactMethod,
    Counterpart,
    Outcome,
    Route,
    Urgency,
)
from juso.services.sample import contact_texts as t
from juso.services.sample.calls import call_of, grown_up, stranger, word_for
from juso.services.sample.desk import Desk
from juso.services.sample.journey import Journey
from juso.services.sample.opening import Opening
from juso.services.sample.story import Weights, Will, draw

URGENCIES: Weights[Urgency] = ((Urgency.TWO_WEEKS, 22), (Urgency.NORMAL, 78))
URGENT: Weights[Urgency] = ((Urgency.SAME_DAY, 6), (Urgency.THREE_DAYS, 4))
MAYBE = 0.33
REASONS = {
    Consent.PENDING: (
        "本人と会えていないため。家族を通じて働きかけている。",
        "説明は済んだが、本人が考えたいとのこと。",
        "信頼関係ができてから説明する予定。",
    ),
    Consent.REFUSED: (
        "関係機関に知られたくないとの意向が強い。",
        "支援は要らないとして、説明の途中で断られた。",
    ),
}
ONLY_INFORMED = "情報提供のみで、機関の間で情報を共有しないため。"
NAMELESS = "匿名の相談のため。"
METHODS = {
    Route.SELF_VISIT: ContactMethod.OFFICE,
    Route.CITY_OFFICE: ContactMethod.OFFICE,
    Route.SELF_MAIL: ContactMethod.LETTER,
    Route.OUTREACH: ContactMethod.VISIT,
    Route.OTHER_WINDOW: ContactMethod.OFFICE,
}
COUNTERPARTS = {
    Route.FAMILY: Counterpart.FAMILY,
    Route.NEIGHBOUR: Counterpart.NEIGHBOUR,
    Route.WELFARE_VOLUNTEER: Counterpart.OTHER,
    Route.PROVIDER: Counterpart.OTHER,
    Route.SCHOOL: Counterpart.OTHER,
    Route.OTHER_AGENCY: Counterpart.OTHER,
}
LEADS = {
    Counterpart.SELF: "本人から相談。",
    Counterpart.FAMILY: "家族から相談。",
    Counterpart.NEIGHBOUR: "近隣の人から相談。",
    Counterpart.OTHER: "関係者から相談。",
}


def begin(desk: Desk, opening: Opening) -> Journey:
    """Receive and screen a case."""
    rng, story = desk.rng, opening.story
    urgency = draw(rng, URGENT if desk.chance(story.urgent) else URGENCIES)
    if opening.outcome in (Outcome.INFORMED, Outcome.DROPPED, None):
        urgency = draw(rng, URGENCIES)
    journey = Journey(
        desk=desk,
        opening=opening,
        call=call_of(opening, urgency, rng),
        issues=(*story.issues, *(i for i in story.maybe if desk.chance(MAYBE))),
        urgency=urgency,
        lead=desk.staff.anyone(WINDOW_AGENCY[opening.window], rng),
    )
    journey.engage(journey.lead.agency)
    _first_talk(journey)
    _screen(journey)
    return journey


def _first_talk(journey: Journey) -> None:
    route = journey.call.route
    counterpart = COUNTERPARTS.get(route, Counterpart.SELF)
    method = METHODS.get(route, ContactMethod.PHONE)
    complaint = journey.call.complaint.split("）")[-1].rstrip("。")
    content = f"{LEADS[counterpart]}「{complaint}」とのこと。{journey.desk.pick(t.INTAKES)}"
    met = "○" if method is ContactMethod.VISIT else None
    journey.record(journey.opening.received_on, (method, counterpart), content, met=met)


def _screen(journey: Journey) -> None:
    opening = journey.opening
    day = opening.screened_on
    journey.consent_reason = journey.desk.pick(REASONS[Consent.PENDING])
    if day is None:
        return
    journey.state = CaseState.ASSESSING
    if day > opening.received_on:
        content = f"{journey.desk.pick(t.SCREENINGS)}結果は「{opening.outcome}」とした。"
        journey.record(day, (ContactMethod.INTERNAL, Counterpart.OTHER), content)
    if opening.outcome is Outcome.INFORMED:
        journey.consent_reason = NAMELESS if opening.story.is_anonymous else ONLY_INFORMED


def consent_at_screening(journey: Journey, day: date) -> None:
    """Ask for consent; where it is not given, say why."""
    will = journey.opening.story.will
    if will in (Will.GIVES, Will.PROXY):
        give_consent(journey, day)
    elif will is Will.REFUSES:
        journey.consent = Consent.REFUSED
        journey.consent_reason = journey.desk.pick(REASONS[Consent.REFUSED])


def give_consent(journey: Journey, day: date, *, spoken: bool = False) -> None:
    """The person, or somebody for them, agrees to sharing among the team."""
    journey.consent_on, journey.consent_reason = day, ""
    journey.engage(HOST)
    if journey.opening.story.will is Will.PROXY or journey.opening.age < 15:
        journey.consent = Consent.PROXY
        adult = grown_up(journey.opening, journey.desk.rng)
        name = adult.name if adult else stranger(journey.desk.rng)
        relation = word_for(journey.opening, adult) if adult else "別居の親族"
        journey.proxy = f"{name}（{relation}）"
    else:
        journey.consent = Consent.ORAL if spoken else Consent.WRITTEN
