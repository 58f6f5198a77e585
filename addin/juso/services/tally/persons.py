"""市全体の実人数: persons and households of all windows, counted in the register, each once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.core.cells import show
from juso.koshu.codes import Window
from juso.koshu.match_decision import MatchDecision, Verdict, in_force
from juso.koshu.register import Register
from juso.koshu.tally.core_items import CORE_ITEMS
from juso.koshu.tally.counts import COUNTS, scope_of
from juso.koshu.tally.counts_basis import Definition, Scope
from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading
from juso.services.matching.groups import known_people
from juso.services.matching.matters import TOGETHER, Matter, change_since, values_of
from juso.services.matching.person import Person, people_of

PERSONS_LABEL = "市全体の実人数（台帳で同じ人を1人に数えた値）"
WINDOWS = tuple(window.code for window in Window)
ITEMS = tuple(item for item in CORE_ITEMS if item.kind is Kind.UNIQUE)  # A11–A14
DIFFERS = "が違う"
ONE_PERSON = frozenset({Verdict.SAME})

KeyOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Counted:
    """One month of the city; `value` is None where it cannot be told, `reason` says why."""

    value: int | None
    blocked_by: tuple[str, ...] = ()  # windows
    reason: str = ""


def count_persons(
    forms: Mapping[str, FormReading],
    register: Register,
    matches: Iterable[MatchDecision],
    year: FiscalYear,
    due: Sequence[Month],
) -> Iterator[tuple[TallyItem, dict[Month, Counted]]]:
    """A11–A14 of the city in every due month.

    A month has a figure only where each window's own count in the register is the figure that
    window reported: else the register does not hold what the windows speak of.
    """
    people = list(people_of(register))
    persons, households = one_person(people, matches), one_household(people, matches)
    count = _City(forms, {code: scope_of(register, code, year) for code in WINDOWS}).count
    for item in ITEMS:
        key = persons if item.unit == "人" else households
        yield item, {month: count(item, month, key) for month in due}


@dataclass(frozen=True, slots=True)
class _City:
    """The windows' reports, and what the register says of each window."""

    forms: Mapping[str, FormReading]
    scopes: Mapping[str, Scope]

    def count(self, item: TallyItem, month: Month, key: KeyOf) -> Counted:
        """One figure of the city."""
        found: set[str] = set()
        reasons: dict[str, str] = {}
        for code, scope in self.scopes.items():
            has_begun = month in scope.months
            rows: list[Any] = _definition(code, item.code).rows(scope, month) if has_begun else []
            reported = _reported(self.forms.get(code), item.code, month)
            if reported != len(rows):
                reasons[code] = _reason(code, item, reported, len(rows))
            found |= {key(row.case_no) for row in rows}
        if reasons:
            return Counted(None, tuple(reasons), "、".join(reasons.values()))
        return Counted(len(found))


def _definition(form_code: str, item_code: str) -> Definition:
    return next(d for d in COUNTS[form_code] if d.code == item_code)


def _reported(reading: FormReading | None, code: str, month: Month) -> float | None:
    row = reading.rows.get(code) if reading else None
    if reading is None or row is None or month not in reading.months:
        return None
    return row.values[reading.months.index(month)]


def _reason(code: str, item: TallyItem, reported: float | None, counted: int) -> str:
    name = form(code).name
    if reported is None:
        return f"{name}窓口の報告がない"
    return f"{name}窓口の報告{show(reported)}{item.unit}と台帳の{counted}{item.unit}{DIFFERS}"


def one_person(people: Sequence[Person], matches: Iterable[MatchDecision]) -> KeyOf:
    """Case number -> a name that all cases of one person share.

    The same are cases the register itself tells (taken up again; same 世帯番号, birthday and
    name) and those a clerk has decided on; a pair nobody has decided on stays two.
    """
    known = known_people(people)
    pairs = [*known.items(), *_decided(people, matches, ONE_PERSON)]
    return _joined(pairs)


def one_household(people: Sequence[Person], matches: Iterable[MatchDecision]) -> KeyOf:
    """Case number -> a name that all cases of one household share."""
    by_number: dict[str, list[str]] = {}
    for person in people:
        if person.case.household_no:
            by_number.setdefault(person.case.household_no, []).append(person.no)
    same = (pair for numbers in by_number.values() for pair in pairwise(numbers))
    return _joined([*same, *_decided(people, matches, TOGETHER)])


def _decided(
    people: Sequence[Person], matches: Iterable[MatchDecision], verdicts: Collection[Verdict]
) -> Iterator[tuple[str, str]]:
    """Pairs a clerk has put together, as long as what was compared is unchanged."""
    by_no = {person.no: person for person in people}
    for decision in in_force(matches).values():
        pair = [by_no[number] for number in (decision.a, decision.b) if number in by_no]
        if decision.verdict not in verdicts or decision.about or len(pair) < 2:
            continue
        matter = Matter("", pair[0], pair[1], (), values_of(*pair))
        if not change_since(matter, decision):
            yield decision.a, decision.b


def _joined(pairs: Iterable[tuple[str, str]]) -> KeyOf:
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (higher := above.get(name, name)) != name:
            name = higher
        return name

    for a, b in pairs:
        above[top(a)] = top(b)
    return top
