"""点検: what the declarations of the columns ask of every cell, and the order of findings."""

from datetime import date

import pytest

from juso.core.table import read_table
from juso.koshu.personal_number import holds_personal_number
from juso.koshu.register import Register
from juso.koshu.rules import RULES
from juso.koshu.settings import Settings
from juso.koshu.sheets import SHEETS, Case, Contact
from juso.services.check import check
from tables import cells_of

TODAY = date(2026, 3, 31)
AREAS = {"地区": Settings().areas, "関係機関": ("地域包括支援センター", "自立相談支援")}


def found(text, rules=(), missing=()):
    """Findings of a register in text, in short; only cell and sheet checks unless told."""
    cells = cells_of(text)
    tables = {
        t: read_table(t, cells[t.sheet], AREAS, holds_personal_number)
        for t in SHEETS
        if t.sheet in cells
    }
    findings = check(Register(tables, TODAY), "支援台帳.xlsx", missing, rules)
    return [f"{f.sheet} {f.cell} {f.column} {f.rule}" for f in findings]


def only(findings, rule):
    return [f for f in findings if f.endswith(rule)]


def test_message__quotes_the_beginning_of_what_is_very_long():
    """A cell takes no longer text than 32,767 characters, nor does anybody read that."""
    cells = [["ケース番号", "受付窓口"], ["R7-0001", "介護" * 16_000]]
    register = Register({Case: read_table(Case, cells, AREAS)}, TODAY)

    (message,) = [f.message for f in check(register, "支援台帳.xlsx", (), ()) if f.cell == "B2"]

    assert message == f"「{'介護' * 30}…」は選択肢にありません。一覧から選んでください。"


def test_cells__empty_unreadable_and_unlisted_values():
    """Each bad cell has its own finding at its address; a good row has none."""
    findings = found(
        """
        研修記録
        | 開催日       | 種別   | 名称   | 課長級 | リーダー | 担当 | 委託先 | 他課 |
        | 2025-06-02   | 研修   | 初任者 | 1      | 2        | 3    | 0      | 0    |
        | 令和7年13月1日 | 研 修  |        | １２   | 約10     | 3    | 0      | 0    |
        | R7.6.2       | 視察   | 先進地 | 1      | 2        | 2.5  | 0      | 0    |
        """
    )

    assert [f for f in findings if "CELL-00" in f and "CELL-004" not in f] == [
        "研修記録 A3 開催日 CELL-002",
        "研修記録 C3 名称 CELL-001",
        "研修記録 E3 リーダー CELL-002",
        "研修記録 B4 種別 CELL-003",
        "研修記録 F4 担当 CELL-002",
    ]


def test_cells__a_repair_is_said_and_not_done_silently():
    """An era date or a full-width number is read, and the reading is shown (参考)."""
    findings = found(
        """
        研修記録
        | 開催日 | 種別   | 名称   | 課長級 | リーダー | 担当 | 委託先 | 他課 |
        | R7.6.2 | 研　修 | 初任者 | １２   | 2        | 3    | 0      | 0    |
        """
    )

    assert {"研修記録 A2 開催日 CELL-004", "研修記録 D2 課長級 CELL-004"} <= set(findings)


def test_headings__renamed_missing_doubled_and_unknown():
    """A renamed heading is found, with the heading it probably was; unknown ones are noted."""
    findings = found(
        """
        研修記録
        | 開催曰     | 種別 | 名称   | 課長級 | リーダー | 担当 | 委託先 | 他課 | 他課 | 独自メモ |
        | 2025-06-02 | 研修 | 初任者 | 1      | 2        | 3    | 0      | 0    | 9    | x        |
        """
    )

    assert [f for f in findings if "CELL-004" not in f] == [
        "研修記録  内容 SHEET-002",
        "研修記録  備考 SHEET-002",
        "研修記録 A1 開催日 SHEET-002",
        "研修記録 A1 開催曰 SHEET-003",
        "研修記録 I1 他課 SHEET-004",
        "研修記録 J1 独自メモ SHEET-003",
    ]


def test_sheets__missing_sheet_is_one_finding():
    """A sheet that was deleted or renamed is named once."""
    assert found("研修記録\n| 開催日 |", missing=[Case])[0] == "相談受付簿   SHEET-001"


def test_numbers__doubled_and_dangling():
    """A number used twice is found at its later rows; a number that leads nowhere at its cell."""
    findings = found(
        """
        相談受付簿
        | ケース番号 |
        | R7-0001    |

        支援経過記録
        | 記録番号   | ケース番号 |
        | K-R7-00001 | R7-0001    |
        | K-R7-00001 |            |
        | K-R7-00002 | R7-0002    |
        """
    )

    assert only(findings, "CELL-006") == ["支援経過記録 A3 記録番号 CELL-006"]
    assert only(findings, "CELL-007") == ["支援経過記録 B4 ケース番号 CELL-007"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("番号は1234 5678 9012です", 1),
        ("１２３４５６７８９０１２", 1),
        ("0553-00-1234に電話、次は0553-00-5678", 0),
        ("受付番号1234567890123（13桁）", 0),
        ("家計簿を確認した", 0),
    ],
)
def test_numbers__twelve_digits_are_taken_for_a_personal_number(text, expected):
    """CELL-008: 12 digits in any text column are reported without repeating them."""
    findings = found(f"支援経過記録\n| 記録番号 | 内容(事実) |\n| K-R7-00001 | {text} |")

    assert len(only(findings, "CELL-008")) == expected


def test_findings__stand_in_the_order_of_sheet_row_and_column():
    """A clerk works through the list from top left to bottom right."""
    findings = found(
        """
        支援経過記録
        | 記録番号 | 日時 | 対応者 |
        | K1       | 昨日 |        |
        | K2       |      | 担当   |

        相談受付簿
        | ケース番号 | 受付日 |
        | R7-1       | 昨日   |
        """
    )
    cells = [f for f in findings if "CELL-" in f]

    assert cells == [
        "相談受付簿 A2 ケース番号 CELL-005",
        "相談受付簿 B2 受付日 CELL-002",
        "支援経過記録 A2 記録番号 CELL-005",
        "支援経過記録 B2 日時 CELL-002",
        "支援経過記録 C2 対応者 CELL-001",
        "支援経過記録 A3 記録番号 CELL-005",
        "支援経過記録 B3 日時 CELL-001",
    ]


def test_empty_sheets__have_nothing_to_find():
    """A new office, or a sheet with its header only, is clean."""
    header = " | ".join(c.label for c in Contact.columns)

    assert found(f"支援経過記録\n| {header} |") == []


def test_headings__below_a_title_are_found():
    """A title somebody put above the table moves the rows, and the cells named, down."""
    findings = found(
        """
        研修記録
        | 令和7年度の研修 |      |      |      |    |        |          |      |        |      |
        | 開催日          | 種別 | 名称 | 内容 | 備考 | 課長級 | リーダー | 担当 | 委託先 | 他課 |
        | 昨日            | 研修 | 初任 |      |    | 1      | 2        | 3    | 0      | 0    |
        """
    )

    assert [f for f in findings if "CELL-004" not in f] == ["研修記録 A3 開催日 CELL-002"]


def test_finding_about_a_whole_sheet__has_no_cell_and_comes_first():
    """It is said once, before what is said of the sheet's rows."""
    text = """
        会議台帳
        | 会議番号 | 会議種別       | 開催日     | 議長 | 記録者 |
        | JU-R6-01 | 重層的支援会議 | 2024-05-01 |      | 主任   |
        """
    rules = [rule for rule in RULES if rule.id in ("MTG-001", "MTG-014")]

    assert [f for f in found(text, rules) if f.endswith(("MTG-001", "MTG-014"))] == [
        "会議台帳   MTG-014",
        "会議台帳 A2 会議番号 MTG-001",
        "会議台帳 D2 議長 MTG-001",
    ]
