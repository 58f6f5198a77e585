"""The cells of a form's two sheets to a reading: rows by 項目コード, months by heading."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from juso.core.cells import is_blank
from juso.core.finding import address
from juso.koshu.tally.check_cover import check_cover, form_code
from juso.koshu.tally.cover import COVER_SHEET, find_cover_cells, read_cover
from juso.koshu.tally.find_header import find_header
from juso.koshu.tally.form_header import Header, Rows, check_header
from juso.koshu.tally.frame import Faults
from juso.koshu.tally.read_rows import read_rows
from juso.koshu.tally.reading import FormReading, Spot, form_finding

NO_FAULTS: Faults = MappingProxyType({})


def read_form_sheets(
    blank: FormReading,
    cover_rows: Rows | None,
    tally_rows: Rows | None,
    faults: Faults = NO_FAULTS,
    cover_sheet: str = COVER_SHEET,
) -> FormReading:
    """Read the sheets 表紙 and 月次, each row by row from A1, None where there is no such sheet.

    `blank` only knows its file, the name of its sheet and what was said when that was chosen;
    `faults` says what a second look found in cells that seemed empty.
    """
    file, sheet = blank.file, blank.sheet
    if cover_rows is None:
        message = f"シート「{COVER_SHEET}」がありません。配られた様式に入力してください。"
        finding = form_finding("FORM-001", file, message, Spot(COVER_SHEET))
        return replace(blank, findings=(finding,))
    cells = find_cover_cells(cover_rows)
    cover = read_cover(cells)
    reading = replace(
        blank,
        cover=cover,
        findings=(*blank.findings, *check_cover(file, cells, cover, cover_sheet)),
        cover_cells={label: address(cell.row, cell.column) for label, cell in cells.items()},
    )
    code, year = form_code(cover), cover.year
    if not code or year is None:
        return reading
    header = find_header(tally_rows, year) if tally_rows else None
    if not tally_rows or header is None:
        if tally_rows is None and blank.findings:
            return reading  # there are several tables: said when the sheet was chosen
        what = "に見出し「項目コード」がありません" if tally_rows else "がありません"
        message = f"シート「{sheet}」{what}。配られた様式に入力してください。"
        finding = form_finding("FORM-002", file, message, Spot(sheet, key=code))
        return replace(reading, findings=(*reading.findings, finding))
    if cover.month is None and _is_untouched(header, tally_rows):
        return replace(reading, findings=())  # the blank form of a new office: not submitted yet
    headings = tally_rows[header.at - 1]
    found = (*reading.findings, *check_header(header, file, code, sheet, headings))
    return read_rows(replace(reading, form=code, findings=found), header, tally_rows, faults)


def _is_untouched(header: Header, rows: Rows) -> bool:
    """Whether no figure stands below the months' headings."""
    body = rows[header.row :]
    return all(is_blank(row[place]) for row in body for place in header.months.values())
