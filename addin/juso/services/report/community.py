"""4(5) 地域づくり事業: 24 places."""

from __future__ import annotations

from collections.abc import Iterable

from juso.core.calendar import Month
from juso.koshu.amount import Amount
from juso.koshu.codes import Program
from juso.koshu.tally.items import item as tally_item
from juso.koshu.tally.site_items import site_code
from juso.koshu.tally.sites import SiteFact, community_sites
from juso.services.report.blocks import Columns, Plot, chart, left_out, table, values
from juso.services.report.cells import SOURCE_MONTHLY, cell, change, change_rate, sign, total_line
from juso.services.report.consultation import purpose
from juso.services.report.data import Builder, ReportData
from juso.services.report.figures import SITES, Figures
from juso.services.report_model import Block, Cell, ChartKind, Head, Line, Placeholder, Series

SHORT_NAMES = {
    "地域介護予防活動支援事業": "通いの場",
    "生活支援体制整備事業": "生活支援体制整備",
    "地域活動支援センター": "地域活動支援センター",
    "地域子育て支援拠点事業": "子育て支援拠点",
    "生活困窮者等のための地域づくり事業": "地域づくり研究会",
}
"""図の凡例に使う略称。"""

SITE_COLUMNS = (
    ("R01", "開設\n（日・回）"),
    ("R02", "参加延べ\n（人）"),
    ("R04", "参加実\n（人）"),
    ("R05", "うち新規\n（人）"),
    ("R06", "担い手\n（人）"),
    ("R09", "属性外\n（人）"),
    ("R10", "協力機関\n（機関）"),
    ("R07", "気づき\n（件）"),
    ("R08", "つなぎ\n（件）"),
)
"""表25の列：拠点に共通の項目とその見出し。"""


def services() -> dict[str, list[SiteFact]]:
    """The places by service, in plan order."""
    found: dict[str, list[SiteFact]] = {}
    for site in community_sites():
        found.setdefault(site.service.services[0], []).append(site)
    return found


def _month(figures: Figures, sites: Iterable[SiteFact], item: str, month: Month) -> Amount:
    return Amount.total(figures.month(SITES, site_code(item, s.site_no), month) for s in sites)


def site_table(data: ReportData) -> Iterable[Block]:
    """表25: every place."""
    names = {s.site_no: s.name for s in data.register.sites if s.name}
    lines = [
        Line(
            (
                SHORT_NAMES[service],
                names.get(site.site_no, site.name),
                *(_site_cell(data, site, item) for item, _ in SITE_COLUMNS),
            )
        )
        for service, sites in services().items()
        for site in sites
    ]
    yield table(
        "表25",
        Columns(
            (
                "事業",
                "拠点",
                *(label for _, label in SITE_COLUMNS),
            ),
            (36, 64, *[19] * len(SITE_COLUMNS)),
            merged=1,
        ),
        lines,
        f"{SOURCE_MONTHLY}。参加実は年度累計の実人数、担い手はボランティアを含む延べ人数、属性外は主な対象区分以外の参加延べ人数、協力機関は年度末の数、気づきは相談・気づきの件数、つなぎは相談窓口へのつなぎです。",
    )


def _site_cell(data: ReportData, site: SiteFact, item: str) -> Cell:
    return cell(data.figures.year(SITES, site_code(item, site.site_no)), data.wording)


def service_table(data: ReportData) -> Iterable[Block]:
    """表26: this year and last, by service."""
    lines = [
        Line((service, len(sites), *_service_cells(data, service)))
        for service, sites in services().items()
    ]
    everywhere = community_sites()
    lines.append(total_line("計", (len(everywhere), *_service_cells(data, ""))))
    heads = (
        Head("事業", down=2),
        Head("拠点数", down=2),
        Head("開設日数・回数", across=2),
        Head("参加延べ人数", across=4),
        Head("相談・気づき", down=2),
        Head("窓口へつなぎ", down=2),
    )
    under = (
        data.year.short,
        data.year.previous.short,
        data.year.short,
        data.year.previous.short,
        "増減",
        "前年度比",
    )
    yield table(
        "表26",
        Columns(heads, (40, 12, 13, 13, 15, 15, 15, 17, 14, 14), under=under),
        lines,
        f"{SOURCE_MONTHLY}。拠点数は計画7の拠点設置数です。",
    )


def _service_cells(data: ReportData, service: str) -> tuple[Cell, ...]:
    """One service, or all of them."""
    now, before = data.figures, data.previous
    people, people_before = now.places("R02", service), before.places("R02", service)
    return (
        cell(now.places("R01", service), data.wording),
        cell(before.places("R01", service), data.wording),
        cell(people, data.wording),
        cell(people_before, data.wording),
        change(people, people_before, data.wording),
        change_rate(people, people_before, data.wording),
        cell(now.places("R07", service), data.wording),
        cell(now.places("R08", service), data.wording),
    )


def participants_chart(data: ReportData) -> Iterable[Block]:
    """図10."""
    if data.is_public:
        yield left_out("図10")
        return
    months = data.year.months
    series = [
        Series(SHORT_NAMES[service], values(_month(data.figures, sites, "R02", m) for m in months))
        for service, sites in services().items()
    ]
    total = data.figures.places("R02").value or 0
    yield chart(
        "図10",
        Plot(ChartKind.STACKED_COLUMN, [month.label for month in months], series, height=80),
        f"地域づくり事業の参加延べ人数を事業別、月別に積み上げた縦棒グラフ。年度の計は{total:,.0f}人。",
    )


def study_group(data: ReportData) -> Iterable[Block]:
    """Themes of the study group: the form only counts them."""
    site = services()["生活困窮者等のための地域づくり事業"][0]
    code = site_code("R62", site.site_no)
    amount = data.figures.year(SITES, code)
    shown = sign(amount, data.wording) if amount.value is None else f"{amount.value:,.0f}"
    label = tally_item(SITES, code).label
    yield Placeholder(f"地域づくり研究会のテーマ一覧（月次報告の{label}：{shown}件）", 4)


def pictures(data: ReportData) -> Iterable[Block]:
    """Room for photographs."""
    del data
    yield Placeholder("取組の写真（個人が特定できる写真は、本人の同意を得たものに限ります。）", 8)


BUILDERS: dict[str, Builder] = {
    "事業の目的(5)": purpose(Program.COMMUNITY_BUILDING),
    "表25": site_table,
    "表26": service_table,
    "図10": participants_chart,
    "研究会のテーマ": study_group,
    "取組の写真": pictures,
}
