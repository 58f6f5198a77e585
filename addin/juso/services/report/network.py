"""5 社会資源, 6 関係機関との連携."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from juso.koshu import register_rows
from juso.koshu.codes import ContactMethod, Development, Partner, ResourceKind, Sufficiency
from juso.services.report.blocks import Columns, table
from juso.services.report.cells import SOURCE_REGISTER, cell, count, total_line
from juso.services.report.counts import count_grid
from juso.services.report.data import Builder, ReportData
from juso.services.report_model import Block, Head, Line, LineKind, Paragraph, Placeholder


def resources(data: ReportData) -> Iterable[Block]:
    """表30: 社会資源台帳 by kind."""
    found = data.register.resources
    by_state = Counter((r.kind, r.sufficiency) for r in found)
    by_step = Counter((r.kind, r.development) for r in register_rows.short_resources(found))
    lines = []
    for kind in ResourceKind:
        states = [by_state[kind, s] for s in Sufficiency]
        steps = [by_step[kind, d] for d in Development]
        cells = (count(n, data.wording) for n in (*states, sum(states), *steps))
        lines.append(Line((str(kind), *cells)))
    states = [sum(by_state[k, s] for k in ResourceKind) for s in Sufficiency]
    steps = [sum(by_step[k, d] for k in ResourceKind) for d in Development]
    total = (count(n, data.wording) for n in (*states, sum(states), *steps))
    lines.append(total_line("計", total))
    heads = (
        Head("種別", down=2),
        Head("充足状況", across=5),
        Head("不足しているものの開発状況", across=len(Development)),
    )
    under = (*map(str, Sufficiency), "計", *map(str, Development))
    yield table(
        "表30",
        Columns(heads, (25, *[15.5] * 9), under=under),
        lines,
        f"{SOURCE_REGISTER}（社会資源台帳）。",
    )


def partners(data: ReportData) -> Iterable[Block]:
    """表31: the 17 partners of section 9."""
    grid = count_grid(data, list(_partner_numbers(data).values()), adds_down=True)
    labels = (*(f"{partner.code}　{partner}" for partner in Partner), "計")
    lines = [
        Line(
            (label, *(cell(amount, data.wording) for amount in row)),
            LineKind.TOTAL if label == "計" else LineKind.BODY,
        )
        for label, row in zip(labels, grid, strict=True)
    ]
    yield table(
        "表31",
        Columns(
            ("連携先（計画9）", "連絡・調整", "同行", "ケース会議", "つなぎ", "つながれ", "計"),
            (63, 17, 17, 17, 17, 17, 17),
        ),
        lines,
        f"{SOURCE_REGISTER}（支援経過記録、つなぎ・引継票）。「つなぎ」は連携先への、"
        "「つながれ」は連携先からの引継ぎです。",
    )


def _partner_numbers(data: ReportData) -> dict[Partner, tuple[int, ...]]:
    """Contacts by method and referrals to and from each partner."""
    contacts = register_rows.contacts_by_partner(data.register, data.year)
    referrals = register_rows.referrals_by_partner(data.register, data.year)
    senders = Counter(r.from_agency for r in register_rows.referrals_of(data.register, data.year))
    found: dict[Partner, tuple[int, ...]] = {}
    for partner in Partner:
        methods = Counter(c.method for c in contacts.get(partner, ()))
        special = (methods[ContactMethod.ACCOMPANY], methods[ContactMethod.CASE_CONFERENCE])
        names = {a.short_name for a in data.register.agencies if a.partner is partner}
        found[partner] = (
            methods.total() - sum(special),
            *special,
            len(referrals.get(partner, ())),
            sum(senders[name] for name in names),
        )
    return found


def unused_partners(data: ReportData) -> Iterable[Block]:
    """Partners that were not worked with, and what is planned."""
    unused = [p for p, numbers in _partner_numbers(data).items() if not any(numbers)]
    if unused:
        names = "、".join(map(str, unused))
        yield Paragraph(f"連携の実績がない連携先は、{names}の{len(unused)}です。")
    else:
        yield Paragraph(f"{len(Partner)}連携先の全てに連携の実績がありました。")
    yield Placeholder("実績のない連携先との次年度の予定", 3)


BUILDERS: dict[str, Builder] = {
    "表30": resources,
    "表31": partners,
    "実績のない連携先": unused_partners,
}
