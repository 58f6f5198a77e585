"""受付票の様式: every column has its place, and a reader finds it wherever it was moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juso.core.sheet import column_index
from juso.koshu.case_form import FormSheet, Head, Line, Section, Variant, plain_label
from juso.koshu.case_form_cells import Page, find_fields, find_table
from juso.koshu.case_form_sheets import APPLICATION, FORM_SHEETS, columns_of
from juso.koshu.case_form_texts import is_printed, printed_texts
from juso.koshu.case_sheet import SHEETS_ON_FORM
from juso.koshu.read_case_form import labels_of
from juso.koshu.sheets import Assessment, Case, FamilyMember, Problem

LABELS = {"氏名": "name", "住所": "address", "電話": "phone"}
FAMILY = {"番号": "number", "続柄": "relation", "年代": "age_band"}
LEFT_OUT = {
    Case: {
        "age_at_intake": "自動で入るため",
        "is_off_attribute": "自動で入るため",
        "field_count": "自動で入るため",
        "last_contact_on": "自動で入るため",
        "closed_on": "終結は、評価・終結票とあわせて台帳で入力するため",
        "closing_reason": "終結は、評価・終結票とあわせて台帳で入力するため",
        "suspended_on": "中断は、支援経過とあわせて台帳で入力するため",
        "suspension_reason": "中断は、支援経過とあわせて台帳で入力するため",
        "reopened_from": "再開は、前の相談を台帳で確かめて入力するため",
        "updated_by": "自動で入るため",
        "updated_at": "自動で入るため",
        "version": "自動で入るため",
    },
    Assessment: {"case_no": "相談受付・申込票のケース番号と同じため"},
    FamilyMember: {"case_no": "相談受付・申込票のケース番号と同じため"},
    Problem: {"case_no": "相談受付・申込票のケース番号と同じため"},
}  # columns that are not on the form, and why


@pytest.mark.parametrize("row_type", SHEETS_ON_FORM, ids=lambda t: t.sheet)
def test_every_column__is_on_the_form_or_left_out_with_a_reason(row_type):
    """A new column of the register cannot be forgotten here."""
    on_form = [column.key for column in columns_of(row_type, None)]
    left_out = LEFT_OUT[row_type]

    assert {*on_form, *left_out} == {column.key for column in row_type.columns}
    assert not set(on_form) & set(left_out)
    assert all(left_out.values())


@pytest.mark.parametrize("variant", Variant)
def test_form__names_each_column_once(variant):
    """Of the two kinds of form each asks for a thing in one place."""
    for row_type in SHEETS_ON_FORM:
        keys = [column.key for column in columns_of(row_type, variant)]

        assert len(keys) == len(set(keys))


def test_form__without_consent_asks_why_instead_of_how_far():
    """同意なしの票には同意の範囲がなく、理由がある。"""
    given = {c.key for c in columns_of(Case, Variant.CONSENT)}
    refused = {c.key for c in columns_of(Case, Variant.NO_CONSENT)}

    assert refused - given == {"consent_reason"}
    assert {"consent_agencies", "consent_information", "consent_on"} <= given - refused
    assert "consent" in given & refused


@pytest.mark.parametrize("sheet", FORM_SHEETS, ids=lambda s: s.title)
def test_printed_texts__are_no_labels(sheet):
    """A title that is a label too would be read as an entry's name."""
    labels = set(labels_of(sheet))

    assert not labels & {plain_label(text) for text in printed_texts()}
    assert not {label for label in labels if is_printed(label)}


def test_labels__of_the_head_are_not_the_columns():
    """年度 of the form is not a column of the register."""
    columns = {plain_label(column.label) for column in columns_of(Case, None)}

    assert not columns & {plain_label(line) for line in Head}
    assert set(labels_of(APPLICATION)) >= {plain_label(line) for line in Head}


def test_tables__share_the_whole_width():
    """Twelve columns of the grid, none left over."""
    for sheet in FORM_SHEETS:
        for section in sheet.sections:
            if section.is_table:
                assert (len(section.shares), sum(section.shares)) == (len(section.columns), 12)


def test_labels__of_older_forms_are_known():
    """A column that was renamed keeps its former label as an alias."""
    column = replace(Case.columns[column_index(Case, "name")], aliases=("利用者氏名",))
    sheet = FormSheet("見本", (Section("欄", Case, (Line((column,)),)),))

    assert labels_of(sheet) == {"氏名": "Case.name", "利用者氏名": "Case.name"}


def fields(text, merged=()):
    """`name=架空@2C` for each label found in a sheet written as lines of cells."""
    rows = [line.strip().split("|") for line in text.strip().splitlines()]
    page = Page.of(rows, merged)
    found = find_fields(page, LABELS, range(len(rows)))
    cells = [f"{name}={c.raw}@{c.row}{'ABCDEFGH'[c.column]}" for name, c in found.cells.items()]
    doubled = [f"{name}!{c.raw}" for name, c in found.doubled]
    return [*cells, *doubled, *(f"?{c.raw}" for c in page.left_over())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("氏名|架空 花子", ["name=架空 花子@1B"]),
        ("●氏　名：|架空", ["name=架空@1B"]),
        ("氏名||架空|住所||塩山", ["name=架空@1C", "address=塩山@1F"]),
        ("||\n||氏名|架空", ["name=架空@2D"]),
        ("氏名||住所|塩山", ["name=@1B", "address=塩山@1D"]),
        ("氏名|住所|\n住所|塩山", ["name=住所@1B", "address=塩山@2B"]),
        ("氏名|架空|花子", ["name=架空@1B", "?花子"]),
        ("氏名|架空\n氏名|見本", ["name=架空@1B", "name!見本"]),
        ("氏名|架空\n氏名|架空", ["name=架空@1B"]),
        ("氏名|架空\n氏名|", ["name=架空@1B"]),
        ("氏名", ["name=@1B"]),
        ("メモ|氏名|架空", ["name=架空@1C", "?メモ"]),
        ("選択肢：なし／あり|氏名|架空", ["name=架空@1C"]),
    ],
)
def test_fields__stand_beside_their_labels(text, expected):
    """Spaces, marks, columns and rows make no difference; what is not read is said."""
    assert fields(text) == expected


def test_fields__of_merged_cells_begin_behind_the_merged_label():
    """A blank entry is placed where a clerk would click, and what stands beside the form is no entry."""
    merged = [((0, 0), (0, 1)), ((0, 2), (0, 4))]

    assert fields("氏名|||||電話済", merged) == ["name=@1C", "?電話済"]


def family(text):
    rows = [line.strip().split("|") for line in text.strip().splitlines()]
    found = find_table(Page.of(rows), FAMILY, {"課題整理"})
    return found and [[cell.raw for cell in row] for row in found.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("番号|続柄|年代\n1|母|80代", [["1", "母", "80代"]]),
        ("年代|番号|続柄\n80代|1|母", [["80代", "1", "母"]]),
        ("題\n番号||続柄|年代\n1|||80代\n課題整理||\n9||父|1", [["1", "", "80代"]]),
        ("番号|続柄\n1|母\n|\n2|父", [["1", "母"], ["", ""], ["2", "父"]]),
        ("続柄|備考\n母|見本", None),
    ],
)
def test_table__is_known_by_its_headings(text, expected):
    """In any order, with gaps, up to the next heading."""
    assert family(text) == expected


def test_family__headings_are_those_of_the_register():
    """The declaration is the register's own."""
    assert {c.label for c in columns_of(FamilyMember, None)} >= set(FAMILY)
