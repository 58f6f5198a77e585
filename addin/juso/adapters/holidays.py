"""祝日: the national holidays as jpholiday knows them."""

from __future__ import annotations

from datetime import date

from juso.core.business_days import BusinessDays
from juso.koshu.office_days import office_days
from juso.koshu.settings import Settings


def business_days(settings: Settings) -> BusinessDays:
    """The city's business days; a day's holidays are worked out when it is asked for."""
    return office_days(_is_holiday, settings)


def _is_holiday(day: date) -> bool:
    from jpholiday import is_holiday

    return bool(is_holiday(day))
