"""A listing of a closed office: a workbook that says the same as the sheet of an open one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from juso.adapters.excel_file import open_workbook, read_sheet, rows_of
from juso.adapters.listing import Link, Listing, answers_in
from juso.adapters.listing_workbook import write_listing
from juso.adapters.result_sheet import FIRST_ROW, HEADING_ROW, OPENING_ROW
from juso.adapters.result_sheets import RESULT_SHEETS
from juso.adapters.tidy_sheet import TIDY

TODAY = date(2026, 3, 31)
ODD = ["=1+1", "001", "R7.4.1", "'x", "12/1", "http://example.jp", "1行目\n2行目", "<b>&"]
ROWS = [
    [
        "○",
        "確か",
        "相談受付簿",
        Link("相談受付簿", f"G{n}"),
        f"R7-{n:04d}",
        "住所",
        text,
        text,
        text,
        "N35",
    ]
    for n, text in enumerate(ODD, start=2)
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "支援台帳.xlsx").touch()
    place = tmp_path / "出力" / "整え" / "整え_20260331.xlsx"
    place.parent.mkdir(parents=True)
    listing = Listing(TIDY, ROWS, ["きょう現在", "=列ごと"], "整え")
    write_listing(place, listing, tmp_path / "支援台帳.xlsx", TODAY)
    return place


def test_what_is_written__is_read_back_as_answers(path):
    """Whatever a text looks like, it stays that text."""
    book = open_workbook(path)
    rows = list(rows_of(read_sheet(book, "整え", path), path))

    found = answers_in(rows, TIDY, "整え")

    assert [row["今の値"] for row in found.rows] == ODD
    assert [row["理由"] for row in found.rows] == ODD
    assert [row["セル"] for row in found.rows] == [f"G{n}" for n in range(2, 2 + len(ODD))]


def test_the_page__is_that_of_the_register(path):
    """Title, opening, headings, drop-down; nothing is a formula, the links lead to the register."""
    sheet = openpyxl.load_workbook(path)["整え"]

    assert sheet["A1"].value == "整え"
    assert [sheet.cell(OPENING_ROW + i, 1).value for i in (0, 1)] == ["きょう現在", "=列ごと"]
    assert [cell.value for cell in sheet[HEADING_ROW]] == TIDY.labels
    assert {cell.data_type for row in sheet.iter_rows(FIRST_ROW) for cell in row} == {"s"}
    link = sheet.cell(FIRST_ROW, TIDY.place("セル") + 1).hyperlink
    assert "支援台帳.xlsx" in link.target and "G2" in f"{link.target}{link.location}"
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"○"'


def test_a_row__is_as_high_as_its_longest_text(tmp_path):
    long = [*ROWS[0][:8], "とても長い理由です。" * 20, "N35"]
    path = tmp_path / "a.xlsx"
    write_listing(path, Listing(TIDY, [ROWS[1], long], ["", ""], "整え"), path, TODAY)
    sheet = openpyxl.load_workbook(path)["整え"]

    low, high = (sheet.row_dimensions[FIRST_ROW + i].height for i in (0, 1))
    assert low < 20
    assert high > 100


@pytest.mark.parametrize("declared", RESULT_SHEETS, ids=lambda s: s.title)
def test_every_sheet__can_be_written_empty(declared, tmp_path):
    path = tmp_path / "空.xlsx"

    write_listing(path, Listing(declared, [], ["一", "二"], "試し"), path, TODAY)

    sheet = openpyxl.load_workbook(path)[declared.title]
    assert sheet.max_row == HEADING_ROW
