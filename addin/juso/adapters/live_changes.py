"""Changes to the register as rectangles of cells of the open workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from juso.adapters.journal import Patch, patch_of
from juso.adapters.live_book import LiveBook
from juso.core.cells import to_cell
from juso.core.change import Change
from juso.core.errors import JusoError
from juso.core.sheet import Row
from juso.core.table import Table
from juso.koshu.register import Register

FORMULA = ("=", "+", "-", "@")  # what Excel would take a text for


def patches_for(book: LiveBook, changes: Sequence[Change], register: Register) -> Iterator[Patch]:
    """The rectangles that carry out `changes`; new rows go below the last one of their sheet.

    Only cells a clerk may type in are touched, so a sheet's protection need not be lifted.
    """
    for row_type, found in groupby(changes, key=lambda change: change.row_type):
        group = list(found)
        table = register.tables[row_type]
        for change in group:
            if not change.is_new:
                yield from _changed_cells(book, table, change)
        if new := [change for change in group if change.is_new]:
            yield from _new_rows(book, table, new)


def _changed_cells(book: LiveBook, table: Table[Any], change: Change) -> Iterator[Patch]:
    for run in _runs(table, change.cells):
        cells = [[_written(change.cells[key][1]) for key, _ in run]]
        yield patch_of(book, table.row_type.sheet, change.row_number, run[0][1] + 1, cells)


def _new_rows(book: LiveBook, table: Table[Any], changes: Sequence[Change]) -> Iterator[Patch]:
    first = 1 + max((row.row_number for row in table.rows), default=table.header_row)
    keys = dict.fromkeys(key for change in changes for key in change.cells)
    for run in _runs(table, keys):
        cells = [
            [_written(change.cells.get(key, (None, None))[1]) for key, _ in run]
            for change in changes
        ]
        yield patch_of(book, table.row_type.sheet, first, run[0][1] + 1, cells)


def _runs(table: Table[Any], keys: Iterable[str]) -> Iterator[list[tuple[str, int]]]:
    """Columns that stand side by side, as lists of (key, 0-based place)."""
    typed = {column.key for column in table.row_type.columns if not column.computed}
    places = sorted((_place(table, key), key) for key in keys if key in typed)
    for _, run in groupby(enumerate(places), key=lambda numbered: numbered[1][0] - numbered[0]):
        yield [(key, place) for _, (place, key) in run]


def _place(table: Table[Any], key: str) -> int:
    if key in table.positions:
        return table.positions[key]
    row_type: type[Row] = table.row_type
    label = next(column.label for column in row_type.columns if column.key == key)
    raise JusoError(
        f"「{row_type.sheet}」シートに見出し「{label}」の列がないため、書き込めません。"
        "見出しを戻してから、もう一度お試しください。"
    )


def _written(value: Any) -> Any:
    """A typed value as it goes into a cell; a text stays a text."""
    cell = to_cell(value)
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
