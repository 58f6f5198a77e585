"""3 実施状況の総括: the four windows together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from juso.core.calendar import FiscalYear
from juso.koshu.amount import UNKNOWN, Amount
from juso.koshu.codes import Window
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.services.report.blocks import Columns, Plot, Title, chart, extremes, table, values
from juso.services.report.cells import SOURCE_MONTHLY, cell, change_rate, total_line
from juso.services.report.data import Builder, ReportData
from juso.services.report_model import Block, Cell, ChartKind, Line, Paragraph, Series

MONTHLY_ROWS = (("新規相談", "A01"), ("延べ相談・対応", "A10"), ("継続ケース（月末）", "E06"))


def introduction(data: ReportData) -> Iterable[Block]:
    """What the section counts."""
    del data
    yield Paragraph(
        "4窓口（介護、障害、子育て、生活困窮）の月次報告を集計した結果は、次のとおりです。"
        "件数は窓口ごとの計であり、同じ人が複数の窓口に相談したときは、それぞれの窓口に計上しています。"
    )


def monthly_table(data: ReportData) -> Iterable[Block]:
    """表5: new, all and open consultations by month and window."""
    lines: list[Line] = []
    for label, code in MONTHLY_ROWS:
        if not data.is_public:
            lines += [_month_line(data, label, window, code) for window in Window]
        lines.append(_month_total(data, label, code))
    months = [month.label for month in data.year.months]
    yield table(
        "表5",
        Columns(
            ("区分", "窓口", *months, "年度計", "前年度", "前年度比"),
            (23, 18, *[13] * 12, 17, 17, 19),
            merged=1,
        ),
        lines,
        f"{SOURCE_MONTHLY}。継続ケースの年度計は、年度末の件数です。",
        *(("窓口別の月別件数は、公開する版には掲載していません。",) if data.is_public else ()),
    )


def _month_line(data: ReportData, label: str, window: Window, code: str) -> Line:
    months = [data.figures.month(window.code, code, m) for m in data.year.months]
    year, before = data.figures.year(window.code, code), data.previous.year(window.code, code)
    return Line((label, str(window), *_month_cells(data, months, year, before)))


def _month_total(data: ReportData, label: str, code: str) -> Line:
    months = [data.figures.city_month(code, m) for m in data.year.months]
    year, before = data.figures.city(code), data.previous.city(code)
    return total_line(label, ("計", *_month_cells(data, months, year, before)))


def _month_cells(
    data: ReportData, months: Sequence[Amount], year: Amount, before: Amount
) -> tuple[Cell, ...]:
    shown = (cell(amount, data.wording) for amount in (*months, year, before))
    return (*shown, change_rate(year, before, data.wording))


def monthly_charts(data: ReportData) -> Iterable[Block]:
    """図3: new and all consultations need an axis each."""
    months = tuple(month.label for month in data.year.months)
    for part, (name, code) in enumerate(MONTHLY_ROWS[:2], start=1):
        amounts = [data.figures.city_month(code, m) for m in data.year.months]
        yield chart(
            Title("図3", str(part), name),
            Plot(
                ChartKind.LINE, months, [Series(f"{name}（4窓口の計）", values(amounts))], height=62
            ),
            f"{name}の件数を4月から3月まで月ごとに示す折れ線グラフ。{extremes(months, amounts, '件')}",
        )


def years_of(data: ReportData) -> tuple[FiscalYear, ...]:
    """令和4年度, when the programme began, to the year of the report."""
    first = FiscalYear.of(PROGRAM_STARTED_ON).year
    return tuple(FiscalYear(y) for y in range(min(first, data.year.year), data.year.year + 1))


def yearly_chart(data: ReportData) -> Iterable[Block]:
    """図4: new consultations by window, for the years that are known."""
    known = [f for f in map(data.figures_of, years_of(data)) if not f.is_empty]
    years = [str(f.fiscal_year) for f in known]
    series = [Series(str(w), values(f.year(w.code, "A01") for f in known)) for w in Window]
    missing = len(years_of(data)) - len(known)
    notes = ("月次報告のない年度は表示していません。",) if missing and known else ()
    text = "、".join(f"{f.fiscal_year}は計{f.city('A01').value or 0:,.0f}件" for f in known)
    yield chart(
        "図4",
        Plot(ChartKind.COLUMN, years, series, height=65),
        f"新規相談受付件数を年度別、窓口別に示す縦棒グラフ。{text}。",
        *notes,
    )


def per_population(data: ReportData) -> Iterable[Block]:
    """表10: rates, where the population is known."""
    population = data.config.population
    rows = (
        ("新規相談受付件数", data.figures.city("A01")),
        ("延べ相談・対応件数", data.figures.city("A10")),
        ("プラン作成件数（新規・再プラン）", data.figures.city("G01") + data.figures.city("G02")),
    )
    note = (
        f"人口は{population:,}人（{data.year}当初）です。"
        if population
        else "人口が設定されていないため、率は計算していません（juso.toml の population）。"
    )
    yield table(
        "表10",
        Columns(
            ("区分", "年度計", "人口1万人当たり（年度）", "人口10万人・1か月当たり"),
            (55, 26, 42, 42),
        ),
        [_rate_line(data, label, amount) for label, amount in rows],
        f"{SOURCE_MONTHLY}。{note}",
    )


def _rate_line(data: ReportData, label: str, amount: Amount) -> Line:
    people = data.config.population
    rates = [
        amount.times(factor / people) if people else UNKNOWN for factor in (10_000, 100_000 / 12)
    ]
    return Line((label, cell(amount, data.wording), *(cell(r, data.wording, 1) for r in rates)))


BUILDERS: dict[str, Builder] = {
    "総括": introduction,
    "表5": monthly_table,
    "図3": monthly_charts,
    "図4": yearly_chart,
    "表10": per_population,
}
