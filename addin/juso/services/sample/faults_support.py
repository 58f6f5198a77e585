"""Faults in ケース票, 課題整理 and 評価・終結票."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from juso.koshu.codes import Conclusion, PlanKind, Risk
from juso.koshu.register import Register
from juso.koshu.sheets import Assessment, Case, Evaluation, Problem
from juso.services.sample.faults import RegisterFault, blank

A_DAY = timedelta(days=1)


def _closes(evaluation: Evaluation, _: Register) -> bool:
    return evaluation.conclusion is Conclusion.CLOSE


def _closes_together(evaluation: Evaluation, book: Register) -> bool:
    plan = book.plan_by_no.get(evaluation.plan_no or "")
    return _closes(evaluation, book) and plan is not None and plan.kind is PlanKind.MULTI_AGENCY


def _is_unassessed(case: Case, book: Register) -> bool:
    """A case without case sheet and problems, in an office that has some."""
    known = case.case_no in book.assessment_of or case.case_no in book.problems_of
    return not known and bool(book.assessment_of)


def _assessed(case: Case, book: Register) -> Assessment:
    return next(iter(book.assessment_of.values())).replace(case_no=case.case_no)


def _a_problem(case: Case, _: Assessment, book: Register) -> Iterator[Problem]:
    first = next(iter(book.problems_of.values()))[0]
    yield first.replace(case_no=case.case_no)


ASSESSMENT_FAULTS = (
    RegisterFault(
        "課題のないケース票",
        Assessment,
        (("ASMT-021", "case_no"),),
        _assessed,
        lambda case, book: _is_unassessed(case, book) and (case.family_count or 0) < 2,
        of=Case,
    ),
    RegisterFault(
        "家族構成のないケース票",
        Assessment,
        (("ASMT-020", "case_no"),),
        _assessed,
        lambda case, book: _is_unassessed(case, book) and (case.family_count or 0) >= 2,
        of=Case,
        along=_a_problem,
    ),
    RegisterFault("本人の希望がない", Assessment, (("ASMT-023", "wish"),), blank("wish")),
    RegisterFault(
        "必須の本人の強みが空欄", Assessment, (("CELL-001", "strengths"),), blank("strengths")
    ),
    RegisterFault(
        "リスクがあるのに対応がない",
        Assessment,
        (("ASMT-022", "risk_response"),),
        lambda *_: {"risk_money": Risk.PRESENT, "risk_response": None},
    ),
    RegisterFault("課題の内容がない", Problem, (("ASMT-024", "content"),), blank("content")),
    RegisterFault(
        "課題の背景要因がない", Problem, (("ASMT-024", "background"),), blank("background")
    ),
)

EVALUATION_FAULTS = (
    RegisterFault(
        "終結の評価に残された課題がない",
        Evaluation,
        (("EVAL-016", "remaining"),),
        blank("remaining"),
        _closes,
    ),
    RegisterFault(
        "終結後の見守り先がない",
        Evaluation,
        (("EVAL-016", "watch_over"),),
        blank("watch_over"),
        _closes,
    ),
    RegisterFault(
        "会議にかけずに終結",
        Evaluation,
        (("EVAL-017", "meeting_no"),),
        blank("meeting_no"),
        _closes_together,
    ),
    RegisterFault(
        "不足した社会資源が台帳にない",
        Evaluation,
        (("EVAL-018", "missing_resource"),),
        lambda *_: {"missing_resource": "夜間に使える移動の手段", "resource_no": None},
    ),
)
