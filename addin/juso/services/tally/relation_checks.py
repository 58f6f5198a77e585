"""Figures that must agree: every relation of the table in koshu on one form, all months at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import eq, ge, le

from juso.core.cells import show
from juso.core.finding import Finding
from juso.koshu.tally.items import form, items_by_code
from juso.koshu.tally.reading import FormReading, TallyRow, figure_spot, form_finding
from juso.koshu.tally.relation import Comparison, Operator, Part, When, comparisons
from juso.koshu.tally.values import Number

Series = Sequence[Number | None]  # one figure a month from April; None where there is none


def _together(left: Number, right: Number) -> bool:
    return (left == 0) == (right == 0)


HOLDS: dict[Operator, Callable[[Number, Number], bool]] = {
    Operator.EQUAL: eq,
    Operator.AT_MOST: le,
    Operator.AT_LEAST: ge,
    Operator.TOGETHER: _together,
}


def check_relations(reading: FormReading) -> Iterator[Finding]:
    """X01–X21 and Y01–Y09; a month in which either side lacks a figure is not compared."""
    for comparison in comparisons(reading.form):
        left = _side(comparison.left, reading.rows)
        right = _side(comparison.right, reading.rows)
        holds = HOLDS[comparison.operator]
        try:
            if all(map(holds, left, right)):  # type: ignore[arg-type]
                continue
        except TypeError:  # a None among the numbers: look month by month
            pass
        for place, (a, b) in enumerate(zip(left, right, strict=False)):
            if a is not None and b is not None and not holds(a, b):
                yield _finding(reading, comparison, place, a, b)


def _side(parts: tuple[Part, ...], rows: Mapping[str, TallyRow]) -> Series:
    series = _part(parts[0], rows)
    for part in parts[1:]:
        more, sign = _part(part, rows), part.sign
        series = [
            None if a is None or b is None else a + sign * b
            for a, b in zip(series, more, strict=False)
        ]
    return series


def _part(part: Part, rows: Mapping[str, TallyRow]) -> Series:
    columns = [rows[code].values for code in part.codes if code in rows]
    if len(columns) < len(part.codes):
        return ()
    series: Series = columns[0]
    if len(columns) > 1:
        try:
            series = list(map(sum, zip(*columns, strict=True)))
        except TypeError:
            series = [_sum_or_none(month) for month in zip(*columns, strict=True)]
    if part.when is When.BEFORE:
        return (None, *series[:-1])
    if part.when is When.SUM:
        return list(accumulate(series, _add))
    if part.when is When.MAX:
        return list(accumulate(series, _larger))
    return series


def _sum_or_none(numbers: tuple[Number | None, ...]) -> Number | None:
    return None if None in numbers else sum(n for n in numbers if n is not None)


def _add(a: Number | None, b: Number | None) -> Number | None:
    return None if a is None or b is None else a + b


def _larger(a: Number | None, b: Number | None) -> Number | None:
    return None if a is None or b is None else max(a, b)


def _finding(
    reading: FormReading, comparison: Comparison, place: int, a: Number, b: Number
) -> Finding:
    code, rule, operator = comparison.at, comparison.rule, comparison.operator
    left, right = f"{comparison.left_text}（{show(a)}）", f"{comparison.right_text}（{show(b)}）"
    where = f"{form(reading.form).name}{reading.months[place].label}"
    if "-" in code:
        where += f"（{items_by_code(reading.form)[code].group.partition('（')[0]}）"
    difference = f"（差{show(abs(a - b))}）" if operator is not Operator.TOGETHER else ""
    particle = "と" if operator is Operator.TOGETHER else "が"
    message = f"{where}：{left}{particle}{right}{operator.note}{difference}。{rule.advice}"
    row = reading.rows.get(code)
    value = row.values[place] if row else None
    spot = figure_spot(reading, code, place, show(value))
    return form_finding(rule.id, reading.file, message, spot, comparison.severity)


def check_revisions(old: FormReading, new: FormReading) -> Iterator[Finding]:
    """Y08: figures of months already reported that the newer file changes."""
    for code, row in new.rows.items():
        before = old.rows.get(code)
        if before is None or before.values == row.values[: len(before.values)]:
            continue
        for place, (a, b) in enumerate(zip(before.values, row.values, strict=False)):
            if a is not None and a != b:
                shown = "空欄又は読めない値" if b is None else show(b)
                message = (
                    f"{form(new.form).name}{new.months[place].label}：{code}の報告値が{show(a)}から{shown}に"
                    "変わっています。直した理由を確かめ、備考に残してください。"
                )
                spot = figure_spot(new, code, place, show(b))
                yield form_finding("TALLY-208", new.file, message, spot)
