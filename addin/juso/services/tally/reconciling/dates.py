"""翌月 and 締め後入力: a row counted in the month beside, or written down after the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from juso.core.calendar import Month
from juso.koshu.tally.counts_basis import BASIS, Stock
from juso.services.tally.reconciling.background import Evidence
from juso.services.tally.reconciling.hypothesis import (
    Cause,
    Hypothesis,
    Place,
    day_text,
    named,
)
from juso.services.tally.reconciling.ledger import (
    Changes,
    Entry,
    Ledger,
    RowId,
    merge_into,
    row_id,
)

NEAR_DAYS = 10  # how far from a month's end a row may be and still be taken for the month beside
NUMBER = re.compile(r"(.*?)(\d+)")

Event = tuple[RowId, str, date]  # a row, the heading of a date, that date


def other_month(evidence: Evidence) -> Iterator[Hypothesis]:
    """翌月: the window counted the row in the month before or after the register's."""
    for form, ledger in evidence.odd_ledgers:
        for (_, heading, day), entries in _events(ledger).items():
            row = entries[0][1].row
            for month in (Month.of(day).previous, Month.of(day).next):
                if (form, month) in evidence.more and (weight := _nearness(row, day, month)):
                    changes = _moved(ledger, entries, heading, month)
                    yield _other_month(evidence.at(form, changes), row, heading, day, weight)


def _events(ledger: Ledger) -> Mapping[Event, list[tuple[str, Entry]]]:
    """The dated things that are counted: the same row and date may count in many items."""
    found: dict[Event, list[tuple[str, Entry]]] = defaultdict(list)
    for code, entries in ledger.entries.items():
        basis = BASIS[ledger.definitions[code].source]
        for entry in entries:
            found[row_id(entry.row), basis.day, entry.since].append((code, entry))
            if entry.until and isinstance(ledger.definitions[code], Stock):
                found[row_id(entry.row), basis.until, entry.until].append((code, entry))
    return found


def _moved(
    ledger: Ledger, entries: Iterable[tuple[str, Entry]], heading: str, month: Month
) -> Changes:
    found: Changes = {}
    for code, entry in entries:
        basis = BASIS[ledger.definitions[code].source]
        is_start = heading == basis.day
        day = entry.since if is_start else entry.until or entry.since
        there = month.last_day if month.last_day < day else month.first_day
        moved = replace(entry, since=there) if is_start else replace(entry, until=there)
        merge_into(found, ledger.change(code, entry, moved))
    return found


def _nearness(row: Any, day: date, month: Month) -> float:
    """How likely a row is taken for another month: by the days between, or another date of it."""
    gap = (day - month.last_day).days if month.last_day < day else (month.first_day - day).days
    if any(found in month for found in _dates(row)):
        return 0.62 if gap <= NEAR_DAYS else 0.5
    return 0.6 - gap / 100 if gap <= NEAR_DAYS else 0.0


def _dates(row: Any) -> Iterator[date]:
    for column, value in zip(row.columns, row, strict=False):
        if column.kind in (date, datetime) and value is not None and column.key != "born_on":
            yield value.date() if isinstance(value, datetime) else value


def _other_month(
    effect: dict[Place, int], row: Any, heading: str, day: date, weight: float
) -> Hypothesis:
    words = f"{named(row)}は{heading}が{day_text(day)}で、台帳では{day.month}月に数えています"
    return Hypothesis(Cause.OTHER_MONTH, (row,), effect, words, weight, row_id(row))


def late(evidence: Evidence) -> Iterator[Hypothesis]:
    """締め後入力: the row came into the register after the month had been reported."""
    supposed = dict(_supposed(evidence))
    for form, ledger in evidence.odd_ledgers:
        for found in ledger.by_row.values():
            row = found[0][1].row
            day, weight, words = _entered(row, evidence, supposed)
            first = max(min(Month.of(entry.since) for _, entry in found), ledger.months[0])
            if day is None or first > ledger.months[-1] or day <= evidence.reported_on[form, first]:
                continue
            changes = {
                (item, month): n
                for (item, month), n in ledger.removal(row).items()
                if evidence.reported_on[form, month] < day
            }
            if changes:
                effect = evidence.at(form, changes)
                yield Hypothesis(
                    Cause.LATE, (row,), effect, f"{named(row)}は{words}", weight, row_id(row)
                )


def _entered(
    row: Any, evidence: Evidence, supposed: Mapping[RowId, date]
) -> tuple[date | None, float, str]:
    """When a row was written down, how sure that is, and what says so."""
    entered = getattr(row, "entered_at", None)
    if entered is not None:
        day = entered.date()
        return day, 0.85, f"記入日時が{day_text(day)}です"
    if row.sheet == "相談受付簿" and (taken := evidence.taken_in.get(row.case_no)):
        return taken, 0.85, f"受付票を取り込んだのが{day_text(taken)}です"
    if found := supposed.get(row_id(row)):
        return found, 0.45, f"番号の並びから{day_text(found)}以後の入力とみられます"
    return None, 0.0, ""


def _supposed(evidence: Evidence) -> Iterator[tuple[RowId, date]]:
    """The day before which a row cannot have been numbered: lower numbers are dated later.

    Two rows must say so, as one date may be mistyped.
    """
    register = evidence.register
    for rows, key in (
        (register.cases, "received_on"),
        (register.contacts, "at"),
        (register.referrals, "referred_on"),
    ):
        series: dict[str, list[tuple[int, Any, date]]] = defaultdict(list)
        for row in rows:
            value = getattr(row, key)
            if value is not None and (match := NUMBER.fullmatch(row.key)):
                day = value.date() if isinstance(value, datetime) else value
                series[match[1]].append((int(match[2]), row, day))
        for numbered in series.values():
            yield from _out_of_order(numbered)


def _out_of_order(numbered: list[tuple[int, Any, date]]) -> Iterator[tuple[RowId, date]]:
    last = before_last = date.min
    for _, row, day in sorted(numbered, key=lambda line: line[0]):
        if day < before_last:
            yield row_id(row), before_last
        if day > last:
            last, before_last = day, last
        elif day > before_last:
            before_last = day
