"""Monthly forms as text in tests: rows by 項目コード, read by the production reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.core.finding import Finding
from juso.koshu.tally.cover import COVER_LABELS, Cover, cover_text, sample_cover
from juso.koshu.tally.items import form, items_by_code
from juso.koshu.tally.read_form import read_form_sheets
from juso.koshu.tally.reading import FormReading

YEAR = FiscalYear(2025)
FIRST_ROW = 4  # Excel row of the first item of `sheet_of`
HEADINGS = ["項目コード", "項目", "単位", "集計型", *(m.label for m in YEAR.months), "計", "備考"]
Cells = list[list[Any]]


def cover_of(form_code: str, month: str = "R7.6") -> Cover:
    """A cover in order, reporting up to `month`."""
    return replace(sample_cover(form(form_code), YEAR), month=Month.parse(month))


def cover_cells(cover: Cover) -> Cells:
    """表紙 as it lies in the file: a title, then label and value."""
    text = cover_text(cover)
    return [["月次報告", ""], ["", ""], *([label, text[label]] for label in COVER_LABELS)]


def sheet_of(text: str, form_code: str, month: str = "R7.6") -> Cells:
    """月次 with every row of the form: zeros up to `month`, but for the rows in `text`.

    A line of `text` is `A01 | 3 | 1 | 2`, April first; 「３」 is text, 2026-03-04 a date.
    """
    due = YEAR.months.index(Month.parse(month)) + 1
    given = dict(map(_line, filter(None, map(str.strip, text.splitlines()))))
    unknown = set(given) - set(items_by_code(form_code))
    assert not unknown, f"no such rows: {unknown}"
    rows: Cells = [["介護　月次報告"], [], HEADINGS]
    for item in form(form_code).items:
        zeros = [0.0] * due if item.required else []
        months = given.get(item.code, zeros)
        cells = [item.code, item.label, item.unit, str(item.kind), *_padded(months, 12), "", ""]
        rows.append(cells)
    return [_padded(row, len(HEADINGS)) for row in rows]


def _line(line: str) -> tuple[str, list[Any]]:
    code, *cells = (part.strip() for part in line.split("|"))
    return code, [cell(part) for part in cells]


def cell(text: str) -> Any:
    """What the reader library gives for a cell written as `text`."""
    if text.startswith("「"):
        return text[1:-1]
    if len(text) == 10 and text[4] == "-":
        return datetime.fromisoformat(text)
    try:
        return float(text)
    except ValueError:
        return text


def _padded(row: Sequence[Any], width: int) -> list[Any]:
    return [*row, *[""] * (width - len(row))]


def read(text: str = "", form_code: str = "W1", month: str = "R7.6") -> FormReading:
    """The reading of a form in text."""
    return read_cells(cover_cells(cover_of(form_code, month)), sheet_of(text, form_code, month))


def read_cells(
    cover: Cells | None, sheet: Cells | None, file: str = "W1_介護.xlsx", sha256: str = "ab12"
) -> FormReading:
    """The reading of two sheets of cells."""
    return read_form_sheets(FormReading(file, sha256), cover, sheet)


def in_short(findings: Iterable[Finding]) -> list[str]:
    """`E5 W1/A01/R7.4 TALLY-101`: the parts of each finding a test cares about."""
    return [" ".join(filter(None, (f.cell, f.key, f.rule))) for f in findings]
