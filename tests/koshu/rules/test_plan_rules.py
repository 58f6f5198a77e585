"""Rules for the goals, period and monitoring of 支援プラン."""

import pytest


def test_near_goal__is_concrete(messages):
    """PLAN-001: nothing is an error; short or empty phrases are questions."""
    found = messages(
        """
        支援プラン
        | 当面の目標                                               |
        | 6月末までに滞納した家賃の分割払いを始め、毎月1回払えている |
        | 引き続き様子を見ながら、関係機関と連携して必要な支援を行う |
        | 生活を立て直す                                           |
        | 様子を見る                                               |
        """,
        rules="PLAN-001",
    )

    assert found == [
        "要確認 「当面の目標」が支援する側の動きだけです。本人がどう変わるかを具体的に書いてください。",
        "要確認 「当面の目標」が7字で、具体的ではありません。いつまでに何がどうなるかを書いてください。",
        "要確認 「当面の目標」が支援する側の動きだけです。本人がどう変わるかを具体的に書いてください。",
    ]


@pytest.mark.parametrize("goal", ["支援する", "様子を見る", "見守りを継続していく", "支援を行う。"])
def test_near_goal__of_the_helper_only_says_nothing(messages, goal):
    """PLAN-001: the plan's forbidden words alone are no goal."""
    found = messages(
        f"支援プラン\n| プラン番号 | 当面の目標 |\n| P-R7-0001-1 | {goal} |", rules="PLAN-001"
    )

    assert [message[:19] for message in found] == ["要確認 「当面の目標」が支援する側の動"]


def test_near_goal__is_missing(check):
    """PLAN-001: an empty or blank goal is to be corrected; the length is a setting."""
    text = """
        支援プラン
        | プラン番号  | 当面の目標             |
        | P-R7-0001-1 |                        |
        | P-R7-0002-1 | 週1回は散歩に出られる  |
        """

    assert check(text, rules="PLAN-001", settings={"goal_length": 10}) == ["B2 当面の目標 PLAN-001"]


def test_measure__is_given(check):
    """PLAN-002: how one will know that the goal is reached."""
    found = check(
        """
        支援プラン
        | プラン番号  | 達成の目安     |
        | P-R7-0001-1 | 月1回の支払い  |
        | P-R7-0002-1 |                |
        """,
        rules="PLAN-002",
    )

    assert found == ["B3 達成の目安 PLAN-002"]


def test_plan__has_lines(check):
    """PLAN-003: a plan without 明細 says nothing about support."""
    found = check(
        """
        支援プラン
        | プラン番号  |
        | P-R7-0001-1 |
        | P-R7-0002-1 |

        プラン明細
        | プラン番号  | 行番号 |
        | P-R7-0001-1 | 1      |
        """,
        rules="PLAN-003",
    )

    assert found == ["A3 プラン番号 PLAN-003"]


def test_first_problem__is_covered_by_a_plan_of_the_case(messages):
    """PLAN-020: another plan of the case may take it up, a cancelled one does not."""
    found = messages(
        """
        課題整理
        | ケース番号 | 課題番号 | 課題区分   | 優先度 |
        | R7-0001    | 1        | 住まい     | 1      |
        | R7-0001    | 2        | 就労       | 2      |
        | R7-0002    | 1        | 債務・滞納 | 1      |
        | R7-0003    | 1        | ひきこもり | 1      |

        支援プラン
        | プラン番号  | ケース番号 | 状態   |
        | P-R7-0001-1 | R7-0001    | 実施中 |
        | P-R7-0001-2 | R7-0001    | 実施中 |
        | P-R7-0002-1 | R7-0002    | 中止   |
        | P-R7-0002-2 | R7-0002    | 案     |
        | P-R7-0003-1 | R7-0003    | 終結   |

        プラン明細
        | プラン番号  | 課題番号 |
        | P-R7-0001-1 | 2        |
        | P-R7-0001-2 | 1        |
        | P-R7-0002-1 | 1        |
        | P-R7-0002-2 | 2        |
        | P-R7-0003-1 | 2        |
        """,
        rules="PLAN-020",
    )

    assert found == [
        "要確認 優先課題「1 債務・滞納」に対応する支援がありません。プラン明細に入力してください。"
    ]


def test_plan__has_an_end(check):
    """PLAN-005: support without an end is no plan."""
    found = check(
        """
        支援プラン
        | プラン番号  | 支援終了予定日 |
        | P-R7-0001-1 | 2026-03-31     |
        | P-R7-0002-1 |                |
        """,
        rules="PLAN-005",
    )

    assert found == ["B3 支援終了予定日 PLAN-005"]


def test_period__is_possible_and_at_most_a_year(messages):
    """PLAN-006: the wrong order is an error, more than twelve months a question."""
    found = messages(
        """
        支援プラン
        | 支援開始日 | 支援終了予定日 |
        | 2025-06-01 | 2025-06-01     |
        | 2025-06-01 | 2026-06-01     |
        | 2025-06-01 | 2025-05-31     |
        | 2025-06-01 | 2026-06-02     |
        | 2025-06-01 | 9999-12-31     |
        | 2025-06-01 |                |
        """,
        rules="PLAN-006",
    )

    late = "要確認 支援期間が12か月を超えています。期間を区切り、評価のうえ再プランとしてください。"
    assert found == [
        "要修正 支援終了予定日「令和7年5月31日」が支援開始日より前です。どちらの日付も確認してください。",
        late,
        late,
    ]


def test_monitoring__is_planned_within_three_months(check):
    """PLAN-008: counted from the start, and from the last evaluation once there is one."""
    found = check(
        """
        支援プラン
        | プラン番号  | 支援開始日 | モニタリング予定日 | 状態   |
        | P-R7-0001-1 | 2026-02-01 | 2026-05-01         | 実施中 |
        | P-R7-0002-1 | 2026-02-01 | 2026-05-02         | 実施中 |
        | P-R7-0003-1 | 2025-11-01 | 2026-05-01         | 実施中 |
        | P-R7-0004-1 | 2026-02-01 |                    | 案     |
        | P-R7-0005-1 | 2026-02-01 | 2026-12-01         | 終結   |

        評価・終結票
        | 評価番号    | プラン番号  | 評価日     |
        | E-R7-0003-1 | P-R7-0003-1 | 2026-02-01 |
        """,
        rules="PLAN-008",
    )

    assert found == ["C3 モニタリング予定日 PLAN-008", "C5 モニタリング予定日 PLAN-008"]


def test_monitoring__is_done_when_its_day_has_passed(messages):
    """PLAN-008: an evaluation shortly before the day counts, the one a quarter earlier does not."""
    found = messages(
        """
        支援プラン
        | プラン番号  | 支援開始日 | モニタリング予定日 | 状態   |
        | P-R7-0001-1 | 2026-01-05 | 2026-03-30         | 実施中 |
        | P-R7-0002-1 | 2026-01-05 | 2026-03-30         | 実施中 |
        | P-R7-0003-1 | 2025-10-01 | 2026-03-30         | 実施中 |
        | P-R7-0004-1 | 2026-01-05 | 2026-03-31         | 実施中 |
        | P-R7-0005-1 | 2026-01-05 | 2026-03-30         | 評価済 |
        | P-R7-0006-1 | 2026-01-05 | 2026-03-30         | 付議中 |

        評価・終結票
        | 評価番号    | プラン番号  | 評価日     |
        | E-R7-0001-1 | P-R7-0001-1 | 2026-03-10 |
        | E-R7-0003-1 | P-R7-0003-1 | 2025-12-31 |
        """,
        rules="PLAN-008",
    )

    late = (
        "要確認 モニタリング予定日「令和8年3月30日」を過ぎています。"
        "「評価・終結票」に評価を入力してください。"
    )
    assert found == [late, late]
