"""R: a year at the 24 sites, person by person, so that 実人数 and 年度累計 come out right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from juso.core.calendar import Month
from juso.koshu.tally.site_items import site_code
from juso.koshu.tally.sites import SiteFact, community_sites
from juso.services.sample.tally_draw import Figures, around, share_out, some_of
from juso.services.sample.tally_services import SERVICE_BLOCKS, MonthAtSite, Visitor

WINTER, SUMMER = (1, 2), (8,)
DISABILITY_WEIGHTS = (10, 2, 38, 32, 12, 1, 2, 3, 0)
RESTING_SITE = 2
STUDY_MONTHS = (5, 7, 9, 11, 1, 3)


@dataclass(frozen=True, slots=True)
class Profile:
    """How a kind of site usually runs."""

    days: int  # open days in a month
    regulars: int  # people known in April
    newcomers: float  # a month
    rate: float  # of the open days a person comes
    outsiders: float  # share of 属性外
    volunteers: float  # a day
    partners: int
    notices: float  # 相談・気づき a month
    leaving: float  # share of the people who stop coming each month


PROFILES = {
    "地域介護予防活動支援事業": Profile(4, 16, 0.3, 0.7, 0.06, 2, 3, 0.6, 0.01),
    "生活支援体制整備事業": Profile(2, 12, 0.4, 0.6, 0.12, 3, 6, 1.2, 0.02),
    "地域活動支援センター": Profile(20, 18, 0.4, 0.45, 0.03, 0.6, 4, 3, 0.015),
    "地域子育て支援拠点事業": Profile(19, 64, 5, 0.18, 0.04, 0.8, 4, 7, 0.06),
    "生活困窮者等のための地域づくり事業": Profile(1, 14, 0.2, 0.8, 0.3, 0, 9, 0.3, 0.01),
}


@dataclass(slots=True)
class YearAtSite:
    """A site, the people it has seen this year, and whether it closes for the winter."""

    site: SiteFact
    rng: Random
    rests: tuple[int, ...]
    partners: int
    known: int = 0  # how many people ever came
    visitors: list[Visitor] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    @property
    def service(self) -> str:
        return self.site.service.services[0]

    @property
    def profile(self) -> Profile:
        return PROFILES[self.service]


def simulate_sites(rng: Random, months: Sequence[Month]) -> Figures:
    """Every figure of R; one 通いの場 rests in winter, the study group meets every other month."""
    figures: Figures = {}
    for number, site in enumerate(community_sites()):
        profile = PROFILES[site.service.services[0]]
        rests = WINTER if number == RESTING_SITE else ()
        year = YearAtSite(
            site, Random(f"{rng.random()}"), rests, profile.partners + rng.randint(0, 2)
        )
        regulars = max(5, around(year.rng, profile.regulars))
        year.visitors = [_visitor(year, None) for _ in range(regulars)]
        for month in months:
            for code, value in _figures(year, _live(year, month)).items():
                figures[site_code(code, site.site_no), month] = value
    return figures


def _visitor(year: YearAtSite, first: Month | None) -> Visitor:
    rng, profile = year.rng, year.profile
    kinds = DISABILITY_WEIGHTS if year.service == "地域活動支援センター" else (1, 1.15)
    year.known += 1
    return Visitor(
        year.known,
        min(1.0, max(0.05, rng.gauss(profile.rate, 0.15))),
        rng.random() < profile.outsiders,
        share_out(rng, 1, kinds).index(1),
        first,
    )


def _live(year: YearAtSite, month: Month) -> MonthAtSite:
    """Open days of a month and who came how often; newcomers come at least once."""
    rng, profile = year.rng, year.profile
    days = profile.days - (month.month in SUMMER + WINTER[:1] and profile.days > 3)
    if month.month in year.rests or (profile.days == 1 and month.month not in STUDY_MONTHS):
        return MonthAtSite(month, 0, ())
    new = [_visitor(year, month) for _ in range(min(around(rng, profile.newcomers), 9))]
    year.visitors = [v for v in year.visitors if rng.random() >= profile.leaving] + new
    visits = [(v, some_of(rng, days, v.rate)) for v in year.visitors]
    return MonthAtSite(
        month,
        days,
        [(v, max(n, int(v.first == month))) for v, n in visits if n or v.first == month],
    )


def _figures(year: YearAtSite, lived: MonthAtSite) -> dict[str, int]:
    rng, profile = year.rng, year.profile
    year.seen.update(v.number for v, _ in lived.visits)
    notices = around(rng, profile.notices) if lived.days else 0
    return {
        "R01": lived.days,
        "R02": lived.total,
        "R03": len(lived.visits),
        "R04": len(year.seen),
        "R05": sum(v.first == lived.month for v, _ in lived.visits),
        "R06": around(rng, profile.volunteers * lived.days),
        "R07": notices,
        "R08": some_of(rng, notices, 0.35),
        "R09": sum(times for v, times in lived.visits if v.is_outsider),
        "R10": year.partners,
        **SERVICE_BLOCKS[year.service](rng, lived),
    }
