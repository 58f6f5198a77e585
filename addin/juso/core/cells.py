"""Cell value to typed value: the one place that decides what a clerk's typing means.

Nothing is guessed: what is not exactly readable becomes a `Problem`, what was read in
another spelling than typed is said so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from enum import Enum
from typing import Any

from juso.core.calendar import ERAS, era_date, parse_date
from juso.core.codelist import CodeList
from juso.core.sheet import Column, blank

EPOCH = date(1899, 12, 30)  # Excel's day 0 as every later date sees it (1900-02-29 quirk)
YES = frozenset("○◯〇◎●☑✓✔レ1") | {"有", "はい", "あり", "TRUE"}
CIRCLED = re.compile("[\u2460-\u24ff\u2776-\u2793²³¹⁰-₉]")  # ① folds to 1, but is no number
SPLIT = re.compile(r"[、，,;；/／\n]+")


class Trouble(Enum):
    """Why a cell is not taken as it stands."""

    UNREADABLE = "読めない値"
    NOT_A_CHOICE = "選択肢にない値"
    MISFIT = "書式に合わない値"
    REPAIRED = "読み替えた値"


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble with a cell, and the sentence that says so."""

    trouble: Trouble
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell means: the typed value, and a problem where it is not plain."""

    value: Any
    problem: Problem | None = None


def fold(text: str) -> str:
    """Search key of a label or choice: width folded, no white space; never stored."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def is_blank(raw: Any) -> bool:
    """Nothing typed, or only white space."""
    return raw is None or (isinstance(raw, str) and not raw.strip())


def show(raw: Any) -> str:
    """A cell's value as a message quotes it."""
    if isinstance(raw, datetime):
        clock = f" {raw:%H:%M}" if raw.time() != time() else ""
        return f"{raw.year}/{raw.month}/{raw.day}{clock}"
    if isinstance(raw, date):
        return f"{raw.year}/{raw.month}/{raw.day}"
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return "" if raw is None else str(raw)


def reader(column: Column, choices: Collection[str] = ()) -> Callable[[Any], Reading]:
    """The function that reads one cell of `column`; `choices` are those of an open list."""
    if column.is_code:
        allowed: Collection[str] = {str(member.value): member for member in column.kind}  # type: ignore[attr-defined]
        one = _code_reader(allowed, column.kind)
    elif column.choices and choices:
        one = _code_reader({choice: choice for choice in choices}, str)
    else:
        one = {
            date: _read_date,
            datetime: _read_datetime,
            time: _read_time,
            int: _read_int,
            float: _read_float,
            bool: _read_yes,
            str: _text_reader(column),
        }[column.kind]
    read = _several(one, _with_separator(column, choices)) if column.many else one

    def read_cell(raw: Any) -> Reading:
        return Reading(blank(column)) if is_blank(raw) else read(raw)

    return read_cell


def _unreadable(message: str) -> Reading:
    return Reading(None, Problem(Trouble.UNREADABLE, message))


def _repaired(raw: Any, value: Any, shown: str) -> Reading:
    message = f"「{show(raw)}」を「{shown}」と解釈しました。"
    return Reading(value, Problem(Trouble.REPAIRED, message))


def _code_reader(allowed: Any, kind: type) -> Callable[[Any], Reading]:
    folded = {fold(label): value for label, value in allowed.items()}

    def read(raw: Any) -> Reading:
        text = show(raw)
        if text in allowed:
            return Reading(allowed[text])
        if (found := folded.get(fold(text))) is not None:
            return _repaired(raw, found, str(found))
        near = get_close_matches(fold(text), list(folded), n=1, cutoff=0.6)
        hint = f"「{folded[near[0]]}」ではありませんか。" if near else "一覧から選んでください。"
        message = f"「{text}」は選択肢にありません。{hint}"
        return Reading(None, Problem(Trouble.NOT_A_CHOICE, message))

    del kind
    return read


def _with_separator(column: Column, choices: Collection[str]) -> list[str]:
    """Choices that hold a separator themselves (病気や健康、障害), so that they stay whole."""
    labels = map(str, column.kind) if issubclass(column.kind, CodeList) else choices
    return [label for label in labels if SPLIT.search(label)]


def _several(one: Callable[[Any], Reading], whole: list[str]) -> Callable[[Any], Reading]:
    parts = re.compile("|".join([*map(re.escape, whole), "[^、，,;；/／\\n]+"]))

    def read(raw: Any) -> Reading:
        readings = [one(part.strip()) for part in parts.findall(show(raw)) if part.strip()]
        values = tuple(r.value for r in readings if r.value is not None)
        return Reading(values, next((r.problem for r in readings if r.problem), None))

    return read


def _text_reader(column: Column) -> Callable[[Any], Reading]:
    pattern = re.compile(column.pattern) if column.pattern else None

    def read(raw: Any) -> Reading:
        text = show(raw)
        if pattern is None or pattern.fullmatch(text):
            return Reading(text)
        if pattern.fullmatch(fold(text)):
            return _repaired(raw, fold(text), fold(text))
        example = f"「{column.example}」の形で" if column.example else "正しい形で"
        message = f"「{text}」は書式に合いません。{example}入力してください。"
        return Reading(text, Problem(Trouble.MISFIT, message))

    return read


def _read_date(raw: Any) -> Reading:
    if isinstance(raw, datetime):
        return Reading(raw.date())
    if isinstance(raw, date):
        return Reading(raw)
    if isinstance(raw, float | int) and not isinstance(raw, bool):
        return _serial_date(raw)
    try:
        value = parse_date(show(raw))
    except ValueError as reason:
        return _unreadable(
            f"「{show(raw)}」は{reason}。「令和7年4月1日」又は「2025/4/1」の形で入力してください。"
        )
    return _repaired(raw, value, era_date(value) if value >= ERAS[-1][2] else show(value))


def _serial_date(raw: float) -> Reading:
    # Formats made only of era or year letters leave Excel's day number in the file.
    if float(raw).is_integer() and 20_000 <= raw <= 80_000:
        value = EPOCH + timedelta(days=int(raw))
        return _repaired(raw, value, era_date(value))
    return _read_date(show(raw))


def _read_datetime(raw: Any) -> Reading:
    if isinstance(raw, datetime):
        return Reading(raw)
    parts = show(raw).strip().rsplit(" ", 1)
    clock = _read_time(parts[1]).value if len(parts) > 1 else None
    day = _read_date(parts[0] if clock else raw)
    if day.value is None:
        return day
    value = datetime.combine(day.value, clock or time())
    if day.problem is None:
        return Reading(value)
    shown = era_date(day.value) if day.value >= ERAS[-1][2] else show(day.value)
    return _repaired(raw, value, shown + (f" {value:%H:%M}" if clock else ""))


_CLOCK = re.compile(r"(午前|午後)?(\d{1,2})[:時](\d{1,2})?分?(?::00)?")


def _read_time(raw: Any) -> Reading:
    if isinstance(raw, datetime):
        return Reading(raw.time())
    if isinstance(raw, time):
        return Reading(raw)
    if isinstance(raw, float) and 0 <= raw < 1:
        return Reading((datetime(1900, 1, 1) + timedelta(days=raw)).time())
    if match := _CLOCK.fullmatch(fold(show(raw))):
        hour = int(match[2]) + (12 if match[1] == "午後" and int(match[2]) < 12 else 0)
        minute = int(match[3] or 0)
        if hour < 24 and minute < 60:
            return Reading(time(hour, minute))
    return _unreadable(f"「{show(raw)}」は時刻として読めません。「13:30」の形で入力してください。")


def _read_int(raw: Any) -> Reading:
    reading = _read_float(raw)
    if reading.value is None:
        return reading
    if not float(reading.value).is_integer():
        return _unreadable(f"「{show(raw)}」は整数ではありません。整数で入力してください。")
    return Reading(int(reading.value), reading.problem)


def _read_float(raw: Any) -> Reading:
    if isinstance(raw, float | int) and not isinstance(raw, bool):
        return Reading(float(raw))
    plain = fold(show(raw)).replace(",", "")
    is_plain = not isinstance(raw, date | bool) and not CIRCLED.search(show(raw))
    if is_plain and re.fullmatch(r"-?\d+(\.\d+)?", plain):
        return _repaired(raw, float(plain), plain)
    return _unreadable(f"「{show(raw)}」は数として読めません。数字だけを入力してください。")


def _read_yes(raw: Any) -> Reading:
    if raw is True or show(raw) in YES:
        return Reading(True)
    if raw is False:
        return Reading(False)
    return Reading(
        False,
        Problem(Trouble.NOT_A_CHOICE, f"「{show(raw)}」は「○」又は空欄にしてください。"),
    )


def to_cell(value: Any) -> Any:
    """The inverse: what the product writes into a cell for a typed value."""
    if value is None or value is False or value == ():
        return None
    if value is True:
        return "○"
    if isinstance(value, tuple):
        return "、".join(str(part) for part in value)
    return str(value) if isinstance(value, CodeList) else value
