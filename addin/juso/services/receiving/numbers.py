"""採番: the next free ケース番号 and 世帯番号; numbers are given here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.koshu.received import Received
from juso.koshu.register import Register

LARGEST = 9_999


class Numbers:
    """Counts on from the largest number in the register and among the forms taken."""

    def __init__(self, register: Register, received: Iterable[Received], year: FiscalYear) -> None:
        entries = list(received)
        self.year = year.short
        self._cases = _used(
            rf"{year.short}-(\d{{4}})",
            [*(c.case_no for c in register.cases), *(e.case_no for e in entries)],
        )
        self._households = _used(
            r"S(\d{4})",
            [*(c.household_no for c in register.cases), *(e.household_no for e in entries)],
        )

    def next_case(self) -> str:
        """R7-0301; JusoError when the year has no number left."""
        return f"{self.year}-{_next(self._cases, 'ケース番号'):04d}"

    def next_household(self) -> str:
        """S0281; JusoError when there is no number left."""
        return f"S{_next(self._households, '世帯番号'):04d}"


def _used(pattern: str, numbers: Iterable[str | None]) -> set[int]:
    matches = (re.fullmatch(pattern, number or "") for number in numbers)
    return {int(match[1]) for match in matches if match}


def _next(used: set[int], what: str) -> int:
    """One more than the largest; a gap only where somebody has typed the last number there is."""
    after = max(used, default=0) + 1
    gaps = set(range(1, LARGEST + 1)) - used if after > LARGEST else {after}
    if not gaps:
        raise JusoError(
            f"{what}が{LARGEST}まですべて使われているため、新しい番号を付けられません。"
            "情報係に相談してください。"
        )
    number = min(gaps)
    used.add(number)
    return number
