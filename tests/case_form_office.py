"""受付票 in tests: made from the rows of a sample register, damaged as windows damage them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from juso.adapters.case_form_workbook import write_case_form
from juso.adapters.office_case_form import rows_of
from juso.core.calendar import FiscalYear
from juso.core.finding import Finding
from juso.core.sheet import Row
from juso.koshu.case_form import CODES_SHEET, COPY_SHEET, plain_label
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.config import Config
from juso.koshu.register import Register, register_of
from juso.koshu.sheets import Case
from juso.services.sample.simulate import simulate

YEAR = FiscalYear(2025)
CONFIG = Config(YEAR, id="abc123abc123")
SERIAL = "K-R7-20260331-01"


@cache
def sample_register() -> Register:
    """A clean year of 60 cases, in memory."""
    return register_of(simulate(YEAR, 60, 1), YEAR.last_day)


def lists_of(register: Register) -> dict[str, tuple[str, ...]]:
    """The open lists of a register."""
    agencies = tuple(agency.short_name for agency in register.agencies)
    return {AREA: tuple(register.settings.areas), AGENCY: agencies}


def full_case() -> list[Row]:
    """The rows of an open case with consent, an assessment, two family members or more, problems."""
    register = sample_register()
    for case in register.cases:
        rows = rows_of(register, case.case_no)
        is_open = case.state.is_open and case.consent.is_given
        if is_open and len(register.family_of.get(case.case_no, ())) > 1 and len(rows) > 5:
            return rows
    raise AssertionError("no such case in the sample")


def write(path: Path, rows: Iterable[Row] = (), *, consent: bool = True) -> Path:
    """A form with these rows."""
    write_case_form(path, rows, CONFIG, lists_of(sample_register()), SERIAL, consent=consent)
    return path


def edited(path: Path, *edits: Callable[[Any], None]) -> Path:
    """The form saved again by somebody who did this to its openpyxl workbook."""
    book = openpyxl.load_workbook(path)
    for edit in edits:
        edit(book)
    book.save(path)
    return path


def entry(book: Any, label: str, nth: int = 0) -> Any:
    """The cell beside a label of the form; with `nth`, below a heading of its tables."""
    sheet, row, column = _place(book, label, last=nth > 0)
    if nth:
        return sheet.cell(row + nth, column)
    merged = next(
        (r for r in sheet.merged_cells.ranges if (row, column) == (r.min_row, r.min_col)), None
    )
    return sheet.cell(row, (merged.max_col if merged else column) + 1)


def label_cell(book: Any, label: str) -> Any:
    """The cell of a label."""
    sheet, row, column = _place(book, label)
    return sheet.cell(row, column)


def _place(book: Any, label: str, *, last: bool = False) -> tuple[Any, int, int]:
    for sheet in reversed(book.worksheets) if last else book.worksheets:
        if sheet.title in (CODES_SHEET, COPY_SHEET):
            continue
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, str) and plain_label(cell.value) == plain_label(label):
                    return sheet, cell.row, cell.column
    raise AssertionError(f"no label {label}")


def typed(label: str, value: Any) -> Callable[[Any], None]:
    """An edit: somebody typed a value beside a label."""

    def edit(book: Any) -> None:
        entry(book, label).value = value

    return edit


def in_short(findings: Iterable[Finding]) -> list[str]:
    """`氏名 CASE-003` of each finding: which line, which rule."""
    return [f"{f.column} {f.rule}".strip() for f in findings]


def new_case(**changes: Any) -> Case:
    """The case of `full_case` as one that has no number yet."""
    case = full_case()[0]
    assert isinstance(case, Case)
    return case.replace(case_no=None, household_no=None, **changes)
