"""Marks and result sheets in a live register: what LibreOffice makes of conditions and blocks."""

from __future__ import annotations

import re
import shutil
from datetime import date

import pytest

from juso.adapters.live_book import LiveBook
from juso.adapters.mark_keys import mark_key
from juso.adapters.register_file import read_register
from juso.adapters.register_inputs import BY_TITLE
from juso.adapters.result_blocks import findings_block, opening_lines, page
from juso.adapters.result_sheets import CELL, ERROR_KEY, FINDINGS, MESSAGE, VALUE
from juso.core.finding import Severity, address
from juso.koshu.sheets import SHEETS
from juso.services.check import check
from office.excel_formula import to_calc

pytestmark = pytest.mark.office
TODAY = date(2026, 3, 31)
PROBE = "検査"
SEVERITIES = (Severity.ERROR, Severity.WARNING)


@pytest.fixture(scope="module")
def checked(office, faulty_office, tmp_path_factory):
    """The faulty register with its findings written into it: (book, findings, register); it is not changed."""
    folder = tmp_path_factory.mktemp("marks")
    path = shutil.copy(faulty_office / "支援台帳.xlsx", folder / "支援台帳.xlsx")
    loaded = read_register(path, TODAY)
    findings = check(loaded.register, "支援台帳.xlsx")
    book = office.open(path)
    rows = findings_block(findings, loaded.register)
    block = page(FINDINGS, rows, opening_lines(findings, "きょう"))
    LiveBook(book).put(FINDINGS.title, FINDINGS.opening_row, 1, block)
    yield book, findings, loaded.register
    book.close()


def conditions(document, sheet):
    """The formulas of a sheet's first two conditions, as LibreOffice read them from the file."""
    formats = document.Sheets.getByName(sheet).ConditionalFormats.getConditionalFormats()
    first = next(f for f in formats if f.getCount() == 2)
    return [first.getByIndex(i).Formula1 for i in range(2)]


def marked(document, sheet, condition, height, width):
    """The cells in which a condition holds: it is computed at the same place of another sheet."""
    if not document.Sheets.hasByName(PROBE):
        document.Sheets.insertNewByName(PROBE, len(document.Sheets.ElementNames))
    cells = document.Sheets.getByName(PROBE).getCellRangeByPosition(0, 1, width - 1, height)
    rows = [
        re.sub(r"\$([A-Z]+)2\b", rf"'{sheet}'!$\g<1>{number}", condition)
        for number in range(2, height + 2)
    ]
    cells.setFormulaArray(tuple((to_calc(f"={text}"),) * width for text in rows))
    found = {
        address(number, place)
        for number, row in enumerate(cells.getDataArray(), start=2)
        for place, value in enumerate(row)
        if value
    }
    cells.clearContents(1 | 2 | 4 | 16)
    return found


@pytest.mark.parametrize("sheet", ["ケース票", "課題整理"])
def test_marks_stand_exactly_where_the_findings_are(checked, sheet):
    """Every cell of the sheet, and ten blank rows below."""
    book, findings, _ = checked
    document = book.impl.document
    height = len(LiveBook(book).rows(sheet)) + 10
    width = len(BY_TITLE[sheet].columns)

    for condition, severity in zip(conditions(document, sheet), SEVERITIES, strict=True):
        expected = {f.cell for f in findings if (f.sheet, f.severity) == (sheet, severity)}
        assert marked(document, sheet, condition, height, width) == expected


def test_rows_of_every_sheet_are_known_by_their_cells(checked):
    """The third row's second cell of each, by the key that Python makes of it."""
    book, findings, register = checked
    document = book.impl.document
    rows = {r: register.rows(r)[1] for r in SHEETS if len(register.rows(r)) > 1}
    keys = [[mark_key(row, 1)] for row in rows.values()]
    LiveBook(book).put(FINDINGS.title, FINDINGS.first_row + len(findings), ERROR_KEY + 1, keys)

    for row_type in rows:
        condition = conditions(document, row_type.sheet)[0]
        assert "B3" in marked(document, row_type.sheet, condition, 2, 3), row_type.sheet
    assert len(rows) > 15
    blank = [[None]] * len(keys)
    LiveBook(book).put(FINDINGS.title, FINDINGS.first_row + len(findings), ERROR_KEY + 1, blank)


def test_marks_follow_their_row_when_rows_are_inserted(checked):
    """Three rows above row 11, and away again."""
    book, *_ = checked
    document = book.impl.document
    sheet = document.Sheets.getByName("相談受付簿")
    condition = conditions(document, "相談受付簿")[0]
    before = marked(document, "相談受付簿", condition, 150, 63)
    sheet.unprotect("")
    sheet.Rows.insertByIndex(10, 3)

    after = marked(document, "相談受付簿", condition, 153, 63)
    sheet.Rows.removeByIndex(10, 3)

    assert after == {
        re.sub(r"\d+", lambda n: str(int(n[0]) + 3 * (int(n[0]) > 10)), c) for c in before
    }
    assert len(after) > 10


def test_the_list_of_findings_reads_as_it_was_written(checked):
    """Addresses lead to their cells, values stay texts, nothing of the block has become an error."""
    book, findings, _ = checked
    cells = LiveBook(book).rows(FINDINGS.title)[FINDINGS.first_row - 1 :]
    first = book.sheets[FINDINGS.title].range((FINDINGS.first_row, CELL + 1))
    worst = [f for f in findings if f.severity is Severity.ERROR]

    assert len(cells) == len(findings)
    assert [row[CELL] for row in cells[: len(worst)]] == [f.cell or "全体" for f in worst]
    assert [row[VALUE] for row in cells[: len(worst)]] == [f.value for f in worst]
    assert [row[MESSAGE] for row in cells[: len(worst)]] == [f.message for f in worst]
    assert first.formula == f'=HYPERLINK("#\'{worst[0].sheet}\'!{worst[0].cell}","{worst[0].cell}")'
