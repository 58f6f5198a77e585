"""When consultations come in: more in spring, at each window in its own season."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from juso.core.calendar import FiscalYear
from juso.koshu.codes import Window
from juso.services.sample.workdays import open_days

EVERYWHERE = {4: 1.15, 5: 0.95, 8: 0.85, 12: 0.9, 3: 1.1}
SEASONS = {
    Window.ELDERLY: {1: 1.15, 2: 1.1, 7: 1.1},
    Window.DISABILITY: {4: 1.2, 10: 1.15},
    Window.CHILDREN: {4: 1.2, 5: 1.15, 9: 1.3, 8: 0.7},
    Window.HARDSHIP: {12: 1.35, 1: 1.1, 2: 1.1, 3: 1.1, 7: 0.85},
}
CARRIED_FROM, CARRIED_UNTIL = 215, 20  # days before the year that its carried-over cases came


@dataclass(frozen=True, slots=True)
class Seasons:
    """The open days of the year and of the months before it."""

    this_year: Sequence[date]
    before: Sequence[date]

    @classmethod
    def of(cls, year: FiscalYear) -> Seasons:
        """The days of a fiscal year."""
        first = year.first_day
        return cls(
            tuple(open_days(first, year.last_day)),
            tuple(
                open_days(
                    first - timedelta(days=CARRIED_FROM), first - timedelta(days=CARRIED_UNTIL)
                )
            ),
        )

    def day(self, rng: Random, window: Window) -> date:
        """A day of the year, by season: drawn again where the season is slack."""
        while True:
            found = rng.choice(self.this_year)
            liveliness = SEASONS[window].get(found.month, 1) * EVERYWHERE.get(found.month, 1)
            if rng.random() * 1.6 < liveliness:
                return found

    def early(self, rng: Random) -> date:
        """A day of the year's first quarter, for what takes long."""
        return rng.choice(self.this_year[: len(self.this_year) // 4])

    def carried(self, rng: Random) -> date:
        """A day of the previous year."""
        return rng.choice(self.before)
