"""ケース票, 家族構成 and 課題整理: what is found out about a person before a plan is made."""

from __future__ import annotations

from datetime import date

from juso.koshu.codes import Consent, ContactMethod, Issue, Outcome
from juso.koshu.sheets import Assessment, FamilyMember, Problem
from juso.services.sample import assessment_texts as t
from juso.services.sample import circumstances as c
from juso.services.sample.contact_texts import ASSESSMENTS
from juso.services.sample.household import Person
from juso.services.sample.journey import Journey
from juso.services.sample.staff import Worker
from juso.services.sample.story import Will
from juso.services.sample.texts import ISSUE_TEXTS


def assess(journey: Journey, day: date, by: Worker | None = None) -> None:
    """Look into a case and write down what is found."""
    desk, worker = journey.desk, by or journey.lead
    journey.is_assessed = True
    journey.problems = [_problem(journey, n, i) for n, i in enumerate(journey.issues, start=1)]
    main = (journey.problems[0].content or "").rstrip("。")
    content = f"{desk.pick(ASSESSMENTS)}主な課題は「{main}」。"
    journey.record(day, (ContactMethod.VISIT, journey.voice), content, worker, met="○")
    desk.rows.append(_assessment(journey, day, worker))
    desk.rows.extend(_family(journey))
    desk.rows.extend(journey.problems)


def _problem(journey: Journey, number: int, issue: Issue) -> Problem:
    pick, text = journey.desk.pick, ISSUE_TEXTS[issue]
    return Problem(
        case_no=journey.case_no,
        number=number,
        issue=issue,
        content=pick(text.contents),
        background=pick(text.backgrounds),
        own_view=pick(t.OWN_VIEWS),
        priority=number,
    )


def _family(journey: Journey) -> list[FamilyMember]:
    home, seen_from = journey.opening.household, journey.opening.person
    people = (seen_from, *(p for p in home.people if p is not seen_from))
    return [
        FamilyMember(
            case_no=journey.case_no,
            number=number,
            relation=home.relation(person, seen_from),
            age_band=_decade(person, journey.opening.received_on),
            lives_together=True,
            occupation=person.occupation or c.occupation(journey),
            needs_support=person.needs_support or person is seen_from,
        )
        for number, person in enumerate(people, start=1)
    ]


def _decade(person: Person, day: date) -> str:
    years = person.age_on(day)
    return f"{years // 10 * 10}代" if years >= 10 else "10歳未満"


def _assessment(journey: Journey, day: date, by: Worker) -> Assessment:
    desk, main = journey.desk, ISSUE_TEXTS[journey.issues[0]]
    grown = journey.opening.age >= c.ADULT
    return Assessment(
        case_no=journey.case_no,
        assessed_on=day,
        assessed_by=by.signature,
        life_history=desk.pick(t.HISTORIES if grown else t.CHILD_HISTORIES),
        health=desk.pick(t.HEALTHS),
        certificate=c.certificate(journey),
        care_level=c.care_level(journey),
        employment=c.employment(journey),
        income_source=c.income_source(journey),
        has_debt=Issue.DEBT in journey.issues,
        debt=c.debt(journey),
        budgeting=c.budgeting(journey),
        housing=desk.pick(c.HOUSINGS),
        schooling=c.schooling(journey),
        community_ties=desk.pick(t.TIES),
        wish=_wish(journey),
        strengths=desk.pick(journey.opening.story.strengths),
        priorities="、".join(str(p.number) for p in journey.problems),
        services=c.services(journey),
        agencies=tuple(dict.fromkeys((journey.window_agency, *journey.team[:3]))),
        direction=desk.pick(journey.opening.story.situations) + desk.pick(main.steps)[1],
        gap=desk.pick(t.GAPS) if len(journey.issues) > 2 and desk.chance(0.4) else None,
        is_complete=True,
        **c.risks(journey),
    )


def _wish(journey: Journey) -> str:
    if journey.consent is Consent.REFUSED:
        return t.CONTENT
    watched = journey.opening.outcome is Outcome.SUPPORT_CONFERENCE
    if watched and journey.opening.story.will is Will.LATER:
        return t.UNHEARD
    return journey.desk.pick(ISSUE_TEXTS[journey.issues[0]].visions)
