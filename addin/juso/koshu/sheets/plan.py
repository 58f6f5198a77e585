"""T03 支援プラン and T04 プラン明細."""

from datetime import date

from juso.core.sheet import Row, column
from juso.koshu.choices import AGENCY
from juso.koshu.codes import (
    ConsentMethod,
    Frequency,
    PlanKind,
    PlanState,
    PlanStep,
    Progress,
    Review,
    Service,
)


class Plan(Row, sheet="支援プラン"):
    """支援プラン1件を1行で。支援の中身は「プラン明細」に1行1機関で入力する。"""

    plan_no: str = column(
        "プラン番号",
        unique=True,
        pattern=r"P-R\d{1,2}-\d{4}-\d{1,2}",
        example="P-R7-0001-1",
        note="P-ケース番号-回次 です。",
    )
    case_no: str = column("ケース番号", refers="相談受付簿")
    household_no: str | None = column("世帯番号", computed=True)
    kind: PlanKind = column("プラン種別")
    step: PlanStep = column("区分")
    round: int = column("回次", unit="回", width=6)
    made_on: date = column("作成日")
    made_by: str = column("作成者")
    made_at: str = column("作成機関", choices=AGENCY)
    vision: str = column("本人の目指す姿", width=28)
    near_goal: str | None = column("当面の目標", when="必ず", basis="実施計画4(2)①", width=34)
    measure: str | None = column("達成の目安", when="必ず", basis="実施計画4(2)①", width=24)
    starts_on: date = column("支援開始日")
    ends_on: date | None = column("支援終了予定日", when="必ず", basis="実施計画4(2)③")
    monitoring_on: date | None = column(
        "モニタリング予定日", when="必ず（3か月以内）", basis="実施計画4(3)②"
    )
    consent_on: date | None = column("本人同意日", when="必ず", basis="実施計画7(2)")
    consent_method: ConsentMethod | None = column("同意方法", when="必ず")
    meeting_no: str | None = column(
        "付議会議番号", refers="会議台帳", when="多機関協働は決定の前に", basis="実施計画8(1)"
    )
    review: Review | None = column("協議結果", when="会議に付議したとき")
    changes: str | None = column("修正内容", when="協議結果が修正のうえ適切のとき")
    decided_on: date | None = column("決定日", when="状態が決定以後のとき")
    uses_participation: bool = column("参加支援の利用")
    uses_outreach: bool = column("アウトリーチの利用")
    state: PlanState = column("状態")


class PlanLine(Row, sheet="プラン明細"):
    """プランの1行：課題と支援内容、担当機関、期日を1行1機関で。"""

    plan_no: str = column("プラン番号", refers="支援プラン")
    number: int = column("行番号", unit="番", width=8)
    problem_number: int = column(
        "課題番号", unit="番", width=8, note="「課題整理」の課題番号です。"
    )
    problem: str | None = column("課題", when="必ず", basis="実施計画4(2)②", width=24)
    goal: str = column("目標", width=24)
    support: str | None = column("支援内容", when="必ず", basis="実施計画4(2)②", width=30)
    agency: str = column("担当機関", choices=AGENCY, note="1行に1機関です。")
    worker: str | None = column("担当者", when="必ず", basis="実施計画4(3)①")
    family_role: str | None = column("本人・家族の役割", width=20)
    due_on: date | None = column("期日", when="必ず", basis="実施計画4(2)③")
    frequency: Frequency | None = column("頻度")
    services: tuple[Service, ...] = column("使う制度・資源", optional=True)
    resource_no: str | None = column("資源番号", refers="社会資源台帳", when="参加支援プランのとき")
    progress: Progress = column("進捗")
    done_on: date | None = column("完了日", when="進捗が完了のとき")
    note: str | None = column("備考")
