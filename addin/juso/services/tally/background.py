"""What the forms of a year are judged against, besides each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from juso.koshu.match_decision import MatchDecision
from juso.koshu.register import Register
from juso.koshu.tally.reading import FormReading
from juso.services.tally.records import NO_RECORDS, Records


@dataclass(frozen=True, slots=True)
class Background:
    """Whose forms they are, and what else is known; what is not known is not compared."""

    municipality: str = "甲州市"
    population: int | None = None  # at the fiscal year's first day
    before: Mapping[str, FormReading] = field(default_factory=dict)  # by form, of the year before
    register: Register | None = None
    municipality_code: str = "19213"  # 全国地方公共団体コード, with or without its check digit
    matches: Sequence[MatchDecision] = ()  # which cases are one person's, oldest first
    records: Records = NO_RECORDS  # what was received, returned and settled


ALONE = Background()
