"""提出状況 as blocks of cells for the register's sheet of that name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from juso.adapters.result_blocks import Block
from juso.adapters.wall_signs import PARTLY, RATES, by_window, heading_cells, late, sign
from juso.core.calendar import era_month
from juso.services.tally.completeness import Submission, rates
from juso.services.tally.merged import Merged


def wall_block(merged: Merged) -> Block:
    """The rows of 提出状況: one window or programme each, a mark for every month; then the rates."""
    rows = [_wall_row(merged, code, months) for code, months in by_window(merged).items()]
    by_month = [
        rates(s for s in merged.completeness if s.month == month) for month in merged.year.months
    ]
    lines = zip(RATES, *(found.texts for found in by_month), strict=True)
    return [*rows, *(["", name, "", "", "", *texts, None] for name, *texts in lines)]


def _wall_row(merged: Merged, code: str, months: Sequence[Submission]) -> list[Any]:
    due = [m for m in months if m.is_due]
    required = sum(m.required for m in due)
    filled = sum(m.filled for m in due)
    share = 1000 * filled // required / 1000 if required else None  # 99.96 % is not all of it
    return [*heading_cells(merged, code), *map(_mark, months), share]


def _mark(month: Submission) -> str:
    if not month.is_due:
        return ""
    mark = sign(month)
    words = "一部" if mark == PARTLY else str(month.status)
    if not month.is_submitted:
        return f"{mark}{words}"
    return f"{mark}{words}{late(month)}\n{100 * month.filled // month.required}%"


def wall_opening(merged: Merged, taken_at_text: str) -> Block:
    """The two lines above 提出状況: when it was drawn up, and how many months are missing."""
    late = sum(m.is_due and not m.is_submitted for m in merged.completeness)
    through = f"{era_month(merged.through)}まで" if merged.through else "期限の来た月なし"
    text = f"未提出の月：{late}（窓口・事業ごとに数えて）" if late else "未提出の月はありません。"
    submitted, on_time = rates(merged.completeness).texts
    text += f"　提出率 {submitted}、期限内率 {on_time}"
    return [[f"{taken_at_text} に取り込みました（{merged.year}、{through}）。"], [text]]
