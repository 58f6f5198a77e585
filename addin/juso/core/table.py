"""A worksheet's raw cells to typed rows, column by column: each distinct value is read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from itertools import chain, islice
from operator import itemgetter
from typing import Any, Generic, TypeVar

from juso.core.cells import Broken, Choices, Trouble, fold, is_blank, show
from juso.core.column_reader import CellProblem, ColumnReader
from juso.core.dittos import with_values_above
from juso.core.free_text import FreeText
from juso.core.sheet import Column, Row

__all__ = ["BAD", "CHUNK", "HEADER_DEPTH", "CellProblem", "Table", "match_header", "read_table"]

R = TypeVar("R", bound=Row)
HEADER_DEPTH = 10  # rows in which the headings are looked for
CHUNK = 128  # rows read at a time
BAD = frozenset({Trouble.UNREADABLE, Trouble.NOT_A_CHOICE})


@dataclass(slots=True)
class Table(Generic[R]):
    """The rows of one sheet, where each column stands, and what could not be read."""

    row_type: type[R]
    rows: Sequence[R] = ()
    positions: dict[str, int] = field(default_factory=dict)  # field name -> 0-based Excel column
    problems: list[CellProblem] = field(default_factory=list)
    header_row: int = 1
    missing: list[Column] = field(default_factory=list)  # declared, but no such heading
    unknown: list[tuple[int, str, str]] = field(default_factory=list)  # place, heading, near label
    doubled: list[tuple[int, str]] = field(default_factory=list)  # the same heading again
    watched: list[tuple[int, Column]] = field(
        default_factory=list
    )  # cells with what was watched for

    @property
    def next_row(self) -> int:
        """The Excel row below the last one with anything typed in it."""
        return 1 + max((row.row_number for row in self.rows), default=self.header_row)

    @property
    def gaps(self) -> dict[int, frozenset[str]]:
        """Row number -> required columns that are empty or unreadable there."""
        found: dict[int, set[str]] = {}
        for p in self.problems:
            if p.column.required and (p.problem is None or p.problem.trouble in BAD):
                found.setdefault(p.row_number, set()).add(p.column.key)
        absent = {c.key for c in self.missing if c.required}
        if absent:
            for row in self.rows:
                found.setdefault(row.row_number, set()).update(absent)
        return {number: frozenset(keys) for number, keys in found.items()}


def read_table(
    row_type: type[R],
    cells: Iterable[Sequence[Any]],
    lists: Mapping[str, Choices],
    watch: Callable[[str], bool] | None = None,
) -> Table[R]:
    """Read a sheet by its headings, which stand in one of its first rows.

    `cells` are the sheet's rows from A1; rows with nothing typed in any declared column that is
    not computed are skipped. `lists` holds the open lists by name. Free text for which `watch`
    says so is noted in `watched`. Chunks of rows stay in the processor's cache: the text of
    30,000 contacts is looked at once, while it is warm.
    """
    table = Table(row_type)
    body = iter(cells)
    opening = list(islice(body, HEADER_DEPTH))
    table.header_row = _header_row(row_type, opening)
    match_header(table, opening[table.header_row - 1] if opening else ())
    body = chain(opening[table.header_row :], body)
    readers = [
        ColumnReader(column, lists.get(column.choices, ()), _place(table, column), table.problems)
        for column in row_type.columns
    ]
    given = [r.place for r in readers if r.place is not None]
    free_text = FreeText(readers, table.watched, watch)
    rows: list[R] = []
    build = partial(tuple.__new__, row_type)
    first = table.header_row + 1
    while chunk := list(islice(body, CHUNK)):
        numbers, kept = _typed_rows(chunk, first, given)
        first += len(chunk)
        if kept:
            raw = list(zip(*kept, strict=True))
            is_odd = free_text.look(raw, numbers)
            values = [r.read(raw, numbers, is_odd=is_odd) for r in readers]
            rows += map(build, zip(*values, numbers, strict=True))
    table.rows = rows
    table.problems.sort(key=lambda p: p.row_number)
    table.problems[:] = with_values_above(table.problems, rows)
    return table


def _place(table: Table[Any], column: Column) -> int | None:
    return None if column.computed else table.positions.get(column.key)


def _header_row(row_type: type[Row], opening: Sequence[Sequence[Any]]) -> int:
    """The 1-based row with the headings: the first, or below it one that has at least half of them.

    Somebody may have put a title above the table.
    """
    labels = {fold(c.label) for c in row_type.columns}
    for number, row in enumerate(opening, start=1):
        if 2 * len(labels & {fold(show(value)) for value in row}) >= len(labels):
            return number
    return 1


def _typed_rows(
    chunk: list[Sequence[Any]], first: int, given: Sequence[int]
) -> tuple[Sequence[int], list[Sequence[Any]]]:
    """The rows with anything in a `given` column, and their Excel row numbers."""
    numbers = range(first, first + len(chunk))
    if given and "" not in map(itemgetter(given[0]), chunk):
        return numbers, chunk
    kept = [
        (number, row)
        for number, row in zip(numbers, chunk, strict=True)
        if any(row[place] != "" for place in given)
    ]
    return [number for number, _ in kept], [row for _, row in kept]


def match_header(table: Table[Any], header: Sequence[Any]) -> None:
    """Find each declared column by its heading, in any order and spacing."""
    labels = {fold(name): c for c in table.row_type.columns for name in (c.label, *c.aliases)}
    for place, heading in enumerate(header):
        if is_blank(heading) or isinstance(heading, Broken):
            continue
        found = labels.get(fold(str(heading)))
        if found is None:
            near = get_close_matches(fold(str(heading)), list(labels), n=1, cutoff=0.6)
            table.unknown.append((place, str(heading), labels[near[0]].label if near else ""))
        elif found.key in table.positions:
            table.doubled.append((place, str(heading)))
        else:
            table.positions[found.key] = place
    table.missing = [
        c for c in table.row_type.columns if c.key not in table.positions and not c.computed
    ]
