"""プラン明細: problems and steps shared among agencies, and how far each step has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from juso.koshu.agencies import MULTI_AGENCY_TEAM
from juso.koshu.codes import Frequency, PlanKind, PlanState, Progress, Service
from juso.koshu.sheets import Plan, PlanLine, Problem
from juso.services.sample.journey import Journey, PlanDraft
from juso.services.sample.texts import ISSUE_TEXTS

PLACES = 6  # the first resources of the ledger take people in
SHARED = 0.6  # of the windows' own plans, those that another agency has a part in
SECOND_STEP = 0.35
DUE = (0.25, 0.95)  # of the length of the plan
FAMILY_ROLES = (
    "体調の記録を付ける",
    "家族で声を掛け合う",
    "予定をカレンダーに書く",
    "困ったら早めに連絡する",
    None,
)
COORDINATION = ("支援の足並みがそろう", "月1回、関係機関の進み具合を集めて共有する。")
PROGRAM_SERVICES = {
    PlanKind.OUTREACH: (Service.OUTREACH,),
    PlanKind.PARTICIPATION: (Service.PARTICIPATION,),
}
WAITING = (PlanState.DRAFT, PlanState.UNDER_REVIEW)


@dataclass(frozen=True, slots=True)
class Task:
    """What one agency does about one problem."""

    problem: Problem
    step: tuple[str, str]  # 目標 and 支援内容
    agency: str


def make_lines(journey: Journey, draft: PlanDraft) -> list[PlanLine]:
    """One or two lines for each problem."""
    tasks = _tasks(journey, draft)
    if draft.plan.kind is PlanKind.MULTI_AGENCY and len({task.agency for task in tasks}) < 2:
        tasks.append(Task(journey.problems[0], COORDINATION, MULTI_AGENCY_TEAM))
    return [_line(journey, draft.plan, task, n) for n, task in enumerate(tasks, start=1)]


def _tasks(journey: Journey, draft: PlanDraft) -> list[Task]:
    agencies = _sharers(journey, draft)
    tasks: list[Task] = []
    for problem in journey.problems:
        wanted = 2 if len(journey.problems) == 1 or journey.desk.chance(SECOND_STEP) else 1
        steps = ISSUE_TEXTS[problem.issue].steps
        for step in journey.desk.rng.sample(steps, min(wanted, len(steps))):
            tasks.append(Task(problem, step, agencies[len(tasks) % len(agencies)]))
    return tasks


def _sharers(journey: Journey, draft: PlanDraft) -> list[str]:
    """The agencies a plan gives work to, all of them within the consent."""
    helpers = [agency for issue in journey.issues for agency in ISSUE_TEXTS[issue].helpers[:1]]
    own = draft.by.agency
    if draft.plan.kind is PlanKind.WINDOW:
        chosen = [own, *(helpers[:1] if journey.desk.chance(SHARED) else ())]
    elif draft.plan.kind is PlanKind.MULTI_AGENCY:
        chosen = [journey.window_agency, *helpers[:3]]
    else:
        chosen = [own, journey.window_agency, *helpers[:1]]
    found = list(dict.fromkeys(chosen))
    journey.engage(*found)
    return found


def _line(journey: Journey, plan: Plan, task: Task, number: int) -> PlanLine:
    desk = journey.desk
    length = ((plan.ends_on or plan.starts_on) - plan.starts_on).days
    finds_place = plan.kind is PlanKind.PARTICIPATION and number == 1
    services = (*PROGRAM_SERVICES.get(plan.kind, ()), *ISSUE_TEXTS[task.problem.issue].services[:1])
    return PlanLine(
        plan_no=plan.plan_no,
        number=number,
        problem_number=task.problem.number,
        problem=task.problem.content,
        goal=task.step[0],
        support=task.step[1],
        agency=task.agency,
        worker=desk.staff.anyone(task.agency, desk.rng).name,
        family_role=desk.pick(FAMILY_ROLES),
        due_on=plan.starts_on + timedelta(days=int(length * desk.rng.uniform(*DUE))),
        frequency=desk.pick(tuple(Frequency)[1:]),
        services=tuple(dict.fromkeys(services)),
        resource_no=desk.pick(desk.resources[:PLACES]).resource_no if finds_place else None,
        progress=Progress.NOT_STARTED,
    )


def settled_lines(journey: Journey, draft: PlanDraft, until: date) -> list[PlanLine]:
    """The lines as they stand on a day: done in time, given up with the plan, or under way."""
    return [_settled(journey, draft.plan, line, until) for line in draft.lines]


def _settled(journey: Journey, plan: Plan, line: PlanLine, until: date) -> PlanLine:
    chance, over = journey.desk.chance, not (plan.state.is_active or plan.state in WAITING)
    due_on = line.due_on or until
    if plan.decided_on is None or plan.starts_on > until:
        return line.replace(progress=Progress.CANCELLED) if over else line
    early = over and plan.state is not PlanState.CANCELLED and chance(0.8)
    if due_on <= until or early:
        day = min(due_on, until) - timedelta(days=journey.desk.rng.randint(0, 12))
        return line.replace(progress=Progress.DONE, done_on=max(plan.starts_on, day))
    return line.replace(progress=Progress.CANCELLED if over else Progress.RUNNING)
