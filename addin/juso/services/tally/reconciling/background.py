"""What the causes are looked for in: the differences, the ledgers, and when things were known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from juso.core.calendar import Month
from juso.koshu.match_decision import MatchDecision
from juso.koshu.register import Register
from juso.services.tally.reconciling.hypothesis import Place
from juso.services.tally.reconciling.ledger import Changes, Ledger


@dataclass
class Evidence:
    """Everything a cause may rest on.

    `reported_on` says by when a window had to know what it reported for a month; `taken_in`
    when a case came into the register, where that is known (受付票).
    """

    register: Register
    ledgers: Mapping[str, Ledger]
    differences: Mapping[Place, float]
    reported_on: Mapping[tuple[str, Month], date]
    taken_in: Mapping[str, date] = field(default_factory=dict)
    matches: Sequence[MatchDecision] = ()  # 名寄せの判断, oldest first

    @cached_property
    def more(self) -> set[tuple[str, Month]]:
        """Forms and months in which a window reports more than the register tells."""
        return {(form, month) for (form, _, month), d in self.differences.items() if d > 0}

    @cached_property
    def odd(self) -> set[tuple[str, Month]]:
        """Forms and months with any difference."""
        return {(form, month) for (form, _, month), d in self.differences.items() if d}

    @property
    def odd_ledgers(self) -> list[tuple[str, Ledger]]:
        """The forms with any difference."""
        forms = {form for form, _ in self.odd}
        return [(form, ledger) for form, ledger in self.ledgers.items() if form in forms]

    def at(self, form: str, changes: Changes) -> dict[Place, int]:
        """Changes of one form's figures, each with its form."""
        return {(form, item, month): n for (item, month), n in changes.items() if n}
