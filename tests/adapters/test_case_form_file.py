"""受付票を読む: what was written comes back, whatever was done to the form on its way."""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from case_form_office import (
    CONFIG,
    SERIAL,
    edited,
    entry,
    full_case,
    in_short,
    label_cell,
    lists_of,
    new_case,
    sample_register,
    typed,
    write,
)
from juso.adapters.case_form_file import is_case_form, read_case_form
from juso.adapters.excel_file import open_workbook
from juso.adapters.office_case_form import rows_of
from juso.core.cells import Trouble
from juso.core.errors import JusoError
from juso.core.sheet import blank
from juso.koshu.case_form import CODES_SHEET, COPY_SHEET, Head
from juso.koshu.case_sheet import SHEETS_ON_FORM, fingerprint
from juso.koshu.codes import Attribute, Topic
from juso.koshu.sheets import Assessment, Case, FamilyMember, Problem

UNSENT = ["提出日 CASEFORM-010", "記入機関 CASEFORM-010"]  # of a form nobody has sent yet


def rows_in(sheet):
    return [row.replace(row_number=0) for kind in SHEETS_ON_FORM for row in sheet.tables[kind].rows]


def on_form(rows, sheet):
    """The same rows without what their kind of form has no line for."""
    given = {(kind, key) for kind, _, key in sheet.places}
    return [
        row.replace(
            row_number=0,
            **{
                column.key: blank(column)
                for column in row.columns
                if column.key != "case_no" and (type(row), column.key) not in given
            },
        )
        for row in rows
    ]


@cache
def forms_folder():
    return Path(tempfile.mkdtemp(prefix="juso-forms-"))


@given(number=st.integers(0, 59))
@settings(max_examples=20)
def test_any_case__comes_back_as_it_was(number):
    """受付票に書いて読むと、台帳の行に戻る."""
    register = sample_register()
    case = register.cases[number]
    rows = rows_of(register, case.case_no)
    path = write(forms_folder() / f"{number}.xlsx", rows, consent=case.consent.is_given)

    sheet = read_case_form(path)

    assert rows_in(sheet) == on_form(rows, sheet)
    assert [p for table in sheet.tables.values() for p in table.problems] == []
    assert in_short(sheet.findings) == UNSENT


def test_form__says_where_it_comes_from(tmp_path):
    """番号、年度、事業所、提出日、記入機関."""
    path = edited(
        write(tmp_path / "票.xlsx", full_case()),
        typed(Head.SENT_ON, "R8.3.20"),
        typed(Head.SENDER, "架空相談支援センター"),
    )

    sheet = read_case_form(path)

    assert (sheet.file, sheet.serial, sheet.version) == ("票.xlsx", SERIAL, "2026.2")
    assert (sheet.year, sheet.office_id, sheet.variant) == ("R7", CONFIG.id, "同意あり")
    assert (sheet.sent_on, sheet.sender) == (date(2026, 3, 20), "架空相談支援センター")
    assert sheet.case_no == full_case()[0].case_no
    assert len(sheet.sha256) == 64
    assert not sheet.is_new
    assert sheet.findings == ()
    assert sheet.head[Head.YEAR][1]


def test_empty_form__has_a_case_to_be_filled_in_and_nothing_else(tmp_path):
    """番号だけの家族の行は、行ではない."""
    sheet = read_case_form(write(tmp_path / "票.xlsx"))

    assert sheet.is_new
    assert [len(sheet.tables[kind].rows) for kind in SHEETS_ON_FORM] == [1, 0, 0, 0]
    assert "氏名" in {c.label for c in Case.columns if (Case, 1, c.key) in sheet.places}
    assert sheet.base == {}


def test_places__are_the_cells_a_clerk_sees(tmp_path):
    """Of the second family member, too."""
    path = write(tmp_path / "票.xlsx", full_case())
    book = openpyxl.load_workbook(path)

    sheet = read_case_form(path)

    cell = entry(book, "主訴(本人の言葉)")
    assert sheet.places[Case, 1, "complaint"] == ("相談受付・申込票", cell.coordinate)
    second = entry(book, "続柄", nth=2)
    title = "インテーク・アセスメントシート"
    assert sheet.places[FamilyMember, 2, "relation"] == (title, second.coordinate)


def test_base__is_what_the_register_held(tmp_path):
    """A row of a table by its own number."""
    case, *rest = full_case()
    family = [row for row in rest if isinstance(row, FamilyMember)]
    path = edited(write(tmp_path / "票.xlsx", [case, *rest]), typed("担当者", "見本 太郎"))

    sheet = read_case_form(path)

    assert sheet.base[Case, 1, "lead_worker"] == fingerprint(case.lead_worker)
    assert sheet.tables[Case].rows[0].lead_worker == "見本 太郎"
    second = FamilyMember, family[1].number, "relation"
    assert sheet.base[second] == fingerprint(family[1].relation)


def no_copy(book):
    del book[COPY_SHEET]


def renamed(book):
    book.worksheets[0].title, book.worksheets[1].title = "Sheet1", "調査票(2)"


def turned_round(book):
    book.move_sheet(book.worksheets[1], -1)


def unmerged(book):
    for sheet in book.worksheets:
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))


def more_rows(book):
    for sheet in book.worksheets[:2]:
        sheet.insert_rows(20, 3)


def rows_above(book):
    areas = {sheet: list(sheet.merged_cells.ranges) for sheet in book.worksheets[:2]}
    unmerged(book)
    for sheet, merged in areas.items():
        sheet.insert_rows(1, 2)
        for area in merged:
            area.shift(row_shift=2)
            sheet.merge_cells(area.coord)


def more_columns(book):
    for sheet in book.worksheets[:2]:
        sheet.insert_cols(1)
        sheet.insert_cols(4, 2)


def wider(book):
    book.worksheets[0].column_dimensions["C"].width = 50


def other_spelling(book):
    label_cell(book, "氏名").value = "氏　名："
    label_cell(book, "受付日").value = "● 受 付 日"


@pytest.mark.parametrize(
    "damage",
    [
        (no_copy,),
        (renamed,),
        (turned_round,),
        (unmerged,),
        (unmerged, more_rows),
        (unmerged, more_columns),
        (wider, other_spelling),
        (rows_above,),
    ],
    ids=lambda damage: "+".join(edit.__name__ for edit in damage),
)
def test_damaged_form__is_read_as_if_it_were_whole(tmp_path, damage):
    """Labels, not places, tell what a value is."""
    whole = read_case_form(write(tmp_path / "元.xlsx", full_case()))

    sheet = read_case_form(edited(write(tmp_path / "票.xlsx", full_case()), *damage))

    assert rows_in(sheet) == rows_in(whole)
    assert in_short(sheet.findings) == UNSENT


def without(label):
    def edit(book):
        cell = label_cell(book, label)
        unmerged(book)
        cell.parent.delete_rows(cell.row)

    edit.__name__ = f"without {label}"
    return edit


@pytest.mark.parametrize(
    ("label", "version", "severity"),
    [
        ("連絡方法の注意", "2026.2", "要確認"),
        ("主訴(本人の言葉)", "2026.2", "要修正"),
        ("主訴(本人の言葉)", "2026.1", "要確認"),
    ],
)
def test_line_that_is_gone__is_said_and_the_rest_read(tmp_path, label, version, severity):
    """A form of an older version may never have had it."""
    path = edited(
        write(tmp_path / "票.xlsx", full_case()), typed(Head.VERSION, version), without(label)
    )

    sheet = read_case_form(path)

    missing = [f for f in sheet.findings if f.rule == "CASEFORM-007"]
    assert [(f.column, f.severity) for f in missing] == [(label, severity)]
    assert sheet.tables[Case].rows[0].name == full_case()[0].name
    key = next(c.key for c in Case.columns if c.label == label)
    assert key not in sheet.tables[Case].positions


def cleared(label):
    return typed(label, None)


def stray(book):
    book.worksheets[0]["A60"] = "電話は夜に"


def twice(book):
    sheet = book.worksheets[0]
    sheet["A60"], sheet["C60"] = "氏名", "別の人"


def split(book):
    cell = entry(book, "住所")
    unmerged(book)
    cell.parent.cell(cell.row, cell.column + 1).value = "方書"


def without_second_sheet(book):
    del book["インテーク・アセスメントシート"]


def with_memo(book):
    book.create_sheet("空白")
    book.create_sheet("メモ")["B2"] = "家族の話"


def with_second_person(book):
    copied = book.copy_worksheet(book.worksheets[0])
    book.move_sheet(copied, -4)
    copied.title = "二人目"
    entry(book, "氏名").value = "別の人"
    book.move_sheet(copied, 4)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (typed(Head.VERSION, "2026.1"), "様式版 CASEFORM-002 要確認"),
        (typed(Head.VERSION, "2031.1"), "様式版 CASEFORM-003 要修正"),
        (typed(Head.VERSION, None), "様式版 CASEFORM-003 要修正"),
        (cleared(Head.SERIAL), "受付票番号 CASEFORM-006 要修正"),
        (cleared(Head.VARIANT), "票の種類 CASEFORM-011 要確認"),
        (with_memo, " CASEFORM-009 要確認"),
        (with_second_person, " CASEFORM-016 要修正"),
        (stray, " CASEFORM-009 要確認"),
        (split, " CASEFORM-009 要確認"),
        (twice, "氏名 CASEFORM-008 要修正"),
        (without_second_sheet, " CASEFORM-001 要確認"),
    ],
)
def test_form__that_is_not_in_order(tmp_path, edit, expected):
    """Nothing is lost without a word."""
    sheet = read_case_form(edited(write(tmp_path / "票.xlsx", full_case()), edit))

    found = [f"{f.column} {f.rule} {f.severity}" for f in sheet.findings]
    assert [text for text in found if "CASEFORM-010" not in text] == [expected]
    assert sheet.tables[Case].rows[0].name == full_case()[0].name


def test_copy_of_a_sheet__that_says_the_same_needs_no_word(tmp_path):
    path = write(tmp_path / "票.xlsx", full_case())

    sheet = read_case_form(edited(path, lambda book: book.copy_worksheet(book.worksheets[0])))

    assert in_short(sheet.findings) == UNSENT


def test_text_among_the_numbers_of_a_table__is_not_lost(tmp_path):
    """Rows offered with a number only are empty; a sentence in its place is not."""

    def sentence(book):
        entry(book, "番号", 6).value = "ほかに叔父が同居"

    table = read_case_form(edited(write(tmp_path / "票.xlsx"), sentence)).tables[FamilyMember]

    assert (1, "番号", "ほかに叔父が同居") in [
        (p.row_number, p.column.label, p.raw) for p in table.problems
    ]


def test_split_entry__keeps_its_first_part_and_says_the_other(tmp_path):
    """Two cells with text beside one label."""
    sheet = read_case_form(edited(write(tmp_path / "票.xlsx", full_case()), split))

    finding = next(f for f in sheet.findings if f.rule == "CASEFORM-009")
    assert sheet.tables[Case].rows[0].address == full_case()[0].address
    assert (finding.value, finding.sheet) == ("方書", "相談受付・申込票")
    assert "備考に移して" in finding.message


def test_typed_values__are_read_as_in_the_register(tmp_path):
    """Era dates, several choices, near misses: the same reader, the same problems."""
    path = edited(
        write(tmp_path / "票.xlsx", [new_case()]),
        typed("受付日", "Ｒ８．３．２"),
        typed("相談内容", "病気や健康、障害、住まい"),
        typed("対象属性", "高齢、困窮者"),
        typed("世帯人数", "３人くらい"),
    )

    sheet = read_case_form(path)

    case = sheet.tables[Case].rows[0]
    assert case.received_on == date(2026, 3, 2)
    assert case.topics == (Topic.HEALTH, Topic.HOUSING)
    assert case.attributes == (Attribute.ELDERLY,)
    troubles = {p.column.label: p.problem.trouble for p in sheet.tables[Case].problems if p.problem}
    assert troubles["対象属性"] is Trouble.NOT_A_CHOICE
    assert "世帯人数" in troubles
    assert {p.row_number for p in sheet.tables[Case].problems} == {1}


def test_required_entry__left_blank_is_a_gap(tmp_path):
    """As in the register."""
    path = edited(write(tmp_path / "票.xlsx", full_case()), cleared("緊急度"))

    sheet = read_case_form(path)

    assert sheet.tables[Case].gaps == {1: frozenset({"urgency"})}


def test_rows_of_a_table__are_numbered_as_they_stand(tmp_path):
    """A blank row between them is none, a row without its number is one."""

    def edit(book):
        for column in ("続柄", "年代", "同居", "職業・学校", "支援の有無", "備考"):
            entry(book, column, nth=1).value = None
        entry(book, "番号", nth=2).value = None

    full = read_case_form(write(tmp_path / "元.xlsx", full_case()))
    sheet = read_case_form(edited(write(tmp_path / "票.xlsx", full_case()), edit))

    left, before = sheet.tables[FamilyMember], full.tables[FamilyMember]
    assert [row.row_number for row in left.rows] == list(range(1, len(before.rows)))
    assert left.rows[0].relation == before.rows[1].relation
    assert left.gaps == {1: frozenset({"number"})}


def test_open_lists__are_the_forms_own_unless_given(tmp_path):
    """An office that has renamed an agency reads by its present list."""
    path = write(tmp_path / "票.xlsx", full_case())
    lists = lists_of(sample_register()) | {"関係機関": ("別の機関",)}

    assert read_case_form(path).tables[Case].problems == []
    problems = read_case_form(path, lists=lists).tables[Case].problems
    assert {p.column.label for p in problems} >= {"主担当機関"}


def test_form__without_its_lists_is_read_nevertheless(tmp_path):
    """コード表 was deleted: names of agencies are taken as typed."""

    def no_codes(book):
        del book[CODES_SHEET]

    sheet = read_case_form(edited(write(tmp_path / "票.xlsx", full_case()), no_codes))

    assert sheet.tables[Case].rows[0].lead_agency == full_case()[0].lead_agency


@pytest.mark.parametrize("value", ["=#REF!+1", "=1+1"])
def test_formula__without_a_result_is_no_blank(tmp_path, value):
    """openpyxl stores no results, as some programs do: the reader sees nothing there."""
    path = edited(write(tmp_path / "票.xlsx", full_case()), typed("世帯人数", value))

    sheet = read_case_form(path)

    finding = next(f for f in sheet.findings if f.rule == "CASEFORM-015")
    assert (finding.column, finding.severity, finding.value) == ("世帯人数", "要修正", value)


def test_real_dates__are_dates(tmp_path):
    """What Excel makes of a typed date."""
    path = edited(
        write(tmp_path / "票.xlsx", full_case()),
        typed(Head.SENT_ON, datetime(2026, 3, 20)),
        typed("次回予定日", datetime(2026, 4, 1)),
    )

    sheet = read_case_form(path)

    assert sheet.sent_on == date(2026, 3, 20)
    assert sheet.tables[Case].rows[0].next_on == date(2026, 4, 1)


def test_assessment__nobody_began_is_none(tmp_path):
    """Only 相談受付・申込票 was filled in at the first talk."""
    sheet = read_case_form(write(tmp_path / "票.xlsx", full_case()[:1]))

    assert sheet.tables[Assessment].rows == []
    assert sheet.tables[Problem].rows == []
    assert sheet.tables[Assessment].problems == []


def test_form__is_told_by_its_id_not_by_its_name(tmp_path, small_office):
    """Wherever the file lies and whatever it is called."""
    form = edited(write(tmp_path / "月次報告.xlsx"), renamed)
    register = small_office / "支援台帳.xlsx"
    monthly = next((small_office / "月次報告").rglob("W1*.xlsx"))

    told = [is_case_form(open_workbook(path), path) for path in (form, register, monthly)]

    assert told == [True, False, False]


def test_other_file__is_refused_in_a_sentence(small_office):
    """支援台帳 given for a 受付票."""
    with pytest.raises(JusoError, match="受付票ではありません"):
        read_case_form(small_office / "支援台帳.xlsx")
