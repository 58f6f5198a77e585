"""A day typed as text: era dates in every spelling, western dates, eight digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from juso.core.eras import ERAS, said_date, year_before
from juso.core.spellings import AS_HYPHEN

SUPPOSED_YEARS = range(4, 13)  # 7.4.1 can be of 令和 in 令和4年〜12年: the programme and its plan

_ERA = "令和|令|R|平成|平|H|昭和|昭|S|大正|大|T|明治|明|M"
_MONTH_DAY = r"(\d{1,2})[月./・-](\d{1,2})日?"
_ERA_TEXT = re.compile(
    rf"({_ERA})(?:(元|\d{{1,2}})[年./・-]{_MONTH_DAY}|(\d\d)(\d\d)(\d\d))", re.IGNORECASE
)
_WEST_TEXT = re.compile(rf"(\d{{4}})[年./・-]{_MONTH_DAY}|(\d{{4}})(\d\d)(\d\d)")
_WEEKDAY = re.compile(r"(?:\(([月火水木金土日])(?:曜日?)?(?:・?祝日?)?\)|([月火水木金土日])曜日?)$")
_MIDNIGHT = re.compile(r"[\sT]+0?0:00(?::00(?:\.0+)?)?$")

_NO_ERA = rf"(\d{{1,2}})[年./・-]{_MONTH_DAY}"
_NO_YEAR = _MONTH_DAY
_NO_DAY = rf"(?:{_ERA}|\d\d)(?:元|\d{{1,2}})[年./・-]\d{{1,2}}月?"
_SIX_DIGITS = r"(\d\d)(\d\d)(\d\d)"


class NotADateError(ValueError):
    """Why a text is no date; its text is a Japanese phrase.

    `repair` is its number in the table of repairs, `meant` the day it probably means.
    """

    def __init__(self, reason: str, repair: str = "", meant: date | None = None) -> None:
        super().__init__(reason)
        self.repair = repair
        self.meant = meant


def parse_date(text: str) -> date:
    """Read R7.4.1, 令和7年4月1日（火）, ㋿元.5.1, R070401, 2025/4/1 or 20250401 in any width.

    NotADateError (a ValueError), with a Japanese reason, for impossible days, years outside
    their era and everything that would need a guess (4/1 and 7.4.1 name no year or era).
    """
    plain = _WEEKDAY.sub("", _plain(text))
    if match := _ERA_TEXT.fullmatch(plain):
        year, month, day = filter(None, match.groups()[1:])
        return _era_day(match[1].upper(), year, int(month), int(day))
    if match := _WEST_TEXT.fullmatch(plain):
        return _real_day(*map(int, filter(None, match.groups())))
    raise _refusal(plain)


def weekday_of(text: str) -> str:
    """The day of the week that is written behind a date, '' where there is none."""
    match = _WEEKDAY.search(_plain(text))
    return (match[1] or match[2]) if match else ""


def _plain(text: str) -> str:
    plain = _MIDNIGHT.sub("", unicodedata.normalize("NFKC", text).strip())
    return re.sub(r"\s", "", plain).translate(AS_HYPHEN)


def _era_day(letter: str, typed_year: str, month: int, day: int) -> date:
    position, (name, _, first) = next(
        (i, era) for i, era in enumerate(ERAS) if letter == era[0] or letter in era[1]
    )
    year = 1 if typed_year == "元" else int(typed_year)
    found = _real_day(year_before(name) + year, month, day)
    end = ERAS[position - 1][2] if position else date.max
    if year == 0 or not first <= found < end:
        meant = found if found >= ERAS[-1][2] else None
        hint = f"（「{said_date(found)}」ではありませんか）" if meant else ""
        raise NotADateError(f"{name}の期間にない日付です{hint}", "N25", meant)
    return found


def _real_day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADateError("暦にない日付です", "N28") from None


def _refusal(plain: str) -> NotADateError:
    """Why a text that is in none of the spellings is not taken."""
    if re.fullmatch(_NO_YEAR, plain):
        return NotADateError("年がないため、日付として読めません", "N26")
    if match := re.fullmatch(_NO_ERA, plain):
        year, month, day = map(int, match.groups())
        days = list(two_digit_years(year, month, day))
        meant = days[0] if days and year in SUPPOSED_YEARS else None
        reason = f"元号がないため、日付として読めません{_either(days)}"
        return NotADateError(reason, "N26", meant)
    if match := re.fullmatch(_SIX_DIGITS, plain):
        days = list(two_digit_years(*map(int, match.groups())))
        return NotADateError(f"和暦か西暦か分からず、日付として読めません{_either(days)}", "N29")
    if re.fullmatch(_NO_DAY, plain, re.IGNORECASE):
        return NotADateError("何日かがないため、日付として読めません", "N24")
    return NotADateError("日付として読めません")


def two_digit_years(year: int, month: int, day: int) -> Iterator[date]:
    """The days that a year without its era may mean: of the era it fits, then 2000 and on."""
    era = "令和" if 0 < year < 13 else "平成" if 13 <= year < 32 else "昭和"
    with suppress(NotADateError):
        yield _era_day(era, str(year), month, day)
    with suppress(NotADateError):
        yield _real_day((2000 if year < 50 else 1900) + year, month, day)


def _either(days: list[date]) -> str:
    """（「令和7年4月1日」か「2007年4月1日」ですか）."""
    if not days:
        return ""
    west = (f"{day.year}年{day.month}月{day.day}日" for day in days[1:])
    return f"（「{'」か「'.join([said_date(days[0]), *west])}」ですか）"
