"""同一人二重: one person under two numbers, or counted as often as they came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from juso.core.calendar import Month
from juso.koshu.match_decision import Verdict, in_force
from juso.koshu.person_keys import kana_key, name_key
from juso.koshu.sheets import Case
from juso.koshu.tally.counts_basis import ONCE, Count
from juso.services.tally.reconciling.background import Evidence
from juso.services.tally.reconciling.hypothesis import Cause, Hypothesis, Place
from juso.services.tally.reconciling.ledger import Changes, Ledger, row_id


def twice(evidence: Evidence) -> Iterator[Hypothesis]:
    """Everything that may count one person more than once, on either side."""
    pairs = list(_decided(evidence))
    for form, ledger in evidence.ledgers.items():
        for first, second in pairs:
            yield from _one_person(evidence, form, ledger, first, second)
        yield from _resumed(evidence, form, ledger)
        yield from _not_unique(evidence, form, ledger)


def _decided(evidence: Evidence) -> Iterator[tuple[Case, Case]]:
    """The likely pairs and those decided to be one person, without those decided not to be."""
    known = in_force(evidence.matches)
    verdicts = {(a, b): decision.verdict for (a, b, _), decision in known.items()}
    likely = [(a.case_no, b.case_no) for a, b in same_people(evidence.register.cases)]
    by_no = evidence.register.case_by_no
    for a, b in dict.fromkeys([*likely, *verdicts]):
        verdict = verdicts.get((a, b), Verdict.SAME)
        if verdict is Verdict.SAME and a in by_no and b in by_no:
            yield by_no[a], by_no[b]


def same_people(cases: Any) -> Iterator[tuple[Case, Case]]:
    """Cases of one person, the earlier number first: the same name and birthday, or the same
    household and birthday.
    """
    groups: dict[tuple[Any, ...], list[Case]] = defaultdict(list)
    for case in cases:
        if case.born_on is None:
            continue
        for key in {name_key(case.name), kana_key(case.kana), case.household_no} - {"", None}:
            groups[key, case.born_on].append(case)
    seen = set()
    for found in groups.values():
        for first, second in combinations(sorted(found, key=lambda c: c.case_no), 2):
            if (pair := (first.case_no, second.case_no)) not in seen:
                seen.add(pair)
                yield first, second


def _one_person(
    evidence: Evidence, form: str, ledger: Ledger, first: Case, second: Case
) -> Iterator[Hypothesis]:
    words = f"{first.case_no}と{second.case_no}は同じ人とみられ、窓口は1人（1件）と数えた"
    about = ("twice", first.case_no, second.case_no)
    for row, other in ((second, first), (first, second)):
        if (effect := evidence.at(form, ledger.removal(row))) and row_id(other) in ledger.by_row:
            weight = 0.8 if row is second else 0.78
            yield Hypothesis(Cause.TWICE, (row, other), effect, words, weight, about)
    if effect := evidence.at(form, _joined(ledger, first.case_no, second.case_no)):
        yield Hypothesis(Cause.TWICE, (second, first), effect, words, 0.8, (*about, "people"))


def _joined(ledger: Ledger, first: str, second: str) -> Changes:
    """How the numbers of people move when two case numbers are one person."""
    found: Changes = {}
    for code, keys in ledger.keyed.items():
        definition = ledger.unique[code]
        if first not in keys or second not in keys:
            continue
        for month in ledger.months:
            span = [m for m in ledger.months if m <= month] if definition.so_far else [month]
            if any(keys[first][m] for m in span) and any(keys[second][m] for m in span):
                found[code, month] = -1
    return found


def _resumed(evidence: Evidence, form: str, ledger: Ledger) -> Iterator[Hypothesis]:
    """再開 counted as 新規: the register counts the person once."""
    for case in evidence.register.cases:
        is_dated = case.received_on is not None
        is_here = is_dated and (form, Month.of(case.received_on)) in evidence.more
        if case.window is ledger.scope.window and is_here and ledger.scope.is_reopening(case):
            changes = ledger.addition(case.replace(reopened_from=None))
            for place, n in ledger.removal(case).items():
                changes[place] = changes.get(place, 0) + n
            words = f"{case.case_no}は{case.reopened_from}の再開で、窓口は新規と数えた"
            yield Hypothesis(
                Cause.TWICE, (case,), evidence.at(form, changes), words, 0.7, row_id(case)
            )


def _not_unique(evidence: Evidence, form: str, ledger: Ledger) -> Iterator[Hypothesis]:
    """実人数 reported as the number of times: rows in the place of people, months added up."""
    for code, keys in ledger.keyed.items():
        definition = ledger.unique[code]
        for place in ((form, code, month) for month in ledger.months):
            if evidence.differences.get(place, 0) > 0:
                counted = {key: _times(months, place, definition) for key, months in keys.items()}
                most = evidence.differences[place]
                yield from _in_place_of_people(ledger, definition, place, counted, most)


def _times(months: Any, place: Place, definition: Count) -> int:
    """How often a person counts when months are added up, or rows are counted."""
    month = place[2]
    if definition.so_far:
        return sum(
            n > 0 for m, n in months.items() if m <= month and m >= month.fiscal_year.months[0]
        )
    return int(months[month])


def _in_place_of_people(
    ledger: Ledger, definition: Count, place: Place, counted: dict[Any, int], most: float
) -> Iterator[Hypothesis]:
    extra = sum(n - 1 for n in counted.values() if n > 1)
    if not 0 < extra <= most:
        return
    rows = []
    for entry in ledger.entries[definition.code]:
        key = definition.key(entry.row, ledger.scope)
        if counted.get(key, 0) > 1:
            rows.append(entry.row)
    how = "各月の実人数を足した" if definition.so_far else "人（世帯）ではなく回数を数えた"
    once = ONCE[definition.of]
    words = f"{once}と数えるところ、{how}とみられます"
    yield Hypothesis(Cause.TWICE, tuple(rows), {place: extra}, words, 0.4, ("rows", place))
