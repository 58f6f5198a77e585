"""A cell of a ○ column: ○ or nothing, and what else people write for yes and no."""

from __future__ import annotations

from typing import Any

from juso.core.reading import Problem, Reading, Trouble, fold, repaired, show
from juso.core.spellings import DASHES, DITTOS

YES = frozenset("○◯〇◎●☑✓✔レ1") | {"有", "はい", "あり", "TRUE"}
NO = frozenset("×✕✖☒☐□無0") | {"いいえ", "なし", "無し", "FALSE"}


def read_yes(raw: Any) -> Reading:
    """Only ○ is plain: filters and formulas of the register look for it."""
    if raw is True or raw == "○":
        return Reading(True)
    if raw is False:
        return Reading(False)
    text = show(raw).strip()
    plain = fold(text).upper()
    if text in YES or plain in YES:
        return repaired(raw, True, "○", "N34")
    if set(text) <= DASHES or text in NO or plain in NO:
        message = f"「{text}」を空欄（当てはまらない）と解釈しました。"
        repair = "N03" if set(text) <= DASHES else "N34"
        return Reading(False, Problem(Trouble.REPAIRED, message, repair, False))
    message = f"「{text}」は「○」又は空欄にしてください。"
    repair = "N07" if text in DITTOS else "N34"
    return Reading(False, Problem(Trouble.NOT_A_CHOICE, message, repair))
