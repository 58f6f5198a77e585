"""点検結果 as written: counts, one row a finding, links to the cells, the catalogue of rules."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from juso.adapters.findings_workbook import write_findings
from juso.core.finding import Finding, Severity
from juso.koshu.rules import CATALOGUE

FIRST = 7  # row of the first finding
RULES = CATALOGUE[:3]
FINDINGS = (
    Finding(
        RULES[0].id,
        Severity.ERROR,
        "支援台帳.xlsx",
        "相談受付簿",
        "G12",
        "R7-0011",
        "受付日",
        "=HYPERLINK(1)",
        "受付日が読めません。「R7.4.1」の形で入力してください。",
        "実施計画7(1)",
    ),
    Finding(
        RULES[0].id,
        Severity.WARNING,
        "支援台帳.xlsx",
        "つなぎ・引継票",
        "B3",
        "H-R7-0001",
        "受領日",
        "-5",
        "受領日を確かめてください。",
        "",
    ),
    Finding(
        RULES[1].id,
        Severity.NOTE,
        "支援台帳.xlsx",
        "会議台帳",
        "",
        "",
        "",
        "@社協",
        "「会議台帳」のシートがありません。控えから戻してください。",
        "",
    ),
)


@pytest.fixture
def write(tmp_path):
    """Write findings into an office folder and give the workbook."""

    def run(findings, source="支援台帳.xlsx"):
        path = tmp_path / "出力" / "点検" / "点検結果.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_findings(path, findings, RULES, tmp_path / source, "令和8年3月31日")
        return openpyxl.load_workbook(path)

    return run


def test_summary__counts_severities_and_kinds(write):
    """On top: when, how many of each severity (symbol and word), which rules spoke most."""
    sheet = write(FINDINGS)["点検結果"]

    assert sheet["A1"].value == "支援台帳.xlsx の点検結果"
    assert sheet["A2"].value.startswith("点検した日：令和8年3月31日")
    assert [sheet.cell(3, c).value for c in (1, 3, 5)] == [
        "●要修正　1件",
        "▲要確認　1件",
        "・参考　1件",
    ]
    assert sheet["A4"].value.splitlines() == [
        f"2件　{RULES[0].id}　{RULES[0].statement}",
        f"1件　{RULES[1].id}　{RULES[1].statement}",
    ]


def test_table__has_one_row_a_finding(write):
    """Every field of a finding in its column, the last one left to fill in."""
    rows = list(write(FINDINGS)["点検結果"].iter_rows(min_row=FIRST - 1, values_only=True))

    assert rows[0] == (
        "重要度",
        "シート",
        "セル",
        "番号",
        "列",
        "値",
        "指摘と直し方",
        "根拠",
        "規則",
        "対応",
    )
    assert rows[1] == (
        "●要修正",
        "相談受付簿",
        "G12",
        "R7-0011",
        "受付日",
        "=HYPERLINK(1)",
        "受付日が読めません。「R7.4.1」の形で入力してください。",
        "実施計画7(1)",
        RULES[0].id,
        None,
    )
    assert rows[3][:3] == ("・参考", "会議台帳", "全体")
    assert len(rows) == 4


@pytest.mark.parametrize(("row", "value"), [(0, "=HYPERLINK(1)"), (1, "-5"), (2, "@社協")])
def test_values__stay_text_when_edited(write, row, value):
    """What looks like a formula is text, in a cell that keeps what is typed as text."""
    cell = write(FINDINGS)["点検結果"].cell(FIRST + row, 6)

    assert (cell.value, cell.data_type, cell.number_format) == (value, "s", "@")


def test_links__open_the_register_at_the_cell(write):
    """Relative from the findings' folder, so that the office folder can be moved."""
    sheet = write(FINDINGS)["点検結果"]
    links = [sheet.cell(FIRST + row, 3).hyperlink for row in range(3)]

    assert links[0].target == "..\\..\\支援台帳.xlsx"
    assert links[0].location == "'相談受付簿'!G12"
    assert links[1].location == "'つなぎ・引継票'!B3"
    assert links[2] is None


def test_links__are_left_out_for_another_file(write):
    """A finding about a file that was not the one checked is not linked to the wrong one."""
    sheet = write(FINDINGS, source="写し.xlsx")["点検結果"]

    assert sheet.cell(FIRST, 3).hyperlink is None
    assert sheet.cell(FIRST, 3).value == "G12"


def test_view_and_print__keep_the_heading(write):
    """Heading frozen and repeated, table filtered, A4 landscape one page wide, 取扱注意."""
    sheet = write(FINDINGS)["点検結果"]

    assert sheet.freeze_panes == f"A{FIRST}"
    assert sheet.auto_filter.ref == f"A{FIRST - 1}:J{FIRST + 2}"
    assert sheet.print_title_rows == f"${FIRST - 1}:${FIRST - 1}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "取扱注意" in sheet.oddHeader.right.text
    assert sheet.cell(FIRST, 7).alignment.wrap_text


def test_catalogue__lists_every_rule_with_its_count(write):
    """規則一覧: id, number, severity, statement, basis and how often it spoke."""
    rows = list(write(FINDINGS)["規則一覧"].iter_rows(values_only=True))
    rule = RULES[0]

    assert rows[0] == ("規則", "番号", "重要度", "点検の内容", "根拠", "今回の件数")
    assert rows[1][0] == rule.id
    assert rows[1][2].endswith(rule.severity)
    assert rows[1][3] == rule.statement
    assert [row[5] for row in rows[1:]] == [2, 1, 0]


def test_replies__stand_beside_their_findings(tmp_path):
    """A reason that was not accepted is not typed twice; it is text, whatever it looks like."""
    path = tmp_path / "a.xlsx"
    write_findings(path, FINDINGS, RULES, tmp_path / "支援台帳.xlsx", "…", ["", "=1+1", ""])
    sheet = openpyxl.load_workbook(path)["点検結果"]

    assert [sheet.cell(FIRST + row, 10).value for row in range(3)] == [None, "=1+1", None]
    assert sheet.cell(FIRST + 1, 10).data_type == "s"


def test_no_findings__is_said_in_a_sentence(write):
    """An empty result says that everything was checked and nothing is to be done."""
    sheet = write(())["点検結果"]

    assert sheet["A3"].value == "●要修正　0件"
    assert sheet["A4"].value.startswith("直すところはありませんでした。")
    assert sheet.max_row == FIRST - 1


def test_awkward_file_names__do_not_break_the_page_header(write):
    """& is a command in a page header, and digits after a font size would change it."""
    sheet = write((), source="2025 A&B.xlsx")["点検結果"]

    assert sheet.oddHeader.left.text == "2025 A&&B.xlsx の点検結果"


def test_bytes__are_the_same_for_the_same_input(tmp_path):
    """The time printed is the one given; the clock is not asked."""
    made = []
    for name in ("a.xlsx", "b.xlsx"):
        write_findings(tmp_path / name, FINDINGS, RULES, Path("支援台帳.xlsx"), "令和8年3月31日")
        made.append((tmp_path / name).read_bytes())

    assert made[0] == made[1]


def test_package__passes_the_schema_audit(tmp_path):
    """Excel opens the file without repairing it, as far as the schema can tell."""
    path = tmp_path / "a.xlsx"
    write_findings(path, FINDINGS, CATALOGUE, tmp_path / "支援台帳.xlsx", "令和8年3月31日")

    assert [e.description for e in OpenXmlValidator().validate(str(path)).errors] == []
