"""What a 案件票 of the 重層的支援会議 shows of a plan, an evaluation or a resource."""

from __future__ import annotations

from juso.koshu.rules.lookups import case_no_of
from juso.koshu.sheets import AgendaItem, Case, Plan, PlanLine
from juso.services.meeting.agenda_model import (
    ClosingSummary,
    PlanSummary,
    PlanTask,
    ResourceSummary,
)
from juso.services.meeting.cases import MeetingCases
from juso.services.meeting.wording import NONE, day_in_table, joined


def plan_summary(cases: MeetingCases, item: AgendaItem) -> PlanSummary | None:
    """The plan of an item; None where it is not in the register or is another person's."""
    plan = cases.register.plan_by_no.get(item.plan_no or "")
    if plan is None or plan.case_no != case_no_of(item, cases.register):
        return None
    case = cases.case(item)
    consent = "・".join(str(p) for p in (day_in_table(plan.consent_on), plan.consent_method) if p)
    return PlanSummary(
        number=plan.plan_no,
        kind=f"{plan.kind or ''}（{plan.step or ''}・第{plan.round or ''}回）",
        vision=cases.masked(plan.vision, case),
        goal=cases.masked(plan.near_goal, case),
        measure=cases.masked(plan.measure, case),
        period=_period(plan),
        monitoring=day_in_table(plan.monitoring_on),
        consent=consent or None,
        tasks=tuple(
            _task(cases, case, line) for line in cases.register.lines_of.get(plan.plan_no, ())
        ),
    )


def closing_summary(cases: MeetingCases, item: AgendaItem) -> ClosingSummary | None:
    """The evaluation of an item; None where it is not in the register or is another person's."""
    case_no = case_no_of(item, cases.register)
    found = [
        e
        for e in cases.register.evaluations_of_case.get(case_no, ())
        if e.evaluation_no == item.evaluation_no
    ]
    if not found:
        return None
    e, case = found[0], cases.case(item)
    return ClosingSummary(
        number=e.evaluation_no,
        day=day_in_table(e.evaluated_on),
        achievement=e.achievement,
        progress=cases.masked(e.progress, case) or NONE,
        changes=joined(e.changes),
        satisfaction=cases.masked(e.satisfaction, case),
        remaining=cases.masked(e.remaining, case),
        missing=cases.masked(e.missing_resource, case) or NONE,
        watch_over=cases.masked(e.watch_over, case),
    )


def resource_summary(cases: MeetingCases, item: AgendaItem) -> ResourceSummary | None:
    """The resource of an item; None where it is not in the 社会資源台帳."""
    resource = cases.register.resource_by_no.get(item.resource_no or "")
    if resource is None:
        return None
    counted = {
        e.case_no for e in cases.register.evaluations if e.resource_no == resource.resource_no
    }
    evidence = resource.evidence_count if resource.evidence_count is not None else len(counted)
    return ResourceSummary(
        number=resource.resource_no,
        name=resource.name,
        kind=resource.kind,
        provider=resource.provider or "－",
        target=resource.target or "－",
        sufficiency=resource.sufficiency,
        evidence=f"{evidence}件",
        development=resource.development or "未着手",
        worker=resource.worker or "－",
    )


def _period(plan: Plan) -> str | None:
    if plan.starts_on is None or plan.ends_on is None:
        return None
    return f"{day_in_table(plan.starts_on)}～{day_in_table(plan.ends_on)}"


def _task(cases: MeetingCases, case: Case | None, line: PlanLine) -> PlanTask:
    return PlanTask(
        problem=cases.masked(line.problem, case),
        support=cases.masked(line.support, case),
        agency=cases.agency(line.agency, case),
        due=day_in_table(line.due_on),
    )
