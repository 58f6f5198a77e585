"""A cell of a text column: kept as typed, but for what cannot be meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from juso.core.characters import CONTROL, HALF_KANA, PRIVATE, private_message, shortened
from juso.core.reading import (
    ERROR_VALUES,
    Problem,
    Reading,
    Trouble,
    fold,
    repaired,
    show,
    unreadable,
    unsure,
)
from juso.core.sheet import Column
from juso.core.spellings import AS_HYPHEN, DITTOS

TEXT_DITTOS = DITTOS - {"同じ", '"', "”"}  # these may be an answer
_BLANKS = ("", " ", "\u3000")
ODD_TEXTS = ERROR_VALUES | {a + sign + b for sign in TEXT_DITTOS for a in _BLANKS for b in _BLANKS}
"""Free texts that are not taken as typed; neither is one with an ODD character."""

AS_MARK = str.maketrans("◯〇✕✖", "○○××")


def text_reader(column: Column) -> Callable[[Any], Reading]:
    """The function that reads a text of `column`: a name, a sentence, a number of some pattern."""
    if column.pattern:
        return _Patterned(column, re.compile(column.pattern)).read
    return _Reference(column).read if column.refers else _Free(column).read


def _ditto(text: str, column: Column) -> Reading:
    message = f"「{text}」では、この行だけを見たときに値が分かりません。上のセルと同じ値を入力してください。"
    refuse = unreadable if column.required else _missing
    return refuse(message, "N07")


def _missing(message: str, repair: str) -> Reading:
    return unsure(None, message, repair)


@dataclass(frozen=True, slots=True)
class _Free:
    column: Column

    def read(self, raw: Any) -> Reading:
        text = show(raw)
        if isinstance(raw, date | time | timedelta):
            message = (
                f"文字の列に日付や時刻「{text}」が入っています。「3-4」などが自動で日付に変わった"
                "おそれがあるので、確かめてください。"
            )
            return unsure(text, message, "N14")
        if text.strip() in TEXT_DITTOS:
            return _ditto(text.strip(), self.column)
        clean = CONTROL.sub("", text)
        if PRIVATE.search(clean):
            return unsure(clean, private_message(clean), "N31")
        if clean != text:
            message = f"見えない制御文字を除き、「{shortened(clean)}」と読みました。"
            return Reading(clean, Problem(Trouble.REPAIRED, message, "N35", clean))
        if self.column.is_kana and HALF_KANA.search(text):
            message = f"「{text}」は半角カナです。入力どおりに残し、比べるときは全角のかなとして扱います。"
            return Reading(text, Problem(Trouble.REPAIRED, message, "N32"))
        return Reading(text)


@dataclass(frozen=True, slots=True)
class _Reference:
    """The number of a row on another sheet."""

    column: Column

    def read(self, raw: Any) -> Reading:
        text = show(raw)
        if text.strip() in TEXT_DITTOS:
            return _ditto(text.strip(), self.column)
        number = fold(text).translate(AS_HYPHEN).upper()
        if number == text:
            return Reading(text)
        return repaired(raw, number, number, _repair(text, number))


@dataclass(frozen=True, slots=True)
class _Patterned:
    column: Column
    pattern: re.Pattern[str]

    def read(self, raw: Any) -> Reading:
        text = show(raw)
        if self.pattern.fullmatch(text):
            return Reading(text)
        if text.strip() in TEXT_DITTOS:
            return _ditto(text.strip(), self.column)
        folded = fold(text)
        hyphened = folded.translate(AS_HYPHEN)
        for value in (folded, hyphened, hyphened.upper(), folded.translate(AS_MARK)):
            if self.pattern.fullmatch(value):
                return repaired(raw, value, value, _repair(text, value))
        return self._misfit(text, hyphened.upper())

    def _misfit(self, text: str, number: str) -> Reading:
        example = self.column.example
        form = (
            f"「{example}」の形で入力してください。" if example else "正しい形で入力してください。"
        )
        digits = re.search(r"\d+$", example)
        filled = re.sub(r"\d+$", lambda n: n[0].zfill(len(digits[0])) if digits else n[0], number)
        meant = filled if self.pattern.fullmatch(filled) else None
        hint = f"「{meant}」ではありませんか。" if meant else ""
        message = f"「{text}」は書式に合いません。{form}{hint}"
        return Reading(text, Problem(Trouble.MISFIT, message, "N36", meant))


def _repair(text: str, value: str) -> str:
    """The number in the table of repairs of a text in other characters than its value."""
    if "".join(text.split()) == value:
        return "N12"
    if any(c in text for c in "○◯〇×✕✖"):
        return "N34"
    return "N01" if fold(text) == value else "N36"
