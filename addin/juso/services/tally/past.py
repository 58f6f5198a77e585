"""A figure before the background of its own row: the twelve months before and the year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log
from statistics import median

from juso.koshu.tally.plausibility import CHANCE, KEPT_MONTHS, MAD_TO_SIGMA
from juso.koshu.tally.reading import FormReading
from juso.koshu.tally.values import Number

TEN = 10
APART = 5  # a figure with a digit too many is at least so many times the largest before
TWO_DIGITS = 20  # from here on a figure of one digit is no mere quiet month
ALMOST_NOTHING = 1e-12
BEYOND = 0.75  # of a row's range: so far a figure must be outside of it


@dataclass(frozen=True, slots=True)
class Past:
    """One figure, `place` months after April, and what its row said before."""

    place: int
    value: Number
    known: tuple[Number, ...]  # of the past twelve months, those with a figure
    year_ago: Number | None

    @property
    def is_high(self) -> bool:
        return bool(self.known) and self.value > max(self.known)


def pasts(
    reading: FormReading, before: FormReading | None, code: str, needed: str, least: int
) -> Iterator[Past]:
    """The figures of a row that may stand out: nothing of a row that varies by less than `least`.

    Only months count in which the row `needed` ('' for none) has a figure that is not 0: no
    days open, no visitors.
    """
    row, old = reading.rows[code], before.rows.get(code) if before else None
    if not _varies(row.values, old.values if old else (), least):
        return
    line = _line(reading, before, code)
    if needed in reading.rows:
        events = _line(reading, before, needed)
        line = tuple(f if event else None for f, event in zip(line, events, strict=True))
    first = KEPT_MONTHS if before else 0
    for here, value in enumerate(line[first:], start=first):
        if value is None:
            continue
        window = line[max(0, here - KEPT_MONTHS) : here]
        year_ago = line[here - KEPT_MONTHS] if here >= KEPT_MONTHS else None
        past = tuple(figure for figure in window if figure is not None)
        is_new = year_ago is not None or (past and not min(past) <= value <= max(past))
        if is_new and any(_is_apart(value, other, least) for other in (*past, year_ago)):
            yield Past(here - first, value, past, year_ago)


def _varies(values: Sequence[Number | None], earlier: Sequence[Number | None], least: int) -> bool:
    """Whether any two figures of a row are so far apart: of most rows none are."""
    try:
        both = (*values, *earlier)
        return max(both) - min(both) >= least  # type: ignore[type-var,operator]
    except TypeError:  # a None among the numbers
        known = [value for value in both if value is not None]
        return bool(known) and max(known) - min(known) >= least


def _line(reading: FormReading, before: FormReading | None, code: str) -> tuple[Number | None, ...]:
    """This year's months after last year's twelve, blank from where its form ends."""
    row = before.rows.get(code) if before else None
    values = row.values if row else ()
    blank = (None,) * (KEPT_MONTHS - len(values)) if before else ()
    return (*values, *blank, *reading.rows[code].values)


def _is_apart(value: Number, other: Number | None, least: int) -> bool:
    return other is not None and abs(value - other) >= least


def stands_out(past: Past, width: int, least: int, clumped: float) -> bool:
    """Whether a figure is beyond its row's range, its usual spread and mere chance.

    A row that was never small and is 0 needs no such distance. The spread is the median absolute deviation, never less than `clumped` times the root of
    the median, which counts of that size usually have; the same month last year and the Poisson 99% interval must not explain it either.
    """
    low, high = min(past.known), max(past.known)
    middle = median(past.known)
    off = abs(past.value - middle)
    if off < least or max(past.value - high, low - past.value) <= BEYOND * (high - low):
        return False
    spread = MAD_TO_SIGMA * median(abs(figure - middle) for figure in past.known)
    silent = past.value == 0 and low >= TWO_DIGITS
    if off <= width * max(spread, clumped * middle**0.5) and not silent:
        return False
    mean = sum(past.known) / len(past.known)
    if is_chance(past.value, max(mean, 1 / (2 * len(past.known)))):
        return False
    return past.year_ago is None or not _is_like(past, past.year_ago)


def _is_like(past: Past, year_ago: Number) -> bool:
    """The witness: the same month last year was as high or as low, or nearly so."""
    if (past.value > year_ago) != past.is_high:
        return True
    return is_chance(past.value, max(year_ago, 0.5))


def is_chance(value: Number, mean: float) -> bool:
    """Whether a count lies within the Poisson 99% interval of a mean: the tail, added up."""
    step = 1 if value > mean else -1
    count, tail = int(value), 0.0
    term = exp(count * log(mean) - mean - lgamma(count + 1))
    while count >= 0 and term > ALMOST_NOTHING * max(tail, ALMOST_NOTHING):
        tail += term
        if tail > CHANCE:
            return True
        term = term * mean / (count + 1) if step > 0 else term * count / mean
        count += step
    return False


def slipped_digit(past: Past) -> str:
    """Z05: what would fit if a digit were left out or put in, '' where nothing would."""
    low, high = min(past.known), max(past.known)
    value = past.value
    if value >= APART * max(high, 1) and low <= value / TEN <= high:
        return "1桁多いおそれがあります。"
    if value and low >= TWO_DIGITS and value * TEN <= high and value * TEN + 9 >= low:
        return "1桁少ないおそれがあります。"
    return ""


def changed_much(past: Past, percent: int, least: int, clumped: float) -> bool:
    """Z04: far from the same month last year, by more than chance, and new in twelve months."""
    last = past.year_ago
    if last is None:
        return False
    if past.known and min(past.known) <= past.value <= max(past.known):
        return False
    change = abs(past.value - last)
    beyond_chance = change > 3 * clumped * (past.value + last) ** 0.5
    return change >= least and change * 100 >= percent * last and beyond_chance
