"""Which cases are known to be one person's: what the register itself says is not asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from juso.services.matching.person import Person

Groups = Mapping[str, str]
"""Case number -> a name for all cases of one person, or of one household."""


def known_people(people: Iterable[Person]) -> Groups:
    """One person's: a case taken up again, or 世帯番号, birthday and name or reading the same."""
    first: dict[str, str] = {}

    def find(name: str) -> str:
        while (above := first.get(name, name)) != name:
            name = above
        return name

    people = list(people)
    for person in people:
        for mark in _marks(person):
            first[find(mark)] = find(person.no)
    return {person.no: find(person.no) for person in people}


def _marks(person: Person) -> Iterator[str]:
    case = person.case
    if case.reopened_from:
        yield case.reopened_from
    if case.household_no and case.born_on:
        for kind, key in (("kana", person.kana), ("name", person.name)):
            if key:
                yield f"{case.household_no} {case.born_on} {kind} {key}"


def households(people: Iterable[Person]) -> Groups:
    """One household's: the same 世帯番号; a case without one stands alone."""
    return {person.no: person.case.household_no or person.no for person in people}
