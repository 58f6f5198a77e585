"""Plans: monitored, ended or renewed, and each line of them done in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from juso.koshu import todo_kinds as kinds
from juso.koshu.codes import Conclusion, PlanState
from juso.koshu.register import Register, group
from juso.koshu.rules.deadlines import is_reviewed, review_days
from juso.koshu.rules.lookups import PLAN_OVER
from juso.koshu.sheets import Case, Plan, PlanLine
from juso.services.todo.model import Duty
from juso.services.todo.owners import case_of, is_open, owner

FINISHED = frozenset({Conclusion.CLOSE, Conclusion.SUSPEND})


def plan_duties(book: Register) -> Iterator[Duty]:
    """Monitoring and end of plans in force, one line a plan."""
    for plan in book.plans:
        case = case_of(book, plan.case_no)
        if plan.state and plan.state.is_active and is_open(case):
            if not is_settled(plan, book):
                yield _duty(
                    plan,
                    case,
                    kinds.PLAN_END,
                    column="ends_on",
                    due=plan.ends_on,
                    name="支援終了予定日",
                )
            day = plan.monitoring_on
            if day is None or not is_reviewed(day, review_days(plan, book)):
                yield _duty(
                    plan,
                    case,
                    kinds.MONITORING,
                    column="monitoring_on",
                    due=day,
                    name="モニタリング予定日",
                )


def _duty(plan: Plan, case: Case | None, kind: kinds.TodoKind, **facts: Any) -> Duty:
    whose = owner(case, plan.made_at, plan.made_by)
    return Duty(
        subject=("plan", plan.row_number), kind=kind, owner=whose, row=plan, key=plan.key, **facts
    )


def is_settled(plan: Plan, book: Register) -> bool:
    """Whether what comes after a plan is known: a later plan, or an evaluation that ends it."""
    if plan.ends_on is None:
        return _is_renewed(plan, book)
    evaluations = book.evaluations_of_plan.get(plan.plan_no, ())
    dated = [e for e in evaluations if e.evaluated_on is not None]
    ended = [e.evaluated_on for e in dated if e.conclusion in FINISHED]
    return is_reviewed(plan.ends_on, ended) or _is_renewed(plan, book)


def _is_renewed(plan: Plan, book: Register) -> bool:
    return plan.starts_on is not None and any(
        other.kind is plan.kind
        and other.state is not PlanState.CANCELLED
        and other.starts_on is not None
        and other.starts_on > plan.starts_on
        for other in book.plans_of.get(plan.case_no, ())
    )


def line_duties(book: Register) -> Iterator[Duty]:
    """Lines of プラン明細 that are late, due or undated, one line a plan and worker."""
    waiting = (line for line in book.rows(PlanLine) if waits(line, book))
    for plan_no, lines in group(waiting, "plan_no").items():
        near = [line for line in lines if line.due_on and _is_near(line.due_on, book.today)]
        undated = [line for line in lines if line.due_on is None]
        for chosen in (near, undated):
            for (agency, worker), own in _by_worker(chosen).items():
                yield _lines_duty(plan_no, own, (agency, worker))


def waits(line: PlanLine, book: Register) -> bool:
    """Whether a line of a plan in force on an open case is neither done nor cancelled."""
    is_over = line.progress.is_over if line.progress else line.support is None
    if is_over:
        return False
    plan = book.plan_by_no.get(line.plan_no) if line.plan_no else None
    return plan is None or (plan.state not in PLAN_OVER and is_open(case_of(book, plan.case_no)))


def _is_near(due: date, today: date) -> bool:
    return (due - today).days <= kinds.SUPPORT.days


def _by_worker(lines: list[PlanLine]) -> dict[tuple[str, str], list[PlanLine]]:
    found: dict[tuple[str, str], list[PlanLine]] = {}
    for line in lines:
        found.setdefault((line.agency or "", line.worker or ""), []).append(line)
    return found


def _lines_duty(plan_no: str | None, lines: list[PlanLine], whose: tuple[str, str]) -> Duty:
    first = min(lines, key=lambda line: line.due_on or date.max)
    numbers = "・".join(f"行{line.number}" if line.number else "行番号なし" for line in lines)
    earliest = "最も早い" if first.due_on and len(lines) > 1 else ""
    return Duty(
        subject=("lines", plan_no),
        kind=kinds.SUPPORT,
        owner=whose,
        row=first,
        column="due_on",
        key=plan_no or first.key,
        due=first.due_on,
        name=f"プラン明細（{numbers}）の{earliest}期日",
    )
