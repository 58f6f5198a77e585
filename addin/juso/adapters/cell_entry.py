"""How values are put into cells so that the cells hold them, whatever their number format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from juso.adapters.live_book import LiveBook, as_text, share_of_day
from juso.adapters.styles import TEXT

GENERAL = "General"

Given = tuple[int, int, str, str]  # line, place, number format the cell has and the one it gets


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Cells of a sheet that are about to be written, and what stands in them."""

    book: LiveBook
    sheet: str
    row: int
    column: int
    old: Sequence[Sequence[Any]]
    of_column: dict[int, str] = field(default_factory=dict)

    def number_format(self, line: int, place: int) -> str:
        """The number format of one cell; a column of one format is asked for once."""
        if place not in self.of_column:
            whole = self.row, self.column + place, len(self.old), 1
            self.of_column[place] = self.book.number_format(self.sheet, *whole)
        one = self.row + line, self.column + place, 1, 1
        return self.of_column[place] or self.book.number_format(self.sheet, *one)


def fitted(
    cells: Rectangle, values: Sequence[Sequence[Any]], formats: Sequence[str]
) -> tuple[list[list[Any]], list[Given]]:
    """The values as they are put into the cells, and the number formats some cells get first.

    Excel makes a text of whatever is put into a cell formatted as text, and reads a text that
    is put into another. `formats` are those meant for the columns.
    """
    new: list[list[Any]] = [list(line) for line in values]
    given: list[Given] = []
    for i, line in enumerate(values):
        for j, value in enumerate(line):
            if isinstance(value, str):
                new[i][j] = _entry(cells, i, j, value)
            elif value is not None:
                new[i][j] = share_of_day(value) if isinstance(value, time) else value
                now = cells.number_format(i, j)
                if now != formats[j] and (now == TEXT or _becomes_day(cells.old[i][j], value)):
                    given.append((i, j, now, formats[j]))
    return new, given


def _entry(cells: Rectangle, line: int, place: int, text: str) -> str:
    """A text with an apostrophe where Excel would read it."""
    read = as_text(text)
    is_free = read == text or text.startswith("'")
    return read if is_free or cells.number_format(line, place) != TEXT else text


def _becomes_day(old: Any, value: Any) -> bool:
    """Whether a number or text becomes a day; its cell may show numbers, or a year only."""
    return isinstance(value, date) and old != "" and not isinstance(old, date)
