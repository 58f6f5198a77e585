"""Marks in the register: conditional formats that read 点検結果 show where a finding stands.

Nothing of a clerk's own cells or formats is touched. A mark is known by the sheet, the cells
that tell the row from others, and the column: it stays with its row when rows are sorted or
inserted, until the next 点検.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from juso.adapters.mark_keys import identity
from juso.adapters.result_sheets import ERROR_KEY, FINDINGS, WARNING_KEY
from juso.core.finding import Severity, column_letters
from juso.core.sheet import Row

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAMES = {Severity.ERROR: "juso_errors", Severity.WARNING: "juso_warnings"}
KEYS = {Severity.ERROR: ERROR_KEY, Severity.WARNING: WARNING_KEY}
LOOKS: Mapping[Severity, dict[str, Any]] = {
    Severity.ERROR: {"bg_color": "#F4A58A", "bold": True, "border": 1, "border_color": "#C00000"},
    Severity.WARNING: {"bg_color": "#FCE4D6", "border": 1, "border_color": "#ED7D31"},
    Severity.NOTE: {"bg_color": "#EAF1FB"},
}


def mark_formula(row_type: type[Row], severity: Severity, first_row: int) -> str:
    """The condition of a sheet's first cell: whether 点検結果 has a mark for it."""
    cells = [f"${column_letters(place)}{first_row}" for place in identity(row_type)]
    all_of, each_of = "&".join(cells), '&"|"&'.join(cells)
    own = f'IF({all_of}="",ROW()&"行目",{each_of})'
    key = f'"{row_type.sheet}|"&{own}&"|"&COLUMN()'
    return f"=ISNUMBER(MATCH({key},{NAMES[severity]},0))"


def condition_formats(book: Workbook) -> dict[Severity, Format]:
    """The looks of the severities, to be laid over cells by conditions."""
    return {severity: book.add_format(look) for severity, look in LOOKS.items()}


def add_marks(
    sheet: Worksheet,
    looks: Mapping[Severity, Format],
    row_type: type[Row],
    first_row: int,
    last_row: int,
) -> None:
    """The two conditions of a sheet; the first one that holds decides how a cell looks."""
    cells = (first_row - 1, 0, last_row - 1, len(row_type.columns) - 1)
    for severity in NAMES:
        rule = {
            "type": "formula",
            "criteria": mark_formula(row_type, severity, first_row),
            "format": looks[severity],
            "stop_if_true": True,
        }
        sheet.conditional_format(*cells, rule)


def name_marks(book: Workbook) -> None:
    """The names under which the conditions find the marks: the hidden columns of 点検結果."""
    for severity, name in NAMES.items():
        letter = column_letters(KEYS[severity])
        cells = f"${letter}${FINDINGS.first_row}:${letter}${FINDINGS.last_row}"
        book.define_name(name, f"='{FINDINGS.title}'!{cells}")
