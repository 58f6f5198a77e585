"""A form is read by its codes and headings; what is wrong with it is said, cell by cell."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_tables import (
    HEADINGS,
    YEAR,
    cover_cells,
    cover_of,
    in_short,
    read,
    read_cells,
    sheet_of,
)
from juso.core.calendar import FiscalYear
from juso.koshu.tally.check_cover import check_cover
from juso.koshu.tally.cover import FORM_ID, CoverCell, read_cover, read_month
from juso.koshu.tally.read_form import read_form_sheets
from juso.koshu.tally.reading import FormReading
from juso.koshu.tally.values import State


def figures(reading):
    """Item code -> the reported months as (value, state)."""
    return {
        code: list(zip(row.values, map(str, row.states), strict=True))
        for code, row in reading.rows.items()
    }


def test_cells__keep_zero_dash_blank_and_unknown_apart():
    """0 is 値, － is 皆無, blank is 未入力, 不明 is 不詳, and none of them is another."""
    reading = read("A04 | 0 | － | \n A05 | 2 | 不明 | 約10")

    assert figures(reading)["A04"] == [(0, "値"), (0, "皆無"), (None, "未入力")]
    assert figures(reading)["A05"] == [(2, "値"), (None, "不詳"), (None, "誤り")]
    assert in_short(reading.findings) == [
        "F8 W1/A05/R7.5 TALLY-008",
        "G8 W1/A05/R7.6 TALLY-006",
        "G7 W1/A04/R7.6 TALLY-004",
    ]


def test_clean_form__has_no_findings():
    """All zeros is a report."""
    assert read(form_code="R").findings == ()


def test_optional_row__may_stay_blank():
    """運営補助金 is decided once a year."""
    reading = read(form_code="R")

    assert reading.rows["R11-S08"].states == (State.BLANK,) * 3
    assert reading.findings == ()


def test_month_after_the_reported_one__is_no_figure():
    """7月 filled in while the cover says 6月: said once, and not counted."""
    reading = read("A01 | 0 | 0 | 0 | 5 \n A02 | 0 | 0 | 0 | 1")

    assert reading.rows["A01"].values == (0, 0, 0)
    assert in_short(reading.findings) == ["H4 W1/R7.7 FORM-014"]


def test_month_without_any_figure__is_one_finding():
    """A forgotten month is not 160 findings."""
    sheet = sheet_of("", "W1")
    for row in sheet[3:]:
        row[5] = ""

    reading = read_cells(cover_cells(cover_of("W1")), sheet)

    assert in_short(reading.findings) == ["F3 W1/R7.5 TALLY-207"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A01 | 1 | 2 | 3 ||||||||| | 6", []),
        ("A01 | 1 | 2 | 3 ||||||||| | 「６」", []),
        ("A01 | 1 | 2 | 3 ||||||||| | 7", ["Q4 W1/A01 TALLY-119"]),
        ("A01 | 1 | 2件 | 3 ||||||||| | 4", ["F4 W1/A01/R7.5 TALLY-005"]),
        ("E06 | 1 | 2 | 3 ||||||||| | 3", []),
        ("E06 | 1 | 2 | 3 ||||||||| | 6", ["Q93 W1/E06 TALLY-118"]),
        ("A11 | 1 | 2 | 3 ||||||||| | 6", ["Q11 W1/A11 TALLY-118"]),
    ],
)
def test_total__is_compared_with_the_own_one(line, expected):
    """F adds its months, S repeats the last, U has no total."""
    assert in_short(read(line).findings) == expected


def test_doubled_missing_and_unknown_rows__are_said():
    """A code twice, a code gone, a code of nobody, a number without a code."""
    sheet = sheet_of("", "W1")
    sheet[4][0] = "A01"
    sheet.append(["Z99", "独自の項目", "件", "F", 7.0, *[""] * 13])
    sheet.append(["", "覚え書き", "", "", 3.0, *[""] * 13])

    reading = read_cells(cover_cells(cover_of("W1")), sheet)

    assert in_short(reading.findings) == [
        "A5 W1/A01 FORM-009",
        "W1/A02 FORM-010",
        f"A{len(sheet) - 1} W1/Z99 FORM-011",
        f"A{len(sheet)} W1 FORM-015",
    ]


def test_code_in_full_width__is_the_same_code():
    """Ａ０１ is found."""
    sheet = sheet_of("", "W1")
    sheet[3][0] = "Ａ０１ "

    assert read_cells(cover_cells(cover_of("W1")), sheet).findings == ()


@pytest.mark.parametrize(
    "heading", ["4月", "４月", " 4 月", "R7.4", "令和7年4月", "2025年4月", "四月", "Apr", 4.0]
)
def test_month_heading__is_found_in_common_spellings(heading):
    """Only a spelling that is not a number or an era is mentioned."""
    sheet = sheet_of("A01 | 5 | 0 | 0", "W1")
    sheet[2] = [heading if text == "4月" else text for text in HEADINGS]

    reading = read_cells(cover_cells(cover_of("W1")), sheet)

    assert reading.rows["A01"].values == (5, 0, 0)
    expected = ["E3 W1/R7.4 FORM-021"] if heading in ("四月", "Apr") else []
    assert in_short(reading.findings) == expected


def test_month_columns__missing_doubled_or_of_another_year_are_said():
    """5月 is gone, 4月 twice there, and R6.6 is no month of 令和7年度."""
    sheet = sheet_of("", "W1")
    sheet[2] = ["4月" if t == "5月" else "R6.6" if t == "6月" else t for t in HEADINGS]

    reading = read_cells(cover_cells(cover_of("W1")), sheet)

    assert in_short(reading.findings) == [
        "W1/R7.5 FORM-012",
        "W1/R7.6 FORM-012",
        "F3 W1/R7.4 FORM-013",
        "G3 W1/R6.6 FORM-012",
    ]
    assert reading.rows["A01"].states == (State.VALUE, State.BLANK, State.BLANK)


def test_file_that_is_no_form__is_told_once():
    """The 支援台帳 among the forms has a 様式ID of its own, and none of the other cells."""
    cells = {FORM_ID: CoverCell("KOSHU-JUSO-REGISTER", 2, 1)}

    found = [f.rule for f in check_cover("支援台帳.xlsx", cells, read_cover(cells))]

    assert found == ["FORM-003"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"form_id": "OTHER-1"}, "FORM-003"),
        ({"form_id": ""}, "FORM-003"),
        ({"version": "2024"}, "FORM-004"),
        ({"year": None}, "FORM-005"),
        ({"window": "W2"}, "FORM-006"),
        ({"month": None}, "FORM-007"),
        ({"year": FiscalYear(2024)}, "FORM-007"),
        ({"writer": ""}, "FORM-008"),
        ({"submitted_on": None}, "FORM-008"),
    ],
)
def test_cover__says_what_is_wrong_with_it(changes, expected):
    """One finding for each label that is not in order."""
    cover = replace(cover_of("W1"), **changes)

    reading = read_cells(cover_cells(cover), sheet_of("", "W1"))

    assert expected in [finding.rule for finding in reading.findings]
    assert {f.sheet for f in reading.findings if f.rule == expected} == {"表紙"}


def test_form_without_a_readable_month__is_read_to_the_last_month_filled_in():
    """提出対象月 is missing: said, and nothing typed is lost."""
    reading = read_cells(cover_cells(cover_of("W1", month="R7.5")), sheet_of("", "W1", "R7.8"))
    blank = read_cells(
        [row for row in cover_cells(cover_of("W1")) if row[0] != "提出対象月"],
        sheet_of("", "W1", "R7.8"),
    )

    assert len(reading.months) == 2
    assert len(blank.months) == 5


@pytest.mark.parametrize(
    ("cover", "sheet", "expected"),
    [
        (None, sheet_of("", "W1"), ["FORM-001"]),
        (cover_cells(cover_of("W1")), None, ["FORM-002"]),
        (cover_cells(cover_of("W1")), [["何もない"]], ["FORM-002"]),
    ],
)
def test_missing_sheets__are_findings(cover, sheet, expected):
    """The other forms can still be merged."""
    reading = read_cells(cover, sheet)

    assert [finding.rule for finding in reading.findings] == expected
    assert reading.form == ""


def test_second_look__turns_blanks_into_faults():
    """What calamine shows as empty is an error, a formula without a result or a merged cell."""
    faults = {(4, 4): "#REF!", (5, 4): "=SUM(A1:A2)", (6, 4): "結合"}
    sheet = sheet_of("A01 || 1 | 1 \n A02 || 1 | 1 \n A03 || 1 | 1 ", "W1")

    reading = read_form_sheets(
        FormReading("W1.xlsx", "ab"), cover_cells(cover_of("W1")), sheet, faults
    )

    assert in_short(reading.findings) == [
        "E4 W1/A01/R7.4 TALLY-007",
        "E5 W1/A02/R7.4 TALLY-007",
        "E6 W1/A03/R7.4 TALLY-007",
    ]
    assert {reading.rows[c].states[0] for c in ("A01", "A02", "A03")} == {State.FAULT}


@given(rows=st.permutations(range(25)), columns=st.permutations(range(18)), shift=st.integers(0, 3))
def test_moved_rows_and_columns__leave_the_figures_as_they_are(rows, columns, shift):
    """Position means nothing: codes and headings do."""
    text = "\n".join(f"P{n:02d} | {n} | {n + 1} | {n + 2}" for n in range(1, 8))
    sheet = sheet_of(text, "P")
    head, body = sheet[:3], sheet[3:]
    body = [["", *[""] * 17]] * shift + [body[place] for place in rows]
    moved = [[row[place] for place in columns] for row in (*head, *body)]
    cover = cover_cells(cover_of("P"))

    assert figures(read_cells(cover, moved)) == figures(read_cells(cover, sheet))


@given(st.sampled_from(YEAR.months))
def test_month__is_read_back_from_every_way_of_writing_it(month):
    """R7.4, 4月 and the day of an Excel date are the same month."""
    assert {read_month(raw, YEAR) for raw in (str(month), month.label, month.first_day)} == {month}
