"""A cell of a number column: a number is taken only when the whole cell is one."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from juso.core.number_hints import meant_by, why_not
from juso.core.reading import Reading, repaired, show, unreadable, unsure
from juso.core.sheet import Column
from juso.core.spellings import (
    DASHES,
    DITTOS,
    MEASURES,
    NEGATIVE,
    NOTHING_WORDS,
    NUMBER,
    SAME_UNITS,
    UNITS,
    UNKNOWN_WORDS,
    has_digit_sign,
)


def number_reader(column: Column) -> Callable[[Any], Reading]:
    """The function that reads a number of `column`; one of `int` counts: whole, not negative."""
    return _Numbers(column).read


def absent(raw: Any, column: Column, advice: str) -> Reading | None:
    """A dash or 不明 where a number or day is asked for; None for anything else.

    An optional cell is taken for empty, which has to be confirmed; a required one is refused.
    A dash is not 0 here: in a monthly tally it is 皆無, on a person's row it may be 不明.
    """
    text = show(raw).strip()
    if not (set(text) <= DASHES or text in UNKNOWN_WORDS or text in NOTHING_WORDS):
        return None
    repair = "N03" if set(text) <= DASHES else "N05"
    if column.required:
        return unreadable(f"「{text}」では値が分かりません。{advice}", repair)
    return unsure(None, f"「{text}」を空欄として読みました。{advice}", repair)


@dataclass(frozen=True, slots=True)
class _Numbers:
    column: Column

    def read(self, raw: Any) -> Reading:
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return self._objection(raw, float(raw)) or Reading(self._typed(raw))
        if isinstance(raw, date | time | timedelta):
            message = (
                f"「{show(raw)}」は日付や時刻です。「3-4」などが自動で日付に変わったおそれが"
                "あるので、数字を入力し直してください。"
            )
            return unreadable(message, "N14")
        return absent(raw, self.column, self._advice()) or self._text(show(raw))

    def _advice(self) -> str:
        if self.column.required:
            return "数を入力してください。0のときは「0」です。"
        return "0のときは「0」を入力し、分からないときは空欄にしてください。"

    def _text(self, raw: str) -> Reading:
        text = raw.strip().lstrip("'’").strip()
        plain = unicodedata.normalize("NFKC", text)
        if text in DITTOS:
            message = f"「{text}」では数が分かりません。上のセルと同じ数を入力してください。"
            return unreadable(message, "N07")
        if has_digit_sign(text):
            message = f"「{text}」は丸数字などの記号です。ふつうの数字で入力してください。"
            return unreadable(message, "N09")
        units = "|".join(map(re.escape, filter(None, (self.column.unit, *UNITS))))
        if match := re.fullmatch(rf"([¥\\]?)({NUMBER})({units})?", plain):
            unit = match[3] or ("円" if match[1] else "")
            repair = "N02" if unit else "N12" if match[2] == text and "," not in text else "N01"
            return self._written(raw, match[2], SAME_UNITS.get(unit, unit), repair)
        if match := re.fullmatch(NEGATIVE, plain):
            return self._negative(raw, match[1])
        return self._refused(raw, plain)

    def _written(self, raw: str, digits: str, unit: str, repair: str) -> Reading:
        """Digits in full width, with commas or a unit, or as text."""
        number = float(digits.replace(",", ""))
        if refused := self._objection(raw, number):
            return refused
        value, own = self._typed(number), self.column.unit
        if unit in ("", own):
            return repaired(raw, value, show(value), repair)
        if MEASURES & {unit, own}:
            return self._refused(raw, f"{digits}{unit}")
        message = (
            f"「{raw}」を「{show(value)}」と読みましたが、単位「{unit}」が付いています。"
            "数を確かめ、数字だけを入力してください。"
        )
        return unsure(value, message, repair, value)

    def _negative(self, raw: str, digits: str | None) -> Reading:
        if digits is None or self.column.kind is int:
            why = "負の数か内訳か分かりません" if digits is None else "負の数です"
            message = f"「{raw}」は{why}。0以上の数だけを、記号を付けずに入力してください。"
            return unreadable(message, "N08")
        value = -float(digits.replace(",", ""))
        return repaired(raw, value, show(value), "N08")

    def _refused(self, raw: str, plain: str) -> Reading:
        meant = meant_by(plain, self.column)
        if meant is not None:
            message = f"「{raw}」は数字だけで入力してください。「{show(meant)}」ではありませんか。"
            return unreadable(message, "N02", self._typed(meant))
        repair, why = why_not(plain)
        return unreadable(f"「{raw}」{why}。", repair)

    def _objection(self, raw: Any, number: float) -> Reading | None:
        """Why a number is none this column can hold."""
        if math.isfinite(number) and (self.column.kind is float or _is_count(number)):
            return None
        repair, why = "N13", "整数ではありません。整数で入力してください"
        if not math.isfinite(number):
            why = "数として読めません。数字だけを入力してください"
        elif number < 0:
            repair, why = "N08", "負の数です。0以上の数を入力してください"
        return unreadable(f"「{show(raw)}」は{why}。", repair)

    def _typed(self, number: float) -> float | int:
        return int(number) if self.column.kind is int else float(number)


def _is_count(number: float) -> bool:
    return number >= 0 and number.is_integer()
