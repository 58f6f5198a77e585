"""〃: the value of the cell above is proposed, never taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from juso.core.column_reader import CellProblem
from juso.core.reading import Problem, show
from juso.core.sheet import Row, blank, column_index

DITTO = "N07"  # in the table of repairs


def with_values_above(
    problems: Iterable[CellProblem], rows: Sequence[Row]
) -> Iterator[CellProblem]:
    """The problems, from the upmost row down; each 〃 with what the cell above it means."""
    places: dict[int, int] = {}
    meant: dict[tuple[str, int], Any] = {}
    for cell in problems:
        if cell.problem is None or cell.problem.repair != DITTO:
            yield cell
            continue
        places = places or {row.row_number: place for place, row in enumerate(rows)}
        place = places[cell.row_number]
        above = _value_above(cell, rows, place, meant)
        meant[cell.column.key, place] = above
        yield cell if above is None else replace(cell, problem=_proposing(cell.problem, above))


def _value_above(
    cell: CellProblem, rows: Sequence[Row], place: int, meant: dict[tuple[str, int], Any]
) -> Any:
    if place == 0:
        return None
    key = cell.column.key
    if (key, place - 1) in meant:
        return meant[key, place - 1]
    value = rows[place - 1][column_index(type(rows[0]), key)]
    return None if value == blank(cell.column) else value


def _proposing(problem: Problem, value: Any) -> Problem:
    shown = "、".join(map(str, value)) if isinstance(value, tuple) else show(value)
    return replace(problem, message=f"{problem.message}上の行は「{shown}」です。", proposal=value)
