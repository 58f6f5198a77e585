"""tidy: cells of the register that mean something else than is typed, or have blanks in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from juso.core.cells import Problem, Trouble, to_cell
from juso.core.change import Change
from juso.core.finding import address, brief
from juso.core.read_text import ODD_TEXTS
from juso.core.reading import Broken
from juso.core.sheet import Column, Row
from juso.core.table import CellProblem, Table
from juso.koshu.register import Register
from juso.koshu.sheets import SHEETS
from juso.services.stray import is_short_text, tidied

STRAY = "N35"  # in the table of repairs


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cell that should hold `value`; `is_sure` where what is typed can mean nothing else."""

    row_type: type[Row]
    row_number: int
    key: str  # the row's number
    column: Column
    cell: str  # G12
    raw: Any
    value: Any
    reason: str
    repair: str  # number in the table of repairs
    is_sure: bool


def tidy(register: Register) -> list[Proposal]:
    """Every cell that could be put right, in the order of sheets, rows and columns.

    What the reader of cells took for something else than typed is sure; what it supposed, or
    found next to a choice, is not. Stray blanks are looked for in short texts. Names are kept.
    """
    tables = (register.tables[row_type] for row_type in SHEETS if row_type in register.tables)
    return [proposal for table in tables for proposal in _in_table(table)]


def changes_of(proposals: Iterable[Proposal]) -> list[Change]:
    """What the proposals write, one change for each row; they come in the order of `tidy`."""
    return [
        Change(row_type, number, key, {p.column.key: (p.raw, p.value) for p in of_row})
        for (row_type, number, key), of_row in groupby(
            proposals, key=lambda p: (p.row_type, p.row_number, p.key)
        )
    ]


def _in_table(table: Table[Any]) -> list[Proposal]:
    places = {column.key: place for place, column in enumerate(table.row_type.columns)}
    found = {(p.row_number, places[p.column.key]): p for p in _stray(table)}
    found |= {(p.row_number, places[p.column.key]): p for p in _misread(table)}
    return [found[at] for at in sorted(found)]


def _misread(table: Table[Any]) -> Iterator[Proposal]:
    """The cells with something else in them than they mean, or may mean."""
    if not table.problems:
        return
    rows: Mapping[int, Row] = {row.row_number: row for row in table.rows}
    for cell in table.problems:
        if cell.problem is None or cell.column.is_name:
            continue
        row = rows[cell.row_number]
        value = _meant(cell.column, cell.problem)
        if value is not None and not _is_typed(cell, value):
            problem = cell.problem
            is_sure = problem.trouble is Trouble.REPAIRED
            what = cell.raw, value, brief(problem.message), problem.repair, is_sure
            yield Proposal(*_where(table, row, cell.column), *what)


def _meant(column: Column, problem: Problem) -> Any:
    """The value to propose for the whole cell; None for none."""
    value = problem.proposal
    if column.is_code or not (column.choices or is_short_text(column)):
        return value
    if isinstance(value, tuple):
        return tuple(tidied(part).text for part in value)
    return tidied(value).text if isinstance(value, str) else value


def _is_typed(cell: CellProblem, value: Any) -> bool:
    """Whether writing the value would leave the cell as it is."""
    written = to_cell(value)
    return type(written) is type(cell.raw) and bool(written == cell.raw)


def _stray(table: Table[Any]) -> Iterator[Proposal]:
    """The short texts with blanks, line breaks or control characters in the way."""
    odd = {(p.row_number, p.column.key): p.raw for p in table.problems}
    for place, column in enumerate(table.row_type.columns):
        is_there = is_short_text(column) and column.key in table.positions
        for row in table.rows if is_there else ():
            text = odd.get((row.row_number, column.key), row[place])
            if not isinstance(text, str) or isinstance(text, Broken) or text.isalnum():
                continue
            clean = tidied(text)
            if clean.text not in ("", text) and clean.text not in ODD_TEXTS:
                todo = "1行にしてよいか確かめてください。" if clean.has_break else "取り除きます。"
                reason = f"{'と'.join(clean.found)}があります。{todo}"
                what = text, clean.text, reason, STRAY, not clean.has_break
                yield Proposal(*_where(table, row, column), *what)


def _where(table: Table[Any], row: Row, column: Column) -> tuple[type[Row], int, str, Column, str]:
    cell = address(row.row_number, table.positions[column.key])
    return type(row), row.row_number, row.key, column, cell
