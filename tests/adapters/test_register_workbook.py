"""支援台帳.xlsx as written: rows, formulas and their results, and a sound package."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from juso.adapters.register_file import Recall, read_register
from juso.adapters.register_workbook import write_register
from juso.core.sheet import blank, column_index
from juso.koshu.settings import Settings
from juso.koshu.sheets import (
    SHEETS,
    Case,
    Contact,
    Decision,
    MeetingRecord,
    Plan,
    Referral,
    Resource,
    Target,
)
from written_register import CONFIG, ROWS, SPARE, TODAY, column_values

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_sheets__stand_in_the_order_of_the_work(book):
    """はじめに first, the tables as declared, what buttons fill, then what is looked up."""
    results = ["点検結果", "要対応", "つなぎボード", "整え", "名寄せ"]
    results += ["月次実績", "提出状況", "突合"]
    expected = ["はじめに", *(r.sheet for r in SHEETS), *results, "設定", "コード表", "点検規則"]

    assert book.sheetnames == expected
    assert max(map(len, book.sheetnames)) <= 31


@pytest.mark.parametrize("row_type", SHEETS, ids=lambda r: r.sheet)
def test_headings__are_the_declared_labels(book, row_type):
    """Row 1 holds the labels exactly, and nothing else."""
    labels = [cell.value for cell in book[row_type.sheet][1]]

    assert labels == [c.label for c in row_type.columns]


def test_rows__are_read_back_as_written(register_path):
    """Our own reader understands what is written, computed columns aside."""
    register = read_register(register_path, TODAY).register

    for row_type in SHEETS:
        table = register.tables[row_type]
        blanks = {c.key: blank(c) for c in row_type.columns if c.computed}
        rows = [row for row in ROWS if isinstance(row, row_type)]
        expected = [r.replace(row_number=n, **blanks) for n, r in enumerate(rows, start=2)]
        assert list(table.rows) == expected
        assert not (table.missing or table.unknown or table.doubled)


def test_settings__are_read_back_as_written(tmp_path):
    """Thresholds and areas of 設定 come back; nothing else on the sheet is taken for an area."""
    settings = Settings(Settings().numbers | {"stale_days": 45}, ("北", "南"))
    write_register(tmp_path / "a.xlsx", (), settings, CONFIG, spare_rows=0)

    register = read_register(tmp_path / "a.xlsx", TODAY).register

    assert register.settings == settings
    assert register.cases == []


def test_texts__never_become_formulas(book):
    """A name that begins with = stays a name."""
    cell = book["相談受付簿"].cell(2, column_index(Case, "name") + 1)

    assert (cell.value, cell.data_type) == ("=架空 花子", "s")


FORMULAS = """
相談受付簿  年齢(受付時)  =IF(OR($P2="",$C2=""),"",DATEDIF($P2,$C2,"Y"))
決定事項    期限超過      =IF(OR($G2="",$I2="完了",$I2="中止"),"",IF($G2<TODAY(),"○",""))
目標・評価  達成率        =IF(OR($C2="",$D2="",$C2=0),"",$D2/$C2)
"""


@pytest.mark.parametrize("line", FORMULAS.strip().splitlines())
def test_formulas__name_the_cells_of_their_row(book, line):
    """{label} of a declared formula is that column's cell, and spare rows have the formula too."""
    title, label, expected = line.split(maxsplit=2)
    sheet = book[title]
    place = [cell.value for cell in sheet[1]].index(label) + 1
    rows = sum(row.sheet == title for row in ROWS)

    assert sheet.cell(2, place).value == expected
    assert sheet.cell(2 + rows + SPARE - 1, place).value == re.sub(
        r"(\$[A-Z]+)2\b", rf"\g<1>{2 + rows + SPARE - 1}", expected
    )
    assert sheet.cell(2 + rows + SPARE, place).value is None


RESULTS = (
    (Case, "age_at_intake", [79, 0, None, "#NUM!"]),
    (Case, "is_off_attribute", [None, "○", "○", "○"]),
    (Case, "field_count", [2, 0, None, None]),
    (Case, "last_contact_on", [datetime(2025, 7, 1), None, None, None]),
    (Plan, "household_no", ["S0001", None]),
    (Referral, "is_complete", ["○", None, "○"]),
    (MeetingRecord, "legal_basis", ["社会福祉法第106条の6、実施計画8(2)"]),
    (MeetingRecord, "keep_until", [datetime(2031, 3, 31)]),
    (Decision, "is_overdue", ["○", None]),
    (Target, "rate", [0.9, None]),
)


@pytest.mark.parametrize(("row_type", "key", "expected"), RESULTS, ids=lambda x: str(x)[:20])
def test_computed_columns__hold_their_results(results, row_type, key, expected):
    """A reader without a calculator sees what the formula gives; spare rows show nothing."""
    found = column_values(results[row_type.sheet], row_type, key)

    assert found[: len(expected)] == expected
    assert set(found[len(expected) :]) <= {None}


def test_faulty_rows__keep_what_was_typed(tmp_path):
    """Values of another type are written as they are, and nothing is computed from them."""
    faulty = Case.of(ROWS[0]).replace(received_on="令和7年13月1日", born_on=date(1890, 1, 1))
    contact = Contact(record_no="K-R7-00001", case_no="R7-0001", at="昨日")
    write_register(tmp_path / "a.xlsx", (faulty, contact), Settings(), CONFIG)

    sheets = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx"))
    row = sheets.get_sheet_by_name("相談受付簿").to_python()[1]
    keys = ("received_on", "born_on", "age_at_intake", "last_contact_on")

    assert [row[column_index(Case, key)] for key in keys] == ["令和7年13月1日", "1890/1/1", "", ""]


def test_identity__is_in_the_properties_and_on_the_first_sheet(book):
    """A register is recognised by its 様式ID, whatever the file is called."""
    assert book.custom_doc_props["様式ID"].value == "KOSHU-JUSO-REGISTER"
    assert book.defined_names["juso_register"].attr_text == "'はじめに'!$B$2"
    assert book["はじめに"]["B2"].value == "KOSHU-JUSO-REGISTER"


def test_identity__holds_the_offices_id(tmp_path):
    """A button works on the register only if juso.toml beside it says the same."""
    write_register(tmp_path / "a.xlsx", (), Settings(), replace(CONFIG, id="3f2a"), spare_rows=0)

    sheets = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx"))
    assert sheets.get_sheet_by_name("はじめに").to_python()[2][:2] == ["事業所ID", "3f2a"]


def test_bytes__are_the_same_for_the_same_input(register_path, tmp_path):
    """Nothing of the clock or the machine is in the file."""
    write_register(tmp_path / "again.xlsx", ROWS, Settings(), CONFIG, spare_rows=SPARE)

    assert (tmp_path / "again.xlsx").read_bytes() == register_path.read_bytes()


ACCEPTED: dict[str, str] = {}
"""Messages of openxml-audit that Excel does not mind -> why; none so far."""


def test_package__passes_the_schema_audit(register_path):
    """Excel opens the file without repairing it, as far as the schema can tell."""
    result = OpenXmlValidator().validate(str(register_path))

    assert [e.description for e in result.errors if e.description not in ACCEPTED] == []


def test_package__has_no_faults_the_audit_overlooks(parts):
    """No cell twice, no style out of range, no height set for good below the heading."""
    styles = ElementTree.fromstring(parts["xl/styles.xml"])
    formats = len(styles.find(f"{MAIN}cellXfs"))
    for name, text in parts.items():
        if not name.startswith("xl/worksheets/sheet"):
            continue
        cells = re.findall(r'<c r="([A-Z]+\d+)"', text)
        assert len(cells) == len(set(cells))
        assert max(map(int, re.findall(r' s(?:tyle)?="(\d+)"', text)), default=0) < formats
    register = parts["xl/worksheets/sheet2.xml"]
    assert '<dimension ref="A1:BK10"/>' in register
    assert re.findall(r'<row r="(\d+)"[^>]*customHeight', register) == ["1"]


def formula_results(path):
    """The values of the formula columns by sheet and heading, in the rows that hold data."""
    sheets = CalamineWorkbook.from_path(str(path))
    found = {}
    for row_type in SHEETS:
        rows = sheets.get_sheet_by_name(row_type.sheet).to_python()[1:]
        count = sum(isinstance(row, row_type) for row in ROWS)
        for place, column in enumerate(row_type.columns):
            if column.formula:
                found[row_type.sheet, column.label] = [row[place] for row in rows[:count]]
    return found


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_formulas__give_in_libreoffice_what_is_stored(register_path, tmp_path):
    """With the stored results removed, LibreOffice computes the same values."""
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(register_path) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            target.writestr(name, data)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run(
        [*convert, "--outdir", str(tmp_path / "out"), str(bare)], check=True, timeout=100
    )

    found, stored = formula_results(tmp_path / "out" / "bare.xlsx"), formula_results(register_path)

    assert found == stored
    assert stored["相談受付簿", "関与分野数"] == [2, 0, "", ""]


def test_recall__reads_only_what_has_changed():
    """A sheet with the same cells gives the very same table; an edit, or another list, does not."""
    recall = Recall().of(Path("a.xlsx"))
    rows = [[c.label for c in Resource.columns]]
    lists = {"関係機関": ("社協",)}

    first = recall.table(Resource, rows, lists)

    assert recall.table(Resource, [list(row) for row in rows], lists) is first
    assert recall.table(Resource, [*rows, [""] * len(Resource.columns)], lists) is not first
    assert recall.table(Resource, rows, lists) is not first
    again = recall.table(Resource, rows, lists)
    assert recall.table(Resource, rows, {"関係機関": ("市役所",)}) is not again
    assert recall.of(Path("b.xlsx")).table(Resource, rows, lists) is not again
