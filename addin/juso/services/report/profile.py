"""3 実施状況の総括: who came, by which way, with what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from juso.koshu import register_rows
from juso.koshu.amount import Amount
from juso.koshu.codes import AgeBand, Issue, Route, Sex, Window
from juso.koshu.settings import DEFAULT_AREAS
from juso.services.report.blocks import Columns, Plot, chart, left_out, table, values
from juso.services.report.cells import SOURCE_MONTHLY, SOURCE_REGISTER, cell, rate
from juso.services.report.counts import count_grid
from juso.services.report.data import Builder, ReportData
from juso.services.report.forms import window_table
from juso.services.report_model import Block, ChartKind, Line, LineKind, Series

AGE_GROUPS = (
    ("0～17歳", (AgeBand.AGE_0, AgeBand.AGE_6, AgeBand.AGE_15)),
    ("18～39歳", (AgeBand.AGE_18, AgeBand.AGE_30)),
    ("40～64歳", (AgeBand.AGE_40, AgeBand.AGE_50, AgeBand.AGE_60)),
    ("65歳以上", (AgeBand.AGE_65, AgeBand.AGE_75, AgeBand.AGE_85)),
    ("不明", (AgeBand.UNKNOWN,)),
)
"""年代の12区分をまとめた5区分。"""


def sex_and_age(data: ReportData) -> Iterable[Block]:
    """表6: from the register, the only place that knows both at once."""
    cases = register_rows.cases_of(data.register, data.year)
    found = Counter((c.age_band, c.sex) for c in cases)
    numbers = [[found[band, sex] for sex in Sex] for band in AgeBand]
    grid = count_grid(data, numbers, adds_down=True)
    whole = grid[-1][-1]
    labels = (*map(str, AgeBand), "計")
    lines = [
        Line(
            (
                label,
                *(cell(amount, data.wording) for amount in row),
                rate(row[-1].percent_of(whole), data.wording),
            ),
            LineKind.TOTAL if label == "計" else LineKind.BODY,
        )
        for label, row in zip(labels, grid, strict=True)
    ]
    yield table(
        "表6",
        Columns(("年代", *map(str, Sex), "計", "構成比"), (30, 22, 22, 30, 22, 22, 22)),
        lines,
        f"{SOURCE_REGISTER}（相談受付簿）。年代は受付時の年齢です。"
        "集計の元が異なるため、月次報告による件数（表5）と一致しないことがあります。",
    )


def age_chart(data: ReportData) -> Iterable[Block]:
    """図5: the share of five age groups in each window."""
    places = (*map(str, Window), "4窓口の計")

    def amounts(bands: Sequence[AgeBand]) -> list[Amount]:
        single = [
            Amount.total(data.figures.year(w.code, band.code) for band in bands) for w in Window
        ]
        return [*single, Amount.total(single)]

    found = [(label, amounts(bands)) for label, bands in AGE_GROUPS]
    if any(amount.is_hidden for _, row in found for amount in row):
        yield left_out("図5")
        return
    series = [Series(label, values(row)) for label, row in found]
    groups = "、".join(label for label, _ in AGE_GROUPS)
    yield chart(
        "図5",
        Plot(ChartKind.SHARE_BAR, places, series, height=60),
        f"新規相談の年代の割合を窓口別に示す帯グラフ。区分は{groups}。",
        f"{SOURCE_MONTHLY}（B11～B22）。",
    )


def routes(data: ReportData) -> Iterable[Block]:
    """表7."""
    yield window_table(data, "表7", "相談経路", [r.code for r in Route], total="A01")


def issues(data: ReportData) -> Iterable[Block]:
    """表8."""
    yield window_table(data, "表8", "課題区分", [i.code for i in Issue], total=None)


def issue_chart(data: ReportData) -> Iterable[Block]:
    """図6: the most frequent first."""
    found = [(str(i), data.figures.city(i.code)) for i in Issue]
    found.sort(key=lambda pair: pair[1].value or 0, reverse=True)
    top = "、".join(label for label, _ in found[:3])
    yield chart(
        "図6",
        Plot(
            ChartKind.BAR,
            [label for label, _ in found],
            [Series("延べ件数", values((a for _, a in found)))],
            height=100,
        ),
        f"課題区分ごとの延べ件数を多い順に示す横棒グラフ。上位は{top}。",
    )


def areas(data: ReportData) -> Iterable[Block]:
    """表9."""
    codes = [f"B{51 + n}" for n in range(len(DEFAULT_AREAS))]
    yield window_table(data, "表9", "地区", codes, total="A01")


BUILDERS: dict[str, Builder] = {
    "表6": sex_and_age,
    "図5": age_chart,
    "表7": routes,
    "表8": issues,
    "図6": issue_chart,
    "表9": areas,
}
