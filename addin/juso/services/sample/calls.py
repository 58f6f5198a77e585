"""How a consultation reaches the window: route, entry, who speaks and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from juso.koshu.codes import Caller, Entry, Relation, Route, Sex, Urgency
from juso.services.sample import names, places
from juso.services.sample.agencies import CARE_MANAGER, CLINIC, ELEMENTARY, HOSPITAL, JUNIOR_HIGH
from juso.services.sample.household import Person
from juso.services.sample.opening import Opening
from juso.services.sample.story import Weights, draw

ADULT = 18
SPEAKS_FOR_SELF = 12
ROUTES: Weights[Route] = (
    (Route.SELF_VISIT, 24),
    (Route.SELF_PHONE, 20),
    (Route.SELF_MAIL, 4),
    (Route.FAMILY, 22),
    (Route.NEIGHBOUR, 3),
    (Route.WELFARE_VOLUNTEER, 8),
    (Route.CITY_OFFICE, 8),
    (Route.PROVIDER, 8),
    (Route.OTHER_AGENCY, 2),
    (Route.OUTREACH, 1),
)
OWN_ROUTES = (Route.SELF_VISIT, Route.SELF_PHONE, Route.SELF_MAIL)
CALLERS = {
    Route.NEIGHBOUR: Caller.NEIGHBOUR,
    Route.WELFARE_VOLUNTEER: Caller.WELFARE_VOLUNTEER,
    Route.OUTREACH: Caller.OTHER,
}
SPEAKERS = {
    Route.NEIGHBOUR: "近隣",
    Route.WELFARE_VOLUNTEER: "民生委員",
    Route.SCHOOL: "学校",
    Route.PROVIDER: "事業所",
}
POSTS = {
    Route.NEIGHBOUR: ("隣家", "同じ組の人", "大家", "友人"),
    Route.WELFARE_VOLUNTEER: ("地区担当の民生委員",),
    Route.OTHER_WINDOW: ("他の窓口の相談員",),
    Route.CITY_OFFICE: ("税務担当", "国保担当", "上下水道担当", "住宅担当", "窓口課"),
    Route.PROVIDER: (CLINIC, HOSPITAL, CARE_MANAGER),
    Route.SCHOOL: (ELEMENTARY, JUNIOR_HIGH),
    Route.OTHER_AGENCY: ("警察署", "消防署", "郵便局"),
    Route.OUTREACH: ("アウトリーチの訪問員",),
}
CHILD_WORDS = {Sex.FEMALE: "娘", Sex.MALE: "息子"}
SPOUSE_WORDS = {Sex.FEMALE: "妻", Sex.MALE: "夫"}
RELATIVES = ("めい", "おい", "別居のきょうだい", "別居の子", "いとこ")


@dataclass(frozen=True, slots=True)
class Call:
    """Who came, how, and what was said."""

    route: Route
    entry: Entry
    caller: Caller
    complaint: str
    name: str | None = None
    relation: str | None = None
    phone: str | None = None


def call_of(opening: Opening, urgency: Urgency, rng: Random) -> Call:
    """The call that brings a case in."""
    route = route_of(opening, rng)
    entry = entry_of(opening, route, urgency, rng)
    if route in OWN_ROUTES:
        return Call(route, entry, Caller.SELF, _complaint(opening, rng, "本人"))
    if route is Route.FAMILY:
        return _family_call(opening, entry, rng)
    complaint = _complaint(opening, rng, SPEAKERS.get(route, "関係者"))
    caller = CALLERS.get(route, Caller.AGENCY)
    post = rng.choice(POSTS[route])
    return Call(route, entry, caller, complaint, stranger(rng), post, places.home_phone(rng))


def route_of(opening: Opening, rng: Random) -> Route:
    """The 相談経路: young children do not come alone, a case passed on comes from a window."""
    if opening.sent_by:
        return Route.OTHER_WINDOW
    if opening.story.is_anonymous:
        return Route.SELF_PHONE
    choices = opening.story.routes or ROUTES
    if opening.age < SPEAKS_FOR_SELF:
        choices = tuple(c for c in choices if c[0] not in OWN_ROUTES)
    return draw(rng, choices)


def entry_of(opening: Opening, route: Route, urgency: Urgency, rng: Random) -> Entry:
    """相談の入り方: 「ついでに」 at the counter, 「知られない」 for who hides (実施計画5(2))."""
    if opening.story.is_anonymous:
        return Entry.ANONYMOUS
    if urgency in (Urgency.SAME_DAY, Urgency.THREE_DAYS):
        return Entry.URGENT
    if route is Route.CITY_OFFICE:
        return Entry.WITH_ERRAND
    if route is Route.OUTREACH:
        return Entry.ON_VISIT
    if route is Route.SELF_VISIT:
        return draw(rng, ((Entry.APPOINTMENT, 45), (Entry.WITH_ERRAND, 35), (Entry.OTHER, 20)))
    return draw(rng, ((Entry.OTHER, 68), (Entry.APPOINTMENT, 28), (Entry.ANONYMOUS, 4)))


def _family_call(opening: Opening, entry: Entry, rng: Random) -> Call:
    adult = grown_up(opening, rng)
    if adult is None:
        name, relation, caller = stranger(rng), rng.choice(RELATIVES), Caller.RELATIVE
    else:
        name, relation, caller = adult.name, word_for(opening, adult), Caller.FAMILY
    complaint = _complaint(opening, rng, relation, "家族", "介護する子")
    return Call(Route.FAMILY, entry, caller, complaint, name, relation, places.mobile_phone(rng))


def grown_up(opening: Opening, rng: Random) -> Person | None:
    """An adult of the household who can speak or sign for the person."""
    others = [
        p
        for p in opening.household.people
        if p is not opening.person and p.age_on(opening.received_on) >= ADULT
    ]
    return rng.choice(others) if others else None


def word_for(opening: Opening, other: Person) -> str:
    """What one calls somebody of the household: 娘, 夫, 母."""
    relation = opening.household.relation(other, opening.person)
    if relation is Relation.CHILD:
        return CHILD_WORDS.get(other.sex, "子")
    if relation is Relation.SPOUSE:
        return SPOUSE_WORDS.get(other.sex, "配偶者")
    return str(relation)


def stranger(rng: Random) -> str:
    """The name of somebody who is no client."""
    family = names.surname(rng)
    sex = rng.choice((Sex.FEMALE, Sex.MALE))
    given = names.given_name(rng, family, sex, rng.randint(30, 65), frozenset())
    return f"{family.text} {given.text}"


def _complaint(opening: Opening, rng: Random, *speakers: str) -> str:
    """One of the story's complaints; one told by others only where they are who came."""
    fitting = [
        text
        for text in opening.story.complaints
        if not text.startswith("（") or text[1:].split("から")[0] in speakers
    ]
    return rng.choice(fitting or [text.split("）")[-1] for text in opening.story.complaints])
