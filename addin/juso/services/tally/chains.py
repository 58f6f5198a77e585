"""Running figures that are off for one month and right again later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from juso.koshu.tally.comparison import Comparison
from juso.koshu.tally.relation import Operator, When
from juso.koshu.tally.values import Number
from juso.services.tally.series import Series

HOLDS: dict[Operator, Callable[[Number], bool]] = {
    Operator.EQUAL: lambda rest: rest == 0,
    Operator.AT_MOST: lambda rest: rest <= 0,
    Operator.AT_LEAST: lambda rest: rest >= 0,
}
RUNNING = (When.SUM, When.MAX)


@dataclass(frozen=True, slots=True)
class Passing:
    """Violations that heal, by month, with the month without which the chain is whole."""

    skipped: Mapping[int, int]
    echoes: frozenset[int]  # the other end of a pair: the same slip, not said again


NOT_PASSING = Passing({}, frozenset())


def off_for_one_month(comparison: Comparison, left: Series, right: Series) -> Passing:
    """Which violations of a chain come from one month's figure that was right again later.

    Left less right of two months in a row is what it would be without the month between
    them; in the last month reported nothing later can tell.
    """
    holds = HOLDS.get(comparison.operator)
    if holds is None or not _is_chain(comparison):
        return NOT_PASSING
    rests = [None if None in (a, b) else a - b for a, b in zip(left, right, strict=False)]  # type: ignore[operator]
    skipped: dict[int, int] = {}
    echoes: set[int] = set()
    running = any(part.when in RUNNING for part in comparison.right)
    for place, rest in enumerate(rests[:-1]):
        if rest is None or holds(rest) or place in echoes:
            continue
        month = _odd_one(rests, place, holds, running)
        if month is not None:
            skipped[place] = month
            if comparison.operator is Operator.EQUAL:
                echoes.add(place + 1)
    return Passing(skipped, frozenset(echoes))


def _is_chain(comparison: Comparison) -> bool:
    """Whether a figure is held against its own past."""
    parts = (*comparison.left, *comparison.right)
    if any(part.when in RUNNING for part in parts):
        return True
    past = {code for part in parts if part.when is When.BEFORE for code in part.codes}
    return bool(past) and (
        comparison.operator is Operator.EQUAL or comparison.left[0].codes[0] in past
    )


def _odd_one(
    rests: list[Number | None], place: int, holds: Callable[[Number], bool], running: bool
) -> int | None:
    """The month to leave out so that the chain is whole, None where there is none."""
    rest, later = rests[place], rests[place + 1]
    earlier = rests[place - 1] if place else None
    if rest is None or later is None:
        return None
    if running:
        return place if earlier is not None and holds(earlier) and holds(later) else None
    if holds(rest + later):
        return place
    if earlier is not None and holds(rest + earlier) and holds(later):
        return place - 1
    return None
