"""What reading one cell gives: a typed value, and a problem where the cell is not plain.

A problem bears the number it has in the table of repairs (N01 … N46).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from juso.core.characters import UNSEEN

ERROR_VALUES = frozenset(
    {"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
    | {"#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#EXTERNAL!"}
)


class Trouble(Enum):
    """Why a cell is not taken as it stands."""

    UNREADABLE = "読めない値"
    UNSURE = "確かでない読み替え"
    NOT_A_CHOICE = "選択肢にない値"
    MISFIT = "書式に合わない値"
    REPAIRED = "読み替えた値"


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble with a cell, and the sentence that says so."""

    trouble: Trouble
    message: str
    repair: str = ""  # number in the table of repairs: N01 … N46
    proposal: Any = None  # the typed value meant, or supposed; None where there is none to propose


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell means: the typed value, and a problem where it is not plain."""

    value: Any
    problem: Problem | None = None


class Broken(str):
    """What a cell holds that a reader of files sees empty.

    An error value (#REF!), a formula nobody has calculated (=A1+1), or 結合 for a cell that is
    covered by a merged one.
    """

    __slots__ = ()


def fold(text: str) -> str:
    """Search key of a label or choice: width folded, no white space; never stored."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def is_blank(raw: Any) -> bool:
    """Nothing typed, or nothing that can be seen."""
    return raw is None or (isinstance(raw, str) and not UNSEEN.sub("", raw).strip())


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


def said(raw: Any, value: Any, shown: str, repair: str) -> Problem:
    """How a cell was read that can mean nothing else (参考)."""
    message = f"「{show(raw)}」を「{shown}」と解釈しました。"
    if show(raw) == shown:
        message = f"「{shown}」が文字として入力されていますが、そのまま解釈しました。"
    return Problem(Trouble.REPAIRED, message, repair, value)


def repaired(raw: Any, value: Any, shown: str, repair: str) -> Reading:
    """A value that the cell cannot but mean, with the word about it."""
    return Reading(value, said(raw, value, shown, repair))


def unsure(value: Any, message: str, repair: str, proposal: Any = None) -> Reading:
    """A value that is supposed and has to be confirmed (要確認); None where none is supposed."""
    return Reading(value, Problem(Trouble.UNSURE, message, repair, proposal))


def unreadable(message: str, repair: str = "", proposal: Any = None, value: Any = None) -> Reading:
    """No value (要修正); `value` is what an empty cell of the column means."""
    return Reading(value, Problem(Trouble.UNREADABLE, message, repair, proposal))


def broken(raw: str, value: Any, *, required: bool) -> Reading | None:
    """The refusal of an error value or of a cell that only looks empty; None for other text."""
    if raw.strip() in ERROR_VALUES:
        message = f"「{raw.strip()}」はエラー値です。数式を直すか、値を入力し直してください。"
        return unreadable(message, "N16", value=value)
    if not isinstance(raw, Broken):
        return None
    if raw.startswith("="):
        message = (
            f"数式「{raw}」の計算結果がありません。Excel で開いて再計算（F9）し、保存し直すか、"
            "値を入力してください。"
        )
        return unreadable(message, "N15", value=value)
    message = "結合したセルの中にあり、値が分かりません。結合を解除して、行ごとに入力してください。"
    if required:
        return unreadable(message, "N17", value=value)
    return unsure(value, message, "N17")
