"""相談受付簿: the row of a case as it stands when the year is over."""

from __future__ import annotations

from datetime import date
from typing import Any

from juso.koshu.codes import (
    CaseState,
    PlanState,
)
from juso.koshu.sheets import Case
from juso.services.sample.case_cells import (
    consent_cells,
    first_response,
    person_cells,
    team_cells,
)
from juso.services.sample.journey import Journey
from juso.services.sample.plan_lines import settled_lines
from juso.services.sample.workdays import later

RECENT_DAYS = 40


def write_down(journey: Journey) -> None:
    """Put the case, and its plans as they stand, into the register."""
    desk = journey.desk
    until = journey.ending.on if journey.ending and journey.ending.on else desk.last_day
    for draft in journey.drafts:
        desk.rows.append(draft.plan)
        desk.rows.extend(settled_lines(journey, draft, until))
    desk.rows.append(case_row(journey))


def case_row(journey: Journey) -> Case:
    """The case's row in 相談受付簿."""
    opening, call, desk = journey.opening, journey.call, journey.desk
    story = opening.story
    return Case(
        case_no=opening.case_no,
        household_no=opening.household.number,
        received_on=opening.received_on,
        window=opening.window,
        received_by=desk.staff.anyone(journey.window_agency, desk.rng).signature,
        route=call.route,
        entry=call.entry,
        caller=call.caller,
        caller_name=call.name,
        caller_relation=call.relation,
        caller_phone=call.phone,
        family=story.family,
        topics=tuple(t for t in story.topics if t is story.topics[0] or desk.chance(0.6)),
        main_topic=story.topics[0],
        complaint=call.complaint,
        attributes=story.attributes,
        issues=journey.issues,
        complexities=story.complexities,
        urgency=journey.urgency,
        first_response=first_response(journey),
        screened_on=opening.screened_on,
        outcome=opening.outcome,
        lead_agency=journey.lead.agency,
        lead_worker=journey.lead.name,
        reopened_from=opening.resumes.case_no if opening.resumes else None,
        cautions=story.cautions,
        **person_cells(journey, opening.person),
        **consent_cells(journey),
        **team_cells(journey),
        **_state(journey),
    )


def _state(journey: Journey) -> dict[str, Any]:
    """状態 with what it asks for: the day and reason of an end, else the next day."""
    ending = journey.ending
    if ending is None or ending.on is None:
        wait = journey.desk.rng.randint(3, 35)
        return {
            "state": _open_state(journey),
            "next_on": later(journey.desk.last_day, wait, date.max),
        }
    if ending.closing:
        return {
            "state": CaseState.CLOSED,
            "closed_on": ending.on,
            "closing_reason": ending.closing,
        }
    return {
        "state": CaseState.SUSPENDED,
        "suspended_on": ending.on,
        "suspension_reason": ending.suspension,
    }


def _open_state(journey: Journey) -> CaseState:
    if not journey.is_assessed:
        return journey.state
    if not journey.drafts:
        return CaseState.SUPPORTING
    if journey.drafts[-1].plan.state in (PlanState.DRAFT, PlanState.UNDER_REVIEW):
        return CaseState.PLANNING
    reviewed = journey.reviewed_on
    recent = reviewed and (journey.desk.last_day - reviewed).days < RECENT_DAYS
    return CaseState.MONITORING if recent else CaseState.SUPPORTING
