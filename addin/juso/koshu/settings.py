"""設定 sheet: the numbers a city may change without a programmer, with the plan's reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

CLOSURE = "閉庁日"  # the heading of the city's own closed days
DEFAULT_AREAS = ("塩山中央", "塩山東部", "塩山北部", "勝沼", "大和", "市外", "不明")


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number of the 設定 sheet."""

    key: str
    label: str
    value: int
    unit: str
    note: str


THRESHOLDS = (
    Threshold(
        "stale_days",
        "最終接触からの日数",
        60,
        "日",
        "超えると「連絡又は終結・中断の判断を」と知らせます。",
    ),
    Threshold("screen_days", "スクリーニングの期限", 14, "日", "受付日から数えます。"),
    Threshold("follow_up_days", "移管後のフォローの期限", 14, "日", "依頼日から数えます。"),
    Threshold("receipt_days", "引継ぎの受領の期限", 7, "日", "依頼日から数えます。"),
    Threshold(
        "ball_leader_days",
        "つなぎをリーダーに知らせる営業日",
        3,
        "営業日",
        "動きのないつなぎを、この営業日数からリーダーに知らせます。",
    ),
    Threshold(
        "ball_chief_days",
        "つなぎを課長に知らせる営業日",
        7,
        "営業日",
        "この営業日数から課長に知らせ、次の会議の案件に提案します。",
    ),
    Threshold("monitor_months", "モニタリングの間隔", 3, "か月", "支援開始日から数えます。"),
    Threshold("plan_months", "支援期間の上限", 12, "か月", "超えるプランを知らせます。"),
    Threshold("oral_consent_days", "口頭同意を書面にする期限", 30, "日", "同意日から数えます。"),
    Threshold(
        "reopen_months",
        "再相談を新規とする期間",
        6,
        "か月",
        "終結からこの期間を超えた再相談は新規に数えます。",
    ),
    Threshold(
        "goal_length",
        "当面の目標の最少字数",
        20,
        "字",
        "短い目標を「具体的ではありません」と知らせます。",
    ),
    Threshold(
        "suspension_tries",
        "中断前の働きかけの回数",
        2,
        "回",
        "中断には働きかけの記録がこの回数必要です。",
    ),
    Threshold("entry_days", "支援経過の記入の期限", 7, "日", "対応の日から数えます。"),
    Threshold(
        "unmet_visits",
        "会えない訪問の回数",
        3,
        "回",
        "続けて会えず、方針の記録もないとき知らせます。",
    ),
    Threshold("minutes_days", "会議録の確定の目標", 14, "日", "開催日から数えます。"),
    Threshold("minutes_limit_days", "会議録の確定の期限", 45, "日", "開催日から数えます。"),
    Threshold(
        "outlier_months",
        "過去と比べるのに要る月数",
        6,
        "か月",
        "過去12か月のうち、数の分かる月がこれより少ない行は、異常な増減を調べません。",
    ),
    Threshold(
        "outlier_least",
        "異常な増減とする差",
        10,
        "件・人",
        "過去の中央値との差がこれより小さい増減は知らせません。",
    ),
    Threshold(
        "outlier_width",
        "異常な増減とする幅",
        3,
        "倍",
        "過去12か月のばらつき（中央絶対偏差）のこの倍数を超える増減を知らせます。",
    ),
    Threshold(
        "copied_rows",
        "同じ数の続く項目数",
        10,
        "項目",
        "3か月続けて同じ数の項目、又は急に0になった項目がこれ以上あるとき知らせます。",
    ),
    Threshold("year_change", "前年同月からの増減", 50, "％", "これ以上の増減を参考に知らせます。"),
    Threshold("zero_months", "実績0件の続く月数", 3, "か月", "続くと、理由と対応を求めます。"),
    Threshold(
        "between_least",
        "窓口間で違ってよい件数",
        3,
        "件",
        "つなぎの送り側と受け側の年計の差は、この件数まで知らせません。",
    ),
    Threshold(
        "between_percent",
        "窓口間で違ってよい割合",
        20,
        "％",
        "つなぎの送り側と受け側の年計の差は、この割合まで知らせません。",
    ),
    Threshold(
        "min_cell", "少数を伏せる値", 5, "未満", "公開版の内訳でこの数に満たない件数を伏せます。"
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force; a threshold left blank keeps its default."""

    numbers: dict[str, int] = field(default_factory=lambda: {t.key: t.value for t in THRESHOLDS})
    areas: Sequence[str] = DEFAULT_AREAS
    closures: Sequence[date] = ()  # 閉庁日 besides weekends, holidays and 年末年始

    def __getitem__(self, key: str) -> int:
        return self.numbers[key]
