"""Computed columns: what the product writes where no clerk types.

One place for both kinds: the result stored beside a formula, so that readers without a
calculator see it, and the columns that only the product fills in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from juso.core.calendar import FiscalYear
from juso.core.sheet import Column, Row
from juso.koshu.codes import Attribute, Meeting
from juso.koshu.config import Config
from juso.koshu.plan import meeting_fact
from juso.koshu.register import Register, register_of
from juso.koshu.settings import Settings
from juso.koshu.sheets import Case, Decision, MeetingRecord, Plan, Referral, Target
from juso.koshu.sheets.case import MAIN_ATTRIBUTE

KEEP_YEARS = 5  # 文書の保存年限


@dataclass(frozen=True, slots=True)
class Book:
    """What a computed cell may look at."""

    register: Register
    config: Config


def book_of(rows: Iterable[Row], today: date, settings: Settings, config: Config) -> Book:
    """The look-ups over the rows whose cells hold what their columns say."""
    return Book(register_of(filter(is_typed, rows), today, settings), config)


def is_typed(row: Row) -> bool:
    """Whether every cell is blank or of its column's type (a faulty sample has others)."""
    return all(
        value is None
        or isinstance(value, tuple if column.many else column.kind)
        or (column.kind is float and isinstance(value, int))
        for column, value in zip(type(row).columns, row, strict=False)
    )


def computed_value(row: Row, column: Column, book: Book) -> Any:
    """The value of a computed cell; None where it stays empty."""
    compute = COMPUTED.get(type(row), {}).get(column.key)
    own = getattr(row, column.key)
    if compute is None or (own and not column.formula):
        return own
    return compute(row, book) if is_typed(row) else None


def cached_result(row: Row, column: Column, book: Book) -> Any:
    """What a formula shows for a row, as it is stored beside the formula."""
    value = computed_value(row, column, book)
    return "○" if value is True else "" if value is None or value is False else value


def formula_of(column: Column, letters: dict[str, str]) -> Callable[[int], str]:
    """The formula of a computed column as a function of the row: {期限} becomes $G2."""
    parts = re.split(r"\{([^{}]+)\}", column.formula)
    parts[1::2] = [f"${letters[label]}" for label in parts[1::2]]

    def at(row: int) -> str:
        cells = (f"{part}{row}" if i % 2 else part for i, part in enumerate(parts))
        return "".join(cells)

    return at


def _age(case: Case, book: Book) -> int | str | None:
    del book
    received_on: date | None = case.received_on  # may be empty in a faulty row
    if case.born_on is None or received_on is None:
        return None
    return "#NUM!" if case.born_on > received_on else case.age  # as DATEDIF answers


def _off_attribute(case: Case, book: Book) -> bool:
    del book
    main = MAIN_ATTRIBUTE.get(case.window, Attribute.HARDSHIP)
    return bool(case.case_no) and main not in case.attributes


def _field_count(case: Case, book: Book) -> int | None:
    del book
    return case.fields if case.issues else None


def _last_contact_on(case: Case, book: Book) -> date | None:
    return book.register.last_contact_on.get(case.case_no)


def _household_no(plan: Plan, book: Book) -> str | None:
    case = book.register.case_by_no.get(plan.case_no)
    return case.household_no if case else None


def _legal_basis(meeting: MeetingRecord, book: Book) -> str | None:
    if not meeting.kind:
        return None
    clause = f"実施計画{meeting_fact(meeting.kind).clause}"
    if meeting.kind is Meeting.SUPPORT_CONFERENCE:
        return f"{book.config.wording.support_conference_law}、{clause}"
    return clause


def _keep_until(meeting: MeetingRecord, book: Book) -> date | None:
    del book
    if meeting.held_on is None:
        return None
    return FiscalYear(FiscalYear.of(meeting.held_on).year + KEEP_YEARS).last_day


def _is_overdue(decision: Decision, book: Book) -> bool:
    if not decision.due_on or (decision.state and decision.state.is_over):
        return False
    return decision.due_on < book.register.today


def _is_complete(referral: Referral, book: Book) -> bool:
    del book
    return bool(referral.referral_no) and referral.is_over


def _rate(target: Target, book: Book) -> float | None:
    del book
    if not target.target or target.result is None:
        return None
    return target.result / target.target


COMPUTED: Mapping[type[Row], Mapping[str, Callable[[Any, Book], Any]]] = {
    Case: {
        "age_at_intake": _age,
        "is_off_attribute": _off_attribute,
        "field_count": _field_count,
        "last_contact_on": _last_contact_on,
    },
    Plan: {"household_no": _household_no},
    Referral: {"is_complete": _is_complete},
    MeetingRecord: {"legal_basis": _legal_basis, "keep_until": _keep_until},
    Decision: {"is_overdue": _is_overdue},
    Target: {"rate": _rate},
}
"""A computed column that is not here keeps what its row brings."""
