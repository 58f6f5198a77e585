"""An invented year with its monthly forms as they were read, to be held against a changed register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.core.sheet import Row
from juso.koshu.register import Register, register_of
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading, TallyRow
from juso.koshu.tally.values import State
from juso.services.sample.simulate import simulate
from juso.services.sample.tally_forms import forms_of_year
from juso.services.tally.reconcile import Reconciled, reconcile

R7 = FiscalYear(2025)
Change = Callable[[Row], Iterable[Row]]


def rows(seed: int = 1) -> Sequence[Row]:
    """The rows of a simulated year, the same objects every time."""
    return _rows(seed)


def forms(seed: int = 1) -> Mapping[str, FormReading]:
    """What all windows reported of that year, as its register tells it."""
    return _forms(seed)


@cache
def _rows(seed: int) -> Sequence[Row]:
    return simulate(R7, 120, seed)


@cache
def _forms(seed: int) -> Mapping[str, FormReading]:
    figures = forms_of_year(register_of(_rows(seed), R7.last_day), R7, seed)
    return {code: _reading(code, found) for code, found in figures.items()}


def _reading(code: str, figures: Mapping[tuple[str, Month], Any]) -> FormReading:
    found = {
        item.code: TallyRow(
            number, tuple(figures.get((item.code, m)) for m in R7.months), (State.VALUE,) * 12
        )
        for number, item in enumerate(form(code).items, start=4)
    }
    return FormReading(
        form(code).file_name, "ab", code, months=R7.months, columns=tuple(range(4, 16)), rows=found
    )


def changed(change: Change, seed: int = 1) -> Register:
    """The register after the windows had reported: each row becomes what `change` gives for it."""
    return register_of([new for row in rows(seed) for new in change(row)], R7.last_day)


def as_it_was(row: Row) -> Iterable[Row]:
    """No change."""
    return [row]


def typed(reading: FormReading, code: str, month: Month, more: int) -> FormReading:
    """A form in which one figure is higher by `more`."""
    row = reading.rows[code]
    values = list(row.values)
    values[reading.months.index(month)] = (values[reading.months.index(month)] or 0) + more
    return replace(reading, rows={**reading.rows, code: replace(row, values=tuple(values))})


def reconciled(change: Change = as_it_was, **how: Any) -> Reconciled:
    """The forms of the year held against its changed register."""
    return reconcile(forms(), changed(change), R7, **how)


def told(found: Reconciled) -> list[str]:
    """`翌月 R7-0094`: each cause taken for true, with its cases."""
    return [
        " ".join((chosen.hypothesis.cause, *chosen.hypothesis.cases))
        for chosen in found.solution.chosen
    ]
