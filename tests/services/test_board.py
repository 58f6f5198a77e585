"""つなぎボード: who holds the ball, for how many business days, whom to tell, what next."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.adapters.holidays import business_days
from juso.koshu.codes import ReferralResult
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.koshu.register import register_of
from juso.koshu.settings import Settings
from juso.koshu.sheets import Referral
from juso.services.board import Ball, board
from tables import TODAY, register


def balls(text: str, today: str = TODAY, **settings: int) -> list[Ball]:
    """The board for worksheets in text."""
    book = register(text, today, settings)
    return board(book, business_days(book.settings))


def lines(text: str, today: str = TODAY, **settings: int) -> list[str]:
    """`number state holder worker days told` of every line, `-` for what is not known."""
    return [
        f"{b.referral.referral_no} {b.state.value} {b.agency or '-'} {b.worker or '-'} "
        f"{'-' if b.age is None else b.age} {b.told.value}"
        for b in balls(text, today, **settings)
    ]


SENT = """
つなぎ・引継票
| 引継番号  | ケース番号 | 引継先機関 | 引継先担当 | 依頼日     |
| H-R7-0001 | R7-0001    | 保健所     | 架空花     | 2026-03-27 |
| H-R7-0002 | R7-0002    | 保健所     | 架空花     | 2026-03-26 |
| H-R7-0003 | R7-0003    | 保健所     | 架空花     | 2026-03-19 |
| H-R7-0004 | R7-0004    | 保健所     | 架空花     | 2026-03-18 |
| H-R7-0005 | R7-0005    | 保健所     | 架空花     | 2026-03-31 |
"""


def test_unanswered_referral__ages_in_business_days():
    """3 to the leader, 7 to the chief; 春分の日 (3月20日、金) and the weekends do not count."""
    assert lines(SENT) == [
        "H-R7-0004 受領待ち 保健所 架空花 8 課長",
        "H-R7-0003 受領待ち 保健所 架空花 7 課長",
        "H-R7-0002 受領待ち 保健所 架空花 3 リーダー",
        "H-R7-0001 受領待ち 保健所 架空花 2 ―",
        "H-R7-0005 受領待ち 保健所 架空花 0 ―",
    ]


def test_days__are_those_of_the_settings():
    """The city decides after how many days somebody is told."""
    assert [line[-2:] for line in lines(SENT, ball_leader_days=2, ball_chief_days=8)] == [
        "課長",
        "ダー",
        "ダー",
        "ダー",
        " ―",
    ]


def test_closures__are_not_counted():
    """市の閉庁日 stands still like a holiday."""
    book = register(SENT, TODAY)
    settings = Settings(closures=(date(2026, 3, 30), date(2026, 3, 31)))

    assert [ball.age for ball in board(book, business_days(settings))] == [6, 5, 1, 0, 0]


COURSES = """
つなぎ・引継票
| 引継番号  | ケース番号 | 引継元機関 | 引継元担当 | 引継先機関 | 引継先担当 | 依頼日     | 受領日     | 初回接触予定日 | 初回接触確認日 | 結果     | 結果日     | 差戻し理由 | 次の担当・対応 |
| H-R7-0001 | R7-0001    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-02 | 2026-03-04 | 2026-03-10     |                |          |            |            |                |
| H-R7-0002 | R7-0002    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-02 | 2026-03-04 | 2026-04-03     |                |          |            |            |                |
| H-R7-0003 | R7-0003    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-02 | 2026-03-04 | 2026-03-10     | 2026-03-10     | 受入     |            |            |                |
| H-R7-0004 | R7-0004    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-02 | 2026-03-04 | 2026-03-10     |                | 差戻し   | 2026-03-25 | 対象外     |                |
| H-R7-0005 | R7-0005    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-02 | 2026-03-04 | 2026-03-10     |                | 差戻し   | 2026-03-25 | 対象外     | 窓口で支援     |
| H-R7-0006 | R7-0006    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-02 |            | 2026-03-10     |                | 本人辞退 | 2026-03-25 |            |                |
| H-R7-0007 | R7-0007    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-02 | 2026-03-04 | 2026-03-10     |                | 連絡不能 | 2026-03-30 |            |                |
| H-R7-0008 | R7-0008    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-02 |            | 2026-03-10     | 2026-03-30     |          |            |            |                |
| H-R7-0009 | R7-0009    | 社協       | 仮名太     | 保健所     | 架空花     |            |            | 2026-03-10     |                |          |            |            |                |
| H-R7-0010 | R7-0010    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-30 |            | 2026-03-31     |                | 差戻し   |            |            |                |
| H-R7-0011 | R7-0011    | 社協       | 仮名太     | 保健所     | 架空花     | 2026-03-02 | 2026-03-04 | 2026-03-10     |                | 差戻し   | 2026-03-25 |            | 窓口で支援     |
"""


def test_ball__goes_back_and_forth_until_it_is_over():
    """The holder who waits longest first, then by days; a met, declined or settled one is gone."""
    assert lines(COURSES) == [
        "H-R7-0001 初回接触待ち 保健所 架空花 14 課長",
        "H-R7-0008 受領日なし 保健所 架空花 1 ―",
        "H-R7-0002 初回接触待ち 保健所 架空花 0 ―",
        "H-R7-0004 差戻し 社協 仮名太 4 リーダー",
        "H-R7-0011 差戻し 社協 仮名太 4 リーダー",
        "H-R7-0007 連絡不能 社協 仮名太 1 ―",
        "H-R7-0010 差戻し 社協 仮名太 1 ―",
        "H-R7-0009 依頼前 社協 仮名太 - ―",
    ]


def test_next_step__says_what_to_enter_and_where():
    """Every state has its sentence, and the column that settles it."""
    found = {
        b.referral.referral_no[-2:].lstrip("0"): (b.column, b.next_step) for b in balls(COURSES)
    }

    assert found == {
        "11": (
            "return_reason",
            "令和8年3月25日に保健所から戻りました。差戻し理由を入力してください。",
        ),
        "1": (
            "first_contact_on",
            "初回接触予定日（令和8年3月10日）を過ぎています。"
            "保健所が本人に会えたかを確かめ、初回接触確認日を入力してください。",
        ),
        "8": (
            "accepted_on",
            "保健所は令和8年3月30日に本人に会っています。受領日と受領者を入力してください。",
        ),
        "2": (
            "first_contact_on",
            "初回接触予定日は令和8年4月3日です。保健所が本人に会えたら、初回接触確認日を入力してください。",
        ),
        "4": (
            "next_step",
            "令和8年3月25日に保健所から戻りました。差戻し理由と、次の担当・対応を決めて入力してください。",
        ),
        "7": (
            "first_contact_on",
            "令和8年3月30日に保健所から、本人に会えないと連絡がありました。働きかけ方を決め直してください。"
            "引き継がないときは、結果を「差戻し」にして次の担当・対応を入力してください。",
        ),
        "10": (
            "next_step",
            "保健所から戻りました。差戻し理由と、次の担当・対応を決めて入力してください。"
            "結果日がないため、依頼日から数えています。",
        ),
        "9": (
            "referred_on",
            "保健所への依頼日がありません。依頼したことを確かめて、入力してください。",
        ),
    }


def test_appointment__stops_the_clock_until_its_day():
    """Who has accepted is waited for from the day of the appointment; who has not, from the request."""
    text = """
        つなぎ・引継票
        | 引継番号  | ケース番号 | 引継先機関 | 依頼日     | 受領日     | 初回接触予定日 |
        | H-R7-0001 | R7-0001    | 保健所     | 2026-03-02 |            | 2026-03-26     |
        | H-R7-0002 | R7-0002    | 保健所     | 2026-03-02 | 2026-03-03 | 2026-03-26     |
        | H-R7-0003 | R7-0003    | 保健所     | 2026-03-02 | 2026-03-30 | 2026-03-26     |
        | H-R7-0004 | R7-0004    | 保健所     | 2026-03-02 | 2026-03-03 |                |
        """

    assert [line.rsplit(" ", 2)[1:] for line in lines(text)] == [
        ["20", "課長"],
        ["19", "課長"],
        ["3", "リーダー"],
        ["1", "―"],
    ]


def test_ball_that_came_back_after_the_meeting__is_not_over():
    """Who met the person and sent the case back, on whatever day, has not taken it."""
    text = """
        つなぎ・引継票
        | 引継番号  | ケース番号 | 引継元機関 | 引継先機関 | 依頼日     | 受領日     | 初回接触確認日 | 結果   | 結果日     | 差戻し理由 | 次の担当・対応 |
        | H-R7-0001 | R7-0001    | 社協       | 保健所     | 2026-03-02 | 2026-03-03 | 2026-03-10     | 差戻し | 2026-03-30 |            |                |
        | H-R7-0002 | R7-0002    | 社協       | 保健所     | 2026-03-02 | 2026-03-03 | 2026-03-10     | 差戻し |            | 対象外     |                |
        | H-R7-0003 | R7-0003    | 社協       | 保健所     | 2026-03-02 |            | 2026-03-10     | 差戻し | 2026-03-05 |            | 窓口で支援     |
        | H-R7-0004 | R7-0004    | 社協       | 保健所     | 2026-03-02 | 2026-03-03 | 2026-03-10     | 差戻し | 2026-03-30 | 対象外     | 窓口で支援     |
        """

    assert lines(text) == [
        "H-R7-0002 差戻し 社協 - 19 課長",
        "H-R7-0003 差戻し 社協 - 17 課長",
        "H-R7-0001 差戻し 社協 - 1 ―",
    ]


def test_ball_that_came_back__is_with_who_leads_the_case_now():
    """The worker who once sent it may have left."""
    assert lines(
        """
        相談受付簿
        | ケース番号 | 状態   | 主担当機関 | 担当者 |
        | R7-0001    | 支援中 | 社協       | 後任花 |

        つなぎ・引継票
        | 引継番号  | ケース番号 | 引継元機関 | 引継元担当 | 引継先機関 | 依頼日     | 結果   | 結果日     |
        | H-R7-0001 | R7-0001    | 社協       | 前任太     | 保健所     | 2026-03-27 | 差戻し | 2026-03-30 |
        """
    ) == ["H-R7-0001 差戻し 社協 後任花 1 ―"]


def test_person_who_is_gone__is_waited_for_by_nobody():
    """死亡・転出 end the waiting; a case closed in spite of its referral is still on the board."""
    found = lines(
        """
        相談受付簿
        | ケース番号 | 状態 | 終結理由           |
        | R7-0001    | 終結 | 死亡               |
        | R7-0002    | 終結 | 転出               |
        | R7-0003    | 終結 | 他機関へ引継ぎ完了 |
        | R7-0004    | 中断 |                    |

        つなぎ・引継票
        | 引継番号  | ケース番号 | 引継先機関 | 依頼日     |
        | H-R7-0001 | R7-0001    | 保健所     | 2026-03-30 |
        | H-R7-0002 | R7-0002    | 保健所     | 2026-03-30 |
        | H-R7-0003 | R7-0003    | 保健所     | 2026-03-30 |
        | H-R7-0004 | R7-0004    | 保健所     | 2026-03-30 |
        """
    )

    assert [line.split()[0] for line in found] == ["H-R7-0003", "H-R7-0004"]


DAYS = st.none() | st.dates()
TEXTS = st.none() | st.sampled_from(["R7-0001", "保健所"])


@given(
    st.lists(
        st.builds(
            Referral,
            case_no=TEXTS,
            from_agency=TEXTS,
            to_agency=TEXTS,
            referred_on=DAYS,
            accepted_on=DAYS,
            first_contact_due_on=DAYS,
            first_contact_on=DAYS,
            result=st.none() | st.sampled_from(ReferralResult),
            result_on=DAYS,
        ),
        max_size=3,
    )
)
def test_board__never_fails_on_what_a_file_may_hold(rows):
    """Any cell may be empty, any year may be typed; each open referral is there at most once."""
    book = register_of(rows, date(2026, 3, 31))
    found = board(book, business_days(book.settings))

    numbers = [ball.referral.row_number for ball in found]
    assert len(set(numbers)) == len(numbers)
    assert all(ball.next_step.endswith("。") for ball in found)
    expected = [r for r in book.referrals if not r.is_over and r.case_no]
    assert {r.row_number for r in expected} <= set(numbers)


@pytest.mark.parametrize(
    ("day", "since", "age"),
    [("0001-01-01", PROGRAM_STARTED_ON, 970), ("9999-12-31", date(9999, 12, 31), 0)],
)
def test_slip_of_the_pen__counts_from_the_start_of_the_programme_at_most(day, since, age):
    """Nothing is counted before 事業開始, and what lies ahead is not waited for."""
    rows = [Referral(case_no="R7-0001", referred_on=date.fromisoformat(day))]
    book = register_of(rows, date(2026, 3, 31))
    (ball,) = board(book, business_days(book.settings))

    assert (ball.since, ball.age) == (since, age)
