"""Marks: the key Python writes beside a finding and the condition that looks for it agree."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from juso.adapters.mark_keys import MarkKeys, identity, joined, mark_key
from juso.adapters.register_marks import mark_formula
from juso.core.finding import Severity
from juso.core.table import read_table
from juso.koshu.register import Register
from juso.koshu.sheets import (
    SHEETS,
    AgendaItem,
    AttendanceRecord,
    Case,
    FamilyMember,
    Plan,
    Target,
    Training,
)
from juso.services.check import check

TODAY = date(2026, 3, 31)

IDENTITIES = (
    (Case, ["ケース番号"]),
    (Plan, ["プラン番号"]),
    (FamilyMember, ["ケース番号", "番号", "続柄", "年代"]),
    (AgendaItem, ["会議番号", "案件番号", "案件区分"]),
    (AttendanceRecord, ["会議番号", "案件番号", "機関", "職名", "氏名"]),
    (Target, ["年度", "指標ID"]),
    (Training, ["開催日", "種別", "名称"]),
)


@pytest.mark.parametrize(("row_type", "labels"), IDENTITIES, ids=lambda x: getattr(x, "sheet", ""))
def test_rows_are_told_apart_by_their_number_or_leading_cells(row_type, labels):
    assert [row_type.columns[place].label for place in identity(row_type)] == labels


def test_a_condition_joins_the_cells_that_tell_the_row():
    assert mark_formula(Case, Severity.ERROR, 2) == (
        '=ISNUMBER(MATCH("相談受付簿|"&IF($A2="",ROW()&"行目",$A2)&"|"&COLUMN(),juso_errors,0))'
    )
    assert mark_formula(Target, Severity.WARNING, 2) == (
        '=ISNUMBER(MATCH("目標・評価|"&IF($A2&$B2="",ROW()&"行目",$A2&"|"&$B2)'
        '&"|"&COLUMN(),juso_warnings,0))'
    )


def test_a_key_is_what_the_condition_joins():
    case = Case(case_no="R7-0001", row_number=2)
    member = FamilyMember(case_no="R7-0001", number=2, age_band="40代", row_number=3)

    assert mark_key(case, 2) == "相談受付簿|R7-0001|3"
    assert mark_key(case, 2, {"case_no": "Ｒ7-0001"}) == "相談受付簿|Ｒ7-0001|3"
    assert mark_key(Case(row_number=12), 0) == "相談受付簿|12行目|1"
    assert mark_key(member, 0) == "家族構成|R7-0001|2||40代|1"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (2.0, "2"),
        (0.1 + 0.2, "0.3"),
        (date(2025, 4, 1), "45748"),
        (datetime(2025, 4, 1, 12), "45748.5"),
        (True, "TRUE"),
        (None, ""),
    ],
)
def test_values_are_joined_as_excel_does(cell, text):
    assert joined(cell) == text


def test_keys_are_made_of_what_the_cells_hold():
    """A number typed in wide letters is read as R7-0001; Excel joins the wide letters."""
    labels = [c.label for c in Case.columns]
    rows = [["Ｒ７-０００１", "", "昨日"], ["", "S0001", "昨日"]]
    cells = [labels, *([*row, *[""] * (len(labels) - 3)] for row in rows)]
    register = Register({Case: read_table(Case, cells, {})}, TODAY)
    keys = MarkKeys(register)

    found = {keys.of(f) for f in check(register, "支援台帳.xlsx") if f.column == "受付日"}

    assert found == {"相談受付簿|Ｒ７-０００１|3", "相談受付簿|3行目|3"}


def test_findings_without_a_row_have_no_key():
    register = Register({Case: read_table(Case, [["ケース番号"]], {})}, TODAY)
    found = check(register, "支援台帳.xlsx", missing=[Plan])

    assert {MarkKeys(register).of(finding) for finding in found} == {None}


@pytest.mark.parametrize("row_type", SHEETS, ids=lambda r: r.sheet)
def test_every_sheet_has_two_conditions_before_all_others(book, row_type):
    """They decide before the yellow of gaps; one range each for the whole sheet."""
    found = book[row_type.sheet].conditional_formatting._cf_rules
    marks = [
        (str(area.sqref), rule)
        for area, rules in found.items()
        for rule in rules
        if "juso_" in rule.formula[0]
    ]
    last = book[row_type.sheet].cell(1, len(row_type.columns)).column_letter

    assert [area for area, _ in marks] == [f"A2:{last}5001"] * 2
    assert [rule.priority for _, rule in marks] == [1, 2]
    assert all(rule.stopIfTrue for _, rule in marks)
    assert [f"={rule.formula[0]}" for _, rule in marks] == [
        mark_formula(row_type, severity, 2) for severity in (Severity.ERROR, Severity.WARNING)
    ]


def test_names_lead_to_the_hidden_keys_the_office_and_the_meetings(book):
    names = {name: book.defined_names[name].attr_text for name in book.defined_names}

    assert names["juso_errors"] == "'点検結果'!$K$6:$K$20000"
    assert names["juso_warnings"] == "'点検結果'!$L$6:$L$20000"
    assert names["juso_office"] == "'はじめに'!$B$3"
    assert names["juso_meetings"] == "'会議台帳'!$A$2:$A$5001"
    assert book["会議台帳"]["A1"].value == "会議番号"
    assert book["はじめに"]["A3"].value == "事業所ID"
