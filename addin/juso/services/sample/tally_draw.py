"""Drawing plausible monthly numbers that add up."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from juso.core.calendar import Month
from juso.koshu.tally.counts_basis import Value

Figures = dict[tuple[str, Month], Value]
"""The figures of one form by 項目コード and month."""


def share_out(rng: Random, total: int, weights: Sequence[float]) -> list[int]:
    """A total divided at random; the parts add up to it."""
    parts = [0] * len(weights)
    for place in rng.choices(range(len(weights)), weights, k=total):
        parts[place] += 1
    return parts


def some_of(rng: Random, total: int, share: float) -> int:
    """About that share of a total, never more than it."""
    return sum(rng.random() < share for _ in range(total))


def around(rng: Random, usual: float) -> int:
    """A number near the usual one, never below 0."""
    return max(0, round(rng.gauss(usual, usual**0.5 / 1.5)))
