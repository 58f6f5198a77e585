"""受付票 as windows send them: made by the product, filled in and saved again as Excel would."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msoffcrypto
import openpyxl

from juso.adapters import case_form_workbook
from juso.adapters.case_form_codes import write_copy
from juso.adapters.case_form_file import read_case_form
from juso.adapters.case_form_workbook import write_case_form
from juso.adapters.office import Office
from juso.adapters.register_file import read_register
from juso.core.calendar import FiscalYear
from juso.core.cells import to_cell
from juso.core.sheet import Row
from juso.koshu.case_form import Head
from juso.koshu.case_sheet import SHEETS_ON_FORM
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.codes import CaseState, Urgency
from juso.koshu.register import Register, group_by_type
from juso.koshu.settings import DEFAULT_AREAS
from juso.koshu.sheets import Agency, Case
from juso.services.sample.simulate import simulate

TODAY = date(2026, 3, 31)
YEAR = FiscalYear(2025)


def register_of_office(folder: Path) -> Register:
    """The office's closed register."""
    return read_register(Office.open(folder).register, TODAY).register


@cache
def people(count: int, seed: int = 7) -> list[list[Row]]:
    """The rows of `count` invented cases received last week, with an assessment, without numbers."""
    rows = _simulated(seed)
    found = []
    for case in rows[Case]:
        mine = [r for kind in SHEETS_ON_FORM for r in rows.get(kind, []) if _no(r) == case.case_no]
        if len(mine) > 2 and case.consent and case.consent.is_given and not case.is_anonymous:
            found.append([_just_received(row) for row in mine])
    assert len(found) >= count
    return found[:count]


@cache
def _simulated(seed: int = 7) -> dict[type[Row], list[Any]]:
    return dict(group_by_type(simulate(YEAR, 100, seed)))


def _no(row: Any) -> str:
    return str(row.case_no)


def _just_received(row: Row) -> Row:
    if not isinstance(row, Case):
        return row.replace(case_no=None)
    return row.replace(
        case_no=None,
        household_no=None,
        received_on=date(2026, 3, 25),
        consent_on=date(2026, 3, 25),
        consent_until=None,
        screened_on=None,
        outcome=None,
        state=CaseState.RECEIVED,
        closed_on=None,
        closing_reason=None,
        suspended_on=None,
        suspension_reason=None,
        reopened_from=None,
        urgency=Urgency.NORMAL,
        first_response=None,
        next_on=date(2026, 4, 6),
        is_multi_agency=False,
        not_multi_agency_reason="まず窓口で様子をみるため",
    )


def filled_in(folder: Path, path: Path, rows: Iterable[Row], serial: str, **head: Any) -> Path:
    """A new form that a window filled in; `head` are lines of its head (SENT_ON, YEAR …)."""
    agencies = [agency.short_name for agency in _simulated()[Agency]]
    lists = {AREA: DEFAULT_AREAS, AGENCY: agencies}
    with patch.object(case_form_workbook, "write_copy", _nothing_beforehand):
        write_case_form(path, list(rows), Office.open(folder).config, lists, serial)
    return change(path, {Head[name]: value for name, value in head.items()}) if head else path


def _nothing_beforehand(book: Any, _: Sequence[Row]) -> None:
    write_copy(book, [])


def change(path: Path, cells: dict[Any, Any]) -> Path:
    """Type into a form: cells by head line, by column of 相談受付簿, or by (row type, row, column)."""
    form = read_case_form(path)
    book = openpyxl.load_workbook(path)
    for spot, value in cells.items():
        if isinstance(spot, Head):
            sheet, cell = form.head[spot]
        else:
            sheet, cell = form.places[(Case, 1, spot) if isinstance(spot, str) else spot]
        book[sheet][cell] = to_cell(value)
    book.save(path)
    return path


def lock(path: Path, password: str) -> Path:
    """Save a file with a password."""
    content = io.BytesIO(path.read_bytes())
    with path.open("wb") as file:
        msoffcrypto.OfficeFile(content).encrypt(password, file)
    return path
