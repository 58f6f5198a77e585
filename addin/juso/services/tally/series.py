"""The months of a sum of rows: what each side of a relation comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from juso.koshu.tally.comparison import Part
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.reading import FormReading, TallyRow
from juso.koshu.tally.relation import Missing, When
from juso.koshu.tally.values import Number

Series = Sequence[Number | None]  # one figure a month from April; None where there is none
MONTHS = 12
NOTHING: Mapping[str, TallyRow] = {}


@dataclass(frozen=True, slots=True)
class Months:
    """The rows of a form, and those of last year's for the month before April."""

    form: str
    rows: Mapping[str, TallyRow]
    before: Mapping[str, TallyRow]

    @classmethod
    def of(cls, reading: FormReading, before: FormReading | None) -> Months:
        """A form with last year's, which counts only if it reaches March."""
        whole = before is not None and len(before.months) == MONTHS
        return cls(reading.form, reading.rows, before.rows if before and whole else NOTHING)

    def side(self, parts: tuple[Part, ...], missing: Missing) -> Series:
        """What one side of a relation comes to, month by month; () without the rows."""
        series = self._part(parts[0])
        for part in parts[1:]:
            more, sign = self._part(part), part.sign
            series = [
                None if a is None or b is None else a + sign * b
                for a, b in zip(series, more, strict=False)
            ]
        if missing is not Missing.NOT_COMPARED and None in series:
            return self._filled(parts, missing)
        return series

    def _filled(self, parts: tuple[Part, ...], missing: Missing) -> Series:
        """With 0 for what is missing, but None where all is and the relation says so."""
        columns = [
            (part.sign, self._part(Part(1, part.when, (code,))))
            for part in parts
            for code in part.codes
        ]
        months = zip(*(column for _, column in columns), strict=False)
        signs = [sign for sign, _ in columns]
        return [
            None
            if missing is Missing.ALL_MISSING and all(figure is None for figure in month)
            else sum(sign * (figure or 0) for sign, figure in zip(signs, month, strict=True))
            for month in months
        ]

    def _part(self, part: Part) -> Series:
        columns = [self.rows[code].values for code in part.codes if code in self.rows]
        if len(columns) < len(part.codes):
            return ()
        series = add_up(columns)
        if part.when is When.BEFORE:
            return (self._march(part.codes), *series[:-1])
        if part.when is When.SUM:
            return list(accumulate(series, _add))
        if part.when is When.MAX:
            return list(accumulate(series, _larger))
        return series

    def _march(self, codes: tuple[str, ...]) -> Number | None:
        """Last March's figure; none of an 年度累計, which begins anew in April."""
        found = [self.before[code].values[-1] for code in codes if code in self.before]
        items = items_by_code(self.form)
        if len(found) < len(codes) or any(items[code].cumulative for code in codes):
            return None
        return sum_or_none(found)


def add_up(columns: Sequence[Series]) -> Series:
    """The sum of rows month by month, None where one of them has none."""
    if len(columns) == 1:
        return columns[0]
    try:
        return list(map(sum, zip(*columns, strict=True)))
    except TypeError:
        return [sum_or_none(month) for month in zip(*columns, strict=True)]


def sum_or_none(numbers: Sequence[Number | None]) -> Number | None:
    """The sum, None where a number is missing."""
    return None if None in numbers else sum(n for n in numbers if n is not None)


def _add(a: Number | None, b: Number | None) -> Number | None:
    return None if a is None or b is None else a + b


def _larger(a: Number | None, b: Number | None) -> Number | None:
    return None if a is None or b is None else max(a, b)
