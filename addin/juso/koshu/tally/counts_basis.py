"""How a figure comes from the register: which rows, in which month, under which condition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from juso.core.calendar import FiscalYear, Month, add_months
from juso.core.codelist import CodeList
from juso.core.sheet import Row
from juso.koshu.codes import CaseState, Window
from juso.koshu.register import Register
from juso.koshu.sheets import Case

Value = int | float
Events = Callable[["Scope"], Iterable[tuple[date, Any]]]
"""The day something happened, and the row that says so."""
Spans = Callable[["Scope"], Iterable[tuple[date, "date | None", Any]]]
"""The day something began, the day it ended (None: not yet), and the row that says so."""
Test = Callable[[Any, "Scope"], bool]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a source is, for those who read a definition or look for a row that is missing."""

    row_type: type[Row]
    text: str  # which rows: 「受付窓口がこの窓口の行」
    day: str  # the date that decides the month, as its heading says
    until: str = ""  # of spans: the date they end


BASIS: dict[Any, Basis] = {}
"""What each source counts; filled where the source is declared."""
ONCE: dict[Any, str] = {}
"""How rows that count once are told apart: 「同じケース番号は1人」."""

F = TypeVar("F", bound=Callable[..., Any])


def described(row_type: type[Row], text: str, day: str, until: str = "") -> Callable[[F], F]:
    """Say beside a source what it counts, in the words of the register's headings."""

    def note(source: F) -> F:
        BASIS[source] = Basis(row_type, text, day, until)
        return source

    return note


def once(text: str) -> Callable[[F], F]:
    """Say beside an `of` which rows count once."""

    def note(of: F) -> F:
        ONCE[of] = text
        return of

    return note


@dataclass(frozen=True)
class Scope:
    """What one form counts from: the register, a fiscal year and, for W1–W4, a window."""

    register: Register
    year: FiscalYear
    window: Window | None = None
    buckets: dict[Events, dict[Month, list[Any]]] = field(default_factory=dict)
    stretches: dict[Spans, list[tuple[date, date | None, Any]]] = field(default_factory=dict)

    @property
    def months(self) -> tuple[Month, ...]:
        """The months of the year that have begun."""
        return tuple(m for m in self.year.months if m.first_day <= self.register.today)

    @cached_property
    def agencies(self) -> frozenset[str]:
        """Short names of the agencies that belong to the window."""
        found = (a for a in self.register.agencies if a.window and a.window == self.window)
        return frozenset(a.short_name for a in found)

    def events(self, source: Events, month: Month) -> Sequence[Any]:
        """Rows of a source that happened in a month, none of them after today."""
        if source not in self.buckets:  # each source is sorted into months once
            buckets: dict[Month, list[Any]] = defaultdict(list)
            for day, row in source(self):
                if day <= self.register.today:
                    buckets[Month.of(day)].append(row)
            self.buckets[source] = buckets
        return self.buckets[source].get(month, ())

    def open_at(self, source: Spans, day: date) -> Iterator[Any]:
        """Rows of a source that had begun and not ended at the close of a day."""
        if source not in self.stretches:
            self.stretches[source] = list(source(self))
        for since, until, row in self.stretches[source]:
            if since <= day and (until is None or until > day):
                yield row

    def window_of(self, agency: str) -> Window | None:
        """The window an agency belongs to, by its short name."""
        found = self.register.agency_by_name.get(agency)
        return next((w for w in Window if found and found.window == w), None)

    def case_of(self, row: Any) -> Case | None:
        """The case a row belongs to, if the register has it."""
        return self.register.case_by_no.get(row.case_no)

    def is_reopening(self, case: Case) -> bool:
        """再開: again within `reopen_months` of the end of an earlier case (later it is 新規)."""
        if not case.reopened_from:
            return False
        earlier = self.register.case_by_no.get(case.reopened_from)
        end = ended_on(earlier) if earlier else None
        if end is None or case.received_on is None:
            return True
        return case.received_on <= add_months(end, self.register.settings["reopen_months"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """F and U: rows of `source` in the month that pass `when`.

    With `of`, rows of equal `of` count once (実人数), `so_far` from April on. With `mean_of`
    the figure is the mean of that, not the number of rows.
    """

    code: str
    source: Events
    when: Test | None = None
    of: Callable[[Any, Scope], Any] | None = None
    so_far: bool = False
    mean_of: Callable[[Any, Scope], int] | None = None
    says: str = ""  # the condition in words
    by: str = ""  # the column that decides it: where it is blank, the row is in no category
    case_by: str = ""  # the same, of the row's case in 相談受付簿

    def key(self, row: Any, scope: Scope) -> Any:
        """Rows of equal key count once."""
        return self.of(row, scope) if self.of else (row.sheet, row.row_number)

    def rows(self, scope: Scope, month: Month) -> list[Any]:
        """The rows behind the figure."""
        months = [m for m in scope.months if m <= month] if self.so_far else [month]
        found = [row for m in months for row in scope.events(self.source, m)]
        if self.when:
            found = [row for row in found if self.when(row, scope)]
        if self.of:
            found = list({self.of(row, scope): row for row in reversed(found)}.values())[::-1]
        return found

    def value(self, rows: Sequence[Any], scope: Scope) -> Value:
        """The figure that the rows make."""
        if self.mean_of is None:
            return len(rows)
        return round(sum(self.mean_of(r, scope) for r in rows) / len(rows), 1) if rows else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """S: what is under way at the end of the month, with `opening` at the end of the one before."""

    code: str
    source: Spans
    when: Callable[[Any, Scope, date], bool] | None = None
    opening: bool = False
    says: str = ""  # the condition in words

    def rows(self, scope: Scope, month: Month) -> list[Any]:
        """The rows behind the figure."""
        end = month.previous.last_day if self.opening else month.last_day
        day = min(end, scope.register.today)
        found = scope.open_at(self.source, day)
        return [row for row in found if self.when is None or self.when(row, scope, day)]

    def value(self, rows: Sequence[Any], _: Scope) -> Value:
        """The figure that the rows make."""
        return len(rows)


Definition = Count | Stock


def split(  # noqa: PLR0913, PLR0917 - what is counted, and how it is told
    source: Events,
    codes: Iterable[str],
    codes_of: Callable[[Any, Scope], Collection[str]],
    by: str = "",
    says: str = "",
    case_by: str = "",
) -> tuple[Count, ...]:
    """One count for each item code, of the rows that `codes_of` puts under it.

    `by` is the column of the source's rows that decides, `case_by` one of their case; `says`
    is what is said of it where the heading alone does not tell.
    """

    def under(code: str) -> Test:
        return lambda row, scope: code in codes_of(row, scope)

    text = says or f"「{label_of(BASIS[source].row_type, by)}」がこの項目に当たるもの"
    return tuple(
        Count(code=code, source=source, when=under(code), says=text, by=by, case_by=case_by)
        for code in codes
    )


def label_of(row_type: type[Row], key: str) -> str:
    """The heading of a column."""
    return next(column.label for column in row_type.columns if column.key == key)


def codes(members: Iterable[CodeList]) -> tuple[str, ...]:
    """The item codes of a code list."""
    return tuple(member.code for member in members if member.code)


def code(member: CodeList | None) -> tuple[str, ...]:
    """The item code of one choice, none for an empty cell."""
    return (member.code,) if member is not None else ()


def beginnings(source: Spans) -> Events:
    """The events by which spans begin."""

    def events(scope: Scope) -> Iterator[tuple[date, Any]]:
        return ((since, row) for since, _, row in source(scope))

    basis = BASIS[source]
    return described(basis.row_type, f"{basis.text}の始まり", basis.day)(events)


def endings(source: Spans) -> Events:
    """The events by which spans end."""

    def events(scope: Scope) -> Iterator[tuple[date, Any]]:
        return ((until, row) for _, until, row in source(scope) if until)

    basis = BASIS[source]
    return described(basis.row_type, f"{basis.text}の終わり", basis.until)(events)


def ended_on(case: Case) -> date | None:
    """The day a case was closed or suspended, None while it is open."""
    if case.state is CaseState.CLOSED:
        return case.closed_on
    return case.suspended_on if case.state is CaseState.SUSPENDED else None


def later(first: date | None, second: date | None) -> date | None:
    """The later of two days, None where either is missing."""
    return max(first, second) if first and second else None
