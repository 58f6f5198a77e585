"""差戻し: the sender's cells at their places, red where something is to be put right."""

from datetime import date

import openpyxl
import pytest

from form_tables import YEAR, cover_of
from juso.adapters.form_cells import form_cells, remarks
from juso.adapters.form_file import read_form
from juso.adapters.form_workbook import write_form
from juso.adapters.returned_form import write_returned
from juso.adapters.returned_front import Letter
from juso.core.calendar import Month
from juso.koshu.tally.items import form
from juso.services.merge import merge

LETTER = Letter(
    "月次報告（介護）", "センター", "甲州市", date(2025, 7, 8), date(2025, 7, 15), "急ぎ"
)
MONTHS = [Month.parse(m) for m in ("R7.4", "R7.5", "R7.6")]


def sent(path, **figures):
    """A form of W1 up to 6月, all zeros but `A01="約3"` in April."""
    cells = {(item.code, m): 0 for item in form("W1").items if item.required for m in MONTHS}
    cells |= {(code, MONTHS[0]): value for code, value in figures.items()}
    write_form(path, form("W1"), YEAR, cells, cover_of("W1"))
    return path


def returned(path, target, letter=LETTER):
    """The copy of a form with its findings as notes."""
    reading = read_form(path)
    found = [f for f in merge([reading], YEAR, expected=()).findings if f.severity != "参考"]
    write_returned(target, reading, form_cells(path, reading), found, letter)
    return openpyxl.load_workbook(target), found


@pytest.fixture
def moved(tmp_path):
    """A form whose rows and columns a window moved, with a row of its own and a second sheet."""
    path = sent(tmp_path / "届いた.xlsx", A02="約3", A03="", A04=5)
    book = openpyxl.load_workbook(path)
    sheet = book["月次"]
    sheet.insert_rows(6, 2)
    sheet["B6"] = "独自の項目"
    sheet.insert_cols(5)
    sheet["S9"] = "備考に書いた注"
    book.create_sheet("うちの集計")["A1"] = 1
    book.save(path)
    return path


def test_copy__has_every_cell_where_the_sender_has_it(moved, tmp_path):
    copy, _ = returned(moved, tmp_path / "差戻し.xlsx")
    was, now = openpyxl.load_workbook(moved)["月次"], copy["月次"]
    found = [
        (cell.coordinate, cell.value, now[cell.coordinate].value)
        for row in was.iter_rows()
        for cell in row
        if cell.value is not None and not str(cell.value).startswith("=")
        if cell.value != now[cell.coordinate].value
    ]

    assert found == []
    assert now["S9"].value == "備考に書いた注"
    assert copy.sheetnames == ["差戻し", "表紙", "月次"]


def test_copy__totals_are_formulas_again(moved, tmp_path):
    copy, _ = returned(moved, tmp_path / "差戻し.xlsx")

    assert copy["月次"]["R5"].value == "=SUM(F5:Q5)"
    assert copy["月次"].data_validations.dataValidation
    assert copy["表紙"].data_validations.dataValidation[0].formula1.startswith('"R7.4,R7.5')


def test_copy__is_red_and_noted_at_each_finding(moved, tmp_path):
    copy, findings = returned(moved, tmp_path / "差戻し.xlsx")
    cells = {(f.sheet, f.cell) for f in findings if f.cell}

    assert {"F8", "F9"} <= {cell for _, cell in cells}
    for title, cell in cells:
        at = copy[title][cell]
        assert at.fill.fgColor.rgb == "FFFFC7CE", (title, cell)
        assert at.comment is not None
    assert "約3" in copy["月次"]["F8"].comment.text
    assert not copy["月次"]["F8"].protection.locked


def test_front__lists_the_reasons_with_links(moved, tmp_path):
    copy, findings = returned(moved, tmp_path / "差戻し.xlsx")
    front = copy["差戻し"]
    texts = [str(cell.value) for row in front.iter_rows() for cell in row if cell.value]
    links = {c.hyperlink.location for row in front.iter_rows() for c in row if c.hyperlink}

    assert "連絡：急ぎ" in texts
    assert any("令和7年7月15日（火）までに返送" in text for text in texts)
    assert {f"'{f.sheet}'!{f.cell}" for f in findings if f.cell} == links
    assert {f.message for f in findings} <= set(texts)


def test_copy__reads_as_the_form_did(moved, tmp_path):
    """The added sheet, the red cells and the notes change nothing for the reader."""
    target = tmp_path / "差戻し.xlsx"
    returned(moved, target)
    was, now = read_form(moved), read_form(target)

    assert now.rows == was.rows
    assert now.cover == was.cover
    assert now.columns == was.columns


def test_what_is_not_copied__is_said(moved):
    cells = form_cells(moved, read_form(moved))

    assert cells.others == ("うちの集計",)
    assert (
        "うちの集計"
        in Letter(*("x",) * 3, *(date(2025, 7, 8),) * 2, "", cells.others).sentences(has_list=True)[
            -1
        ]
    )


def test_remarks__are_those_of_the_rows_asked_for(moved):
    reading = read_form(moved)

    assert remarks(form_cells(moved, reading), reading, ["A03", "A02"]) == {"A03": "備考に書いた注"}
    assert remarks(None, reading, ["A03"]) == {}
