"""The register itself against the plan, and what to say where there is none to look into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from juso.core.finding import Finding
from juso.koshu.codes import Program
from juso.koshu.plan import SERVICES
from juso.koshu.register import Register
from juso.koshu.sheets import Site
from juso.koshu.tally.reading import Spot, form_finding
from juso.koshu.tally.relations import RULE_BY_ID
from juso.services.tally.merged import Merged

REGISTER_FILE = "支援台帳.xlsx"


def check_sites(register: Register) -> Iterator[Finding]:
    """V-T12: the sites of each programme that have not closed, as many as the plan has."""
    if not register.sites:
        return
    planned: Counter[Program] = Counter()
    for service in SERVICES:
        planned[service.program] += service.site_count
    kept = Counter(
        site.program
        for site in register.sites
        if site.closed_on is None or site.closed_on > register.today
    )
    rule = RULE_BY_ID["TALLY-512"]
    for program, count in planned.items():
        if kept[program] != count:
            message = (
                f"{program}の拠点数が実施計画（{count}か所）と異なります"
                f"（拠点台帳は{kept[program]}か所）。{rule.advice}"
            )
            spot = Spot(Site.sheet, "", str(program), "事業", str(kept[program]))
            yield form_finding(rule.id, REGISTER_FILE, message, spot)


def without_register(merged: Merged, reason: str) -> Merged:
    """The merged forms with a word that nothing was held against the register, and why."""
    message = (
        "支援台帳を読めないので、月次報告と台帳の比較（新規相談受付件数、会議の出席回数、拠点数）は"
        f"していません。{reason}"
    )
    told = form_finding("TALLY-410", REGISTER_FILE, message)
    return replace(merged, findings=(*merged.findings, told))
