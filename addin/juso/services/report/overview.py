"""0 概要: the year on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from juso.core.finding import Severity
from juso.koshu import register_rows
from juso.koshu.amount import UNKNOWN, Amount
from juso.koshu.codes import Meeting
from juso.koshu.indicator import Indicator, MonthlyFigures
from juso.koshu.indicators import indicator
from juso.services.report.blocks import Columns, flow, table
from juso.services.report.cells import (
    SOURCE_MONTHLY,
    cell,
    change,
    sign,
    zero,
)
from juso.services.report.data import Builder, ReportData
from juso.services.report.evaluation import grade_cell, grades_legend, target_cell
from juso.services.report_model import Block, Cell, Line, Paragraph, Placeholder


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One line of 表1."""

    name: str
    unit: str
    value: Callable[[ReportData, MonthlyFigures], Amount]
    indicator: Indicator | None = None


def _of_windows(name: str, code: str) -> KeyFigure:
    return KeyFigure(name, "件", lambda _, figures: figures.city(code))


def _of_indicator(id: str) -> KeyFigure:
    line = indicator(id)

    def value(data: ReportData, figures: MonthlyFigures) -> Amount:
        if line.source.from_register and figures.fiscal_year != data.year:
            return UNKNOWN
        return line.value(data.register, figures)

    return KeyFigure(line.name, line.unit, value, line)


def _of_meeting(kind: Meeting) -> KeyFigure:
    def value(data: ReportData, figures: MonthlyFigures) -> Amount:
        if figures.fiscal_year != data.year:
            return UNKNOWN
        return Amount.of(len(register_rows.meetings_of(data.register, data.year, kind)))

    return KeyFigure(f"{kind}の開催", "回", value)


KEY_FIGURES = (
    _of_windows("新規相談受付件数", "A01"),
    _of_windows("延べ相談・対応件数", "A10"),
    _of_windows("継続ケース数（年度末）", "E06"),
    *map(_of_indicator, ("K01", "K03", "K04", "K08", "K09", "K16-2", "K18", "K19", "K20-2")),
    _of_meeting(Meeting.PLAN_CONFERENCE),
    _of_meeting(Meeting.SUPPORT_CONFERENCE),
    _of_indicator("K17-2"),
)


def summary(data: ReportData) -> Iterable[Block]:
    """The year in two paragraphs, written from the figures."""
    yield Paragraph("".join(_year_sentences(data)))
    yield Paragraph(completeness_sentence(data))


def _year_sentences(data: ReportData) -> Iterator[str]:
    if data.figures.is_empty:
        yield f"{data.year}の月次報告は提出されていないため、月次報告による件数は「{data.wording.unknown_symbol}」で表しています。"
    else:
        new, all_contacts = data.figures.city("A01"), data.figures.city("A10")
        trend = trend_words(new, data.previous.city("A01"))
        yield f"{data.year}の新規相談受付件数は4窓口の計で{words(new, '件')}{trend}、"
        yield f"延べ相談・対応件数は{words(all_contacts, '件')}でした。"
        yield f"年度末の継続ケースは{words(data.figures.city('E06'), '件')}です。"
    plans = len(register_rows.meetings_of(data.register, data.year, Meeting.PLAN_CONFERENCE))
    support = len(register_rows.meetings_of(data.register, data.year, Meeting.SUPPORT_CONFERENCE))
    yield f"会議は、重層的支援会議を{plans}回、支援会議を{support}回開催しました。"


def words(amount: Amount, unit: str) -> str:
    """A figure in running text: 1,234件, 不詳."""
    if amount.value is None:
        return "秘匿" if amount.is_hidden else "不詳"
    return f"{amount.value:,.0f}{unit}{'（速報値）' if amount.has_gap else ''}"


def trend_words(now: Amount, before: Amount) -> str:
    """（前年度より5件、4.2％の増）; nothing where either year is not known."""
    if now.value is None or before.value is None or now.has_gap or before.has_gap:
        return ""
    difference = now.value - before.value
    if difference == 0:
        return "（前年度と同数）"
    way = "増" if difference > 0 else "減"
    percent = f"、{abs(difference) / before.value * 100:.1f}％" if before.value else ""
    return f"（前年度より{abs(difference):,.0f}件{percent}の{way}）"


def completeness_sentence(data: ReportData) -> str:
    """提出率 and what the checks found."""
    due = sum(len(s.submitted) for s in data.submissions)
    done = sum(s.count for s in data.submissions)
    rate = f"{done / due * 100:.1f}％（{due}か月分のうち{done}か月分）" if due else "0％"
    wrong = sum(f.severity is Severity.ERROR for f in data.findings)
    doubtful = sum(f.severity is Severity.WARNING for f in data.findings)
    return (
        f"月次報告の提出率は{rate}です。月次報告の点検で見つかった指摘は、要修正{wrong:,}件、"
        f"要確認{doubtful:,}件です（資料4）。"
    )


def overview_flow(data: ReportData) -> Iterable[Block]:
    """図1: from the first word to the end of support."""

    def shown(amount: Amount, unit: str) -> str:
        text = sign(amount, data.wording) if amount.value is None else f"{amount.value:,.0f}"
        return f"{text}{unit}"

    figures = data.figures
    yield flow(
        "図1",
        (
            ("新規相談の受付", f"4窓口の計\n{shown(figures.city('A01'), '件')}"),
            ("継続的な支援", f"年度末\n{shown(figures.city('E06'), '件')}"),
            (
                "多機関協働",
                f"受理{shown(figures.year('M', 'M02'), '件')}\n新規プラン{shown(figures.year('M', 'M05'), '件')}",
            ),
            (
                "アウトリーチ等\n参加支援",
                f"{shown(figures.year('O', 'O03'), '人')}\n{shown(figures.year('P', 'P03'), '人')}",
            ),
            ("支援の終結", f"4窓口の計\n{shown(figures.city('E04'), '件')}"),
        ),
    )


def key_figures(data: ReportData) -> Iterable[Block]:
    """表1: three years, the target and the grade."""
    years = (data.year.previous.previous, data.year.previous, data.year)
    yield table(
        "表1",
        Columns(
            ("指標", "単位", *map(str, years), "増減", "目標", "評価"),
            (46, 10, 17, 17, 17, 17, 17, 18),
        ),
        [_key_line(data, row) for row in KEY_FIGURES],
        f"{SOURCE_MONTHLY}及び支援台帳。",
        f"目標は「目標・評価」の目標値、評価は課評価（{grades_legend()}）です。",
    )


def _key_line(data: ReportData, row: KeyFigure) -> Line:
    years = (data.year.previous.previous, data.year.previous, data.year)
    amounts = [row.value(data, data.figures_of(year)) for year in years]
    digits = row.indicator.digits if row.indicator else 0
    cells: list[Cell] = [cell(a, data.wording, digits) for a in amounts]
    cells.append(change(amounts[2], amounts[1], data.wording, digits))
    if row.indicator is None or not row.indicator.is_main:
        none = zero(data.wording)
        return Line((row.name, row.unit, *cells, none, none))
    return Line(
        (
            row.name,
            row.unit,
            *cells,
            target_cell(data, row.indicator),
            grade_cell(data, row.indicator),
        )
    )


def features(data: ReportData) -> Iterable[Block]:
    """What the clerks write themselves."""
    yield Placeholder(f"{data.year}の特徴（3点）", 3)
    yield Placeholder("課題（3点）", 3)


BUILDERS: dict[str, Builder] = {
    "概要": summary,
    "図1": overview_flow,
    "表1": key_figures,
    "特徴と課題": features,
}
