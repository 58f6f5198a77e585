"""支援プラン: made with the person, decided on, ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from juso.core.calendar import add_months
from juso.koshu.codes import (
    Consent,
    ConsentMethod,
    ContactMethod,
    PlanKind,
    PlanState,
    PlanStep,
)
from juso.koshu.sheets import Plan
from juso.services.sample import contact_texts as t
from juso.services.sample.journey import Journey, PlanDraft
from juso.services.sample.plan_lines import make_lines
from juso.services.sample.staff import Worker
from juso.services.sample.texts import ISSUE_TEXTS
from juso.services.sample.workdays import on_or_before

MONITORING_DAYS = (72, 88)  # always within three months
LONGEST_AIM = 6  # months an aim looks ahead
PENDING = (PlanState.DRAFT, PlanState.UNDER_REVIEW)


@dataclass(frozen=True, slots=True)
class Terms:
    """What kind of plan is made, and for how long."""

    kind: PlanKind
    months: int
    step: PlanStep = PlanStep.NEW


def draft_plan(journey: Journey, terms: Terms, day: date, by: Worker) -> PlanDraft:
    """Make a plan with the person; 多機関協働 still has to be put before the conference."""
    desk, main = journey.desk, ISSUE_TEXTS[journey.issues[0]]
    goal, measure = desk.pick(_new_aims(journey))
    number = len(journey.drafts) + 1
    plan = Plan(
        plan_no=f"P-{journey.case_no}-{number}",
        case_no=journey.case_no,
        kind=terms.kind,
        step=terms.step,
        round=number,
        made_on=day,
        made_by=by.name,
        made_at=by.agency,
        vision=desk.pick(main.visions),
        near_goal=goal.format(n=min(terms.months, LONGEST_AIM)),
        measure=measure,
        starts_on=day,
        ends_on=on_or_before(add_months(day, terms.months) - timedelta(days=1)),
        monitoring_on=monitoring_day(journey, day),
        consent_on=journey.consent_on,
        consent_method=_method(journey),
        uses_participation=terms.kind is PlanKind.PARTICIPATION,
        uses_outreach=terms.kind is PlanKind.OUTREACH,
        state=PlanState.DRAFT,
    )
    draft = PlanDraft(plan, by)
    draft.lines = make_lines(journey, draft)
    journey.drafts.append(draft)
    aim = (plan.near_goal or "").rstrip("。")
    content = f"{desk.pick(t.PLANS)}目標は「{aim}」。"
    journey.record(day, (ContactMethod.OFFICE, journey.voice), content, by)
    return draft


def _new_aims(journey: Journey) -> Sequence[tuple[str, str]]:
    """当面の目標 that no earlier plan had, as long as there are any."""
    aims = ISSUE_TEXTS[journey.issues[0]].aims
    had = {draft.plan.measure for draft in journey.drafts}
    return [aim for aim in aims if aim[1] not in had] or aims


def _method(journey: Journey) -> ConsentMethod:
    return ConsentMethod.PROXY if journey.consent is Consent.PROXY else ConsentMethod.WRITTEN


def change(draft: PlanDraft, **changes: Any) -> None:
    """Change cells of a plan."""
    draft.plan = draft.plan.replace(**changes)


def start(journey: Journey, draft: PlanDraft, day: date) -> None:
    """Let a plan begin on a day, as long as it was meant to last."""
    plan = draft.plan
    shift = day - plan.starts_on
    ends_on = on_or_before(end_of(plan) + shift)
    change(draft, starts_on=day, ends_on=ends_on, monitoring_on=monitoring_day(journey, day))
    draft.lines = [
        line.replace(due_on=min((line.due_on or day) + shift, ends_on)) for line in draft.lines
    ]


def end_of(plan: Plan) -> date:
    """支援終了予定日."""
    return plan.ends_on or plan.starts_on


def decide(draft: PlanDraft, day: date) -> None:
    """A plan is in force."""
    change(draft, decided_on=day, state=PlanState.RUNNING)


def monitoring_day(journey: Journey, since: date) -> date:
    """The next モニタリング: an open day within three months."""
    wait = journey.desk.rng.randint(*MONITORING_DAYS)
    return on_or_before(since + timedelta(days=wait))


def is_over(draft: PlanDraft) -> bool:
    """Whether a plan has ended."""
    return not (draft.plan.state.is_active or draft.plan.state in PENDING)


def end_plan(draft: PlanDraft, state: PlanState) -> None:
    """A plan is over; its lines are settled when the case is written down."""
    if not is_over(draft):
        change(draft, state=state)


def current_plan(journey: Journey) -> PlanDraft | None:
    """The plan in force, else a draft that is waiting."""
    last = journey.drafts[-1] if journey.drafts else None
    return None if last is None or is_over(last) else last
