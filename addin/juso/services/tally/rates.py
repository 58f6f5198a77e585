"""人口当たりの率: figures per 100,000 people and month, beside those published of other bodies."""

from __future__ import annotations

from dataclasses import dataclass

from juso.koshu.codes import Window
from juso.koshu.tally.item import TallyItem
from juso.koshu.tally.items import WINDOW_FORMS, item
from juso.koshu.tally.rate import per_100k_a_month
from juso.koshu.tally.reference_rates import COMPARED, NATION, YAMANASHI, Compared, latest
from juso.koshu.tally.window_items import HARDSHIP_ITEMS
from juso.services.tally.merged import Merged
from juso.services.tally.sums import Row, month_sums, year_sum
from juso.services.tally.totals import Total

HARDSHIP = Window.HARDSHIP.code
WINDOWS = tuple(declared.code for declared in WINDOW_FORMS)
ALL_WINDOWS = "4窓口"
IN_YAMANASHI = "19"  # how the code of its municipalities begins
NO_POPULATION = (
    "人口が分からないので、率は計算していません。"
    "juso.toml の population に年度当初（4月1日）の人口を書いてください。"
)


@dataclass(frozen=True, slots=True)
class Rated:
    """A row to be rated, in one window or summed over the four."""

    form: str  # or ALL_WINDOWS
    item: TallyItem

    @property
    def rows(self) -> list[Row]:
        forms = WINDOWS if self.form == ALL_WINDOWS else (self.form,)
        return [(form, self.item.code) for form in forms]


RATED = (
    *(Rated(HARDSHIP, declared) for declared in HARDSHIP_ITEMS),
    *(Rated(ALL_WINDOWS, item(HARDSHIP, code)) for code in ("A01", "A10", "F01", "G01")),
    *(Rated(code[0], item(code[0], code)) for code in ("M01", "M05", "O01", "P01")),
)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate, and what its count lacks."""

    value: float | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RateRow:
    """One row: due months, the months together, the published rates by body."""

    rated: Rated
    months: tuple[Rate, ...]
    year: Rate
    beside: dict[str, float | None]
    caution: str = ""


def bodies(municipality_code: str) -> tuple[str, ...]:
    """Whose published rates stand beside a municipality's: its prefecture's where known."""
    return (NATION, YAMANASHI) if municipality_code.startswith(IN_YAMANASHI) else (NATION,)


def rate_rows(merged: Merged) -> tuple[RateRow, ...]:
    """All rated rows; without a population only the published rates have a value."""
    compared = {entry.item: entry for entry in COMPARED}
    return tuple(
        _row(merged, rated, compared.get(rated.item.code) if rated.form == HARDSHIP else None)
        for rated in RATED
    )


def _row(merged: Merged, rated: Rated, compared: Compared | None) -> RateRow:
    population = merged.background.population
    counts = month_sums(merged, rated.rows)
    months = tuple(_rate(total, population, 1) for total in counts)
    known = sum(total.value is not None for total in counts)
    year = _rate(year_sum(merged, counts), population, known)
    names = bodies(merged.background.municipality_code) if compared else ()
    beside = {body: latest(body).rate(compared.measure) for body in names if compared}
    return RateRow(rated, months, year, beside, compared.caution if compared else "")


def _rate(count: Total, population: int | None, months: int) -> Rate:
    """`months` are those that have a figure: one that was not reported is not a month of 0."""
    if count.value is None or not population or not months:
        return Rate(None, count.missing)
    return Rate(per_100k_a_month(count.value, population, months), count.missing)
