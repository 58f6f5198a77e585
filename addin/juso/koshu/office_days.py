"""開庁日: the days the city's offices are open, 年末年始 and its own 閉庁日 taken out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from juso.core.business_days import BusinessDays
from juso.koshu.settings import Settings

YEAR_END = frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)})  # month, day


def office_days(is_holiday: Callable[[date], bool], settings: Settings) -> BusinessDays:
    """The city's business days; `is_holiday` knows the national holidays."""
    closures = frozenset(settings.closures)

    def is_closed(day: date) -> bool:
        return (day.month, day.day) in YEAR_END or day in closures or is_holiday(day)

    return BusinessDays(is_closed)
