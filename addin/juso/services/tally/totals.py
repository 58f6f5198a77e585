"""Totals over windows and months; each says which windows or months it lacks.

Months are added for F, a month-end value (S) counts once, persons (U) are never added: only a
window's 年度累計 has a figure for the year, its last month. Only the register can tell how many
persons the windows had together; such a row says so (`by_register`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.koshu.tally.core_items import CORE_ITEMS
from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading
from juso.koshu.tally.values import Number, State
from juso.services.tally.background import ALONE, Background
from juso.services.tally.persons import WINDOWS, count_persons

SPOILT = frozenset({State.FAULT, State.UNKNOWN})
CITY = "市"


@dataclass(frozen=True, slots=True)
class Total:
    """A sum, and what it lacks: windows for a month, windows and months for a year."""

    value: Number | None
    missing: tuple[str, ...] = ()  # W3 (the whole window) or W3/R7.6

    @property
    def is_complete(self) -> bool:
        return self.value is not None and not self.missing


@dataclass(frozen=True, slots=True)
class TotalRow:
    """All totals of one item: over the four windows (市) or within one form."""

    scope: str  # 市, or W1 … R
    item: TallyItem
    months: tuple[Month, ...]  # due months, only for the city
    values: tuple[Number | None, ...]  # the sums of these months
    missing: Mapping[Month, tuple[str, ...]]  # windows without a figure
    year: Total | None  # None where months cannot be added
    by_register: bool = False  # not a sum: each person or household counted once
    reasons: Mapping[Month, str] = field(default_factory=dict)  # why a month cannot be told

    def month(self, month: Month) -> Total:
        """The total of one month."""
        value = self.values[self.months.index(month)] if month in self.months else None
        return Total(value, self.missing.get(month, ()))

    def to_json(self, municipality: str, year: FiscalYear) -> Iterator[dict[str, Any]]:
        """One record a month, and one for the year (month null)."""
        head = {
            "municipality": municipality,
            "window": self.scope,
            "item": self.item.code,
            "kind": str(self.item.kind),
            "year": year.short,
        }
        lines: list[tuple[str | None, Total]] = [(str(m), self.month(m)) for m in self.months]
        if self.year:
            lines.append((None, self.year))
        for month, total in lines:
            yield {
                **head,
                "month": month,
                "value": total.value,
                "complete": total.is_complete,
                "missing": list(total.missing),
                **self._of_register(month),
            }

    def _of_register(self, month: str | None) -> dict[str, str]:
        """What only a row counted in the register says."""
        if not self.by_register:
            return {}
        told = {str(place): reason for place, reason in self.reasons.items()}
        return {"basis": "register", "reason": told.get(month or str(self.months[-1]), "")}


def total_rows(
    forms: Mapping[str, FormReading],
    year: FiscalYear,
    through: Month | None,
    background: Background = ALONE,
) -> tuple[TotalRow, ...]:
    """The city's totals of the common items, its persons, then each form's totals of the year."""
    due = tuple(month for month in year.months if through and month <= through)
    own = {code: _own_rows(reading, due) for code, reading in forms.items()}
    summable = (item for item in CORE_ITEMS if item.kind is not Kind.UNIQUE)
    city = (_city_row(item, forms, own, due) for item in summable)
    persons = _person_rows(forms, year, due, background) if due else ()
    return (*city, *persons, *(row for rows in own.values() for row in rows.values()))


def _person_rows(
    forms: Mapping[str, FormReading],
    year: FiscalYear,
    due: tuple[Month, ...],
    background: Background,
) -> Iterator[TotalRow]:
    if background.register is None:
        return
    counted = count_persons(forms, background.register, background.matches, year, due)
    for item, months in counted:
        values = tuple(months[month].value for month in due)
        missing = {m: c.blocked_by for m, c in months.items() if c.blocked_by}
        reasons = {m: c.reason for m, c in months.items() if c.reason}
        last = Total(values[-1], missing.get(due[-1], ())) if item.cumulative else None
        yield TotalRow(CITY, item, due, values, missing, last, by_register=True, reasons=reasons)


def _own_rows(reading: FormReading, due: Sequence[Month]) -> dict[str, TotalRow]:
    return {
        item.code: TotalRow(reading.form, item, (), (), {}, _year_total(item, reading, due))
        for item in form(reading.form).items
        if item.cumulative or item.kind is not Kind.UNIQUE
    }


def _year_total(item: TallyItem, reading: FormReading, due: Sequence[Month]) -> Total:
    """A form's total of the year. A month without a figure is a gap; in a row that need not be
    filled in, only where something was typed that is no figure (誤り, 不詳): there 未入力 is none.
    """
    row = reading.rows.get(item.code)
    values, states = (row.values, row.states) if row else ((), ())
    if len(values) == len(due) and None not in values:
        return Total(_year_value(item, values))
    gaps = tuple(
        f"{reading.form}/{month}"
        for place, month in enumerate(due)
        if _is_gap(item, values[place : place + 1], states[place : place + 1])
    )
    if item.kind is not Kind.FLOW:  # only the last month matters
        gaps = tuple(gap for gap in gaps if gap.endswith(f"/{due[-1]}"))
    return Total(_year_value(item, [value for value in values if value is not None]), gaps)


def _is_gap(item: TallyItem, value: Sequence[Number | None], state: Sequence[State]) -> bool:
    """Whether a month lacks its figure; both are empty where the form does not reach the month."""
    if not value or value[0] is None:
        return item.required or not SPOILT.isdisjoint(state)
    return False


def _year_value(item: TallyItem, known: Sequence[Number | None]) -> Number | None:
    if not known:
        return None
    return sum(filter(None, known)) if item.kind is Kind.FLOW else known[-1]


def _city_row(
    item: TallyItem,
    forms: Mapping[str, FormReading],
    own: Mapping[str, Mapping[str, TotalRow]],
    due: tuple[Month, ...],
) -> TotalRow:
    columns = {w: _values(forms.get(w), item.code, len(due)) for w in WINDOWS}
    values: list[Number | None] = []
    missing: dict[Month, tuple[str, ...]] = {}
    for month, figures in zip(due, zip(*columns.values(), strict=True), strict=True):
        if None in figures:
            known = [figure for figure in figures if figure is not None]
            values.append(sum(known) if known else None)
            missing[month] = tuple(w for w, f in zip(columns, figures, strict=True) if f is None)
        else:
            values.append(sum(filter(None, figures)))
    return TotalRow(CITY, item, due, tuple(values), missing, _city_year(item, own))


def _values(reading: FormReading | None, code: str, due: int) -> tuple[Number | None, ...]:
    """A window's figures of the due months; None where there is none."""
    row = reading.rows.get(code) if reading else None
    values = row.values[:due] if row else ()
    return (*values, *(None,) * (due - len(values)))


def _city_year(item: TallyItem, own: Mapping[str, Mapping[str, TotalRow]]) -> Total:
    years = [own[w][item.code].year if w in own else Total(None, (w,)) for w in WINDOWS]
    known = [total.value for total in years if total and total.value is not None]
    missing = tuple(gap for total in years if total for gap in total.missing)
    return Total(sum(known) if known else None, missing)
