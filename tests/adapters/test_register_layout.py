"""How the register looks and prints, and what its front sheets say."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from openpyxl.utils import get_column_letter

from juso.adapters.register_columns import Mark, column_width, key_columns
from juso.adapters.register_guide import ACTIONS, GROUPS
from juso.adapters.register_print import PAGE_UNITS, page_breaks
from juso.core.sheet import column_index
from juso.koshu.codes import Division
from juso.koshu.settings import DEFAULT_AREAS
from juso.koshu.sheets import SHEETS, Case, Contact, MeetingRecord, Target, Training

DATE_FORMAT = '[$-411]ggge"年"m"月"d"日"'


FORMATS = (
    (Case, "case_no", "@"),
    (Case, "phone", "@"),
    (Case, "address", "@"),
    (Case, "received_on", DATE_FORMAT),
    (Case, "updated_at", f"{DATE_FORMAT} hh:mm"),
    (MeetingRecord, "starts_at", "hh:mm"),
    (Training, "heads", "#,##0"),
    (Target, "rate", "0.0%"),
    (Contact, "content", "General"),
)


@pytest.mark.parametrize(("row_type", "key", "expected"), FORMATS)
def test_columns__carry_their_format_down(book, row_type, key, expected):
    """New rows show era dates and keep leading zeros: the format belongs to the column."""
    place = column_index(row_type, key)
    columns = book[row_type.sheet].column_dimensions.values()
    found = [c.number_format for c in columns if c.min <= place + 1 <= c.max]

    assert found == [expected]


@pytest.mark.parametrize("row_type", SHEETS, ids=lambda r: r.sheet)
def test_protection__locks_headings_and_formulas_only(book, row_type):
    """Clerks type, sort, filter, insert and delete; no password."""
    sheet = book[row_type.sheet]
    dimensions = list(sheet.column_dimensions.values())
    open_for_all = ("sort", "autoFilter", "insertRows", "deleteRows", "formatColumns")

    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert [getattr(sheet.protection, name) for name in open_for_all] == [False] * 5
    assert all(cell.protection.locked for cell in sheet[1])
    for place, column in enumerate(row_type.columns, start=1):
        (found,) = [d for d in dimensions if d.min <= place <= d.max]
        assert found.protection.locked == column.computed


def test_headings__show_by_colour_and_frame_what_must_be_filled_in(book):
    """Required is dark, conditional blue, computed grey; the national items have a thick frame."""
    cells = {cell.value: cell for cell in book["相談受付簿"][1]}
    colours = {label: cells[label].fill.fgColor.rgb[2:] for label in cells}

    assert colours["受付日"] == Mark.REQUIRED.heading["bg_color"][1:]
    assert colours["氏名"] == Mark.CONDITIONAL.heading["bg_color"][1:]
    assert colours["年齢(受付時)"] == Mark.COMPUTED.heading["bg_color"][1:]
    assert cells["受付日"].border.bottom.style == "thick"
    assert cells["受付者"].border.bottom.style == "thin"


@pytest.mark.parametrize("row_type", SHEETS, ids=lambda r: r.sheet)
def test_view_and_print__keep_headings_and_key_columns(book, row_type):
    """Frozen and repeated: row 1 and the key columns; A4 landscape, marked 取扱注意, paged."""
    sheet = book[row_type.sheet]
    keys = key_columns(row_type)

    assert sheet.freeze_panes == f"{get_column_letter(keys + 1)}2"
    assert sheet.auto_filter.ref == f"A1:{get_column_letter(len(row_type.columns))}5001"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$1"
    assert "取扱注意" in sheet.oddHeader.right.text
    assert sheet.oddFooter.center.text == "&P / &N ページ"
    if not sheet.sheet_properties.pageSetUpPr:  # not squeezed onto one page
        assert sheet.print_title_cols == f"$A:${get_column_letter(keys)}"
        assert len(sheet.col_breaks.brk) >= 1


@pytest.mark.parametrize("row_type", SHEETS, ids=lambda r: r.sheet)
def test_page_breaks__leave_no_page_too_wide(row_type):
    """Every printed page holds the key columns and what fits beside them."""
    widths = [column_width(c) + 1 for c in row_type.columns]
    keys = key_columns(row_type)
    edges = [keys, *page_breaks(widths, keys), len(widths)]

    for left, right in pairwise(edges):
        assert sum(widths[:keys]) + sum(widths[left:right]) <= PAGE_UNITS


def test_print_area__is_that_of_the_filled_rows(book):
    """Spare formulas would print as empty pages: the area ends at the last row with a number."""
    area = book.defined_names["印刷_相談受付簿"].attr_text

    assert area.startswith("'相談受付簿'!$A$1:INDEX('相談受付簿'!$BK:$BK,MAX(1,")


def test_first_sheet__leads_to_every_other(book):
    """はじめに names and links each sheet, and its groups hold each table once."""
    sheet = book["はじめに"]
    links = {cell.hyperlink.location for row in sheet for cell in row if cell.hyperlink}
    grouped = [row_type for group in GROUPS for row_type, _ in group.sheets]

    assert links == {f"'{name}'!A1" for name in book.sheetnames[1:]}
    assert Counter(grouped) == Counter(SHEETS)


def test_first_sheet__names_every_button_and_its_verb(book):
    """The ribbon's labels; in brackets the word that does the same without a ribbon."""
    names = [cell.value for cell in book["はじめに"]["A"]]
    first = names.index("ボタン") + 1

    assert names[first : first + len(ACTIONS)] == [
        "点検（check）",
        "確認済みにする（confirm）",
        "要対応一覧（todo）",
        "つなぎボード（board）",
        "新しい受付票をつくる（form）",
        "受付票を取り込む（intake）",
        "書き方を整える（tidy）",
        "印を付けた直しを書き込む",
        "名寄せ（match）",
        "担当者の引継ぎパック（handover）",
        "月次を取り込む（merge）",
        "月次報告を受け付ける（receive）",
        "差し戻す（return）",
        "月を確定する（settle）",
        "催促の文をつくる（remind）",
        "台帳と突き合わせる（reconcile）",
        "次第を作る（agenda）",
        "会議録を作る（minutes）",
        "決定事項を取り込む（collect）",
        "報告書を作る（report）",
        "元に戻す",
        "診断（doctor）",
        "手引き",
    ]


def test_first_sheet__explains_marks_and_whom_to_ask(book):
    """The legend has every mark; the secretariat of the office is named."""
    text = "\n".join(str(c.value) for row in book["はじめに"] for c in row if c.value)

    assert all(f"{mark.symbol} 見出し" in text for mark in Mark)
    assert "●要修正のセル" in text
    assert "▲要確認のセル" in text
    assert "福祉総合支援課" in text
    assert "令和7年度" in text


def test_settings_sheet__shows_windows_and_divisions_of_the_plan(results):
    """Code, name, agency, division and operation of the four windows stand on 設定."""
    rows = [[cell.value for cell in row[:5]] for row in results["設定"]]

    assert [
        "地域包括支援センター",
        "介護",
        "W1",
        "介護支援課",
        "委託（社会福祉協議会）",
    ] in rows
    assert ["福祉あんしん相談センター", "障害", "W2", "福祉総合支援課", "直営"] in rows
    assert {str(division) for division in Division} <= {row[0] for row in rows}
    assert [c.value for c in results["設定"]["G"] if c.value] == [
        "地区の一覧",
        "地区",
        *DEFAULT_AREAS,
    ]
