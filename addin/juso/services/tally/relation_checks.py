"""Figures that must agree: every relation of the table in koshu on one form, all months at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import eq, ge, le

from juso.core.cells import show
from juso.core.finding import Finding, Severity
from juso.koshu.tally.comparison import Comparison, comparisons
from juso.koshu.tally.items import form, items_by_code
from juso.koshu.tally.reading import FormReading, figure_spot, form_finding
from juso.koshu.tally.relation import Operator
from juso.koshu.tally.values import Number
from juso.services.tally.chains import off_for_one_month
from juso.services.tally.series import Months


def _together(left: Number, right: Number) -> bool:
    return (left == 0) == (right == 0)


def _needs(left: Number, right: Number) -> bool:
    return left == 0 or right != 0


HOLDS: dict[Operator, Callable[[Number, Number], bool]] = {
    Operator.EQUAL: eq,
    Operator.AT_MOST: le,
    Operator.AT_LEAST: ge,
    Operator.TOGETHER: _together,
    Operator.NEEDS: _needs,
}
PARTICLES = {Operator.TOGETHER: "と", Operator.NEEDS: "に対し、"}
ONE_OFF = (
    "が、{}を除くと前後の月はつながっています。その月だけの誤りか、あとで直した数かを確かめてください。"
    "あとで直した数なら、その訳を書いて確認済みにしてください。"
)


def check_relations(reading: FormReading, before: FormReading | None = None) -> Iterator[Finding]:
    """X01–X21 and Y01–Y09, `before` being last year's form; each rule speaks once of a figure."""
    months = Months.of(reading, before)
    said: set[tuple[str, str, int]] = set()
    for comparison in comparisons(reading.form):
        left = months.side(comparison.left, comparison.missing)
        right = months.side(comparison.right, comparison.missing)
        holds = HOLDS[comparison.operator]
        try:
            if all(map(holds, left, right)):  # type: ignore[arg-type]
                continue
        except TypeError:  # a None among the numbers: look month by month
            pass
        passing = off_for_one_month(comparison, left, right)
        for place, (a, b) in enumerate(zip(left, right, strict=False)):
            spot = comparison.rule.id, comparison.at, place
            if a is None or b is None or holds(a, b) or spot in said:
                continue
            said.add(spot)
            if place not in passing.echoes:
                yield _finding(reading, comparison, place, (a, b), passing.skipped.get(place))


def _finding(
    reading: FormReading,
    comparison: Comparison,
    place: int,
    sums: tuple[Number, Number],
    skipped: int | None,
) -> Finding:
    """What is said of one month; `skipped` is the month without which the others agree."""
    code, rule, operator = comparison.at, comparison.rule, comparison.operator
    a, b = sums
    left, right = f"{comparison.left_text}（{show(a)}）", f"{comparison.right_text}（{show(b)}）"
    where = f"{form(reading.form).name}{reading.months[place].label}"
    if "-" in code:
        where += f"（{items_by_code(reading.form)[code].group.partition('（')[0]}）"
    difference = f"（差{show(abs(a - b))}）" if operator not in PARTICLES else ""
    message = f"{where}：{left}{PARTICLES.get(operator, 'が')}{right}{operator.note}{difference}"
    severity = comparison.severity
    if skipped is None:
        message += f"。{rule.advice}"
    else:
        message += ONE_OFF.format(reading.months[skipped].label)
        severity = max(severity, Severity.WARNING, key=list(Severity).index)
    row = reading.rows.get(code)
    value = row.values[place] if row else None
    spot = figure_spot(reading, code, place, show(value))
    return form_finding(rule.id, reading.file, message, spot, severity)


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
