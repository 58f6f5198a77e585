"""What an indicator is, and how its grade is proposed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from juso.core.calendar import FiscalYear
from juso.koshu.amount import Amount
from juso.koshu.codes import AutoGrade, Grade
from juso.koshu.register import Register

SAME_WITHIN = 0.03  # 横ばい: ±3%


class MonthlyFigures(Protocol):
    """What an indicator needs of the merged monthly figures of one fiscal year."""

    @property
    def fiscal_year(self) -> FiscalYear: ...

    def year(self, form: str, item: str) -> Amount:
        """The year's figure of one form: months added, or the last of a month-end value."""

    def city(self, item: str) -> Amount:
        """The same over the four windows."""

    def at_start(self, item: str) -> Amount:
        """The four windows' figure of April."""

    def sites(self, item: str) -> Amount:
        """The year's figure over the places of community building."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an indicator's value comes from."""

    reckon: Callable[[Register, MonthlyFigures], Amount]
    from_register: bool  # last year's value is not in this year's register


def monthly(reckon: Callable[[MonthlyFigures], Amount]) -> Source:
    """A value of the monthly figures."""
    return Source(lambda _, figures: reckon(figures), from_register=False)


def registered(reckon: Callable[[Register, FiscalYear], Amount]) -> Source:
    """A value of the register."""
    return Source(lambda book, figures: reckon(book, figures.fiscal_year), from_register=True)


def of_city(item: str) -> Source:
    """A row of the forms over the four windows."""
    return monthly(lambda figures: figures.city(item))


def of_form(form: str, item: str) -> Source:
    """A row of one form."""
    return monthly(lambda figures: figures.year(form, item))


def of_sites(item: str) -> Source:
    """A row of the places of community building."""
    return monthly(lambda figures: figures.sites(item))


def ratio(part: str, *whole: str) -> Source:
    """A percentage of rows of the four windows."""
    return monthly(
        lambda figures: figures.city(part).percent_of(Amount.total(map(figures.city, whole)))
    )


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of the evaluation: what is counted, how, and on which clause."""

    id: str  # K04, further lines K04-2
    name: str
    unit: str
    formula: str
    basis: str  # clause of the plan: 4(1)③
    source: Source
    lower_is_better: bool = False
    is_mean: bool = False
    counts_cases: bool = False  # of the register: small values are hidden in public

    def value(self, register: Register, figures: MonthlyFigures) -> Amount:
        """The year's value; nothing to reckon where the denominator is 0."""
        return self.source.reckon(register, figures)

    @property
    def main_id(self) -> str:
        """The id 目標・評価 rows use."""
        return self.id[:3]

    @property
    def is_main(self) -> bool:
        return self.id == self.main_id

    @property
    def digits(self) -> int:
        """Decimals in print: counts have none."""
        return 1 if self.is_mean or self.unit in ("％", "日") else 0


def achieved(indicator: Indicator, value: float, target: float) -> float | None:
    """達成率: 1 is the target reached; None where it cannot be reckoned."""
    if indicator.lower_is_better:
        return target / value if value else 1.0
    return value / target if target else None


def propose_grade(
    indicator: Indicator, value: float | None, target: float | None, previous: float | None
) -> Grade | AutoGrade | None:
    """自動判定: A–D against the target, else a–c against last year; the chief decides."""
    if value is None:
        return None
    if target is not None:
        rate = achieved(indicator, value, target)
        return None if rate is None else _grade(rate)
    return None if previous is None else _trend(indicator, value, previous)


def _grade(rate: float) -> Grade:
    steps = ((1.0, Grade.A), (0.8, Grade.B), (0.6, Grade.C))
    return next((grade for floor, grade in steps if rate >= floor), Grade.D)


def _trend(indicator: Indicator, value: float, previous: float) -> AutoGrade:
    if abs(value - previous) <= abs(previous) * SAME_WITHIN:
        return AutoGrade.SAME
    rose = value > previous
    return AutoGrade.WORSE if rose is indicator.lower_is_better else AutoGrade.BETTER
