"""The frame of one form: its file, its months and their columns, for whatever reads its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from juso.core.calendar import Month
from juso.core.finding import address
from juso.koshu.tally.cover import TALLY_SHEET
from juso.koshu.tally.reading import Spot

Faults = Mapping[tuple[int, int], str]  # row and 0-based column -> #REF!, =SUM(…) or 結合


@dataclass(frozen=True, slots=True)
class Frame:
    """One form being read; `due` counts the months from April to the 提出対象月."""

    file: str
    form: str
    months: tuple[Month, ...]  # April to March
    columns: tuple[int | None, ...]  # 0-based Excel column of each month
    total: int | None  # 0-based column of 計
    due: int
    faults: Faults
    sheet: str = TALLY_SHEET

    def month_spot(self, code: str, row: int, place: int, value: str) -> Spot:
        """One month's cell of a row: W1/A01/R7.4; `place` counts months from April."""
        column, month = self.columns[place], self.months[place]
        key = "/".join(filter(None, (self.form, code, str(month))))
        cell = "" if column is None else address(row, column)
        return Spot(self.sheet, cell, key, month.label, value)

    def column_spot(self, code: str, cell: str, column: str, value: str) -> Spot:
        """A cell that belongs to no month: W1/A01."""
        key = "/".join(filter(None, (self.form, code)))
        return Spot(self.sheet, cell, key, column, value)
