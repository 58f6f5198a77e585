"""4(3) アウトリーチ等を通じた継続的支援事業, 4(4) 参加支援事業."""

from __future__ import annotations

from collections.abc import Iterable

from juso.koshu import register_rows
from juso.koshu.codes import Program, ReferralKind, ReferralMethod
from juso.services.report.blocks import Columns, table
from juso.services.report.cells import SOURCE_REGISTER
from juso.services.report.consultation import purpose
from juso.services.report.counts import case_count
from juso.services.report.data import Builder, ReportData
from juso.services.report.forms import form_chart, form_table
from juso.services.report_model import Block, Line, Placeholder


def outreach_destinations(data: ReportData) -> Iterable[Block]:
    """表21: where people found by outreach were referred to."""
    reached = {
        c.case_no
        for c in register_rows.contacts_of(data.register, data.year)
        if c.program is Program.OUTREACH
    }
    found = [
        r for r in register_rows.referrals_of(data.register, data.year) if r.case_no in reached
    ]
    lines = []
    for kind in (k for k in ReferralKind if k is not ReferralKind.OUTREACH):
        of_kind = [r for r in found if r.kind is kind]
        numbers = (
            len(of_kind),
            sum(r.is_over for r in of_kind),
            sum(r.method is ReferralMethod.ACCOMPANIED for r in of_kind),
        )
        lines.append(Line((str(kind), *(case_count(data, n) for n in numbers))))
    yield table(
        "表21",
        Columns(("つながった先", "件数", "うち完了", "うち同行"), (75, 30, 30, 30)),
        lines,
        f"{SOURCE_REGISTER}（つなぎ・引継票）。アウトリーチ等の対応を行ったケースのつなぎです。",
    )


def contractor_report(data: ReportData) -> Iterable[Block]:
    """What the contractor of 参加支援 writes."""
    del data
    yield Placeholder("受託者（社会福祉法人ぶどうの里）の取組と課題", 4)


BUILDERS: dict[str, Builder] = {
    "事業の目的(3)": purpose(Program.OUTREACH),
    "表19": form_table("表19", "O", "O01", "O03"),
    "表20": form_table("表20", "O", "O04", "O14a"),
    "表21": outreach_destinations,
    "図9": form_chart("図9", "O", (("家庭訪問", "O06"), ("うち本人と会えた回数", "O07")), "回"),
    "事業の目的(4)": purpose(Program.PARTICIPATION),
    "表23": form_table("表23", "P", "P01", "P08c"),
    "表24": form_table("表24", "P", "P09", "P14"),
    "受託者の取組": contractor_report,
}
