"""A plan in force: monitored every three months, made anew when its time is up."""

from __future__ import annotations

from datetime import date, timedelta

from juso.koshu.codes import (
    Conclusion,
    ContactMethod,
    EvaluationKind,
    PlanKind,
    PlanState,
    PlanStep,
)
from juso.services.sample import contact_texts as t
from juso.services.sample.conference import review_plan
from juso.services.sample.evaluate import evaluate
from juso.services.sample.journey import Journey, PlanDraft
from juso.services.sample.planning import (
    Terms,
    change,
    decide,
    draft_plan,
    end_of,
    end_plan,
    monitoring_day,
)
from juso.services.sample.texts import ISSUE_TEXTS

AGAIN_MONTHS = 6
LAST_WEEKS = timedelta(days=21)  # a plan that ends this soon after its monitoring is made anew


def follow(journey: Journey, draft: PlanDraft, until: date) -> PlanDraft:
    """Monitor a plan up to a day; returns the plan that is under way then."""
    while True:
        day = draft.plan.monitoring_on or draft.plan.starts_on
        if day >= until or draft.plan.decided_on is None:
            return draft
        if day >= end_of(draft.plan) - LAST_WEEKS:
            draft = _make_anew(journey, draft, min(day, end_of(draft.plan)))
        else:
            _review(journey, draft, day)
            evaluate(journey, draft, day, EvaluationKind.MONITORING, Conclusion.CONTINUE)
            change(draft, monitoring_on=monitoring_day(journey, day))


def _review(journey: Journey, draft: PlanDraft, day: date) -> None:
    talks = ISSUE_TEXTS[journey.desk.pick(journey.issues)].talks
    content = journey.desk.pick(t.REVIEWS) + journey.desk.pick(talks)
    journey.record(day, (ContactMethod.OFFICE, journey.voice), content, draft.by)


def _make_anew(journey: Journey, draft: PlanDraft, day: date) -> PlanDraft:
    _review(journey, draft, day)
    evaluate(journey, draft, day, EvaluationKind.REPLAN, Conclusion.REPLAN)
    end_plan(draft, PlanState.EVALUATED)
    kind = draft.plan.kind
    again = draft_plan(journey, Terms(kind, AGAIN_MONTHS, PlanStep.AGAIN), day, draft.by)
    if kind is PlanKind.MULTI_AGENCY:
        review_plan(journey, again)
    else:
        decide(again, day)
    return again
