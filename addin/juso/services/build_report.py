"""実施状況報告書: the register and the merged monthly figures as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from juso.core.calendar import FiscalYear
from juso.core.finding import Finding
from juso.koshu.config import Config
from juso.koshu.confirmation import Confirmation
from juso.koshu.register import Register
from juso.koshu.report_sections import SECTIONS, TITLE, Edition, Section
from juso.services.confirmation_memo import Memo
from juso.services.report import (
    appendix,
    community,
    consultation,
    evaluation,
    meetings,
    multi_agency,
    network,
    organisation,
    outreach,
    overview,
    plan_summary,
    profile,
    review,
    totals,
    yearly,
)
from juso.services.report.confirmed import confirmed_by, confirmed_tallies
from juso.services.report.data import Builder, ReportData, submissions_of
from juso.services.report.disclosure import protected
from juso.services.report.figures import Figures
from juso.services.report_model import Block, Heading, PageBreak, Report
from juso.services.tally.memo import TallyMemo
from juso.services.tally.merged import Merged

BUILDERS: dict[str, Builder] = {
    **overview.BUILDERS,
    **plan_summary.BUILDERS,
    **organisation.BUILDERS,
    **totals.BUILDERS,
    **profile.BUILDERS,
    **consultation.BUILDERS,
    **multi_agency.BUILDERS,
    **outreach.BUILDERS,
    **community.BUILDERS,
    **meetings.BUILDERS,
    **network.BUILDERS,
    **evaluation.BUILDERS,
    **review.BUILDERS,
    **appendix.BUILDERS,
    **yearly.BUILDERS,
}
"""What each name in koshu/report_sections.py is made by."""


def build_report(  # noqa: PLR0913, PLR0917 - what a report is made of, each of another kind
    register: Register,
    merged: Merged | None,
    config: Config,
    edition: Edition,
    year: FiscalYear,
    today: date,
    *,
    earlier: Sequence[Merged] = (),
    checked: Sequence[Finding] = (),
    history: Iterable[Confirmation] = (),
) -> Report:
    """The report of one fiscal year; `earlier` holds the merged forms of years before it.

    `checked` are the findings of the register of that year, `history` is the 確認済みメモ.
    """
    current = merged if merged and merged.year == year else None
    known = [Figures.of(m) for m in (*(e for e in earlier if e.year < year), current) if m]
    if edition is not Edition.INTERNAL:
        years = {figures.fiscal_year for figures in known}
        limit = register.settings["min_cell"]
        known = [
            protected(f, limit, knows_last_year=f.fiscal_year.previous in years) for f in known
        ]
    tallied = current.findings if current else ()
    entries = list(history)
    memo = Memo(checked, entries, register)
    of_forms = TallyMemo(tallied, entries, current, register) if current else memo
    data = ReportData(
        register=register,
        figures=next((f for f in known if f.fiscal_year == year), Figures(year)),
        config=config,
        edition=edition,
        year=year,
        today=today,
        earlier=tuple(f for f in known if f.fiscal_year < year),
        submissions=submissions_of(current) if current else (),
        findings=tuple(map(of_forms.told, tallied)),
        confirmed=(*confirmed_by(memo, checked), *confirmed_tallies(of_forms, tallied)),
    )
    return compose(data)


def compose(data: ReportData) -> Report:
    """The document: every section in order, whatever there is to show in it."""
    title = f"{data.year} {TITLE}"
    return Report(
        title=title,
        year_label=str(data.year),
        edition=str(data.edition),
        made_on=data.today,
        issuer=f"{data.config.municipality} {data.config.secretariat}",
        blocks=tuple(block for section in SECTIONS for block in _section(section, data)),
        attachments=() if data.is_public else yearly.attachments(data),
    )


def _section(section: Section, data: ReportData) -> Iterator[Block]:
    if section.new_page:
        yield PageBreak()
    yield Heading(section.level, section.heading.format(year=data.year))
    for name in section.shows:
        yield from BUILDERS[name](data)
