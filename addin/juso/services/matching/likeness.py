"""How alike two cases are: the one place that decides which of them are asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from juso.koshu.codes import Sex
from juso.services.matching.birthdays import slip
from juso.services.matching.person import Person

Similar = Callable[[str, str], float]
"""How alike two texts are: 1 − (letters to change, leave out, put in or swap) ÷ the longer one."""

SHORTEST_KANA = 4  # of shorter readings one letter says little


class Name(Enum):
    """How the names of two cases agree."""

    FULL = auto()  # reading or name the same, and nothing against it
    PART = auto()  # one of the two the same, the other not
    NEAR = auto()  # one letter of the reading apart
    GIVEN = auto()  # the given name the same: the surname may have changed
    OTHER = auto()
    MISSING = auto()  # 匿名: nothing to compare


class Birth(Enum):
    """How the birthdays of two cases agree."""

    SAME = auto()
    NEAR = auto()  # a slip apart
    OTHER = auto()
    MISSING = auto()


ALWAYS, WITH_CONTACT = False, True
ONE_PERSON = {
    (Name.FULL, Birth.SAME): ALWAYS,
    (Name.FULL, Birth.NEAR): ALWAYS,
    (Name.FULL, Birth.MISSING): ALWAYS,
    (Name.FULL, Birth.OTHER): WITH_CONTACT,
    (Name.PART, Birth.SAME): ALWAYS,
    (Name.PART, Birth.NEAR): ALWAYS,
    (Name.PART, Birth.MISSING): WITH_CONTACT,
    (Name.PART, Birth.OTHER): WITH_CONTACT,
    (Name.NEAR, Birth.SAME): ALWAYS,
    (Name.NEAR, Birth.NEAR): WITH_CONTACT,
    (Name.NEAR, Birth.MISSING): WITH_CONTACT,
    (Name.GIVEN, Birth.SAME): WITH_CONTACT,
    (Name.MISSING, Birth.SAME): WITH_CONTACT,
    (Name.MISSING, Birth.MISSING): WITH_CONTACT,
}
"""Which agreement makes one person likely, by itself or with the same phone or address."""

NAME_SCORES = {Name.FULL: 40, Name.PART: 30, Name.NEAR: 20, Name.GIVEN: 15}
BIRTH_SCORES = {Birth.SAME: 30, Birth.NEAR: 20}
PHONE_SCORE, HOME_SCORE, CALLER_SCORE = 15, 15, 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two cases have in common; `a` is the one with the earlier number."""

    a: Person
    b: Person
    name: Name
    birth: Birth

    @property
    def shares_number(self) -> bool:
        number = self.a.case.household_no
        return bool(number) and number == self.b.case.household_no

    @property
    def shares_home(self) -> bool:
        return bool(self.a.home) and self.a.home == self.b.home

    @property
    def shares_phone(self) -> bool:
        return not self.a.phones.isdisjoint(self.b.phones)

    @property
    def is_family_home(self) -> bool:
        """Same address and surname, as CASE-016 sees it."""
        return self.shares_home and bool(self.a.surname) and self.a.surname == self.b.surname

    @property
    def caller_is_other(self) -> bool:
        """Whether kin who came for one has the telephone of the other."""
        a, b = self.a, self.b
        return not (a.phones.isdisjoint(b.caller_phones) and a.caller_phones.isdisjoint(b.phones))

    @property
    def shares_caller(self) -> bool:
        return not self.a.caller_phones.isdisjoint(self.b.caller_phones)

    @property
    def is_other_sex(self) -> bool:
        return {self.a.case.sex, self.b.case.sex} == {Sex.MALE, Sex.FEMALE}

    @property
    def is_one_person(self) -> bool:
        """Whether the two may be one person."""
        needs_contact = ONE_PERSON.get((self.name, self.birth))
        if needs_contact is None:
            return False
        if needs_contact and not (self.shares_phone or self.shares_home):
            return False
        if self.name is Name.MISSING:
            return self.shares_phone
        is_kin = self.shares_number or self.is_other_sex  # brother and sister, twins
        return self.name in (Name.FULL, Name.PART) or not is_kin

    @property
    def is_one_household(self) -> bool:
        """Whether two people may live together whose 世帯番号 are not the same."""
        if self.shares_number:
            return False
        return (
            self.is_family_home or self.shares_phone or self.caller_is_other or self.shares_caller
        )

    @property
    def score(self) -> int:
        """The more, the likelier: for the order of a listing only."""
        any_caller = self.caller_is_other or self.shares_caller
        phone = PHONE_SCORE if self.shares_phone else CALLER_SCORE if any_caller else 0
        home = HOME_SCORE if self.shares_home else 0
        return NAME_SCORES.get(self.name, 0) + BIRTH_SCORES.get(self.birth, 0) + phone + home


def likeness(one: Person, other: Person, similar: Similar) -> Likeness:
    """What two cases have in common, whichever of them is given first."""
    a, b = sorted((one, other), key=lambda person: person.order)
    return Likeness(a, b, _name(a, b, similar), _birth(a, b))


def _name(a: Person, b: Person, similar: Similar) -> Name:
    compared = [one == two for one, two in ((a.name, b.name), (a.kana, b.kana)) if one and two]
    if not compared:
        return Name.MISSING
    if any(compared):
        return Name.FULL if all(compared) else Name.PART
    if _is_one_letter(a.kana, b.kana, similar):
        return Name.NEAR
    return Name.GIVEN if a.given_name and a.given_name == b.given_name else Name.OTHER


def _is_one_letter(one: str, other: str, similar: Similar) -> bool:
    """Whether one letter of the reading is changed, left out, put in or swapped."""
    short, long = sorted(map(len, (one, other)))
    if short < SHORTEST_KANA or long - short > 1:
        return False
    return round((1 - similar(one, other)) * long) == 1


def _birth(a: Person, b: Person) -> Birth:
    if a.born_on is None or b.born_on is None:
        return Birth.MISSING
    if a.born_on == b.born_on:
        return Birth.SAME
    return Birth.NEAR if slip(a.born_on, b.born_on) else Birth.OTHER
