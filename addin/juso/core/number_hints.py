"""What a text that is no number probably means, and why it is none."""

from __future__ import annotations

import re
import unicodedata

from juso.core.sheet import Column
from juso.core.spellings import NUMBER, ROUGH, SAME_UNITS, SEVERAL

_YEN = rf"月?(?:({NUMBER})万)?(?:(\d)千)?({NUMBER})?(千)?円?"
_REASONS = (
    (r"^(?:[x*]+|秘匿)$", "N06", "のように伏せた値は使えません。実際の数を入力してください"),
    (ROUGH, "N10", "はおよその数です。確かな数だけを入力してください"),
    (r"^\d+\D*/\D+$", "N02", "は回数と期間が一緒です。数だけを入力してください"),
    (
        rf"{SEVERAL}|\d[\s\-]+\d",
        "N11",
        "は1つのセルに2つ以上の数が入っています。1つだけを入力し、残りは備考などに入力してください",
    ),
)


def why_not(plain: str) -> tuple[str, str]:
    """The number in the table of repairs, and why a text is no number; after NFKC."""
    for pattern, repair, reason in _REASONS:
        if re.search(pattern, plain, re.IGNORECASE):
            return repair, reason
    return "", "は数として読めません。数字だけを入力してください"


def meant_by(plain: str, column: Column) -> float | None:
    """8万円 and 120千円 in a column of 円, 三人 in one of 人; None for what cannot be told."""
    return _yen(plain) if column.unit == "円" else _counted(plain, column.unit)


def _yen(plain: str) -> float | None:
    match = re.fullmatch(_YEN, plain)
    if not match or not (match[1] or match[2] or match[4]):
        return None
    large, thousands, rest = (float((n or "0").replace(",", "")) for n in match.groups()[:3])
    yen = large * 10_000 + thousands * 1_000 + rest * (1_000 if match[4] else 1)
    return yen if yen.is_integer() else None


def _counted(plain: str, unit: str) -> float | None:
    digit, rest = plain[:1], plain[1:]
    if digit.isascii() or (rest and SAME_UNITS.get(rest, rest) != unit):
        return None
    return unicodedata.numeric(digit, None)
