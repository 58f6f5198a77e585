"""Rules for the course of a case in 相談受付簿."""

from juso.core.rule import apply_rule
from juso.koshu.rules.case_rules import household_is_one
from tables import register


def test_next_step__is_planned_while_a_case_is_open(check):
    """CASE-011: 終結 and 中断 need no next day."""
    found = check(
        """
        相談受付簿
        | 状態   | 次回予定日 |
        | 支援中 | 2026-04-10 |
        | 終結   |            |
        | 中断   |            |
        | 引継中 |            |
        """,
        rules="CASE-011",
    )

    assert found == ["B5 次回予定日 CASE-011"]


LEFT_ALONE = """
    相談受付簿
    | ケース番号 | 受付日     | 状態   |
    | R7-0001    | 2025-05-01 | 支援中 |
    | R7-0002    | 2025-05-01 | 支援中 |
    | R7-0003    | 2025-05-01 | 終結   |
    | R7-0004    | 2026-01-29 | 受付   |

    支援経過記録
    | 記録番号   | ケース番号 | 日時       |
    | K-R7-00001 | R7-0001    | 2026-01-30 |
    | K-R7-00002 | R7-0002    | 2026-01-29 |
    | K-R7-00003 | R7-0002    | 2025-12-01 |
    """


def test_open_case__is_not_left_alone(messages):
    """CASE-012: 60 days since the last contact pass, 61 do not; without contacts intake counts."""
    assert messages(LEFT_ALONE, rules="CASE-012") == [
        "要確認 最終接触から61日が経過しています。連絡するか、終結・中断の判断をしてください。",
        "要確認 接触の記録がないまま受付から61日が経過しています。連絡するか、終結・中断の判断をしてください。",
    ]


def test_open_case__uses_the_days_of_the_settings(messages):
    """CASE-012: a city that sets 90 days hears nothing."""
    assert messages(LEFT_ALONE, rules="CASE-012", settings={"stale_days": 90}) == []


def test_suspension__has_a_reason_and_two_tries_before_it(check):
    """CASE-013: tries count when they went to the person or family, up to the 中断日."""
    found = check(
        """
        相談受付簿
        | ケース番号 | 状態   | 中断日     | 中断理由 |
        | R7-0001    | 中断   | 2025-12-01 | 連絡不能 |
        | R7-0002    | 中断   | 2025-12-01 |          |
        | R7-0003    | 中断   | 2025-12-01 | 連絡不能 |
        | R7-0004    | 中断   | 2025-12-01 | 連絡不能 |
        | R7-0005    | 支援中 |            |          |

        支援経過記録
        | 記録番号   | ケース番号 | 日時       | 相手     |
        | K-R7-00001 | R7-0001    | 2025-11-01 | 本人     |
        | K-R7-00002 | R7-0001    | 2025-12-01 | 家族     |
        | K-R7-00003 | R7-0002    | 2025-11-01 | 本人     |
        | K-R7-00004 | R7-0002    | 2025-11-02 | 本人     |
        | K-R7-00005 | R7-0003    | 2025-11-01 | 本人     |
        | K-R7-00006 | R7-0003    | 2025-12-02 | 本人     |
        | K-R7-00007 | R7-0004    | 2025-11-01 | 支援機関 |
        | K-R7-00008 | R7-0004    | 2025-11-02 | 支援機関 |
        """,
        rules="CASE-013",
    )

    assert found == ["D3 中断理由 CASE-013", "B4 状態 CASE-013", "B5 状態 CASE-013"]


def test_closing__is_evaluated(check):
    """CASE-014: an evaluation of kind or conclusion 終結 passes, a モニタリング does not."""
    found = check(
        """
        相談受付簿
        | ケース番号 | 状態   |
        | R7-0001    | 終結   |
        | R7-0002    | 終結   |
        | R7-0003    | 終結   |
        | R7-0004    | 支援中 |
        | R7-0005    | 終結   |

        評価・終結票
        | 評価番号    | ケース番号 | 評価種別     | 結論 |
        | E-R7-0001-1 | R7-0001    | 終結         | 終結 |
        | E-R7-0002-1 | R7-0002    | モニタリング | 継続 |
        | E-R7-0005-1 | R7-0005    | モニタリング | 終結 |
        """,
        rules="CASE-014",
    )

    assert found == ["B3 状態 CASE-014", "B4 状態 CASE-014"]


def test_closing_day__is_not_before_intake_nor_before_counted_contacts(messages):
    """CASE-015: contacts that are not counted (非計上, 所内会議) may follow."""
    found = messages(
        """
        相談受付簿
        | ケース番号 | 受付日     | 終結日     |
        | R7-0001    | 2025-06-01 | 2025-06-01 |
        | R7-0002    | 2025-06-01 | 2025-05-31 |
        | R7-0003    | 2025-06-01 | 2025-07-01 |
        | R7-0004    | 2025-06-01 | 2025-07-01 |
        | R7-0005    | 2025-06-01 |            |

        支援経過記録
        | 記録番号   | ケース番号 | 日時       | 方法     | 計上     |
        | K-R7-00001 | R7-0003    | 2025-07-01 | 電話     | 延べ計上 |
        | K-R7-00002 | R7-0003    | 2025-07-02 | 電話     | 非計上   |
        | K-R7-00003 | R7-0003    | 2025-07-03 | 所内会議 | 延べ計上 |
        | K-R7-00004 | R7-0004    | 2025-07-02 | 電話     | 延べ計上 |
        """,
        rules="CASE-015",
    )

    assert found == [
        "要確認 終結日「令和7年5月31日」が受付日より前です。どちらの日付も確認してください。",
        "要確認 終結日「令和7年7月1日」より後に支援経過があります。再開として登録してください。",
    ]


def test_household__is_one_at_one_address(messages):
    """CASE-016: width, spaces, dashes and old forms of a surname do not hide a family."""
    found = messages(
        """
        相談受付簿
        | ケース番号 | 世帯番号 | 氏名        | 住所                 |
        | R7-0001    | S0001    | 髙野 ぶどう | 甲州市勝沼町1－2     |
        | R7-0002    | S0002    | 高野　もも  | 甲州市勝沼町１ー２   |
        | R7-0003    | S0001    | 高野 すもも | 甲州市 勝沼町1-2     |
        | R7-0004    | S0003    | 大和 かき   | 甲州市勝沼町1-2      |
        | R7-0005    | S0004    | 高野 くり   | 甲州市勝沼町1-3      |
        """,
        rules="CASE-016",
    )

    assert found == [
        "参考 同じ住所に別の世帯番号「S0002」のケースがあります。［名寄せ］で、同じ世帯かを確かめてください。",
        "参考 同じ住所に別の世帯番号「S0001」のケースがあります。［名寄せ］で、同じ世帯かを確かめてください。",
        "参考 同じ住所に別の世帯番号「S0002」のケースがあります。［名寄せ］で、同じ世帯かを確かめてください。",
    ]


def test_household__is_not_guessed_from_an_address_without_a_number(check):
    """CASE-016: 不定 or a bare place name is shared by strangers; blanks are no address."""
    found = check(
        """
        相談受付簿
        | ケース番号 | 世帯番号 | 氏名      | 住所   |
        | R7-0001    | S0001    | 高野 もも | 不定   |
        | R7-0002    | S0002    | 高野 くり | 不定   |
        | R7-0003    | S0003    | 高野 うめ |        |
        | R7-0004    |          | 高野 かき | 大和1  |
        | R7-0005    | S0005    | 高野 なし | 大和1  |
        | R7-0006    | S0006    |           | 大和1  |
        """,
        rules="CASE-016",
    )

    assert found == []


def test_household__is_told_to_all_of_many_at_one_address():
    """CASE-016: 3,000 cases in one house are grouped, not compared with each other."""
    book = register(
        "相談受付簿\n| ケース番号 | 世帯番号 | 氏名 | 住所 |\n"
        + "\n".join(f"| R7-{n:04} | S{n:04} | 高野 太郎 | 大和1 |" for n in range(1, 3001))
    )

    found = dict(apply_rule(household_is_one, book.cases, book, {}))

    assert len(found) == 3000
    assert "「S0002」" in found[book.case_by_no["R7-0001"]].message


def test_complex_case__has_a_team(check):
    """CASE-017: 多機関協働 without a second agency is no team."""
    found = check(
        """
        相談受付簿
        | 多機関協働該当 | 副担当機関 |
        | ○             | 社協、病院 |
        |                |            |
        | ○             |            |
        """,
        rules="CASE-017",
    )

    assert found == ["B4 副担当機関 CASE-017"]


def test_protected_case__is_not_named_in_a_meeting(messages):
    """CASE-018: only an open item of an L0 meeting, by case or by plan, would print the address."""
    found = messages(
        """
        相談受付簿
        | ケース番号 | 取扱注意               |
        | R7-0001    | 支援措置（DV等）、虐待 |
        | R7-0002    | 支援措置（DV等）       |
        | R7-0003    | 支援措置（DV等）       |
        | R7-0004    | 虐待                   |
        | R7-0005    | 支援措置（DV等）       |

        支援プラン
        | プラン番号  | ケース番号 |
        | P-R7-0005-1 | R7-0005    |

        会議台帳
        | 会議番号 | 匿名化水準 |
        | JU-R7-01 | L0         |
        | SK-R7-01 | L1         |

        会議案件
        | 会議番号 | 案件番号 | ケース番号 | プラン番号  | 結論 |
        | JU-R7-01 | 1        | R7-0001    |             |      |
        | SK-R7-01 | 1        | R7-0002    |             |      |
        | JU-R7-01 | 2        | R7-0003    |             | 適切 |
        | JU-R7-01 | 3        | R7-0004    |             |      |
        | JU-R7-01 | 4        |            | P-R7-0005-1 |      |
        """,
        rules="CASE-018",
    )

    message = (
        "要修正 DV等支援措置の対象です。会議「JU-R7-01」の匿名化水準をL1にするか、"
        "案件から外してください。"
    )
    assert found == [message, message]


def test_ending__is_dated(check):
    """CASE-026: 終結 asks for day and reason, 中断 for its day."""
    found = check(
        """
        相談受付簿
        | 状態   | 終結日     | 終結理由 | 中断日     |
        | 終結   | 2025-12-01 | 課題解決 |            |
        | 中断   |            |          | 2025-12-01 |
        | 支援中 |            |          |            |
        | 終結   |            |          |            |
        | 中断   |            |          |            |
        """,
        rules="CASE-026",
    )

    assert found == ["B5 終結日 CASE-026", "C5 終結理由 CASE-026", "D6 中断日 CASE-026"]
