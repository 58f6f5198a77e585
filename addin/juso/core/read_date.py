"""A cell of a date column, or one of a day with its time: real days, text, Excel's day numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from juso.core.day_text import NotADateError, parse_date, two_digit_years, weekday_of
from juso.core.eras import WEEKDAYS, said_date, said_time
from juso.core.read_number import absent
from juso.core.read_time import behind_day
from juso.core.reading import Problem, Reading, Trouble, repaired, show, unreadable, unsure
from juso.core.sheet import Column
from juso.core.spellings import DITTOS

EPOCH = date(1899, 12, 30)  # Excel's day 0 as every later date sees it (1900-02-29 quirk)
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000  # day numbers of 1954 and 2119
FAR_SERIAL = 50_000  # 2036: beyond it 70401 is rather 令和7年4月1日
FORMS = "「令和7年4月1日」又は「2025/4/1」の形で入力してください。"


def date_reader(column: Column) -> Callable[[Any], Reading]:
    """The function that reads a day of `column`."""
    return _Days(column).read


def datetime_reader(column: Column) -> Callable[[Any], Reading]:
    """The function that reads a day of `column` with its time of day, midnight where it has none."""
    return _Days(column).read_with_clock


@dataclass(frozen=True, slots=True)
class _Days:
    column: Column

    def read(self, raw: Any) -> Reading:
        if isinstance(raw, datetime):
            day = raw.date()
            is_day = raw.time() == time()
            return Reading(day) if is_day else repaired(raw, day, said_date(day), "N24")
        if isinstance(raw, date):
            return Reading(raw)
        if _is_serial(raw) and float(raw).is_integer():
            return self._serial(int(raw))
        return absent(raw, self.column, self._advice()) or self._text(raw, show(raw))

    def read_with_clock(self, raw: Any) -> Reading:
        if isinstance(raw, datetime):
            return Reading(raw)
        if _is_serial(raw) and not float(raw).is_integer():
            at = datetime.combine(EPOCH, time()) + timedelta(minutes=round(raw * 1440))
            return repaired(raw, at, said_time(at), "N27")
        parts = behind_day(raw) if isinstance(raw, str) else None
        reading = self._text(raw, parts[0]) if parts else self.read(raw)
        at_time = parts[1] if parts else time()
        return Reading(_at(reading.value, at_time), _with_clock(raw, reading.problem, at_time))

    def _advice(self) -> str:
        return FORMS if self.column.required else "分からないときは空欄にしてください。"

    def _text(self, raw: Any, text: str) -> Reading:
        try:
            day = parse_date(text)
        except NotADateError as reason:
            return self._refused(raw, text.strip(), reason)
        weekday = weekday_of(text)
        if weekday not in ("", WEEKDAYS[day.weekday()]):
            message = (
                f"「{show(raw)}」を「{said_date(day)}」と読みましたが、この日は"
                f"{WEEKDAYS[day.weekday()]}曜日です。日付を確かめてください。"
            )
            return unsure(day, message, "N24", day)
        is_digits = re.fullmatch(r"\D?\d{6,8}", text.strip())
        return repaired(raw, day, said_date(day), "N29" if is_digits else "N24")

    def _refused(self, raw: Any, text: str, reason: NotADateError) -> Reading:
        if text in DITTOS:
            message = f"「{text}」では日付が分かりません。上のセルと同じ日付を入力してください。"
            return unreadable(message, "N07")
        if reason.repair == "N26" and reason.meant and not self.column.any_era:
            message = (
                f"「{show(raw)}」を「{said_date(reason.meant)}」と読みましたが、元号がありません。"
                f"日付を確かめ、{FORMS}"
            )
            return unsure(reason.meant, message, "N26", reason.meant)
        return unreadable(f"「{show(raw)}」は{reason}。{FORMS}", reason.repair, reason.meant)

    def _serial(self, number: int) -> Reading:
        # Formats made only of era or year letters leave Excel's day number in the file.
        day = EPOCH + timedelta(days=number)
        year, rest = divmod(number, 10_000)
        typed = next(two_digit_years(year, *divmod(rest, 100)), None)
        if typed is None or number < FAR_SERIAL:
            return repaired(number, day, said_date(day), "N27")
        either = f"「{said_date(typed)}」か「{said_date(day)}」（日付の通し番号）"
        return unreadable(f"「{number}」は{either}のどちらか分かりません。{FORMS}", "N29")


def _is_serial(raw: Any) -> bool:
    is_number = isinstance(raw, float | int) and not isinstance(raw, bool)
    return is_number and FIRST_SERIAL <= raw <= LAST_SERIAL


def _at(day: date | None, clock: time) -> datetime | None:
    return None if day is None else datetime.combine(day, clock)


def _with_clock(raw: Any, problem: Problem | None, clock: time) -> Problem | None:
    """The same problem of a day with its time."""
    if problem is None or problem.proposal is None:
        return problem
    meant = datetime.combine(problem.proposal, clock)
    if problem.trouble is Trouble.REPAIRED:
        return repaired(raw, meant, said_time(meant), problem.repair).problem
    return replace(problem, proposal=meant)
