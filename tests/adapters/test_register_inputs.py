"""What helps a clerk type the right thing: checks, drop-downs, notes, named lists."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from juso.adapters.register_codes import used_lists
from juso.adapters.register_inputs import list_name, list_title
from juso.adapters.register_workbook import write_register
from juso.core.sheet import column_index
from juso.koshu.codes import Issue
from juso.koshu.settings import Settings
from juso.koshu.sheets import SHEETS, Case, Contact, MeetingRecord, Plan, Training
from written_register import CONFIG, TODAY

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def validations(sheet):
    """The validations of a sheet by column letter."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            for place in range(area.min_col, area.max_col + 1):
                assert get_column_letter(place) not in found
                found[get_column_letter(place)] = (area, rule)
    return found


@pytest.mark.parametrize("row_type", SHEETS, ids=lambda r: r.sheet)
def test_validations__reach_row_5001_and_keep_to_excels_limits(book, row_type):
    """Every check covers rows 2 to 5001; messages fit; no column a clerk leaves alone has one."""
    found = validations(book[row_type.sheet])

    for area, rule in found.values():
        assert (area.min_row, area.max_row) == (2, 5001)
        assert len(rule.prompt or "") <= 255
        assert len(rule.promptTitle or "") <= 32
        assert len(rule.formula1 or "") <= 255
    for place, column in enumerate(row_type.columns, start=1):
        letter = get_column_letter(place)
        assert not (column.computed and letter in found)
        listed = column.is_code or column.choices or column.refers
        if listed and not (column.many or column.computed):
            assert found[letter][1].type == "list"


CHECKS = (
    (Case, "case_no", ("custom", "COUNTIF($A$2:$A$5001,A2)=1", "warning")),
    (Case, "window", ("list", "一覧_受付窓口", None)),
    (Case, "area", ("list", "一覧_地区", "warning")),
    (Case, "lead_agency", ("list", "一覧_関係機関", "warning")),
    (Case, "reopened_from", ("list", "一覧_ケース番号", "warning")),
    (Case, "is_anonymous", ("list", '"○"', None)),
    (Contact, "met", ("list", '"○,×"', None)),
    (Plan, "meeting_no", ("list", "一覧_会議番号", "warning")),
    (Training, "heads", ("whole", "0", None)),
    (MeetingRecord, "starts_at", ("time", "0", None)),
)


@pytest.mark.parametrize(("row_type", "key", "expected"), CHECKS)
def test_validations__come_from_the_declaration(book, row_type, key, expected):
    """Closed lists stop a wrong value, lists the office keeps itself warn."""
    letter = get_column_letter(column_index(row_type, key) + 1)
    _, rule = validations(book[row_type.sheet])[letter]

    assert (rule.type, rule.formula1, rule.errorStyle) == expected


def test_several_choices__are_told_but_not_enforced(book):
    """Excel's lists know one value a cell: the choices stand in the message."""
    letter = get_column_letter(column_index(Case, "attributes") + 1)
    _, rule = validations(book["相談受付簿"])[letter]

    assert rule.type is None
    assert "選択肢：高齢、障害、こども、困窮、その他" in rule.prompt


def test_notes__tell_what_to_do_and_on_whose_authority(book):
    """The note of a heading holds mark, condition, hint, example and basis."""
    notes = {cell.value: cell.comment.text for cell in book["支援プラン"][1]}

    assert notes["プラン番号"] == "● 必ず入力します\nP-ケース番号-回次 です。\n例：「P-R7-0001-1」"
    assert notes["協議結果"] == "△ 会議に付議したとき"
    assert notes["当面の目標"] == "● 必ず\n根拠：実施計画4(2)①"
    assert notes["世帯番号"].startswith("＝ 自動で入ります。")


def named_cells(book, name):
    """The values a defined name that is a plain range refers to."""
    ((title, area),) = book.defined_names[name].destinations
    return [cell.value for (cell,) in book[title][area]]


def test_code_lists__are_named_ranges_of_their_labels(book):
    """Each list a column uses is 一覧_…, its cells the members' labels."""
    for codes, _ in used_lists():
        assert named_cells(book, list_name(list_title(codes))) == [str(c) for c in codes]
    assert named_cells(book, "分野_課題区分") == [issue.attribute for issue in Issue]


def test_names__are_unique_and_every_source_exists(book, parts):
    """No name twice (Excel ignores case), and each drop-down's name is defined."""
    elements = ElementTree.fromstring(parts["xl/workbook.xml"]).iter(f"{MAIN}definedName")
    names = Counter((e.get("name", "").lower(), e.get("localSheetId")) for e in elements)
    sources = {
        rule.formula1
        for row_type in SHEETS
        for rule in book[row_type.sheet].data_validations.dataValidation
        if rule.type == "list" and not rule.formula1.startswith('"')
    }

    assert max(names.values()) == 1
    assert sources - set(book.defined_names) == set()
    assert len(sources) > 50


def test_large_registers__have_their_checks_on_every_row(tmp_path):
    """A sheet of more than 5,000 rows gets lists and filters down to its last spare row."""
    rows = (Training(held_on=TODAY, title="研修") for _ in range(5100))
    write_register(tmp_path / "a.xlsx", rows, Settings(), CONFIG, spare_rows=10)

    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["研修記録"]

    assert sheet.auto_filter.ref == "A1:J5111"
    assert {area.max_row for area, _ in validations(sheet).values()} == {5111}
