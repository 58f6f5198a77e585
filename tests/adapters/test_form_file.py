"""Forms written by the product are read back; whatever else lies there gets a sentence."""

import hashlib
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from form_tables import YEAR, cover_of, in_short
from juso.adapters.excel_file import open_workbook
from juso.adapters.form_file import is_form, read_form
from juso.adapters.form_workbook import blank_form, write_form
from juso.core.calendar import Month
from juso.core.errors import JusoError
from juso.koshu.tally.items import FORMS, form

APRIL, MAY = YEAR.months[:2]


def zeros(code, month="R7.5"):
    """Every required row at 0 up to a month."""
    months = [m for m in YEAR.months if m <= Month.parse(month)]
    return {(i.code, m): 0 for i in form(code).items if i.required for m in months}


def written(path, code="W4", figures=(), month="R7.5"):
    """A form with zeros and the given figures."""
    values = zeros(code, month) | dict(figures)
    write_form(path, form(code), YEAR, values, cover_of(code, month))
    return path


def changed(path, change):
    """The form after someone has worked on it with another program."""
    book = openpyxl.load_workbook(path)
    change(book["月次"])
    book.save(path)
    book.close()
    return path


@pytest.mark.parametrize("declared", FORMS, ids=lambda f: f.code)
def test_written_form__is_read_back_without_findings(declared, tmp_path):
    """Every figure comes back, and 計 and 表紙 are in order."""
    path = written(tmp_path / declared.file_name, declared.code)

    reading = read_form(path)

    assert in_short(reading.findings) == []
    assert (reading.form, reading.cover.writer) == (declared.code, "集計担当（見本）")
    assert reading.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    read = {code: row.values for code, row in reading.rows.items() if 0 in row.values}
    assert read == {i.code: (0, 0) for i in declared.items if i.required}


def test_cells__keep_numbers_dashes_and_text(tmp_path):
    """What a clerk typed is what is read."""
    typed = {("A01", APRIL): 12, ("A01", MAY): "１３件", ("A02", APRIL): "－", ("A03", MAY): None}

    reading = read_form(written(tmp_path / "W4.xlsx", figures=typed.items()))

    assert reading.rows["A01"].values == (12, 13)
    assert list(map(str, reading.rows["A02"].states)) == ["皆無", "値"]
    assert in_short(reading.findings)[:2] == [
        "F5 W4/A01/R7.5 TALLY-005",
        "F7 W4/A03/R7.5 TALLY-004",
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("#REF!", "エラー値"), ("#N/A", "エラー値"), ("=1+1", "計算結果がありません")],
)
def test_cell_that_looks_empty__is_looked_at_again(tmp_path, typed, said):
    """calamine gives '' for error values and for formulas nobody has calculated."""

    def change(sheet):
        sheet["E5"] = typed
        if typed.startswith("#"):
            sheet["E5"].data_type = "e"

    reading = read_form(changed(written(tmp_path / "W4.xlsx"), change))

    assert in_short(reading.findings)[0] == "E5 W4/A01/R7.4 TALLY-007"
    assert said in reading.findings[0].message
    assert list(map(str, reading.rows["A01"].states)) == ["誤り", "値"]


def test_merged_cells__are_no_figures(tmp_path):
    """4月 and 5月 in one cell: 5月 is unknown."""
    path = changed(written(tmp_path / "W4.xlsx"), lambda sheet: sheet.merge_cells("E5:F5"))

    assert in_short(read_form(path).findings) == ["F5 W4/A01/R7.5 TALLY-007"]


def test_inserted_rows_and_columns__change_nothing(tmp_path):
    """A clerk adds a row of their own and a column for notes."""
    path = written(tmp_path / "W4.xlsx", figures={("A02", APRIL): 0, ("A01", MAY): 0}.items())
    expected = {code: row.values for code, row in read_form(path).rows.items()}

    def change(sheet):
        sheet.insert_rows(6)
        sheet["B6"] = "独自の覚え"
        sheet.insert_cols(3)

    reading = read_form(changed(path, change))

    assert {code: row.values for code, row in reading.rows.items()} == expected


@pytest.mark.parametrize(("name", "rule"), [("表紙", "FORM-001"), ("月次", "FORM-002")])
def test_missing_sheet__is_a_finding(tmp_path, name, rule):
    """The file opens, but is no form any more."""
    path = written(tmp_path / "W4.xlsx")
    book = openpyxl.load_workbook(path)
    del book[name]
    book.save(path)

    assert rule in [finding.rule for finding in read_form(path).findings]


def damaged_sheet(path):
    """A form whose sheet 月次 is cut off."""
    written(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"][:3000]
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"PK\x03\x04" + b"\0" * 200),
        lambda path: path.write_text("<html></html>"),
        lambda path: path.mkdir(),
        lambda _: None,
        damaged_sheet,
    ],
    ids=["empty", "broken zip", "web page", "folder", "absent", "damaged sheet"],
)
def test_file_that_is_no_workbook__is_one_sentence(tmp_path, make):
    """Never a traceback: what it is and what to do."""
    path = tmp_path / "W4.xlsx"
    make(path)

    with pytest.raises(JusoError, match=r"W4\.xlsx.*。$"):
        read_form(path)


def test_form__is_known_by_its_cover_not_its_name(tmp_path):
    """様式ID decides."""
    form_path = written(tmp_path / "名前を変えた.xlsx")
    other = tmp_path / "W1_介護.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "相談受付簿"
    book.save(other)

    assert is_form(open_workbook(form_path), form_path)
    assert not is_form(open_workbook(other), other)


def test_form__gives_the_same_bytes_twice(tmp_path):
    """Reproducible, like everything the product makes."""
    first, second = (written(tmp_path / name).read_bytes() for name in ("1.xlsx", "2.xlsx"))

    assert first == second


def test_blank_form__is_not_submitted_yet(tmp_path):
    """A form as handed out in April has its own identity; nothing in it is at fault."""
    path = tmp_path / "W1.xlsx"
    blank_form(path, form("W1"), YEAR)

    reading = read_form(path)

    assert (reading.form, reading.findings) == ("", ())
    assert replace(reading.cover, agency="") == replace(
        cover_of("W1"), agency="", writer="", month=None, submitted_on=None, contact=""
    )


def test_form__can_be_filled_in_but_not_altered(tmp_path):
    """Only the cells a window fills in are unlocked; there is no password."""
    book = openpyxl.load_workbook(written(tmp_path / "W1.xlsx", "W1"))
    sheet = book["月次"]

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    locked = {cell: sheet[cell].protection.locked for cell in ("A5", "B5", "E5", "Q5", "R5")}
    assert locked == {"A5": True, "B5": True, "E5": False, "Q5": True, "R5": False}
    assert (sheet["Q5"].value, sheet["Q12"].value) == ("=SUM(E5:P5)", None)
    assert sheet.freeze_panes == "E4"
    assert [v.type for v in sheet.data_validations.dataValidation] == ["custom"]
    book.close()
