"""4(1) 包括的相談支援事業: the four windows side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from juso.koshu.amount import Amount
from juso.koshu.codes import ContactMethod, Outcome, Partner, Program, Window
from juso.koshu.plan import program_fact
from juso.koshu.tally.items import form as tally_form
from juso.koshu.tally.items import item as tally_item
from juso.services.report.blocks import (
    Columns,
    Plot,
    Title,
    chart,
    extremes,
    left_out,
    table,
    values,
)
from juso.services.report.cells import SOURCE_MONTHLY, cell, rate, total_line
from juso.services.report.data import Builder, ReportData
from juso.services.report.forms import quarter_table, window_table
from juso.services.report_model import (
    Block,
    Cell,
    ChartKind,
    Head,
    Line,
    Paragraph,
    Placeholder,
    Series,
)

SPECIAL = (
    ("属性外相談", "A02"),
    ("複合課題", "A03"),
    ("匿名・秘匿希望", "A04"),
    ("手続きのついで", "A05"),
)
TO_WINDOWS = ("F11", "F12", "F13", "F14")
TO_PROGRAMS = ("F15", "F16", "F17")
TO_PARTNERS = tuple(f"F{18 + n}" for n in range(len(Partner)))
TO_OTHERS = (f"F{18 + len(Partner)}",)


def purpose(program: Program) -> Builder:
    """What the plan says of one programme."""

    def build(data: ReportData) -> Iterable[Block]:
        del data
        fact = program_fact(program)
        yield Paragraph(f"【目的】{fact.purpose}（計画{fact.clause}、{fact.law}）")

    return build


def outcomes(data: ReportData) -> Iterable[Block]:
    """表11: what became of the new consultations, by window."""
    codes = ("A01", "A10", *(o.code for o in Outcome))
    lines = [
        Line((str(w), *(cell(data.figures.year(w.code, c), data.wording) for c in codes)))
        for w in Window
    ]
    lines.append(total_line("計", (cell(data.figures.city(c), data.wording) for c in codes)))
    lines.append(Line(("前年度", *(cell(data.previous.city(c), data.wording) for c in codes))))
    heads = (
        Head("窓口", down=2),
        Head("新規相談", down=2),
        Head("延べ相談・対応", down=2),
        Head("新規相談の主たる結果", across=len(Outcome)),
    )
    under = tuple(map(str, Outcome))
    yield table(
        "表11",
        Columns(heads, (20, 17, 19, *[19.6] * len(Outcome)), under=under),
        lines,
        f"{SOURCE_MONTHLY}。「{Outcome.PENDING}」は年度末の件数です。",
    )


def special_cases(data: ReportData) -> Iterable[Block]:
    """表12: consultations outside the window's own group, and how people came."""
    lines = [
        Line((str(w), *_special_cells(data, partial(data.figures.year, w.code)))) for w in Window
    ]
    lines.append(total_line("計", _special_cells(data, data.figures.city)))
    lines.append(Line(("前年度", *_special_cells(data, data.previous.city))))
    heads = (
        Head("窓口", down=2),
        Head("新規相談", down=2),
        *(Head(label, across=2) for label, _ in SPECIAL),
    )
    under = tuple(label for _ in SPECIAL for label in ("件数", "割合"))
    yield table(
        "表12",
        Columns(heads, (21, 20, *[14, 17] * len(SPECIAL)), under=under),
        lines,
        f"{SOURCE_MONTHLY}。割合は新規相談に占める割合です。一つの相談が複数の欄に当たることがあります。",
    )


def methods(data: ReportData) -> Iterable[Block]:
    """表13."""
    codes = [m.code for m in ContactMethod if m.code]
    yield window_table(data, "表13", "支援方法", codes, total="A10")


def own_items(data: ReportData) -> Iterable[Block]:
    """表14: what only one window counts, a table each."""
    for part, window in enumerate(Window, start=1):
        codes = [i.code for i in tally_form(window.code).items if i.code.startswith("I")]
        yield quarter_table(data, Title("表14", str(part), f"{window}窓口"), window.code, codes)


def monthly_chart(data: ReportData) -> Iterable[Block]:
    """図7."""
    if data.is_public:
        yield left_out("図7")
        return
    months = tuple(month.label for month in data.year.months)
    series = [
        Series(str(w), values(data.figures.month(w.code, "A01", m) for m in data.year.months))
        for w in Window
    ]
    totals = [data.figures.city_month("A01", m) for m in data.year.months]
    yield chart(
        "図7",
        Plot(ChartKind.LINE, months, series),
        f"新規相談受付件数を4窓口別に月ごとに示す折れ線グラフ。4窓口の計で{extremes(months, totals, '件')}",
    )


def referrals(data: ReportData) -> Iterable[Block]:
    """表15: who referred to whom."""
    columns = (*((c,) for c in (*TO_WINDOWS, *TO_PROGRAMS)), TO_PARTNERS, TO_OTHERS)

    def cells(form: str) -> Iterator[Cell]:
        for codes in (*columns, ("F01",), ("F02",)):
            yield cell(Amount.total(data.figures.year(form, c) for c in codes), data.wording)

    def total(codes: tuple[str, ...]) -> Cell:
        return cell(Amount.total(data.figures.city(c) for c in codes), data.wording)

    lines = [Line((f"{w}窓口", *cells(w.code))) for w in Window]
    lines.append(total_line("計", (total(c) for c in (*columns, ("F01",), ("F02",)))))
    programs = [tally_item("W1", code).label for code in TO_PROGRAMS]
    heads = (
        Head("つなぎ元", down=2),
        Head("つなぎ先", across=len(columns)),
        Head("計", down=2),
        Head("うち\n確認済", down=2),
    )
    under = (*map(str, Window), *programs, "17連携先", "その他")
    yield table(
        "表15",
        Columns(heads, (24, 13, 13, 13, 16, 15, 16, 16, 15, 13, 14, 15), under=under),
        lines,
        f"{SOURCE_MONTHLY}。「うち確認済」は、受領及び初回接触を確認した件数（F02）です。",
    )


def _special_cells(data: ReportData, amount: Callable[[str], Amount]) -> Iterator[Cell]:
    new = amount("A01")
    yield cell(new, data.wording)
    for _, code in SPECIAL:
        part = amount(code)
        yield cell(part, data.wording)
        yield rate(part.percent_of(new), data.wording)


def efforts(data: ReportData) -> Iterable[Block]:
    """What each window did, in its own words."""
    del data
    for window in Window:
        yield Placeholder(f"{window}窓口の取組と課題（{window.note}）", 3)


BUILDERS: dict[str, Builder] = {
    "事業の目的(1)": purpose(Program.CONSULTATION),
    "表11": outcomes,
    "表12": special_cases,
    "表13": methods,
    "表14": own_items,
    "図7": monthly_chart,
    "表15": referrals,
    "各窓口の取組と課題": efforts,
}
