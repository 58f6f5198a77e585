"""Rules for プラン明細."""


def test_line__pairs_problem_and_support(check):
    """PLAN-019: whichever half is missing is pointed at."""
    found = check(
        """
        プラン明細
        | プラン番号  | 課題       | 支援内容         |
        | P-R7-0001-1 | 家賃の滞納 | 分割払いの相談   |
        | P-R7-0001-1 | 家賃の滞納 |                  |
        | P-R7-0001-1 |            | 分割払いの相談   |
        | P-R7-0001-1 |            |                  |
        """,
        rules="PLAN-019",
    )

    assert found == [
        "C3 支援内容 PLAN-019",
        "B4 課題 PLAN-019",
        "B5 課題 PLAN-019",
        "C5 支援内容 PLAN-019",
    ]


def test_line__serves_a_known_problem(check):
    """PLAN-004: the number is looked up in the case of the plan, not in others."""
    found = check(
        """
        課題整理
        | ケース番号 | 課題番号 |
        | R7-0001    | 1        |
        | R7-0002    | 2        |

        支援プラン
        | プラン番号  | ケース番号 |
        | P-R7-0001-1 | R7-0001    |

        プラン明細
        | プラン番号  | 課題番号 |
        | P-R7-0001-1 | 1        |
        | P-R7-0001-1 | 2        |
        | P-R7-9999-1 | 3        |
        """,
        rules="PLAN-004",
    )

    assert found == ["B3 課題番号 PLAN-004"]


def test_line__has_a_due_day(check):
    """PLAN-021: until when is part of every line."""
    found = check(
        """
        プラン明細
        | プラン番号  | 期日       |
        | P-R7-0001-1 | 2025-09-30 |
        | P-R7-0001-1 |            |
        """,
        rules="PLAN-021",
    )

    assert found == ["B3 期日 PLAN-021"]


def test_due_day__lies_in_the_period_of_the_plan(check):
    """PLAN-022: the first and last day belong to it; a plan without an end is not judged."""
    found = check(
        """
        支援プラン
        | プラン番号  | 支援開始日 | 支援終了予定日 |
        | P-R7-0001-1 | 2025-06-01 | 2025-11-30     |
        | P-R7-0002-1 | 2025-06-01 |                |

        プラン明細
        | プラン番号  | 期日       |
        | P-R7-0001-1 | 2025-06-01 |
        | P-R7-0001-1 | 2025-11-30 |
        | P-R7-0001-1 | 2025-05-31 |
        | P-R7-0001-1 | 2025-12-01 |
        | P-R7-0001-1 |            |
        | P-R7-0002-1 | 2026-12-01 |
        """,
        rules="PLAN-022",
    )

    assert found == ["B4 期日 PLAN-022", "B5 期日 PLAN-022"]


def test_due_day__is_kept_or_the_progress_says_so(messages):
    """PLAN-007: today is not late yet; 完了 and 中止 are never late."""
    found = messages(
        """
        プラン明細
        | 期日       | 進捗   |
        | 2026-03-31 | 実施中 |
        | 2026-03-30 | 完了   |
        | 2026-03-30 | 中止   |
        |            | 未着手 |
        | 2026-03-30 | 実施中 |
        """,
        rules="PLAN-007",
    )

    assert found == [
        "要確認 期日（令和8年3月30日）を過ぎています。進捗を更新するか、期日を見直してください。"
    ]


def test_line__has_a_worker_with_a_name(messages):
    """PLAN-010: 未定 and 担当者 are nobody."""
    found = messages(
        """
        プラン明細
        | プラン番号  | 担当者    |
        | P-R7-0001-1 | 相談員 甲 |
        | P-R7-0001-1 | 未定      |
        | P-R7-0001-1 |           |
        """,
        rules="PLAN-010",
    )

    assert found == [
        "要修正 担当者が「未定」で、決まっていません。担当する人の名前を入力してください。",
        "要修正 担当者が未入力です。担当する人の名前を入力してください。",
    ]
