"""Times of a meeting as official papers write them."""

from __future__ import annotations

from datetime import date, datetime, time


def clock(at: time) -> str:
    """午前9時, 午後1時30分, 正午."""
    if at == time(12):
        return "正午"
    half, hour = ("午前", at.hour) if at.hour < 12 else ("午後", at.hour - 12)
    return f"{half}{hour}時" + (f"{at.minute}分" if at.minute else "")


def time_span(start: time | None, end: time | None) -> str:
    """午後1時30分～3時30分: the second 午前 or 午後 only where it changes."""
    if start is None:
        return ""
    if end is None:
        return f"{clock(start)}～"
    until = clock(end)
    return f"{clock(start)}～{until.removeprefix(clock(start)[:2])}"


def length(start: time | None, end: time | None) -> int | None:
    """Minutes a meeting lasts; None where a time is missing or it ends before it begins."""
    if start is None or end is None or end <= start:
        return None
    day = date(2025, 4, 1)
    return int((datetime.combine(day, end) - datetime.combine(day, start)).total_seconds()) // 60
