"""The merged monthly figures as the report asks for them: by form, item and month of one year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from juso.core.calendar import FiscalYear, Month
from juso.koshu.amount import NOT_APPLICABLE, UNKNOWN, Amount
from juso.koshu.codes import Window
from juso.koshu.tally.item import Kind
from juso.koshu.tally.items import item as tally_item
from juso.koshu.tally.site_items import site_code
from juso.koshu.tally.sites import community_sites
from juso.services.merged import Merged

Key = tuple[str, str, Month]  # form, item, month
WINDOWS = tuple(window.code for window in Window)
SITES = "R"


@dataclass(frozen=True, slots=True)
class Figures:
    """One fiscal year; a month that is not there was not reported."""

    fiscal_year: FiscalYear
    values: Mapping[Key, float] = field(default_factory=dict)
    reported: frozenset[tuple[str, Month]] = frozenset()  # form and month

    @classmethod
    def of(cls, merged: Merged) -> Figures:
        """The known figures of merged forms."""
        reported = frozenset((s.window, s.month) for s in merged.completeness if s.is_submitted)
        return cls(merged.year, merged.values, reported)

    @property
    def is_empty(self) -> bool:
        """Nothing at all was reported for the year."""
        return not self.values

    def month(self, form: str, item: str, month: Month) -> Amount:
        """One cell of one form; an optional cell left blank in a reported month is no gap."""
        value = self.values.get((form, item, month))
        if value is not None:
            return Amount.of(value)
        is_left_out = (form, month) in self.reported and not tally_item(form, item).required
        return NOT_APPLICABLE if is_left_out else UNKNOWN

    def span(self, form: str, item: str, months: Iterable[Month]) -> Amount:
        """Several months as one figure: flows are added, a stock is its last month.

        Persons of several months cannot be added; only 年度累計 rows have such a figure.
        """
        row = tally_item(form, item)
        amounts = [self.month(form, item, month) for month in months]
        if row.kind is Kind.FLOW:
            return Amount.total(amounts)
        if row.kind is Kind.UNIQUE and not row.cumulative:
            return NOT_APPLICABLE
        return _last(amounts)

    def year(self, form: str, item: str) -> Amount:
        """The whole year of one form."""
        return self.span(form, item, self.fiscal_year.months)

    def city_month(self, item: str, month: Month) -> Amount:
        """The four windows together in one month."""
        return Amount.total(self.month(window, item, month) for window in WINDOWS)

    def city(self, item: str) -> Amount:
        """The four windows together over the year; persons are not added (窓口間の重複)."""
        if tally_item(WINDOWS[0], item).kind is Kind.UNIQUE:
            return NOT_APPLICABLE
        return Amount.total(self.year(window, item) for window in WINDOWS)

    def at_start(self, item: str) -> Amount:
        """The four windows together in April."""
        return self.city_month(item, self.fiscal_year.months[0])

    def sites(self, item: str) -> Amount:
        """The places of community building together over the year."""
        codes = (site_code(item, site.site_no) for site in community_sites())
        return Amount.total(self.year(SITES, code) for code in codes)


def _last(amounts: list[Amount]) -> Amount:
    known = [a.value for a in amounts if a.value is not None]
    if not known:
        return UNKNOWN
    return Amount(known[-1], has_gap=amounts[-1].value is None)
