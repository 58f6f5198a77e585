"""Households: who lives together, how they are related and how old they are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from juso.core.calendar import add_months, age
from juso.koshu.codes import Caution, Relation, Sex
from juso.services.sample import names, places
from juso.services.sample.story import Member, Story, draw

GENERATION = {  # generations above the client
    Relation.GRANDPARENT: 2,
    Relation.FATHER: 1,
    Relation.MOTHER: 1,
    Relation.SELF: 0,
    Relation.SPOUSE: 0,
    Relation.SIBLING: 0,
    Relation.CHILD: -1,
    Relation.GRANDCHILD: -2,
}
PARENT_GAP = (23, 34)
COUPLES = ({Relation.SELF, Relation.SPOUSE}, {Relation.FATHER, Relation.MOTHER})


@dataclass(frozen=True, slots=True)
class Person:
    """A member of a household; `relation` is seen from its first client."""

    name: str
    kana: str
    sex: Sex
    born_on: date
    relation: Relation
    occupation: str
    needs_support: bool

    def age_on(self, day: date) -> int:
        """Completed years on a day."""
        return age(self.born_on, day)


@dataclass(slots=True)
class Household:
    """People at one address."""

    people: tuple[Person, ...]  # the first client first
    area: str
    address: str
    phone: str
    number: str = ""  # S0001, given in the order of reception

    def relation(self, other: Person, seen_from: Person) -> Relation:
        """How `other` is related to one of the household."""
        if other is seen_from:
            return Relation.SELF
        if {other.relation, seen_from.relation} in COUPLES:
            return Relation.SPOUSE
        return _by_generation(other, GENERATION[other.relation] - GENERATION[seen_from.relation])

    def member(self, relation: Relation) -> Person | None:
        """The first member so related to the first client."""
        return next((p for p in self.people if p.relation is relation), None)


def _by_generation(other: Person, above: int) -> Relation:
    if above == 1:
        return Relation.MOTHER if other.sex is Sex.FEMALE else Relation.FATHER
    return {
        2: Relation.GRANDPARENT,
        0: Relation.SIBLING,
        -1: Relation.CHILD,
        -2: Relation.GRANDCHILD,
    }.get(above, Relation.OTHER)


def make_household(story: Story, day: date, rng: Random, taken: set[str]) -> Household:
    """A household that fits a story, as old as it is on the day it first comes."""
    client_age = rng.randint(*story.ages)
    maker = _Maker(names.surname(rng), client_age, day, rng)
    maker.add(Member(Relation.SELF, "", (client_age, client_age), draw(rng, story.sexes)))
    for member in story.members:
        if rng.random() < member.chance:
            maker.add(member)
    where = places.area(rng)
    sheltered = Caution.PROTECTED in story.cautions
    place = places.SHELTERED if sheltered else where if where in places.OAZA else places.OUTSIDE
    address = places.address(rng, place, taken)
    return Household(tuple(maker.people), where, address, places.home_phone(rng))


def moved(home: Household, rng: Random, taken: set[str]) -> Household:
    """The same people at another address, with a number of their own: nobody knows them there."""
    where = home.area if home.area in places.OAZA else places.OUTSIDE
    address = places.address(rng, where, taken)
    return replace(home, address=address, phone=places.home_phone(rng), number="")


@dataclass(slots=True)
class _Maker:
    """Makes the people of one household, the client first."""

    family: names.Word
    client_age: int
    day: date
    rng: Random
    people: list[Person] = field(default_factory=list)

    def add(self, member: Member) -> None:
        """Make one person more."""
        years, sex = self._age(member), member.sex or self._sex(member.relation)
        taken = frozenset(p.name.split()[1] for p in self.people)
        given = names.given_name(self.rng, self.family, sex, years, taken)
        since_birthday = timedelta(days=self.rng.randint(1, 360))
        self.people.append(
            Person(
                name=f"{self.family.text} {given.text}",
                kana=f"{self.family.kana} {given.kana}",
                sex=sex,
                born_on=add_months(self.day, -12 * years) - since_birthday,
                relation=member.relation,
                occupation=member.occupation,
                needs_support=member.needs_support,
            )
        )

    def _age(self, member: Member) -> int:
        if member.ages:
            return self.rng.randint(*member.ages)
        generations = GENERATION[member.relation]
        if generations == 0:
            return max(0, self.client_age + self.rng.randint(-4, 4))
        gap = sum(self.rng.randint(*PARENT_GAP) for _ in range(abs(generations)))
        return max(0, self.client_age + (gap if generations > 0 else -gap))

    def _sex(self, relation: Relation) -> Sex:
        fixed = {Relation.MOTHER: Sex.FEMALE, Relation.FATHER: Sex.MALE}
        if relation is Relation.SPOUSE:
            return Sex.MALE if self.people[0].sex is Sex.FEMALE else Sex.FEMALE
        return fixed.get(relation) or self.rng.choice((Sex.MALE, Sex.FEMALE))
