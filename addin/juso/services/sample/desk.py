"""What all cases of the sample share: the year, chance, colleagues, the diary and the ledgers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import TypeVar

from juso.core.calendar import FiscalYear
from juso.core.sheet import Row
from juso.koshu.codes import Partner
from juso.koshu.sheets import Contact, Resource
from juso.services.sample.meeting_book import MeetingBook
from juso.services.sample.staff import Staff

T = TypeVar("T")


@dataclass(slots=True)
class Desk:
    """The office at work."""

    year: FiscalYear
    rng: Random
    staff: Staff
    partners: dict[str, Partner]  # agencies that are one of the 17 partners
    meetings: MeetingBook
    resources: tuple[Resource, ...]
    rows: list[Row] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    under_way: int = 0  # referrals that the year's end leaves open

    @property
    def last_day(self) -> date:
        """The last day anything is known of."""
        return self.year.last_day

    def chance(self, share: float) -> bool:
        """Whether something that happens in a share of cases happens here."""
        return self.rng.random() < share

    def pick(self, choices: Sequence[T]) -> T:
        """One of several, each as likely."""
        return self.rng.choice(choices)
