"""Choose the causes that together explain most of the differences and contradict least."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from juso.services.tally.reconciling.hypothesis import Hypothesis, Place

Residual = dict[Place, float]
AS_GOOD = 0.02  # weights closer than this are alike


@dataclass(frozen=True)
class Chosen:
    """A hypothesis taken for true, and others that would have explained just the same."""

    hypothesis: Hypothesis
    others: tuple[Hypothesis, ...] = ()


@dataclass(frozen=True)
class Solution:
    """The causes in the order of their worth, and what of each difference they leave open."""

    chosen: tuple[Chosen, ...]
    left: Mapping[Place, float]
    by_place: Mapping[Place, list[Chosen]] = field(default_factory=dict)


def solve(differences: Mapping[Place, float], hypotheses: Iterable[Hypothesis]) -> Solution:
    """Take one hypothesis after the other while it brings reported and counted closer.

    A hypothesis gains 1 for each figure it brings closer by 1 and loses 1 for each it drives
    apart: a row that would change ten figures of which one differs explains nothing. Places
    that `differences` does not name were not compared and count for nothing.
    """
    left: Residual = dict(differences)
    known = [h for h in hypotheses if _gain(h, left) > 0]
    gains = {n: _gain(h, left) for n, h in enumerate(known)}
    touching: dict[Place, list[int]] = defaultdict(list)
    for n, h in enumerate(known):
        for place in h.effect:
            touching[place].append(n)
    chosen: list[Chosen] = []
    while gains:
        best = max(gains, key=lambda n: (gains[n], known[n].weight, -n))
        if gains[best] <= 0:
            break
        taken = known[best]
        chosen.append(Chosen(taken, _alike(taken, known, gains)))
        changed = _apply(taken, left)
        _drop(taken.about, known, gains)
        for n in {n for place in changed for n in touching[place] if n in gains}:
            gains[n] = _gain(known[n], left)
    by_place: dict[Place, list[Chosen]] = defaultdict(list)
    for one in chosen:
        for place in one.hypothesis.effect:
            by_place[place].append(one)
    return Solution(tuple(chosen), left, by_place)


def _gain(h: Hypothesis, left: Residual) -> float:
    return sum(
        abs(left[place]) - abs(left[place] - more)
        for place, more in h.effect.items()
        if place in left
    )


def _apply(h: Hypothesis, left: Residual) -> list[Place]:
    changed = [place for place in h.effect if place in left]
    for place in changed:
        left[place] -= h.effect[place]
    return changed


def _drop(about: Hashable, known: list[Hypothesis], gains: dict[int, float]) -> None:
    for n in [n for n in gains if known[n].about == about]:
        del gains[n]


def _alike(
    taken: Hypothesis, known: list[Hypothesis], gains: Mapping[int, float]
) -> tuple[Hypothesis, ...]:
    """Hypotheses of the same cause, worth as much, that nothing tells from the one taken."""
    return tuple(
        known[n]
        for n in gains
        if known[n].about != taken.about
        and known[n].cause is taken.cause
        and known[n].effect == taken.effect
        and known[n].weight > taken.weight - AS_GOOD
    )
