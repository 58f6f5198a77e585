"""1 計画の概要と報告の位置づけ: what the plan itself says."""

from __future__ import annotations

from collections.abc import Iterable

from juso.core.calendar import era_date
from juso.koshu import plan
from juso.koshu.plan import PRINCIPLES
from juso.services.report.blocks import flow
from juso.services.report.data import Builder, ReportData
from juso.services.report_model import Block, Bullet, Paragraph


def plan_position(data: ReportData) -> Iterable[Block]:
    """1(1)."""
    del data
    yield Paragraph(
        f"「{plan.TITLE}」（以下「計画」といいます。）は、社会福祉法（以下「法」といいます。）"
        "第106条の5の規定に基づき、重層的支援体制整備事業を適切かつ効果的に実施するため、"
        f"事業の提供体制に関する事項を定めるものです。「{plan.COMMUNITY_WELFARE_PLAN}」を上位計画とします。"
    )
    yield Paragraph(
        f"この報告書は、計画10(2)に基づき、年度ごとの実施状況を{plan.PROMOTION_COMMITTEE}に報告し、"
        "庁内連携委員会で確認・評価を行うために作成するものです。"
    )


def plan_period(data: ReportData) -> Iterable[Block]:
    """1(2)."""
    first, last = plan.PERIOD
    years = plan.LAST_YEAR.year - plan.FIRST_YEAR.year + 1
    number = data.year.year - plan.FIRST_YEAR.year + 1
    where = (
        f"{data.year}は、その{number}年目です。"
        if 1 <= number <= years
        else f"{data.year}は、計画期間の外です。"
    )
    yield Paragraph(
        f"計画期間は、{era_date(first)}から{era_date(last)}までの{years}年間です。{where}"
    )


def basic_policy(data: ReportData) -> Iterable[Block]:
    """1(3): the nine items of section 4."""
    del data
    yield Paragraph(plan.BASIC_POLICY)
    heading = ""
    for principle in PRINCIPLES:
        if principle.heading != heading:
            heading = principle.heading
            yield Paragraph(f"{principle.clause[1:4]}　{heading}")
        yield Bullet(f"{principle.clause[4:]}　{principle.text}")


def evaluation_cycle(data: ReportData) -> Iterable[Block]:
    """1(4)."""
    del data
    yield Paragraph(
        f"各窓口及び受託者の月次報告を集計し、庁内連携委員会で確認・評価を行います。その結果を"
        f"{plan.PROMOTION_COMMITTEE}に報告し、意見を次年度の取組に反映します。"
    )


def evaluation_flow(data: ReportData) -> Iterable[Block]:
    """図2."""
    del data
    yield flow(
        "図2",
        (
            ("実施（Do）", "4窓口・4事業\n支援台帳\n月次報告"),
            ("集計", "福祉総合支援課\n月次集計\n点検"),
            ("評価（Check）", "庁内連携委員会\n確認・評価"),
            ("報告・意見", f"{plan.PROMOTION_COMMITTEE}"),
            ("改善（Act）\n計画（Plan）", "次年度の取組\n計画の見直し"),
        ),
    )


BUILDERS: dict[str, Builder] = {
    "計画の位置づけ": plan_position,
    "計画期間": plan_period,
    "基本方針": basic_policy,
    "報告・評価の流れ": evaluation_cycle,
    "図2": evaluation_flow,
}
