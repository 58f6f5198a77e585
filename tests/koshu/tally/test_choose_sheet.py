"""Which sheet is read: the one called 月次, else the only one with a table; never a guess."""

import pytest

from form_tables import cover_cells, cover_of, read_cells
from juso.koshu.tally.choose_sheet import choose_sheets
from juso.koshu.tally.read_form import read_form_sheets
from juso.koshu.tally.reading import FormReading
from tally_kit.sheets import HEAD, clean_sheet

COVER = cover_cells(cover_of("W1"))
TABLE = clean_sheet()
BLANK = [*TABLE[:HEAD], *([*row[:4], *[""] * 14] for row in TABLE[HEAD:])]
UNCODED = [["", *row[1:]] for row in TABLE]
MEMO = [["集計メモ", ""], ["電話", 3.0]]
CHART = [["項目", "4月", "5月"], ["電話", 3.0, 4.0]]


def chosen(sheets):
    found = choose_sheets(list(sheets), sheets.get, "W1.xlsx")
    said = [f"{f.rule} {f.severity} {f.sheet}" for f in found.findings]
    return found.cover, found.tally, said


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ({"表紙": COVER, "月次": TABLE}, ("表紙", "月次", [])),
        ({"月 次 ": TABLE, "表　紙": COVER}, ("表　紙", "月 次 ", [])),
        ({"表紙": COVER, "月次": TABLE, "メモ": MEMO, "グラフ": CHART}, ("表紙", "月次", [])),
        ({"表紙": COVER, "月次": TABLE, "月次 (2)": BLANK}, ("表紙", "月次", [])),
        (
            {"表紙": COVER, "月次": TABLE, "月次 (2)": TABLE},
            ("表紙", "月次", ["FORM-030 要確認 月次 (2)"]),
        ),
        (
            {"表紙": COVER, "Sheet1": TABLE, "Sheet2": MEMO},
            ("表紙", "Sheet1", ["FORM-030 参考 Sheet1"]),
        ),
        (
            {"表紙": COVER, "月次 (2)": UNCODED},
            ("表紙", "月次 (2)", ["FORM-030 参考 月次 (2)"]),
        ),
        (
            {"表紙": COVER, "4月": TABLE, "5月": TABLE},
            ("表紙", None, ["FORM-030 要修正 4月"]),
        ),
        ({"入力者": COVER, "月次": TABLE}, ("入力者", "月次", [])),
        ({"月次": [*COVER, *TABLE]}, ("月次", "月次", [])),
        ({"表紙": COVER, "Sheet1": MEMO}, ("表紙", None, [])),
        ({"Sheet1": MEMO}, (None, None, [])),
        ({"表紙": COVER, "壊れたシート": None}, ("表紙", None, [])),
    ],
)
def test_sheets__are_found_by_name_then_by_what_they_hold(sheets, expected):
    """Two tables of which none is called 月次 are refused with their names."""
    assert chosen(sheets) == expected


def test_refused_sheets__are_said_once_and_by_name():
    """No FORM-002 beside it."""
    found = choose_sheets(["4月", "5月"], {"4月": TABLE, "5月": TABLE}.get, "W1.xlsx")

    reading = read_form_sheets(FormReading("W1.xlsx", "", findings=found.findings), COVER, None)

    assert [f.rule for f in reading.findings] == ["FORM-030"]
    assert "「4月」「5月」" in reading.findings[0].message
    assert reading.form == ""


def test_cover_on_the_same_sheet__is_read_there():
    """表紙 above the table: labels and headings do not disturb one another."""
    width = len(TABLE[0])
    sheet = [*([*row, *[""] * (width - len(row))] for row in COVER), *TABLE]

    reading = read_cells(sheet, sheet)

    assert reading.findings == ()
    assert reading.rows["A01"].values == (10, 11, 12)
    assert reading.cell("A01", 0) == f"E{len(COVER) + 5}"


def test_sheet_with_another_name__is_named_in_findings_and_figures():
    """What is said and where a figure comes from is the sheet as the file calls it."""
    sheet = [list(row) for row in TABLE]
    sheet[4][4] = "約10"
    blank = FormReading("W1.xlsx", "", sheet="Sheet1")

    reading = read_form_sheets(blank, COVER, sheet, cover_sheet="入力者")

    assert {f.sheet for f in reading.findings} == {"Sheet1"}
    assert reading.sheet == "Sheet1"
