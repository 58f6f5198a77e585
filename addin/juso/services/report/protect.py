"""秘匿: which figures to hide so that no small one can be worked out from those that are shown.

Figures are linked by equations (breakdowns and their totals). A small figure is safe when
neither algebra nor the fact that hidden figures are whole numbers from 1 on tells a reader that
it is small. A reader is taken to know every equation and every figure that is not hidden.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

PRIME = 2_147_483_647  # exact enough for rank, and far quicker than fractions
ROUNDS = 60


@dataclass(frozen=True, slots=True)
class Equation(Generic[K]):
    """The parts add up to the whole, apart from something that never changes."""

    parts: tuple[K, ...]
    whole: tuple[K, ...]

    @property
    def terms(self) -> dict[K, int]:
        """Each figure with its sign."""
        return {**dict.fromkeys(self.parts, 1), **dict.fromkeys(self.whole, -1)}


@dataclass(frozen=True, slots=True)
class Publication(Generic[K]):
    """What a reader is about to see: figures, what links them, and which must not be small."""

    values: Mapping[K, float]
    equations: Sequence[Equation[K]]
    sensitive: Collection[K]
    totals: Collection[K] = ()  # hidden only where nothing else is left
    unseen: Collection[K] = ()  # shown nowhere anyway; a reader cannot tell whether they are 0


class Protection(Generic[K]):
    """A publication on its way to being safe: which figures are hidden so far."""

    def __init__(self, publication: Publication[K], threshold: int) -> None:
        self.values = publication.values
        self.totals = publication.totals
        self.unseen = frozenset(publication.unseen)
        self.threshold = threshold
        self.equations = [
            e for e in publication.equations if all(k in self.values for k in e.terms)
        ]
        small = (k for k in publication.sensitive if 0 < self.values.get(k, 0) < threshold)
        self.small = frozenset(small)
        self.hidden: set[K] = {*self.small, *self.unseen}
        self.linked: dict[K, list[Equation[K]]] = defaultdict(list)
        for equation in self.equations:
            for key in equation.terms:
                self.linked[key].append(equation)

    def leaks(self) -> set[K]:
        """Where to hide more; nothing when no small figure can be worked out or told.

        First small figures that one equation gives away, then figures alone in an equation
        (the ends of a longer reckoning), then whatever is left.
        """
        bounds = self._bounds(ROUNDS)
        solved = self._solved() - self.unseen
        told = {k for k in self.small if bounds[k][1] < self.threshold} | solved
        if not told:
            return told
        direct = self._bounds(1)
        first = {k for k in self.small if direct[k][1] < self.threshold}
        return first or {k for k in told if self._is_alone(k)} or told

    def _is_alone(self, key: K) -> bool:
        return any(self.hidden.isdisjoint(e.terms.keys() - {key}) for e in self.linked[key])

    def _systems(self) -> list[tuple[dict[K, int], float]]:
        """Each equation in what is hidden, with what that must add up to."""
        systems = []
        for equation in self.equations:
            terms = {k: sign for k, sign in equation.terms.items() if k in self.hidden}
            if terms:
                total = sum(sign * self.values[k] for k, sign in terms.items())
                systems.append((terms, total))
        return systems

    def _bounds(self, rounds: int) -> dict[K, tuple[float, float]]:
        """The least and the most that each hidden figure can be."""
        bounds = {k: (0.0 if k in self.unseen else 1.0, inf) for k in self.hidden}
        bounds |= {k: (0.0, inf) for k in self.hidden if self.values[k] < 1}
        systems = self._systems()
        for _ in range(rounds):
            before = dict(bounds)
            for terms, total in systems:
                _tighten(bounds, before, terms, total)
            if bounds == before:
                break
        return bounds

    def _solved(self) -> set[K]:
        """Hidden figures that the equations determine alone."""
        rows: dict[K, dict[K, int]] = {}
        for terms, _ in self._systems():
            row = _reduce({k: sign % PRIME for k, sign in terms.items()}, rows)
            if row:
                pivot = next(iter(row))
                scale = pow(row[pivot], -1, PRIME)
                rows[pivot] = {k: value * scale % PRIME for k, value in row.items()}
                for other in [k for k in rows if k != pivot and pivot in rows[k]]:
                    rows[other] = _reduce(rows[other], {pivot: rows[pivot]})
        return {pivot for pivot, row in rows.items() if len(row) == 1}

    def widen(self, leaks: Iterable[K]) -> bool:
        """Hide one more figure beside each leak, one to an equation; False if there is none."""
        widened: list[Equation[K]] = []
        for key in sorted(leaks, key=str):
            if not any(equation in widened for equation in self.linked[key]):
                widened += self._hide_beside(key)
        return bool(widened)

    def _hide_beside(self, key: K) -> list[Equation[K]]:
        """Hide the cheapest figure of the equation that hides least; its equations."""
        for near in self._surroundings(key):
            choices = [
                (self._hidden_in(equation), k in self.totals, not value, value, str(k))
                for equation in near
                for k in equation.terms
                if k not in self.hidden
                for value in (self.values[k],)
            ]
            if choices:
                cheapest = min(choices)[-1]
                chosen = next(k for e in near for k in e.terms if str(k) == cheapest)
                self.hidden.add(chosen)
                return self.linked[chosen]
        return []

    def _hidden_in(self, equation: Equation[K]) -> int:
        return len(self.hidden.intersection(equation.terms))

    def _surroundings(self, key: K) -> Iterator[list[Equation[K]]]:
        """The equations of a figure, then those of the hidden figures in them, and so on."""
        reached: set[K] = set()
        border = {key}
        while border:
            near = [e for k in sorted(border, key=str) for e in self.linked[k]]
            yield near
            reached |= border
            border = {k for e in near for k in e.terms if k in self.hidden} - reached


def hide(publication: Publication[K], threshold: int) -> frozenset[K]:
    """The figures to hide: small ones that are sensitive, and as many others as it takes.

    Others are taken from breakdowns, the smallest first.
    """
    protection = Protection(publication, threshold)
    while (leaks := protection.leaks()) and protection.widen(leaks):
        pass
    return frozenset(protection.hidden)


def _tighten(
    bounds: dict[K, tuple[float, float]],
    before: Mapping[K, tuple[float, float]],
    terms: Mapping[K, int],
    total: float,
) -> None:
    """What one equation says of each of its figures, given the bounds of the others before."""
    for key, sign in terms.items():
        low = high = total
        for other, other_sign in terms.items():
            if other != key:
                least, most = before[other]
                low -= most if other_sign > 0 else -least
                high -= least if other_sign > 0 else -most
        if sign < 0:
            low, high = -high, -low
        least, most = bounds[key]
        bounds[key] = (
            max(least, ceil(low) if low > -inf else least),
            min(most, floor(high) if high < inf else most),
        )


def _reduce(row: dict[K, int], rows: Mapping[K, dict[K, int]]) -> dict[K, int]:
    """A row without the pivots of other rows."""
    row = dict(row)
    for pivot in [k for k in row if k in rows]:
        factor = row.get(pivot, 0)
        if factor:
            for k, value in rows[pivot].items():
                left = (row.get(k, 0) - factor * value) % PRIME
                if left:
                    row[k] = left
                else:
                    row.pop(k, None)
    return row
