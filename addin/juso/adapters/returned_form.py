"""差戻し: a sender's own form once more, cell for cell, with a red cell and a note where to look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.form_cells import FormCells
from juso.adapters.form_cover import TYPED
from juso.adapters.returned_front import RED, Letter, write_front
from juso.adapters.returned_rows import TallyCopy, put_typed
from juso.adapters.styles import (
    DATE,
    LIGHT,
    NAVY,
    PALE,
    TEXT,
    YELLOW,
    Styles,
    lines_in,
    new_workbook,
    row_height,
    set_page,
)
from juso.core.cells import fold, is_blank, show
from juso.core.finding import Finding, address
from juso.koshu.tally.cover import COVER_LABELS, MONTH, SUBMITTED
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading

COVER_WIDTHS = (16, 40, 30)  # from the column of the labels on
LONG = 40  # half-width characters: more is a sentence, not a label
NOTE_WIDTH = 38  # half-width characters in a line of a note

Notes = Mapping[str, str]  # Excel address -> what is to be put right there


def write_returned(
    path: Path,
    reading: FormReading,
    cells: FormCells,
    findings: Sequence[Finding],
    letter: Letter,
) -> None:
    """Write the copy; values and positions are the sender's, styles and formulas the form's."""
    year = reading.cover.year
    book = new_workbook(path, f"月次報告の差戻し（{form(reading.form).name}）", year)
    styles = Styles(book)
    write_front(book, styles, letter, findings, {cells.cover_name, reading.sheet})
    notes = notes_on(findings, cells.cover_name)
    _write_cover(book, styles, reading, cells, notes)
    sheet = book.add_worksheet(reading.sheet)
    set_page(sheet, f"{letter.title}　差戻し")
    notes = notes_on(findings, reading.sheet)
    faults = {f.cell: f.value for f in findings if f.value.startswith("#")}
    TallyCopy(sheet, styles, reading, cells, notes, faults).write()
    _note(sheet, notes)
    book.close()


def notes_on(findings: Iterable[Finding], sheet: str) -> dict[str, str]:
    """What the findings say of each cell of a sheet, several of them below each other."""
    found: dict[str, list[str]] = {}
    for finding in findings:
        if finding.sheet == sheet and finding.cell:
            found.setdefault(finding.cell, []).append(f"【{finding.severity}】{finding.message}")
    return {cell: "\n".join(dict.fromkeys(texts)) for cell, texts in found.items()}


def _note(sheet: Worksheet, notes: Notes) -> None:
    """The notes, each as large as its text."""
    for cell, text in notes.items():
        height = 17 * lines_in(text, NOTE_WIDTH) + 12
        sheet.write_comment(
            cell, text, {"author": "", "width": 290, "height": height, "font_size": 9}
        )


def _write_cover(
    book: Workbook, styles: Styles, reading: FormReading, cells: FormCells, notes: Notes
) -> None:
    sheet = book.add_worksheet(cells.cover_name)
    set_page(sheet, f"{form(reading.form).name}　月次報告", landscape=False)
    sheet.hide_gridlines(2)
    labels = {fold(label) for label in COVER_LABELS}
    places = {cell: label for label, cell in reading.cover_cells.items()}
    first = _label_column(cells, labels)
    sheet.set_column(0, max(first - 1, 0), 2)
    for number, width in enumerate(COVER_WIDTHS):
        sheet.set_column(first + number, first + number, width)
    for row, line in enumerate(cells.cover):
        for column, raw in enumerate(line):
            at = address(row + 1, column)
            label = places.get(at, "")
            if not label and is_blank(raw) and at not in notes:
                continue
            look = _cover_look(label, raw, is_label=fold(show(raw)).rstrip(":") in labels)
            look |= {"bg_color": RED} if at in notes else {}
            if label:
                sheet.set_row(row, 24)
            if label or not _is_sentence(line, column):
                put_typed(sheet, row, column, raw, styles(**look))
            else:
                _put_sentence(sheet, styles, row, column, show(raw))
    month = reading.cover_cells.get(MONTH)
    if month and reading.cover.year:
        source = [str(m) for m in reading.cover.year.months]
        sheet.data_validation(month, {"validate": "list", "source": source})
    _note(sheet, notes)
    sheet.fit_to_pages(1, 1)


def _label_column(cells: FormCells, labels: set[str]) -> int:
    found = (
        column
        for line in cells.cover
        for column, raw in enumerate(line)
        if isinstance(raw, str) and fold(raw).rstrip(":") in labels
    )
    return next(found, 1)


def _cover_look(label: str, raw: Any, *, is_label: bool) -> dict[str, Any]:
    if label:
        look = {"border": 1, "valign": "vcenter", "align": "left", "indent": 1}
        fill = {"bg_color": YELLOW, "locked": False} if label in TYPED else {"bg_color": LIGHT}
        is_day = label == SUBMITTED and isinstance(raw, date)
        return look | fill | {"num_format": DATE if is_day else TEXT}
    if is_label:
        return {"bold": True, "bg_color": PALE, "border": 1, "valign": "vcenter"}
    return {"text_wrap": False, "font_color": NAVY, "bold": True}


def _is_sentence(line: Sequence[Any], column: int) -> bool:
    text = show(line[column])
    return len(text) * 2 > LONG and all(is_blank(raw) for raw in line[column + 1 :])


def _put_sentence(sheet: Worksheet, styles: Styles, row: int, column: int, text: str) -> None:
    """A sentence across the columns of the form, as the form has it."""
    width = sum(COVER_WIDTHS)
    last = column + len(COVER_WIDTHS) - 1
    sheet.merge_range(row, column, row, last, text, styles(valign="vcenter"))
    sheet.set_row(row, row_height(lines_in(text, width)))
