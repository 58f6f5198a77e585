"""MTG-017: a referral that waits too long is proposed for the next meeting."""

from __future__ import annotations

import pytest

from juso.adapters.holidays import business_days
from juso.core.calendar import FiscalYear
from juso.core.finding import Finding
from juso.koshu.config import Config
from juso.services.board import balls_of
from juso.services.prepare_agenda import prepare_agenda
from meeting_register import meeting_register

CONFIG = Config(FiscalYear(2025))
JU, SK, TN = "JU-R7-03", "SK-R7-05", "TN-R7-02"
REFERRALS = """
つなぎ・引継票
| 引継番号  | ケース番号 | 引継元機関           | 引継先機関     | 依頼日     | 受領日     | 初回接触予定日 | 初回接触確認日 |
| H-R7-0001 | R7-0040    | 地域包括支援センター | 社会福祉協議会 | 2025-06-20 |            | 2025-06-30     |                |
| H-R7-0002 | R7-0012    | 地域包括支援センター | 社会福祉協議会 | 2025-06-20 |            | 2025-06-30     |                |
| H-R7-0003 | R7-0044    | 自立相談支援         | 社会福祉協議会 | 2025-06-20 |            | 2025-06-30     |                |
| H-R7-0004 | R7-0012    | 地域包括支援センター | 社会福祉協議会 | 2025-06-23 |            | 2025-06-30     |                |
| H-R7-0005 | R7-0012    | 地域包括支援センター | 社会福祉協議会 | 2025-06-20 | 2025-06-23 | 2025-06-30     | 2025-06-30     |
| H-R7-0006 |            | 地域包括支援センター | 社会福祉協議会 | 2025-06-20 |            | 2025-06-30     |                |
"""


def proposed(meeting_no: str, *replacing: tuple[str, str]) -> list[Finding]:
    """What the board proposes when the papers of a meeting are prepared on 令和7年7月1日."""
    book = meeting_register(REFERRALS, replacing=replacing)
    balls = balls_of(book, business_days(book.settings))
    agenda = prepare_agenda(book, meeting_no, CONFIG, balls=balls)
    return [f for f in agenda.findings if f.rule == "MTG-017"]


def test_long_wait__is_proposed_unless_its_case_is_on_the_agenda():
    """R7-0044 is on the 支援会議's agenda; six days (H-R7-0004) or an end are no reason."""
    found = proposed(SK)

    assert [f"{f.key} {f.sheet} {f.cell} {f.severity}" for f in found] == [
        "H-R7-0001 つなぎ・引継票 A2 参考",
        "H-R7-0002 つなぎ・引継票 A3 参考",
    ]
    assert found[0].message == (
        "R7-0040のつなぎのボールが社会福祉協議会で7営業日動いていません。"
        "この会議の案件にするかを検討してください。"
    )


def test_plan_conference__is_offered_only_what_may_be_put_before_it():
    """R7-0012 and R7-0040 are on its agenda, R7-0044 has not consented."""
    assert proposed(JU) == []
    without = (
        "| JU-R7-03 | 3 | 支援終結時の評価 | R7-0040 | P-R7-0040-1 | E-R7-0040-1 |",
        "| JU-R7-03 | 3 | 社会資源の充足状況の把握と開発に向けた検討 | | | |",
    )
    assert [f.key for f in proposed(JU, without)] == ["H-R7-0001"]


@pytest.mark.parametrize(
    ("meeting_no", "replacing"),
    [(TN, ()), (SK, (("支援会議 | 5 | 2025-07-17", "支援会議 | 5 | 2025-06-30"),))],
)
def test_other_meetings__are_offered_nothing(meeting_no, replacing):
    """庁内連携委員会 hears no cases, and a meeting that was held takes none."""
    assert proposed(meeting_no, *replacing) == []


def test_proposal__keeps_nobody_from_the_papers():
    """It is 参考: the agenda is made all the same, and nothing of it is printed."""
    book = meeting_register(REFERRALS)
    plain = prepare_agenda(book, SK, CONFIG)
    balls = balls_of(book, business_days(book.settings))

    assert prepare_agenda(book, SK, CONFIG, balls=balls).business == plain.business
