"""拠点台帳 an office starts with: the 31 sites of the plan (実施計画7) as rows."""

from __future__ import annotations

from itertools import groupby

from juso.koshu.sheets import Site
from juso.koshu.tally.sites import SiteFact, sites


def site_rows() -> tuple[Site, ...]:
    """All 31 sites in plan order; sites the plan leaves unnamed carry a number."""
    rows: list[Site] = []
    for _, group in groupby(sites(), key=lambda site: site.service):
        rows += [_row(site, place) for place, site in enumerate(group)]
    return tuple(rows)


def _row(site: SiteFact, place: int) -> Site:
    service = site.service
    return Site(
        site_no=site.site_no,
        program=service.program,
        attribute=service.attribute,
        service="、".join(service.services),
        name=site.name,
        division="、".join(service.divisions),
        operation=service.operation,
        contractor=_contractor(service.contractors, place),
    )


def _contractor(contractors: tuple[str, ...], place: int) -> str | None:
    """A service's only contractor runs all its sites; of several, each runs one."""
    if not contractors:
        return None
    return contractors[place] if len(contractors) > 1 else contractors[0]
