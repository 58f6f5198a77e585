"""Faults in 支援プラン and プラン明細: aims, periods, monitoring and lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from juso.core.calendar import add_months
from juso.core.finding import Severity
from juso.core.sheet import Row
from juso.koshu.codes import Progress
from juso.koshu.register import Register
from juso.koshu.sheets import Plan, PlanLine
from juso.services.sample.faults import RegisterFault, blank, typed

NO_SUCH_PROBLEM = 99
A_DAY = timedelta(days=1)
SHORT = 3  # lines at most, where each of them has a finding
RECENT = (20, 80)  # days since the beginning: a first monitoring could just be overdue


def _is_short(plan: Plan, book: Register) -> bool:
    return 0 < len(book.lines_of.get(plan.plan_no, ())) <= SHORT


def _its_due_days(plan: Plan, book: Register) -> Iterator[tuple[Row, str, str]]:
    return ((line, "PLAN-022", "due_on") for line in book.lines_of[plan.plan_no])


def _is_young(plan: Plan, book: Register) -> bool:
    """In force, and not evaluated yet."""
    first, last = RECENT
    is_new = first <= (book.today - plan.starts_on).days <= last
    return plan.state.is_active and is_new and plan.plan_no not in book.evaluations_of_plan


def _is_in_force(plan: Plan, _: Register) -> bool:
    return plan.state.is_active


def _is_done(line: PlanLine, book: Register) -> bool:
    plan = book.plan_by_no.get(line.plan_no)
    return line.progress is Progress.DONE and plan is not None and plan.ends_on is not None


def _serves_a_lesser_problem(line: PlanLine, book: Register) -> bool:
    plan = book.plan_by_no.get(line.plan_no)
    problems = book.problems_of.get(plan.case_no, ()) if plan else ()
    return any(p.number == line.problem_number and p.priority != 1 for p in problems)


def _was_due(line: PlanLine, book: Register) -> bool:
    return _is_done(line, book) and line.due_on is not None and line.due_on < book.today


def _after_the_end(line: PlanLine, book: Register) -> dict[str, object]:
    plan = book.plan_by_no[line.plan_no]
    return {"due_on": plan.ends_on and plan.ends_on + A_DAY}


PLAN_FAULTS = (
    RegisterFault("当面の目標がない", Plan, (("PLAN-001", "near_goal"),), blank("near_goal")),
    RegisterFault("支援終了予定日がない", Plan, (("PLAN-005", "ends_on"),), blank("ends_on")),
    RegisterFault(
        "支援終了予定日が開始日より前",
        Plan,
        (("PLAN-006", "ends_on"),),
        lambda plan, _: {"ends_on": plan.starts_on - A_DAY},
        _is_short,
        also=_its_due_days,
    ),
    RegisterFault(
        "支援者の動きだけの当面の目標",
        Plan,
        (("PLAN-001", "near_goal"),),
        typed("near_goal", "引き続き必要な支援を行う。"),
        severity=Severity.WARNING,
    ),
    RegisterFault(
        "短すぎる当面の目標",
        Plan,
        (("PLAN-001", "near_goal"),),
        typed("near_goal", "元気に過ごす。"),
        severity=Severity.WARNING,
    ),
    RegisterFault("達成の目安がない", Plan, (("PLAN-002", "measure"),), blank("measure")),
    RegisterFault(
        "13か月のプラン",
        Plan,
        (("PLAN-006", "ends_on"),),
        lambda plan, _: {"ends_on": add_months(plan.starts_on, 13)},
        severity=Severity.WARNING,
    ),
    RegisterFault(
        "モニタリング予定日がない",
        Plan,
        (("PLAN-008", "monitoring_on"),),
        blank("monitoring_on"),
        _is_in_force,
    ),
    RegisterFault(
        "半年先のモニタリング",
        Plan,
        (("PLAN-008", "monitoring_on"),),
        lambda _, book: {"monitoring_on": add_months(book.today, 6)},
        _is_in_force,
    ),
    RegisterFault(
        "モニタリング予定日を過ぎた",
        Plan,
        (("PLAN-008", "monitoring_on"),),
        lambda _, book: {"monitoring_on": book.today - A_DAY},
        _is_young,
    ),
    RegisterFault("明細の支援内容がない", PlanLine, (("PLAN-019", "support"),), blank("support")),
    RegisterFault("明細の課題がない", PlanLine, (("PLAN-019", "problem"),), blank("problem")),
    RegisterFault(
        "課題整理にない課題番号",
        PlanLine,
        (("PLAN-004", "problem_number"),),
        lambda *_: {"problem_number": NO_SUCH_PROBLEM},
        _serves_a_lesser_problem,
    ),
    RegisterFault("明細の期日がない", PlanLine, (("PLAN-021", "due_on"),), blank("due_on")),
    RegisterFault(
        "担当者が決まっていない", PlanLine, (("PLAN-010", "worker"),), typed("worker", "未定")
    ),
    RegisterFault(
        "期日が支援期間の後",
        PlanLine,
        (("PLAN-022", "due_on"),),
        _after_the_end,
        _is_done,
    ),
    RegisterFault(
        "期日を過ぎた明細",
        PlanLine,
        (("PLAN-007", "due_on"),),
        lambda *_: {"progress": Progress.RUNNING, "done_on": None},
        _was_due,
    ),
)
