"""B1–B5: forms held against each other and against the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from juso.core.calendar import FiscalYear, Month
from juso.core.cells import show
from juso.core.finding import Finding
from juso.koshu.register import Register
from juso.koshu.settings import Settings
from juso.koshu.tally.between_sides import BetweenComparison, Place, between_comparisons
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading, figure_spot, form_finding
from juso.koshu.tally.relation import Operator
from juso.koshu.tally.values import Number
from juso.services.tally.register_counts import RegisterCounts
from juso.services.tally.relation_checks import HOLDS
from juso.services.tally.series import Series, add_up, sum_or_none


@dataclass(frozen=True, slots=True)
class _Sources:
    """Where the figures of a comparison come from."""

    forms: Mapping[str, FormReading]
    counts: RegisterCounts | None

    def months(self, places: Sequence[Place]) -> tuple[Month, ...]:
        """The months that all forms of a comparison have reported, () where one is missing."""
        found = [self.forms[p.form].months if p.form in self.forms else () for p in places]
        return min(found, key=len)

    def side(self, side: tuple[Place, ...], months: tuple[Month, ...]) -> Series:
        """The sum of a side month by month; () where it cannot be told at all."""
        columns = [self._column(place, months) for place in side]
        return add_up(columns) if all(columns) else ()

    def _column(self, place: Place, months: tuple[Month, ...]) -> Series:
        if place.is_register:
            return self.counts.series(place.form, place.code, months) if self.counts else ()
        reading = self.forms.get(place.form)
        row = reading.rows.get(place.code) if reading else None
        figures = row.values[: len(months)] if row else ()
        if place.sign > 0:
            return figures
        return [None if f is None else place.sign * f for f in figures]


def check_between(
    forms: Mapping[str, FormReading],
    year: FiscalYear,
    register: Register | None,
    settings: Settings,
) -> Iterator[Finding]:
    """B1–B5; a month, or for 年計 a year so far, with a missing figure is not compared."""
    sources = _Sources(forms, RegisterCounts(register, year) if register else None)
    for comparison in between_comparisons():
        places = (*comparison.left, *comparison.right)
        months = sources.months(places)
        left, right = (sources.side(s, months) for s in (comparison.left, comparison.right))
        if comparison.is_yearly and left and right:
            left, right = [sum_or_none(left)], [sum_or_none(right)]
        for place, (a, b) in enumerate(zip(left, right, strict=False)):
            if a is not None and b is not None and not _holds(comparison, a, b, settings):
                month = len(months) - 1 if comparison.is_yearly else place
                yield _finding(forms[comparison.at.form], comparison, month, a, b)


def _holds(comparison: BetweenComparison, a: Number, b: Number, settings: Settings) -> bool:
    if comparison.operator is not Operator.CLOSE:
        return HOLDS[comparison.operator](a, b)
    percent = settings["between_percent"] / 100
    return abs(a - b) <= max(settings["between_least"], percent * max(a, b))


def _finding(
    reading: FormReading, comparison: BetweenComparison, place: int, a: Number, b: Number
) -> Finding:
    month = reading.months[place].label
    when = month if not comparison.is_yearly or place == 0 else f"4月～{month}"
    message = (
        f"{form(reading.form).name}{when}：{comparison.left_text}（{show(a)}）が"
        f"{comparison.right_text}（{show(b)}）{comparison.operator.note}（差{show(abs(a - b))}）。"
        f"{comparison.rule.advice}"
    )
    code = comparison.at.code
    row = reading.rows.get(code)
    spot = figure_spot(reading, code, place, show(row.values[place] if row else None))
    return form_finding(comparison.rule.id, reading.file, message, spot, comparison.severity)
