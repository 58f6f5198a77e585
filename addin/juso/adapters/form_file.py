"""A submitted monthly form on disk to its reading."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook

from juso.adapters.excel_file import open_workbook, package_of, read_sheet, rows_of
from juso.adapters.hidden_cells import Place, hidden_cells
from juso.adapters.laid_open import MERGED, merged_cells
from juso.core.cells import fold
from juso.koshu.tally.cover import COVER_SHEET, FORM_ID, TALLY_SHEET, find_cover_cells
from juso.koshu.tally.read_form import read_form_sheets
from juso.koshu.tally.reading import FormReading, Spot, form_finding


def read_form(path: Path, password: str | None = None) -> FormReading:
    """Read one form; JusoError, in one sentence, when the file cannot be opened."""
    workbook = open_workbook(path, password)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    blank = FormReading(path.name, sha256, folder=str(path.parent.absolute()))
    cover = _sheet(workbook, COVER_SHEET, path)
    tally = _sheet(workbook, TALLY_SHEET, path)
    cover_rows, tally_rows = _rows(cover, path), _rows(tally, path)
    reading = read_form_sheets(blank, cover_rows, tally_rows)
    if tally is not None and (seeming := reading.blank_cells()):
        package = package_of(path, password)
        faults = _merged(tally, seeming) | hidden_cells(package, tally.name, seeming)
        if faults:
            reading = read_form_sheets(blank, cover_rows, tally_rows, faults)
    if path.suffix.lower() == ".xls":
        return _with_old_format(reading)
    return reading


def is_form(workbook: CalamineWorkbook, path: Path) -> bool:
    """Whether a workbook is a monthly form, told by the 様式ID on its 表紙, not by its name."""
    rows = _rows(_sheet(workbook, COVER_SHEET, path), path)
    return rows is not None and FORM_ID in find_cover_cells(rows)


def _sheet(workbook: CalamineWorkbook, title: str, path: Path) -> CalamineSheet | None:
    name = next((name for name in workbook.sheet_names if fold(name) == title), None)
    return None if name is None else read_sheet(workbook, name, path)


def _rows(sheet: CalamineSheet | None, path: Path) -> list[list[Any]] | None:
    return None if sheet is None else list(rows_of(sheet, path))


def _merged(sheet: CalamineSheet, seeming: Collection[Place]) -> dict[Place, str]:
    """Those of the seemingly empty cells that lie in a merged one."""
    covered = merged_cells(sheet)
    held = {*covered, *covered.values()}
    return {place: MERGED for place in seeming if place in held}


def _with_old_format(reading: FormReading) -> FormReading:
    message = "古い形式（.xls）のファイルです。次からは .xlsx 形式で保存して提出してください。"
    finding = form_finding("FORM-020", reading.file, message, Spot(key=reading.form))
    return replace(reading, findings=(*reading.findings, finding))
