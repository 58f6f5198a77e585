"""受付票をつくる: the paper form's look, entries open and the rest locked, lists that travel with it."""

from __future__ import annotations

import openpyxl
import pytest

from case_form_office import (
    CONFIG,
    SERIAL,
    entry,
    full_case,
    label_cell,
    lists_of,
    new_case,
    sample_register,
    write,
)
from juso.core.cells import to_cell
from juso.koshu.case_form import CODES_SHEET, COPY_SHEET, Head, Variant
from juso.koshu.case_form_sheets import FORM_SHEETS, columns_of
from juso.koshu.case_sheet import fingerprint
from juso.koshu.codes import Consent
from juso.koshu.sheets import Case, FamilyMember

TITLES = [sheet.title for sheet in FORM_SHEETS]


@pytest.fixture(scope="module")
def blank(tmp_path_factory):
    """The empty form with consent."""
    return openpyxl.load_workbook(write(tmp_path_factory.mktemp("form") / "票.xlsx"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The form of a case of the sample."""
    return openpyxl.load_workbook(write(tmp_path_factory.mktemp("form") / "票.xlsx", full_case()))


def texts(book):
    return [
        str(cell.value)
        for title in TITLES
        for row in book[title].iter_rows()
        for cell in row
        if cell.value is not None
    ]


def test_form__has_two_sheets_its_lists_and_a_hidden_copy(blank):
    """相談受付・申込票, インテーク・アセスメントシート."""
    assert blank.sheetnames == [*TITLES, CODES_SHEET, COPY_SHEET]
    assert blank[COPY_SHEET].sheet_state == "hidden"


def test_head__says_which_form_it_is(blank):
    """様式IDから受付票番号まで."""
    head = {line: entry(blank, line).value for line in Head}

    assert head == {
        Head.FORM_ID: "juso-case",
        Head.VERSION: "2026.2",
        Head.YEAR: "R7",
        Head.SERIAL: SERIAL,
        Head.OFFICE: CONFIG.id,
        Head.VARIANT: "同意あり",
        Head.SENT_ON: None,
        Head.SENDER: None,
    }


@pytest.mark.parametrize("title", TITLES)
def test_page__is_a4_upright_with_its_number_at_the_foot(blank, title):
    """On paper too, a sheet that went astray is known by its number."""
    sheet = blank[title]

    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert SERIAL in sheet.oddFooter.left.text
    assert sheet.oddHeader.right.text == "取扱注意"
    assert sheet.print_area


def test_entries__can_be_typed_into_and_labels_cannot(blank):
    """No password: whoever must change the form can."""
    assert not entry(blank, "氏名").protection.locked
    assert not entry(blank, Head.SENDER).protection.locked
    assert label_cell(blank, "氏名").protection.locked
    assert entry(blank, "ケース番号").protection.locked
    assert entry(blank, Head.SERIAL).protection.locked
    for title in TITLES:
        assert blank[title].protection.sheet
        assert not blank[title].protection.password


def test_national_items__have_a_thick_frame(blank):
    """太枠は国への報告に使う項目; the neighbours' edges agree with it."""
    frame = {
        column.label: entry(blank, column.label).border.left.style == "thick"
        for column in columns_of(Case, Variant.CONSENT)
    }

    assert frame == {c.label: c.national for c in columns_of(Case, Variant.CONSENT)}
    assert label_cell(blank, "受付窓口").border.right.style == "thick"


def test_labels__carry_the_marks_of_the_register(blank):
    """●必ず △場合により; what the city assigns carries none."""
    labels = ("受付日", "氏名", "電話", "ケース番号")

    shown = [label_cell(blank, label).value for label in labels]

    assert shown == ["●受付日", "△氏名", "電話", "ケース番号"]


def rules(book, title):
    return {str(v.sqref).split(":")[0]: v for v in book[title].data_validations.dataValidation}


def test_choices__come_from_lists_that_travel_with_the_form(blank):
    """The form leaves the office: nothing may point into the register."""
    found = rules(blank, TITLES[0])

    assert found[entry(blank, "受付窓口").coordinate].formula1 == "一覧_受付窓口"
    assert found[entry(blank, "地区").coordinate].formula1 == "一覧_地区"
    agencies = blank.defined_names["一覧_関係機関"].attr_text
    assert agencies.startswith(f"'{CODES_SHEET}'!$B$2:")
    expected = lists_of(sample_register())["関係機関"]
    shown = [cell.value for cell in blank[CODES_SHEET]["B"][1:] if cell.value]
    assert tuple(shown) == expected


def test_every_list__an_entry_uses_is_defined(blank):
    """A name without a list would be an error box in Excel."""
    used = {v.formula1 for t in TITLES for v in rules(blank, t).values() if v.type == "list"}
    names = {name for name in used if name.startswith("一覧_")}

    assert names
    assert names <= set(blank.defined_names)


def test_several_choices__are_printed_below_their_entry(blank):
    """On paper nobody sees a drop-down."""
    cell = entry(blank, "課題区分", nth=0)
    note = blank[TITLES[0]].cell(cell.row + 1, cell.column).value

    assert note.startswith("選択肢：病気・健康／障害（疑い含む）／")
    prompt = rules(blank, TITLES[0])[entry(blank, "同意範囲(機関)").coordinate].prompt
    assert f"「{CODES_SHEET}」シートの関係機関" in prompt


def test_dates__are_shown_in_eras(filled):
    """令和7年4月22日."""
    cell = entry(filled, "受付日")

    assert "ggge" in cell.number_format
    assert cell.is_date or isinstance(cell.value, int)


def test_empty_form__offers_numbered_rows_and_says_who_numbers_the_case(blank):
    """家族構成 1 to 6; 状態 begins with 受付."""
    numbers = [entry(blank, "番号", nth=n).value for n in range(1, 7)]

    assert numbers == [1, 2, 3, 4, 5, 6]
    assert entry(blank, "状態").value == "受付"
    assert any("空欄のまま提出" in text for text in texts(blank))


def test_case__fills_its_form(filled):
    """Every value of the register that has a line."""
    case = full_case()[0]

    for column in columns_of(Case, Variant.CONSENT):
        value = to_cell(getattr(case, column.key))
        if isinstance(value, str):
            assert entry(filled, column.label).value == value, column.label
    assert not any("空欄のまま提出" in text for text in texts(filled))


def test_big_family__gets_as_many_rows_as_it_needs(tmp_path):
    """And two more."""
    family = [FamilyMember(case_no="R7-0001", number=n, note=f"見本{n}") for n in range(1, 11)]
    book = openpyxl.load_workbook(write(tmp_path / "票.xlsx", [new_case(), *family]))

    assert [entry(book, "番号", nth=n).value for n in range(1, 13)] == list(range(1, 13))
    assert entry(book, "番号", nth=13).value != 13


def test_long_text__has_room(tmp_path):
    """Merged cells do not grow in Excel: the row is as high as its text."""
    short = openpyxl.load_workbook(write(tmp_path / "a.xlsx", [new_case(complaint="困った。")]))
    long = openpyxl.load_workbook(
        write(tmp_path / "b.xlsx", [new_case(complaint="とても困っている。" * 60)])
    )

    def height(book):
        cell = entry(book, "主訴(本人の言葉)")
        return cell.parent.row_dimensions[cell.row].height

    assert height(long) > 2 * height(short) > 100


def test_form_without_consent__says_where_it_may_be_shared(tmp_path):
    """同意なし: 支援会議だけ（計画7(3)、8(2)）, with the law's reference of the settings."""
    book = openpyxl.load_workbook(write(tmp_path / "票.xlsx", consent=False))

    assert entry(book, Head.VARIANT).value == "同意なし"
    note = next(text for text in texts(book) if text.startswith("本人の同意がないため"))
    assert CONFIG.wording.support_conference_law in note
    assert "重層的支援会議には付議できません" in note
    assert not any("署名" in text for text in texts(book))


def test_form_with_consent__has_the_statement_and_lines_to_sign(blank):
    """取扱規程の説明を受け、共有に同意する."""
    found = texts(blank)

    assert any("取扱規程の説明を受け" in text for text in found)
    assert {"本人署名", "代理人署名"} <= set(found)


@pytest.mark.parametrize(
    ("state", "consent", "shown"),
    [
        (Consent.WRITTEN, True, "同意あり（書面）"),
        (Consent.REFUSED, True, None),
        (Consent.REFUSED, False, "同意なし（拒否）"),
        (Consent.WRITTEN, False, None),
    ],
)
def test_consent__that_does_not_suit_the_form_is_asked_anew(tmp_path, state, consent, shown):
    """A form with consent for somebody who had refused is sent to get it."""
    path = write(tmp_path / "票.xlsx", [new_case(consent=state)], consent=consent)

    assert entry(openpyxl.load_workbook(path), "同意状況").value == shown


def test_copy__holds_fingerprints_and_no_values(filled, blank):
    """So that an intake can tell what was changed on the form from what was changed in the office."""
    case = full_case()[0]
    lines = [tuple(cell.value for cell in row) for row in filled[COPY_SHEET].iter_rows()]

    assert ("相談受付簿", 1, "lead_worker", fingerprint(case.lead_worker)) in lines
    assert not {case.name, case.address} & {value for line in lines for value in line}
    assert blank[COPY_SHEET].max_row == 1


def test_same_rows__give_the_same_bytes(tmp_path):
    """Apart from nothing: the number is given."""
    first, second = (write(tmp_path / name, full_case()) for name in ("a.xlsx", "b.xlsx"))

    assert first.read_bytes() == second.read_bytes()
