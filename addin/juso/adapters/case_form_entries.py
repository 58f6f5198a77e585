"""The single entries of a 受付票: label, room, what Excel lets in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from juso.adapters.register_columns import Mark, mark_of
from juso.adapters.register_inputs import HOME, validation
from juso.adapters.styles import lines_in
from juso.core.cells import show, to_cell
from juso.core.sheet import Column, Row
from juso.koshu.case_form import CODES_SHEET, Section
from juso.koshu.case_sheet import ASSIGNED
from juso.koshu.sheets import FamilyMember, Problem


def empty_rows(section: Section, rows: Sequence[Row]) -> list[Row]:
    """The numbered rows a table offers below its own."""
    numbers = [row.number for row in rows if isinstance(row, FamilyMember | Problem)]
    last = max((number for number in numbers if isinstance(number, int)), default=0)
    spare = max(section.spare_rows - len(rows), 2)
    return [section.row_type(number=last + 1 + more) for more in range(spare)]


def label_of(column: Column) -> str:
    """A label with its mark, as it is printed."""
    mark = mark_of(column)
    is_marked = mark in (Mark.REQUIRED, Mark.CONDITIONAL) and column.key not in ASSIGNED
    return mark.symbol + column.label if is_marked else column.label


def lines_of(value: Any, width: float) -> int:
    """How many lines a typed value takes in an entry."""
    return lines_in(show(to_cell(value)), width)


def entry_rule(column: Column) -> dict[str, Any] | None:
    """The register's own, with the lists looked up on the form's コード表."""
    rule = validation(column, 0, 0)
    if rule and column.choices:
        home, here = HOME[column.choices], f"「{CODES_SHEET}」シートの{column.choices}"
        return {k: v.replace(home, here) if isinstance(v, str) else v for k, v in rule.items()}
    return rule
