"""Figures of the monthly forms counted from registers in text."""

from __future__ import annotations

import pytest

from juso.core.calendar import FiscalYear, Month
from juso.koshu.tally.counts import COUNTS, count, rows_behind
from juso.koshu.tally.items import FORMS, items_by_code
from tables import register

R7 = FiscalYear(2025)

AGENCIES = """
    関係機関マスタ
    | 機関コード | 正式名 | 略称 | 区分 | 窓口 | 連携先17 |
    | W01 | 地域包括支援センター | 包括 | 4窓口 | 介護 | |
    | W04 | 自立相談支援窓口 | 自立相談 | 4窓口 | 生活困窮 | |
    | D01 | 福祉総合支援課 | 総合支援課 | 4課 | | |
    | R12 | 教育委員会 | 教育委員会 | 17連携先 | | 教育委員会・学校等 |
    | X01 | 訪問介護事業所 | X事業所 | その他 | | |
"""


def figures(text: str, form: str, codes: str, today: str = "2026-03-31") -> dict[str, list[float]]:
    """The named figures of a form from April on."""
    book = register(text + AGENCIES, today)
    found = count(book, form, R7)
    months = [m for m in R7.months if m.first_day <= book.today]
    return {code: [found[code, m] for m in months] for code in codes.split()}


def test_definitions__name_items_of_their_form():
    """Every counted code is a row of its form, once."""
    for form in FORMS:
        codes = [definition.code for definition in COUNTS[form.code]]
        assert len(codes) == len(set(codes))
        assert set(codes) <= set(items_by_code(form.code))


def test_new_cases__are_split_by_sex_age_route_and_area():
    """A01 and B: a consultation counts once in each breakdown; an unknown area is 不明."""
    text = """
    相談受付簿
    | ケース番号 | 受付日 | 受付窓口 | 相談経路 | 性別 | 生年月日 | 地区 | 相談の入り方 | 対象属性 | 課題区分 |
    | R7-0001 | 2025-04-10 | 介護 | 家族・親族 | 女性 | 1944-05-01 | 勝沼 | 予約 | 高齢 | 認知症・介護 |
    | R7-0002 | 2025-04-30 | 介護 | アウトリーチで把握 | 男性 | | どこか | 手続きのついで | こども | 子育て・養育、就労 |
    | R7-0003 | 2025-05-01 | 介護 | 本人（電話） | 女性 | 1990-01-01 | 大和 | 匿名・秘匿希望 | 高齢 | 認知症・介護 |
    | R7-0004 | 2025-04-10 | 障害 | 本人（電話） | 女性 | 1990-01-01 | 大和 | 予約 | 障害 | 就労 |
    """

    found = figures(
        text, "W1", "A01 A02 A03 A04 A05 A06 B01 B02 B20 B22 B34 B42 B54 B57", "2025-05-31"
    )

    assert found == {
        "A01": [2, 1],
        "A02": [1, 0],
        "A03": [1, 0],
        "A04": [0, 1],
        "A05": [1, 0],
        "A06": [1, 0],
        "B01": [1, 0],
        "B02": [1, 1],
        "B20": [1, 0],
        "B22": [1, 0],
        "B34": [1, 0],
        "B42": [1, 0],
        "B54": [1, 0],
        "B57": [1, 0],
    }


REOPENED = """
    相談受付簿
    | ケース番号 | 受付日 | 受付窓口 | スクリーニング日 | スクリーニング結果 | 状態 | 終結日 | 終結理由 | 再開元ケース番号 |
    | R6-0001 | 2024-06-03 | 介護 | 2024-06-05 | 自窓口で継続 | 終結 | 2025-04-11 | 課題解決 | |
    | R7-0001 | 2025-06-02 | 介護 | 2025-06-03 | 自窓口で継続 | 支援中 | | | R6-0001 |
    | R7-0002 | 2025-10-12 | 介護 | 2025-10-15 | 自窓口で継続 | 支援中 | | | R6-0001 |
"""


def test_reopening__is_new_only_after_six_months():
    """E03 within `reopen_months` of the closing, A01 and E02 one day after."""
    found = figures(REOPENED, "W1", "A01 E02 E03 E04 E41", "2025-10-31")

    assert found["A01"] == [0, 0, 0, 0, 0, 0, 1]
    assert found["E02"] == [0, 0, 0, 0, 0, 0, 1]
    assert found["E03"] == [0, 0, 1, 0, 0, 0, 0]
    assert found["E04"] == [1, 0, 0, 0, 0, 0, 0]
    assert found["E41"] == [1, 0, 0, 0, 0, 0, 0]


def test_continued_cases__are_carried_over_the_year_end():
    """E01 of April holds the cases of the year before; E06 is the next month's E01."""
    found = figures(REOPENED, "W1", "E01 E06", "2025-10-31")

    assert found["E01"] == [1, 0, 0, 1, 1, 1, 1]
    assert found["E06"] == [0, 0, 1, 1, 1, 1, 2]


def test_outcomes__count_in_the_month_of_screening():
    """D: a result counts when it was found; until then, or while 対応検討中, the case is in D09."""
    text = """
    相談受付簿
    | ケース番号 | 受付日 | 受付窓口 | スクリーニング日 | スクリーニング結果 |
    | R7-0001 | 2025-04-28 | 介護 | 2025-05-07 | 情報提供・相談のみで終了 |
    | R7-0002 | 2025-04-10 | 介護 | 2025-04-12 | 対応検討中 |
    | R7-0003 | 2025-05-10 | 介護 | | |
    | R7-0004 | 2025-05-10 | 介護 | 2025-05-10 | 多機関協働へつなぎ |
    """

    found = figures(text, "W1", "A01 D01 D05 D09", "2025-06-30")

    assert found == {"A01": [2, 2, 0], "D01": [0, 1, 0], "D05": [0, 1, 0], "D09": [2, 2, 2]}


CONTACTS = """
    相談受付簿
    | ケース番号 | 世帯番号 | 受付日 | 受付窓口 | 性別 | 課題区分 | スクリーニング日 | スクリーニング結果 | 状態 |
    | R7-0001 | S0001 | 2025-04-01 | 介護 | 女性 | 認知症・介護、住まい | 2025-04-02 | 自窓口で継続 | 支援中 |
    | R7-0002 | S0001 | 2025-04-01 | 介護 | 男性 | ひきこもり | 2025-04-02 | 自窓口で継続 | 支援中 |
    支援経過記録
    | 記録番号 | ケース番号 | 日時 | 対応機関 | 事業区分 | 方法 | 相手 | 計上 | 本人に会えた | 手紙・投函 |
    | K-R7-00001 | R7-0001 | 2025-04-01 10:00 | 包括 | 包括的相談支援 | 来所 | 本人 | 延べ計上 | | |
    | K-R7-00002 | R7-0001 | 2025-04-02 10:00 | 包括 | 包括的相談支援 | 訪問 | 本人 | 延べ計上 | | |
    | K-R7-00003 | R7-0002 | 2025-04-02 11:00 | 包括 | 包括的相談支援 | 所内会議 | 支援機関 | 延べ計上 | | |
    | K-R7-00004 | R7-0002 | 2025-04-03 11:00 | 包括 | 包括的相談支援 | 電話 | 家族 | 非計上 | | |
    | K-R7-00005 | R7-0002 | 2025-05-12 10:00 | 包括 | 包括的相談支援 | 個別ケース会議 | 支援機関 | 延べ計上 | | |
    | K-R7-00006 | R7-0002 | 2025-05-13 10:00 | 総合支援課 | アウトリーチ等 | 訪問 | 本人 | 延べ計上 | × | ○ |
    | K-R7-00007 | R7-0002 | 2025-06-13 10:00 | 総合支援課 | アウトリーチ等 | 訪問 | 本人 | 延べ計上 | ○ | |
    | K-R7-00008 | | 2025-05-13 10:00 | 包括 | 地域づくり | その他 | 近隣 | 延べ計上 | | |
"""


def test_contacts__count_without_internal_uncounted_and_nameless_ones():
    """A10–A14 and C: 所内会議, 非計上 and contacts without a person are left out."""
    found = figures(CONTACTS, "W1", "A10 A11 A12 A13 A14 C02 C03 C06 C23 C30 C32 H03", "2025-05-31")

    assert found == {
        "A10": [2, 1],
        "A11": [1, 1],
        "A12": [1, 2],
        "A13": [1, 1],
        "A14": [1, 1],
        "C02": [1, 0],
        "C03": [1, 0],
        "C06": [0, 1],
        "C23": [2, 0],
        "C30": [2, 0],
        "C32": [0, 1],
        "H03": [0, 1],
    }


def test_stale_cases__are_those_without_contact_for_over_sixty_days():
    """E07: 59 days after the last contact is not stale, 90 days is; any agency's contact counts."""
    found = figures(CONTACTS, "W1", "E06 E07", "2025-08-31")

    assert found == {"E06": [2, 2, 2, 2, 2], "E07": [0, 0, 1, 1, 2]}


def test_outreach__follows_letters_visits_and_the_first_meeting():
    """O: one person noticed in May, visited twice, met in June and under way since."""
    found = figures(
        CONTACTS, "O", "O01 O01g O02 O03 O05 O06 O07 O10 O13a O13b O13 O14", "2025-06-30"
    )

    assert found == {
        "O01": [0, 1, 0],
        "O01g": [0, 1, 0],
        "O02": [0, 1, 1],
        "O03": [0, 1, 1],
        "O05": [0, 1, 0],
        "O06": [0, 1, 1],
        "O07": [0, 0, 1],
        "O10": [0, 0, 1],
        "O13a": [0, 0, 1],
        "O13b": [0, 1, 0],
        "O13": [0, 1, 1],
        "O14": [0, 1, 1],
    }


REFERRALS = """
    相談受付簿
    | ケース番号 | 受付日 | 受付窓口 |
    | R7-0001 | 2025-04-01 | 介護 |
    つなぎ・引継票
    | 引継番号 | ケース番号 | 種別 | 引継元機関 | 引継先機関 | 連携先17 | 依頼日 | 方法 | 同意確認 | 受領日 | 初回接触予定日 | 初回接触確認日 | 結果 |
    | H-R7-0001 | R7-0001 | 窓口間 | 包括 | 自立相談 | | 2025-04-01 | 同行 | 同意あり（書面） | 2025-04-02 | 2025-04-05 | 2025-05-02 | 受入 |
    | H-R7-0002 | R7-0001 | 多機関協働へ | 包括 | 総合支援課 | | 2025-04-10 | 会議 | 同意あり（書面） | 2025-04-12 | 2025-05-20 | | 差戻し |
    | H-R7-0003 | R7-0001 | 支援機関間（担当移管） | 包括 | 教育委員会 | 教育委員会・学校等 | 2025-05-01 | 電話 | 同意あり（書面） | | 2025-05-20 | | 本人辞退 |
    | H-R7-0004 | R7-0001 | 制度申請 | 包括 | X事業所 | | 2025-05-01 | 電話 | 同意あり（書面） | | 2025-06-20 | | |
    | H-R7-0005 | R7-0001 | アウトリーチへ | 教育委員会 | 総合支援課 | | 2025-05-01 | 電話 | 未確認（働きかけ中） | | 2025-06-20 | | |
"""


def test_referrals__wait_until_met_or_returned():
    """F: met and returned ones leave F04 in their month; targets add up to F01."""
    found = figures(REFERRALS, "W1", "F01 F02 F03 F04 F05 F06 F14 F15 F29 F35", "2025-05-31")

    assert found == {
        "F01": [2, 2],
        "F02": [0, 1],
        "F03": [1, 0],
        "F04": [1, 1],
        "F05": [0, 1],
        "F06": [1, 1],
        "F14": [1, 0],
        "F15": [1, 0],
        "F29": [0, 1],
        "F35": [0, 1],
    }


def test_referrals__are_received_by_programme_and_source():
    """M01 and O01: by the window or agency that referred."""
    assert figures(REFERRALS, "M", "M01 M01a M01f M02 M03 M04", "2025-04-30") == {
        "M01": [1],
        "M01a": [1],
        "M01f": [0],
        "M02": [0],
        "M03": [1],
        "M04": [1],
    }
    assert figures(REFERRALS, "O", "O01 O01c O01d", "2025-05-31") == {
        "O01": [0, 1],
        "O01c": [0, 0],
        "O01d": [0, 1],
    }


PLANS = """
    相談受付簿
    | ケース番号 | 受付日 | 受付窓口 | 状態 | 終結理由 | 終結日 |
    | R7-0001 | 2025-04-01 | 介護 | 終結 | 目標達成 | 2025-07-31 |
    | R7-0002 | 2025-04-01 | 介護 | 支援中 | | |
    支援プラン
    | プラン番号 | ケース番号 | プラン種別 | 区分 | 作成日 | 作成機関 | 支援終了予定日 | 決定日 | 状態 |
    | P-R7-0001-1 | R7-0001 | 多機関協働 | 新規 | 2025-04-20 | 総合支援課 | 2025-05-31 | 2025-04-30 | 評価済 |
    | P-R7-0001-2 | R7-0001 | 多機関協働 | 再プラン | 2025-06-02 | 総合支援課 | 2025-09-30 | 2025-06-10 | 終結 |
    | P-R7-0002-1 | R7-0002 | 窓口単独 | 新規 | 2025-04-05 | 包括 | 2025-05-15 | 2025-04-06 | 実施中 |
    | P-R7-0002-2 | R7-0002 | 窓口単独 | 新規 | 2025-05-05 | 包括 | | | 案 |
    プラン明細
    | プラン番号 | 行番号 | 担当機関 |
    | P-R7-0001-1 | 1 | 包括 |
    | P-R7-0001-1 | 2 | 総合支援課 |
    | P-R7-0001-2 | 1 | 包括 |
    | P-R7-0002-1 | 1 | 包括 |
    | P-R7-0002-1 | 2 | 包括 |
    評価・終結票
    | 評価番号 | プラン番号 | ケース番号 | 評価日 | 評価種別 | 結論 | 終結理由 |
    | E-R7-0001-1 | P-R7-0001-1 | R7-0001 | 2025-06-02 | 再プラン | 再プラン | |
    | E-R7-0001-2 | P-R7-0001-2 | R7-0001 | 2025-07-25 | 終結 | 終結 | 課題解決 |
    | E-R7-0002-1 | P-R7-0002-1 | R7-0002 | 2025-06-20 | モニタリング | 継続 | |
"""


def test_plans__are_active_from_decision_to_end():
    """G: drafts are not 有効; overdue at the end of the month after the last day."""
    found = figures(PLANS, "W1", "G01 G02 G03 G04 G05 G06 G07", "2025-06-30")

    assert found == {
        "G01": [1, 1, 0],
        "G02": [0, 0, 0],
        "G03": [0, 0, 1],
        "G04": [1, 1, 1],
        "G05": [1, 1, 1],
        "G06": [0, 1, 1],
        "G07": [0, 0, 0],
    }


def test_multi_agency_support__runs_from_first_plan_to_closing_evaluation():
    """M10: one case from April to its closing in July, with the reason of the evaluation."""
    found = figures(PLANS, "M", "M05 M06 M08 M08a M08b M09 M10a M10b M10 M14 M15", "2025-07-31")

    assert found == {
        "M05": [1, 0, 0, 0],
        "M06": [0, 0, 1, 0],
        "M08": [0, 0, 0, 1],
        "M08a": [0, 0, 0, 1],
        "M08b": [0, 0, 0, 0],
        "M09": [0, 0, 0, 0],
        "M10a": [0, 1, 1, 1],
        "M10b": [0, 0, 0, 0],
        "M10": [1, 1, 1, 0],
        "M14": [2, 0, 1, 0],
        "M15": [0, 0, 0, 0],
    }


MEETINGS = """
    会議台帳
    | 会議番号 | 会議種別 | 開催日 |
    | JU-R7-01 | 重層的支援会議 | 2025-04-20 |
    | SK-R7-01 | 支援会議 | 2025-04-25 |
    | SK-R7-02 | 支援会議 | 2025-05-25 |
    会議出席
    | 会議番号 | 案件番号 | 機関 | 氏名 | 出席区分 |
    | JU-R7-01 | 0 | 包括 | 甲 | 出席 |
    | JU-R7-01 | 1 | 包括 | 乙 | オンライン |
    | JU-R7-01 | 0 | 総合支援課 | 丙 | 出席 |
    | SK-R7-01 | 0 | 包括 | 甲 | 出席 |
    | SK-R7-02 | 0 | 包括 | 甲 | 欠席 |
    会議案件
    | 会議番号 | 案件番号 | 案件区分 | 提出機関 |
    | JU-R7-01 | 1 | 支援計画の適切性の協議 | 包括 |
    | JU-R7-01 | 2 | 社会資源の充足状況の把握と開発に向けた検討 | 総合支援課 |
    | SK-R7-02 | 1 | 気になる事案の情報提供・情報共有 | 包括 |
"""


def test_meetings__count_once_for_each_agency_that_was_there():
    """H01, H02, H04 and M11–M13: two people of one agency are one attendance."""
    assert figures(MEETINGS, "W1", "H01 H02 H04", "2025-05-31") == {
        "H01": [1, 0],
        "H02": [1, 0],
        "H04": [1, 1],
    }
    assert figures(MEETINGS, "M", "M11 M12 M12a M12b M12c M13", "2025-04-30") == {
        "M11": [1],
        "M12": [2],
        "M12a": [1],
        "M12b": [0],
        "M12c": [1],
        "M13": [2],
    }


def test_participation__follows_home_support_matches_and_the_way_out():
    """P: from the first contact to the closing, which led to work."""
    text = """
    相談受付簿
    | ケース番号 | 受付日 | 受付窓口 | 状態 | 終結日 |
    | R7-0001 | 2025-04-01 | 生活困窮 | 終結 | 2025-07-10 |
    支援経過記録
    | 記録番号 | ケース番号 | 日時 | 対応機関 | 事業区分 | 方法 | 相手 | 計上 |
    | K-R7-00001 | R7-0001 | 2025-04-11 10:00 | X事業所 | 参加支援 | 訪問 | 本人 | 延べ計上 |
    | K-R7-00002 | R7-0001 | 2025-04-12 10:00 | X事業所 | 参加支援 | 電話 | 本人 | 延べ計上 |
    | K-R7-00003 | R7-0001 | 2025-04-13 10:00 | X事業所 | 参加支援 | 来所 | 本人 | 延べ計上 |
    支援プラン
    | プラン番号 | ケース番号 | プラン種別 | 区分 | 作成日 | 作成機関 | 状態 |
    | P-R7-0001-1 | R7-0001 | 参加支援 | 新規 | 2025-05-20 | X事業所 | 終結 |
    プラン明細
    | プラン番号 | 行番号 | 資源番号 | 進捗 | 完了日 |
    | P-R7-0001-1 | 1 | SR001 | 完了 | 2025-06-05 |
    | P-R7-0001-1 | 2 | | 完了 | 2025-06-05 |
    評価・終結票
    | 評価番号 | プラン番号 | ケース番号 | 評価日 | 見られた変化 |
    | E-R7-0001-1 | P-R7-0001-1 | R7-0001 | 2025-07-10 | 孤立の軽減、就労開始 |
    """

    found = figures(
        text, "P", "P02 P03 P04 P08 P08a P08b P08c P09 P10 P13 P13a P13c P13e P14", "2025-09-30"
    )

    assert found == {
        "P02": [1, 0, 0, 0, 0, 0],
        "P03": [1, 1, 1, 1, 1, 1],
        "P04": [0, 1, 0, 0, 0, 0],
        "P08": [2, 0, 0, 0, 0, 0],
        "P08a": [1, 0, 0, 0, 0, 0],
        "P08b": [1, 0, 0, 0, 0, 0],
        "P08c": [1, 0, 0, 0, 0, 0],
        "P09": [0, 0, 1, 0, 0, 0],
        "P10": [0, 0, 0, 0, 0, 1],
        "P13": [0, 0, 0, 1, 0, 0],
        "P13a": [0, 0, 0, 1, 0, 0],
        "P13c": [0, 0, 0, 0, 0, 0],
        "P13e": [0, 0, 0, 0, 0, 0],
        "P14": [1, 1, 1, 0, 0, 0],
    }


def test_rows_behind__are_the_cases_a_figure_counts():
    """A difference can be explained case by case; what the register cannot tell has no rows."""
    book = register(REOPENED + AGENCIES)

    october = rows_behind(book, "W1", "A01", Month(2025, 10))

    assert [row.key for row in october or []] == ["R7-0002"]
    assert rows_behind(book, "W1", "H05", Month(2025, 10)) is None


def test_today__ends_the_months_and_the_events():
    """Months that have not begun have no figure; a meeting planned for later is not counted."""
    book = register(MEETINGS + AGENCIES, "2025-05-10")

    found = count(book, "W1", R7)

    assert {month for _, month in found} == {Month(2025, 4), Month(2025, 5)}
    assert found["H04", Month(2025, 5)] == 0


@pytest.mark.parametrize("form", [form.code for form in FORMS])
def test_empty_register__is_all_zero(form: str):
    """Nothing recorded is 0 everywhere, never missing."""
    assert set(count(register(""), form, R7).values()) <= {0}
