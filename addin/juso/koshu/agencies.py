"""関係機関マスタ an office starts with: the windows, divisions, teams, contractors and 17 partners.

The names are the plan's (実施計画7〜9) or generic; who is a 支援会議構成員 beyond the city's own
offices, on what ground and since when, is for the city to fill in.
"""

from __future__ import annotations

from typing import Any

from juso.koshu.codes import AgencyKind, Division, Partner, SecrecyBasis, Window
from juso.koshu.plan import BUDONOSATO, SHAKYO
from juso.koshu.sheets import Agency

WINDOW_AGENCY = {
    Window.ELDERLY: "地域包括支援センター",
    Window.DISABILITY: "福祉あんしん相談センター",
    Window.CHILDREN: "こども家庭センター",
    Window.HARDSHIP: "自立相談支援",
}
"""The agency of each window by its short name."""

HOST = str(Division.GENERAL_WELFARE)
MULTI_AGENCY_TEAM = "多機関協働担当"
OUTREACH_TEAM = "アウトリーチ担当"
PARTICIPATION_TEAM = "参加支援担当"
COUNCIL = "社会福祉協議会"

PARTNER_AGENCY = {
    Partner.PUBLIC_ASSISTANCE: "生活保護担当",
    Partner.GUARDIANSHIP: "成年後見担当",
    Partner.WELFARE_VOLUNTEERS: "民生委員児童委員協議会",
    Partner.RIGHTS_COMMISSIONERS: "消費生活・行政相談等",
    Partner.PROFESSIONALS: "専門職団体",
    Partner.LEGAL_TERRACE: "法テラス",
    Partner.SUICIDE_PREVENTION: "自殺対策担当",
    Partner.HIKIKOMORI: "ひきこもり対策担当",
    Partner.DOMESTIC_VIOLENCE: "DV被害者支援担当",
    Partner.PROBATION: "保護観察所・保護司会",
    Partner.SETTLEMENT: "地域生活定着支援センター",
    Partner.SCHOOLS: "教育委員会",
    Partner.PUBLIC_BENEFIT: "社会福祉法人連絡会",
    Partner.HELLO_WORK: "ハローワーク",
    Partner.SILVER_CENTER: "シルバー人材センター",
    Partner.WATER: "上下水道担当",
    Partner.REVITALIZATION: "地域おこし協力隊",
}
"""The agency that stands for each of the 17 partners (実施計画9) by its short name."""


def _own(number: str, short_name: str, name: str, kind: AgencyKind, **facts: Any) -> Agency:
    return Agency(
        agency_no=number,
        name=name,
        short_name=short_name,
        kind=kind,
        is_member=True,
        secrecy_basis=SecrecyBasis.ORDINANCE,
        **facts,
    )


WINDOWS = (
    _own(
        "W01",
        WINDOW_AGENCY[Window.ELDERLY],
        "甲州市地域包括支援センター",
        AgencyKind.WINDOW,
        other_names="包括",
        window=Window.ELDERLY,
    ),
    _own(
        "W02",
        WINDOW_AGENCY[Window.DISABILITY],
        "子ども家庭障害者支援センター（福祉あんしん相談センター）",
        AgencyKind.WINDOW,
        other_names="子ども家庭障害者支援センター、あんしん相談センター",
        window=Window.DISABILITY,
    ),
    _own(
        "W03",
        WINDOW_AGENCY[Window.CHILDREN],
        "子育て世代包括支援センター・こども家庭センター",
        AgencyKind.WINDOW,
        other_names="子育て世代包括支援センター",
        window=Window.CHILDREN,
    ),
    _own(
        "W04",
        WINDOW_AGENCY[Window.HARDSHIP],
        "生活困窮者自立相談支援窓口",
        AgencyKind.WINDOW,
        other_names="自立相談支援窓口、自立相談",
        window=Window.HARDSHIP,
    ),
)

DIVISIONS = tuple(
    _own(f"D{number:02d}", division, f"甲州市{division}", AgencyKind.DIVISION)
    for number, division in enumerate(Division, start=1)
)

TEAMS = (
    _own("M01", MULTI_AGENCY_TEAM, "多機関協働事業（福祉総合支援課）", AgencyKind.OTHER),
    _own("M02", OUTREACH_TEAM, "アウトリーチ事業（福祉総合支援課）", AgencyKind.OTHER),
    _own("M03", PARTICIPATION_TEAM, "参加支援事業（ぶどうの里）", AgencyKind.CONTRACTOR),
)

CONTRACTORS = tuple(
    Agency(
        agency_no=f"C{number:02d}",
        name=name,
        short_name=short_name,
        kind=AgencyKind.CONTRACTOR,
        other_names=other_names or None,
    )
    for number, (short_name, name, other_names) in enumerate(
        (
            (COUNCIL, f"甲州市{SHAKYO}", "社協、甲州市社協"),
            ("ぶどうの里", BUDONOSATO, ""),
            ("もみの樹園", "NPO法人もみの樹園", ""),
            ("塩山福祉会", "社会福祉法人塩山福祉会", ""),
            ("赤保福祉会", "社会福祉法人赤保福祉会", ""),
            ("さくら福祉会", "社会福祉法人さくら福祉会", ""),
            ("すてっぷ・あっぷる", "NPO法人すてっぷ・あっぷる", ""),
        ),
        start=1,
    )
)

PARTNERS = tuple(
    Agency(
        agency_no=partner.code,
        name=partner.note,
        short_name=short_name,
        kind=AgencyKind.PARTNER,
        partner=partner,
    )
    for partner, short_name in PARTNER_AGENCY.items()
)

AGENCIES = (*WINDOWS, *DIVISIONS, *TEAMS, *CONTRACTORS, *PARTNERS)
"""The rows of an empty office's 関係機関マスタ."""
