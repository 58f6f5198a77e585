"""A submitted monthly form on disk to its reading."""

from __future__ import annotations

import hashlib
import warnings
import zipfile
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook

from juso.adapters.excel_file import open_workbook, read_sheet, rows_of
from juso.core.cells import fold
from juso.koshu.tally.cover import COVER_SHEET, FORM_ID, TALLY_SHEET, find_cover_cells
from juso.koshu.tally.read_form import read_form_sheets
from juso.koshu.tally.reading import FormReading, Spot, form_finding

Place = tuple[int, int]  # Excel row, 0-based column

# What a worksheet holds where calamine sees nothing: error values and formulas without a result.
HIDDEN = (b't="e"', b"</f></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />")


def read_form(path: Path) -> FormReading:
    """Read one form; JusoError, in one sentence, when the file cannot be opened."""
    workbook = open_workbook(path)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    blank = FormReading(path.name, sha256, folder=str(path.parent.absolute()))
    cover = _sheet(workbook, COVER_SHEET, path)
    tally = _sheet(workbook, TALLY_SHEET, path)
    cover_rows, tally_rows = _rows(cover, path), _rows(tally, path)
    reading = read_form_sheets(blank, cover_rows, tally_rows)
    if tally is not None and (seeming := reading.blank_cells()):
        faults = _merged(tally, seeming) | _hidden(path, tally.name, seeming)
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
    merged = {
        (row + 1, column)
        for first, last in sheet.merged_cell_ranges or ()
        if (last[0] - first[0] + 1) * (last[1] - first[1] + 1) <= 10_000
        for row, column in product(range(first[0], last[0] + 1), range(first[1], last[1] + 1))
    }
    return {place: "結合" for place in seeming if place in merged}


def _hidden(path: Path, title: str, seeming: Collection[Place]) -> dict[Place, str]:
    """Error values and uncalculated formulas among the seemingly empty cells."""
    if not _may_hide(path):
        return {}
    results = _cells(path, title, seeming, data_only=True)
    formulas = _cells(path, title, seeming, data_only=False)
    found: dict[Place, str] = {}
    for place in seeming:
        result, formula = results.get(place), formulas.get(place)
        if isinstance(result, str) and result.startswith("#"):
            found[place] = result
        elif isinstance(formula, str) and formula.startswith("="):
            found[place] = formula
    return found


def _may_hide(path: Path) -> bool:
    """A quick look into the worksheets' XML: most forms end here and spare the second reader."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as package:
        parts = (n for n in package.namelist() if "worksheets" in n and n.endswith(".xml"))
        return any(mark in xml for xml in map(package.read, parts) for mark in HIDDEN)


def _cells(
    path: Path, title: str, places: Collection[Place], *, data_only: bool
) -> dict[Place, Any]:
    """The same cells as openpyxl reads them; none where it cannot open the file."""
    import openpyxl

    rows = [row for row, _ in places]
    last = max(column for _, column in places)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions it does not know
        try:
            book = openpyxl.load_workbook(path, read_only=True, data_only=data_only)
        except Exception:  # the first reader could: the cells stay 未入力
            return {}
        try:
            cells = book[title].iter_rows(min(rows), max(rows), 1, last + 1, values_only=True)
            return _picked(cells, min(rows), frozenset(places))
        except Exception:
            return {}
        finally:
            book.close()


def _picked(
    rows: Iterable[tuple[Any, ...]], first: int, places: frozenset[Place]
) -> dict[Place, Any]:
    return {
        (number, column): value
        for number, row in enumerate(rows, start=first)
        for column, value in enumerate(row)
        if (number, column) in places
    }


def _with_old_format(reading: FormReading) -> FormReading:
    message = "古い形式（.xls）のファイルです。次からは .xlsx 形式で保存して提出してください。"
    finding = form_finding("FORM-020", reading.file, message, Spot(key=reading.form))
    return replace(reading, findings=(*reading.findings, finding))
