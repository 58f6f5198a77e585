"""つなぎボード in 要対応一覧: a slow ball is told on the line of its referral, never on another."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from juso.adapters.holidays import business_days
from juso.core.calendar import FiscalYear
from juso.koshu import todo_kinds as kinds
from juso.koshu.codes import ReferralResult
from juso.koshu.config import Config
from juso.koshu.referral_course import Told
from juso.koshu.register import register_of
from juso.koshu.sheets import Referral
from juso.services.board import balls_of, board
from juso.services.handover import handover
from juso.services.todo import Todo, todo
from tables import TODAY, register


def todos(text: str, **settings: int) -> list[Todo]:
    """The list for worksheets in text, with the balls of its board."""
    book = register(text, TODAY, settings)
    return todo(book, balls=balls_of(book, business_days(book.settings)))


def lines(text: str, **settings: int) -> list[str]:
    """`kind key days cell` of every line."""
    return [f"{t.kind} {t.key} {t.days_over:+d} {t.cell}" for t in todos(text, **settings)]


SENT = """
つなぎ・引継票
| 引継番号  | ケース番号 | 引継元機関 | 引継元担当 | 引継先機関 | 依頼日     | 受領日     | 初回接触予定日 | 初回接触確認日 |
| H-R7-0001 | R7-0001    | 社協       | 仮名太     | 保健所     | 2026-03-30 |            | 2026-04-10     |                |
| H-R7-0002 | R7-0002    | 社協       | 仮名太     | 保健所     | 2026-03-25 |            | 2026-04-10     |                |
| H-R7-0003 | R7-0003    | 社協       | 仮名太     | 保健所     | 2026-03-18 |            | 2026-04-10     |                |
| H-R7-0004 | R7-0004    | 社協       | 仮名太     | 保健所     | 2026-03-18 | 2026-03-19 | 2026-03-25     |                |
| H-R7-0005 | R7-0005    | 社協       | 仮名太     | 保健所     | 2026-03-18 | 2026-03-19 | 2026-03-30     |                |
| H-R7-0006 | R7-0006    | 社協       | 仮名太     | 保健所     | 2026-03-18 | 2026-03-19 | 2026-03-25     | 2026-03-25     |
"""


def test_slow_ball__joins_the_line_of_its_referral():
    """One line a referral, from the day on which somebody is told."""
    assert lines(SENT) == [
        "つなぎの停滞（課長） H-R7-0003 +6 G4",
        "引継先の初回接触 H-R7-0004 +6 I5",
        "引継先の初回接触 H-R7-0005 +1 I6",
        "つなぎの停滞 H-R7-0002 +1 G3",
        "引継ぎの受領 H-R7-0001 -6 G2",
    ]


def test_slow_ball__says_where_it_is_and_whom_to_tell():
    found = {t.key[-1]: t for t in todos(SENT)}

    assert found["2"].what == (
        "R7-0002のつなぎのボールは保健所（4営業日）。リーダーに知らせてください。"
        "R7-0002の保健所への引継ぎの受領の期限（令和8年4月1日）が近づいています。"
        "引継先に届いたかを確かめ、受領日を入力してください。"
    )
    assert found["3"].what == (
        "R7-0003のつなぎのボールは保健所（8営業日）。課長に知らせてください。"
        "R7-0003の保健所への引継ぎの受領の期限（令和8年3月25日）を過ぎています。"
        "引継先に届いたかを確かめ、受領日を入力してください。"
    )
    assert (found["3"].agency, found["3"].worker) == ("社協", "仮名太")
    assert "ボール" not in found["1"].what + found["5"].what


def test_ball_that_came_back__is_with_the_sender():
    """差戻し: the next worker is asked for once, also where the case was closed all the same."""
    found = todos(
        """
        相談受付簿
        | ケース番号 | 受付日     | 状態   | 次回予定日 | スクリーニング結果 |
        | R7-0001    | 2026-03-01 | 支援中 | 2026-05-01 | 自窓口で継続       |
        | R7-0002    | 2026-03-01 | 終結   |            | 自窓口で継続       |

        支援経過記録
        | ケース番号 | 日時             |
        | R7-0001    | 2026-03-30 10:00 |

        つなぎ・引継票
        | 引継番号  | ケース番号 | 引継元機関 | 引継元担当 | 引継先機関 | 依頼日     | 結果   | 結果日     | 次の担当・対応 |
        | H-R7-0001 | R7-0001    | 社協       | 仮名太     | 保健所     | 2026-03-02 | 差戻し | 2026-03-18 |                |
        | H-R7-0002 | R7-0002    | 社協       | 仮名太     | 保健所     | 2026-03-02 | 差戻し | 2026-03-18 |                |
        """
    )

    assert [(t.kind, t.key, t.cell) for t in found] == [
        ("つなぎの停滞（課長）", "H-R7-0001", "I2"),
        ("つなぎの停滞（課長）", "H-R7-0002", "I3"),
    ]
    assert found[0].what == (
        "R7-0001のつなぎのボールは社協（8営業日）。課長に知らせてください。"
        "R7-0001が保健所から差し戻され、次の担当が決まっていません。"
        "次の担当と対応を決めて入力してください。"
    )


def test_ball_without_a_reason__asks_for_the_reason_only():
    """次の担当・対応 is there already: it is not asked for again."""
    (found,) = todos(
        """
        つなぎ・引継票
        | 引継番号  | ケース番号 | 引継元機関 | 引継先機関 | 依頼日     | 結果   | 結果日     | 差戻し理由 | 次の担当・対応 |
        | H-R7-0001 | R7-0001    | 社協       | 保健所     | 2026-03-02 | 差戻し | 2026-03-26 |            | 窓口で支援     |
        """
    )

    assert (found.kind, found.cell) == ("つなぎの停滞", "H2")
    assert found.what == (
        "R7-0001のつなぎのボールは社協（3営業日）。リーダーに知らせてください。"
        "差戻し理由を入力してください。"
    )


DAYS = st.none() | st.integers(-40, 20).map(lambda n: date(2026, 3, 31) + timedelta(days=n))
TEXTS = st.none() | st.just("甲")


@given(
    st.builds(
        Referral,
        referral_no=st.just("H-R7-0001"),
        case_no=st.just("R7-0001"),
        from_agency=st.just("社協"),
        from_worker=st.just("仮名 太"),
        to_agency=st.just("保健所"),
        referred_on=DAYS,
        accepted_on=DAYS,
        first_contact_due_on=DAYS,
        first_contact_on=DAYS,
        result=st.none() | st.sampled_from(ReferralResult),
        result_on=DAYS,
        return_reason=TEXTS,
        next_step=TEXTS,
    )
)
def test_board_list_and_pack__tell_of_the_same_referrals(row):
    """What the list asks for is in the air; who is told of a ball has a line; the pack has both."""
    book = register_of([row], date(2026, 3, 31))
    balls = board(book, business_days(book.settings))
    listed = {t.kind for t in todo(book, balls=balls)}
    lines = handover(book, "仮名太", "", Config(FiscalYear(2025)), (), (), balls).referrals

    assert balls or not listed & {kinds.RECEIPT.name, kinds.FIRST_CONTACT.name, kinds.RETURNED.name}
    assert listed or not any(ball.told is not Told.NOBODY for ball in balls)
    assert len(lines) == len(balls)


def test_days__are_those_of_the_settings():
    """設定 decides when a line becomes one for the chief."""
    assert "つなぎの停滞（課長） H-R7-0002 +1 G3" in lines(SENT, ball_chief_days=3)
    assert not any("ボール" in t.what for t in todos(SENT, ball_leader_days=9, ball_chief_days=9))
