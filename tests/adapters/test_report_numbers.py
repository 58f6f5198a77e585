"""The companion workbook: the report's tables as numbers."""

import pytest
from openpyxl import load_workbook

from juso.adapters.report_numbers import number_format, write_report_numbers
from juso.services.report_model import Measure
from report_sample import merged_forms, small_report


@pytest.fixture(scope="module")
def report():
    """A year in which one window sent nothing."""
    return small_report(merged=merged_forms(without=("W3",)))


@pytest.fixture(scope="module")
def book(report, tmp_path_factory):
    """The written workbook, opened again."""
    path = tmp_path_factory.mktemp("numbers") / "実施状況報告書_R7_数値.xlsx"
    return load_workbook(write_report_numbers(report, path))


def test_sheets__one_for_each_table(book, report):
    """The index, then a sheet for every table and its parts."""
    groups = dict.fromkeys(t.number.partition("-")[0] for t in report.tables)

    assert book.sheetnames == ["目次", *groups]


def test_cells__are_numbers_with_the_look_of_print(book):
    """表11: a count is a number, a sum with a gap still one, 未提出 a sign."""
    sheet = book["表11"]
    lines = {row[0].value: row for row in sheet.iter_rows() if row[0].value}

    assert isinstance(lines["介護"][1].value, int)
    assert lines["計"][1].number_format == '#,##0"※"'
    assert lines["計"][1].value == sum(lines[w][1].value for w in ("介護", "障害", "生活困窮"))
    assert lines["子育て"][1].value == "…"


def test_attachments__hold_each_window_by_month(book):
    """What is too long for the Word document: every row of every window and site."""
    captions = [c.value for c in book["資料表2"]["A"] if str(c.value).startswith("資料表2-")]

    assert [c.partition("　")[0] for c in captions] == [f"資料表2-{n}" for n in range(1, 11)]
    assert captions[-1] == "資料表2-10　月別データ（地域づくり）"


def test_workbook__same_report_same_bytes(report, tmp_path):
    """No clock in the file."""
    first = write_report_numbers(report, tmp_path / "a.xlsx")
    second = write_report_numbers(report, tmp_path / "b.xlsx")

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure(12.3, 1, "％"), '#,##0.0"％"'),
        (Measure(-5, is_change=True), "#,##0;△#,##0"),
        (Measure(7, is_provisional=True), '#,##0"※"'),
    ],
)
def test_number_format__looks_like_print(measure, expected):
    """Suffix, △ and ※ are format, the cell stays a number."""
    assert number_format(measure) == expected
