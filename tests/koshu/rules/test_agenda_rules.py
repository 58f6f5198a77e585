"""Rules for 会議案件."""

import pytest

CASES = """
相談受付簿
| ケース番号 | 同意状況               | 同意日     | 同意期限   | 代理人氏名・続柄 |
| R7-0001    | 同意あり（書面）       | 2025-05-01 |            |                  |
| R7-0002    | 同意あり（口頭・記録済） | 2025-05-01 |          |                  |
| R7-0003    | 同意なし（拒否）       |            |            |                  |
| R7-0004    | 同意撤回               | 2025-05-01 |            |                  |
| R7-0005    | 同意あり（書面）       | 2025-05-01 | 2026-03-01 |                  |
| R7-0006    | 代理人・保護者の同意   | 2025-05-01 |            |                  |
"""
MEETINGS = """
会議台帳
| 会議番号 | 会議種別       | 開催日     | 議事録状態 |
| JU-R8-01 | 重層的支援会議 | 2026-04-16 |            |
| JU-R7-99 | 重層的支援会議 | 2026-03-30 | 案         |
| JU-R7-98 | 重層的支援会議 | 2026-02-19 | 確定       |
| SK-R8-01 | 支援会議       | 2026-04-14 |            |
| SK-R7-99 | 支援会議       | 2026-03-30 | 案         |
| SK-R7-98 | 支援会議       | 2026-02-10 | 確定       |
| TN-R8-01 | 庁内連携委員会 | 2026-05-20 |            |
"""
PLAN_REVIEW = "支援計画の適切性の協議"
URGENT = "緊急性がある事案への対応"
SHARING = "気になる事案の情報提供・情報共有"


def items(*rows):
    """Items of meetings: 会議番号 案件区分 ケース番号 結論 結論の要旨."""
    head = "会議案件\n| 会議番号 | 案件番号 | 案件区分 | ケース番号 | 結論 | 結論の要旨 |\n"
    lines = (
        f"| {row[0]} | {number} | {' | '.join((*row[1:], '', '', '')[:4])} |"
        for number, row in enumerate(rows, start=1)
    )
    return CASES + MEETINGS + head + "\n".join(lines)


@pytest.mark.parametrize(
    ("case_no", "expected"),
    [
        ("R7-0001", []),
        ("R7-0002", ["要確認"]),
        ("R7-0003", ["要修正"]),
        ("R7-0004", ["要修正"]),
        ("R7-0005", ["要修正"]),
        ("R7-0006", ["要修正"]),
        ("", ["要修正"]),
        ("R7-9999", []),
    ],
)
def test_case__needs_consent_on_the_day_of_the_meeting(messages, case_no, expected):
    """MTG-002: a number that leads nowhere has a finding of its own."""
    found = messages(items(("JU-R8-01", PLAN_REVIEW, case_no)), rules="MTG-002")

    assert [message[:3] for message in found] == expected


def test_case__that_has_no_consent_says_what_to_do(messages, check):
    """MTG-002: the sentence is the one the agenda gives; it stands at the case's number."""
    text = items(("JU-R8-01", PLAN_REVIEW, "R7-0003"))

    assert check(text, rules="MTG-002") == ["D2 ケース番号 MTG-002"]
    assert messages(text, rules="MTG-002") == [
        "要修正 同意状況が「同意なし（拒否）」であるため、案件1は本人の同意が確認できず、"
        "重層的支援会議に付議できません。同意を得るか、支援会議での情報共有を検討してください。"
    ]


@pytest.mark.parametrize(
    ("meeting_no", "case_no", "expected"),
    [
        ("JU-R8-01", "R7-0004", 1),
        ("JU-R7-99", "R7-0004", 0),  # withdrawn after the meeting
        ("JU-R7-99", "R7-0003", 1),
        ("JU-R7-99", "R7-0002", 0),  # too late to ask for it in writing
        ("JU-R7-98", "R7-0003", 0),  # settled
        ("SK-R8-01", "R7-0003", 0),
        ("TN-R8-01", "R7-0001", 1),
        ("TN-R8-01", "", 0),
    ],
)
def test_consent__is_asked_for_while_something_can_be_done(check, meeting_no, case_no, expected):
    """MTG-002: a consent that was withdrawn later does not turn a meeting that was held wrong."""
    kind = {"JU": PLAN_REVIEW, "SK": SHARING, "TN": "その他"}[meeting_no[:2]]

    assert len(check(items((meeting_no, kind, case_no)), rules="MTG-002")) == expected


def test_consent__of_the_case_behind_a_plan_or_an_evaluation(check):
    """MTG-002: an item may name its case by the plan or the evaluation only."""
    text = (
        CASES
        + MEETINGS
        + """
        支援プラン
        | プラン番号  | ケース番号 |
        | P-R7-0001-1 | R7-0001    |
        | P-R7-0003-1 | R7-0003    |

        評価・終結票
        | 評価番号    | ケース番号 |
        | E-R7-0003-1 | R7-0003    |

        会議案件
        | 会議番号 | 案件番号 | 案件区分               | ケース番号 | プラン番号  | 評価番号    |
        | JU-R8-01 | 1        | 支援計画の適切性の協議 |            | P-R7-0001-1 |             |
        | JU-R8-01 | 2        | 支援計画の適切性の協議 |            | P-R7-0003-1 |             |
        | JU-R8-01 | 3        | 支援終結時の評価       |            |             | E-R7-0003-1 |
        | JU-R8-01 | 4        | 支援終結時の評価       |            |             | E-R7-0009-1 |
        """
    )

    assert check(text, rules="MTG-002") == ["D3 ケース番号 MTG-002", "D4 ケース番号 MTG-002"]


def test_settled_minutes__have_a_conclusion_to_every_item(check):
    """MTG-007: the conclusion and what it says."""
    found = check(
        items(
            ("SK-R7-98", SHARING, "R7-0001", "情報共有のみ", "共有した。"),
            ("SK-R7-98", SHARING, "R7-0001", "情報共有のみ"),
            ("SK-R7-98", SHARING, "R7-0001"),
            ("SK-R7-99", SHARING, "R7-0001"),
        ),
        rules="MTG-007",
    )

    assert found == ["F3 結論の要旨 MTG-007", "E4 結論 MTG-007", "F4 結論の要旨 MTG-007"]


DECISIONS = """
決定事項
| 会議番号 | 案件番号 | 決定番号    | 担当者 | 期限       | 報告方法 | 状態 |
| SK-R7-98 | 1        | SK-R7-98-01 | 壬生   | 2026-04-30 |          | 未   |
| SK-R7-99 | 1        | SK-R7-99-01 | 壬生   | 2026-04-30 | 電話     | 未   |
"""


def test_settled_minutes__say_who_does_what(check):
    """MTG-008: after a conclusion that asks for it, on a case; MTG-010 speaks of urgent ones."""
    found = check(
        items(
            ("SK-R7-98", SHARING, "R7-0001", "見守り"),
            ("SK-R7-98", SHARING, "R7-0001", "見守り"),
            ("SK-R7-98", SHARING, "R7-0001", "情報共有のみ"),
            ("SK-R7-98", SHARING, "", "見守り"),
            ("SK-R7-98", URGENT, "R7-0001", "見守り"),
            ("SK-R7-99", SHARING, "R7-0001", "見守り"),
        )
        + DECISIONS,
        rules="MTG-008",
    )

    assert found == ["E3 結論 MTG-008"]


def test_urgent_item__is_acted_on_at_once(messages):
    """MTG-010: asked for from the day after, 要修正 once the minutes are settled."""
    found = messages(
        items(
            ("SK-R7-99", URGENT, "R7-0001"),
            ("SK-R7-99", URGENT, "R7-0001"),
            ("SK-R8-01", URGENT, "R7-0001"),
            ("SK-R7-99", SHARING, "R7-0001"),
            ("SK-R7-98", URGENT, "R7-0001"),
        )
        + DECISIONS.replace("| SK-R7-98 | 1 ", "| SK-R7-98 | 5 "),
        rules="MTG-010",
    )

    assert found == [
        "要確認 緊急案件（案件2）の初動が記録されていません。決定事項に入力してください。",
        "要修正 緊急案件（案件5）の連絡先がありません。決定事項の「報告方法」に入力してください。",
    ]
