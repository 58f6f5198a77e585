"""Figures added over rows and forms, with what is missing: for the tables beside the totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce

from juso.core.calendar import Month
from juso.services.tally.merged import Merged
from juso.services.tally.totals import Total

Row = tuple[str, str]  # form and 項目コード


def due_months(merged: Merged) -> tuple[Month, ...]:
    """April to the last month that is due."""
    return tuple(m for m in merged.year.months if merged.through and m <= merged.through)


def month_sums(merged: Merged, rows: Sequence[Row]) -> tuple[Total, ...]:
    """The sum of some rows in each due month; a form without one of its figures is missing."""
    return tuple(_month_sum(merged, rows, month) for month in due_months(merged))


def _month_sum(merged: Merged, rows: Sequence[Row], month: Month) -> Total:
    figures = [(form, merged.values.get((form, code, month))) for form, code in rows]
    missing = dict.fromkeys(form for form, value in figures if value is None)
    known = [value for _, value in figures if value is not None]
    return Total(sum(known) if known else None, tuple(missing))


def year_sum(merged: Merged, months: Sequence[Total]) -> Total:
    """The sum of the months; a form that every month lacks is named alone, else with the month:
    W3/R7.6.
    """
    lacking = Counter(form for total in months for form in total.missing)
    whole = [form for form, count in lacking.items() if count == len(months)]
    single = [
        f"{form}/{month}"
        for month, total in zip(due_months(merged), months, strict=True)
        for form in total.missing
        if form not in whole
    ]
    gaps = (*whole, *single)
    known = [total.value for total in months if total.value is not None]
    return Total(sum(known) if known else None, gaps)


def added(totals: Iterable[Total]) -> Total:
    """Several sums as one; nothing is known of none."""
    return reduce(_plus, totals, Total(None))


def _plus(a: Total, b: Total) -> Total:
    known = [total.value for total in (a, b) if total.value is not None]
    missing = tuple(dict.fromkeys((*a.missing, *b.missing)))
    return Total(sum(known) if known else None, missing)
