"""Rules for 評価・終結票."""


def test_closing__leaves_problems_and_a_contact(check):
    """EVAL-016: only the conclusion 終結 asks for both."""
    found = check(
        """
        評価・終結票
        | 評価番号    | 結論 | 残された課題 | 終結後の見守り・連絡先 |
        | E-R7-0001-1 | 終結 | なし         | 民生委員               |
        | E-R7-0002-1 | 継続 |              |                        |
        | E-R7-0003-1 | 終結 |              |                        |
        | E-R7-0004-1 | 終結 | 通院の継続   |                        |
        """,
        rules="EVAL-016",
    )

    assert found == [
        "C4 残された課題 EVAL-016",
        "D4 終結後の見守り・連絡先 EVAL-016",
        "D5 終結後の見守り・連絡先 EVAL-016",
    ]


def test_closing__of_a_multi_agency_plan_goes_to_the_conference(check):
    """EVAL-017: another meeting does not do; plans of one window need none."""
    found = check(
        """
        会議台帳
        | 会議番号 | 会議種別       |
        | JU-R7-01 | 重層的支援会議 |
        | SK-R7-01 | 支援会議       |

        支援プラン
        | プラン番号  | プラン種別 |
        | P-R7-0001-1 | 多機関協働 |
        | P-R7-0002-1 | 窓口単独   |

        評価・終結票
        | 評価番号    | 結論 | プラン番号  | 会議番号 |
        | E-R7-0001-1 | 終結 | P-R7-0001-1 | JU-R7-01 |
        | E-R7-0001-2 | 継続 | P-R7-0001-1 |          |
        | E-R7-0002-1 | 終結 | P-R7-0002-1 |          |
        | E-R7-0003-1 | 終結 |             |          |
        | E-R7-0001-3 | 終結 | P-R7-0001-1 |          |
        | E-R7-0001-4 | 終結 | P-R7-0001-1 | SK-R7-01 |
        """,
        rules="EVAL-017",
    )

    assert found == ["D6 会議番号 EVAL-017", "D7 会議番号 EVAL-017"]


def test_missing_resource__is_registered(check):
    """EVAL-018: なし is nothing missing."""
    found = check(
        """
        評価・終結票
        | 評価番号    | 不足した社会資源 | 資源番号 |
        | E-R7-0001-1 | 夜間の居場所     | SR001    |
        | E-R7-0002-1 | なし             |          |
        | E-R7-0003-1 |                  |          |
        | E-R7-0004-1 | 夜間の居場所     |          |
        """,
        rules="EVAL-018",
    )

    assert found == ["B5 不足した社会資源 EVAL-018"]
