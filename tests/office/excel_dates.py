"""Texts a Japanese Excel takes for a date or a time when they are typed into a cell."""

from __future__ import annotations

import re
import time
from datetime import date, datetime
from typing import NamedTuple

EPOCH = datetime(1899, 12, 30)
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
ERAS |= {"R": 2018, "H": 1988, "S": 1925, "T": 1911, "M": 1867}
FIRST_OF_1900S = 30  # 29 is 2029, 30 is 1930
FIRST_YEAR = 1900

DAYS = {  # what is typed, and the format a General cell takes on with it
    r"(?P<y>\d{1,4})([/-])(?P<m>\d{1,2})\2(?P<d>\d{1,2})": "yyyy/m/d",
    r"(?P<y>\d{1,4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日": 'yyyy"年"m"月"d"日"',
    r"(?P<y>\d{1,4})年(?P<m>\d{1,2})月": 'yyyy"年"m"月"',
    r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日": 'm"月"d"日"',
    r"(?P<m>\d{1,2})[/-](?P<d>\d{1,2})": 'm"月"d"日"',
    r"(?P<y>\d{4})[/-](?P<m>\d{1,2})": "mmm-yy",
    r"(?P<m>\d{1,2})[/-](?P<y>\d{4})": "mmm-yy",
    r"(?P<era>令和|平成|昭和|大正|明治)(?P<y>\d{1,2}|元)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日": (
        '[$-411]ggge"年"m"月"d"日"'
    ),
    r"(?P<era>[RHSTM])(?P<y>\d{1,2})([./-])(?P<m>\d{1,2})\3(?P<d>\d{1,2})": "[$-411]ge.m.d",
}
CLOCK = re.compile(r"(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?|(\d{1,2})時(\d{1,2})分")


class Moment(NamedTuple):
    """A date or time as Excel's number, and the format Excel gives a General cell for it."""

    serial: float
    number_format: str


def serial_of(day: date) -> float:
    """Excel's number for a date or datetime."""
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    return (moment.replace(tzinfo=None) - EPOCH).total_seconds() / 86400


def moment_of(text: str) -> Moment | None:
    """The date, time or both that `text` means; None when Excel would leave it a text."""
    if found := _day(text) or _clock(text):
        return found
    first, _, rest = text.partition(" ")
    day, clock = _day(first), _clock(rest.strip())
    return Moment(day.serial + clock.serial, "yyyy/m/d h:mm") if day and clock else None


def _day(text: str) -> Moment | None:
    for pattern, number_format in DAYS.items():
        if match := re.fullmatch(pattern, text, re.I):
            try:
                return Moment(serial_of(_date(match.groupdict())), number_format)
            except ValueError:  # no such day
                continue
    return None


def _date(typed: dict[str, str]) -> date:
    """The day meant: of this year, the first of the month, where nothing else is said."""
    year = _year(typed["y"], typed.get("era", "")) if "y" in typed else time.localtime().tm_year
    if year < FIRST_YEAR:
        raise ValueError(year)
    return date(year, int(typed["m"]), int(typed.get("d", 1)))


def _year(digits: str, era: str) -> int:
    year = 1 if digits == "元" else int(digits)
    if era:
        return ERAS[era.upper()] + year
    if len(digits) > 2:
        return year
    return year + (2000 if year < FIRST_OF_1900S else 1900)


def _clock(text: str) -> Moment | None:
    match = CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = (
        int(part or 0) for part in (match[1] or match[4], match[2] or match[5], match[3])
    )
    if minutes > 59 or seconds > 59:
        return None
    serial = (hours * 3600 + minutes * 60 + seconds) / 86400
    return Moment(serial, "h:mm:ss" if match[3] else "h:mm")
