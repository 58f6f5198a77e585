"""The sheets that buttons fill, as the register is made: empty, explained, ready."""

from __future__ import annotations

import pytest
from openpyxl.utils import get_column_letter

from juso.adapters.register_guide import ACTIONS
from juso.adapters.result_sheet import FIRST_ROW, HEADING_ROW, OPENING_ROW, Kind
from juso.adapters.result_sheets import (
    BASIS,
    CELL,
    COLUMN,
    ERROR_KEY,
    FINDINGS,
    KEY,
    MESSAGE,
    REPLY,
    RESULT_SHEETS,
    RULE,
    SEVERITY,
    SHEET,
    VALUE,
    WALL,
    WARNING_KEY,
)

every_sheet = pytest.mark.parametrize("declared", RESULT_SHEETS, ids=lambda s: s.title)


@every_sheet
def test_an_empty_sheet_says_what_it_is_and_which_button_fills_it(book, declared):
    sheet = book[declared.title]

    assert sheet["A1"].value == declared.title
    assert sheet["A2"].value == declared.about
    assert f"［{declared.button}］" in sheet.cell(OPENING_ROW, 1).value
    assert sheet.max_row == HEADING_ROW
    assert [cell.value for cell in sheet[HEADING_ROW]] == [f.label for f in declared.fields]


@every_sheet
def test_buttons_are_those_that_the_first_sheet_names(declared):
    assert declared.button in {name.partition("（")[0] for name, *_ in ACTIONS}


@every_sheet
def test_columns_take_what_is_written_as_it_is(book, declared):
    """A text column is formatted as text before anything is written, headings are too (4月)."""
    sheet = book[declared.title]
    dimensions = list(sheet.column_dimensions.values())
    for place, field in enumerate(declared.fields, start=1):
        (found,) = [d for d in dimensions if d.min <= place <= d.max]
        assert (found.number_format == "@") == (field.kind is Kind.TEXT)
        assert found.hidden == field.is_hidden
        assert sheet.cell(HEADING_ROW, place).number_format == "@"
        if field.kind in (Kind.TEXT, Kind.SENTENCE):
            assert found.alignment.wrap_text


@every_sheet
def test_view_and_print_keep_the_heading(book, declared):
    """Frozen, filtered, repeated on A4, one page wide; no protection stands in a worker's way."""
    sheet = book[declared.title]
    last = get_column_letter(len(declared.shown))

    assert sheet.freeze_panes == f"{get_column_letter(declared.frozen + 1)}{FIRST_ROW}"
    assert sheet.auto_filter.ref == f"A{HEADING_ROW}:{last}{declared.last_row}"
    assert sheet.print_title_rows == f"${HEADING_ROW}:${HEADING_ROW}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.sheet_properties.tabColor.rgb == "FFC6E0B4"
    assert not sheet.protection.sheet


def test_places_of_findings_are_those_of_the_headings():
    """Who reads 点検結果 back counts on them."""
    places = SEVERITY, SHEET, CELL, KEY, COLUMN, VALUE, MESSAGE, BASIS, RULE, REPLY
    labels = [FINDINGS.fields[place].label for place in places]

    assert "　".join(labels) == "重要度　シート　セル　番号　列　値　指摘と直し方　根拠　規則　対応"
    assert [f.is_hidden for f in FINDINGS.fields[REPLY:]] == [False, True, True]
    assert (ERROR_KEY, WARNING_KEY) == (10, 11)


def test_highlights_speak_of_their_own_row(book):
    """Columns are fixed and rows are not, so that one condition serves the whole table."""
    found = {
        str(area.sqref): [rule.formula[0] for rule in rules]
        for area, rules in book["提出状況"].conditional_formatting._cf_rules.items()
    }

    assert WALL.formula(WALL.highlights[0]) == '=LEFT(F6,1)="×"'
    assert FINDINGS.formula(FINDINGS.highlights[0]) == '=LEFT($A6,1)="●"'
    assert found == {
        "F6:Q60": [f'LEFT(F6,1)="{sign}"' for sign in "×△▼◎"],
        "A6:R60": ['$A6&$B6&$C6<>""'],
    }


def test_where_a_clerk_writes_a_message_tells_what(book):
    (rule,) = book["点検結果"].data_validations.dataValidation

    assert str(rule.sqref) == "J6:J20000"
    assert rule.promptTitle == "対応"
    assert "［確認済みにする］" in rule.prompt
