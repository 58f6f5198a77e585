"""M, O and P: what the programmes report besides what the register tells."""

from __future__ import annotations

from random import Random

from juso.core.calendar import Month
from juso.services.sample.tally_draw import Figures, around, some_of

LONG_SHARE = 0.6  # of the people in ひきこもり: five years or more
PARTNERS_IN_APRIL = 14
QUIET_MONTHS = (8, 1)


def simulate_outreach(month: Month, counted: Figures) -> Figures:
    """O14a: how long somebody has been withdrawn is in no sheet."""
    return {("O14a", month): int(counted["O14", month] * LONG_SHARE)}


def simulate_participation(rng: Random, month: Month, counted: Figures, partners: int) -> Figures:
    """The regular programme, and the places that take people in (`partners` a month before)."""
    sessions = 3 if month.month in QUIET_MONTHS else 4
    people = max(3, around(rng, 6 + int(counted["P02", month]) / 4))
    found, lost = int(rng.random() < 0.45), int(rng.random() < 0.1)
    return {
        ("P05", month): sessions,
        ("P06", month): people + some_of(rng, people * (sessions - 1), 0.7),
        ("P07", month): people,
        ("P12", month): found,
        ("P11a", month): lost,
        ("P11", month): partners + found - lost,
    }
