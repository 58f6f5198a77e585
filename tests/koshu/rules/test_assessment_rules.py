"""Rules for ケース票, 家族構成 and 課題整理."""


def test_family__is_listed_when_the_household_has_more_than_one(check):
    """ASMT-020: one line for a household of three is too few; an unknown size is not judged."""
    found = check(
        """
        相談受付簿
        | ケース番号 | 世帯人数 |
        | R7-0001    | 2        |
        | R7-0002    | 3        |
        | R7-0003    | 1        |
        | R7-0004    |          |

        ケース票
        | ケース番号 |
        | R7-0001    |
        | R7-0002    |
        | R7-0003    |
        | R7-0004    |
        | R7-9999    |

        家族構成
        | ケース番号 | 番号 |
        | R7-0001    | 1    |
        | R7-0001    | 2    |
        | R7-0002    | 1    |
        """,
        rules="ASMT-020",
    )

    assert found == ["A3 ケース番号 ASMT-020"]


def test_problems__are_listed(check):
    """ASMT-021: an assessment without a single problem is not finished."""
    found = check(
        """
        ケース票
        | ケース番号 |
        | R7-0001    |
        | R7-0002    |

        課題整理
        | ケース番号 | 課題番号 |
        | R7-0001    | 1        |
        """,
        rules="ASMT-021",
    )

    assert found == ["A3 ケース番号 ASMT-021"]


def test_risk__has_a_response(messages):
    """ASMT-022: all risks that are あり are named at once; 疑い needs none."""
    found = messages(
        """
        ケース票
        | リスク(生命) | リスク(虐待) | リスク(経済) | リスクへの対応   |
        | なし         | 疑い         | なし         |                  |
        | あり         | なし         | なし         | 毎日電話する     |
        | あり         | なし         | あり         |                  |
        |              |              | あり         |                  |
        """,
        rules="ASMT-022",
    )

    assert found == [
        "要修正 リスク「生命・経済」がありとなっています。リスクへの対応を入力してください。",
        "要修正 リスク「経済」がありとなっています。リスクへの対応を入力してください。",
    ]


def test_wish__is_heard(check):
    """ASMT-023: the wish, or why it could not be heard, is written."""
    found = check(
        """
        ケース票
        | ケース番号 | 本人の希望・意向       |
        | R7-0001    | 自宅で暮らし続けたい   |
        | R7-0002    | 入院中のため確認できず |
        | R7-0003    |                        |
        """,
        rules="ASMT-023",
    )

    assert found == ["B4 本人の希望・意向 ASMT-023"]


def test_problem__is_explained(check):
    """ASMT-024: content and background are asked for cell by cell."""
    found = check(
        """
        課題整理
        | ケース番号 | 内容         | 背景要因 |
        | R7-0001    | 家賃を滞納   | 失業     |
        | R7-0001    | 家賃を滞納   |          |
        | R7-0002    |              |          |
        """,
        rules="ASMT-024",
    )

    assert found == ["C3 背景要因 ASMT-024", "B4 内容 ASMT-024", "C4 背景要因 ASMT-024"]
