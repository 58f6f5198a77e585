"""Forms with planted faults: how they are written, and where a fault stands then."""

from __future__ import annotations

import zipfile
from pathlib import Path

from juso.adapters.form_cover import FIRST_ROW
from juso.adapters.form_workbook import FIRST_MONTH, HEADER_ROW, lines_of, write_form
from juso.core.calendar import FiscalYear
from juso.core.finding import address
from juso.koshu.tally.cover import COVER_LABELS, COVER_SHEET
from juso.services.sample.faults import Planted
from juso.services.sample.faults_forms import FormFile

NO_CELL = frozenset({"FORM-019", "FORM-022"})  # a month not submitted, a file not opened
AT_HEADING = frozenset({"TALLY-207", "FORM-021"})


def write_planted(path: Path, file: FormFile, year: FiscalYear) -> None:
    """Write a form as it was sent; the same form gives the same bytes."""
    write_form(path, file.form, year, file.figures, file.cover, file.headings)
    if file.packed:
        content = path.read_bytes()
        with zipfile.ZipFile(path, "w") as package:
            for name in (file.form.file_name, f"控え_{file.form.file_name}"):
                package.writestr(zipfile.ZipInfo(name), content)


def planted_cell(file: FormFile, planted: Planted, year: FiscalYear) -> str:
    """The Excel address of a planted finding, '' where it speaks of no cell."""
    if planted.rule in NO_CELL:
        return ""
    if planted.sheet == COVER_SHEET:
        return f"C{FIRST_ROW + 1 + COVER_LABELS.index(planted.column)}"
    months = [str(month) for month in year.months]
    code, _, month = planted.key.partition("/")[2].partition("/")
    if code in months:  # a whole month: at its heading, or at its first figure
        row = HEADER_ROW + (1 if planted.rule in AT_HEADING else 3)
        return address(row, FIRST_MONTH + months.index(code))
    lines = [line if isinstance(line, str) else line.code for line in lines_of(file.form)]
    rows = [row for row, line in enumerate(lines, start=HEADER_ROW + 2) if line == code]
    if not rows:
        return ""
    return address(rows[-1], FIRST_MONTH + months.index(month) if month else 0)
