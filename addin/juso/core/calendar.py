"""Fiscal years, months and era dates, written the way the city writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from juso.core.day_text import NotADateError, parse_date
from juso.core.eras import ERAS, WEEKDAYS, era_date, era_month, era_of, era_year, short_date

__all__ = [
    "ERAS",
    "FIRST_MONTH",
    "LAST_YEAR_READ",
    "REIWA",
    "WEEKDAYS",
    "FiscalYear",
    "Month",
    "NotADateError",
    "add_months",
    "age",
    "days",
    "era_date",
    "era_month",
    "era_of",
    "parse_date",
    "short_date",
]

FIRST_MONTH = 4
REIWA = 2018  # 令和元年 is 2019
LAST_YEAR_READ = 40  # 令和: a fiscal year beyond is a slip of the pen


@dataclass(frozen=True, order=True, slots=True)
class FiscalYear:
    """年度: April of `year` to March of the next; `str` gives 令和7年度."""

    year: int

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """The fiscal year that `day` lies in."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @classmethod
    def parse(cls, text: str) -> FiscalYear:
        """Read R7, 令和7年度, 令和元年度 or 2025; ValueError for anything else."""
        plain = unicodedata.normalize("NFKC", text).replace(" ", "")
        if match := re.fullmatch(r"(?:令和|令|R)(元|\d{1,2})(?:年度?)?", plain, re.IGNORECASE):
            year = 1 if match[1] == "元" else int(match[1])
            found = cls(REIWA + year)
        elif re.fullmatch(r"20\d\d(?:年度?)?", plain):
            found = cls(int(plain[:4]))
        else:
            raise ValueError(text)
        if not REIWA < found.year <= REIWA + LAST_YEAR_READ:
            raise ValueError(text)
        return found

    @property
    def short(self) -> str:
        """R7, the form used in case numbers and on the command line."""
        return f"R{self.year - REIWA}"

    @property
    def first_day(self) -> date:
        return date(self.year, FIRST_MONTH, 1)

    @property
    def last_day(self) -> date:
        return date(self.year + 1, FIRST_MONTH, 1) - timedelta(days=1)

    @property
    def months(self) -> tuple[Month, ...]:
        """April to March."""
        return tuple(Month.of_index(self.year * 12 + FIRST_MONTH - 1 + i) for i in range(12))

    @property
    def previous(self) -> FiscalYear:
        return FiscalYear(self.year - 1)

    def __contains__(self, day: date) -> bool:
        return FiscalYear.of(day) == self

    def __str__(self) -> str:
        return f"令和{era_year(self.year - REIWA)}年度"


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A calendar month; `str` gives R7.4."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    @classmethod
    def of_index(cls, index: int) -> Month:
        """The inverse of `index`."""
        return cls(index // 12, index % 12 + 1)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read R7.4, 令和7年4月 or 2025-04; ValueError for anything else."""
        plain = unicodedata.normalize("NFKC", text).replace(" ", "")
        pattern = r"(?:令和|令|R)(元|\d{1,2})[年.](\d{1,2})月?(?:分|末)?"
        if match := re.fullmatch(pattern, plain, re.IGNORECASE):
            year = REIWA + (1 if match[1] == "元" else int(match[1]))
        elif match := re.fullmatch(r"(20\d\d)[-/.年](\d{1,2})月?(?:分|末)?", plain):
            year = int(match[1])
        else:
            raise ValueError(text)
        date(year, int(match[2]), 1)  # ValueError for month 13
        return cls(year, int(match[2]))

    @property
    def index(self) -> int:
        """Months since the year 0: subtracting two gives the months between them."""
        return self.year * 12 + self.month - 1

    @property
    def next(self) -> Month:
        return Month.of_index(self.index + 1)

    @property
    def previous(self) -> Month:
        return Month.of_index(self.index - 1)

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return self.next.first_day - timedelta(days=1)

    @property
    def fiscal_year(self) -> FiscalYear:
        return FiscalYear.of(self.first_day)

    @property
    def label(self) -> str:
        """4月, the heading of a form's column."""
        return f"{self.month}月"

    def __contains__(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.month)

    def __str__(self) -> str:
        return f"R{self.year - REIWA}.{self.month}"


def days(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included."""
    for i in range((last - first).days + 1):
        yield first + timedelta(days=i)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or that month's last day where it has no such day."""
    target = Month.of_index(Month.of(day).index + months)
    return date(target.year, target.month, min(day.day, target.last_day.day))


def age(born: date, on: date) -> int:
    """Completed years (満年齢) on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
