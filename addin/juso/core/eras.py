"""元号: which era a day lies in, and era dates as the city writes them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from juso.core.calendar import Month

WEEKDAYS = "月火水木金土日"

# (name, letters it is abbreviated to, first day); newest first.
ERAS = (
    ("令和", ("令", "R", "㋿"), date(2019, 5, 1)),
    ("平成", ("平", "H", "㍻"), date(1989, 1, 8)),
    ("昭和", ("昭", "S", "㍼"), date(1926, 12, 25)),
    ("大正", ("大", "T", "㍽"), date(1912, 7, 30)),
    ("明治", ("明", "M", "㍾"), date(1873, 1, 1)),
)


def year_before(era: str) -> int:
    """What an era's year is added to: 2018 for 令和."""
    return 1867 if era == "明治" else next(first.year - 1 for n, _, first in ERAS if n == era)


def era_year(year: int) -> str:
    """元 for the first year of an era."""
    return "元" if year == 1 else str(year)


def era_of(day: date) -> tuple[str, int]:
    """Era name and year of a day: 2019-05-01 is ("令和", 1); ValueError before 明治6年."""
    for name, _, first in ERAS:
        if day >= first:
            return name, day.year - year_before(name)
    raise ValueError(f"no era for {day}")


def era_date(day: date, *, weekday: bool = False) -> str:
    """令和7年4月1日, with `weekday` 令和7年4月1日（火）; the first year is 元年."""
    name, year = era_of(day)
    text = f"{name}{era_year(year)}年{day.month}月{day.day}日"
    return f"{text}（{WEEKDAYS[day.weekday()]}）" if weekday else text


def era_month(month: Month) -> str:
    """令和7年4月."""
    name, year = era_of(month.last_day)
    return f"{name}{era_year(year)}年{month.month}月"


def short_date(day: date) -> str:
    """R7.4.1, the form for tables."""
    name, year = era_of(day)
    letter = next(letters[1] for era, letters, _ in ERAS if era == name)
    return f"{letter}{year}.{day.month}.{day.day}"


def said_date(day: date) -> str:
    """A day as a message names it: era date, western before 明治6年."""
    return era_date(day) if day >= ERAS[-1][2] else f"{day.year}/{day.month}/{day.day}"


def said_time(at: datetime) -> str:
    """A day and, but for midnight, its time: 令和7年4月1日 13:30."""
    return said_date(at.date()) + (f" {at:%H:%M}" if at.time() != time() else "")
