"""Work, income, school, care and risks that fit a person's age and troubles."""

from __future__ import annotations

from typing import Any

from juso.koshu.codes import (
    Attribute,
    Budgeting,
    CareLevel,
    Certificate,
    Employment,
    Housing,
    IncomeSource,
    Issue,
    Risk,
    Schooling,
    Service,
)
from juso.services.sample.assessment_texts import RESPONSES
from juso.services.sample.journey import Journey
from juso.services.sample.texts import ISSUE_TEXTS

ADULT, RETIRED, CARE_AGE = 18, 65, 70
HOUSINGS = (Housing.OWNED, Housing.OWNED, Housing.RENTED, Housing.PUBLIC)
RISKS = {
    Issue.SUICIDE: "risk_suicide",
    Issue.ADULT_ABUSE: "risk_abuse",
    Issue.CHILD_ABUSE: "risk_abuse",
    Issue.DOMESTIC_VIOLENCE: "risk_abuse",
    Issue.POVERTY: "risk_money",
    Issue.DEBT: "risk_money",
    Issue.HOUSING: "risk_housing",
    Issue.ILLNESS: "risk_life",
}
NEEDS_CARE = (
    CareLevel.NONE,
    CareLevel.APPLYING,
    CareLevel.SUPPORT_1,
    CareLevel.SUPPORT_2,
    CareLevel.CARE_1,
    CareLevel.CARE_2,
)
CERTIFICATES = (Certificate.DIAGNOSED, Certificate.INTELLECTUAL, Certificate.SUSPECTED)
STAGES = (
    (6, Schooling.NURSERY, "未就学"),
    (12, Schooling.ELEMENTARY, "小学生"),
    (15, Schooling.JUNIOR_HIGH, "中学生"),
    (ADULT, Schooling.HIGH, "高校生"),
)


def occupation(journey: Journey) -> str | None:
    """What the client does, as far as the age tells."""
    years = journey.opening.age
    if years >= RETIRED:
        return "無職"
    return next((word for limit, _, word in STAGES if years < limit), None)


def schooling(journey: Journey) -> Schooling:
    """学校・保育."""
    years = journey.opening.age
    if Issue.SCHOOL in journey.issues and years < ADULT and journey.desk.chance(0.3):
        return Schooling.ABSENT
    return next((school for limit, school, _ in STAGES if years < limit), Schooling.NONE)


def certificate(journey: Journey) -> Certificate:
    """障害手帳・診断."""
    if Attribute.DISABILITY not in journey.opening.story.attributes:
        return Certificate.NONE
    young = journey.opening.age < ADULT
    return journey.desk.pick(CERTIFICATES if young else (Certificate.MENTAL, *CERTIFICATES))


def care_level(journey: Journey) -> CareLevel:
    """要介護度."""
    old = journey.opening.age >= CARE_AGE
    return journey.desk.pick(NEEDS_CARE) if old else CareLevel.NONE


def employment(journey: Journey) -> Employment:
    """就労状況."""
    years = journey.opening.age
    if years < ADULT:
        return Employment.STUDENT
    if years >= RETIRED or Issue.HIKIKOMORI in journey.issues:
        return Employment.NONE
    return journey.desk.pick((Employment.NONE, Employment.IRREGULAR, Employment.REGULAR))


def income_source(journey: Journey) -> IncomeSource:
    """収入源."""
    years = journey.opening.age
    if years >= RETIRED:
        return IncomeSource.PENSION
    if years < ADULT or Issue.HIKIKOMORI in journey.issues:
        return IncomeSource.REMITTANCE
    return journey.desk.pick((IncomeSource.WAGE, IncomeSource.ALLOWANCE, IncomeSource.NONE))


def debt(journey: Journey) -> int | None:
    """債務額."""
    owes = Issue.DEBT in journey.issues
    return journey.desk.rng.randrange(8, 180) * 10_000 if owes else None


def budgeting(journey: Journey) -> Budgeting:
    """家計管理."""
    if journey.opening.age < ADULT:
        return Budgeting.FAMILY
    return journey.desk.pick((Budgeting.SELF, Budgeting.FAMILY, Budgeting.DIFFICULT))


def services(journey: Journey) -> tuple[Service, ...]:
    """What is in use already: not the help that is still to come."""
    if journey.desk.chance(0.55):
        return (Service.NONE,)
    return (ISSUE_TEXTS[journey.issues[0]].services[0],)


def risks(journey: Journey) -> dict[str, Any]:
    """The five risks, those the issues speak of being there or suspected, and the response."""
    found: dict[str, Any] = dict.fromkeys(RESPONSES, Risk.NONE)
    for issue in journey.issues:
        if issue in RISKS:
            weak = Risk.SUSPECTED if journey.desk.chance(0.5) else Risk.NONE
            found[RISKS[issue]] = Risk.PRESENT if journey.desk.chance(0.4) else weak
    present = [RESPONSES[key] for key, risk in found.items() if risk is Risk.PRESENT]
    return {**found, "risk_response": "".join(present) or None}
