"""Files as they arrive: what the table of repairs says of them is what happens."""

import shutil
import zipfile
from datetime import date

import pytest
import xlsxwriter

from form_tables import YEAR, cover_of, in_short
from juso.adapters.excel_file import open_workbook, read_sheet, rows_of
from juso.adapters.form_file import read_form
from juso.adapters.form_workbook import write_form
from juso.adapters.office_forms import read_forms
from juso.koshu.tally.items import form


@pytest.fixture
def filled(tmp_path):
    """A form with a figure in each required row of April."""
    path = tmp_path / "W4.xlsx"
    months = YEAR.months[:1]
    values = {
        (item.code, month): 3 for item in form("W4").items if item.required for month in months
    }
    write_form(path, form("W4"), YEAR, values, cover_of("W4", "R7.4"))
    return path


def test_n18_hidden_rows_and_sheets__are_read(filled):
    """Totals include what is hidden or filtered away."""
    before = read_form(filled).rows
    import openpyxl

    book = openpyxl.load_workbook(filled)
    for number in range(5, 12):
        book["月次"].row_dimensions[number].hidden = True
    book["月次"].sheet_state = "hidden"
    book.save(filled)

    assert {code: row.values for code, row in read_form(filled).rows.items()} == {
        code: row.values for code, row in before.items()
    }


def test_n30_days_counted_from_1904__are_the_days_meant(tmp_path):
    """A workbook of an old Mac."""
    path = tmp_path / "mac.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as book:
        day = book.add_format({"num_format": "yyyy/m/d"})
        book.add_worksheet("表").write_datetime("A1", date(2025, 4, 1), day)

    sheet = read_sheet(open_workbook(path), "表", path)
    assert list(rows_of(sheet, path)) == [[date(2025, 4, 1)]]


def test_n38_n41_other_files__are_one_finding_each(filled, tmp_path):
    """What a zip holds is read; a CSV that is no form stops nothing and is named."""
    packed, table = tmp_path / "月次報告.zip", tmp_path / "W1.csv"
    with zipfile.ZipFile(packed, "w") as package:
        package.write(filled, "W4.xlsx")
    table.write_text("項目,4月\nA01,3\n", encoding="cp932")

    readings = read_forms([packed, table, filled])

    assert [f.rule for r in readings for f in r.findings] == ["FORM-020", "FORM-022"]
    assert "zip に入った「W4.xlsx」を読みました" in readings[0].findings[0].message
    assert readings[0].rows == readings[2].rows
    assert "月次報告の表でもありません" in readings[1].findings[0].message


def test_n40_workbook_with_macros__is_read(filled, tmp_path):
    """The macros are not run, the figures are read."""
    with_macros = shutil.copy(filled, tmp_path / "W4.xlsm")

    assert in_short(read_form(tmp_path / "W4.xlsm").findings) == []
    assert with_macros.exists()
