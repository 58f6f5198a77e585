"""What the register counts for one form, event by event, and how a count moves with an event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.koshu.register import Register
from juso.koshu.tally.counts import COUNTS, scope_of
from juso.koshu.tally.counts_basis import BASIS, Count, Definition, Scope, Stock, Value

RowId = tuple[str, int]  # sheet and Excel row
Changes = dict[tuple[str, Month], int]  # item and month -> how much more is counted


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as one source gives it; `until` only where the source tells spans."""

    row: Any
    since: date
    until: date | None = None


def row_id(row: Any) -> RowId:
    """What tells a row of the register from all others."""
    return row.sheet, row.row_number


@dataclass
class Ledger:
    """The countable items of one form, counted from one register for the months reported."""

    form: str
    register: Register
    year: FiscalYear
    months: tuple[Month, ...]

    @cached_property
    def scope(self) -> Scope:
        return scope_of(self.register, self.form, self.year)

    @cached_property
    def definitions(self) -> dict[str, Definition]:
        return {definition.code: definition for definition in COUNTS[self.form]}

    @cached_property
    def values(self) -> dict[tuple[str, Month], Value]:
        """The figures as the register tells them."""
        return {
            (code, month): d.value(d.rows(self.scope, month), self.scope)
            for code, d in self.definitions.items()
            for month in self.months
        }

    @cached_property
    def entries(self) -> dict[str, list[Entry]]:
        """What each item is counted from, months aside."""
        return entries_of(self.definitions.values(), self.scope)

    @cached_property
    def by_row(self) -> dict[RowId, list[tuple[str, Entry]]]:
        """The items a row is counted in, each with its dates."""
        found: dict[RowId, list[tuple[str, Entry]]] = defaultdict(list)
        for code, entries in self.entries.items():
            for entry in entries:
                found[row_id(entry.row)].append((code, entry))
        return found

    @cached_property
    def unique(self) -> dict[str, Count]:
        """The items in which equal rows count once: 実人数, 実世帯数."""
        return {code: d for code, d in self.definitions.items() if isinstance(d, Count) and d.of}

    @cached_property
    def keyed(self) -> dict[str, dict[Any, Counter[Month]]]:
        """Where equal rows count once: how often each key occurs in each month."""
        found: dict[str, dict[Any, Counter[Month]]] = {}
        for code, definition in self.unique.items():
            keys: dict[Any, Counter[Month]] = defaultdict(Counter)
            for entry in self.entries[code]:
                keys[definition.key(entry.row, self.scope)][Month.of(entry.since)] += 1
            found[code] = keys
        return found

    def change(self, code: str, before: Entry | None, after: Entry | None) -> Changes:
        """How the figures of one item move when an entry comes, goes or is dated otherwise."""
        definition = self.definitions[code]
        if isinstance(definition, Stock):
            found = self._stock_change(definition, before, after)
        elif definition.mean_of:
            return {}
        elif definition.of:
            found = self._unique_change(definition, before, after)
        else:
            found = Counter()
            found.update([Month.of(after.since)] if after else [])
            found.subtract([Month.of(before.since)] if before else [])
        return {(code, m): n for m, n in found.items() if n and m in self.months}

    def removal(self, row: Any) -> Changes:
        """How the figures move when a row is not counted at all."""
        found: Changes = {}
        for code, entry in self.by_row.get(row_id(row), ()):
            merge_into(found, self.change(code, entry, None))
        return found

    def addition(self, row: Any) -> Changes:
        """How the figures move when a row that is not counted now were as given here."""
        found: Changes = {}
        scope = replace(self.scope, register=with_row(self.register, row), buckets={}, stretches={})
        kin = [d for d in self.definitions.values() if BASIS[d.source].row_type is type(row)]
        for code, entries in entries_of(kin, scope).items():
            for entry in entries:
                if row_id(entry.row) == row_id(row):
                    merge_into(found, self.change(code, None, entry))
        return found

    def _stock_change(self, d: Stock, before: Entry | None, after: Entry | None) -> Counter[Month]:
        found: Counter[Month] = Counter()
        for month in self.months:
            end = month.previous.last_day if d.opening else month.last_day
            day = min(end, self.register.today)
            found[month] = self._is_open(d, after, day) - self._is_open(d, before, day)
        return found

    def _is_open(self, d: Stock, entry: Entry | None, day: date) -> bool:
        if entry is None or entry.since > day or (entry.until and entry.until <= day):
            return False
        return d.when is None or d.when(entry.row, self.scope, day)

    def _unique_change(self, d: Count, before: Entry | None, after: Entry | None) -> Counter[Month]:
        moved: dict[Any, Counter[Month]] = defaultdict(Counter)
        for entry, sign in ((before, -1), (after, 1)):
            if entry:
                moved[d.key(entry.row, self.scope)][Month.of(entry.since)] += sign
        found: Counter[Month] = Counter()
        for key, delta in moved.items():
            have = self.keyed[d.code].get(key, Counter())
            was = more = 0
            for month in self.months:
                if not d.so_far:
                    was = more = 0
                was += have[month]
                more += delta[month]
                found[month] += (was + more > 0) - (was > 0)
        return found


def entries_of(definitions: Iterable[Definition], scope: Scope) -> dict[str, list[Entry]]:
    """What each definition counts, with the dates that decide the month; none after today."""
    sources: dict[Any, list[Entry]] = {}
    found: dict[str, list[Entry]] = {}
    for d in definitions:
        if d.source not in sources:
            sources[d.source] = list(_entries(d, scope))
        entries = sources[d.source]
        if isinstance(d, Count) and d.when:
            entries = [entry for entry in entries if d.when(entry.row, scope)]
        found[d.code] = entries
    return found


def _entries(d: Definition, scope: Scope) -> Iterator[Entry]:
    today = scope.register.today
    if isinstance(d, Count):
        return (Entry(row, day) for day, row in d.source(scope) if day <= today)
    return (Entry(row, since, until) for since, until, row in d.source(scope))


def merge_into(total: Changes, more: Mapping[tuple[str, Month], int]) -> None:
    """Add changes up."""
    for place, number in more.items():
        total[place] = total.get(place, 0) + number


LOOKUPS = {
    "相談受付簿": {"case_by_no", "cases_of_household"},
    "支援プラン": {"plan_by_no", "plans_of"},
    "つなぎ・引継票": {"referrals_of"},
    "支援経過記録": {"contacts_of", "last_contact_on"},
}


def with_row(register: Register, row: Any) -> Register:
    """A register whose sheet of that kind has this one row; the look-ups find the others still."""
    kept = register.tables[type(row)]
    table = replace(kept, rows=[row], problems=[], watched=[])
    made = Register({**register.tables, type(row): table}, register.today, register.settings)
    made.__dict__.update(
        {name: value for name, value in vars(register).items() if name not in vars(made)}
    )
    for name in LOOKUPS.get(row.sheet, ()):
        made.__dict__[name] = getattr(register, name)
    return made
