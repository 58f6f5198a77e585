"""What stands above a column: a month in any spelling, a year, a total, or another kind of figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any

from juso.core.calendar import REIWA, FiscalYear, Month
from juso.core.cells import EPOCH, fold, is_blank, show
from juso.core.spellings import has_digit_sign
from juso.koshu.tally.cover import read_month

TOTALS = frozenset({"計", "合計", "年計", "年度計", "年間計", "年間合計", "年度合計", "本年度計"})
# Words that make the figures of a column others than those of the month.
BARRED = re.compile(
    "前年|昨年|去年|前々|一昨年|翌年|目標|計画|予算|累計|累積|見込|予定|計|平均|率|比|増減|差|推計|構成"
)
AFTER_MONTH = re.compile(
    r"(?<=月)(?:度|分|末日?|中|時点|現在|の?実績値?|の?件数|[(](?:実績|件数|件|人)[)])+$"
)
ERA_YEAR = re.compile(r"(?:令和|令|R)?(元|\d{1,2})年(度?)(?:分|実績)*|(?:令和|令|R)(\d{1,2})")
WESTERN_YEAR = re.compile(r"(20\d\d)年?(度?)(?:分|実績)*")
ERA_SLASH = re.compile(r"^((?:令和|令|R)(?:元|\d{1,2}))[/-]", re.IGNORECASE)
LONGEST = 20  # characters of a heading
SERIALS = range(36_526, 73_051)  # days of 2000 to 2099, where a date lost its format


@dataclass(frozen=True, slots=True)
class Span:
    """A year above several months: 令和7年度, or 令和7年 of the calendar."""

    year: int
    fiscal: bool

    def month(self, number: int) -> Month:
        """The month of this number in the year."""
        if self.fiscal:
            return next(m for m in FiscalYear(self.year).months if m.month == number)
        return Month(self.year, number)


@lru_cache(maxsize=4096)
def read_span(text: str) -> Span | None:
    """令和7年度, R7, 2025年度, 令和7年; None for what is no year."""
    plain = fold(text)
    if match := WESTERN_YEAR.fullmatch(plain):
        return Span(int(match[1]), bool(match[2]))
    if match := ERA_YEAR.fullmatch(plain):
        digits = match[1] or match[3]
        return Span(REIWA + (1 if digits == "元" else int(digits)), bool(match[2]))
    return None


def years_in(text: str) -> list[FiscalYear]:
    """The fiscal years a title speaks of."""
    found = re.findall(r"(?:令和|令|R)(?:元|\d{1,2})年度|20\d\d年度", fold(text))
    return [FiscalYear.parse(year) for year in found]


def is_total(raw: Any) -> bool:
    """Whether a heading is that of the year's total."""
    return isinstance(raw, str) and fold(raw) in TOTALS


def is_barred(raw: Any) -> bool:
    """Whether a heading says that other figures than the month's own stand below it."""
    return isinstance(raw, str) and bool(BARRED.search(fold(raw)))


def month_of(raw: Any, year: FiscalYear, *, bare: bool = True) -> Month | None:
    """The month a heading names; `bare` also takes 4 for 4月. None for what is no month.

    A heading with a month and a word such as 累計 or 前年 names none.
    """
    if is_blank(raw) or isinstance(raw, bool):
        return None
    if isinstance(raw, str):
        return _of_text(raw, year, bare=bare) if len(raw) <= LONGEST else None
    if isinstance(raw, int | float):
        return _of_number(raw, year, bare=bare)
    return read_month(raw, year)


@lru_cache(maxsize=4096)
def _of_text(raw: str, year: FiscalYear, *, bare: bool) -> Month | None:
    if has_digit_sign(raw) or is_barred(raw):
        return None
    text = ERA_SLASH.sub(r"\1.", AFTER_MONTH.sub("", fold(raw)))
    return read_month(text, year) if bare or not text.isdecimal() else None


def _of_number(raw: float, year: FiscalYear, *, bare: bool) -> Month | None:
    if raw in SERIALS:
        day = EPOCH + timedelta(days=int(raw))
        return Month.of(day) if day.day == 1 else None
    return read_month(raw, year) if bare else None


def is_plain(raw: Any) -> bool:
    """Whether a month is written with digits, as nobody can misread it."""
    return not isinstance(raw, str) or fold(raw)[:1].upper() in "R令0123456789"


def shown(raw: Any) -> str:
    """A heading as a message quotes it."""
    return re.sub(r"\s+", "", show(raw))
