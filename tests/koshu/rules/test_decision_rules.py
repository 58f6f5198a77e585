"""Rules for 決定事項."""

MEETINGS = """
会議台帳
| 会議番号 | 会議種別 | 開催日     | 議事録状態 |
| SK-R8-01 | 支援会議 | 2026-04-14 |            |
| SK-R7-99 | 支援会議 | 2026-03-30 | 案         |
| SK-R7-98 | 支援会議 | 2026-02-10 | 確定       |
"""


def test_decision__has_somebody_and_a_day(messages):
    """MTG-008: 要確認 until the minutes are settled; what is done or given up needs neither."""
    found = messages(
        MEETINGS
        + """
        決定事項
        | 会議番号 | 決定番号    | 担当者 | 期限       | 状態 |
        | SK-R7-98 | SK-R7-98-01 | 壬生   | 2026-04-30 | 未   |
        | SK-R7-98 | SK-R7-98-02 |        | 2026-04-30 | 進行 |
        | SK-R7-99 | SK-R7-99-01 | 壬生   |            | 未   |
        | SK-R8-01 | SK-R8-01-01 |        |            | 未   |
        | SK-R7-98 | SK-R7-98-03 |        |            | 完了 |
        | SK-R7-98 | SK-R7-98-04 |        |            | 中止 |
        | SK-R6-01 | SK-R6-01-01 |        |            | 未   |
        """,
        rules="MTG-008",
    )

    assert found == [
        "要修正 決定事項SK-R7-98-02の担当者が未入力です。入力してください。",
        "要確認 決定事項SK-R7-99-01の期限が未入力です。入力してください。",
    ]


def test_decision__is_carried_out_in_time(messages):
    """MTG-009: the day itself passes."""
    found = messages(
        """
        決定事項
        | 会議番号 | 期限       | 状態 |
        | SK-R7-98 | 2026-03-31 | 未   |
        | SK-R7-98 | 2026-03-30 | 完了 |
        | SK-R7-98 | 2026-03-30 | 中止 |
        | SK-R7-98 | 2026-03-30 | 進行 |
        | SK-R7-98 |            | 未   |
        """,
        rules="MTG-009",
    )

    assert found == [
        "要確認 決定事項の期限（令和8年3月30日）を過ぎています。進み具合を確かめ、状態を更新してください。"
    ]
