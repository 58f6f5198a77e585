"""Worksheets as text in tests: tables with Japanese headings, read by the production reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from juso.core.calendar import parse_date
from juso.core.finding import Finding, address
from juso.core.rule import Remark, Rule, apply_rule
from juso.core.sheet import Row, column_index
from juso.core.table import BAD, Table, read_table
from juso.koshu.register import Register
from juso.koshu.rules import RULES
from juso.koshu.settings import Settings
from juso.koshu.sheets import SHEETS

TODAY = "2026-03-31"
ISO = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?")


Cells = list[list[Any]]


def cells_of(text: str) -> dict[str, Cells]:
    """Sheet title -> its cells; a title stands on a line of its own above `| … |` lines."""
    sheets: dict[str, Cells] = {}
    rows: Cells = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("|"):
            rows.append([_cell(text.strip()) for text in line[1:-1].split("|")])
        else:
            rows = sheets.setdefault(line, [])
    return sheets


def _cell(text: str) -> Any:
    """2025-04-01 and 2025-04-01 13:30 are real dates, as Excel stores them; all else is text."""
    return datetime.fromisoformat(text) if ISO.fullmatch(text) else text


def table_of(title: str, cells: Cells) -> Table[Row]:
    """One sheet; columns the text does not name are blank and count as no gap."""
    row_type = next((sheet for sheet in SHEETS if sheet.sheet == title), None)
    assert row_type, f"no sheet is called {title}"
    ragged = [row for row in cells if len(row) != len(cells[0])]
    assert not ragged, f"rows of another width than the heading: {ragged}"
    table = read_table(row_type, cells, {})
    bad = [p.problem.message for p in table.problems if p.problem and p.problem.trouble in BAD]
    assert not (table.unknown or table.doubled or bad), (table.unknown, table.doubled, bad)
    table.missing.clear()
    return table


def register(text: str, today: str = TODAY, settings: Mapping[str, int] | None = None) -> Register:
    """The register a text describes."""
    tables = [table_of(title, cells) for title, cells in cells_of(text).items()]
    changed = Settings()
    changed.numbers.update(settings or {})
    return Register({table.row_type: table for table in tables}, parse_date(today), changed)


def findings(
    text: str, *, today: str = TODAY, rules: str = "", settings: Mapping[str, int] | None = None
) -> list[Finding]:
    """What the named rules (all of them if none is named) say about a register in text."""
    book = register(text, today, settings)
    wanted = rules.split() or [rule.id for rule in RULES]
    unknown = set(wanted) - {rule.id for rule in RULES}
    assert not unknown, f"no such rule: {unknown}"
    return [f for rule in RULES if rule.id in wanted for f in _apply(rule, book)]


def _apply(rule: Rule, book: Register) -> Iterator[Finding]:
    table = book.tables.get(rule.row_type)
    if table is None:
        return
    for row, remark in apply_rule(rule, table.rows, book, table.gaps):
        yield _finding(rule, table, row, remark)


def _finding(rule: Rule, table: Table[Row], row: Row | None, remark: Remark) -> Finding:
    place = table.positions.get(remark.column)
    column = column_index(rule.row_type, remark.column) if remark.column else None
    if row is None:
        cell = ""
    else:
        cell = f"{row.row_number}行目" if place is None else address(row.row_number, place)
    return Finding(
        rule=rule.id,
        severity=remark.severity or rule.severity,
        file="",
        sheet=rule.row_type.sheet,
        cell=cell,
        key=row.key if row else "",
        column="" if column is None else rule.row_type.columns[column].label,
        value="",
        message=remark.message,
        basis=rule.basis,
    )


def in_short(finding: Finding) -> str:
    """`G12 本人同意日 CASE-007`: where and which rule, so that a reworded message breaks nothing."""
    return f"{finding.cell} {finding.column} {finding.rule}"
