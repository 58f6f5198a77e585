"""What the register says of the figures that are held against it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from juso.core.calendar import FiscalYear, Month
from juso.koshu.codes import Meeting
from juso.koshu.register import Register
from juso.koshu.tally.between import HELD
from juso.koshu.tally.counts import COUNTS, scope_of
from juso.services.tally.series import Series


@dataclass(frozen=True)
class RegisterCounts:
    """Figures of a register for one fiscal year, counted as the forms define them."""

    register: Register
    year: FiscalYear

    def series(self, form_code: str, code: str, months: tuple[Month, ...]) -> Series:
        """One figure a month: of a row of the form, or of the meetings held (K01, K02).

        None for a month that had not begun when the register was read.
        """
        if code in HELD:
            return [self._held[HELD[code], month] for month in months]
        scope = scope_of(self.register, form_code, self.year)
        definition = next(d for d in COUNTS[form_code] if d.code == code)
        begun = set(scope.months)
        return [
            definition.value(definition.rows(scope, month), scope) if month in begun else None
            for month in months
        ]

    @cached_property
    def _held(self) -> Counter[tuple[Meeting, Month]]:
        return Counter(
            (meeting.kind, Month.of(meeting.held_on))
            for meeting in self.register.meetings
            if meeting.kind is not None and meeting.held_on is not None
        )
