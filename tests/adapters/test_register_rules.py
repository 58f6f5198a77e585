"""点検規則 in the register: every rule a row, to be filtered and printed."""

import pytest
from openpyxl import load_workbook

from juso.adapters.register_workbook import write_register
from juso.core.calendar import FiscalYear
from juso.koshu.config import Config
from juso.koshu.rules import CATALOGUE
from juso.koshu.settings import Settings
from juso.services.rule_catalogue import sections


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("register") / "支援台帳.xlsx"
    write_register(path, [], Settings(), Config(FiscalYear(2025)), spare_rows=1)
    return load_workbook(path)


def test_sheet__has_every_rule(book):
    """One row each below the heading, with its subject in the first cell so that it can be filtered."""
    rows = list(book["点検規則"].iter_rows(min_row=4, values_only=True))

    assert [(r[0], r[1]) for r in rows] == [
        (section.title, entry.rule) for section in sections() for entry in section.entries
    ]
    assert {rule.id for rule in CATALOGUE} <= {row[1] for row in rows}
    assert {row[2] for row in rows} >= {"●要修正", "▲要確認", "・参考", "●要修正\n▲要確認"}


def test_sheet__says_what_to_do(book):
    """The opening tells what the marks mean and how a finding is confirmed."""
    sheet = book["点検規則"]

    assert [cell.value for cell in sheet[3]] == [
        *("対象", "規則", "重要度", "決まり・左辺", "見る列・番号・関係と右辺・読み方の例"),
        *("設定・欠けているとき", "根拠・直し方"),
    ]
    assert "［確認済みにする］" in sheet["A2"].value
    assert sheet.row_dimensions[2].height > 60


def test_sheet__is_looked_at_only(book):
    """Protected, but it can be filtered; A4 across, the heading on every page."""
    sheet = book["点検規則"]

    assert sheet.protection.sheet
    assert not sheet.protection.autoFilter
    assert sheet.auto_filter.ref == f"A3:G{sheet.max_row}"
    assert sheet.freeze_panes == "C4"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$3:$3"


def test_front__leads_to_it(book):
    """はじめに lists the sheet with a link."""
    cells = [cell for row in book["はじめに"].iter_rows() for cell in row]
    found = [cell for cell in cells if cell.value == "点検規則"]

    assert [cell.hyperlink.location for cell in found] == ["'点検規則'!A1"]
