"""Rules for 支援経過記録."""


def test_record__is_of_the_past(messages):
    """CONT-001: a day still to come is a slip; what was typed late is only said."""
    found = messages(
        """
        支援経過記録
        | 記録番号   | 日時             | 記入日時         |
        | K-R7-00001 | 2026-03-31 23:50 | 2026-03-31 23:55 |
        | K-R7-00002 | 2026-04-01 00:00 |                  |
        | K-R7-00003 | 2026-03-01 10:00 | 2026-03-08 17:00 |
        | K-R7-00004 | 2026-03-01 10:00 | 2026-03-09 09:00 |
        | K-R7-00005 | 2026-03-01 10:00 |                  |
        | K-R7-00006 |                  | 2026-03-09 09:00 |
        """,
        rules="CONT-001",
    )

    assert found == [
        "要修正 対応の日時「令和8年4月1日」は今日より後です。予定は「次の対応」に入力してください。",
        "参考 対応日から8日後に記入した記録です。",
    ]


def test_record__may_be_typed_as_late_as_the_office_says(check):
    """CONT-001: the days come from 設定."""
    text = """
        支援経過記録
        | 記録番号   | 日時             | 記入日時         |
        | K-R7-00001 | 2026-03-01 10:00 | 2026-03-05 09:00 |
        """

    assert check(text, rules="CONT-001") == []
    assert check(text, rules="CONT-001", settings={"entry_days": 3}) == ["C2 記入日時 CONT-001"]


def test_visit__says_whether_the_person_was_met(check):
    """CONT-002: visits of アウトリーチ only."""
    found = check(
        """
        支援経過記録
        | 事業区分         | 方法 | 本人に会えた |
        | アウトリーチ等   | 訪問 | ○            |
        | アウトリーチ等   | 電話 |              |
        | 包括的相談支援   | 訪問 |              |
        | アウトリーチ等   | 訪問 |              |
        """,
        rules="CONT-002",
    )

    assert found == ["C5 本人に会えた CONT-002"]


CASES = """
相談受付簿
| ケース番号 | 状態   |
| R7-0001    | 支援中 |
| R7-0002    | 中断   |
"""
HEAD = "支援経過記録\n| ケース番号 | 日時 | 事業区分 | 方法 | 本人に会えた | 判断・方針 |\n"


def visits(*days, case="R7-0001"):
    """A visit a day: × not met, ○ met, 方 not met but thought about."""
    lines = (
        f"| {case} | 2026-03-{number:02} 10:00 | アウトリーチ等 | 訪問 | {'○' if day == '○' else '×'} "
        f"| {'手紙を続ける。' if day == '方' else ''} |"
        for number, day in enumerate(days, start=2)
    )
    return CASES + HEAD + "\n".join(lines)


def test_unmet_person__is_thought_about(check):
    """CONT-003: said once, at the last of three or more visits in vain."""
    assert check(visits("×", "×"), rules="CONT-003") == []
    assert check(visits("○", "×", "×", "×"), rules="CONT-003") == ["F5 判断・方針 CONT-003"]
    assert check(visits("×", "×", "×", "×"), rules="CONT-003") == ["F5 判断・方針 CONT-003"]


def test_unmet_person__was_met_since_or_thought_about(check):
    """CONT-003: a plan how to go on, or the person at the door, settles it."""
    assert check(visits("×", "×", "×", "○"), rules="CONT-003") == []
    assert check(visits("×", "×", "方"), rules="CONT-003") == []
    assert check(visits("方", "○", "×", "×", "×"), rules="CONT-003") == ["F6 判断・方針 CONT-003"]


def test_unmet_person__is_thought_about_on_the_telephone(check):
    """CONT-003: 方針 may stand in any record since the first visit in vain."""
    call = "| R7-0001 | 2026-03-03 15:00 | アウトリーチ等 | 関係機関との連絡調整 |  | 支援会議に出す。 |"

    assert check(f"{visits('×', '×', '×')}\n{call}", rules="CONT-003") == []


def test_unmet_person__is_only_of_open_cases(check):
    """CONT-003: a suspended case and one that is in no list are left alone."""
    assert check(visits("×", "×", "×", case="R7-0002"), rules="CONT-003") == []
    assert check(visits("×", "×", "×", case="R7-0009"), rules="CONT-003") == []


def test_unmet_person__comes_up_as_early_as_the_office_says(messages):
    """CONT-003: the number of visits comes from 設定."""
    found = messages(visits("×", "×"), rules="CONT-003", settings={"unmet_visits": 2})

    assert found == [
        "要確認 2回続けて会えていません。支援会議での検討を含め、方針を決めて入力してください。"
    ]
