"""Rectangles of cells, counted from 0, ends included."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple, Self

LAST_ROW, LAST_COLUMN = 1_048_575, 16_383
CELLS = re.compile(r"\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?", re.I)


class Area(NamedTuple):
    """A rectangle of one sheet."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def cell(cls, row: int, column: int) -> Self:
        return cls(row, column, row, column)

    @classmethod
    def of(cls, address: Any) -> Self:
        """From what LibreOffice calls a CellRangeAddress."""
        return cls(address.StartRow, address.StartColumn, address.EndRow, address.EndColumn)

    @classmethod
    def named(cls, text: str) -> Self | None:
        """From G12, $G$12:$H$14, A:C or 3:5; None when it is none of these."""
        match = CELLS.fullmatch(text)
        if match is None or not text:
            return None
        left, top, right, bottom = match.groups()
        if right is None and bottom is None:
            right, bottom = left, top
        if (bool(left), bool(top)) != (bool(right), bool(bottom)):
            return None
        rows = (int(top) - 1, int(bottom) - 1) if top else (0, LAST_ROW)
        columns = (_number(left), _number(right)) if left else (0, LAST_COLUMN)
        return cls(min(rows), min(columns), max(rows), max(columns))

    @property
    def height(self) -> int:
        return self.bottom - self.top + 1

    @property
    def width(self) -> int:
        return self.right - self.left + 1

    @property
    def position(self) -> tuple[int, int, int, int]:
        """As LibreOffice wants it: left, top, right, bottom."""
        return self.left, self.top, self.right, self.bottom

    @property
    def address(self) -> str:
        """`$G$12`, `$G$12:$H$14`."""
        first, last = _name(self.top, self.left), _name(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    def around(self, other: Area) -> Area:
        """The smallest area with both in it."""
        return Area(
            min(self.top, other.top),
            min(self.left, other.left),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )

    def moved(self, rows: int, columns: int) -> Area:
        """The same shape elsewhere."""
        return Area(self.top + rows, self.left + columns, self.bottom + rows, self.right + columns)

    def halves(self) -> list[Area]:
        """Two areas that make up this one, which has more than one cell: its columns first."""
        if self.width > 1:
            middle = (self.left + self.right) // 2
            return [self._replace(right=middle), self._replace(left=middle + 1)]
        middle = (self.top + self.bottom) // 2
        return [self._replace(bottom=middle), self._replace(top=middle + 1)]


def columns_of(cells: Iterable[tuple[int, int]]) -> list[Area]:
    """One area a column, from the first to the last of the cells (row, column) in it."""
    found: dict[int, Area] = {}
    for row, column in cells:
        cell = Area.cell(row, column)
        found[column] = found[column].around(cell) if column in found else cell
    return list(found.values())


def runs_of(cells: Iterable[tuple[int, int]]) -> list[Area]:
    """The cells (row, column) as areas one column wide that hold them and nothing else."""
    runs: list[Area] = []
    for column, row in sorted((column, row) for row, column in cells):
        if runs and runs[-1].right == column and runs[-1].bottom == row - 1:
            runs[-1] = runs[-1]._replace(bottom=row)
        else:
            runs.append(Area.cell(row, column))
    return runs


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _name(row: int, column: int) -> str:
    letters = ""
    while column >= 0:
        column, last = divmod(column, 26)
        letters, column = chr(ord("A") + last) + letters, column - 1
    return f"${letters}${row + 1}"
