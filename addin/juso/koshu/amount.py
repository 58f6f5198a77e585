"""A counted figure that knows whether something is missing from it or must not be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A value, whether a part of it was never reported, and whether it is hidden (秘匿).

    Without a value: hidden (x), with a gap unknown (…), else there is nothing to reckon (－).
    Whatever is reckoned from a hidden figure is hidden.
    """

    value: float | None
    has_gap: bool = False
    is_hidden: bool = False

    @classmethod
    def of(cls, value: float) -> Amount:
        """A figure nothing is missing from."""
        return cls(value)

    @classmethod
    def total(cls, parts: Iterable[Amount]) -> Amount:
        """The sum of what is known."""
        found = list(parts)
        if any(p.is_hidden for p in found):
            return HIDDEN
        known = [p.value for p in found if p.value is not None]
        return cls(sum(known) if known else None, any(p.has_gap for p in found))

    def __add__(self, other: Amount) -> Amount:
        return Amount.total((self, other))

    def percent_of(self, base: Amount) -> Amount:
        """This as a percentage of `base`; nothing to reckon where the base is 0."""
        if self.is_hidden or base.is_hidden:
            return HIDDEN
        has_gap = self.has_gap or base.has_gap
        if self.value is None or base.value is None:
            return Amount(None, has_gap)
        return Amount(self.value / base.value * 100, has_gap) if base.value else NOT_APPLICABLE

    def times(self, factor: float) -> Amount:
        """This many times as much."""
        return self if self.value is None else Amount(self.value * factor, self.has_gap)

    def minus_from(self, whole: float) -> Amount:
        """What is left of `whole`."""
        return self if self.value is None else Amount(whole - self.value, self.has_gap)


UNKNOWN = Amount(None, has_gap=True)
NOT_APPLICABLE = Amount(None)
HIDDEN = Amount(None, is_hidden=True)


def share(part: int, whole: int) -> Amount:
    """A percentage of two counts of the register."""
    return Amount.of(part).percent_of(Amount.of(whole))


def mean(values: Iterable[float]) -> Amount:
    """The mean, or nothing to reckon."""
    found = list(values)
    return Amount.of(sum(found) / len(found)) if found else NOT_APPLICABLE
