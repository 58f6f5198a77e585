"""H05 and I of W1–W4: staff and the national reports of each field, which no sheet records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from juso.core.calendar import Month
from juso.koshu.codes import Window
from juso.koshu.tally.window_items import (
    CHILD_TARGETS,
    CONSULTED_ON,
    DISABILITIES,
    DISABILITY_SUPPORT,
)
from juso.services.sample.tally_draw import Figures, around, share_out, some_of

STAFF = {
    Window.ELDERLY: 6,
    Window.DISABILITY: 4,
    Window.CHILDREN: 7,
    Window.HARDSHIP: 3,
}
CONSULTED_SHARES = (0.42, 0.2, 0.25, 0.22, 0.06, 0.03, 0.02, 0.12, 0.18, 0.05, 0.08)
DISABILITY_WEIGHTS = (16, 2, 20, 34, 16, 2, 4, 4, 2)
SUPPORT_SHARES = (0.4, 0.2, 0.25, 0.35, 0.08, 0.22, 0.2, 0.15, 0.18, 0.12, 0.05, 0.06)
CHILD_WEIGHTS = (16, 22, 16, 14, 8, 5, 19)
CHILD_KINDS = ("I311", "I313", "I314", "I315", "I316", "I317")
CHILD_KIND_WEIGHTS = (26, 34, 10, 1, 22, 7)
ACTIVE_MONTHS = (5, 8, 11, 2)  # 推進会議 meets once a quarter


@dataclass(frozen=True, slots=True)
class WindowMonth:
    """A window's month as the register tells it: 延べ対応 and the people's case numbers."""

    month: Month
    contacts: int
    people: Sequence[str]


def simulate_window(rng: Random, window: Window, lived: WindowMonth) -> Figures:
    """What the window reports besides what the register tells."""
    found = {"H05": STAFF[window], **BLOCKS[window](rng, lived)}
    return {(code, lived.month): value for code, value in found.items()}


def _elderly(rng: Random, lived: WindowMonth) -> dict[str, int]:
    found = {
        f"I{101 + i}": some_of(rng, lived.contacts, share)
        for i, share in enumerate(CONSULTED_SHARES[: len(CONSULTED_ON)])
    }
    meetings = {"I122": rng.randint(0, 2), "I123": int(lived.month.month in ACTIVE_MONTHS)}
    return {**found, **meetings, "I124": around(rng, 190)}


def _disability(rng: Random, lived: WindowMonth) -> dict[str, int]:
    kinds = Counter(map(_main_disability, lived.people))
    shares = SUPPORT_SHARES[: len(DISABILITY_SUPPORT)]
    return {
        **{f"I{211 + i}": kinds[kind] for i, kind in enumerate(DISABILITIES)},
        **{f"I{221 + i}": some_of(rng, lived.contacts, share) for i, share in enumerate(shares)},
        "I242": around(rng, 2),
        "I243": around(rng, 24),
        "I244": rng.randint(0, 1),
        "I245": rng.randint(1, 3),
    }


def _main_disability(case_no: str) -> str:
    """主たる障害 of a person, the same in every month."""
    return Random(case_no).choices(DISABILITIES, DISABILITY_WEIGHTS)[0]


def _children(rng: Random, lived: WindowMonth) -> dict[str, int]:
    targets = share_out(rng, lived.contacts, CHILD_WEIGHTS[: len(CHILD_TARGETS)])
    kinds = dict(zip(CHILD_KINDS, share_out(rng, lived.contacts, CHILD_KIND_WEIGHTS), strict=True))
    return {
        **{f"I{301 + i}": number for i, number in enumerate(targets)},
        **kinds,
        "I312": some_of(rng, kinds["I311"], 0.4),
        "I321": around(rng, 22),
        "I322": around(rng, 12),
        "I323": rng.randint(0, 3),
        "I324": 1,
        "I325": rng.randint(0, 2),
    }


def _hardship(rng: Random, lived: WindowMonth) -> dict[str, int]:
    people = len(lived.people)
    seeking = some_of(rng, people, 0.25)
    working = some_of(rng, seeking, 0.35)
    applied = rng.randint(0, 2)
    return {
        "I403": seeking,
        "I404": working,
        "I405": some_of(rng, working, 0.4),
        "I408": applied,
        "I409": some_of(rng, applied, 0.8),
        "I410": some_of(rng, people, 0.1),
        "I411": some_of(rng, people, 0.06),
        "I412": int(rng.random() < 0.15),
        "I414": some_of(rng, people, 0.3),
    }


BLOCKS: dict[Window, Callable[[Random, WindowMonth], dict[str, int]]] = {
    Window.ELDERLY: _elderly,
    Window.DISABILITY: _disability,
    Window.CHILDREN: _children,
    Window.HARDSHIP: _hardship,
}
