"""Faults in 支援プラン: plans that are there twice, or were made without what they need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from juso.core.calendar import add_months
from juso.core.sheet import Row
from juso.koshu.codes import PlanKind, PlanState
from juso.koshu.register import Register
from juso.koshu.sheets import Case, Plan, PlanLine
from juso.services.sample.faults import RegisterFault


def is_kept(plan: Plan, book: Register) -> bool:
    """Its lines are complete, so that a copy of plan and lines is too."""
    return bool(book.lines_of.get(plan.plan_no)) and plan.case_no in book.problems_of


def _is_own(plan: Plan, book: Register) -> bool:
    return plan.kind is PlanKind.WINDOW and is_kept(plan, book)


def _is_unreviewed(plan: Plan, book: Register) -> bool:
    """In force, and not evaluated yet."""
    return plan.state.is_active and plan.plan_no not in book.evaluations_of_plan


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


def _its_lines(victim: Plan, plan: Plan, book: Register) -> Iterator[PlanLine]:
    """The lines of the plan that was copied, all of them by one agency."""
    first, *_ = lines = book.lines_of[victim.plan_no]
    for line in lines:
        yield line.replace(plan_no=plan.plan_no, agency=first.agency)


def _donor(book: Register) -> Plan | None:
    return next((plan for plan in book.plans if _is_own(plan, book)), None)


def _is_refusing(case: Case, book: Register) -> bool:
    """Without consent, and with nothing planned yet."""
    known = case.case_no in book.plans_of or case.case_no in book.problems_of
    return not known and not case.consent.is_given and _donor(book) is not None


def _for_the_refusing(case: Case, book: Register) -> Plan:
    donor = next(plan for plan in book.plans if _is_own(plan, book))
    draft = donor.replace(**_draft(PlanKind.OUTREACH)(donor, book))
    return draft.replace(case_no=case.case_no, plan_no=f"P-{case.case_no}-1")


def _with_problems(case: Case, plan: Plan, book: Register) -> Iterator[Row]:
    """Lines and problems of the plan that was copied."""
    donor = next(plan for plan in book.plans if _is_own(plan, book))
    for line in book.lines_of[donor.plan_no]:
        yield line.replace(plan_no=plan.plan_no)
    for problem in book.problems_of[donor.case_no]:
        yield problem.replace(case_no=case.case_no)


def _has_consent(plan: Plan, book: Register) -> bool:
    case = book.case_by_no.get(plan.case_no)
    return case is not None and case.consent.is_given


DRAFT_FAULTS = (
    RegisterFault(
        "明細のないプラン",
        Plan,
        (("PLAN-003", "plan_no"),),
        _draft(PlanKind.WINDOW),
        _is_own,
        adds=True,
    ),
    RegisterFault(
        "1機関だけの多機関協働プラン",
        Plan,
        (("PLAN-009", "kind"),),
        _draft(PlanKind.MULTI_AGENCY),
        lambda plan, book: _is_own(plan, book) and _has_consent(plan, book),
        adds=True,
        along=_its_lines,
    ),
    RegisterFault(
        "同意のないアウトリーチプラン",
        Plan,
        (("PLAN-011", "kind"),),
        _for_the_refusing,
        _is_refusing,
        of=Case,
        along=_with_problems,
    ),
    RegisterFault(
        "有効なプランの重複",
        Plan,
        (("PLAN-014", "state"),),
        lambda plan, book: {"plan_no": _next_number(plan, book)},
        lambda plan, book: _is_unreviewed(plan, book) and _is_own(plan, book),
        adds=True,
        along=_its_lines,
    ),
    RegisterFault(
        "プラン番号の重複",
        Plan,
        (("CELL-006", "plan_no"),),
        lambda *_: {},
        lambda plan, book: _is_own(plan, book) and not plan.state.is_active,
        adds=True,
    ),
    RegisterFault(
        "受入先のない参加支援プラン",
        Plan,
        (("PLAN-015", "kind"),),
        _draft(PlanKind.PARTICIPATION),
        lambda plan, book: _is_own(plan, book) and _has_consent(plan, book),
        adds=True,
        along=_its_lines,
    ),
)
