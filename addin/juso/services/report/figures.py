"""The merged monthly figures as the report asks for them: by form, item and month of one year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from juso.core.calendar import FiscalYear, Month
from juso.koshu.amount import HIDDEN, NOT_APPLICABLE, UNKNOWN, Amount
from juso.koshu.codes import Window
from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.items import item as tally_item
from juso.koshu.tally.site_items import site_code
from juso.koshu.tally.sites import community_sites
from juso.services.tally.merged import Merged

Key = tuple[str, str, Month]  # form, item, month
YearKey = tuple[str, str]  # form or 市, item; "A01/R7.4" a month of the city, "R02/事業" its places

CITY = "市"
SITES = "R"
WINDOWS = tuple(window.code for window in Window)
MONTHLY_IN_PUBLIC = ("A01", "A10", "E06")  # the city's figures that are shown by month
PERSON_UNITS = frozenset({"件", "人", "世帯", "組"})
VISITS = frozenset({"O06", "O07", "O08"})  # counted in 回, but each is somebody's
STAFF = "H05"


def counts_persons(item: TallyItem) -> bool:
    """Whether a row counts people or their cases, not days, meetings, money or staff."""
    return (item.unit in PERSON_UNITS and item.code != STAFF) or item.code in VISITS


@dataclass(frozen=True, slots=True)
class Figures:
    """One fiscal year; a month that is not there was not reported.

    With `hidden` the figures are those of a public edition: the hidden ones are x, and what
    counts persons is known by the year only.
    """

    fiscal_year: FiscalYear
    values: Mapping[Key, float] = field(default_factory=dict)
    reported: frozenset[tuple[str, Month]] = frozenset()  # form and month
    hidden: frozenset[YearKey] | None = None

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
        """One cell of one form."""
        return self._unless_public(form, item, self._month(form, item, month))

    def span(self, form: str, item: str, months: Iterable[Month]) -> Amount:
        """Several months as one figure."""
        return self._unless_public(form, item, self._span(form, item, months))

    def year(self, form: str, item: str) -> Amount:
        """The whole year of one form."""
        return self._shown((form, item), self._span(form, item, self.fiscal_year.months))

    def city_month(self, item: str, month: Month) -> Amount:
        """The four windows together in one month."""
        amount = Amount.total(self._month(window, item, month) for window in WINDOWS)
        if self.hidden is not None and item not in MONTHLY_IN_PUBLIC:
            return self._unless_public(WINDOWS[0], item, amount)
        return self._shown((CITY, f"{item}/{month}"), amount)

    def city(self, item: str) -> Amount:
        """The four windows together over the year; persons are not added (窓口間の重複)."""
        if tally_item(WINDOWS[0], item).kind is Kind.UNIQUE:
            return NOT_APPLICABLE
        months = self.fiscal_year.months
        amount = Amount.total(self._span(window, item, months) for window in WINDOWS)
        return self._shown((CITY, item), amount)

    def at_start(self, item: str) -> Amount:
        """The four windows together in April."""
        april = self.fiscal_year.months[0]
        return Amount.total(self._month(window, item, april) for window in WINDOWS)

    def places(self, item: str, service: str = "") -> Amount:
        """The places of one service, or all, over the year."""
        codes = (
            site_code(item, site.site_no)
            for site in community_sites()
            if service in ("", site.service.services[0])
        )
        months = self.fiscal_year.months
        amount = Amount.total(self._span(SITES, code, months) for code in codes)
        return self._shown((SITES, f"{item}/{service}"), amount)

    def sites(self, item: str) -> Amount:
        """The places of community building together over the year."""
        return self.places(item)

    def _shown(self, key: YearKey, amount: Amount) -> Amount:
        return HIDDEN if self.hidden and key in self.hidden else amount

    def _unless_public(self, form: str, item: str, amount: Amount) -> Amount:
        is_hidden = self.hidden is not None and counts_persons(tally_item(form, item))
        return HIDDEN if is_hidden and amount.value is not None else amount

    def _month(self, form: str, item: str, month: Month) -> Amount:
        """One cell; an optional cell left blank in a reported month is no gap."""
        value = self.values.get((form, item, month))
        if value is not None:
            return Amount.of(value)
        is_left_out = (form, month) in self.reported and not tally_item(form, item).required
        return NOT_APPLICABLE if is_left_out else UNKNOWN

    def _span(self, form: str, item: str, months: Iterable[Month]) -> Amount:
        """A flow is added, a stock is its last month.

        Persons of several months cannot be added; only 年度累計 rows have such a figure.
        """
        row = tally_item(form, item)
        amounts = [self._month(form, item, month) for month in months]
        if row.kind is Kind.FLOW:
            return Amount.total(amounts)
        if row.kind is Kind.UNIQUE and not row.cumulative:
            return NOT_APPLICABLE
        return _last(amounts)


def _last(amounts: list[Amount]) -> Amount:
    known = [a.value for a in amounts if a.value is not None]
    if not known:
        return UNKNOWN
    return Amount(known[-1], has_gap=amounts[-1].value is None)
