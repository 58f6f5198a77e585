"""Two birthdays that may be one, typed wrongly once."""

from __future__ import annotations

from datetime import date

from juso.core.calendar import ERAS, era_date, era_of


def slip(one: date, other: date) -> str:
    """How one of two different birthdays may come of the other by a slip, in words; else ''."""
    if one.year != other.year and (one.month, one.day) != (other.month, other.day):
        return ""  # two slips at least
    first, second = sorted((one, other))
    if first < ERAS[-1][-1]:  # no era, and nobody's birthday
        return ""
    shown = f"（{era_date(first)}／{era_date(second)}）"
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return f"生年月日の月と日が入れ替わっている{shown}"
    if _is_other_era(one, other):
        return f"生年月日の年号だけが違う{shown}"
    spellings = [(f"{day:%Y%m%d}", _in_era(day)) for day in (one, other)]
    if any(_differ_once(*pair) for pair in zip(*spellings, strict=True)):
        return f"生年月日が1桁違う{shown}"
    return ""


def _is_other_era(one: date, other: date) -> bool:
    (era, year), (other_era, other_year) = era_of(one), era_of(other)
    same_day = (one.month, one.day) == (other.month, other.day)
    return same_day and year == other_year and era != other_era


def _in_era(day: date) -> str:
    """昭和180302: the digits a clerk types, behind the era."""
    era, year = era_of(day)
    return f"{era}{year:02}{day:%m%d}"


def _differ_once(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1
