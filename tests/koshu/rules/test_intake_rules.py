"""Rules for the intake half of 相談受付簿."""


def test_case_number__reports_every_later_duplicate(check):
    """CASE-001: the first row keeps the number, each further one is told."""
    found = check(
        """
        相談受付簿
        | ケース番号 |
        | R7-0001    |
        | R7-0002    |
        | R7-0001    |
        | R7-0001    |
        """,
        rules="CASE-001",
    )

    assert found == ["A4 ケース番号 CASE-001", "A5 ケース番号 CASE-001"]


def test_case_number__names_the_row_it_repeats(messages):
    """The clerk reads which row has the number already."""
    found = messages(
        """
        相談受付簿
        | ケース番号 |
        | R7-0002    |
        | R7-0001    |
        | R7-0001    |
        """,
        rules="CASE-001",
    )

    assert found == [
        "要修正 ケース番号「R7-0001」は3行目と重複しています。別の番号を付け直してください。"
    ]


def test_intake_day__lies_between_program_start_and_today(check):
    """CASE-002: the first and last possible day pass, the days around them do not."""
    found = check(
        """
        相談受付簿
        | ケース番号 | 受付日     |
        | R4-0001    | 2022-04-01 |
        | R7-0001    | 2026-03-31 |
        | R7-0002    | 2026-04-01 |
        | R4-0002    | 2022-03-31 |
        | R7-0003    | 1025-04-01 |
        """,
        rules="CASE-002",
    )

    assert found == ["B4 受付日 CASE-002", "B5 受付日 CASE-002", "B6 受付日 CASE-002"]


def test_intake_day__belongs_to_the_year_of_the_number(messages):
    """CASE-002: R7-0001 received in R6 is only a question; a misformed number is not asked."""
    found = messages(
        """
        相談受付簿
        | ケース番号 | 受付日     |
        | R7-0001    | 2025-03-31 |
        | R6-0001    | 2025-03-31 |
        | 第1号      | 2025-03-31 |
        """,
        rules="CASE-002",
    )

    assert found == [
        "要確認 受付日の年度が番号「R7-0001」の年度と異なります。日付と番号を確認してください。"
    ]


def test_client__is_identified_unless_anonymous(check):
    """CASE-003: every part is asked for by itself; 匿名 and 生年月日不明 excuse."""
    found = check(
        """
        相談受付簿
        | ケース番号 | 匿名 | 氏名      | ふりがな   | 生年月日   | 生年月日不明 | 住所         |
        | R7-0001    |      | 塩山 桃子 | えんざん   | 1950-05-01 |              | 塩山上於曽1  |
        | R7-0002    | ○   |           |            |            |              |              |
        | R7-0003    |      | 塩山 葡萄 | えんざん   |            | ○           | 不定         |
        | R7-0004    |      |           |            |            |              |              |
        | R7-0005    |      | 勝沼 一郎 |            | 1980-01-01 |              | 勝沼町勝沼2  |
        """,
        rules="CASE-003",
    )

    assert found == [
        "C5 氏名 CASE-003",
        "E5 生年月日 CASE-003",
        "G5 住所 CASE-003",
        "D6 ふりがな CASE-003",
    ]


def test_caller__has_name_and_relation_when_not_the_client(check):
    """CASE-004: an anonymous consultation needs the relation only."""
    found = check(
        """
        相談受付簿
        | 来談者区分 | 匿名 | 来談者氏名 | 来談者続柄 |
        | 本人       |      |            |            |
        | 家族       |      | 大和 花子  | 長女       |
        | 知人・近隣 | ○   |            | 隣人       |
        | 家族       |      | 大和 花子  |            |
        | 民生委員   |      |            |            |
        """,
        rules="CASE-004",
    )

    assert found == [
        "D5 来談者続柄 CASE-004",
        "C6 来談者氏名 CASE-004",
        "D6 来談者続柄 CASE-004",
    ]


def test_anonymity__warns_of_what_identifies(messages):
    """CASE-005: one question per row names everything that was filled in."""
    found = messages(
        """
        相談受付簿
        | 匿名 | 氏名      | ふりがな | 住所        | 電話         |
        | ○   |           |          |             |              |
        |      | 塩山 桃子 |          |             | 0553-00-0000 |
        | ○   | 塩山 桃子 |          |             | 0553-00-0000 |
        | ○   |           |          | 塩山上於曽1 |              |
        """,
        rules="CASE-005",
    )

    assert found == [
        "要確認 匿名希望の相談に氏名・電話が入力されています。記録してよいか確認してください。",
        "要確認 匿名希望の相談に住所が入力されています。記録してよいか確認してください。",
    ]


def test_birthday__is_not_after_intake_and_not_before_110_years(messages):
    """CASE-006: an impossible order is an error, a great age a hint; unknown birthdays pass."""
    found = messages(
        """
        相談受付簿
        | 受付日     | 生年月日   |
        | 2025-05-01 | 2025-05-01 |
        | 2025-05-01 |            |
        | 2025-05-01 | 1914-05-02 |
        | 2025-05-01 | 2025-05-02 |
        | 2025-05-01 | 1914-05-01 |
        """,
        rules="CASE-006",
    )

    assert found == [
        "要修正 生年月日「令和7年5月2日」が受付日より後です。どちらの日付も確認してください。",
        "参考 受付時の年齢が111歳になります。生年月日の元号と年を確認してください。",
    ]


def test_attributes__suit_the_age(check):
    """CASE-027: 高齢 under 40 and nothing but こども from 65 are odd; a grandparent's mix is not."""
    found = check(
        """
        相談受付簿
        | 受付日     | 生年月日   | 対象属性     |
        | 2025-05-01 | 1985-05-01 | 高齢         |
        | 2025-05-01 | 1985-05-02 | 高齢、困窮   |
        | 2025-05-01 | 1960-05-01 | こども       |
        | 2025-05-01 | 1960-05-02 | こども       |
        | 2025-05-01 | 1940-01-01 | 高齢、こども |
        | 2025-05-01 |            | 高齢         |
        """,
        rules="CASE-027",
    )

    assert found == ["C3 対象属性 CASE-027", "C4 対象属性 CASE-027"]


def test_off_attribute_case__is_not_ended_with_information_only(check):
    """CASE-007: it passes when the window's own group is concerned or a referral exists."""
    found = check(
        """
        相談受付簿
        | ケース番号 | 受付窓口 | 対象属性     | スクリーニング結果         |
        | R7-0001    | 介護     | 高齢、困窮   | 情報提供・相談のみで終了   |
        | R7-0002    | 介護     | こども       | 情報提供・相談のみで終了   |
        | R7-0003    | 介護     | こども       | 自窓口で継続               |
        | R7-0004    | 子育て   | 障害         | 情報提供・相談のみで終了   |

        つなぎ・引継票
        | 引継番号  | ケース番号 |
        | H-R7-0001 | R7-0004    |
        """,
        rules="CASE-007",
    )

    assert found == ["D3 スクリーニング結果 CASE-007"]


def test_screening__is_in_time(messages):
    """CASE-008: 14 days pass, the 15th is counted out in the message."""
    text = """
        相談受付簿
        | 受付日     | スクリーニング結果 |
        | 2026-03-17 |                    |
        | 2026-03-16 |                    |
        | 2025-04-01 | 自窓口で継続       |
        """

    assert messages(text, rules="CASE-008") == [
        "要確認 受付から15日が経過しています。スクリーニング結果を入力してください。"
    ]
    assert len(messages(text, rules="CASE-008", settings={"screen_days": 7})) == 2


URGENT = """
    相談受付簿
    | ケース番号 | 受付日     | 緊急度    | 緊急の内容・初動 |
    | R7-0001    | 2026-03-02 | 即日      | 安否を確認した   |
    | R7-0002    | 2026-03-02 | 即日      | 安否を確認した   |
    | R7-0003    | 2026-03-02 | 3日以内   | 食料を届けた     |
    | R7-0004    | 2026-03-02 | 3日以内   | 食料を届けた     |
    | R7-0005    | 2026-03-02 | 2週間以内 |                  |

    支援経過記録
    | 記録番号   | ケース番号 | 日時             |
    | K-R7-00001 | R7-0001    | 2026-03-02 16:30 |
    | K-R7-00002 | R7-0002    | 2026-03-03 09:00 |
    | K-R7-00003 | R7-0003    | 2026-03-05 11:00 |
    | K-R7-00004 | R7-0004    | 2026-03-06 11:00 |
    """


def test_urgent_case__is_contacted_within_its_days(check):
    """CASE-009: 即日 means the day itself, 3日以内 up to the third day after."""
    assert check(URGENT, rules="CASE-009") == ["C3 緊急度 CASE-009", "C5 緊急度 CASE-009"]


def test_urgent_case__is_not_late_before_its_days_are_over(check):
    """CASE-009: on the last day itself nothing is missed yet."""
    found = check(
        """
        相談受付簿
        | ケース番号 | 受付日     | 緊急度  | 緊急の内容・初動 |
        | R7-0001    | 2026-03-31 | 即日    | 訪問を手配した   |
        | R7-0002    | 2026-03-28 | 3日以内 | 訪問を手配した   |
        | R7-0003    | 2026-03-28 | 3日以内 |                  |
        """,
        rules="CASE-009",
    )

    assert found == ["D4 緊急の内容・初動 CASE-009"]


def test_complex_case__is_considered_for_multi_agency_work(messages):
    """CASE-010: issues of one field, a ○ or a reason pass."""
    found = messages(
        """
        相談受付簿
        | 課題区分                       | 多機関協働該当 | 非該当の理由       |
        | 債務・滞納、就労               |                |                    |
        | 債務・滞納、家族関係           |                |                    |
        | 認知症・介護、ひきこもり       | ○             |                    |
        | 認知症・介護、ひきこもり       |                | 既存の会議で対応中 |
        | 認知症・介護、ひきこもり、不登校・教育 |        |                    |
        """,
        rules="CASE-010",
    )

    assert found == [
        "要確認 課題が3分野にまたがっています。多機関協働を検討し、○又は非該当の理由を入力してください。"
    ]


def test_consent__is_documented(check):
    """CASE-025: what is asked depends on whether consent is given, refused or by proxy."""
    found = check(
        """
        相談受付簿
        | 同意状況             | 同意日     | 同意方法     | 同意範囲(機関) | 同意範囲(情報) | 代理人氏名・続柄 | 不同意・未確認の理由 |
        | 同意あり（書面）     | 2025-05-01 | 書面         | 社協           | 基本情報       |                  |                      |
        | 代理人・保護者の同意 | 2025-05-01 | 代理人の書面 | 社協           | 基本情報       | 勝沼 梅子（母）  |                      |
        | 同意なし（拒否）     |            |              |                |                |                  | 家族に知られたくない |
        | 同意あり（書面）     |            | 書面         |                | 基本情報       |                  |                      |
        | 代理人・保護者の同意 | 2025-05-01 | 代理人の書面 | 社協           | 基本情報       |                  |                      |
        | 未確認（働きかけ中） |            |              |                |                |                  |                      |
        """,
        rules="CASE-025",
    )

    assert found == [
        "B5 同意日 CASE-025",
        "D5 同意範囲(機関) CASE-025",
        "F6 代理人氏名・続柄 CASE-025",
        "G7 不同意・未確認の理由 CASE-025",
    ]
