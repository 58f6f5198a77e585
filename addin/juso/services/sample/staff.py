"""Who works where: a few invented people at every agency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from juso.koshu.agencies import MULTI_AGENCY_TEAM, OUTREACH_TEAM, PARTICIPATION_TEAM
from juso.koshu.codes import AgencyKind, Partner, Sex
from juso.koshu.sheets import Agency
from juso.services.sample import names
from juso.services.sample.agencies import CARE_MANAGER, CLINIC, HOSPITAL, NURSERY, NURSES

HEAD = "課長"
WINDOW_POSTS = ("主任相談支援員", "相談支援員", "社会福祉士", "保健師", "相談支援員")
DIVISION_POSTS = (HEAD, "リーダー", "主査", "主任")
SCHOOL_POSTS = ("教頭", "スクールソーシャルワーカー")
POSTS = {
    MULTI_AGENCY_TEAM: ("主査", "相談支援包括化推進員", "相談支援員"),
    OUTREACH_TEAM: ("主査", "アウトリーチ支援員", "保健師"),
    PARTICIPATION_TEAM: ("参加支援コーディネーター", "生活支援員"),
    CLINIC: ("看護師", "医療相談員"),
    HOSPITAL: ("医療相談員", "退院支援看護師"),
    CARE_MANAGER: ("介護支援専門員", "介護支援専門員"),
    NURSES: ("訪問看護師", "訪問看護師"),
    NURSERY: ("主任保育士",),
}
OTHER_POSTS = ("主任", "相談員")


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody at an agency."""

    agency: str
    post: str
    name: str

    @property
    def signature(self) -> str:
        """職名と氏名."""
        return f"{self.post} {self.name}"


@dataclass(frozen=True, slots=True)
class Staff:
    """The workers of all agencies."""

    workers: dict[str, tuple[Worker, ...]]

    def anyone(self, agency: str, rng: Random) -> Worker:
        """Somebody who sees clients: not the head of a division."""
        found = self.workers[agency]
        return rng.choice(found[1:] if found[0].post == HEAD else found)

    def head(self, agency: str) -> Worker:
        """The first of an agency: of a division its 課長."""
        return self.workers[agency][0]


def make_staff(agencies: Iterable[Agency], rng: Random) -> Staff:
    """Workers for every agency, no name twice."""
    taken: set[str] = set()
    return Staff(
        {
            agency.short_name: tuple(
                Worker(agency.short_name, post, _name(rng, taken)) for post in _posts(agency)
            )
            for agency in agencies
        }
    )


def _posts(agency: Agency) -> tuple[str, ...]:
    if agency.short_name in POSTS:
        return POSTS[agency.short_name]
    if agency.kind is AgencyKind.WINDOW:
        return WINDOW_POSTS
    if agency.kind is AgencyKind.DIVISION:
        return DIVISION_POSTS
    return SCHOOL_POSTS if agency.partner is Partner.SCHOOLS else OTHER_POSTS


def _name(rng: Random, taken: set[str]) -> str:
    while True:
        family = names.surname(rng)
        sex = rng.choice((Sex.FEMALE, Sex.MALE))
        given = names.given_name(rng, family, sex, rng.randint(26, 58), frozenset())
        name = f"{family.text} {given.text}"
        if name not in taken:
            taken.add(name)
            return name
