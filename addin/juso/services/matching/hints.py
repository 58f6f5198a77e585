"""世帯の型の見込み: open cases whose ages and roles look like a pattern nobody has noted yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from juso.koshu.household_patterns import PATTERNS, Pattern
from juso.koshu.register import Register
from juso.koshu.rules.dates import said
from juso.koshu.sheets import Case
from juso.services.matching.homes import home_of
from juso.services.matching.person import digest


@dataclass(frozen=True, slots=True)
class Hint:
    """A pattern a household may have, shown at its first open case; `values` are what it rests on."""

    case_no: str
    pattern: Pattern
    evidence: str
    values: dict[str, str]


def hints(register: Register) -> Iterator[Hint]:
    """One hint for each household and pattern that none of its cases names in 複合課題類型."""
    for cases in _households(register):
        noted = {complexity for case in cases for complexity in case.complexities}
        for pattern in PATTERNS:
            if pattern.complexity not in noted:
                yield from _first(pattern, cases, register)


def _first(pattern: Pattern, cases: list[Case], register: Register) -> Iterator[Hint]:
    for case in cases:
        home = (
            home_of(case, register) if case.case_no and case.state and case.state.is_open else None
        )
        if home and (evidence := pattern.hint(home)):
            yield Hint(case.case_no, pattern, evidence, values_of(case, register))
            return


def _households(register: Register) -> Iterator[list[Case]]:
    for number, cases in register.cases_of_household.items():
        if number:
            yield cases
        else:
            yield from ([case] for case in cases)


def values_of(case: Case, register: Register) -> dict[str, str]:
    """What a hint about a case rests on, as one mark: what is typed, not the ages of today."""
    rows = register.cases_of_household[case.household_no] if case.household_no else [case]
    typed = [
        "/".join(
            (
                row.case_no or "",
                said(row.born_on) if row.born_on else str(row.typed_band),
                *row.issues,
            )
        )
        for row in rows
    ]
    typed += [
        f"{m.relation}/{m.age_band}/{m.occupation}/{m.lives_together}/{m.needs_support}"
        for row in rows
        for m in register.family_of.get(row.case_no, ())
    ]
    return {f"{case.case_no}の世帯の様子": digest(str(case.family), *typed)}
