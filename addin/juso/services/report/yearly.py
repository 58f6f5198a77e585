"""資料2 月別データ, 資料3 年度推移, and the tables that only the companion workbook holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from juso.core.calendar import Month
from juso.koshu.amount import NOT_APPLICABLE, Amount
from juso.koshu.codes import Meeting, Window
from juso.koshu.tally.core_items import CORE_ITEMS
from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.items import FORMS
from juso.koshu.tally.items import form as tally_form
from juso.koshu.tally.site_items import COMMON_ITEMS, site_code
from juso.koshu.tally.sites import community_sites
from juso.services.report.blocks import Columns, Title, left_out, table
from juso.services.report.cells import NOT_ADDED, SOURCE_MONTHLY, cell
from juso.services.report.data import Builder, ReportData
from juso.services.report.figures import SITES, Figures
from juso.services.report.forms import group_name, indented
from juso.services.report.meetings import history_lines
from juso.services.report.totals import years_of
from juso.services.report_model import Block, Cell, Line, LineKind, Table


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row's figures come from: one month, the year."""

    month: Callable[[TallyItem, Month], Amount]
    year: Callable[[TallyItem], Amount]


NOT_SUMMED = "実人数は月及び窓口の間で足すことができないため、「／」で表しています。"
WIDTHS = (14, 47, 11, *[12.5] * 12, 17)


def monthly_data(data: ReportData) -> Iterable[Block]:
    """資料表2: the windows together, the programmes, the places together, month by month."""
    if data.is_public:
        yield left_out("資料表2")
        return
    windows = Title("資料表2", "1", "包括的相談支援事業・4窓口の計")
    yield _month_table(data, windows, CORE_ITEMS, _of_windows(data.figures))
    for part, code in enumerate(("M", "O", "P"), start=2):
        yield _form_table(data, str(part), code)
    places = Title("資料表2", "5", f"地域づくり事業・{len(community_sites())}拠点の計")
    yield _month_table(data, places, COMMON_ITEMS, _of_sites(data.figures))


def _of_windows(figures: Figures) -> Source:
    return Source(
        lambda item, month: _unless_persons(item, figures.city_month(item.code, month)),
        lambda item: figures.city(item.code),
    )


def _of_sites(figures: Figures) -> Source:
    def one_month(item: TallyItem, month: Month) -> Amount:
        codes = (site_code(item.code, s.site_no) for s in community_sites())
        return Amount.total(figures.month(SITES, code, month) for code in codes)

    return Source(
        lambda item, month: _unless_persons(item, one_month(item, month)),
        lambda item: _unless_persons(item, figures.sites(item.code)),
    )


def _unless_persons(item: TallyItem, amount: Amount) -> Amount:
    return NOT_APPLICABLE if item.kind is Kind.UNIQUE else amount


def _form_table(data: ReportData, part: str, code: str) -> Table:
    form, figures = tally_form(code), data.figures
    source = Source(
        lambda item, month: figures.month(code, item.code, month),
        lambda item: figures.year(code, item.code),
    )
    return _month_table(data, Title("資料表2", part, form.name), form.items, source)


def _month_table(
    data: ReportData, title: Title, items: Sequence[TallyItem], source: Source
) -> Table:
    months = (month.label for month in data.year.months)
    return table(
        title,
        Columns(("コード", "項目", "単位", *months, "年度計"), WIDTHS),
        _month_lines(data, items, source),
        f"{SOURCE_MONTHLY}。{NOT_SUMMED}",
    )


def _month_lines(data: ReportData, items: Sequence[TallyItem], source: Source) -> Iterator[Line]:
    group = ""
    for item in items:
        if item.group != group:
            group = item.group
            yield Line((group_name(item),), LineKind.GROUP)
        amounts = [*(source.month(item, m) for m in data.year.months), source.year(item)]
        yield Line(
            (item.code, indented(item), item.unit, *(_value(data, item, a) for a in amounts))
        )


def _value(data: ReportData, item: TallyItem, amount: Amount) -> Cell:
    if item.kind is Kind.UNIQUE and amount == NOT_APPLICABLE:
        return NOT_ADDED
    return cell(amount, data.wording, 1 if item.decimals else 0)


YEAR_ROWS = (
    *(
        ("W", code)
        for code in ("A01", "A02", "A03", "A10", "E06", "E04", "E05", "F01", "F02", "F05")
    ),
    *(("M", code) for code in ("M01", "M02", "M05", "M08", "M11", "M12")),
    *(("O", code) for code in ("O03", "O06", "O07", "O11")),
    *(("P", code) for code in ("P03", "P04", "P09", "P10", "P11")),
    *((SITES, code) for code in ("R01", "R02", "R07", "R08")),
)
"""資料表3に示す項目（Wは4窓口の計、Rは24拠点の計）。"""

GROUP_NAMES = {
    "W": "包括的相談支援事業（4窓口の計）",
    "M": "多機関協働事業",
    "O": "アウトリーチ等を通じた継続的支援事業",
    "P": "参加支援事業",
    SITES: "地域づくり事業（24拠点の計）",
}


def yearly_data(data: ReportData) -> Iterable[Block]:
    """資料表3: from the first year of the programme."""
    years = years_of(data)
    lines, group = [], ""
    for form, code in YEAR_ROWS:
        if form != group:
            group = form
            lines.append(Line((GROUP_NAMES[form],), LineKind.GROUP))
        item = _item(form, code)
        amounts = [_of_year(data.figures_of(y), form, code) for y in years]
        cells = (cell(a, data.wording) for a in amounts)
        lines.append(Line((indented(item), item.unit, *cells)))
    yield table(
        "資料表3",
        Columns(("項目", "単位", *map(str, years)), (65, 15, *[22] * len(years))),
        lines,
        f"{SOURCE_MONTHLY}。月末の値は年度末、実人数は年度累計です。",
    )


def _item(form: str, code: str) -> TallyItem:
    items = {"W": CORE_ITEMS, SITES: COMMON_ITEMS}.get(form) or tally_form(form).items
    return next(i for i in items if i.code == code)


def _of_year(figures: Figures, form: str, code: str) -> Amount:
    if form == "W":
        return figures.city(code)
    return figures.sites(code) if form == SITES else figures.year(form, code)


def meeting_history(data: ReportData) -> Iterable[Block]:
    """資料表10: the meetings in which this report was made."""
    yield table(
        "資料表10",
        Columns(("会議", "回", "開催日", "主な議題"), (32, 14, 22, 97), merged=1),
        history_lines(data, Meeting.LIAISON_COMMITTEE),
        "地域福祉推進委員会の開催は、所管課が書き加えます。",
    )


def attachments(data: ReportData) -> tuple[Table, ...]:
    """Every form month by month, for the companion workbook only."""
    codes = (*(w.code for w in Window), SITES)
    forms = [f for f in FORMS if f.code in codes]
    return tuple(_form_table(data, str(n), f.code) for n, f in enumerate(forms, start=6))


BUILDERS: dict[str, Builder] = {
    "資料表2": monthly_data,
    "資料表3": yearly_data,
    "資料表10": meeting_history,
}
