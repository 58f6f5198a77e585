"""The household of a case as the register knows it: the client, 家族構成, other cases of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juso.core.calendar import age
from juso.koshu.codes import CareLevel, Certificate, Issue, Relation
from juso.koshu.home import Home, Member, age_span
from juso.koshu.person_keys import kana_key, name_key
from juso.koshu.register import Register
from juso.koshu.sheets import Case, FamilyMember

GENERATIONS = {
    Relation.SPOUSE: 0,
    Relation.SIBLING: 0,
    Relation.FATHER: 1,
    Relation.MOTHER: 1,
    Relation.CHILD: -1,
    Relation.GRANDPARENT: 2,
    Relation.GRANDCHILD: -2,
}
TROUBLES = frozenset(
    {Issue.HIKIKOMORI, Issue.WORK, Issue.POVERTY, Issue.DEBT, Issue.ISOLATION, Issue.ADDICTION}
)
CARES = frozenset({Issue.ILLNESS, Issue.DISABILITY, Issue.DEMENTIA_CARE, Issue.ADDICTION})
NO_CARE = (None, CareLevel.NONE)
NO_CERTIFICATE = (None, Certificate.NONE)
WITHOUT_WORK = re.compile("無職|ひきこもり|求職|休職|離職|療養|入院|通院|通所|介護|障害|年金")


def home_of(case: Case, register: Register) -> Home | None:
    """The household of a case; None where not even the client's age is known."""
    client = _client(case, register, "本人", 0)
    if client is None:
        return None
    family = list(register.family_of.get(case.case_no, ()))
    listed = [_relative(row) for row in family if row.relation is not Relation.SELF]
    known = [member for member in listed if member]
    others = _others(case, register)
    return Home((client, *known, *others), case.family, is_listed=bool(known))


def _client(case: Case, register: Register, who: str, generation: int | None) -> Member | None:
    years = _years(case, register)
    if years is None:
        return None
    assessment = register.assessment_of.get(case.case_no)
    in_care = bool(CARES.intersection(case.issues)) or bool(
        assessment
        and (assessment.care_level not in NO_CARE or assessment.certificate not in NO_CERTIFICATE)
    )
    in_trouble = bool(TROUBLES.intersection(case.issues))
    return Member(who, *years, generation, in_trouble=in_trouble, in_care=in_care)


def _years(case: Case, register: Register) -> tuple[int, int] | None:
    if case.born_on and case.born_on <= register.today:
        years = age(case.born_on, register.today)
        return years, years
    return age_span(case.typed_band) if case.typed_band else None


def _relative(row: FamilyMember) -> Member | None:
    """One who lives with the client; None for others and where the age says nothing."""
    years = age_span(row.age_band or "")
    if years is None or not row.lives_together:
        return None
    occupation = row.occupation or ""
    is_idle = bool(WITHOUT_WORK.search(occupation))
    in_care = row.needs_support and (is_idle or not occupation)
    who, generation = str(row.relation or "家族"), GENERATIONS.get(row.relation)
    return Member(who, *years, generation, occupation, row.needs_support or is_idle, in_care)


def _others(case: Case, register: Register) -> Iterator[Member]:
    """The clients of the other cases of the household, each person once."""
    seen = {_who(case)}
    for other in (
        register.cases_of_household.get(case.household_no, ()) if case.household_no else ()
    ):
        if other.case_no != case.case_no and _who(other) not in seen:
            seen.add(_who(other))
            if member := _client(other, register, f"相談{other.case_no}の本人", None):
                yield member


def _who(case: Case) -> str:
    return kana_key(case.kana) or name_key(case.name) or case.case_no
