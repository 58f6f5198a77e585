"""Sheet 月次 of a form that is given back: the sender's rows and columns in the form's looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juso.adapters.form_cells import FormCells
from juso.adapters.form_workbook import LABEL_WIDTH, LINE, entry_rule, number_format
from juso.adapters.returned_front import RED
from juso.adapters.styles import BLUE, GREY, LIGHT, NAVY, PALE, YELLOW, Styles, lines_in, put
from juso.core.cells import Broken, fold, is_blank, show
from juso.core.finding import address
from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.reading import FormReading

UNIT_WORDS = frozenset({"単位", "集計型", "型"})
REMARK_WIDTH = 22


@dataclass(slots=True)
class TallyCopy:
    """One sheet being written; `notes` are the cells that are to be put right."""

    sheet: Worksheet
    styles: Styles
    reading: FormReading
    cells: FormCells
    notes: Mapping[str, str]
    faults: Mapping[str, str]  # error values of cells that seem empty
    _items: dict[int, TallyItem] = field(default_factory=dict)  # by Excel row

    def write(self) -> None:
        """All rows at their places, the heading frozen, what may not be changed locked."""
        items = items_by_code(self.reading.form)
        self._items = {
            row.number: items[code]
            for code, row in self.reading.rows.items()
            if row.number and code in items
        }
        header = self.cells.header
        self._set_widths()
        for row, line in enumerate(self.cells.tally):
            if row + 1 in self._items:
                self._write_item(row, line, self._items[row + 1])
            elif header.at - 1 <= row < header.row:
                self._write_heading(row, line)
            else:
                self._write_other(row, line)
        self.sheet.freeze_panes(header.row, min(header.months.values(), default=0))
        self.sheet.repeat_rows(header.at - 1, header.row - 1)
        self.sheet.fit_to_pages(1, 0)
        if all(self._is_typed(cell) for cell in self.notes):
            self.sheet.protect("", {"format_columns": True, "format_rows": True})

    def _is_typed(self, cell: str) -> bool:
        """Whether a cell is one into which the sender types."""
        months = self.cells.header.months.values()
        return cell in {address(row, column) for row in self._items for column in months}

    def _set_widths(self) -> None:
        header = self.cells.header
        heads = self.cells.tally[header.at - 1]
        months = set(header.months.values())
        for column, raw in enumerate(heads):
            text = fold(show(raw))
            if column == header.label:
                width: float = LABEL_WIDTH
            elif column in months:
                width = 7.5
            elif column in (header.code, header.total):
                width = 9
            else:
                width = 7 if text in UNIT_WORDS else REMARK_WIDTH if text else 9
            self.sheet.set_column(column, column, width)

    def _write_heading(self, row: int, line: Sequence[Any]) -> None:
        head = {"bold": True, "border": 1, "align": "center", "valign": "vcenter"}
        self.sheet.set_row(row, 30)
        for column, raw in enumerate(line):
            fill = RED if address(row + 1, column) in self.notes else BLUE
            self._put(row, column, raw, {**head, "bg_color": fill})

    def _write_other(self, row: int, line: Sequence[Any]) -> None:
        """A title, a group's heading, or whatever the sender wrote between the rows."""
        is_above = row < self.cells.header.at - 1
        texts = [raw for raw in line if not is_blank(raw)]
        is_group = not is_above and len(texts) == 1 and isinstance(texts[0], str)
        look: dict[str, Any] = {"text_wrap": False, "locked": False}
        if is_group:
            look = {"bold": True, "bg_color": PALE, "font_color": NAVY, "text_wrap": False}
        elif row == 0:
            look |= {"bold": True, "font_size": 14, "font_color": NAVY}
            self.sheet.set_row(row, 24)
        for column, raw in enumerate(line):
            fill = {"bg_color": RED} if address(row + 1, column) in self.notes else {}
            if is_group or fill or not is_blank(raw):
                self._put(row, column, raw, look | fill)

    def _write_item(self, row: int, line: Sequence[Any], item: TallyItem) -> None:
        header, months = self.cells.header, set(self.cells.header.months.values())
        for column in range(max(len(line), max(months, default=0) + 1)):
            raw = line[column] if column < len(line) else ""
            red = {"bg_color": RED} if address(row + 1, column) in self.notes else {}
            if column in months:
                fill = {"bg_color": YELLOW} if item.required else {}
                look = {**LINE, "locked": False, "align": "right", **fill, **red}
                self._put(row, column, raw, look | {"num_format": number_format(item)})
            elif column == header.total:
                self._write_total(row, column, line, item, red)
            elif column == header.code:
                self._put(row, column, raw, {**LINE, "bg_color": LIGHT, **red})
            elif column == header.label:
                self._put(row, column, raw, {**LINE, **red})
                if item.note and address(row + 1, column) not in self.notes:
                    self.sheet.write_comment(row, column, item.note, {"x_scale": 2, "author": ""})
            else:
                self._put(row, column, raw, {**LINE, "locked": False, **red})
        self.sheet.set_row(row, 17 * max(lines_in(item.label, LABEL_WIDTH), 1))
        self._allow(row, item)

    def _write_total(
        self, row: int, column: int, line: Sequence[Any], item: TallyItem, red: dict[str, Any]
    ) -> None:
        """計 as the form has it; as typed where the months do not stand side by side for it."""
        months = [place for _, place in sorted(self.cells.header.months.items())]
        numbers = [line[p] for p in months if p < len(line) and isinstance(line[p], int | float)]
        is_run = bool(months) and months == list(range(months[0], months[0] + len(months)))
        look = {**LINE, "bold": True, "num_format": number_format(item), "bg_color": LIGHT, **red}
        if item.kind is Kind.UNIQUE:
            self._put(row, column, line[column], {**LINE, "bg_color": GREY, **red})
            return
        run = f"{address(row + 1, months[0])}:{address(row + 1, months[-1])}" if is_run else ""
        if item.kind is Kind.FLOW:
            cells = run or ",".join(address(row + 1, place) for place in months)
            style = self.styles(**look)
            self.sheet.write_formula(row, column, f"=SUM({cells})", style, sum(numbers))
        elif run:
            formula = f"=IFERROR(LOOKUP(9E+307,{run}),0)"
            value = numbers[-1] if numbers else 0
            self.sheet.write_formula(row, column, formula, self.styles(**look), value)
        else:
            self._put(row, column, line[column], {**look, "locked": False})

    def _allow(self, row: int, item: TallyItem) -> None:
        for run in _runs(sorted(self.cells.header.months.values())):
            rule = entry_rule(address(row + 1, run[0]), decimals=item.decimals)
            self.sheet.data_validation(row, run[0], row, run[-1], rule)

    def _put(self, row: int, column: int, raw: Any, look: dict[str, Any]) -> None:
        fault = self.faults.get(address(row + 1, column)) if is_blank(raw) else None
        typed = Broken(fault) if fault else raw
        put_typed(self.sheet, row, column, typed, self.styles(**look))


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Columns that stand side by side."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] + 1 == place:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def put_typed(sheet: Worksheet, row: int, column: int, raw: Any, style: Format) -> None:
    """A cell as it was typed; what Excel cannot take back (a span of time) as its text."""
    if isinstance(raw, bool):
        sheet.write_boolean(row, column, raw, style)
    elif isinstance(raw, str | int | float | date | time):
        put(sheet, row, column, None if raw == "" else raw, style)
    else:
        put(sheet, row, column, show(raw), style)
