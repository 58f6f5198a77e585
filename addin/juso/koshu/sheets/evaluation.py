"""T05 評価・終結票."""

from datetime import date

from juso.core.sheet import Row, column
from juso.koshu.codes import (
    Achievement,
    Change,
    ClosingReason,
    Conclusion,
    EvaluationKind,
    Smoothness,
)


class Evaluation(Row, sheet="評価・終結票"):
    """モニタリング・終結等の評価1回を1行で。"""

    evaluation_no: str = column(
        "評価番号", unique=True, pattern=r"E-R\d{1,2}-\d{4}-\d{1,2}", example="E-R7-0001-1"
    )
    plan_no: str | None = column(
        "プラン番号", refers="支援プラン", when="必ず（プランのないケースの終結評価は空欄）"
    )
    case_no: str = column("ケース番号", refers="相談受付簿")
    evaluated_on: date = column("評価日")
    kind: EvaluationKind = column("評価種別")
    achievement: Achievement = column("目標ごとの達成度")
    progress: str | None = column("どの段階まで", width=24)
    changes: tuple[Change, ...] = column("見られた変化")
    smoothness: Smoothness | None = column("支援の円滑さ")
    factors: str | None = column("要因", width=20)
    satisfaction: str = column("本人の満足・意向", width=24)
    remaining: str | None = column("残された課題", when="必ず（なければ「なし」）", width=24)
    missing_resource: str | None = column("不足した社会資源", when="あったとき", width=20)
    resource_no: str | None = column(
        "資源番号", refers="社会資源台帳", when="不足した社会資源があるとき"
    )
    conclusion: Conclusion = column("結論")
    closing_reason: ClosingReason | None = column("終結理由", when="結論が終結のとき")
    watch_over: str | None = column(
        "終結後の見守り・連絡先", when="結論が終結のとき", basis="実施計画4(1)①", width=24
    )
    referral_no: str | None = column("引継先", refers="つなぎ・引継票", when="他機関へ引き継ぐとき")
    meeting_no: str | None = column(
        "会議番号",
        refers="会議台帳",
        when="多機関協働プランの終結のとき",
        basis="実施計画8(1)",
        aliases=("重層的支援会議での評価 会議番号",),
    )
    feedback_on: date | None = column("本人へのフィードバック日", when="結論が終結のとき")
