"""月次統合.xlsx: totals, gaps and links a clerk can follow."""

import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from form_tables import read
from juso.adapters.merged_workbook import write_merged
from juso.services.merge import merge

TEXT = {"W1": "A01 | 1 | 2", "W2": "A01 | 10 | 約20", "W4": "A01 | － | 4"}


@pytest.fixture(scope="module")
def merged():
    """W3 is missing; W2 cannot be read in 5月."""
    forms = [
        replace(read(text, code, "R7.5"), file=f"{code}.xlsx", folder="/office/月次報告")
        for code, text in TEXT.items()
    ]
    return merge(forms)


@pytest.fixture(scope="module")
def path(merged, tmp_path_factory) -> Path:
    """The written workbook."""
    path = tmp_path_factory.mktemp("out") / "月次統合_R7.xlsx"
    write_merged(path, merged, Path("/office/出力/集計/月次統合_R7.xlsx"))
    return path


def rows(path, name):
    """A sheet's cells, row by row."""
    return CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python(skip_empty_area=False)


def test_sheets__stand_in_reading_order(path):
    """From the notes to the single figures."""
    expected = ["はじめに", "市全体", "窓口別", "拠点別", "グラフ", "提出状況", "月次実績", "指摘"]

    assert CalamineWorkbook.from_path(path).sheet_names == expected


def test_city_sheet__shows_totals_and_what_they_lack(path):
    """A01 of 4月 and 5月, and the gaps of the year."""
    first = rows(path, "市全体")[3]

    assert first[:6] == ["A01", "新規相談受付件数", "件", "F", 11.0, 6.0]
    assert first[16:] == [17.0, "W2（R7.5）、W3（全体）"]


def test_window_sheet__shows_each_window_beside_the_city(path):
    """W1 3, W2 10, W3 nothing, W4 4."""
    line = next(row for row in rows(path, "窓口別") if row[0] == "A01")

    assert line[4:9] == [3.0, 10.0, "", 4.0, 17.0]


def test_wall__marks_every_month_of_every_window(path):
    """W3 has sent nothing; later months are not due."""
    wall = {row[0]: row[5:8] for row in rows(path, "提出状況")[3:]}

    assert wall["W1"] == ["●\n160/160", "●\n160/160", ""]
    assert wall["W2"][1] == "△\n174/175"
    assert wall["W3"] == ["×", "×", ""]


def test_figures_sheet__links_to_the_source_cell(path, merged):
    """The link is relative to where the workbook will lie."""
    book = openpyxl.load_workbook(path, read_only=True)
    line = next(book["月次実績"].iter_rows(4, 4, values_only=True))
    book.close()

    assert line[:9] == ("甲州市", "W1", "A01", "新規相談受付件数", "件", "F", "R7.4", 1, "値")
    assert line[11] == '=HYPERLINK("../../月次報告/W1.xlsx#\'月次\'!E4","E4")'
    assert len(rows(path, "月次実績")) == 3 + len(merged.figures)


def test_findings_sheet__has_all_findings(path, merged):
    """Nothing is told only on the screen."""
    told = [row[9] for row in rows(path, "指摘")[3:] if row[9]]

    assert told == [finding.rule for finding in merged.findings]


def test_charts__are_native_and_described(path):
    """Three charts a clerk can edit, each with an alternative text."""
    with zipfile.ZipFile(path) as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
        drawing = package.read("xl/drawings/drawing1.xml").decode()

    assert len(charts) == 3
    assert drawing.count('descr="令和7年度の') == 3


def test_workbook__is_the_same_twice(path, merged, tmp_path):
    """The same figures give the same bytes."""
    again = tmp_path / "again.xlsx"
    write_merged(again, merged, Path("/office/出力/集計/月次統合_R7.xlsx"))

    assert again.read_bytes() == path.read_bytes()
