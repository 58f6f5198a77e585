"""Results as blocks: what goes into which column, sorted and safe to write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from form_tables import read
from juso.adapters.listing import Link
from juso.adapters.result_blocks import (
    MOST_MARKS,
    figures_block,
    figures_opening,
    findings_block,
    link,
    listing_block,
    opening_lines,
    page,
    todo_block,
    todo_opening,
)
from juso.adapters.result_sheets import (
    ERROR_KEY,
    FIGURES,
    FINDINGS,
    MESSAGE,
    TODO,
    VALUE,
    WALL,
    WARNING_KEY,
)
from juso.adapters.tidy_sheet import TIDY
from juso.adapters.wall_block import wall_block, wall_opening
from juso.core.finding import Finding, Severity
from juso.services.merge import merge
from tables import register

REGISTER = register(
    """
    相談受付簿
    | ケース番号 |
    | R7-0001    |
    | R7-0002    |
    """
)
LATE = Finding(
    "CASE-002",
    Severity.WARNING,
    "支援台帳.xlsx",
    "相談受付簿",
    "C2",
    "R7-0001",
    "受付日",
    "2026/4/1",
    "受付日を確かめてください。",
    "実施計画7(1)",
)
WRONG = replace(LATE, severity=Severity.ERROR, cell="D3", key="R7-0002", value="=1+1")
HEADING = replace(LATE, severity=Severity.NOTE, cell="", key="", value="")


def test_findings_stand_worst_first_with_links_and_marks():
    rows = findings_block([LATE, HEADING, WRONG], REGISTER)

    assert rows == [
        [
            "●要修正",
            "相談受付簿",
            '=HYPERLINK("#\'相談受付簿\'!D3","D3")',
            "R7-0002",
            "受付日",
            "=1+1",
            "受付日を確かめてください。",
            "実施計画7(1)",
            "CASE-002",
            None,
            "相談受付簿|R7-0002|4",
            None,
        ],
        ["▲要確認", "相談受付簿", *rows[1][2:10], None, "相談受付簿|R7-0001|3"],
        ["・参考", "相談受付簿", "全体", *rows[2][3:10], None, None],
    ]


def test_findings_of_one_severity_keep_their_order():
    found = [replace(WRONG, rule=f"CASE-{n:03d}") for n in (7, 3, 5)]

    assert [row[8] for row in findings_block(found, REGISTER)] == [f.rule for f in found]


def test_marks_are_left_out_when_there_are_too_many_to_look_up_quickly():
    found = [WRONG] * (MOST_MARKS + 1) + [LATE]

    rows = findings_block(found, REGISTER)

    assert sum(row[ERROR_KEY] is not None for row in rows) == MOST_MARKS
    assert rows[-1][WARNING_KEY] is not None
    assert "初めの500件まで" in opening_lines(found, "きょう")[1][0]
    assert "初めの" not in opening_lines(found[1:], "きょう")[1][0]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "'"])
def test_sentences_never_become_formulas(start):
    """The column has no text format, in which Excel may show a long text as ####."""
    (row,) = findings_block([replace(LATE, message=f"{start}1")], REGISTER)

    assert row[MESSAGE] == f"'{start}1"


def test_long_values_are_cut_to_what_a_text_cell_shows():
    row, whole = findings_block([replace(LATE, value="あ" * n) for n in (256, 255)], REGISTER)

    assert row[VALUE] == "あ" * 254 + "…"
    assert whole[VALUE] == "あ" * 255


def test_links_survive_quotes_in_a_sheets_name():
    assert link("A'B\"C", "D4") == '=HYPERLINK("#\'A\'\'B""C\'!D4","D4")'


def test_opening_counts_by_severity_and_sheet():
    other = replace(LATE, sheet="支援プラン")

    assert opening_lines([LATE, WRONG, other], "令和8年3月31日 13:05") == [
        ["令和8年3月31日 13:05 に点検しました。●要修正 1件　▲要確認 2件　・参考 0件"],
        ["シートごとの数：相談受付簿 2件、支援プラン 1件"],
    ]
    assert opening_lines([], "きょう")[1] == ["直すところはありませんでした。"]


def test_a_page_is_one_block_that_empties_what_was_there():
    rows = findings_block([LATE], REGISTER)

    block = page(FINDINGS, rows, opening_lines([LATE], "きょう"), former=3)

    assert {len(line) for line in block} == {FINDINGS.width}
    assert [line[0] for line in block[:3]] == [
        *(o[0] for o in opening_lines([LATE], "きょう")),
        "重要度",
    ]
    assert block[3] == rows[0]
    assert block[4:] == [[None] * FINDINGS.width] * 2
    assert FINDINGS.opening_row + len(block) == FINDINGS.first_row + 3
    assert len(page(FINDINGS, rows * 5, former=3)) == 3 + 5


@dataclass(frozen=True)
class Task:
    """What 要対応 is told of one thing to do."""

    due: date | None
    days_over: int | None
    cell: str = "R13"
    kind: str = "引継ぎの受領"
    agency: str = "地域包括支援センター"
    worker: str = "主事 架空"
    key: str = "H-R7-0012"
    what: str = "受領日を入力してください。"
    sheet: str = "つなぎ・引継票"


def test_todos_keep_their_order_and_lead_to_their_cells():
    tasks = [Task(date(2026, 3, 20), 11), Task(None, None, cell="")]

    first, second = todo_block(tasks)

    assert first == [
        date(2026, 3, 20),
        11,
        "引継ぎの受領",
        "地域包括支援センター",
        "主事 架空",
        "H-R7-0012",
        "受領日を入力してください。",
        "つなぎ・引継票",
        '=HYPERLINK("#\'つなぎ・引継票\'!R13","R13")',
    ]
    assert (second[0], second[1], second[-1]) == (None, None, None)
    assert todo_opening(tasks, "令和8年3月31日")[0] == [
        "令和8年3月31日現在。期限超過 1件、これから 0件、日付なし 1件"
    ]
    assert todo_opening([], "きょう")[1] == ["要対応のものはありません。"]


@pytest.fixture(scope="module")
def merged():
    """介護 up to 5月 with a gap and a dash, 地域づくり in 4月; the other windows have sent nothing."""
    forms = [read("A01 | 3 |\nA02 | － | 1", "W1", "R7.5"), read("R01-S08 | 5", "R", "R7.4")]
    return merge([replace(forms[0], sha256="ab" * 32), replace(forms[1], file="R.xlsx")])


def test_figures_say_where_they_come_from_and_what_is_missing(merged):
    rows = {(row[3], row[1]): row for row in figures_block(merged, "令和8年3月31日 13:05")}

    assert rows["A01", "R7.4"] == [
        *("R7", "R7.4", "W1 介護", "A01", "新規相談受付件数", "件", 3, "値"),
        *("W1_介護.xlsx", "E4", "abababababababab", "2025", "令和8年3月31日 13:05"),
    ]
    assert rows["A01", "R7.5"][6:8] == [None, "未入力"]
    assert rows["A02", "R7.4"][6:8] == [0, "皆無"]
    assert rows["R01-S08", "R7.4"][2] == "R S08 通いの場1"


def test_figures_opening_counts_what_is_missing(merged):
    first, second = figures_opening(merged, "きょう")

    assert first == ["きょう に取り込みました（令和7年度、4月から令和7年5月まで）。"]
    count = len(merged.figures)
    known = sum(row[6] is not None for row in figures_block(merged, "きょう"))
    assert second == [f"数のある欄 {known}、数のない欄（未入力・不詳・誤り） {count - known}"]
    assert 0 < count - known < 20


def test_wall_has_a_mark_for_every_month_that_is_due(merged):
    rows = {row[0]: row for row in wall_block(merged)}

    assert rows["W1"][5:8] == ["●提出\n100%", "△一部\n99%", ""]
    assert rows["R"][5:8] == ["●提出\n100%", "×未提出", ""]
    assert rows["W2"][3:7] == ["（未提出）", "", "×未提出", "×未提出"]
    assert (rows["W2"][-1], rows["W1"][-1]) == (0, 0.996)
    assert wall_block(merged)[-2][1:8] == ["提出率", "", "", "", "25%", "12%", "－"]
    opening = "未提出の月：13（窓口・事業ごとに数えて）　提出率 18%、期限内率 0%"
    assert wall_opening(merged, "きょう")[1] == [opening]


def test_every_block_has_the_width_of_its_sheet(merged):
    blocks = [
        (FINDINGS, findings_block([LATE], REGISTER)),
        (TODO, todo_block([Task(None, None)])),
        (FIGURES, figures_block(merged, "きょう")),
        (WALL, wall_block(merged)),
    ]

    for sheet, block in blocks:
        assert {len(row) for row in block} == {sheet.width}


def test_a_listing_is_written_as_its_columns_are():
    """A link as a formula, a sentence that looks like one as a text, a text as it is."""
    row = [
        None,
        "確か",
        "相談受付簿",
        Link("相談受付簿", "G2"),
        "001",
        "電話",
        "=1",
        "1",
        "=直す",
        "",
    ]

    (cells,) = listing_block(TIDY, [row])

    assert cells[TIDY.place("セル")] == link("相談受付簿", "G2")
    assert (cells[TIDY.place("今の値")], cells[TIDY.place("理由")]) == ("=1", "'=直す")
    assert listing_block(TIDY, [[*row[:3], Link("相談受付簿", ""), *row[4:]]])[0][3] is None


def test_a_listing_of_another_width_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        listing_block(TIDY, [["○"]])
