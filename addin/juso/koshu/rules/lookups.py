"""Look-ups of the register that only rules need, each made once per register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from juso.core.sheet import Row, column_index
from juso.koshu.codes import Counterpart, Level, PlanState
from juso.koshu.person_keys import home_key, surname_key
from juso.koshu.register import Register
from juso.koshu.sheets import AgendaItem, Case, Contact, Decision, Problem

T = TypeVar("T")

PLAN_OVER = frozenset({PlanState.EVALUATED, PlanState.CLOSED, PlanState.CANCELLED})


def kept(look_up: Callable[[Register], T]) -> Callable[[Register], T]:
    """Make a look-up once per register; like a cached property its result lives with it."""
    name = f"kept_{look_up.__name__}"

    def find(book: Register) -> T:
        found: T
        try:
            found = vars(book)[name]
        except KeyError:
            found = vars(book)[name] = look_up(book)
        return found

    find.__doc__ = look_up.__doc__
    return find


def label(row_type: type[Row], key: str) -> str:
    """The heading of a column as a message quotes it."""
    return row_type.columns[column_index(row_type, key)].label


@kept
def first_row_of_case(book: Register) -> dict[str, int]:
    """Case number -> the first row that uses it."""
    return {case.case_no: case.row_number for case in reversed(book.cases)}


@kept
def other_household(book: Register) -> dict[int, str]:
    """Row of a case -> another household number at the same address under the same surname."""
    homes: dict[str, list[Case]] = defaultdict(list)
    for case in book.cases:
        if case.address and case.name and case.household_no:
            homes[home_key(case.address)].append(case)
    found: dict[int, str] = {}
    for place, residents in homes.items():
        if place and len(residents) > 1:
            found |= split_families(residents)
    return found


def split_families(residents: list[Case]) -> dict[int, str]:
    """Row -> another household number of the same surname, among the cases of one address."""
    families: dict[str, list[Case]] = defaultdict(list)
    for case in residents:
        families[surname_key(case.name or "")].append(case)
    found: dict[int, str] = {}
    for family in families.values():
        first, *more = sorted({case.household_no for case in family})
        if more:
            found |= {c.row_number: more[0] if c.household_no == first else first for c in family}
    return found


@kept
def named_at(book: Register) -> dict[str, str]:
    """Case number -> a meeting with names in its papers (L0) that has not concluded on it."""
    named = {m.meeting_no for m in book.meetings if m.level is Level.NAMED}
    coming = (i for i in book.agenda_items if i.conclusion is None and i.meeting_no in named)
    return {case_no_of(item, book): item.meeting_no for item in coming}


def case_no_of(item: AgendaItem, book: Register) -> str:
    """The case an agenda item is about, by itself or through its plan or evaluation; '' if none."""
    if item.case_no:
        return item.case_no
    if plan := book.plan_by_no.get(item.plan_no or ""):
        return plan.case_no
    evaluation = book.evaluation_by_no.get(item.evaluation_no or "")
    return evaluation.case_no if evaluation else ""


def decisions_on(meeting_no: str, number: int | None, book: Register) -> list[Decision]:
    """What a meeting decided on an item; number 0 is the meeting as a whole."""
    found = book.decisions_of.get(meeting_no, ())
    return [decision for decision in found if (decision.item_number or 0) == number]


def item_name(item: AgendaItem) -> str:
    """案件1."""
    return f"案件{item.number}" if item.number is not None else "案件（番号未入力）"


@kept
def problem_numbers(book: Register) -> dict[str, set[int]]:
    """Case number -> the numbers of its problems in 課題整理."""
    return {no: {p.number for p in problems} for no, problems in book.problems_of.items()}


def is_approach(contact: Contact) -> bool:
    """働きかけ: an attempt to reach the person or the family."""
    return contact.counterpart in (Counterpart.SELF, Counterpart.FAMILY)


@kept
def uncovered_problem(book: Register) -> dict[str, Problem]:
    """Case number -> a problem of the highest priority that no plan of the case takes up."""
    return {
        no: problem
        for no in book.plans_of
        for problem in book.problems_of.get(no, ())
        if problem.priority == 1
        and problem.number is not None
        and problem.number not in covered_problems(no, book)
    }


def covered_problems(case_no: str, book: Register) -> set[int]:
    """Numbers of the problems on the lines of a case's plans, cancelled plans left out."""
    plans = [p for p in book.plans_of.get(case_no, ()) if p.state is not PlanState.CANCELLED]
    lines = (line for plan in plans for line in book.lines_of.get(plan.plan_no, ()))
    return {line.problem_number for line in lines}
