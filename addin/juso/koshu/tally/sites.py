"""The 31 sites (拠点) of section 7 of the plan, numbered in plan order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from juso.koshu.codes import Program
from juso.koshu.plan import SERVICES, ServiceFact

UNNAMED = {
    "地域介護予防活動支援事業": "通いの場",
    "生活支援体制整備事業": "生活支援体制整備",
}


@dataclass(frozen=True, slots=True)
class SiteFact:
    """One site: its number in 拠点台帳 and the plan's service it belongs to."""

    site_no: str  # S01–S31
    service: ServiceFact
    name: str  # the plan's, or 通いの場1 … where it names none


@cache
def sites() -> tuple[SiteFact, ...]:
    """All sites in plan order: 4 windows, 3 programmes, 24 places of community building."""
    places = [(service, name) for service in SERVICES for name in site_names(service)]
    return tuple(
        SiteFact(f"S{number:02d}", service, name)
        for number, (service, name) in enumerate(places, start=1)
    )


def site_names(service: ServiceFact) -> tuple[str, ...]:
    """Names of a service's sites; numbered where the plan gives only how many there are."""
    if service.site_names:
        return service.site_names
    stem = UNNAMED[service.services[0]]
    return tuple(f"{stem}{number}" for number in range(1, service.site_count + 1))


@cache
def community_sites() -> tuple[SiteFact, ...]:
    """The 24 sites of 地域づくり事業, S08 to S31."""
    return tuple(s for s in sites() if s.service.program is Program.COMMUNITY_BUILDING)
