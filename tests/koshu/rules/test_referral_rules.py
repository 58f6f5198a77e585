"""Rules for つなぎ・引継票."""


def test_story__is_passed_on_whole(check):
    """REF-001: each of the five parts that is missing is asked for."""
    found = check(
        """
        つなぎ・引継票
        | 引継番号  | 概要   | 経過   | リスク | 本人の希望 | 同意範囲 |
        | H-R7-0001 | 独居   | 退院後 | なし   | 在宅       | 基本情報 |
        | H-R7-0002 | 独居   |        | なし   | 在宅       |          |
        | H-R7-0003 |        | 退院後 |        |            | 基本情報 |
        """,
        rules="REF-001",
    )

    assert found == [
        "C3 経過 REF-001",
        "F3 同意範囲 REF-001",
        "B4 概要 REF-001",
        "D4 リスク REF-001",
        "E4 本人の希望 REF-001",
    ]


def test_receipt__is_confirmed_within_a_week(messages):
    """REF-002: seven days pass; what came back needs no receipt."""
    found = messages(
        """
        つなぎ・引継票
        | 引継番号  | 引継先機関 | 依頼日     | 受領日     | 結果     |
        | H-R7-0001 | 社協       | 2026-03-24 |            |          |
        | H-R7-0002 | 社協       | 2025-05-01 | 2025-06-01 | 受入     |
        | H-R7-0003 | 社協       | 2025-05-01 |            | 本人辞退 |
        | H-R7-0004 | 社協       | 2025-05-01 |            | 差戻し   |
        | H-R7-0005 | 社協       | 2026-03-23 |            |          |
        """,
        rules="REF-002",
    )

    assert found == ["要確認 引継ぎの受領が確認できていません（8日経過）。社協に確認してください。"]


def test_first_contact__is_confirmed_when_due(messages):
    """REF-003: the due day itself passes; what came back is not waited for."""
    found = messages(
        """
        つなぎ・引継票
        | 引継番号  | 初回接触予定日 | 初回接触確認日 | 結果     |
        | H-R7-0001 | 2026-03-31     |                |          |
        | H-R7-0002 | 2026-03-30     | 2026-03-31     | 受入     |
        | H-R7-0003 | 2026-03-30     |                | 本人辞退 |
        | H-R7-0004 | 2026-03-30     |                | 連絡不能 |
        """,
        rules="REF-003",
    )

    assert found == [
        "要修正 引継先との初回接触が未確認です（予定日 令和8年3月30日）。"
        "確かめて確認日を入力してください。"
    ]


def test_support__does_not_break_off_before_the_first_contact(check):
    """REF-004: neither the closing of the case nor the move of the lead comes first.

    Where nobody was met yet, REF-008 speaks of the closing.
    """
    found = check(
        """
        相談受付簿
        | ケース番号 | 終結日     |
        | R7-0001    | 2025-07-10 |
        | R7-0002    | 2025-07-10 |
        | R7-0003    |            |

        つなぎ・引継票
        | 引継番号  | ケース番号 | 初回接触確認日 | 主担当の移行日 | 結果   |
        | H-R7-0001 | R7-0001    | 2025-07-10     |                | 受入   |
        | H-R7-0002 | R7-0002    | 2025-07-11     |                | 受入   |
        | H-R7-0003 | R7-0002    |                |                |        |
        | H-R7-0004 | R7-0002    |                |                | 差戻し |
        | H-R7-0005 | R7-0003    | 2025-07-11     | 2025-07-10     | 受入   |
        | H-R7-0006 | R7-0003    |                |                |        |
        | H-R7-0007 | R7-9999    |                |                |        |
        | H-R7-0008 | R7-0003    |                | 2025-07-10     |        |
        """,
        rules="REF-004",
    )

    assert found == [
        "C3 初回接触確認日 REF-004",
        "C6 初回接触確認日 REF-004",
        "C9 初回接触確認日 REF-004",
    ]


def test_returned_case__has_a_reason_and_a_next_step(check):
    """REF-005: 差戻し without either leaves the person with nobody."""
    found = check(
        """
        つなぎ・引継票
        | 引継番号  | 結果   | 差戻し理由 | 次の担当・対応 |
        | H-R7-0001 | 差戻し | 対象外     | 元の窓口で継続 |
        | H-R7-0002 | 受入   |            |                |
        | H-R7-0003 | 差戻し | 対象外     |                |
        | H-R7-0004 | 差戻し |            |                |
        """,
        rules="REF-005",
    )

    assert found == [
        "D4 次の担当・対応 REF-005",
        "C5 差戻し理由 REF-005",
        "D5 次の担当・対応 REF-005",
    ]


def test_receiver__is_in_the_scope_of_consent(messages):
    """REF-006: outside the scope, after its end, unasked and refused are four different things."""
    found = messages(
        """
        相談受付簿
        | ケース番号 | 同意範囲(機関) | 同意期限   |
        | R7-0001    | 社協、保健所   | 2025-12-31 |

        つなぎ・引継票
        | 引継番号  | ケース番号 | 引継先機関 | 依頼日     | 同意確認             |
        | H-R7-0001 | R7-0001    | 社協       | 2025-12-31 | 同意あり（書面）     |
        | H-R7-0002 | R7-0001    | 病院       | 2025-12-31 | 同意あり（書面）     |
        | H-R7-0003 | R7-0001    | 社協       | 2026-01-01 | 同意あり（書面）     |
        | H-R7-0004 | R7-0001    | 病院       | 2025-12-31 | 未確認（働きかけ中） |
        | H-R7-0005 | R7-0001    | 社協       | 2025-12-31 | 同意撤回             |
        | H-R7-0006 | R7-9999    | 社協       | 2025-12-31 | 同意あり（書面）     |
        """,
        rules="REF-006",
    )

    assert found == [
        "要修正 病院は本人の同意範囲に含まれていません。本人に確認し、同意範囲(機関)を見直してください。",
        "要修正 依頼日が本人の同意期限（令和7年12月31日）を過ぎています。同意を確認してください。",
        "要確認 本人の同意が未確認です。病院には、匿名の事前相談にとどめてください。",
        "要修正 同意確認が「同意撤回」です。社協に情報を伝えず、支援会議での共有を検討してください。",
    ]


def test_handover__is_followed_up_within_two_weeks(check):
    """REF-007: only 担当移管 asks for it."""
    found = check(
        """
        つなぎ・引継票
        | 種別                   | 依頼日     | フォロー予定日 |
        | 支援機関間（担当移管） | 2025-06-01 | 2025-06-15     |
        | 窓口間                 | 2025-06-01 |                |
        | 支援機関間（担当移管） | 2025-06-01 | 2025-06-16     |
        | 支援機関間（担当移管） | 2025-06-01 |                |
        """,
        rules="REF-007",
    )

    assert found == ["C4 フォロー予定日 REF-007", "C5 フォロー予定日 REF-007"]


def test_case__closes_after_its_referrals(check, messages):
    """REF-008: what was received and met, or declined, is over; REF-005 speaks of what came back."""
    text = """
        相談受付簿
        | ケース番号 | 状態   | 終結日     |
        | R7-0001    | 終結   | 2025-07-10 |
        | R7-0002    | 終結   | 2025-07-10 |
        | R7-0003    | 終結   |            |
        | R7-0004    | 引継中 |            |
        | R7-0005    | 終結   | 2025-07-10 |

        つなぎ・引継票
        | 引継番号  | ケース番号 | 受領日     | 初回接触確認日 | 結果     |
        | H-R7-0001 | R7-0001    | 2025-07-01 | 2025-07-05     | 受入     |
        | H-R7-0002 | R7-0001    |            |                | 本人辞退 |
        | H-R7-0003 | R7-0001    |            |                | 差戻し   |
        | H-R7-0004 | R7-0002    | 2025-07-01 |                | 受入     |
        | H-R7-0005 | R7-0002    |            |                |          |
        | H-R7-0006 | R7-0003    |            | 2025-07-05     |          |
        | H-R7-0007 | R7-0004    |            |                |          |
        """

    assert check(text, rules="REF-008") == ["C3 終結日 REF-008", "B4 状態 REF-008"]
    assert messages(text, rules="REF-008")[0] == (
        "要修正 引継ぎ「H-R7-0004、H-R7-0005」が完了しないまま終結しています。"
        "受領日と初回接触確認日を確かめて入力してください。"
    )
