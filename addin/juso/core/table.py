"""A worksheet's raw cells to typed rows, column by column: each distinct value is read once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from juso.core.cells import Problem, Trouble, fold, is_blank, reader
from juso.core.sheet import Column, Row, blank

R = TypeVar("R", bound=Row)
BAD = frozenset({Trouble.UNREADABLE, Trouble.NOT_A_CHOICE})


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that is empty though required (`problem` None) or not plainly readable."""

    row_number: int
    column: Column
    raw: Any
    problem: Problem | None


@dataclass(slots=True)
class Table(Generic[R]):
    """The rows of one sheet, where each column stands, and what could not be read."""

    row_type: type[R]
    rows: Sequence[R] = ()
    positions: dict[str, int] = field(default_factory=dict)  # field name -> 0-based Excel column
    problems: list[CellProblem] = field(default_factory=list)
    missing: list[Column] = field(default_factory=list)  # declared, but no such heading
    unknown: list[tuple[int, str, str]] = field(default_factory=list)  # place, heading, near label
    doubled: list[tuple[int, str]] = field(default_factory=list)  # the same heading again

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
    row_type: type[R], cells: Sequence[Sequence[Any]], lists: Mapping[str, Collection[str]]
) -> Table[R]:
    """Read a sheet whose first row is the header.

    `cells` is the sheet from A1, row by row; rows with nothing typed in any declared column
    that is not computed are skipped. `lists` holds the open lists by name.
    """
    table = Table(row_type)
    match_header(table, cells[0] if cells else ())
    typed = [c for c in row_type.columns if not c.computed]
    places = [table.positions[c.key] for c in typed if c.key in table.positions]
    key = places[0] if places else 0
    body = [
        (number, row)
        for number, row in enumerate(cells[1:], start=2)
        if row[key] != "" or any(row[place] != "" for place in places)
    ]
    raw_columns = list(zip(*(row for _, row in body), strict=True)) if body else []
    numbers = [number for number, _ in body]
    values: list[Sequence[Any]] = []
    for c in row_type.columns:
        if c.key in table.positions and body and not c.computed:
            raw = raw_columns[table.positions[c.key]]
            values.append(_read_column(table, c, raw, numbers, lists))
        else:
            values.append([blank(c)] * len(body))
    table.rows = list(map(row_type.of, zip(*values, numbers, strict=True)))
    table.problems.sort(key=lambda p: p.row_number)
    return table


def match_header(table: Table[Any], header: Sequence[Any]) -> None:
    """Find each declared column by its heading, in any order and spacing."""
    labels = {fold(name): c for c in table.row_type.columns for name in (c.label, *c.aliases)}
    for place, heading in enumerate(header):
        if is_blank(heading):
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


def _read_column(
    table: Table[Any],
    column: Column,
    raw: Sequence[Any],
    numbers: Sequence[int],
    lists: Mapping[str, Collection[str]],
) -> Sequence[Any]:
    """Typed values of one column; what is wrong goes to `table.problems`."""
    read = reader(column, lists.get(column.choices, ()))
    exact = _exact_type(column, raw)
    odd = set(raw) if exact is None else {value for value in raw if type(value) is not exact}
    readings = {value: read(value) for value in odd}
    meaning = {value: reading.value for value, reading in readings.items()}
    if exact is None:
        values = list(map(meaning.__getitem__, raw))
    else:
        values = [value or None if type(value) is exact else meaning[value] for value in raw]
    troubled = {value: r.problem for value, r in readings.items() if r.problem}
    if column.required and blank(column) in values:
        troubled |= {value: None for value in set(raw) - set(troubled) if is_blank(value)}
    if troubled:
        table.problems += [
            CellProblem(number, column, value, troubled[value])
            for number, value in zip(numbers, raw, strict=True)
            if value in troubled
        ]
    return values


def _exact_type(column: Column, raw: Sequence[Any]) -> type | None:
    """The type whose values already are what they mean, so that they need not be read.

    So it is with most of a register: free text, numbers that fit their pattern, real dates.
    """
    if column.kind is str and not column.choices:
        fits = re.compile(f"(?:{column.pattern})?").fullmatch
        texts = [value for value in raw if type(value) is str]
        if any(map(str.isspace, texts)) or (column.pattern and not all(map(fits, texts))):
            return None
        return str
    return column.kind if column.kind in (date, datetime) else None
