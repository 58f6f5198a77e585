"""Tables taken straight from the rows of a monthly form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from juso.core.calendar import Month
from juso.koshu.amount import Amount
from juso.koshu.codes import Window
from juso.koshu.tally.item import Kind, TallyItem
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
from juso.services.report.cells import (
    NOT_ADDED,
    QUARTERS,
    SOURCE_MONTHLY,
    cell,
    change,
    quarters,
    rate,
    total_line,
)
from juso.services.report.data import Builder, ReportData
from juso.services.report_model import (
    Block,
    Cell,
    ChartKind,
    Head,
    Line,
    LineKind,
    Series,
    Table,
)

PERSONS = "実人数は足すことができないため、各期は最終月の人数、年度は「／」で表しています。"
CUMULATIVE = "年度累計の実人数は、各期の最終月までの人数です。"


def group_name(item: TallyItem) -> str:
    """新規相談の内訳：性別, without the form's letter."""
    return item.group.partition(" ")[2] or item.group


def quarter_table(data: ReportData, title: str | Title, form: str, codes: Iterable[str]) -> Table:
    """Rows of one form by quarter, with the year, last year and the difference."""
    items = [i for i in (tally_item(form, code) for code in codes) if _is_shown(data, i)]
    quarters_shown = () if data.is_public else QUARTERS
    heads = ("項目", "単位", *quarters_shown, str(data.year), str(data.year.previous), "増減")
    widths = (34, 8, *[12] * len(quarters_shown), 14, 14, 11)
    notes = [SOURCE_MONTHLY]
    if any(i.kind is Kind.UNIQUE and not i.cumulative for i in items):
        notes.append(PERSONS)
    if quarters_shown and any(i.cumulative for i in items):
        notes.append(CUMULATIVE)
    return table(title, Columns(heads, widths), _grouped(data, form, items), *notes)


def _is_shown(data: ReportData, item: TallyItem) -> bool:
    """Persons of one month have no figure of the year, which is all a public edition gives."""
    return not data.is_public or item.kind is not Kind.UNIQUE or item.cumulative


def _grouped(data: ReportData, form: str, items: Sequence[TallyItem]) -> Iterable[Line]:
    group = ""
    for item in items:
        if item.group and item.group != group:
            group = item.group
            yield Line((group_name(item),), LineKind.GROUP)
        yield _quarter_line(data, form, item)


def _quarter_line(data: ReportData, form: str, item: TallyItem) -> Line:
    now = data.figures.year(form, item.code)
    before = data.previous.year(form, item.code)
    parts = [
        cell(quarter_amount(data, form, item, months), data.wording, _digits(item))
        for months in (() if data.is_public else quarters(data.year.months))
    ]
    if item.kind is Kind.UNIQUE and not item.cumulative:
        ends: tuple[Cell, ...] = (NOT_ADDED, NOT_ADDED, NOT_ADDED)
    else:
        ends = (
            cell(now, data.wording),
            cell(before, data.wording),
            change(now, before, data.wording, _digits(item)),
        )
    return Line((indented(item), item.unit, *parts, *ends))


def _digits(item: TallyItem) -> int:
    return 1 if item.decimals else 0


def indented(item: TallyItem) -> str:
    """The row's label; a part of the row above stands in by one character."""
    is_part = item.label.startswith("うち") or item.code[-1:].islower()
    return f"　{item.label}" if is_part else item.label


def quarter_amount(data: ReportData, form: str, item: TallyItem, months: Sequence[Month]) -> Amount:
    """Three months of one row; persons are those of the last month."""
    if item.kind is Kind.UNIQUE:
        return data.figures.month(form, item.code, months[-1])
    return data.figures.span(form, item.code, months)


def window_table(
    data: ReportData, number: str, label: str, codes: Sequence[str], *, total: str | None
) -> Table:
    """Rows of the common part by window, with the four together, their share and last year.

    `total` is the code that the rows add up to, None where a case is counted several times.
    """
    whole = data.figures.city(total) if total else None
    lines = [_window_line(data, tally_item("W1", code), whole) for code in codes]
    if total:
        lines.append(_window_total(data, total))
    header: tuple[str | Head, ...] = (label, *map(str, Window), "計")
    widths: tuple[float, ...] = (42, 13, 13, 13, 13, 14)
    if total:
        header, widths = (*header, "構成比"), (*widths, 14)
    note = (
        SOURCE_MONTHLY
        if total
        else f"{SOURCE_MONTHLY}。1件の対応が複数の課題に当たるときは、それぞれに計上しています。"
    )
    return table(number, Columns((*header, str(data.year.previous)), (*widths, 17)), lines, note)


def _window_line(data: ReportData, item: TallyItem, whole: Amount | None) -> Line:
    cells = window_cells(data, item.code)
    shares = (
        ()
        if whole is None
        else (rate(data.figures.city(item.code).percent_of(whole), data.wording),)
    )
    before = cell(data.previous.city(item.code), data.wording)
    return Line((item.label, *cells, *shares, before))


def _window_total(data: ReportData, code: str) -> Line:
    whole = data.figures.city(code)
    return total_line(
        "計",
        (
            *window_cells(data, code),
            rate(whole.percent_of(whole), data.wording),
            cell(data.previous.city(code), data.wording),
        ),
    )


def window_cells(data: ReportData, code: str) -> tuple[Cell, ...]:
    """The year's figure of each window and of the four together."""
    amounts = [data.figures.year(window.code, code) for window in Window]
    return tuple(cell(a, data.wording) for a in (*amounts, data.figures.city(code)))


def item_codes(form: str, first: str, last: str) -> list[str]:
    """The codes of a form's rows from one to another, in the form's order."""
    codes = [i.code for i in tally_form(form).items]
    return codes[codes.index(first) : codes.index(last) + 1]


def form_table(number: str, form: str, first: str, last: str) -> Builder:
    """表n made of consecutive rows of a form."""

    def build(data: ReportData) -> Iterable[Block]:
        yield quarter_table(data, number, form, item_codes(form, first, last))

    return build


def form_chart(number: str, form: str, series: tuple[tuple[str, str], ...], unit: str) -> Builder:
    """図n: rows of a form month by month."""

    def build(data: ReportData) -> Iterable[Block]:
        if data.is_public:
            yield left_out(number)
            return
        months = tuple(month.label for month in data.year.months)
        amounts = {
            name: [data.figures.month(form, code, m) for m in data.year.months]
            for name, code in series
        }
        first = series[0][0]
        yield chart(
            number,
            Plot(
                ChartKind.LINE,
                months,
                [Series(name, values(found)) for name, found in amounts.items()],
            ),
            f"{'、'.join(amounts)}を月ごとに示す折れ線グラフ。{first}で{extremes(months, amounts[first], unit)}",
        )

    return build
