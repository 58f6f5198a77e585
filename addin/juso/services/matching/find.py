"""名寄せの見込み: the pairs of a register that somebody should look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from juso.koshu.match_decision import Question
from juso.koshu.register import Register
from juso.services.matching.blocks import blocks
from juso.services.matching.groups import Groups, known_people
from juso.services.matching.likeness import Similar, likeness
from juso.services.matching.person import Person, people_of
from juso.services.matching.reasons import household_reasons, person_reasons


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two cases that may be one person or one household, and why; `a` is the earlier number."""

    a: str
    b: str
    question: Question
    reasons: tuple[str, ...]
    score: int


@dataclass(frozen=True)
class Found:
    """The pairs, the likeliest first; `skipped` says in sentences what was not compared."""

    people: Sequence[Person]
    known: Groups
    candidates: tuple[Candidate, ...]
    skipped: tuple[str, ...]

    @cached_property
    def person_by_no(self) -> Mapping[str, Person]:
        return {person.no: person for person in self.people}


def find(register: Register, similar: Similar) -> Found:
    """Compare the cases of a register that share a name, birthday, phone or home."""
    people = list(people_of(register))
    known = known_people(people)
    paired = blocks(people)
    pairs = ((people[i], people[j]) for i, j in sorted(paired.pairs))
    candidates = _candidates(pairs, similar, known)
    if hidden := _may_be_protected(people, candidates, known):
        people = [person.hidden() if person.no in hidden else person for person in people]
        by_no = {person.no: person for person in people}
        asked_again = ((by_no[c.a], by_no[c.b]) for c in candidates)
        candidates = _candidates(asked_again, similar, known)
    candidates.sort(key=_likeliest)
    skipped = (*paired.skipped, *_not_compared(register, people))
    return Found(people, known, tuple(candidates), skipped)


def _candidates(
    pairs: Iterable[tuple[Person, Person]], similar: Similar, known: Groups
) -> list[Candidate]:
    return [found for a, b in pairs if (found := compare(a, b, similar, known))]


def _may_be_protected(
    people: Iterable[Person], candidates: Iterable[Candidate], known: Groups
) -> set[str]:
    """Cases that are, or may be, of a person under 支援措置 whose other case says so."""
    protected = {person.no for person in people if person.is_protected}
    groups = {known[number] for number in protected}
    alike = {number for number, group in known.items() if group in groups}
    for pair in candidates:
        if pair.question is Question.PERSON and not protected.isdisjoint((pair.a, pair.b)):
            alike |= {pair.a, pair.b}
    return alike - protected


def compare(one: Person, other: Person, similar: Similar, known: Groups) -> Candidate | None:
    """The question about two cases, None where there is none: one person before one household.

    Cases that are `known` to be one person's are not asked about as such.
    """
    found = likeness(one, other, similar)
    a, b = found.a.no, found.b.no
    if found.is_one_person and known[a] != known[b]:
        return Candidate(a, b, Question.PERSON, person_reasons(found), found.score)
    if found.is_one_household:
        return Candidate(a, b, Question.HOUSEHOLD, household_reasons(found), found.score)
    return None


def _likeliest(candidate: Candidate) -> tuple[bool, int]:
    return candidate.question is not Question.PERSON, -candidate.score


def _not_compared(register: Register, people: Sequence[Person]) -> Iterator[str]:
    if hidden := sum(person.is_protected for person in people):
        yield (
            f"支援措置（DV等）の世帯と、その人かもしれない相談{hidden}件は、"
            "住所と電話では比べていません。"
        )
    if left := len(register.cases) - len(people):
        yield (
            f"ケース番号が空欄か重複している相談{left}件は比べていません。"
            "点検で番号を直してください。"
        )
