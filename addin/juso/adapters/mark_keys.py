"""What the marks of findings are known by: the sheet, the cells that tell the row, the column."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache, reduce
from typing import Any

from juso.core.cells import EPOCH, to_cell
from juso.core.finding import Finding
from juso.core.sheet import Row, key_index
from juso.core.table import Table
from juso.koshu.register import Register

MOST = 5  # cells that tell a row from others where no column is unique


@cache
def identity(row_type: type[Row]) -> tuple[int, ...]:
    """The columns that tell a row from others: the unique one, else the required leading ones."""
    place = key_index(row_type)
    if row_type.columns[place].unique:
        return (place,)
    leading = next(i for i, c in enumerate((*row_type.columns, None)) if not (c and c.required))
    return tuple(range(min(leading, MOST)))


def mark_key(row: Row, place: int, raw: Mapping[str, Any] | None = None) -> str:
    """What the mark of one cell is known by: 相談受付簿|R7-0001|3, as `mark_formula` makes it.

    `place` is the cell's 0-based Excel column; `raw` has the row's cells, by column key, that
    hold something else than their typed value.
    """
    raw = raw or {}
    columns = type(row).columns
    cells = [
        joined(raw[columns[i].key] if columns[i].key in raw else to_cell(row[i]))
        for i in identity(type(row))
    ]
    own = "|".join(cells) if any(cells) else f"{row.row_number}行目"
    return f"{row.sheet}|{own}|{place + 1}"


def joined(cell: Any) -> str:
    """A cell's value as Excel's & joins it to a text: a day as its number."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, date):
        moment = cell if isinstance(cell, datetime) else datetime.combine(cell, time())
        cell = (moment - datetime.combine(EPOCH, time())) / timedelta(days=1)
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return "" if cell is None else str(cell)


class MarkKeys:
    """What the marks of findings are known by; the rows of a sheet are looked up when asked for."""

    def __init__(self, register: Register) -> None:
        self._tables = {r.sheet: table for r, table in register.tables.items()}
        self._rows: dict[str, dict[int, Row]] = {}
        self._raw: dict[str, dict[int, dict[str, Any]]] = {}

    def of(self, finding: Finding) -> str | None:
        """The key of the finding's cell; None where no cell of a row is meant."""
        table = self._tables.get(finding.sheet)
        if table is None or not finding.cell:
            return None
        if finding.sheet not in self._rows:
            self._rows[finding.sheet] = {row.row_number: row for row in table.rows}
            self._raw[finding.sheet] = _raw_cells(table)
        number, place = _split(finding.cell)
        row = self._rows[finding.sheet].get(number)
        return mark_key(row, place, self._raw[finding.sheet].get(number)) if row else None


def _raw_cells(table: Table[Any]) -> dict[int, dict[str, Any]]:
    """Cells that hold something else than their typed value, by row number and column key."""
    found: dict[int, dict[str, Any]] = {}
    for problem in table.problems:
        found.setdefault(problem.row_number, {})[problem.column.key] = problem.raw
    return found


def _split(cell: str) -> tuple[int, int]:
    """Row number and 0-based column of an address: G12 is (12, 6)."""
    letters = cell.rstrip("0123456789")
    place = reduce(lambda number, letter: 26 * number + ord(letter) - 64, letters, 0)
    return int(cell[len(letters) :]), place - 1
