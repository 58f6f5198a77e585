"""A 受付票 on disk as a CaseSheet, told by its 様式ID and read by its labels."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from juso.adapters.excel_file import open_workbook, package_of, read_sheet, rows_of
from juso.adapters.hidden_cells import hidden_cells
from juso.core.cells import fold, show
from juso.core.errors import JusoError
from juso.core.finding import Finding, address
from juso.koshu.case_form import CODES_SHEET, COPY_SHEET, Head, is_form_id, plain_label
from juso.koshu.case_form_cells import Page
from juso.koshu.case_form_pages import check_sheets, form_sheets
from juso.koshu.case_sheet import SHEETS_ON_FORM, CaseSheet, Spot, column_at
from juso.koshu.check_case_form import form_finding
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.read_case_form import Lists
from juso.koshu.read_case_form import read_case_form as read_pages
from juso.koshu.rules import case_form_rules
from juso.koshu.sheets import SHEETS

Rows = Sequence[Sequence[Any]]
OPENING = 20  # rows in which a form says what it is
MOST_SHEETS = 12  # more are no form


def read_case_form(
    path: Path,
    workbook: CalamineWorkbook | None = None,
    lists: Lists | None = None,
    password: str | None = None,
) -> CaseSheet:
    """Read one form; `workbook` where it was opened already, with the same password.

    `lists` are the office's open lists by name; without them those the form brings are taken.
    JusoError, in one sentence, when the file cannot be opened or is no 受付票.
    """
    book = workbook or open_workbook(path, password)
    if not is_case_form(book, path):
        raise JusoError(
            f"{path} は受付票ではありません（様式ID がありません）。受付票のファイルを指定してください。"
        )
    sheets = {name: list(rows_of(read_sheet(book, name, path), path)) for name in book.sheet_names}
    codes = next((rows for name, rows in sheets.items() if fold(name) == CODES_SHEET), [])
    pages = {
        title: (name, Page.of(sheets[name], read_sheet(book, name, path).merged_cell_ranges or ()))
        for title, name in form_sheets(sheets).items()
    }
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    copy = next((rows for name, rows in sheets.items() if fold(name) == COPY_SHEET), None)
    blank = CaseSheet(path.name, sha256, "", "", "", "", "", base=_base(copy))
    sheet = read_pages(blank, pages, _lists(codes) if lists is None else lists)
    found = (*check_sheets(sheet, sheets), *sheet.findings, *_old_format(sheet, path))
    return replace(sheet, findings=(*found, *_broken(sheet, path, password, pages)))


def is_case_form(workbook: CalamineWorkbook, path: Path) -> bool:
    """Whether a workbook is a 受付票, told by the 様式ID on one of its sheets, not by its name."""
    names = workbook.sheet_names
    registers = {fold(row_type.sheet) for row_type in SHEETS}
    if len(names) > MOST_SHEETS or registers.intersection(map(fold, names)):
        return False
    return any(
        _has_form_id(islice(rows_of(read_sheet(workbook, name, path), path), OPENING))
        for name in names
    )


def _has_form_id(rows: Iterable[Sequence[Any]]) -> bool:
    label = plain_label(Head.FORM_ID)
    for row in rows:
        texts = [text for raw in row if (text := show(raw).strip())]
        for here, beside in pairwise(texts):
            if plain_label(here) == label and is_form_id(beside):
                return True
    return False


def _lists(rows: Rows) -> dict[str, tuple[str, ...]]:
    """The open lists of コード表: the texts below the headings 地区 and 関係機関."""
    found: dict[str, tuple[str, ...]] = {}
    for name in (AREA, AGENCY):
        for number, row in enumerate(rows):
            texts = [fold(show(raw)) for raw in row]
            if name in texts:
                place = texts.index(name)
                below = (show(r[place]) for r in rows[number + 1 :] if place < len(r))
                found[name] = tuple(filter(None, below))
                break
    return found


def _base(rows: Rows | None) -> dict[Spot, str] | None:
    """The fingerprints kept on the hidden sheet; None where it is gone."""
    if rows is None:
        return None
    kinds = {row_type.sheet: row_type for row_type in SHEETS_ON_FORM}
    found: dict[Spot, str] = {}
    for row in rows:
        sheet, number, key, mark = (show(raw) for raw in (*row, "", "", "", "")[:4])
        if sheet in kinds and number.isdecimal() and mark:
            found[kinds[sheet], int(number), key] = mark
    return found


def _old_format(sheet: CaseSheet, path: Path) -> Iterator[Finding]:
    if path.suffix.lower() == ".xls":
        message = "古い形式（.xls）のファイルです。次からは .xlsx 形式で保存して提出してください。"
        yield form_finding(case_form_rules.OLD_FORMAT, sheet, message)


def _broken(
    sheet: CaseSheet, path: Path, password: str | None, pages: Mapping[str, tuple[str, Page]]
) -> Iterator[Finding]:
    """Entries that only seem empty: error values and formulas nobody calculated."""
    package = package_of(path, password)
    labels = {at: column_at(spot).label for spot, at in sheet.places.items()}
    for name, page in pages.values():
        for place, fault in hidden_cells(package, name, page.seeming()).items():
            at = (name, address(*place))
            message = (
                f"「{fault}」はエラー値か、計算されていない数式です。"
                "数式を使わずに、値を入力してください。"
            )
            yield form_finding(
                case_form_rules.BROKEN, sheet, message, at, labels.get(at, ""), fault
            )
