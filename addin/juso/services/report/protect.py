"""秘匿: which figures to hide so that no small one can be worked out from those that are shown.

Figures are linked by equations (breakdowns and their totals). A small figure is safe when
neither algebra nor the fact that hidden figures are whole numbers from 1 on tells a reader that
it is small. A reader is taken to know every equation and every figure that is not hidden.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Protection(Generic[K]):
    """Figures, what links them, and which are hidden so far."""

    values: Mapping[K, float]
    equations: tuple[Equation[K], ...]
    threshold: int
    small: frozenset[K]
    hidden: set[K] = field(default_factory=set)
    linked: dict[K, list[Equation[K]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.hidden |= self.small
        for equation in self.equations:
            for key in equation.terms:
                self.linked[key].append(equation)

    def leaks(self) -> set[K]:
        """Where to hide more; nothing when no small figure can be worked out or told.

        First small figures that one equation gives away, then figures alone in an equation
        (the ends of a longer reckoning), then whatever is left.
        """
        bounds = self._bounds(ROUNDS)
        told = {k for k in self.small if bounds[k][1] < self.threshold} | self._solved()
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
        bounds = {k: (min(1.0, self.values[k]), inf) for k in self.hidden}
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

    def widen(self, leaks: Iterable[K], is_total: Callable[[K], bool]) -> bool:
        """Hide one more figure beside each leak, one to an equation; False if there is none."""
        widened: list[Equation[K]] = []
        for key in sorted(leaks, key=str):
            if not any(equation in widened for equation in self.linked[key]):
                widened += self._hide_beside(key, is_total)
        return bool(widened)

    def _hide_beside(self, key: K, is_total: Callable[[K], bool]) -> list[Equation[K]]:
        """Hide the cheapest figure of the equation that hides least; its equations."""
        choices = [
            (
                len(self.hidden.intersection(equation.terms)),
                is_total(k),
                not value,
                value,
                str(k),
                k,
            )
            for equation in self.linked[key]
            for k in equation.terms
            if k not in self.hidden
            for value in (self.values[k],)
        ]
        if not choices:
            return []
        *_, chosen = min(choices, key=lambda choice: choice[:-1])
        self.hidden.add(chosen)
        return self.linked[chosen]


def hide(
    values: Mapping[K, float],
    sensitive: Collection[K],
    equations: Iterable[Equation[K]],
    threshold: int,
    is_total: Callable[[K], bool] = lambda _: False,
) -> frozenset[K]:
    """The figures to hide: small ones among `sensitive`, and as many others as it takes.

    Others are taken from breakdowns, the smallest first; totals only where nothing else is left.
    """
    known = tuple(e for e in equations if all(k in values for k in e.terms))
    small = frozenset(k for k in sensitive if 0 < values.get(k, 0) < threshold)
    protection = Protection(values, known, threshold, small)
    while (leaks := protection.leaks()) and protection.widen(leaks, is_total):
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
