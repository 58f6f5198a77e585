"""What stands on the 名寄せ listing: what is asked, what came back, what is decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from juso.koshu.match_decision import MatchDecision, Place, Question, Verdict, in_force
from juso.services.matching.find import Found
from juso.services.matching.groups import Groups, households
from juso.services.matching.hints import Hint
from juso.services.matching.person import Person

TOGETHER = (Verdict.SAME, Verdict.HOUSEHOLD)


@dataclass(frozen=True, slots=True)
class Matter:
    """One row: a pair of cases, or a hint about one (`b` None).

    `decision` is the one in force; `change` says what has changed since, so that it is asked
    again.
    """

    question: str  # 同一, 同世帯, 8050, ダブルケア …
    a: Person
    b: Person | None
    reasons: tuple[str, ...]
    values: Mapping[str, str]
    decision: MatchDecision | None = None
    change: str = ""
    hint: Hint | None = None

    @property
    def place(self) -> Place:
        return self.a.no, self.b.no if self.b else "", "" if self.b else self.question

    @property
    def is_open(self) -> bool:
        """Whether somebody is to decide."""
        return self.decision is None or bool(self.change)

    @property
    def hides_home(self) -> bool:
        """取扱注意: neither address nor phone of the two is shown."""
        return self.a.is_protected or bool(self.b and self.b.is_protected)


def matters(found: Found, hints: Iterable[Hint], history: Iterable[MatchDecision]) -> list[Matter]:
    """Everything to be listed: open pairs and hints, the likeliest first, then what is decided.

    Of the pairs that ask the same of two persons with several cases, or of two households, one
    is listed: the one that was decided, else the likeliest.
    """
    decided = in_force(history)
    listed = [*_pairs(found), *_hints(found, hints)]
    whole = [_with(matter, decided.pop(matter.place, None)) for matter in listed]
    whole += [matter for decision in decided.values() for matter in _former(decision, found)]
    whole.sort(key=lambda matter: not matter.is_open)
    return list(_once(whole, found))


def _once(listed: Sequence[Matter], found: Found) -> Iterator[Matter]:
    groups = {Question.PERSON: found.known, Question.HOUSEHOLD: households(found.people)}
    settled = {
        key
        for matter in listed
        if not matter.is_open
        for key in (_key(matter, groups[question], question) for question in Question)
    }
    asked = set()
    for matter in listed:
        question = Question(matter.question) if matter.b else Question.PERSON
        key = _key(matter, groups[question], question)
        if matter.is_open and matter.decision is None:
            if key in settled or key in asked:
                continue
            asked.add(key)
        yield matter


def _key(matter: Matter, groups: Groups, question: Question) -> tuple[str, ...]:
    ends = (matter.a.no, matter.b.no if matter.b else "")
    return (question, *sorted(groups.get(end, end) for end in ends), matter.place[2])


def _pairs(found: Found) -> Iterator[Matter]:
    people = found.person_by_no
    for candidate in found.candidates:
        a, b = people[candidate.a], people[candidate.b]
        yield Matter(candidate.question, a, b, candidate.reasons, values_of(a, b))


def _hints(found: Found, hints: Iterable[Hint]) -> Iterator[Matter]:
    for hint in hints:
        person = found.person_by_no[hint.case_no]
        name = str(hint.pattern.complexity)
        yield Matter(name, person, None, (hint.evidence,), hint.values, hint=hint)


def _with(matter: Matter, decision: MatchDecision | None) -> Matter:
    change = change_since(matter, decision) if decision else ""
    return replace(matter, decision=decision, change=change)


def change_since(matter: Matter, decision: MatchDecision) -> str:
    """What has changed since; not what was typed alike because the two are one person."""
    values = dict(matter.values)
    if matter.b and decision.verdict is Verdict.SAME:
        one, other = matter.a.values, matter.b.values
        for label in one.keys() & other.keys():
            if one[label] == other[label]:
                del values[f"{matter.a.no}の{label}"], values[f"{matter.b.no}の{label}"]
    return decision.change(values)


def _former(decision: MatchDecision, found: Found) -> Iterator[Matter]:
    """A decision about what does not look alike any more: asked again where it joins two cases.

    Not where the register itself has come to say what was decided.
    """
    a, b = (found.person_by_no.get(number) for number in (decision.a, decision.b))
    if a is None or (decision.b and b is None):
        return  # the case is not in the register; `juso match --list` still has the decision
    if b is None:
        yield Matter(decision.about, a, None, (), decision.values, decision)
        return
    is_household = decision.verdict in (Verdict.HOUSEHOLD, Verdict.NO_HOUSEHOLD)
    question = Question.HOUSEHOLD if is_household else Question.PERSON
    reasons = (f"前に「{decision.verdict}」と判断した組",)
    matter = Matter(question, a, b, reasons, values_of(a, b), decision)
    groups = households(found.people) if is_household else found.known
    is_asked = decision.verdict in TOGETHER and groups[a.no] != groups[b.no]
    yield replace(matter, change=change_since(matter, decision)) if is_asked else matter


def values_of(*people: Person) -> dict[str, str]:
    """What a decision about cases rests on: 「R7-0003の氏名」 -> what is compared."""
    return {f"{p.no}の{label}": value for p in people for label, value in p.values.items()}


def split_numbers(matter: Matter) -> tuple[Person, str] | None:
    """Of a household that is decided to be one: the case whose 世帯番号 is to be changed, to what."""
    a, b = matter.a, matter.b
    if b is None or matter.is_open or matter.decision is None:
        return None
    if matter.decision.verdict not in TOGETHER or a.case.household_no == b.case.household_no:
        return None
    if not a.case.household_no:
        return a, b.case.household_no
    return b, a.case.household_no


def counts(listed: Sequence[Matter]) -> str:
    """同じ人かもしれない組 2、同じ世帯かもしれない組 5、世帯の型の見込み 1、判断済み 4."""
    asked = [matter for matter in listed if matter.is_open]
    people = sum(matter.question == Question.PERSON for matter in asked)
    households = sum(matter.question == Question.HOUSEHOLD for matter in asked)
    numbers = {
        "同じ人かもしれない組": people,
        "同じ世帯かもしれない組": households,
        "世帯の型の見込み": len(asked) - people - households,
        "判断済み": len(listed) - len(asked),
    }
    return "、".join(f"{name} {number}件" for name, number in numbers.items())
