"""One case as 名寄せ compares it: the keys of the person and of the home."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Self

from juso.koshu.codes import Caller
from juso.koshu.consent import is_protected
from juso.koshu.person_keys import (
    given_name_key,
    home_key,
    kana_key,
    name_key,
    phone_keys,
    surname_key,
)
from juso.koshu.register import Register
from juso.koshu.rules.dates import said
from juso.koshu.sheets import Case

KIN = (Caller.FAMILY, Caller.RELATIVE)  # of a household; others come for many
DIGEST = 12  # letters: tells whether a value is still the same, and nothing more


@dataclass(frozen=True, slots=True)
class Person:
    """The client of one case; keys are '' or empty where there is nothing to compare.

    Of a person under 支援措置, or of their household, no address and no phone is compared: that
    somebody lives where another does is what must not be told.
    """

    case: Case
    name: str
    surname: str
    given_name: str
    kana: str
    home: str
    phones: frozenset[str]
    caller_phones: frozenset[str]  # of kin who came
    is_protected: bool

    @property
    def no(self) -> str:
        return self.case.case_no

    @property
    def born_on(self) -> date | None:
        return self.case.born_on

    @property
    def order(self) -> tuple[tuple[int, ...], str]:
        """R7-0002 before R7-0010 before R10-0001, whatever row they stand in."""
        return tuple(map(int, re.findall(r"\d+", self.no))), self.no

    @property
    def values(self) -> dict[str, str]:
        """What is compared, by its heading; of address and phone only whether they are the same."""
        plain = {
            "氏名": self.name,
            "ふりがな": self.kana,
            "生年月日": said(self.born_on) if self.born_on else "",
        }
        if self.is_protected:
            return plain
        return plain | {
            "住所": digest(self.home),
            "電話": digest(*self.phones),
            "来談者電話": digest(*self.caller_phones),
        }

    def hidden(self) -> Self:
        """The same person, compared by name and birthday only."""
        nothing = frozenset[str]()
        return replace(self, home="", phones=nothing, caller_phones=nothing, is_protected=True)


def digest(*keys: str) -> str:
    """A mark that is the same for the same keys in any order; '' for none."""
    text = "\n".join(sorted(filter(None, keys)))
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:DIGEST] if text else ""


def person_of(case: Case, household: Iterable[Case] = ()) -> Person:
    """The keys of a case; `household` are the cases under its 世帯番号."""
    person = Person(
        case=case,
        name=name_key(case.name),
        surname=surname_key(case.name or ""),
        given_name=given_name_key(case.name or ""),
        kana=kana_key(case.kana),
        home=home_key(case.address),
        phones=phone_keys(case.phone),
        caller_phones=phone_keys(case.caller_phone) if case.caller in KIN else frozenset(),
        is_protected=False,
    )
    return person.hidden() if is_protected(case, household) else person


def people_of(register: Register) -> Iterator[Person]:
    """The persons of all cases that can be named, in the order of their numbers.

    A case without a number, and the later rows of a number used twice, are left out: rules
    report them, and a decision could not name them.
    """
    first: dict[str, Case] = {}
    for case in register.cases:
        if case.case_no:
            first.setdefault(case.case_no, case)
    households = register.cases_of_household
    people = [
        person_of(case, households[case.household_no] if case.household_no else ())
        for case in first.values()
    ]
    yield from sorted(people, key=lambda person: person.order)
