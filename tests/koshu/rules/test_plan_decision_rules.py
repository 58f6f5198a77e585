"""Rules for the team, consent and conference of 支援プラン."""


def test_roles__are_shared_by_two_agencies(check):
    """PLAN-009: only a 多機関協働 plan needs two; a plan without lines is PLAN-003's."""
    found = check(
        """
        支援プラン
        | プラン番号  | プラン種別 |
        | P-R7-0001-1 | 多機関協働 |
        | P-R7-0002-1 | 多機関協働 |
        | P-R7-0003-1 | 窓口単独   |
        | P-R7-0004-1 | 多機関協働 |

        プラン明細
        | プラン番号  | 担当機関 |
        | P-R7-0001-1 | 社協     |
        | P-R7-0001-1 | 福祉総合支援課 |
        | P-R7-0002-1 | 社協     |
        | P-R7-0002-1 | 社協     |
        | P-R7-0003-1 | 社協     |
        """,
        rules="PLAN-009",
    )

    assert found == ["B3 プラン種別 PLAN-009"]


def test_plan__has_consent(check):
    """PLAN-011: a window's own plan and plans that are over need none; unknown cases are not judged."""
    found = check(
        """
        相談受付簿
        | ケース番号 | 同意状況                   |
        | R7-0001    | 同意あり（口頭・記録済）   |
        | R7-0002    | 未確認（働きかけ中）       |
        | R7-0003    | 同意撤回                   |
        | R7-0004    |                            |

        支援プラン
        | プラン番号  | ケース番号 | プラン種別   | 状態   |
        | P-R7-0001-1 | R7-0001    | 多機関協働   | 案     |
        | P-R7-0002-1 | R7-0002    | 多機関協働   | 案     |
        | P-R7-0002-2 | R7-0002    | アウトリーチ等 | 実施中 |
        | P-R7-0002-3 | R7-0002    | 窓口単独     | 実施中 |
        | P-R7-0003-1 | R7-0003    | 参加支援     | 中止   |
        | P-R7-0003-2 | R7-0003    | 参加支援     | 決定   |
        | P-R7-0004-1 | R7-0004    | 参加支援     | 決定   |
        | P-R7-9999-1 | R7-9999    | 参加支援     | 決定   |
        """,
        rules="PLAN-011",
    )

    assert found == [
        "C3 プラン種別 PLAN-011",
        "C4 プラン種別 PLAN-011",
        "C7 プラン種別 PLAN-011",
    ]


def test_plan_consent__is_dated_by_the_day_the_plan_was_made(check):
    """PLAN-012: later consent and a decided plan without a day are questions; a draft may wait."""
    found = check(
        """
        支援プラン
        | プラン番号  | ケース番号 | 作成日     | 本人同意日 | 同意方法 | 状態   |
        | P-R7-0001-1 | R7-0001    | 2026-03-01 | 2026-03-01 | 書面     | 決定   |
        | P-R7-0002-1 | R7-0002    | 2026-03-01 | 2026-03-02 | 書面     | 決定   |
        | P-R7-0003-1 | R7-0003    | 2026-03-01 |            |          | 案     |
        | P-R7-0004-1 | R7-0004    | 2026-03-01 |            |          | 実施中 |
        """,
        rules="PLAN-012",
    )

    assert found == ["D3 本人同意日 PLAN-012", "D5 本人同意日 PLAN-012"]


def test_plan_consent__is_in_writing_after_30_days(messages):
    """PLAN-012: the written consent may stand in 相談受付簿."""
    found = messages(
        """
        相談受付簿
        | ケース番号 | 同意状況                 |
        | R7-0001    | 同意あり（口頭・記録済） |
        | R7-0002    | 同意あり（書面）         |

        支援プラン
        | プラン番号  | ケース番号 | 作成日     | 本人同意日 | 同意方法 | 状態   |
        | P-R7-0001-1 | R7-0001    | 2026-03-10 | 2026-03-01 | 口頭     | 決定   |
        | P-R7-0001-2 | R7-0001    | 2026-03-10 | 2026-02-28 | 口頭     | 決定   |
        | P-R7-0001-3 | R7-0001    | 2026-03-10 | 2026-02-28 | 口頭     | 終結   |
        | P-R7-0002-1 | R7-0002    | 2026-03-10 | 2026-02-28 | 口頭     | 決定   |
        """,
        rules="PLAN-012",
    )

    assert found == [
        "要確認 口頭同意から30日を経過しています（31日）。書面での同意を確認してください。"
    ]


REVIEWED = """
    会議台帳
    | 会議番号 | 会議種別       | 開催日     |
    | JU-R7-01 | 重層的支援会議 | 2025-06-10 |
    | SK-R7-01 | 支援会議       | 2025-06-20 |

    支援プラン
    | プラン番号  | プラン種別 | 状態   | 付議会議番号 | 協議結果       | 決定日     |
    | P-R7-0001-1 | 多機関協働 | 決定   | JU-R7-01     | 適切           | 2025-06-10 |
    | P-R7-0002-1 | 多機関協働 | 付議中 |              |                |            |
    | P-R7-0003-1 | 窓口単独   | 決定   |              |                | 2025-06-10 |
    | P-R7-0004-1 | 多機関協働 | 決定   |              | 適切           | 2025-06-10 |
    | P-R7-0005-1 | 多機関協働 | 実施中 | SK-R7-01     | 適切           | 2025-06-20 |
    | P-R7-0006-1 | 多機関協働 | 終結   | JU-R7-01     | 再検討         | 2025-06-10 |
    | P-R7-0007-1 | 多機関協働 | 評価済 | JU-R7-01     | 修正のうえ適切 | 2025-06-09 |
    | P-R7-0008-1 | 多機関協働 | 決定   | JU-R7-01     |                | 2025-06-10 |
    """


def test_plan__was_reviewed_before_it_was_decided(check):
    """PLAN-013: no meeting, another meeting, another result, or a decision before the meeting."""
    assert check(REVIEWED, rules="PLAN-013") == [
        "D5 付議会議番号 PLAN-013",
        "D6 付議会議番号 PLAN-013",
        "E7 協議結果 PLAN-013",
        "F8 決定日 PLAN-013",
        "E9 協議結果 PLAN-013",
    ]


def test_plan__was_reviewed_by_the_right_meeting(messages):
    """PLAN-013: the message names the meeting that was given instead."""
    assert (
        "要修正 会議「SK-R7-01」は支援会議です。重層的支援会議の会議番号を入力してください。"
        in messages(REVIEWED, rules="PLAN-013")
    )


def test_active_plan__is_the_only_one_of_its_kind(messages):
    """PLAN-014: the later of two active plans is told the number of the earlier."""
    found = messages(
        """
        支援プラン
        | プラン番号  | ケース番号 | プラン種別 | 状態   |
        | P-R7-0001-1 | R7-0001    | 多機関協働 | 評価済 |
        | P-R7-0001-2 | R7-0001    | 多機関協働 | 実施中 |
        | P-R7-0001-3 | R7-0001    | 参加支援   | 実施中 |
        | P-R7-0002-1 | R7-0002    | 多機関協働 | 決定   |
        | P-R7-0001-4 | R7-0001    | 多機関協働 | 決定   |
        | P-R7-0001-5 | R7-0001    | 多機関協働 | 案     |
        """,
        rules="PLAN-014",
    )

    assert found == [
        "要修正 有効な多機関協働プラン「P-R7-0001-2」と重複しています。前のプランを評価・終了してください。"
    ]


def test_participation__has_a_place(check):
    """PLAN-015: one line with a 資源番号 is enough; other plans need none."""
    found = check(
        """
        支援プラン
        | プラン番号  | プラン種別 |
        | P-R7-0001-1 | 参加支援   |
        | P-R7-0002-1 | 参加支援   |
        | P-R7-0003-1 | 窓口単独   |

        プラン明細
        | プラン番号  | 資源番号 |
        | P-R7-0001-1 |          |
        | P-R7-0001-1 | SR001    |
        | P-R7-0002-1 |          |
        | P-R7-0003-1 |          |
        """,
        rules="PLAN-015",
    )

    assert found == ["B3 プラン種別 PLAN-015"]
