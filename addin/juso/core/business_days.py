"""営業日: which days an office is open, and how many of them lie between two days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BusinessDays:
    """Monday to Friday without the days that `is_closed` says are closed.

    `is_closed` is asked about weekdays only, and only about those a count runs over.
    """

    is_closed: Callable[[date], bool]

    def is_open(self, day: date) -> bool:
        """Whether the office is open."""
        return day.weekday() < SATURDAY and not self.is_closed(day)

    def days_between(self, start: date, end: date) -> int:
        """The open days after `start` up to `end`: `start` counts 0, and so does an earlier `end`."""
        return sum(1 for day in _days_after(start, end) if self.is_open(day))

    def after(self, day: date, count: int) -> date:
        """The open day on which `days_between` reaches `count`; at most the calendar's last day."""
        for following in _days_after(day, date.max):
            if count <= 0:
                break
            day = following
            count -= self.is_open(day)
        return day


def _days_after(start: date, end: date) -> Iterator[date]:
    while start < end:
        start += DAY
        yield start
