"""K01〜K24: the indicators that tell whether the plan's principles are being kept.

An indicator has one main line, which a target may be set for, and further lines (K04-2).
Monthly figures come from the merged forms, everything else from the register.
"""

from __future__ import annotations

from juso.koshu import register_measures as of_register
from juso.koshu.amount import Amount
from juso.koshu.indicator import (
    Indicator,
    MonthlyFigures,
    monthly,
    of_city,
    of_form,
    of_sites,
    ratio,
    registered,
)
from juso.koshu.tally.sites import community_sites


def _continued(f: MonthlyFigures) -> Amount:
    base = f.at_start("E01") + f.city("E02") + f.city("E03")
    stopped = f.city("E05").percent_of(base)
    return stopped.minus_from(100)


def _between_windows(f: MonthlyFigures) -> Amount:
    return Amount.total(map(f.city, ("F11", "F12", "F13", "F14")))


INDICATORS = (
    Indicator(
        "K01",
        "相談の継続率",
        "％",
        "1－E05累計÷(E01の4月＋E02累計＋E03累計)",
        "4(1)①",
        monthly(_continued),
    ),
    Indicator(
        "K02",
        "最終接触から60日を超えた割合",
        "％",
        "E07÷E06（3月末）",
        "4(1)①",
        ratio("E07", "E06"),
        lower_is_better=True,
    ),
    Indicator(
        "K03",
        "相談の中断率",
        "％",
        "E05÷(E04＋E05)",
        "4(1)②",
        ratio("E05", "E04", "E05"),
        lower_is_better=True,
    ),
    Indicator("K03-2", "中断件数", "件", "E05", "4(1)②", of_city("E05"), lower_is_better=True),
    Indicator("K04", "つなぎの確認率", "％", "F02÷F01", "4(1)③", ratio("F02", "F01")),
    Indicator(
        "K04-2",
        "初回接触の確認までの日数（中央値）",
        "日",
        "初回接触確認日－依頼日の中央値（つなぎ・引継票）",
        "4(1)③",
        registered(of_register.days_to_first_contact),
        lower_is_better=True,
    ),
    Indicator("K05", "同行によるつなぎの割合", "％", "F03÷F01", "4(1)③", ratio("F03", "F01")),
    Indicator(
        "K06",
        "当面の目標の設定率",
        "％",
        "当面の目標が具体的なプラン÷有効プラン",
        "4(2)①",
        registered(of_register.plans_with_goal),
    ),
    Indicator(
        "K07",
        "課題と支援内容の明確率",
        "％",
        "全ての行に課題と支援内容があるプラン÷有効プラン",
        "4(2)②",
        registered(of_register.plans_with_clear_lines),
    ),
    Indicator("K08", "支援期日の設定率", "％", "G05÷G04（3月末）", "4(2)③", ratio("G05", "G04")),
    Indicator(
        "K08-2",
        "期限内実施率",
        "％",
        "期日までに完了した行÷完了した行（プラン明細）",
        "4(2)③",
        registered(of_register.lines_done_in_time),
    ),
    Indicator(
        "K08-3",
        "期限を超えたプラン",
        "件",
        "G06（3月末）",
        "4(2)③",
        of_city("G06"),
        lower_is_better=True,
    ),
    Indicator("K09", "チーム支援率", "％", "G07÷G04（3月末）", "4(3)①", ratio("G07", "G04")),
    Indicator(
        "K09-2",
        "1プラン当たりの担当機関数",
        "機関",
        "担当機関の数÷有効プラン",
        "4(3)①",
        registered(of_register.agencies_per_plan),
        is_mean=True,
    ),
    Indicator(
        "K10",
        "引継ぎの完了率",
        "％",
        "完了÷担当移管（つなぎ・引継票）",
        "4(3)②",
        registered(of_register.handovers_completed),
    ),
    Indicator(
        "K10-2",
        "引継ぎ後のフォロー実施率",
        "％",
        "フォロー結果のあるもの÷担当移管",
        "4(3)②",
        registered(of_register.handovers_followed_up),
    ),
    Indicator(
        "K11",
        "書面による同意の確認率",
        "％",
        "同意方法が書面のもの÷受付（相談受付簿）",
        "4(3)③",
        registered(of_register.consents_in_writing),
    ),
    Indicator(
        "K11-2",
        "同意のないまま支援会議で扱った件数",
        "件",
        "支援会議の案件のうち同意のないケース",
        "4(3)③",
        registered(of_register.discussed_without_consent),
        counts_cases=True,
    ),
    Indicator("K12", "属性外相談の受付件数", "件", "A02", "5(1)", of_city("A02")),
    Indicator(
        "K12-2",
        "属性外相談の対応率",
        "％",
        "1－情報提供のみでつなぎのないもの÷属性外相談",
        "5(1)",
        registered(of_register.off_attribute_answered),
    ),
    Indicator("K13", "手続きのついでの相談件数", "件", "A05", "5(2)", of_city("A05")),
    Indicator("K13-2", "匿名・秘匿希望の相談件数", "件", "A04", "5(2)", of_city("A04")),
    Indicator("K14", "サービス・給付の申請につながった件数", "件", "F05", "5(3)", of_city("F05")),
    Indicator("K15", "4窓口間のつなぎ件数", "件", "F11～F14", "6(1)", monthly(_between_windows)),
    Indicator("K16", "多機関協働の受理件数", "件", "M02", "6(2)", of_form("M", "M02")),
    Indicator("K16-2", "多機関協働の新規プラン", "件", "M05", "6(2)", of_form("M", "M05")),
    Indicator("K16-3", "多機関協働の終結", "件", "M08", "6(2)", of_form("M", "M08")),
    Indicator(
        "K16-4",
        "受付からプラン決定までの平均日数",
        "日",
        "多機関協働の新規プランの決定日－受付日",
        "6(2)",
        registered(of_register.days_to_plan),
        lower_is_better=True,
    ),
    Indicator(
        "K17",
        "研修等の開催回数",
        "回",
        "研修記録の行数",
        "6(3)",
        registered(of_register.trainings_held),
    ),
    Indicator(
        "K17-2",
        "研修等の参加者数",
        "人",
        "参加者の計",
        "6(3)",
        registered(of_register.training_participants),
    ),
    Indicator(
        "K17-3",
        "課長級が参加した研修等の割合",
        "％",
        "課長級の参加のあった回÷開催回数",
        "6(3)",
        registered(of_register.trainings_with_heads),
    ),
    Indicator(
        "K17-4",
        "庁内連携委員会の課別出席率",
        "％",
        "出席した課の延べ数÷(4課×開催回数)",
        "6(3)",
        registered(of_register.divisions_present),
    ),
    Indicator("K18", "アウトリーチ等の対象者数", "人", "O03（3月）", "7(3)", of_form("O", "O03")),
    Indicator("K18-2", "本人と会えた家庭訪問", "回", "O07", "7(3)", of_form("O", "O07")),
    Indicator("K18-3", "相談支援につながった人数", "人", "O11", "7(3)", of_form("O", "O11")),
    Indicator("K19", "参加支援の対象者数", "人", "P03（3月）", "7(4)", of_form("P", "P03")),
    Indicator("K19-2", "協力事業者・受入先", "か所", "P11（3月末）", "7(4)", of_form("P", "P11")),
    Indicator("K19-3", "定着した人数", "人", "P10", "7(4)", of_form("P", "P10")),
    Indicator(
        "K20",
        "地域づくり事業の拠点数",
        "か所",
        "拠点台帳",
        "7(5)",
        registered(of_register.community_places),
    ),
    Indicator(
        "K20-2",
        "地域づくり事業の参加延べ人数",
        "人",
        f"R02（{len(community_sites())}拠点の計）",
        "7(5)",
        of_sites("R02"),
    ),
    Indicator(
        "K20-3", "参加・協力機関数（拠点ごとの計）", "機関", "R10（3月末）", "7(5)", of_sites("R10")
    ),
    Indicator("K20-4", "相談窓口へつながった件数", "件", "R08", "7(5)", of_sites("R08")),
    Indicator(
        "K21", "3会議の開催回数", "回", "会議台帳", "8", registered(of_register.meetings_held)
    ),
    Indicator(
        "K21-2", "3会議の案件数", "件", "会議案件", "8", registered(of_register.items_discussed)
    ),
    Indicator(
        "K21-3",
        "決定事項の期限内完了率",
        "％",
        "期限内に完了÷期限の到来した決定事項",
        "8",
        registered(of_register.decisions_in_time),
    ),
    Indicator(
        "K22",
        "連携先との連携件数",
        "件",
        "支援経過記録＋つなぎ・引継票",
        "9",
        registered(of_register.partner_contacts),
    ),
    Indicator(
        "K22-2",
        "実績のない連携先",
        "機関",
        "17連携先のうち連携0件",
        "9",
        registered(of_register.partners_unused),
        lower_is_better=True,
    ),
    Indicator(
        "K23",
        "不足している社会資源",
        "件",
        "充足状況が一部不足・不足・なし",
        "8(1)",
        registered(of_register.resources_short),
        lower_is_better=True,
    ),
    Indicator(
        "K23-2",
        "うち開発に着手したもの",
        "件",
        "開発状況が検討・試行・実施",
        "8(1)",
        registered(of_register.resources_in_development),
    ),
    Indicator(
        "K23-3",
        "充足した社会資源",
        "件",
        "充足状況が充足",
        "8(1)",
        registered(of_register.resources_enough),
    ),
    Indicator(
        "K24",
        "庁内での実施状況の確認・評価",
        "回",
        "庁内連携委員会で実施状況の確認・評価を行った回数",
        "10(2)",
        registered(of_register.status_reviews),
    ),
)
"""計画の基本方針から導いた指標（順は計画の項番）。"""


def indicators_of(clause: str) -> tuple[Indicator, ...]:
    """The indicators that a clause of the plan is judged by."""
    return tuple(i for i in INDICATORS if i.basis == clause)


def indicator(id: str) -> Indicator:
    """One indicator by its id; KeyError for another id."""
    return _BY_ID[id]


_BY_ID = {i.id: i for i in INDICATORS}
