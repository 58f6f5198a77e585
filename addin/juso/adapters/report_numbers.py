"""The numbers behind every table of the report, for divisions that want to check them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.share import save_new
from juso.adapters.styles import (
    HEAD,
    INTEGER,
    LIGHT,
    FittingSheet,
    Styles,
    lines_in,
    new_workbook,
    row_height,
    set_page,
    text_width,
)
from juso.core.calendar import FiscalYear
from juso.services.report_model import (
    Cell,
    Line,
    LineKind,
    Mark,
    Measure,
    Report,
    Table,
    show_cell,
)

INDEX = "目次"
NARROWEST, WIDEST = 9, 46  # columns, in half-width characters
LINK = {"font_color": "#0563C1", "underline": 1, "text_wrap": False}


def write_report_numbers(report: Report, out: Path) -> Path:
    """Write 実施状況報告書_R7_数値.xlsx: a sheet for each table, its parts one below the other."""
    return save_new(out, lambda part: _write(report, part))


def _write(report: Report, path: Path) -> None:
    title = f"{report.title}（{report.edition}） 数値"
    book = new_workbook(path, title, FiscalYear.of(report.made_on))
    styles = Styles(book)
    groups: dict[str, list[Table]] = {}
    for table in (*report.tables, *report.attachments):
        groups.setdefault(table.number.partition("-")[0], []).append(table)
    _write_index(book, styles, title, groups)
    for name, tables in groups.items():
        sheet = book.add_worksheet(name, FittingSheet)
        sheet.hide_gridlines(2)
        set_page(sheet, title)
        sheet.fit_to_pages(1, 0)
        sheet.write_url(0, 0, f"internal:'{INDEX}'!A1", styles(**LINK), f"{INDEX}へ")
        _TableSheet(sheet, styles, tables).write()
    book.close()


def _write_index(
    book: Workbook, styles: Styles, title: str, groups: dict[str, list[Table]]
) -> None:
    sheet = book.add_worksheet(INDEX, FittingSheet)
    sheet.hide_gridlines(2)
    set_page(sheet, title, landscape=False)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 80)
    sheet.write_string(0, 0, title, styles(bold=True, font_size=13, text_wrap=False))
    for row, (name, tables) in enumerate(groups.items(), start=2):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", styles(**LINK), name)
        sheet.write_string(row, 1, tables[0].caption.partition("（")[0], styles())


@dataclass(frozen=True, slots=True)
class _TableSheet:
    """The parts of one table on their sheet."""

    sheet: Worksheet
    styles: Styles
    tables: Sequence[Table]

    def write(self) -> None:
        widths = [_width(self.tables, column) for column in range(_columns(self.tables))]
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        row = 2
        for table in self.tables:
            row = self._table(row, table, widths)

    def _table(self, row: int, table: Table, widths: Sequence[float]) -> int:
        unit = f"（{table.unit}）" if table.unit else ""
        caption = f"{table.number}　{table.caption}{unit}"
        self.sheet.write_string(row, 0, caption, self.styles(bold=True, text_wrap=False))
        row = self._heads(row + 1, table)
        for line in table.lines:
            self._line(row, line, len(table.widths))
            self.sheet.set_row(row, row_height(_lines(line, widths)))
            row += 1
        for note in table.notes:
            self.sheet.write_string(row, 0, f"注　{note}", self.styles(text_wrap=False))
            row += 1
        return row + 1

    def _heads(self, row: int, table: Table) -> int:
        style = self.styles(**HEAD, align="center")
        for placed in table.heads:
            first, head = (row + placed.row, placed.column), placed.head
            text = head.text.replace("\n", "")
            if head.down * head.across > 1:
                last = (first[0] + head.down - 1, first[1] + head.across - 1)
                self.sheet.merge_range(*first, *last, text, style)
            else:
                self.sheet.write_string(*first, text, style)
        for down in range(len(table.header)):
            self.sheet.set_row(row + down, row_height(2))
        return row + len(table.header)

    def _line(self, row: int, line: Line, columns: int) -> None:
        if line.kind is LineKind.GROUP:
            style = self.styles(bold=True, border=1, bg_color=LIGHT)
            self.sheet.merge_range(row, 0, row, columns - 1, show_cell(line.cells[0]), style)
            return
        for column, value in enumerate(line.cells):
            self._cell((row, column), value, is_total=line.kind is LineKind.TOTAL)

    def _cell(self, place: tuple[int, int], value: Cell, *, is_total: bool) -> None:
        look = {"border": 1, "bold": is_total, "top": 2 if is_total else 1}
        if isinstance(value, str):
            self.sheet.write_string(*place, value, self.styles(**look))
        elif isinstance(value, Mark):
            self.sheet.write_string(*place, value.text, self.styles(**look, align="right"))
        elif isinstance(value, Measure):
            style = self.styles(**look, num_format=number_format(value))
            self.sheet.write_number(*place, value.value, style)
        else:
            self.sheet.write_number(*place, value, self.styles(**look, num_format=INTEGER))


def number_format(value: Measure) -> str:
    """The same look as in print: 12.3％, △5, 1,234※."""
    digits = f".{'0' * value.digits}" if value.digits else ""
    end = "".join(f'"{part}"' for part in (value.suffix, "※" * value.is_provisional) if part)
    plain = f"{INTEGER}{digits}{end}"
    return f"{plain};△{plain}" if value.is_change else plain


def _columns(tables: Sequence[Table]) -> int:
    return max(len(table.widths) for table in tables)


def _width(tables: Sequence[Table], column: int) -> float:
    """Wide enough for the column's longest text, within reason."""
    texts = (
        text
        for table in tables
        for line in table.lines
        if line.kind is not LineKind.GROUP and column < len(line.cells)
        for text in show_cell(line.cells[column]).split("\n")
    )
    longest = max(map(text_width, texts), default=0)
    return min(max(NARROWEST, longest + 2), WIDEST)


def _lines(line: Line, widths: Sequence[float]) -> int:
    if line.kind is LineKind.GROUP:
        return 1
    texts = map(show_cell, line.cells)
    return max(lines_in(text, width) for text, width in zip(texts, widths, strict=False))
