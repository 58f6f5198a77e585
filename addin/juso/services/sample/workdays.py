"""開庁日: the days and hours the invented office works on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from juso.core.calendar import days

SATURDAY = 5
OFFICE_HOURS, MORNING, AFTERNOON = (9, 17), (8, 10), (13, 17)
DAY = timedelta(days=1)
FIXED = ((1, 1), (2, 11), (2, 23), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11), (11, 3), (11, 23))
MONDAYS = ((1, 2), (7, 3), (9, 3), (10, 2))  # month, which Monday
EQUINOXES = ((3, 20), (9, 23))  # a day off in some years: near enough for an invented one
NEW_YEAR = ((12, 29), (12, 30), (12, 31), (1, 2), (1, 3))  # 年末年始の閉庁日


@cache
def holidays(year: int) -> frozenset[date]:
    """Holidays and closed days of a calendar year."""
    found = {date(year, m, d) for m, d in (*FIXED, *EQUINOXES)}
    for month, which in MONDAYS:
        first = date(year, month, 1)
        found.add(first + timedelta(days=-first.weekday() % 7 + 7 * (which - 1)))
    for day in sorted(found):
        if day.weekday() == SATURDAY + 1:
            found.add(_free_day_after(day, found))
    return frozenset(found | {date(year, m, d) for m, d in NEW_YEAR})


def _free_day_after(day: date, taken: set[date]) -> date:
    """振替休日: the first day after a Sunday's holiday that is none itself."""
    while day in taken:
        day += DAY
    return day


@cache
def is_open(day: date) -> bool:
    """Whether the office is open."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def open_days(first: date, last: date) -> Iterator[date]:
    """Every open day from `first` to `last`."""
    return (day for day in days(first, last) if is_open(day))


def on_or_after(day: date) -> date:
    """The day, or the next open one."""
    while not is_open(day):
        day += DAY
    return day


def on_or_before(day: date) -> date:
    """The day, or the last open one before."""
    while not is_open(day):
        day -= DAY
    return day


def later(day: date, count: int, limit: date) -> date:
    """About `count` days later on an open day, at the latest the last open day up to `limit`."""
    found = on_or_after(day + timedelta(days=count))
    return found if found <= limit else max(day, on_or_before(limit))


def at_work(rng: Random, day: date, hours: tuple[int, int] = OFFICE_HOURS) -> datetime:
    """A time between two full hours, in five minutes."""
    minutes = rng.randrange(hours[0] * 60 + 5, hours[1] * 60, 5)
    return datetime.combine(day, time(minutes // 60, minutes % 60))
