"""What a typed cell of a monthly form means: 0, nothing (－), unknown and blank stay apart.

A number is taken only when the whole cell is one; every other spelling is said to be
unreadable, never counted as 0 (総務省「統計表における機械判読可能なデータの表記方法の統一ルール」).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from juso.core.cells import show
from juso.core.characters import UNSEEN
from juso.core.codelist import CodeList
from juso.core.spellings import (
    DASHES,
    DITTOS,
    ERROR,
    MASKS,
    MEASURES,
    NEGATIVE,
    ROUGH,
    SAME_UNITS,
    SEVERAL,
    UNITS,
    UNKNOWN_WORDS,
    WITH_UNIT,
    has_digit_sign,
)
from juso.koshu.tally.item import TallyItem

Number = int | float


class State(CodeList):
    """What stands behind a figure."""

    VALUE = "値"
    NONE = "皆無", "「－」と書かれたもの。値は0"
    BLANK = "未入力"
    UNKNOWN = "不詳"
    FAULT = "誤り"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A cell's figure; `rule` and `message` where it was not plainly one."""

    value: Number | None
    state: State
    rule: str = ""
    message: str = ""


LARGEST = 10_000_000_000  # no count and no sum of money of a month is as large
BEFORE_UNIT = re.compile(r"(?<=\d)[ \t\n]+(?=\D+$)")  # 12 件
FORMULA_TEXT = "は数式が文字のまま入っています。セルの書式を「標準」に直して数式を入れ直すか、数字を入力してください"
JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f]")
LOOK_LIKE_DIGITS = str.maketrans({"O": "0", "o": "0", "〇": "0", "l": "1", "I": "1", "|": "1"})
KANJI_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
KANJI_NUMBER = re.compile(
    "(?:([一二三四五六七八九]?)百)?(?:([一二三四五六七八九]?)十)?([〇零一二三四五六七八九]?)"
)
NOTE, FAULT, BROKEN = "TALLY-005", "TALLY-006", "TALLY-007"
UNKNOWN, OTHER_UNIT = "TALLY-008", "TALLY-009"


def read_value(raw: Any, item: TallyItem) -> Meaning:
    """The meaning of one cell of `item`'s row."""
    if isinstance(raw, bool):
        return _fault(raw, "は数ではありません。数字を入力してください")
    if isinstance(raw, int | float):
        return _number(raw, raw, item)
    if isinstance(raw, date | time | timedelta):
        return _fault(
            raw,
            "は日付や時刻です。自動で日付に変わったおそれがあるので、数字を入力し直してください",
        )
    text = "" if raw is None else _visible(str(raw)).lstrip("'’").strip()
    if not text:
        return Meaning(None, State.BLANK)
    if set(text) <= DASHES:
        return Meaning(0, State.NONE)
    return _text(raw, text, item)


def _visible(text: str) -> str:
    """A text without what nobody sees, such as a zero-width space."""
    return text.strip() if text.isascii() else JOINERS.sub("", UNSEEN.sub("", text)).strip()


def _text(raw: Any, text: str, item: TallyItem) -> Meaning:
    if text in UNKNOWN_WORDS:
        message = f"「{text}」は不詳として扱い、合計に入れません。分かったら数を入力してください。"
        return Meaning(None, State.UNKNOWN, UNKNOWN, message)
    if has_digit_sign(text):
        return _fault(raw, "は丸数字などの記号です。ふつうの数字で入力してください")
    plain = unicodedata.normalize("NFKC", text)
    if match := re.fullmatch(WITH_UNIT, BEFORE_UNIT.sub("", plain)):
        return _written(raw, match[1], match[2] or "", item)
    if match := re.fullmatch(NEGATIVE, plain):
        return _negative(raw, match[1] or match[2], item)
    if re.search(ERROR, plain):
        message = f"「{show(raw)}」はエラー値です。数式を直すか、数字を入力してください。"
        return Meaning(None, State.FAULT, BROKEN, message)
    return _fault(raw, _why_not(plain) if plain[0] != "=" else FORMULA_TEXT)


def _why_not(plain: str) -> str:
    if plain in MASKS:
        return "のように伏せた値は集計できません。実際の数を入力してください"
    if plain in DITTOS:
        return "では数が分かりません。上と同じ数を入力してください"
    if re.search(ROUGH, plain):
        return "はおよその数です。確かな数を入力するか、分からなければ「不詳」と入力してください"
    if re.search(rf"{SEVERAL}|\d\s+\d", plain):
        return "は1つのセルに2つ以上の数が入っています。この行の数だけを入力し、内訳は内訳の行に入力してください"
    if meant := _meant(plain):
        return f"は数として読めません。もしかして「{meant}」ではありませんか。半角の数字で入力してください"
    return "は数として読めません。数字を入力してください。0件なら「0」又は「－」です"


def _meant(plain: str) -> str:
    """The digits that 十二 or 1O seem to stand for; '' for other text. Said, never taken."""
    text = re.sub(rf"(?:{'|'.join(UNITS)})$", "", plain)
    if text and (match := KANJI_NUMBER.fullmatch(text)):
        hundreds, tens = (KANJI_DIGITS.get(digit or "一", 1) for digit in match.group(1, 2))
        number = hundreds * 100 * ("百" in text) + tens * 10 * ("十" in text)
        return str(number + KANJI_DIGITS.get(match[3], 0))
    digits = text.translate(LOOK_LIKE_DIGITS)
    if digits.isdecimal() and digits != text and re.search(r"\d|^[Ool〇]$", text):
        return digits
    return ""


def _written(raw: Any, digits: str, unit: str, item: TallyItem) -> Meaning:
    """A number typed as text, in full width, with commas or a unit."""
    meaning = _number(raw, float(digits.replace(",", "")), item)
    if meaning.state is State.FAULT:
        return meaning
    read_as = f"「{show(raw)}」を「{show(float(meaning.value or 0))}」と解釈しました。"
    unit = SAME_UNITS.get(unit, unit)
    if unit not in ("", item.unit) and MEASURES & {unit, item.unit}:
        return _fault(
            raw, f"は単位がこの行の「{item.unit}」と違います。{item.unit}の数で入力してください"
        )
    if unit not in ("", item.unit):
        message = (
            f"{read_as}単位「{unit}」がこの行の「{item.unit}」と違うので、数を確かめてください。"
        )
        return Meaning(meaning.value, State.VALUE, OTHER_UNIT, message)
    return Meaning(meaning.value, State.VALUE, NOTE, read_as)


def _negative(raw: Any, digits: str, item: TallyItem) -> Meaning:
    if "(" in str(raw) or "（" in str(raw):
        return _fault(
            raw, "は負の数か再掲か分かりません。この行の数だけを、かっこを付けずに入力してください"
        )
    meaning = _number(raw, -float(digits.replace(",", "")), item)
    if meaning.state is State.FAULT:
        return meaning
    message = f"「{show(raw)}」を「{show(meaning.value)}」と解釈しました。"
    return Meaning(meaning.value, State.VALUE, NOTE, message)


def _number(raw: Any, number: float, item: TallyItem) -> Meaning:
    if number < 0 and not item.signed:
        return _fault(raw, "は負の数です。0以上の数を入力してください")
    if not abs(number) < LARGEST:  # infinity and what is no number too
        return _fault(raw, "は大きすぎます。桁を確かめ、数字を入力し直してください")
    if float(number).is_integer():
        return Meaning(int(number), State.VALUE)
    if item.decimals:
        return Meaning(float(number), State.VALUE)
    return _fault(raw, "は小数です。整数で入力してください")


def _fault(raw: Any, sentence: str) -> Meaning:
    return Meaning(None, State.FAULT, FAULT, f"「{show(raw)}」{sentence}。")
