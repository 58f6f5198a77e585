"""Tables of a report as WordprocessingML, one string each.

python-docx reaches a table's cells in quadratic time, so tables are written as text and parsed
once with the whole body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juso.adapters.word_xml import (
    Grid,
    Look,
    Styles,
    borders_xml,
    cell_xml,
    frame_xml,
    paragraph_xml,
    row_xml,
    text_xml,
)
from juso.services.report_model import Cell, Line, LineKind, Mark, Table, show_cell

SHADE = "EDEDED"
GROUP_SHADE = "F6F6F6"
LINES = borders_xml({"top": 8, "left": 4, "bottom": 8, "right": 4, "insideH": 4, "insideV": 4})
TOTAL_LINE = borders_xml({"top": 12})
KEEP = "<w:keepNext/>"
GAP = '<w:spacing w:line="100" w:lineRule="exact"/>'
TOGETHER = 3  # lines
SMALL = 10  # lines of a table that stays whole
SHORT = 3  # characters


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One table on its way onto the page."""

    table: Table
    grid: Grid
    styles: Styles
    short: frozenset[int]  # columns

    def joins(self, number: int) -> bool:
        """Whether a line and the next one share a merged cell, which no page should divide."""
        pair = self.table.lines[number : number + 2]
        return self.table.merged > 0 and len({line.cells[0] for line in pair}) == 1


def table_xml(table: Table, styles: Styles, total: int) -> Iterator[str]:
    """A table of a width with its caption above and its notes below."""
    drawing = _Drawing(table, Grid.fit(table.widths, total), styles, _short_columns(table))
    yield _caption(table, styles, total)
    rows = "".join((*_head_rows(drawing), *_body_rows(drawing)))
    yield frame_xml(drawing.grid, rows, LINES)
    yield from notes_xml(table.notes, styles)


def _caption(table: Table, styles: Styles, total: int) -> str:
    text = f"{table.number}　{table.caption}"
    if not table.unit:
        return paragraph_xml(styles["表題"], text)
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{total}"/></w:tabs>'
    unit = f"<w:r><w:tab/>{text_xml(f'（{table.unit}）')}</w:r>"
    return paragraph_xml(styles["表題"], text, tab).replace("</w:p>", f"{unit}</w:p>")


def notes_xml(notes: Sequence[str], styles: Styles) -> Iterator[str]:
    """注　…, numbered where there are several; without any, a low line keeps tables apart."""
    for number, note in enumerate(notes, start=1):
        label = f"注{number}" if len(notes) > 1 else "注"
        last = '<w:spacing w:after="120"/>' if number == len(notes) else ""
        yield paragraph_xml(styles["表注"], f"{label}　{note}", last)
    if not notes:
        yield paragraph_xml(styles["表注"], "", GAP)


def _head_rows(drawing: _Drawing) -> Iterator[str]:
    """The heading, repeated on every page; a cell hanging down is continued in the next rows."""
    rows: list[dict[int, str]] = [{} for _ in drawing.table.header]
    for placed in drawing.table.heads:
        head, width = placed.head, drawing.grid.span(placed.column, placed.head.across)
        for down in range(head.down):
            merge = "" if head.down == 1 else "continue" if down else "restart"
            content = paragraph_xml(drawing.styles["表見出し"], "" if down else head.text, KEEP)
            look = Look(head.across, merge, SHADE)
            rows[placed.row + down][placed.column] = cell_xml(width, content, look)
    for row in rows:
        yield row_xml("".join(row[column] for column in sorted(row)), "<w:tblHeader/>")


def _body_rows(drawing: _Drawing) -> Iterator[str]:
    lines = drawing.table.lines
    before: Line | None = None
    for number, line in enumerate(lines):
        # No page begins or ends with a line or two of a table, or with its notes alone.
        near_end = number < TOGETHER or number >= len(lines) - TOGETHER or len(lines) <= SMALL
        keep = KEEP if near_end or drawing.joins(number) else ""
        if line.kind is LineKind.GROUP:
            yield _group_row(drawing, line)
        else:
            yield row_xml("".join(_cells(drawing, line, before, keep)))
        before = line


def _group_row(drawing: _Drawing, line: Line) -> str:
    widths = drawing.grid.widths
    content = paragraph_xml(drawing.styles["表小計"], show_cell(line.cells[0]), KEEP)
    return row_xml(cell_xml(sum(widths), content, Look(len(widths), shade=GROUP_SHADE)))


def _cells(drawing: _Drawing, line: Line, before: Line | None, keep: str) -> Iterator[str]:
    is_total = line.kind is LineKind.TOTAL
    merged = drawing.table.merged
    joined = _joined(line, before, merged)
    for column, value in enumerate(line.cells):
        merge = "" if column >= merged else "continue" if column < joined else "restart"
        stands_out = is_total and not merge
        name = _style_name(value, stands_out, is_short=column in drawing.short)
        text = "" if merge == "continue" else show_cell(value)
        look = Look(merge=merge, borders=TOTAL_LINE if stands_out else "")
        content = paragraph_xml(drawing.styles[name], text, keep)
        yield cell_xml(drawing.grid.widths[column], content, look)


def _joined(line: Line, before: Line | None, merged: int) -> int:
    """How many leading columns repeat the line above."""
    if before is None or before.kind is LineKind.GROUP:
        return 0
    pairs = list(zip(line.cells, before.cells, strict=False))[:merged]
    return next((n for n, (a, b) in enumerate(pairs) if a != b), len(pairs))


def _style_name(value: Cell, is_total: bool, *, is_short: bool) -> str:
    if isinstance(value, str):
        return "表小計" if is_total else "表中央" if is_short else "表本文"
    if isinstance(value, Mark) and value.is_word:
        return "表中央"
    return "表小計数値" if is_total else "表数値"


def _short_columns(table: Table) -> frozenset[int]:
    """Columns of units and ticks, which are centred."""
    longest: dict[int, int] = {}
    for line in table.lines:
        for column, value in enumerate(line.cells):
            if isinstance(value, str) and value and line.kind is LineKind.BODY:
                longest[column] = max(longest.get(column, 0), len(value))
    return frozenset(column for column, length in longest.items() if column and length <= SHORT)
