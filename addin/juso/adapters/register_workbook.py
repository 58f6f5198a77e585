"""支援台帳.xlsx: the shared workbook, written from the declarations of its sheets.

Plain ranges without Excel tables (a shared workbook may not hold any), no macros. The rows
of the office, if it has any, come with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juso.adapters.register_codes import write_codes
from juso.adapters.register_columns import (
    Mark,
    cell_format,
    column_width,
    heading_format,
    heading_height,
    key_columns,
    mark_of,
    stray_format,
)
from juso.adapters.register_front import REGISTER_ID, REGISTER_VERSION, write_front
from juso.adapters.register_guide import tab_colour
from juso.adapters.register_inputs import (
    BY_TITLE,
    FIRST_ROW,
    LAST_ROW,
    filled,
    heading_note,
    list_name,
    unique_column,
    validation,
)
from juso.adapters.register_marks import add_marks, condition_formats
from juso.adapters.register_print import set_print
from juso.adapters.register_results import write_results
from juso.adapters.register_rules import write_rules
from juso.adapters.register_settings import write_settings
from juso.adapters.register_values import Book, book_of, cached_result, computed_value, formula_of
from juso.adapters.styles import (
    FONT,
    FittingSheet,
    Styles,
    lines_in,
    new_workbook,
    put,
    row_height,
)
from juso.core.cells import to_cell
from juso.core.finding import Severity, column_letters
from juso.core.sheet import Column, Row, column_index
from juso.koshu.choices import AGENCY
from juso.koshu.config import Config
from juso.koshu.register import group_by_type
from juso.koshu.settings import Settings
from juso.koshu.sheets import SHEETS, Agency, MeetingRecord

ALLOWED = (
    "objects",
    "format_cells",
    "format_columns",
    "format_rows",
    "insert_rows",
    "delete_rows",
    "sort",
    "autofilter",
)


def write_register(
    path: Path,
    rows: Iterable[Row],
    settings: Settings,
    config: Config,
    spare_rows: int = 200,
) -> None:
    """Write the register with `rows` of any of its sheets, in the given order.

    Formulas reach `spare_rows` below the last row; the results stored beside those that ask
    for the day are those of the fiscal year's last one.
    """
    found = group_by_type(rows)
    everything = [row for of_type in found.values() for row in of_type]
    values = book_of(everything, config.fiscal_year.last_day, settings, config)
    title = f"{config.municipality} 重層的支援体制整備事業 支援台帳"
    book = new_workbook(path, title, config.fiscal_year)
    book.set_custom_property("様式ID", REGISTER_ID)
    book.set_custom_property("様式版", REGISTER_VERSION)
    styles, looks = Styles(book), condition_formats(book)
    write_front(book, styles, config, title)
    last = {r: max(LAST_ROW, 1 + len(found.get(r, ())) + spare_rows) for r in SHEETS}
    for row_type in SHEETS:
        sheet = _Sheet(book, styles, looks, row_type, found.get(row_type, ()), last[row_type])
        sheet.write(spare_rows, values, title)
    write_results(book, styles, looks, title)
    write_settings(book, styles, settings, title)
    write_codes(book, styles, title)
    write_rules(book, styles, title)
    _name_lists(book, last)
    book.close()


def _name_lists(book: Workbook, last: Mapping[type[Row], int]) -> None:
    """The drop-down lists that are columns of the register itself, and the ribbon's of meetings."""
    titles = {c.refers for row_type in SHEETS for c in row_type.columns if c.refers}
    sources: list[tuple[str, type[Row], str]] = [(AGENCY, Agency, "short_name")]
    for title in sorted(titles):
        column = unique_column(BY_TITLE[title])
        sources.append((column.label, BY_TITLE[title], column.key))
    for label, row_type, key in sources:
        letter = column_letters(column_index(row_type, key))
        area = filled(row_type.sheet, letter, FIRST_ROW, last[row_type])
        book.define_name(list_name(label), f"={area}")
    letter = column_letters(column_index(MeetingRecord, "meeting_no"))
    cells = f"${letter}${FIRST_ROW}:${letter}${last[MeetingRecord]}"
    book.define_name("juso_meetings", f"='{MeetingRecord.sheet}'!{cells}")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet of the register while it is written."""

    book: Workbook
    styles: Styles
    looks: Mapping[Severity, Format]
    row_type: type[Row]
    rows: Sequence[Row]
    last: int  # Excel row down to which drop-downs and filters reach

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.row_type.columns

    def write(self, spare_rows: int, values: Book, title: str) -> None:
        sheet = self.book.add_worksheet(self.row_type.sheet, FittingSheet)
        add_marks(sheet, self.looks, self.row_type, FIRST_ROW, self.last)  # before yellow gaps
        for place, column in enumerate(self.columns):
            self._column(sheet, place, column)
        self._unlock_rest(sheet)
        sheet.set_row(0, heading_height(self.columns))
        self._rows(sheet, values)
        self._formulas(sheet, spare_rows, values)
        sheet.autofilter(0, 0, self.last - 1, len(self.columns) - 1)
        sheet.freeze_panes(1, key_columns(self.row_type))
        sheet.set_tab_color(tab_colour(self.row_type))
        sheet.protect("", dict.fromkeys(ALLOWED, True))
        set_print(self.book, sheet, self.row_type, self.last, title)

    def _column(self, sheet: Worksheet, place: int, column: Column) -> None:
        sheet.set_column(place, place, column_width(column), self.styles(**cell_format(column)))
        sheet.write_string(0, place, column.label, self.styles(**heading_format(column)))
        note = heading_note(column)
        size = {"width": 300, "height": 17 * lines_in(note, 40) + 8}
        sheet.write_comment(
            0, place, note, {"author": "", "font_name": FONT, "font_size": 9, **size}
        )
        cells = (FIRST_ROW - 1, place, self.last - 1, place)
        if rule := validation(column, place, self.last):
            sheet.data_validation(*cells, rule)
        if place and mark_of(column) is Mark.REQUIRED:
            letter = column_letters(place)
            gap = {
                "type": "formula",
                "criteria": f'=AND($A{FIRST_ROW}<>"",TRIM({letter}{FIRST_ROW})="")',
                "format": self.styles.gap,
            }
            sheet.conditional_format(*cells, gap)

    def _unlock_rest(self, sheet: Worksheet) -> None:
        """On a protected sheet a row can be deleted only if all its cells are unlocked."""
        last = len(self.columns) - 1
        sheet.set_column(last + 1, 16_383, None, self.styles(locked=False))
        sheet.dim_colmax = last  # the declared extent is that of the cells, or readers crawl

    def _rows(self, sheet: Worksheet, values: Book) -> None:
        computed = [(i, c) for i, c in enumerate(self.columns) if c.computed and not c.formula]
        typed = [i for i, c in enumerate(self.columns) if not c.computed]
        widths = [
            (i, column_width(c)) for i, c in enumerate(self.columns) if issubclass(c.kind, str)
        ]
        for number, row in enumerate(self.rows, start=FIRST_ROW - 1):
            for place in typed:
                if row[place] is not None:
                    look = stray_format(self.columns[place], row[place])
                    put(sheet, number, place, row[place], self.styles(**look) if look else None)
            for place, column in computed:
                put(sheet, number, place, computed_value(row, column, values))
            texts = ((to_cell(row[place]), width) for place, width in widths)
            lines = max((lines_in(t, w - 1) for t, w in texts if isinstance(t, str)), default=1)
            sheet.set_row(number, row_height(lines))

    def _formulas(self, sheet: Worksheet, spare_rows: int, values: Book) -> None:
        letters = {c.label: column_letters(i) for i, c in enumerate(self.columns)}
        spare = FIRST_ROW + len(self.rows)
        for place, column in enumerate(self.columns):
            if not column.formula:
                continue
            formula = formula_of(column, letters)
            for number, row in enumerate(self.rows, start=FIRST_ROW):
                result = cached_result(row, column, values)
                sheet.write_formula(number - 1, place, formula(number), None, result)
            for number in range(spare, spare + spare_rows):
                sheet.write_formula(number - 1, place, formula(number), None, "")
