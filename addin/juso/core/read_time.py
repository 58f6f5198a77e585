"""A cell of a time column, and the time of day behind a date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from juso.core.read_number import absent
from juso.core.reading import Reading, fold, repaired, show, unreadable
from juso.core.sheet import Column

_CLOCK = r"(?:(午前|午後|AM|PM)\s*)?(\d{1,2})(?::(\d{1,2})(?::\d\d)?|時\s*(?:(\d{1,2})分?|(半))?)"


def time_reader(column: Column) -> Callable[[Any], Reading]:
    """The function that reads a time of day of `column`."""

    def read(raw: Any) -> Reading:
        if isinstance(raw, datetime):
            return Reading(raw.time())
        if isinstance(raw, time):
            return Reading(raw)
        if isinstance(raw, float | int) and not isinstance(raw, bool) and 0 <= raw < 1:
            return Reading((datetime(1900, 1, 1) + timedelta(days=raw)).time())
        text = show(raw)
        found = clock(fold(text))
        if found is None:
            advice = "「13:30」の形で入力してください。"
            refused = unreadable(f"「{text}」は時刻として読めません。{advice}")
            return absent(raw, column, advice) or refused
        return repaired(raw, found, f"{found:%H:%M}", "N12" if text.isascii() else "N01")

    return read


def clock(text: str) -> time | None:
    """13:30, 午後1時30分 or 1時半 as a time of day; None for anything else."""
    match = re.fullmatch(_CLOCK, text, re.IGNORECASE)
    return _time_of(match) if match else None


def behind_day(text: str) -> tuple[str, time] | None:
    """A day and its time of day: 令和7年4月1日 13:30; None where no time stands behind a day."""
    plain = unicodedata.normalize("NFKC", text).strip()
    match = re.fullmatch(rf"(.+?)(?:[\sT]+|(?<=[日)]))({_CLOCK})", plain, re.IGNORECASE)
    found = clock(match[2]) if match else None
    return (match[1], found) if match and found is not None else None


def _time_of(match: re.Match[str]) -> time | None:
    half, hour, minutes = (match[1] or "").upper(), int(match[2]), match[3] or match[4] or 0
    if half in ("午後", "PM") and hour < 12:
        hour += 12
    minute = 30 if match[5] else int(minutes)
    return time(hour, minute) if hour < 24 and minute < 60 else None
