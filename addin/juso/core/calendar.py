"""Fiscal years, months and era dates, written the way the city writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_MONTH = 4
REIWA = 2018  # 令和元年 is 2019
LAST_YEAR_READ = 40  # 令和: a fiscal year beyond is a slip of the pen
WEEKDAYS = "月火水木金土日"

# (name, letters it is abbreviated to, first day); newest first.
ERAS = (
    ("令和", ("令", "R", "㋿"), date(2019, 5, 1)),
    ("平成", ("平", "H", "㍻"), date(1989, 1, 8)),
    ("昭和", ("昭", "S", "㍼"), date(1926, 12, 25)),
    ("大正", ("大", "T", "㍽"), date(1912, 7, 30)),
    ("明治", ("明", "M", "㍾"), date(1873, 1, 1)),
)


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
        return f"令和{_era_year(self.year - REIWA)}年度"


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


def _era_year(year: int) -> str:
    return "元" if year == 1 else str(year)


def era_of(day: date) -> tuple[str, int]:
    """Era name and year of a day: 2019-05-01 is ("令和", 1); ValueError before 明治6年."""
    for name, _, first in ERAS:
        if day >= first:
            offset = 1867 if name == "明治" else first.year - 1
            return name, day.year - offset
    raise ValueError(f"no era for {day}")


def era_date(day: date, *, weekday: bool = False) -> str:
    """令和7年4月1日, with `weekday` 令和7年4月1日（火）; the first year is 元年."""
    name, year = era_of(day)
    text = f"{name}{_era_year(year)}年{day.month}月{day.day}日"
    return f"{text}（{WEEKDAYS[day.weekday()]}）" if weekday else text


def era_month(month: Month) -> str:
    """令和7年4月."""
    name, year = era_of(month.last_day)
    return f"{name}{_era_year(year)}年{month.month}月"


def short_date(day: date) -> str:
    """R7.4.1, the form for tables."""
    name, year = era_of(day)
    letter = next(letters[1] for era, letters, _ in ERAS if era == name)
    return f"{letter}{year}.{day.month}.{day.day}"


_ERA_TEXT = re.compile(
    r"(令和|令|R|平成|平|H|昭和|昭|S|大正|大|T|明治|明|M)(元|\d{1,2})[年./-](\d{1,2})[月./-](\d{1,2})日?",
    re.IGNORECASE,
)
_WEST_TEXT = re.compile(r"(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?")
_WEEKDAY_TEXT = re.compile(r"\([月火水木金土日]\)$")


def parse_date(text: str) -> date:
    """Read R7.4.1, 令和7年4月1日, ㋿元.5.1, 2025/4/1 or 20250401 in any width.

    ValueError, with a Japanese reason, for impossible days, years outside their era and
    everything that would need a guess (4/1 and 7.4.1 name no year or era).
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = _WEEKDAY_TEXT.sub("", re.sub(r"\s", "", plain))
    if match := _ERA_TEXT.fullmatch(plain):
        return _era_day(match[1].upper(), match[2], int(match[3]), int(match[4]))
    if match := _WEST_TEXT.fullmatch(plain) or re.fullmatch(r"(\d{4})(\d\d)(\d\d)", plain):
        return _real_day(int(match[1]), int(match[2]), int(match[3]))
    raise ValueError("日付として読めません")


def _era_day(letter: str, era_year: str, month: int, day: int) -> date:
    position, (name, _, first) = next(
        (i, era) for i, era in enumerate(ERAS) if letter == era[0] or letter in era[1]
    )
    year = 1 if era_year == "元" else int(era_year)
    offset = 1867 if name == "明治" else first.year - 1
    found = _real_day(offset + year, month, day)
    end = ERAS[position - 1][2] if position else date.max
    if year == 0 or not first <= found < end:
        try:
            hint = f"（{era_date(found)}ではありませんか）"
        except ValueError:
            hint = ""
        raise ValueError(f"{name}の期間にない日付です{hint}")
    return found


def _real_day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("暦にない日付です") from None


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
