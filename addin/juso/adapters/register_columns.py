"""How one column of the register looks: its mark, its formats, its width."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import Enum
from typing import Any

from juso.adapters.styles import (
    BLUE,
    DATE,
    DATETIME,
    GOLD,
    GREY,
    INTEGER,
    LIGHT,
    NAVY,
    PALE,
    PERCENT,
    TEXT,
    TIME,
    lines_in,
    text_width,
)
from juso.core.sheet import Column, Row, key_index


class Mark(Enum):
    """Whether a clerk must fill a column: symbol, heading colours, meaning for the legend."""

    REQUIRED = "●", {"bg_color": NAVY, "font_color": "#FFFFFF", "bold": True}, "必ず入力します"
    CONDITIONAL = "△", {"bg_color": BLUE, "bold": True}, "見出しのメモに書いた場合に入力します"
    OPTIONAL = "・", {"bg_color": PALE}, "分かるときに入力します"
    COMPUTED = "＝", {"bg_color": GREY, "italic": True}, "自動で入ります。入力しません"

    def __init__(self, symbol: str, heading: dict[str, Any], meaning: str) -> None:
        self.symbol = symbol
        self.heading = heading
        self.meaning = meaning


def mark_of(column: Column) -> Mark:
    """The mark of a column; 「必ず」 as its condition makes it required."""
    if column.computed:
        return Mark.COMPUTED
    if column.required or column.when.startswith("必ず"):
        return Mark.REQUIRED
    return Mark.CONDITIONAL if column.when else Mark.OPTIONAL


def heading_format(column: Column) -> dict[str, Any]:
    """The heading: colour by mark, thick frame where the national report asks (太枠)."""
    frame = {"border": 5, "border_color": GOLD} if column.national else {"border": 1}
    return mark_of(column).heading | frame | {"align": "center"}


def cell_format(column: Column) -> dict[str, Any]:
    """The cells below a heading: number format, lock, shade of computed ones."""
    facts: dict[str, Any] = {"locked": column.computed}
    if number_format := _number_format(column):
        facts["num_format"] = number_format
    if column.computed:
        facts["bg_color"] = LIGHT
    if column.kind in (bool, int, date, datetime, time):
        facts["align"] = "center"
    return facts


def _number_format(column: Column) -> str:
    if column.many:
        return ""
    if column.kind is str and not column.choices:
        # Excel turns 0553-00-0000, 1-2-3 and 7-12 into numbers and dates unless told not to;
        # long texts stay General, whose wrapping has no length limit.
        return "" if column.width >= 20 else TEXT
    if column.kind is float and column.formula:
        return PERCENT
    return {date: DATE, datetime: DATETIME, time: TIME, int: INTEGER}.get(column.kind, "")


def stray_format(column: Column, value: Any) -> dict[str, Any]:
    """How Excel leaves a day where none belongs, and the number of a day where one does."""
    is_day_column = column.kind in (date, datetime)
    if isinstance(value, date) and not is_day_column:
        return {"num_format": DATE, "locked": False}
    if isinstance(value, int | float) and is_day_column:
        return {"num_format": INTEGER, "locked": False}
    return {}


def column_width(column: Column) -> float:
    """Width in half-width characters that fits the heading in two lines and the usual content."""
    heading = text_width(column.label)
    needed = heading if heading <= 12 else -(-heading // 2) + 2
    return max(column.width or _content_width(column), needed + 1, 7)


def _content_width(column: Column) -> float:
    if column.many:
        return 24
    if column.is_code:
        return min(max(text_width(str(member)) for member in column.kind) + 3, 24)  # type: ignore[attr-defined]
    if column.kind is str:
        return len(column.example) + 3 if column.pattern else 15
    return {date: 17, datetime: 24, time: 8, bool: 8}.get(column.kind, 10)


def heading_height(columns: tuple[Column, ...]) -> float:
    """Height in points of a heading row, with a line left for the filter buttons."""
    lines = max(lines_in(c.label, column_width(c) - 1) for c in columns)
    return 14.0 * lines + 18


def key_columns(row_type: type[Row]) -> int:
    """How many leading columns stay in view and repeat on each printed page."""
    columns = row_type.columns
    count = key_index(row_type) + 1
    while columns[count].refers or (columns[count].kind is int and "番号" in columns[count].label):
        count += 1
    return count
