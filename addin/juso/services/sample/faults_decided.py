"""Faults in 支援プラン that is in force: consent, conference, the most pressing problem."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from juso.core.sheet import Row
from juso.koshu.codes import Consent, ConsentMethod, PlanKind, Review
from juso.koshu.register import Register
from juso.koshu.sheets import Plan
from juso.services.sample.faults import RegisterFault, blank, typed
from juso.services.sample.faults_drafts import is_kept

NO_SUCH_MEETING = "JU-R7-99"
A_DAY = timedelta(days=1)
A_WHILE = timedelta(days=40)


def _is_decided_together(plan: Plan, _: Register) -> bool:
    return (
        plan.kind is PlanKind.MULTI_AGENCY and plan.state.is_active and plan.meeting_no is not None
    )


def _is_in_force(plan: Plan, _: Register) -> bool:
    return plan.state.is_active


def _is_by_proxy(plan: Plan, book: Register) -> bool:
    """In force for some weeks, and agreed to by somebody else."""
    case = book.case_by_no.get(plan.case_no)
    return (
        plan.state.is_active
        and plan.consent_on is not None
        and plan.consent_on < book.today - A_WHILE
        and case is not None
        and case.consent is Consent.PROXY
    )


def _is_the_only_one(plan: Plan, book: Register) -> bool:
    return plan.state.is_active and is_kept(plan, book) and len(book.plans_of[plan.case_no]) == 1


def _a_problem_more(plan: Plan, _: Plan, book: Register) -> Iterator[Row]:
    """One as pressing as the first, which no line takes up."""
    problems = book.problems_of[plan.case_no]
    yield problems[0].replace(number=max(p.number for p in problems) + 1, priority=1)


DECIDED_FAULTS = (
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
        "優先課題に支援がない",
        Plan,
        (("PLAN-020", "plan_no"),),
        lambda *_: {},
        _is_the_only_one,
        along=_a_problem_more,
    ),
    RegisterFault(
        "決定したプランに同意日がない",
        Plan,
        (("PLAN-012", "consent_on"),),
        blank("consent_on"),
        _is_in_force,
    ),
    RegisterFault(
        "作成の後に同意",
        Plan,
        (("PLAN-012", "consent_on"),),
        lambda plan, _: {"consent_on": plan.made_on + A_DAY},
        _is_in_force,
    ),
    RegisterFault(
        "口頭の同意のまま",
        Plan,
        (("PLAN-012", "consent_method"),),
        lambda *_: {"consent_method": ConsentMethod.ORAL},
        _is_by_proxy,
    ),
)
