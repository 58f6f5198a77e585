"""要対応一覧: what is due, overdue or undecided, one line a matter."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest

from juso.adapters.holidays import business_days
from juso.adapters.register_file import read_register
from juso.core.calendar import FiscalYear, parse_date
from juso.core.sheet import blank
from juso.koshu.config import Config
from juso.koshu.register import Register, register_of
from juso.koshu.sheets import SHEETS
from juso.koshu.todo_kinds import TODO_KINDS
from juso.services.board import balls_of
from juso.services.todo import Todo, todo
from tables import TODAY, findings, register


def todos(text: str, today: str = TODAY, config: Config | None = None, **settings: int):
    """The list for worksheets in text."""
    return todo(register(text, today, settings), config)


def lines(text: str, today: str = TODAY, **settings: int) -> list[str]:
    """`kind key days cell` of every line, `-` for no day and no cell."""
    return [in_short(t) for t in todos(text, today, **settings)]


def in_short(t: Todo) -> str:
    days = "-" if t.days_over is None else f"{t.days_over:+d}"
    return f"{t.kind} {t.key} {days} {t.cell or '-'}"


def test_promise__is_kept_by_a_later_contact():
    """次の対応の期限 of the last contact counts, past and soon; of an earlier one it does not."""
    text = """
        相談受付簿
        | ケース番号 | 状態   | 次回予定日 |
        | R7-0001    | 支援中 | 2026-05-01 |
        | R7-0002    | 支援中 | 2026-05-01 |
        | R7-0003    | 支援中 | 2026-05-01 |
        | R7-0004    | 支援中 | 2026-05-01 |

        支援経過記録
        | ケース番号 | 日時             | 次の対応の期限 |
        | R7-0001    | 2026-03-02 10:00 | 2026-03-20     |
        | R7-0001    | 2026-02-02 10:00 | 2026-02-20     |
        | R7-0002    | 2026-03-02 10:00 | 2026-03-20     |
        | R7-0002    | 2026-03-10 10:00 |                |
        | R7-0003    | 2026-03-30 10:00 | 2026-04-07     |
        | R7-0004    | 2026-03-30 10:00 | 2026-04-08     |
        """

    assert lines(text) == ["次の対応 R7-0001 +11 C2", "次の対応 R7-0003 -7 C6"]
    assert todos(text)[0].what == (
        "前回決めた対応の期限（令和8年3月20日）を過ぎています。"
        "予定の対応をして、支援経過と次の予定日を記録してください。"
    )


def test_promise__before_its_own_contact_or_from_the_future_is_a_slip():
    """A day that lies before the contact promises nothing; tomorrow's contact has not been."""
    assert lines(
        """
        相談受付簿
        | ケース番号 | 状態   | 次回予定日 |
        | R7-0001    | 支援中 | 2026-05-01 |
        | R7-0002    | 支援中 | 2026-05-01 |

        支援経過記録
        | ケース番号 | 日時             | 次の対応の期限 |
        | R7-0001    | 2026-03-20 10:00 | 2026-03-02     |
        | R7-0002    | 2026-03-20 10:00 | 2026-03-25     |
        | R7-0002    | 2062-03-20 10:00 |                |
        """
    ) == ["次の対応 R7-0002 +6 C3"]


def test_next_day__is_asked_for_where_there_is_none_left():
    """Missing, or gone by with a contact since: an open case has a day to come."""
    found = todos(
        """
        相談受付簿
        | ケース番号 | 状態   | 次回予定日 |
        | R7-0001    | 支援中 |            |
        | R7-0002    | 支援中 | 2026-03-20 |
        | R7-0003    | 支援中 | 2026-03-20 |
        | R7-0004    | 支援中 | 2026-04-08 |

        支援経過記録
        | ケース番号 | 日時             | 次の対応の期限 |
        | R7-0002    | 2026-03-20 10:00 |                |
        | R7-0003    | 2026-03-19 10:00 |                |
        """
    )

    assert [in_short(t) for t in found] == [
        "次の対応 R7-0003 +11 C4",
        "次回予定日なし R7-0001 - C2",
        "次回予定日なし R7-0002 - C3",
    ]
    assert found[1].what == (
        "次回予定日がありません。次にいつ関わるかを決めて、次回予定日を入力してください。"
    )
    assert found[2].what.startswith("次回予定日（令和8年3月20日）の対応は済みましたが、")


def test_case__is_one_line_for_all_that_is_wrong_about_being_in_touch():
    """The weightiest late thing names the line, the earliest day dates it, all are told."""
    found = todos(
        """
        相談受付簿
        | ケース番号 | 受付日     | 主担当機関 | 担当者 | 状態   | 次回予定日 | スクリーニング結果 |
        | R7-0001    | 2025-09-01 | 社協       | 架空花 | 支援中 | 2026-03-10 | 自窓口で継続       |

        支援経過記録
        | ケース番号 | 日時             | 対応者 | 対応機関 | 次の対応の期限 |
        | R7-0001    | 2026-01-05 10:00 | 代理某 | 社協     | 2026-02-01     |
        """
    )

    assert found == [
        Todo(
            due=date(2026, 2, 1),
            days_over=58,
            kind="接触の途切れ",
            agency="社協",
            worker="架空花",
            key="R7-0001",
            what="最終接触（令和8年1月5日）から85日がたっています。"
            "前回決めた対応の期限（令和8年2月1日）を過ぎています。"
            "次回予定日（令和8年3月10日）を過ぎています。"
            "本人に連絡するか、終結・中断の判断をしてください。",
            sheet="相談受付簿",
            cell="E2",
        )
    ]


def test_same_day_planned_twice__is_said_once():
    """What the contact promised and what the case plans for the same day is one thing."""
    (found,) = todos(
        """
        相談受付簿
        | ケース番号 | 状態   | 次回予定日 |
        | R7-0001    | 支援中 | 2026-03-31 |

        支援経過記録
        | ケース番号 | 日時             | 次の対応の期限 |
        | R7-0001    | 2026-03-05 10:00 | 2026-03-31     |
        """
    )

    assert found.days_over == 0
    assert found.what.count("今日") == 1


def test_another_agency__has_a_line_of_its_own():
    """Who promised keeps the promise; who leads the case sees to the case."""
    found = todos(
        """
        相談受付簿
        | ケース番号 | 主担当機関 | 担当者 | 状態   | 次回予定日 |
        | R7-0001    | 社協       | 架空花 | 支援中 | 2026-04-02 |

        支援経過記録
        | ケース番号 | 日時             | 対応者 | 対応機関       | 次の対応の期限 |
        | R7-0001    | 2026-03-05 10:00 | 仮名太 | 多機関協働担当 | 2026-03-30     |
        """
    )

    assert [(t.agency, t.worker, t.days_over) for t in found] == [
        ("多機関協働担当", "仮名太", 1),
        ("社協", "架空花", -2),
    ]


def test_urgent_case__waits_for_its_first_contact():
    """The day comes with the 緊急度; any contact since the intake settles it."""
    assert lines(
        """
        相談受付簿
        | ケース番号 | 受付日     | 緊急度  | 状態 | 次回予定日 | スクリーニング結果 |
        | R7-0001    | 2026-03-31 | 即日    | 受付 | 2026-04-20 | 対応検討中         |
        | R7-0002    | 2026-03-25 | 3日以内 | 受付 | 2026-04-20 | 対応検討中         |
        | R7-0003    | 2026-03-25 | 即日    | 受付 | 2026-04-20 | 対応検討中         |
        | R7-0004    | 2026-03-25 | 通常    | 受付 | 2026-04-20 | 対応検討中         |
        | R7-0005    | 2026-03-29 | 3日以内 | 受付 | 2026-04-20 | 対応検討中         |

        支援経過記録
        | ケース番号 | 日時             |
        | R7-0003    | 2026-03-28 10:00 |
        | R7-0005    | 2026-03-28 10:00 |
        """
    ) == [
        "緊急の初動 R7-0002 +3 C3",
        "緊急の初動 R7-0001 +0 C2",
        "緊急の初動 R7-0005 -1 C6",
    ]


def test_screening__is_due_two_weeks_after_the_intake():
    """Listed a week before; a result, even 対応検討中, settles it; the 設定 sheet decides."""
    text = """
        相談受付簿
        | ケース番号 | 受付日     | スクリーニング結果 | 状態 | 次回予定日 |
        | R7-0001    | 2026-03-16 |                    | 受付 | 2026-05-01 |
        | R7-0002    | 2026-03-24 |                    | 受付 | 2026-05-01 |
        | R7-0003    | 2026-03-25 |                    | 受付 | 2026-05-01 |
        | R7-0004    | 2026-03-01 | 対応検討中         | 受付 | 2026-05-01 |
        """

    assert lines(text) == ["スクリーニング R7-0001 +1 C2", "スクリーニング R7-0002 -7 C3"]
    assert lines(text, screen_days=30) == []


def test_ended_cases_and_bare_numbers__ask_for_nothing():
    """Closed, suspended, ended by its day though 状態 is blank; a number filled in ahead."""
    text = """
        相談受付簿
        | ケース番号 | 受付日     | 状態   | 終結日     | 緊急度 | 同意状況               |
        | R7-0001    | 2025-04-01 | 終結   | 2025-05-01 | 即日   | 同意あり（口頭・記録済） |
        | R7-0002    | 2025-04-01 | 中断   |            | 即日   | 同意あり（口頭・記録済） |
        | R7-0003    | 2025-04-01 |        | 2025-05-01 | 即日   | 同意あり（口頭・記録済） |
        | R7-0004    |            |        |            |        |                          |

        支援プラン
        | プラン番号  | ケース番号 | 支援終了予定日 | 状態   | 同意方法 | 本人同意日 |
        | P-R7-0001-1 | R7-0001    | 2025-06-01     | 実施中 | 口頭     | 2025-04-01 |

        プラン明細
        | プラン番号  | 行番号 | 期日       | 進捗   |
        | P-R7-0001-1 | 1      | 2025-06-01 | 実施中 |
        """

    assert lines(text) == []


def test_case_whose_state_cannot_be_read__is_not_forgotten():
    """Nothing says that it has ended."""
    assert lines(
        "相談受付簿\n| ケース番号 | 受付日 | 状態 | スクリーニング結果 |\n"
        "| R7-0001 | 2026-03-30 | | 対応検討中 |"
    ) == ["次回予定日なし R7-0001 - -"]


def test_referral__is_followed_until_somebody_met_the_person():
    """Receipt, first contact, follow-up: one line a referral, the first step first."""
    found = todos(
        """
        つなぎ・引継票
        | 引継番号  | ケース番号 | 引継元機関 | 引継先機関 | 依頼日     | 受領日     | 初回接触予定日 | 初回接触確認日 | フォロー予定日 |
        | H-R7-0001 | R7-0001    | 社協       | 保健所     | 2026-03-20 |            | 2026-03-25     |                |                |
        | H-R7-0002 | R7-0002    | 社協       | 保健所     | 2026-03-20 | 2026-03-21 | 2026-04-02     |                | 2026-04-03     |
        | H-R7-0003 | R7-0003    | 社協       | 保健所     | 2026-03-20 | 2026-03-21 | 2026-03-25     | 2026-03-25     | 2026-04-03     |
        | H-R7-0004 | R7-0004    | 社協       | 保健所     | 2026-03-20 | 2026-03-21 | 2026-04-15     |                | 2026-04-15     |
        | H-R7-0005 | R7-0005    | 社協       | 保健所     | 2026-03-20 | 2026-03-21 |                |                |                |
        """
    )

    assert [in_short(t) for t in found] == [
        "引継ぎの受領 H-R7-0001 +6 F2",
        "引継先の初回接触 H-R7-0002 -2 H3",
        "引継ぎ後のフォロー H-R7-0003 -3 -",
        "引継先の初回接触 H-R7-0005 - G6",
    ]
    assert {t.agency for t in found} == {"社協"}
    assert found[0].what == (
        "R7-0001の保健所への引継ぎの受領の期限（令和8年3月27日）を過ぎています。"
        "R7-0001の保健所への引継ぎの初回接触予定日（令和8年3月25日）を過ぎています。"
        "引継先に届いたかを確かめ、受領日を入力してください。"
    )


def test_referral__of_a_closed_case_still_waits_for_its_receiver():
    """Passed on and closed is how people are lost; the dead and those who moved are not waited for."""
    assert lines(
        """
        相談受付簿
        | ケース番号 | 状態 | 終結理由           |
        | R7-0001    | 終結 | 他機関へ引継ぎ完了 |
        | R7-0002    | 終結 | 死亡               |
        | R7-0003    | 終結 | 転出               |

        つなぎ・引継票
        | 引継番号  | ケース番号 | 種別                   | 依頼日     | 受領日     | 初回接触予定日 | 初回接触確認日 | 結果   |
        | H-R7-0001 | R7-0001    | 支援機関間（担当移管） | 2026-03-01 | 2026-03-02 | 2026-03-10     |                |        |
        | H-R7-0002 | R7-0002    | 支援機関間（担当移管） | 2026-03-01 | 2026-03-02 | 2026-03-10     |                |        |
        | H-R7-0003 | R7-0003    | 支援機関間（担当移管） | 2026-03-01 | 2026-03-02 | 2026-03-10     |                |        |
        | H-R7-0004 | R7-0001    | 支援機関間（担当移管） | 2026-03-01 | 2026-03-02 | 2026-03-10     | 2026-03-09     | 受入   |
        | H-R7-0005 | R7-0001    | 窓口間                 | 2026-03-01 | 2026-03-02 | 2026-03-10     |                | 差戻し |
        """
    ) == ["引継先の初回接触 H-R7-0001 +21 G2"]


def test_referral_that_came_back__needs_somebody_to_take_it_up():
    """差戻し without 次の担当・対応 is listed; 本人辞退 and what has a next step are not."""
    found = todos(
        """
        つなぎ・引継票
        | 引継番号  | ケース番号 | 引継先機関 | 依頼日     | 結果     | 次の担当・対応 | フォロー予定日 |
        | H-R7-0001 | R7-0001    | 保健所     | 2026-03-01 | 差戻し   |                | 2026-03-10     |
        | H-R7-0002 | R7-0002    | 保健所     | 2026-03-01 | 差戻し   | 窓口で再調整   | 2026-03-10     |
        | H-R7-0003 | R7-0003    | 保健所     | 2026-03-01 | 本人辞退 |                | 2026-03-10     |
        """
    )

    assert [in_short(t) for t in found] == ["差戻し後の担当 H-R7-0001 - F2"]
    assert found[0].what == (
        "R7-0001が保健所から差し戻され、次の担当が決まっていません。"
        "次の担当と対応を決めて入力してください。"
    )


def test_handover__has_a_day_to_follow_up():
    """担当移管 only; once followed up it is settled."""
    assert lines(
        """
        つなぎ・引継票
        | 引継番号  | 種別                   | 依頼日     | 受領日     | 初回接触予定日 | 初回接触確認日 | フォロー予定日 | フォロー結果 |
        | H-R7-0001 | 支援機関間（担当移管） | 2026-03-01 | 2026-03-02 | 2026-03-05     | 2026-03-05     |                |              |
        | H-R7-0002 | 窓口間                 | 2026-03-01 | 2026-03-02 | 2026-03-05     | 2026-03-05     |                |              |
        | H-R7-0003 | 支援機関間（担当移管） | 2026-03-01 | 2026-03-02 | 2026-03-05     | 2026-03-05     | 2026-03-15     | 落ち着いた   |
        | H-R7-0004 | 支援機関間（担当移管） | 2026-03-01 | 2026-03-02 | 2026-03-05     | 2026-03-05     | 2026-03-15     |              |
        """
    ) == ["引継ぎ後のフォロー H-R7-0004 +16 H5", "引継ぎ後のフォロー H-R7-0001 - G2"]


def test_plan__is_monitored_by_its_author_or_who_leads_the_case():
    """An evaluation then, later or up to a month before settles it; drafts are not monitored."""
    found = todos(
        """
        相談受付簿
        | ケース番号 | 主担当機関 | 担当者 | 状態   | 次回予定日 |
        | R7-0001    | 社協       | 後任某 | 支援中 | 2026-05-01 |

        支援プラン
        | プラン番号  | ケース番号 | 作成者 | 作成機関       | 支援終了予定日 | モニタリング予定日 | 状態   |
        | P-R7-0001-1 | R7-0001    | 前任某 | 社協           | 2026-09-30     | 2026-03-30         | 実施中 |
        | P-R7-0002-1 | R7-0002    | 仮名太 | 多機関協働担当 | 2026-09-30     | 2026-04-07         | 決定   |
        | P-R7-0003-1 | R7-0003    | 仮名太 | 多機関協働担当 | 2026-09-30     | 2026-03-30         | 実施中 |
        | P-R7-0004-1 | R7-0004    | 仮名太 | 多機関協働担当 | 2026-09-30     | 2026-03-30         | 案     |
        | P-R7-0005-1 | R7-0005    | 仮名太 | 多機関協働担当 | 2026-09-30     |                    | 実施中 |

        評価・終結票
        | プラン番号  | 評価日     | 結論 |
        | P-R7-0001-1 | 2026-02-26 | 継続 |
        | P-R7-0003-1 | 2026-02-27 | 継続 |
        """
    )

    assert [f"{in_short(t)} {t.agency} {t.worker}" for t in found] == [
        "モニタリング P-R7-0001-1 +1 F2 社協 後任某",
        "モニタリング P-R7-0002-1 -7 F3 多機関協働担当 仮名太",
        "モニタリング P-R7-0005-1 - F6 多機関協働担当 仮名太",
    ]
    assert found[2].what == "モニタリング予定日がありません。日付を決めて入力してください。"


def test_plan__is_not_left_past_its_end():
    """A closing evaluation or a later plan of the same kind settles it; 継続 does not."""
    text = """
        支援プラン
        | プラン番号  | ケース番号 | プラン種別 | 支援開始日 | 支援終了予定日 | モニタリング予定日 | 状態   |
        | P-R7-0001-1 | R7-0001    | 参加支援   | 2025-10-01 | 2026-03-01     | 2026-03-01         | 実施中 |
        | P-R7-0002-1 | R7-0002    | 参加支援   | 2025-10-01 | 2026-03-01     | 2026-06-01         | 実施中 |
        | P-R7-0003-1 | R7-0003    | 参加支援   | 2025-10-01 | 2026-03-01     | 2026-06-01         | 実施中 |
        | P-R7-0003-2 | R7-0003    | 参加支援   | 2026-03-01 | 2026-08-31     | 2026-06-01         | 実施中 |
        | P-R7-0004-1 | R7-0004    | 参加支援   | 2025-10-01 | 2026-03-01     | 2026-06-01         | 実施中 |
        | P-R7-0004-2 | R7-0004    | 参加支援   | 2026-03-01 | 2026-08-31     | 2026-06-01         | 中止   |
        | P-R7-0004-3 | R7-0004    | 窓口単独   | 2026-03-01 | 2026-08-31     | 2026-06-01         | 実施中 |
        | P-R7-0005-1 | R7-0005    | 参加支援   | 2025-10-01 |                | 2026-06-01         | 実施中 |

        評価・終結票
        | プラン番号  | 評価日     | 結論 |
        | P-R7-0001-1 | 2025-12-01 | 終結 |
        | P-R7-0002-1 | 2026-02-20 | 終結 |
        | P-R7-0004-1 | 2026-02-20 | 継続 |
        """
    found = todos(text)

    assert [in_short(t) for t in found] == [
        "プランの終了 P-R7-0001-1 +30 E2",
        "プランの終了 P-R7-0004-1 +30 E6",
        "プランの終了 P-R7-0005-1 - E9",
    ]
    assert "モニタリング予定日（令和8年3月1日）を過ぎています。" in found[0].what


def test_lines_of_a_plan__are_told_together_to_each_worker():
    """Late and soon by the earliest day, the undated beside them; what is over is not told."""
    found = todos(
        """
        支援プラン
        | プラン番号  | ケース番号 | 支援終了予定日 | モニタリング予定日 | 状態   |
        | P-R7-0001-1 | R7-0001    | 2026-09-30     | 2026-06-01         | 実施中 |
        | P-R7-0002-1 | R7-0002    | 2026-09-30     | 2026-06-01         | 評価済 |

        プラン明細
        | プラン番号  | 行番号 | 支援内容 | 担当機関 | 担当者 | 期日       | 進捗   |
        | P-R7-0001-1 | 1      | 同行     | 社協     | 架空花 | 2026-03-20 | 実施中 |
        | P-R7-0001-1 | 2      | 同行     | 社協     | 架空花 | 2026-03-10 | 未着手 |
        | P-R7-0001-1 | 3      | 同行     | 社協     | 架空花 |            | 未着手 |
        | P-R7-0001-1 | 4      | 同行     | 社協     | 架空花 | 2026-03-10 | 完了   |
        | P-R7-0001-1 | 5      | 同行     | 保健所   | 仮名太 | 2026-04-07 | 実施中 |
        | P-R7-0001-1 | 6      | 同行     | 保健所   | 仮名太 | 2026-04-08 | 実施中 |
        | P-R7-0002-1 | 1      | 同行     | 保健所   | 仮名太 | 2026-03-01 | 実施中 |
        | P-R7-0009-1 | 1      | 同行     | 保健所   |        | 2026-03-01 |        |
        | P-R7-0009-1 | 2      |          | 保健所   |        |            |        |
        """
    )

    assert [f"{in_short(t)} {t.agency} {t.worker}" for t in found] == [
        "支援内容の期日 P-R7-0009-1 +30 F9 保健所 ",
        "支援内容の期日 P-R7-0001-1 +21 F3 社協 架空花",
        "支援内容の期日 P-R7-0001-1 -7 F6 保健所 仮名太",
    ]
    assert found[1].what == (
        "プラン明細（行1・行2）の最も早い期日（令和8年3月10日）を過ぎています。"
        "プラン明細（行3）の期日がありません。"
        "支援を進めて進捗を更新するか、期日を見直してください。"
    )
    assert found[2].what.startswith("プラン明細（行5）の期日（令和8年4月7日）が近づいています。")


def test_decision__is_reminded_three_days_before():
    """Until 完了 or 中止; without a day it is asked for one; a bare number is no decision."""
    assert lines(
        """
        決定事項
        | 決定番号    | 内容 | 期限       | 状態 |
        | SK-R7-01-01 | 訪問 | 2026-03-30 | 進行 |
        | SK-R7-01-02 | 訪問 | 2026-04-03 | 未   |
        | SK-R7-01-03 | 訪問 | 2026-04-04 | 未   |
        | SK-R7-01-04 | 訪問 | 2026-03-01 | 完了 |
        | SK-R7-01-05 | 訪問 | 2026-03-01 | 中止 |
        | SK-R7-01-06 | 訪問 |            | 未   |
        | SK-R7-01-07 | 訪問 | 2026-03-29 |      |
        | SK-R7-01-08 |      |            |      |
        """
    ) == [
        "決定事項 SK-R7-01-07 +2 D8",
        "決定事項 SK-R7-01-01 +1 D2",
        "決定事項 SK-R7-01-02 -3 D3",
        "決定事項 SK-R7-01-06 - C7",
    ]


def test_decision_on_an_ended_case__is_to_be_put_to_rest():
    """The case is found through the item, or the plan it is about."""
    found = todos(
        """
        相談受付簿
        | ケース番号 | 状態 |
        | R7-0001    | 中断 |

        支援プラン
        | プラン番号  | ケース番号 |
        | P-R7-0001-1 | R7-0001    |

        会議案件
        | 会議番号 | 案件番号 | プラン番号  |
        | JU-R7-01 | 1        | P-R7-0001-1 |

        決定事項
        | 会議番号 | 案件番号 | 決定番号    | 期限       | 状態 |
        | JU-R7-01 | 1        | JU-R7-01-01 | 2026-03-01 | 未   |
        | JU-R7-01 | 2        | JU-R7-01-02 | 2026-03-01 | 未   |
        """
    )

    assert [t.what for t in found] == [
        "決定事項の期限（令和8年3月1日）を過ぎています。ただし、案件のケースは中断しています。"
        "状態を「完了」又は「中止」にしてください。",
        "決定事項の期限（令和8年3月1日）を過ぎています。"
        "実施した内容を確かめ、状態と結果を入力してください。",
    ]


def test_item__comes_back_to_a_meeting_when_it_was_meant_to():
    """A later meeting with the same case settles it, the same meeting does not."""
    assert lines(
        """
        会議台帳
        | 会議番号 | 開催日     | 議事録状態 |
        | SK-R7-01 | 2026-01-10 | 確定       |
        | SK-R7-02 | 2026-02-10 | 確定       |

        会議案件
        | 会議番号 | 案件番号 | ケース番号 | 次回再付議 |
        | SK-R7-01 | 1        | R7-0001    | 2026-02-10 |
        | SK-R7-01 | 2        | R7-0002    | 2026-03-10 |
        | SK-R7-02 | 1        | R7-0001    |            |
        | SK-R7-02 | 2        | R7-0003    | 2026-04-08 |
        """
    ) == ["会議への再付議 SK-R7-01 案件2 +21 D3"]


def test_spoken_consent__is_put_in_writing_within_a_month():
    """One line a case, the plans on the same words included; written consent settles it."""
    found = todos(
        """
        相談受付簿
        | ケース番号 | 主担当機関 | 同意状況                 | 同意日     | 状態   | 次回予定日 |
        | R7-0001    | 社協       | 同意あり（口頭・記録済） | 2026-02-20 | 支援中 | 2026-05-01 |
        | R7-0002    | 社協       | 同意あり（書面）         | 2026-02-20 | 支援中 | 2026-05-01 |
        | R7-0003    | 社協       | 同意あり（口頭・記録済） |            | 支援中 | 2026-05-01 |
        | R7-0004    | 社協       | 同意あり（口頭・記録済） | 2026-03-09 | 支援中 | 2026-05-01 |

        支援プラン
        | プラン番号  | ケース番号 | 作成機関       | 本人同意日 | 同意方法 | 状態 |
        | P-R7-0001-1 | R7-0001    | 多機関協働担当 | 2026-02-25 | 口頭     | 案   |
        | P-R7-0002-1 | R7-0002    | 多機関協働担当 | 2026-02-25 | 口頭     | 案   |
        """
    )

    assert [in_short(t) for t in found] == [
        "口頭同意の書面化 R7-0001 +9 C2",
        "口頭同意の書面化 R7-0003 - D4",
    ]
    assert "プランへの口頭の同意を書面にする期限（令和8年3月27日）" in found[0].what
    assert found[0].agency == "社協"


def test_consent__is_renewed_before_it_ends():
    """同意期限 of a consent that was given."""
    assert lines(
        """
        相談受付簿
        | ケース番号 | 同意状況         | 同意期限   | 状態   | 次回予定日 |
        | R7-0001    | 同意あり（書面） | 2026-04-07 | 支援中 | 2026-05-01 |
        | R7-0002    | 同意なし（拒否） | 2026-04-07 | 支援中 | 2026-05-01 |
        | R7-0003    | 同意あり（書面） | 2026-04-08 | 支援中 | 2026-05-01 |
        """
    ) == ["同意期限 R7-0001 -7 C2"]


MEETINGS = """
    会議台帳
    | 会議番号 | 開催日     | 記録者 | 事務局   | 議事録状態 |
    | SK-R7-01 | 2026-02-10 | 架空花 | 総合支援 | 案         |
    | SK-R7-02 | 2026-03-20 | 架空花 |          |            |
    | SK-R7-03 | 2026-02-10 | 架空花 | 総合支援 | 確定       |
    | SK-R7-04 | 2026-04-01 | 架空花 | 総合支援 |            |
    | SK-R7-05 | 2026-03-25 | 架空花 | 総合支援 | 確認中     |
    """


def test_minutes__are_settled_by_their_target_and_their_limit():
    """Counted from the target, the limit told beside it; a meeting to come has no minutes yet."""
    assert lines(MEETINGS) == [
        "会議録の確定 SK-R7-01 +35 E2",
        "会議録の確定 SK-R7-02 -3 E3",
    ]
    assert "SK-R7-04" not in str(lines(MEETINGS, minutes_days=3))
    found = todos(MEETINGS, "2026-03-28")
    assert [t.days_over for t in found] == [32, -6]
    assert found[0].what == (
        "会議録（令和8年2月10日開催）の確定の目標日（令和8年2月24日）を過ぎています。"
        "会議録（令和8年2月10日開催）の確定の期限（令和8年3月27日）を過ぎています。"
        "内容を確かめて会議録を確定し、議事録状態と確定日を入力してください。"
    )


def test_minutes__fall_to_the_secretariat():
    """Of the meeting, else of the office."""
    found = todos(MEETINGS, config=Config(FiscalYear(2025), secretariat="福祉総合支援課"))

    assert [(t.agency, t.worker) for t in found] == [
        ("総合支援", "架空花"),
        ("福祉総合支援課", "架空花"),
    ]


DEADLINES = [
    (
        "CASE-008",
        "スクリーニング",
        "2026-04-14",
        """
        相談受付簿
        | ケース番号 | 受付日     | スクリーニング結果 | 状態 | 次回予定日 |
        | R7-0001    | 2026-03-31 |                    | 受付 | 2027-03-31 |
        """,
    ),
    (
        "CASE-012",
        "接触の途切れ",
        "2026-04-30",
        """
        相談受付簿
        | ケース番号 | 受付日     | スクリーニング結果 | 状態   | 次回予定日 |
        | R7-0001    | 2025-07-01 | 自窓口で継続       | 支援中 | 2027-03-31 |

        支援経過記録
        | ケース番号 | 日時             |
        | R7-0001    | 2026-03-01 10:00 |
        """,
    ),
    (
        "CASE-009",
        "緊急の初動",
        "2026-04-03",
        """
        相談受付簿
        | ケース番号 | 受付日     | 緊急度  | 緊急の内容・初動 | スクリーニング結果 | 状態 | 次回予定日 |
        | R7-0001    | 2026-03-31 | 3日以内 | 訪問             | 自窓口で継続       | 受付 | 2027-03-31 |
        """,
    ),
    (
        "REF-002",
        "引継ぎの受領",
        "2026-04-07",
        """
        つなぎ・引継票
        | 引継番号  | 引継先機関 | 依頼日     | 初回接触予定日 |
        | H-R7-0001 | 保健所     | 2026-03-31 | 2027-03-31     |
        """,
    ),
    (
        "REF-003",
        "引継先の初回接触",
        "2026-04-07",
        """
        つなぎ・引継票
        | 引継番号  | 引継先機関 | 依頼日     | 受領日     | 初回接触予定日 |
        | H-R7-0001 | 保健所     | 2026-03-31 | 2026-03-31 | 2026-04-07     |
        """,
    ),
    (
        "PLAN-008",
        "モニタリング",
        "2026-04-07",
        """
        支援プラン
        | プラン番号  | ケース番号 | 支援開始日 | 支援終了予定日 | モニタリング予定日 | 状態   |
        | P-R7-0001-1 | R7-0001    | 2026-02-01 | 2027-03-31     | 2026-04-07         | 実施中 |
        """,
    ),
    (
        "PLAN-007",
        "支援内容の期日",
        "2026-04-07",
        """
        プラン明細
        | プラン番号  | 行番号 | 期日       | 進捗   |
        | P-R7-0001-1 | 1      | 2026-04-07 | 実施中 |
        """,
    ),
    (
        "PLAN-012",
        "口頭同意の書面化",
        "2026-04-30",
        """
        支援プラン
        | プラン番号  | ケース番号 | 作成日     | 本人同意日 | 同意方法 | 状態 |
        | P-R7-0001-1 | R7-0001    | 2026-03-31 | 2026-03-31 | 口頭     | 案   |
        """,
    ),
]


@pytest.mark.parametrize(("rule", "kind", "last", "text"), DEADLINES, ids=[d[0] for d in DEADLINES])
def test_list_and_check__count_the_same_days(rule, kind, last, text):
    """On the last day the list says today and the check is silent; a day later both speak."""
    after = str(parse_date(last) + timedelta(days=1))

    assert [(t.kind, t.days_over) for t in todos(text, last)] == [(kind, 0)]
    assert findings(text, today=last, rules=rule) == []
    assert [(t.kind, t.days_over) for t in todos(text, after)] == [(kind, 1)]
    assert len(findings(text, today=after, rules=rule)) == 1


def test_list__is_sorted_by_day_with_the_undated_last():
    """Of the same day the weightier kind first."""
    assert lines(
        """
        決定事項
        | 決定番号    | 期限       | 状態 |
        | SK-R7-01-01 |            | 未   |
        | SK-R7-01-02 | 2026-03-20 | 未   |

        プラン明細
        | プラン番号  | 行番号 | 期日       | 進捗   |
        | P-R7-0002-1 | 1      | 2026-03-20 | 実施中 |
        | P-R7-0001-1 | 1      | 2026-03-30 | 実施中 |
        """
    ) == [
        "支援内容の期日 P-R7-0002-1 +11 C2",
        "決定事項 SK-R7-01-02 +11 C3",
        "支援内容の期日 P-R7-0001-1 +1 C3",
        "決定事項 SK-R7-01-01 - B2",
    ]


def test_cell__follows_the_sheets_own_columns():
    """The address comes from where the heading stands, '' where there is no such heading."""
    assert [t.cell for t in todos("決定事項\n| 状態 | 決定番号 |\n| 未 | SK-R7-01-01 |")] == [""]
    (found,) = todos("決定事項\n| 期限 | 状態 | 決定番号 |\n| 2026-03-01 | 未 | SK-R7-01-01 |")
    assert (found.sheet, found.cell) == ("決定事項", "B2")


def test_empty_register__has_nothing_to_do():
    """No sheet, no line."""
    assert todo(Register({}, parse_date(TODAY))) == []


def test_kinds__are_told_in_sentences_with_a_basis():
    """A clerk reads when a thing is listed and what to do; the names are each its own."""
    assert len({kind.name for kind in TODO_KINDS}) == len(TODO_KINDS)
    for kind in TODO_KINDS:
        assert kind.action.endswith("ください。")
        assert kind.reason.endswith("もの")
        assert kind.basis.startswith("実施計画")


def test_sample__gives_a_list_for_a_monday_morning(sample_office):
    """The clean year: some things late, most of them soon, nobody's name, nothing twice."""
    book = read_register(sample_office / "支援台帳.xlsx", date(2026, 3, 31)).register
    found = todo(book)
    names = {name for case in book.cases for name in (case.name, case.kana) if name}
    text = "".join(t.what + t.key for t in found)

    kinds = Counter(t.kind for t in found)
    assert kinds.most_common(1)[0][0] == "次の対応"
    assert {"プランの終了", "支援内容の期日", "スクリーニング", "決定事項"} <= kinds.keys()
    assert 20 < len(found) < 80
    assert 0 < sum(t.days_over is not None and t.days_over > 0 for t in found) < 20
    assert [name for name in names if name in text] == []
    assert len({(t.kind, t.key, t.agency, t.worker) for t in found}) == len(found)
    assert all(t.agency and t.worker and t.cell for t in found)
    assert all(t.what.endswith("ください。") for t in found)


ODD = {
    str: ["R7-0001", "P-R7-0001-1", "JU-R7-01", "架空"],
    int: [0, 1, 2, -1],
    float: [0.0, 1.5],
    bool: [True, False],
    date: [
        date.min,
        date.max,
        date(2025, 5, 1),
        date(2026, 3, 25),
        date(2026, 3, 31),
        date(2026, 4, 2),
    ],
    datetime: [datetime(1, 1, 1), datetime(9999, 12, 31, 23), datetime(2025, 5, 1, 9)],
    time: [time(9)],
}


def odd_book(seed: int) -> Register:
    """Rows that only a faulty file would hold: impossible days, blanks, wrong references."""
    chance = random.Random(seed)
    rows = []
    for sheet in SHEETS:
        for _ in range(6):
            cells = {}
            for column in sheet.columns:
                value = chance.choice(list(column.kind) if column.is_code else ODD[column.kind])
                is_blank = chance.random() < 0.25
                cells[column.key] = blank(column) if is_blank else (value,) * column.many or value
            rows.append(sheet(**cells))
    return register_of(rows, chance.choice([date(2026, 3, 31), date(2025, 4, 1)]))


def test_list__never_fails_on_what_a_file_may_hold():
    """Every kind comes up among odd rows, and each line is whole sentences."""
    kinds = set()
    for seed in range(80):
        book = odd_book(seed)
        balls = balls_of(book, business_days(book.settings))
        for line in todo(book, balls=balls):
            kinds.add(line.kind)
            assert line.what.endswith("ください。")
            assert "None" not in line.what + line.key

    assert kinds == {kind.name for kind in TODO_KINDS}
