"""How the papers of a meeting word a list, a day, a person's staff: small, shared, pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from juso.core.calendar import era_date, short_date
from juso.koshu.codes import AgendaKind, ItemConclusion
from juso.koshu.meetings import CHOICES

NONE = "なし"


def joined(parts: Iterable[object]) -> str:
    """A、B, or なし."""
    return "、".join(str(p) for p in parts if p) or NONE


def day_in_table(day: date | None) -> str | None:
    """R7.4.1."""
    return short_date(day) if day else None


def day_in_text(day: date | None) -> str | None:
    """令和7年4月1日（火）."""
    return era_date(day, weekday=True) if day else None


def boxes(kind: AgendaKind | None, chosen: ItemConclusion | None = None) -> str:
    """□ 適切　☑ 修正のうえ適切　□ 再検討: the 結論欄 of an item, `chosen` ticked."""
    choices = CHOICES[kind] if kind else ()
    if chosen and chosen not in choices:
        choices = (*choices, chosen)
    return "　".join(f"{'☑' if c is chosen else '□'} {c}" for c in choices) or "□"
