"""The sample's 関係機関マスタ: the real office's rows, sworn in, and invented schools and clinics."""

from __future__ import annotations

from datetime import date
from random import Random

from juso.koshu.agencies import AGENCIES
from juso.koshu.codes import AgencyKind, Partner, SecrecyBasis
from juso.koshu.sheets import Agency
from juso.services.sample import places

ELEMENTARY = "ぶどう坂小学校"
JUNIOR_HIGH = "ぶどう坂中学校"
HIGH_SCHOOL = "桃の里高等学校"
NURSERY = "ぶどう坂こども園"
CLINIC = "ぶどう坂クリニック"
MIND_CLINIC = "扇状地こころの医院"
HOSPITAL = "桃の里総合病院"
CARE_MANAGER = "ぶどう坂居宅介護支援事業所"
NURSES = "扇状地訪問看護ステーション"
DISABILITY_PLANNER = "桃の里相談支援事業所"
POLICE = "警察署（生活安全）"

SCHOOLS = (ELEMENTARY, JUNIOR_HIGH, HIGH_SCHOOL)
OTHERS = (NURSERY, CLINIC, MIND_CLINIC, HOSPITAL, CARE_MANAGER, NURSES, DISABILITY_PLANNER, POLICE)
SWORN_ON = date(2022, 4, 1)  # 事業開始


def agency_rows(rng: Random) -> tuple[Agency, ...]:
    """Every agency of the sample, all of them members of the 支援会議."""
    return tuple(_sworn(agency, rng) for agency in (*AGENCIES, *_invented()))


def _invented() -> tuple[Agency, ...]:
    schools = [
        Agency(
            agency_no=f"S{number:02d}",
            name=f"{name}（架空）",
            short_name=name,
            kind=AgencyKind.PARTNER,
            partner=Partner.SCHOOLS,
        )
        for number, name in enumerate(SCHOOLS, start=1)
    ]
    others = [
        Agency(
            agency_no=f"X{number:02d}",
            name=f"{name}（架空）",
            short_name=name,
            kind=AgencyKind.OTHER,
        )
        for number, name in enumerate(OTHERS, start=1)
    ]
    return (*schools, *others)


def _sworn(agency: Agency, rng: Random) -> Agency:
    """The row as a running office has it: member, with the ground of its secrecy."""
    own = agency.secrecy_basis is not None
    return agency.replace(
        is_member=True,
        secrecy_basis=SecrecyBasis.ORDINANCE if own else _ground(agency),
        secrecy_on=SWORN_ON,
        contact=places.home_phone(rng),
        valid_from=SWORN_ON,
    )


def _ground(agency: Agency) -> SecrecyBasis:
    agreed = agency.kind is AgencyKind.CONTRACTOR
    return SecrecyBasis.AGREEMENT if agreed else SecrecyBasis.PLEDGE
