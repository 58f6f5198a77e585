"""The rows of a sheet with what only looks empty in them laid open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from python_calamine import CalamineSheet

from juso.adapters.hidden_cells import Place
from juso.core.cells import Broken

MERGED = "結合"
WIDEST = 10_000  # cells of a merged range that is looked at


def merged_cells(sheet: CalamineSheet) -> dict[Place, Place]:
    """Each cell that a merged one covers, and the cell that holds the value of both."""
    covered: dict[Place, Place] = {}
    for first, last in sheet.merged_cell_ranges or ():
        height, width = last[0] - first[0] + 1, last[1] - first[1] + 1
        if height * width <= WIDEST:
            holder = (first[0] + 1, first[1])
            cells = product(range(holder[0], last[0] + 2), range(first[1], last[1] + 1))
            covered |= dict.fromkeys(cells, holder)
            del covered[holder]
    return covered


def laid_open(
    rows: Iterable[list[Any]], hidden: Mapping[Place, str], covered: Mapping[Place, Place]
) -> Iterable[list[Any]]:
    """The rows of a sheet with `Broken` for what only looks empty.

    A covered cell is one where the merged cell has a value.
    """
    if not (hidden or covered):
        return rows
    wanted: dict[int, list[int]] = {}
    for number, column in (*hidden, *covered):
        wanted.setdefault(number, []).append(column)
    return _with_broken(rows, hidden, covered, wanted)


def _with_broken(
    rows: Iterable[list[Any]],
    hidden: Mapping[Place, str],
    covered: Mapping[Place, Place],
    wanted: Mapping[int, list[int]],
) -> Iterator[list[Any]]:
    holders: dict[int, set[int]] = {}
    for number, column in covered.values():
        holders.setdefault(number, set()).add(column)
    held: set[Place] = set()
    for number, row in enumerate(rows, start=1):
        if holders and (columns := holders.get(number)):
            held |= {(number, c) for c in columns if c < len(row) and row[c] != ""}
        for column in wanted.get(number, ()):
            at = number, column
            text = hidden.get(at) or (MERGED if covered.get(at) in held else "")
            if text and column < len(row) and row[column] == "":
                row[column] = Broken(text)
        yield row
