"""Changes to the register as rectangles of cells of the open workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from juso.adapters.cell_entry import GENERAL
from juso.adapters.live_book import LiveBook, same_value
from juso.adapters.mark_keys import identity
from juso.adapters.patch import Patch, patch_of
from juso.adapters.register_columns import cell_format
from juso.core.cells import to_cell
from juso.core.change import Change
from juso.core.errors import JusoError
from juso.core.sheet import Column, Row
from juso.core.table import Table
from juso.koshu.register import Register

Seen = Callable[[type[Row], int], Sequence[Any]]  # the cells of an Excel row of a sheet
Places = list[tuple[str, int]]  # column keys with their 0-based places, side by side


def patches_for(
    book: LiveBook, changes: Sequence[Change], register: Register, seen: Seen
) -> list[Patch]:
    """The rectangles that carry out `changes`; new rows go below the last one of their sheet.

    `seen` gives a row's cells as they were read. JusoError where they have changed since, as
    they may while a dialog is open. Only cells a clerk may type in are touched, so a sheet's
    protection need not be lifted.
    """
    patches: list[Patch] = []
    for row_type, found in groupby(changes, key=lambda change: change.row_type):
        group = list(found)
        table = register.tables[row_type]
        for change in group:
            if not change.is_new:
                _must_be_as(book, change, seen(row_type, change.row_number))
                patches += _changed_cells(book, table, change)
        if new := [change for change in group if change.is_new]:
            patches += _new_rows(book, table, new)
    return patches


def _changed_cells(book: LiveBook, table: Table[Any], change: Change) -> Iterator[Patch]:
    for run in _runs(table, change.cells):
        cells = [[to_cell(change.cells[key][1]) for key, _ in run]]
        place = table.row_type.sheet, change.row_number, run[0][1] + 1
        yield patch_of(book, place, cells, _naming(table), _formats(table, run))


def _new_rows(book: LiveBook, table: Table[Any], changes: Sequence[Change]) -> Iterator[Patch]:
    keys = dict.fromkeys(key for change in changes for key in change.cells)
    for run in _runs(table, keys):
        cells = [
            [to_cell(change.cells.get(key, (None, None))[1]) for key, _ in run]
            for change in changes
        ]
        place = table.row_type.sheet, table.next_row, run[0][1] + 1
        patch = patch_of(book, place, cells, _naming(table), _formats(table, run))
        if any(value != "" for line in patch.old for value in line):
            raise _moved(table.row_type, table.next_row)
        yield patch


def _naming(table: Table[Any]) -> list[int]:
    """The Excel columns, from 1, whose cells tell the rows of a sheet apart."""
    row_type: type[Row] = table.row_type
    columns = (row_type.columns[index] for index in identity(row_type))
    return [_place(table, column.key) + 1 for column in columns]


def _must_be_as(book: LiveBook, change: Change, seen: Sequence[Any]) -> None:
    (now,) = book.block(change.row_type.sheet, change.row_number, 1, 1, len(seen))
    if not all(map(same_value, now, seen)):
        raise _moved(change.row_type, change.row_number)


def _moved(row_type: type[Row], row: int) -> JusoError:
    return JusoError(
        f"「{row_type.sheet}」シートの{row}行目が、読んだ後で変わりました。"
        "書き込まずに終わりました。もう一度押してください。"
    )


def _runs(table: Table[Any], keys: Iterable[str]) -> Iterator[Places]:
    """Columns that stand side by side."""
    typed = {column.key for column in table.row_type.columns if not column.computed}
    places = sorted((_place(table, key), key) for key in keys if key in typed)
    for _, run in groupby(enumerate(places), key=lambda numbered: numbered[1][0] - numbered[0]):
        yield [(key, place) for _, (place, key) in run]


def _column(table: Table[Any], key: str) -> Column:
    row_type: type[Row] = table.row_type
    return next(column for column in row_type.columns if column.key == key)


def _place(table: Table[Any], key: str) -> int:
    if key in table.positions:
        return table.positions[key]
    raise JusoError(
        f"「{table.row_type.sheet}」シートに見出し「{_column(table, key).label}」の列がないため、"
        "書き込めません。見出しを戻してから、もう一度お試しください。"
    )


def _formats(table: Table[Any], run: Places) -> list[str]:
    """The number formats the columns of a run are made with."""
    made = (cell_format(_column(table, key)).get("num_format", "") for key, _ in run)
    return [number_format or GENERAL for number_format in made]
