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
from juso.services.tally.gaps import NO_REGISTER
from juso.services.tally.rates import NO_POPULATION

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
    expected = ["はじめに", "市全体", "窓口別", "拠点別", "グラフ", "つなぎ行列", "人口当たりの率"]
    expected += ["提出状況", "月次実績", "数字の由来", "指摘"]

    assert CalamineWorkbook.from_path(path).sheet_names == expected


def test_city_sheet__shows_totals_and_what_they_lack(path):
    """A01 of 4月 and 5月, and the gaps of the year."""
    first = rows(path, "市全体")[3]

    assert first[:6] == ["A01", "新規相談受付件数", "件", "F", 11.0, 6.0]
    assert first[16:] == [17.0, "暫定", "W2（R7.5）、W3（全体）"]


def test_window_sheet__shows_each_window_beside_the_city(path):
    """W1 3, W2 10, W3 nothing, W4 4."""
    line = next(row for row in rows(path, "窓口別") if row[0] == "A01")

    assert line[4:9] == [3.0, 10.0, "", 4.0, 17.0]


def test_city_sheet__says_why_persons_cannot_be_told(path):
    """A11–A14 without a register: empty, with the reason."""
    lines = [row for row in rows(path, "市全体") if row[0] in ("A11", "A12", "A13", "A14")]

    assert len(lines) == 4
    assert all(line[4:17] == [""] * 13 for line in lines)
    assert {line[18] for line in lines} == {NO_REGISTER}


def test_transfers_sheet__compares_both_sides_in_words(path):
    """障害 received nothing and W3 said nothing."""
    table = rows(path, "つなぎ行列")
    line = next(row for row in table if row[:3] == ["他の3窓口", "障害", "F12→B37"])

    assert line[3:6] == [0.0, 0.0, 0.0]
    assert line[6] == "一致（暫定）。欠けているもの：W3（全体）。"


def test_rates_sheet__says_why_there_are_none(path):
    """No population is known; the published rates stand there all the same."""
    sheet = rows(path, "人口当たりの率")
    line = next(row for row in sheet if row[1] == "I401")

    assert sheet[1][0] == NO_POPULATION
    assert line[4:17] == [""] * 13
    assert [round(rate, 1) for rate in line[17:19]] == [20.2, 13.9]


def test_lineage_sheet__adds_up_with_links_to_the_cells(path):
    """A01 of 4月: the total, Excel's own sum with its cached result, and where it comes from."""
    book = openpyxl.load_workbook(path)
    sheet = book["数字の由来"]
    top = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "コード") + 1
    line = [cell.value for cell in sheet[top]]
    values = rows(path, "数字の由来")

    assert line[:4] == ["A01", "新規相談受付件数", "R7.4", 11]
    assert line[4].startswith("=SUMIFS('月次実績'!$H$4:$H$")
    assert line[6:8] == [1, '=HYPERLINK("../../月次報告/W1.xlsx#\'月次\'!E4","E4")']
    assert {row[5] for row in values[top - 1 :]} == {"一致"}
    assert all(row[3] == row[4] for row in values[top - 1 :])


def test_links_excel_cannot_follow__are_plain_text(merged, tmp_path):
    """A path of more than 255 letters, a # in it: the address alone, and no broken workbook."""
    folders = {"W1": "/office/" + "深い" * 150, "W2": "/office/#2", "W4": "/office"}
    forms = {code: replace(r, folder=folders[code]) for code, r in merged.forms.items()}
    path = tmp_path / "月次統合.xlsx"
    write_merged(path, replace(merged, forms=forms), Path("/office/月次統合.xlsx"))

    sheet = openpyxl.load_workbook(path)["月次実績"]
    first = {}
    for row in sheet.iter_rows(4, values_only=True):
        first.setdefault(row[1], row[11])

    assert first == {
        "W1": "E4",
        "W2": "E4",
        "W4": '=HYPERLINK("W4.xlsx#\'月次\'!E4","E4")',
    }


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
    """Charts a clerk can edit, each with an alternative text."""
    with zipfile.ZipFile(path) as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
        drawings = [package.read(f"xl/drawings/drawing{n}.xml").decode() for n in (1, 2)]

    assert len(charts) == 5
    assert drawings[0].count('descr="令和7年度の') == 3
    assert drawings[1].count('descr="甲州市の') == 2


def test_workbook__is_the_same_twice(path, merged, tmp_path):
    """The same figures give the same bytes."""
    again = tmp_path / "again.xlsx"
    write_merged(again, merged, Path("/office/出力/集計/月次統合_R7.xlsx"))

    assert again.read_bytes() == path.read_bytes()
