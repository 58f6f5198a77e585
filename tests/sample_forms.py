"""The figures of an invented year as the forms they are read from, without writing files."""

from __future__ import annotations

from collections.abc import Mapping

from juso.core.calendar import FiscalYear
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading, TallyRow
from juso.koshu.tally.values import State
from juso.services.sample.tally_draw import Figures


def as_readings(forms: Mapping[str, Figures], year: FiscalYear) -> dict[str, FormReading]:
    """Each form by its code, all twelve months reported."""
    return {code: _reading(code, figures, year) for code, figures in forms.items()}


def _reading(code: str, figures: Figures, year: FiscalYear) -> FormReading:
    rows = {
        item.code: TallyRow(
            number,
            tuple(figures.get((item.code, month)) for month in year.months),
            (State.VALUE,) * 12,
        )
        for number, item in enumerate(form(code).items, start=4)
    }
    return FormReading("", "", code, months=year.months, columns=tuple(range(4, 16)), rows=rows)
