"""営業日: weekends, holidays and closures are not counted, the day of sending counts 0."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.core.business_days import BusinessDays

GOLDEN_WEEK = {date(2025, 4, 29), date(2025, 5, 5), date(2025, 5, 6)}
PLAIN = BusinessDays(lambda day: day in GOLDEN_WEEK)


COUNTED = """
2025-05-12 2025-05-12 0  the day of sending, a Monday
2025-05-12 2025-05-13 1
2025-05-12 2025-05-16 4  Friday
2025-05-12 2025-05-18 4  Saturday and Sunday add nothing
2025-05-12 2025-05-19 5
2025-05-10 2025-05-12 1  sent on a Saturday
2025-04-28 2025-05-07 4  30日、1日、2日、7日
2025-05-12 2025-05-01 0  not yet sent
"""


@pytest.mark.parametrize("line", COUNTED.strip().splitlines())
def test_days__are_counted_from_the_day_after(line):
    """Only open days after the first day count, up to and with the last."""
    start, end, count, *_ = line.split()

    assert PLAIN.days_between(date.fromisoformat(start), date.fromisoformat(end)) == int(count)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "2025-04-28"),
        (1, "2025-04-30"),
        (3, "2025-05-02"),
        (4, "2025-05-07"),
        (-1, "2025-04-28"),
    ],
)
def test_after__gives_the_open_day_on_which_the_count_is_reached(count, expected):
    """The holidays between are stepped over; no days later is the day itself."""
    assert PLAIN.after(date(2025, 4, 28), count) == date.fromisoformat(expected)


def test_after__stops_at_the_end_of_the_calendar():
    """A slip of the pen in a date is no reason to fail."""
    assert PLAIN.after(date(9999, 12, 30), 400) == date.max


def test_closed_days__are_asked_about_only_where_the_count_runs():
    """Weekends and days outside the span cost nothing."""
    asked = []
    days = BusinessDays(lambda day: bool(asked.append(day)))

    assert days.days_between(date(2025, 5, 9), date(2025, 5, 13)) == 2
    assert asked == [date(2025, 5, 12), date(2025, 5, 13)]


SPANS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
CLOSED = st.frozensets(SPANS, max_size=60)


@given(start=SPANS, count=st.integers(0, 120), closed=CLOSED)
def test_counting__is_undone_by_going_there(start, count, closed):
    """days_between(d, after(d, n)) == n, and the day it leads to is open."""
    days = BusinessDays(closed.__contains__)
    end = days.after(start, count)

    assert days.days_between(start, end) == count
    assert count == 0 or days.is_open(end)
    assert days.days_between(start, end - timedelta(days=1)) == max(count - 1, 0)


@given(first=SPANS, second=SPANS, third=SPANS, closed=CLOSED)
def test_counts__add_up(first, second, third, closed):
    """Two spans that meet have the days of the whole."""
    days = BusinessDays(closed.__contains__)
    first, second, third = sorted((first, second, third))

    whole = days.days_between(first, third)
    assert days.days_between(first, second) + days.days_between(second, third) == whole
