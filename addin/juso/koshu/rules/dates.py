"""Dates as rules meet them: a clerk may type any year from 1 to 9999, and no rule may fail on it."""

from __future__ import annotations

from datetime import date

from juso.core.calendar import add_months, era_date
from juso.core.cells import show


def said(day: date) -> str:
    """令和7年4月1日; a day before the eras as 1025/4/1."""
    try:
        return era_date(day)
    except ValueError:
        return show(day)


def months_after(day: date, months: int) -> date:
    """The same day some months later, at most the calendar's first or last day."""
    try:
        return add_months(day, months)
    except ValueError:
        return date.max if months > 0 else date.min


def is_longer(start: date, end: date, months: int) -> bool:
    """Whether `end` lies more than some months after `start`."""
    return (end - start).days > 28 * months and end > months_after(start, months)


def is_before(day: date | None, other: date | None) -> bool:
    """Whether both days are known and the first is earlier."""
    return day is not None and other is not None and day < other
