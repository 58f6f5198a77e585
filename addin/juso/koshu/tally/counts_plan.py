"""Plans in the monthly forms: when one is 有効, has a deadline, is late or is shared."""

from __future__ import annotations

from datetime import date

from juso.koshu.codes import Conclusion, PlanState
from juso.koshu.sheets import Plan
from juso.koshu.tally.counts_basis import Scope, ended_on, later


def plan_span(plan: Plan, scope: Scope) -> tuple[date, date | None] | None:
    """From the decision to the end of a plan, None for one that was not decided on."""
    if plan.decided_on is None:
        return None
    if plan.state in (None, PlanState.DECIDED, PlanState.RUNNING):
        return plan.decided_on, None
    return plan.decided_on, later(_last_day(plan, scope), plan.decided_on)


def _last_day(plan: Plan, scope: Scope) -> date | None:
    """The last evaluation that ended the plan, else what comes nearest to its end."""
    days = [
        (e.conclusion is not Conclusion.CONTINUE, e.evaluated_on)
        for e in scope.register.evaluations_of_plan.get(plan.plan_no, ())
        if e.evaluated_on is not None
    ]
    if days:
        return max(days)[1]
    case = scope.case_of(plan)
    return (ended_on(case) if case else None) or plan.ends_on or plan.decided_on


def has_deadline(plan: Plan, *_: object) -> bool:
    """期限設定あり."""
    return plan.ends_on is not None


def is_overdue(plan: Plan, _: Scope, day: date) -> bool:
    """期限超過: still under way after its last day."""
    return plan.ends_on is not None and plan.ends_on < day


def is_shared(plan: Plan, scope: Scope, *_: object) -> bool:
    """担当2機関以上."""
    return agency_count(plan, scope) >= 2


def agency_count(plan: Plan, scope: Scope) -> int:
    """How many agencies share the lines of a plan."""
    return len({line.agency for line in scope.register.lines_of.get(plan.plan_no, ())})
