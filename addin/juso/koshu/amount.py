"""A counted figure that knows whether something is missing from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A value, and whether a part of it was never reported.

    Without a value: `has_gap` means unknown (…), else there is nothing to reckon (－).
    """

    value: float | None
    has_gap: bool = False

    @classmethod
    def of(cls, value: float) -> Amount:
        """A figure nothing is missing from."""
        return cls(value)

    @classmethod
    def total(cls, parts: Iterable[Amount]) -> Amount:
        """The sum of what is known."""
        found = list(parts)
        known = [p.value for p in found if p.value is not None]
        has_gap = any(p.has_gap for p in found)
        return cls(sum(known) if known else None, has_gap)

    def __add__(self, other: Amount) -> Amount:
        return Amount.total((self, other))

    def percent_of(self, base: Amount) -> Amount:
        """This as a percentage of `base`; nothing to reckon where the base is 0."""
        if self.value is None or base.value is None:
            return Amount(None, self.has_gap or base.has_gap)
        if base.value == 0:
            return Amount(None)
        return Amount(self.value / base.value * 100, self.has_gap or base.has_gap)

    def times(self, factor: float) -> Amount:
        """This many times as much."""
        return Amount(None if self.value is None else self.value * factor, self.has_gap)

    def minus_from(self, whole: float) -> Amount:
        """What is left of `whole`."""
        return Amount(None if self.value is None else whole - self.value, self.has_gap)


UNKNOWN = Amount(None, has_gap=True)
NOT_APPLICABLE = Amount(None)


def share(part: int, whole: int) -> Amount:
    """A percentage of two counts of the register."""
    return Amount.of(part).percent_of(Amount.of(whole))


def mean(values: Iterable[float]) -> Amount:
    """The mean, or nothing to reckon."""
    found = list(values)
    return Amount.of(sum(found) / len(found)) if found else NOT_APPLICABLE
