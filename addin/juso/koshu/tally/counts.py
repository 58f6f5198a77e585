"""The monthly figures that the register itself can tell, and the rows behind each of them."""

from __future__ import annotations

from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.koshu.codes import Window
from juso.koshu.register import Register
from juso.koshu.tally.counts_basis import Definition, Scope, Value
from juso.koshu.tally.counts_multi_agency import MULTI_AGENCY_COUNTS
from juso.koshu.tally.counts_outreach import OUTREACH_COUNTS
from juso.koshu.tally.counts_participation import PARTICIPATION_COUNTS
from juso.koshu.tally.counts_window import WINDOW_COUNTS

COUNTS: dict[str, tuple[Definition, ...]] = {
    **{window.code: counts for window, counts in WINDOW_COUNTS.items()},
    "M": MULTI_AGENCY_COUNTS,
    "O": OUTREACH_COUNTS,
    "P": PARTICIPATION_COUNTS,
    "R": (),
}
"""Form code -> its countable items; 地域づくり has its own records at the sites."""

WINDOW_OF = {window.code: window for window in Window}


def scope_of(register: Register, form_code: str, year: FiscalYear) -> Scope:
    """What the figures of one form count from."""
    return Scope(register, year, WINDOW_OF.get(form_code))


def count(register: Register, form_code: str, year: FiscalYear) -> dict[tuple[str, Month], Value]:
    """Every figure of a form that the register can tell, for the months that have begun."""
    scope = scope_of(register, form_code, year)
    return {
        (definition.code, month): definition.value(definition.rows(scope, month), scope)
        for definition in COUNTS[form_code]
        for month in scope.months
    }


def rows_behind(
    register: Register, form_code: str, item_code: str, month: Month
) -> list[Any] | None:
    """The rows a figure counts, None for an item that the register cannot tell."""
    scope = scope_of(register, form_code, month.fiscal_year)
    for definition in COUNTS[form_code]:
        if definition.code == item_code:
            return definition.rows(scope, month)
    return None
