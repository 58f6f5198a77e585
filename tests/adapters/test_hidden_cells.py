"""Cells that only look empty: error values, uncalculated formulas, what a merged cell covers."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils import get_column_letter

from juso.adapters.excel_file import open_workbook
from juso.adapters.hidden_cells import HiddenCells, hidden_cells
from juso.adapters.laid_open import laid_open, merged_cells
from juso.adapters.register_file import read_register
from juso.app import App
from juso.core.calendar import FiscalYear
from juso.core.cells import Broken
from juso.core.finding import Severity
from juso.koshu.sheets import Case
from juso.services.check import check

TODAY = date(2026, 3, 31)


@pytest.fixture
def book(tmp_path):
    """A small workbook as XlsxWriter writes it."""
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet("ほか").write_formula("A1", "=1/0", value="#DIV/0!")
        sheet = made.add_worksheet("表")
        sheet.write_row("A1", ["見出し", "二", "三"])
        sheet.write_formula("A2", "=A1&B1", value="")
        sheet.write_formula("B2", "=IF(A1>1,1/0,2)", value="#DIV/0!")
        sheet.write_formula("C2", "=1+1", value=2)
        sheet.write_string("A3", "#REF!")
        sheet.write_number("B3", 5)
        sheet.merge_range("A4:B5", "結合した値")
        sheet.merge_range("A6:B6", "")
        sheet.write_string("A7", "終わり")
    return path


def test_hidden__are_errors_and_formulas_without_a_result(book):
    """A calculated formula and a text that looks like an error are seen anyway."""
    with HiddenCells(book) as hidden:
        assert hidden.on("表") == {(2, 0): "=A1&B1", (2, 1): "#DIV/0!"}
        assert hidden.on("ほか") == {(1, 0): "#DIV/0!"}
        assert hidden.on("ない") == {}


def test_hidden__columns_may_be_skipped(book):
    """The results of computed columns are read by nobody; their errors do not matter either."""
    with HiddenCells(book) as hidden:
        assert (2, 0) not in hidden.on("表", skip=[0])


def test_hidden__are_looked_for_in_memory_too(book):
    """An encrypted file is decrypted in memory only."""
    package = io.BytesIO(book.read_bytes())

    assert hidden_cells(package, "表", {(2, 1), (9, 9)}) == {(2, 1): "#DIV/0!"}


XML = {
    "Excel": '<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    "文字の空": '<c r="A2" t="str"><f>""</f><v></v></c>',
    "式のみ": '<c r="A2"><f>B1&amp;"x"</f></c>',
    "空の値": '<c r="A2" s="3"><f>B1</f><v/></c>',
    "共有": '<c r="A2"><f t="shared" si="0"/><v></v></c>',
    "接頭辞": '<x:c r="A2" t="e"><x:v>#N/A</x:v></x:c>',
    "値あり": '<c r="A2"><f>1+1</f><v>2</v></c>',
}
FOUND = {
    "Excel": "#DIV/0!",
    "式のみ": '=B1&"x"',
    "空の値": "=B1",
    "共有": "=",
    "接頭辞": "#N/A",
}


@pytest.mark.parametrize("kind", XML)
def test_hidden__are_found_as_other_programs_store_them(book, kind):
    """Excel, LibreOffice, openpyxl and the Open XML SDK differ."""
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet2.xml"
    head, row, rest = parts[name].partition(b'<row r="2"')
    _, end, tail = rest.partition(b"</row>")
    parts[name] = head + row + b">" + XML[kind].encode() + end + tail
    with zipfile.ZipFile(book, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)

    with HiddenCells(book) as hidden:
        assert hidden.on("表").get((2, 0)) == FOUND.get(kind)


def test_damaged_file__hides_nothing(tmp_path):
    """The first reader has the say on what is damaged."""
    broken = tmp_path / "a.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken")
    other = tmp_path / "a.xls"
    other.write_bytes(b"\xd0\xcf\x11\xe0")

    for path in (broken, other):
        with HiddenCells(path) as hidden:
            assert hidden.on("表") == {}


def test_merged_cells__are_covered_where_there_is_a_value(book):
    """What lies under a value is no empty cell; an empty merged cell covers nothing."""
    sheet = open_workbook(book).get_sheet_by_name("表")
    with HiddenCells(book) as hidden:
        rows = list(laid_open(sheet.to_python(), hidden.on("表"), merged_cells(sheet)))

    assert rows[1][:2] == ["=A1&B1", "#DIV/0!"]
    assert [row[:2] for row in rows[3:5]] == [["結合した値", "結合"], ["結合", "結合"]]
    assert all(isinstance(rows[r][c], Broken) for r, c in ((1, 0), (3, 1), (4, 0), (4, 1)))
    assert rows[5][:2] == ["", ""]
    assert type(rows[5][1]) is str


def column_of(label):
    """The place of a heading of 相談受付簿, from 1."""
    return 1 + next(i for i, c in enumerate(Case.columns) if c.label == label)


@pytest.fixture
def spoilt(tmp_path):
    """The register saved by another program after a clerk used formulas in it."""
    path = tmp_path / "支援台帳.xlsx"
    app = App(today=TODAY, now=datetime(2026, 3, 31, 17, 0))
    app.sample(tmp_path / "見本", FiscalYear(2025), 20, 1, faults=False)
    made = openpyxl.load_workbook(tmp_path / "見本" / "支援台帳.xlsx")
    sheet = made["相談受付簿"]
    for row, label, typed in (
        (3, "受付者", "#REF!"),
        (4, "備考", "#N/A"),
        (5, "世帯人数", "=1+1"),
        (6, "受付窓口", "=A1"),
    ):
        sheet.cell(row, column_of(label)).value = typed
    place = column_of("担当者")
    letter = get_column_letter(place)
    sheet.merge_cells(f"{letter}10:{letter}11")
    made.save(path)
    return path


def test_register__says_what_only_looks_empty(spoilt):
    """Required or not, nothing is called 未入力 and nothing is lost; computed columns are left out."""
    loaded = read_register(spoilt, TODAY)

    found = check(loaded.register, spoilt.name, loaded.missing, rules=())
    said = {f.cell: f for f in found if f.sheet == "相談受付簿"}
    cells = {
        f"{get_column_letter(column_of(label))}{row}": text
        for row, label, text in (
            (3, "受付者", "「#REF!」はエラー値です。"),
            (4, "備考", "「#N/A」はエラー値です。"),
            (5, "世帯人数", "数式「=1+1」の計算結果がありません。"),
            (6, "受付窓口", "数式「=A1」の計算結果がありません。"),
            (11, "担当者", "結合したセルの中にあり"),
        )
    }
    for cell, text in cells.items():
        assert (said[cell].rule, said[cell].severity) == ("CELL-002", Severity.ERROR)
        assert said[cell].message.startswith(text)
    broken = [f for f in found if "計算結果がありません" in f.message]
    assert [f.cell for f in broken] == [c for c, text in cells.items() if "計算" in text]


def test_clean_register__hides_nothing(sample_office):
    """What the product wrote has errors and empty results in computed columns only."""
    loaded = read_register(sample_office / "支援台帳.xlsx", TODAY)

    assert [p for table in loaded.register.tables.values() for p in table.problems] == []
