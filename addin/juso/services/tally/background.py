"""What the forms of a year are judged against, besides each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from juso.koshu.register import Register
from juso.koshu.tally.reading import FormReading


@dataclass(frozen=True, slots=True)
class Background:
    """Whose forms they are, and what else is known; what is not known is not compared."""

    municipality: str = "甲州市"
    population: int | None = None  # at the fiscal year's first day
    before: Mapping[str, FormReading] = field(default_factory=dict)  # by form, of the year before
    register: Register | None = None


ALONE = Background()
