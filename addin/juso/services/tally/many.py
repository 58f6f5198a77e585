"""Many municipalities side by side: what each has reported, and sums that name their gaps.

Months of F and month-end values of S are added over municipalities; persons (U) never are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from juso.core.calendar import FiscalYear, Month
from juso.core.finding import Finding, Severity
from juso.koshu.tally.item import Kind
from juso.koshu.tally.items import FORMS, item
from juso.koshu.tally.values import Number
from juso.services.tally.completeness import Submission
from juso.services.tally.merged import Merged
from juso.services.tally.totals import CITY, Total, TotalRow

MOST = 5_000  # findings at hand of all municipalities together
ALL_CITIES = "計"  # in the place of a municipality's name
SHOWN = 20  # findings of each severity and municipality that are kept at hand; JSON has all
SCOPES = (CITY, *(form.code for form in FORMS))
COMPARED = (CITY, "M", "O", "P")  # whose totals of the year stand beside each other


class Key(NamedTuple):
    """Which total: 市 or a form, 項目コード, and the month ('' for the year)."""

    scope: str
    item: str
    month: str


@dataclass(slots=True)
class CityPart:
    """What is kept of one municipality: small, and made of plain values."""

    municipality: str
    code: str  # 全国地方公共団体コード
    year: FiscalYear
    windows: tuple[str, ...]  # whose forms are there
    late: int  # months that are due and not submitted
    counts: dict[Severity, int]
    findings: tuple[Finding, ...]  # the first SHOWN of each severity
    wall: dict[str, tuple[str, ...]]  # a mark a month, by window
    totals: dict[Key, tuple[Number | None, bool]]  # value, and whether it is complete

    @property
    def is_provisional(self) -> bool:
        """暫定: something that is due is not there."""
        return self.late > 0 or not self.windows


def city_part(merged: Merged) -> CityPart:
    """What is kept of a municipality's merged figures."""
    kept: dict[Severity, list[Finding]] = {}
    for finding in merged.findings:
        kept.setdefault(finding.severity, []).append(finding)
    wall: dict[str, list[str]] = {}
    for submission in merged.completeness:
        wall.setdefault(submission.window, []).append(_mark(submission))
    return CityPart(
        merged.municipality,
        merged.background.municipality_code,
        merged.year,
        tuple(merged.forms),
        sum(s.is_due and not s.is_submitted for s in merged.completeness),
        {severity: len(found) for severity, found in kept.items()},
        tuple(finding for found in kept.values() for finding in found[:SHOWN]),
        {window: tuple(marks) for window, marks in wall.items()},
        dict(total for row in merged.total_rows for total in _totals(row)),
    )


def _mark(submission: Submission) -> str:
    if not submission.is_due:
        return ""
    if not submission.is_submitted:
        return "×"
    return "△" if submission.filled < submission.required else "●"


@cache
def _keys(scope: str, code: str, months: tuple[Month, ...]) -> tuple[Key, ...]:
    """The same for every municipality."""
    return tuple(Key(scope, code, str(month)) for month in months)


def _totals(row: TotalRow) -> Iterator[tuple[Key, tuple[Number | None, bool]]]:
    if row.item.kind is Kind.UNIQUE:
        return
    keys = _keys(row.scope, row.item.code, row.months)
    for key, month, value in zip(keys, row.months, row.values, strict=True):
        yield key, (value, value is not None and not row.missing.get(month))
    if row.year:
        yield Key(row.scope, row.item.code, ""), (row.year.value, row.year.is_complete)


@dataclass(slots=True)
class _Sum:
    """A running sum; `complete` has a bit for each municipality that gave all of its part."""

    value: Number | None = None
    complete: int = 0


@dataclass(slots=True)
class Overview:
    """What is kept of the municipalities while they go by, one after the other."""

    year: FiscalYear
    cities: list[CityPart] = field(default_factory=list)
    counts: Counter[Severity] = field(default_factory=Counter)
    _sums: dict[Key, _Sum] = field(default_factory=dict)
    _shared: dict[Any, Any] = field(default_factory=dict)  # what many parts have alike, once
    _kept: int = 0  # findings at hand

    def add(self, part: CityPart) -> None:
        """Take in one municipality; one of another fiscal year is listed but not added."""
        place = len(self.cities)
        if part.year == self.year:
            for key, (value, is_complete) in part.totals.items():
                found = self._sums.get(key) or self._sums.setdefault(key, _Sum())
                if value is not None:
                    found.value = value + (found.value or 0)
                found.complete |= is_complete << place
        self.counts.update(part.counts)
        share = self._shared.setdefault
        part.totals = {share(k, k): share(v, v) for k, v in part.totals.items() if _is_compared(k)}
        part.findings = part.findings[: MOST - self._kept]
        self._kept += len(part.findings)
        self.cities.append(part)

    def total(self, key: Key) -> Total:
        """A sum, and the municipalities that lack something of it."""
        found = self._sums.get(key, _Sum())
        missing = (
            part.municipality
            for place, part in enumerate(self.cities)
            if not found.complete >> place & 1
        )
        return Total(found.value, tuple(missing))

    @property
    def findings(self) -> list[Finding]:
        """Those at hand, in the order of the municipalities."""
        return [finding for part in self.cities for finding in part.findings]

    @property
    def left_out(self) -> tuple[str, ...]:
        """A line that not all findings are at hand; nothing where they are."""
        if self.counts.total() == len(self.findings):
            return ()
        return (f"指摘は全部で{self.counts.total():,}件です。すべては --json で見られます。",)

    @property
    def keys(self) -> tuple[Key, ...]:
        """All sums there are, 市 first."""
        return tuple(sorted(self._sums, key=lambda key: SCOPES.index(key.scope)))

    @property
    def compared(self) -> tuple[Key, ...]:
        """The totals of the year that stand beside each other."""
        return tuple(key for key in self.keys if _is_compared(key))

    def is_provisional(self, part: CityPart) -> bool:
        """暫定, also for what is not in the sums at all."""
        return part.is_provisional or part.year != self.year

    def sums_json(self) -> Iterator[dict[str, Any]]:
        """The sums as records like those of one municipality, `missing` naming municipalities."""
        for key in self.keys:
            total = self.total(key)
            yield {
                "municipality": ALL_CITIES,
                "window": key.scope,
                "item": key.item,
                "kind": str(item("W1" if key.scope == CITY else key.scope, key.item).kind),
                "year": self.year.short,
                "month": key.month or None,
                "value": total.value,
                "complete": total.is_complete,
                "missing": list(total.missing),
            }


def _is_compared(key: Key) -> bool:
    return not key.month and key.scope in COMPARED
