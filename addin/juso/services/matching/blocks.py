"""Which cases are compared at all: only those that share a name, birthday, phone or home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from juso.koshu.rules.dates import said
from juso.services.matching.person import Person

MOST = 200  # cases of one name or birthday: beyond, it is a default that was typed
MOST_AT_HOME = 20  # cases of one address or phone: beyond, it is an institution's
FAMILY = "住所と姓"
AT_HOME = frozenset({"住所", FAMILY, "電話"})


@dataclass(frozen=True, slots=True)
class Blocks:
    """Pairs of places in the list of persons, the smaller first, and what was not paired."""

    pairs: frozenset[tuple[int, int]]
    skipped: tuple[str, ...]


def blocks(people: Sequence[Person]) -> Blocks:
    """All pairs that share a block; a block that is too large is left out and said."""
    members: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        for block in _keys(person):
            members[block].append(place)
    pairs: set[tuple[int, int]] = set()
    skipped = []
    for (kind, key), places in members.items():
        if len(places) <= (MOST_AT_HOME if kind in AT_HOME else MOST):
            pairs.update(combinations(places, 2))
        elif kind != FAMILY:  # its 住所 is said already
            skipped.append(_skipped(kind, key, len(places)))
    return Blocks(frozenset(pairs), tuple(skipped))


def _keys(person: Person) -> Iterator[tuple[str, str]]:
    if person.kana:
        yield "ふりがな", person.kana
    if person.name:
        yield "氏名", person.name
    if person.born_on:
        yield "生年月日", said(person.born_on)
    if person.home:
        yield "住所", person.home
        yield FAMILY, f"{person.home} {person.surname}"
    for phone in person.phones | person.caller_phones:
        yield "電話", phone


def _skipped(kind: str, key: str, number: int) -> str:
    return (
        f"{kind}が「{key}」の相談が{number}件あり、1つの値としては多すぎるため、"
        f"{kind}では比べていません（ほかの項目では比べています）。"
    )
