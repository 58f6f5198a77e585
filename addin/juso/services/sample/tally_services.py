"""R: what the sites of each service report besides the common rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from juso.core.calendar import Month
from juso.koshu.tally.window_items import DISABILITIES
from juso.services.sample.tally_draw import around, some_of

SUBSIDY_MONTH = 5


@dataclass(slots=True)
class Visitor:
    """Somebody who comes to a site."""

    number: int
    rate: float
    is_outsider: bool
    trait: int  # kind of disability, or 0 adult and 1 child
    first: Month | None  # None: came before this year


@dataclass(frozen=True, slots=True)
class MonthAtSite:
    """One month at one site: how often each person came."""

    month: Month
    days: int
    visits: Sequence[tuple[Visitor, int]]

    @property
    def total(self) -> int:
        return sum(times for _, times in self.visits)


def _gathering(rng: Random, lived: MonthAtSite) -> dict[str, int]:
    if lived.month.month != SUBSIDY_MONTH:
        return {}
    return {"R11": rng.randrange(40_000, 121_000, 10_000)}


def _coordination(rng: Random, lived: MonthAtSite) -> dict[str, int]:
    council = int(lived.days > 0 and rng.random() < 0.5)
    return {
        "R21": council,
        "R22": around(rng, 11) if council else 0,
        "R23": around(rng, 9),
        "R24": int(rng.random() < 0.08),
    }


def _activity_center(_: Random, lived: MonthAtSite) -> dict[str, int]:
    times, people = [0] * len(DISABILITIES), [0] * len(DISABILITIES)
    for visitor, number in lived.visits:
        times[visitor.trait] += number
        people[visitor.trait] += 1
    return {
        **{f"R{31 + i}": number for i, number in enumerate(times)},
        **{f"R{41 + i}": number for i, number in enumerate(people)},
    }


def _parenting(rng: Random, lived: MonthAtSite) -> dict[str, int]:
    adults = sum(times for visitor, times in lived.visits if visitor.trait == 0)
    return {
        "R51": some_of(rng, adults, 0.93),
        "R52": adults,
        "R53": lived.total - adults,
        "R54": around(rng, 8),
        "R55": rng.randint(1, 3),
    }


def _study_group(rng: Random, lived: MonthAtSite) -> dict[str, int]:
    met = lived.days > 0
    return {
        "R61": around(rng, 9) if met else 0,
        "R62": rng.randint(1, 2) if met else 0,
        "R63": int(met and rng.random() < 0.3),
    }


SERVICE_BLOCKS: dict[str, Callable[[Random, MonthAtSite], dict[str, int]]] = {
    "地域介護予防活動支援事業": _gathering,
    "生活支援体制整備事業": _coordination,
    "地域活動支援センター": _activity_center,
    "地域子育て支援拠点事業": _parenting,
    "生活困窮者等のための地域づくり事業": _study_group,
}
