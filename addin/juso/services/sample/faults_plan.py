"""Faults in 支援プラン and プラン明細."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from juso.core.calendar import add_months
from juso.core.sheet import Row
from juso.koshu.codes import PlanKind, PlanState, Review
from juso.koshu.register import Register
from juso.koshu.sheets import Case, Plan, PlanLine
from juso.services.sample.faults import RegisterFault, blank, typed

NO_SUCH_PROBLEM = 99
NO_SUCH_MEETING = "JU-R7-99"
A_DAY = timedelta(days=1)


def _is_kept(plan: Plan, book: Register) -> bool:
    """Its lines are complete, so that a copy of plan and lines is too."""
    return bool(book.lines_of.get(plan.plan_no)) and plan.case_no in book.problems_of


def _is_own(plan: Plan, book: Register) -> bool:
    return plan.kind is PlanKind.WINDOW and _is_kept(plan, book)


def _is_decided_together(plan: Plan, _: Register) -> bool:
    return (
        plan.kind is PlanKind.MULTI_AGENCY and plan.state.is_active and plan.meeting_no is not None
    )


def _next_number(plan: Plan, book: Register) -> str:
    taken = {p.plan_no for p in book.plans}
    stem = plan.plan_no.rpartition("-")[0]
    return next(f"{stem}-{n}" for n in range(1, 100) if f"{stem}-{n}" not in taken)


def _draft(kind: PlanKind) -> Any:
    """A draft of a kind, without a conference yet."""

    def change(plan: Plan, book: Register) -> dict[str, Any]:
        return {
            "plan_no": _next_number(plan, book),
            "kind": kind,
            "state": PlanState.DRAFT,
            "meeting_no": None,
            "review": None,
            "changes": None,
            "decided_on": None,
            "monitoring_on": add_months(plan.starts_on, 2),
        }

    return change


def _lines_of_donor(plan: Plan, book: Register) -> Iterator[PlanLine]:
    """The lines of the case's first plan, under the new plan's number and by one agency."""
    donor = next(p for p in book.plans_of[plan.case_no] if p.plan_no in book.lines_of)
    first, *_ = lines = book.lines_of[donor.plan_no]
    for line in lines:
        yield line.replace(plan_no=plan.plan_no, agency=first.agency)


def _refusing(book: Register) -> Case | None:
    """A case without consent that has no plan yet."""
    for case in book.cases:
        known = case.case_no in book.plans_of or case.case_no in book.problems_of
        if not known and not case.consent.is_given:
            return case
    return None


def _for_the_refusing(plan: Plan, book: Register) -> dict[str, Any]:
    case = _refusing(book)
    draft: dict[str, Any] = _draft(PlanKind.OUTREACH)(plan, book)
    if case:
        draft |= {"case_no": case.case_no, "plan_no": f"P-{case.case_no}-1"}
    return draft


def _with_problems(plan: Plan, book: Register) -> Iterator[Row]:
    """Lines and problems of some other plan, for a case that has neither."""
    donor = next(p for p in book.plans if _is_own(p, book))
    for line in book.lines_of[donor.plan_no]:
        yield line.replace(plan_no=plan.plan_no)
    for problem in book.problems_of[donor.case_no]:
        yield problem.replace(case_no=plan.case_no)


def _has_consent(plan: Plan, book: Register) -> bool:
    case = book.case_by_no.get(plan.case_no)
    return case is not None and case.consent.is_given


PLAN_FAULTS = (
    RegisterFault("当面の目標がない", Plan, (("PLAN-001", "near_goal"),), blank("near_goal")),
    RegisterFault(
        "明細のないプラン",
        Plan,
        (("PLAN-003", "plan_no"),),
        _draft(PlanKind.WINDOW),
        _is_own,
        adds=True,
    ),
    RegisterFault("支援終了予定日がない", Plan, (("PLAN-005", "ends_on"),), blank("ends_on")),
    RegisterFault(
        "支援終了予定日が開始日より前",
        Plan,
        (("PLAN-006", "ends_on"),),
        lambda plan, _: {"ends_on": plan.starts_on - A_DAY},
    ),
    RegisterFault(
        "1機関だけの多機関協働プラン",
        Plan,
        (("PLAN-009", "kind"),),
        _draft(PlanKind.MULTI_AGENCY),
        lambda plan, book: _is_own(plan, book) and _has_consent(plan, book),
        adds=True,
        along=_lines_of_donor,
    ),
    RegisterFault(
        "同意のないアウトリーチプラン",
        Plan,
        (("PLAN-011", "kind"),),
        _for_the_refusing,
        lambda plan, book: _is_own(plan, book) and _refusing(book) is not None,
        adds=True,
        along=_with_problems,
    ),
    RegisterFault(
        "重層的支援会議を経ずに決定",
        Plan,
        (("PLAN-013", "meeting_no"),),
        blank("meeting_no"),
        _is_decided_together,
    ),
    RegisterFault(
        "再検討のまま決定",
        Plan,
        (("PLAN-013", "review"),),
        lambda *_: {"review": Review.RECONSIDER},
        _is_decided_together,
    ),
    RegisterFault(
        "会議より前に決定",
        Plan,
        (("PLAN-013", "decided_on"),),
        lambda plan, book: {"decided_on": book.meeting_by_no[plan.meeting_no].held_on - A_DAY},
        _is_decided_together,
    ),
    RegisterFault(
        "台帳にない付議会議番号",
        Plan,
        (("CELL-007", "meeting_no"),),
        typed("meeting_no", NO_SUCH_MEETING),
        _is_decided_together,
    ),
    RegisterFault(
        "有効なプランの重複",
        Plan,
        (("PLAN-014", "state"),),
        lambda plan, book: {"plan_no": _next_number(plan, book)},
        lambda plan, book: _is_own(plan, book) and plan.state.is_active,
        adds=True,
        along=_lines_of_donor,
    ),
    RegisterFault(
        "プラン番号の重複",
        Plan,
        (("CELL-006", "plan_no"),),
        lambda *_: {},
        lambda plan, book: _is_own(plan, book) and not plan.state.is_active,
        adds=True,
    ),
    RegisterFault("明細の支援内容がない", PlanLine, (("PLAN-019", "support"),), blank("support")),
    RegisterFault("明細の課題がない", PlanLine, (("PLAN-019", "problem"),), blank("problem")),
    RegisterFault(
        "課題整理にない課題番号",
        PlanLine,
        (("PLAN-004", "problem_number"),),
        lambda *_: {"problem_number": NO_SUCH_PROBLEM},
    ),
    RegisterFault("明細の期日がない", PlanLine, (("PLAN-021", "due_on"),), blank("due_on")),
    RegisterFault(
        "担当者が決まっていない", PlanLine, (("PLAN-010", "worker"),), typed("worker", "未定")
    ),
)
