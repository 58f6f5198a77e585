"""What every section is written from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from juso.core.calendar import FiscalYear
from juso.core.finding import Finding
from juso.koshu.config import Config, Wording
from juso.koshu.confirmation import Confirmation
from juso.koshu.register import Register
from juso.koshu.report_sections import Edition
from juso.koshu.sheets import Target
from juso.koshu.tally.items import form
from juso.services.report.figures import Figures
from juso.services.report_model import Block
from juso.services.tally.merged import Merged


@dataclass(frozen=True, slots=True)
class Submission:
    """How far one form's months have come in."""

    form: str
    name: str
    agency: str
    submitted: tuple[bool, ...]  # April to the last month that is due

    @property
    def count(self) -> int:
        return sum(self.submitted)


def submissions_of(merged: Merged) -> tuple[Submission, ...]:
    """The state of every form, a line each."""
    months: dict[str, list[bool]] = {}
    for s in merged.completeness:
        if s.is_due:
            months.setdefault(s.window, []).append(s.is_submitted)
    return tuple(
        Submission(code, form(code).name, form(code).agency, tuple(found))
        for code, found in months.items()
    )


@dataclass(frozen=True, slots=True)
class ReportData:
    """The register, the monthly figures of this year and of earlier ones, and the office."""

    register: Register
    figures: Figures
    config: Config
    edition: Edition
    year: FiscalYear
    today: date
    earlier: tuple[Figures, ...] = ()  # oldest first
    submissions: tuple[Submission, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    confirmed: tuple[Confirmation, ...] = ()  # what stands for a reason

    @property
    def wording(self) -> Wording:
        return self.config.wording

    @property
    def is_public(self) -> bool:
        """Whether the edition leaves the office: small figures are hidden."""
        return self.edition is not Edition.INTERNAL

    @property
    def threshold(self) -> int:
        """Counts of persons below it are small."""
        return self.register.settings["min_cell"]

    @property
    def previous(self) -> Figures:
        """Last year's figures, empty where there are none."""
        return self.figures_of(self.year.previous)

    def figures_of(self, year: FiscalYear) -> Figures:
        """The figures of any year."""
        known = (*self.earlier, self.figures)
        return next((f for f in known if f.fiscal_year == year), Figures(year))

    def target_of(self, indicator_id: str) -> Target | None:
        """This year's row of 目標・評価, if it is there."""
        return next(
            (
                t
                for t in self.register.targets
                if t.indicator == indicator_id and t.fiscal_year == self.year.short
            ),
            None,
        )


Builder = Callable[[ReportData], Iterable[Block]]
