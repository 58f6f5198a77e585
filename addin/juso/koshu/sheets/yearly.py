"""T16 目標・評価 and T17 研修記録（実施計画6(3), 10(2)）."""

from datetime import date

from juso.core.sheet import Row, column
from juso.koshu.codes import AutoGrade, Grade, TrainingKind


class Target(Row, sheet="目標・評価"):
    """指標1つの1年度を1行で。目標値は空欄でもよい。"""

    fiscal_year: str = column("年度", pattern=r"R\d{1,2}", example="R7", width=8)
    indicator: str = column("指標ID", pattern=r"K\d{2}", example="K01", width=8)
    target: float | None = column("目標値", width=10)
    result: float | None = column("実績", computed=True, width=10)
    rate: float | None = column(
        "達成率",
        width=10,
        formula='=IF(OR({目標値}="",{実績}="",{目標値}=0),"",{実績}/{目標値})',
    )
    previous: float | None = column("前年度", computed=True, width=10)
    auto_grade: AutoGrade | None = column("自動判定", computed=True, width=8)
    grade: Grade | None = column("課評価", width=8)
    reason: str | None = column("評価理由", width=30)
    problem: str | None = column("課題", width=30)
    next_year: str | None = column("次年度対応", width=30)
    decided_by: str | None = column("確定者")
    decided_on: date | None = column("確定日")


class Training(Row, sheet="研修記録"):
    """研修・事例検討会・庁内説明1回を1行で（実施計画6(3)）。"""

    held_on: date = column("開催日")
    kind: TrainingKind = column("種別")
    title: str = column("名称", width=30)
    content: str | None = column("内容", width=30)
    heads: int = column("課長級", unit="人", width=8)
    leaders: int = column("リーダー", unit="人", width=8)
    workers: int = column("担当", unit="人", width=8)
    contractors: int = column("委託先", unit="人", width=8)
    others: int = column("他課", unit="人", width=8)
    note: str | None = column("備考")

    @property
    def participants(self) -> int:
        return self.heads + self.leaders + self.workers + self.contractors + self.others
