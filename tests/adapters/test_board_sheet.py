"""つなぎボード as rows of its sheet, as a workbook of its own, and as a command."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from juso.adapters.board_sheet import BOARD, board_listing, summary
from juso.adapters.holidays import business_days
from juso.adapters.listing import Link, Listing
from juso.adapters.register_file import RegisterFile, read_register
from juso.app import App
from juso.koshu.codes import ReferralResult
from juso.services.board import board
from tables import TODAY, register

REFERRALS = """
つなぎ・引継票
| 引継番号  | ケース番号 | 引継元機関 | 引継元担当 | 引継先機関 | 引継先担当 | 依頼日     | 受領日 | 結果   | 結果日     | 次の担当・対応 |
| H-R7-0001 | R7-0001    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-18 |        |        |            |                |
| H-R7-0002 | R7-0002    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-26 |        |        |            |                |
| H-R7-0003 | R7-0003    | 社協       | 仮名太     |            |            | 2026-03-26 |        | 差戻し | 2026-03-30 |                |
"""


def listing(text: str = REFERRALS) -> Listing:
    book = register(text, TODAY)
    loaded = RegisterFile(Path("支援台帳.xlsx"), book, ())
    return board_listing(board(book, business_days(book.settings)), loaded)


def test_row__tells_who_moves_next_and_leads_to_the_cell():
    """Holder, days, whom to tell, state, numbers, both sides, day, next step, cell."""
    first, _, third = (dict(zip(BOARD.labels, row, strict=True)) for row in listing().rows)

    assert first == {
        "ボール": "保健所",
        "担当": "架空花",
        "営業日": 8,
        "知らせ先": "課長",
        "状態": "受領待ち",
        "引継番号": "H-R7-0001",
        "ケース番号": "R7-0001",
        "つなぎ元": "社協",
        "つなぎ先": "保健所",
        "依頼日": date(2026, 3, 18),
        "次にすること": "保健所に届いたかを確かめ、受領日と受領者を入力してください。",
        "セル": Link("つなぎ・引継票", "H2"),
    }
    assert (third["ボール"], third["担当"]) == ("社協", "仮名太")
    assert third["セル"] == Link("つなぎ・引継票", "K4")


def test_opening__counts_who_is_told_and_names_the_agencies():
    assert listing().opening == (
        "完了していないつなぎ・引継ぎは3件です。"
        "課長に知らせるもの（7営業日以上）1件、リーダーに知らせるもの（3営業日以上）1件。",
        "ボールを持っている機関：保健所 2件、社協 1件",
    )


def test_opening__of_an_empty_board_says_so():
    opening = listing("つなぎ・引継票\n| 引継番号 | 依頼日 |").opening

    assert opening == ("完了していないつなぎ・引継ぎはありません。", "")


def test_opening__names_six_agencies_and_counts_the_others():
    """A long line would run out of the page."""
    rows = "".join(f"| H-R7-{n:04} | R7-{n:04} | 機関{n} | 2026-03-30 |\n" for n in range(1, 10))
    text = f"つなぎ・引継票\n| 引継番号 | ケース番号 | 引継先機関 | 依頼日 |\n{rows}"
    book = register(text, TODAY)
    _, agencies = summary(board(book, business_days(book.settings)), book.settings)

    assert agencies.endswith("機関6 1件、ほか3機関 3件")


@pytest.fixture
def office(faulty_office: Path, tmp_path: Path) -> Path:
    return shutil.copytree(faulty_office, tmp_path / "事業所")


def test_command__writes_the_workbook_and_names_nobody(office: Path):
    """The closed office's board lies under 要対応; clicking again makes another file."""
    app = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 9, 0))
    result = app.board(app.closed(office))
    (made,) = result.made
    sheet = load_workbook(made)[BOARD.title]
    head = [cell.value for cell in sheet[BOARD.first_row - 1]]
    rows = list(sheet.iter_rows(min_row=BOARD.first_row, values_only=True))

    assert made.relative_to(office).as_posix() == "出力/要対応/つなぎボード_20260331.xlsx"
    assert head == BOARD.labels
    assert rows
    assert all(row[BOARD.place("知らせ先")] in ("課長", "リーダー", "―") for row in rows)
    assert sheet.cell(BOARD.opening_row, 1).value == result.sentence
    assert sheet.cell(BOARD.first_row, BOARD.width).hyperlink
    assert app.board(app.closed(office)).made != result.made


def test_command__on_a_clean_sample_has_nobody_to_tell(sample_office: Path, tmp_path: Path):
    """What is still in the air of the invented year has moved of late."""
    app = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 9, 0))
    office = Path(shutil.copytree(sample_office, tmp_path / "見本"))
    result = app.board(app.closed(office))

    assert result.sentence.endswith(
        "課長に知らせるもの（7営業日以上）0件、リーダーに知らせるもの（3営業日以上）0件。"
    )


def test_sample__says_when_a_referral_came_back(sample_office: Path):
    """結果日 lies between the receipt and the end of the month in which it was asked for."""
    book = read_register(sample_office / "支援台帳.xlsx", date(2026, 3, 31)).register
    returned = [r for r in book.referrals if r.result is ReferralResult.RETURNED]

    assert returned
    for row in returned:
        assert row.result_on is not None
        assert row.accepted_on is not None
        assert row.accepted_on <= row.result_on <= date(2026, 3, 31)
        assert (row.result_on.year, row.result_on.month) == (
            row.referred_on.year,
            row.referred_on.month,
        )
