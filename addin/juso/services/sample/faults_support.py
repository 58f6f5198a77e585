"""Faults in ケース票, 課題整理, 評価・終結票 and つなぎ・引継票."""

from __future__ import annotations

from datetime import timedelta

from juso.koshu.codes import Conclusion, Consent, PlanKind, ReferralResult, Risk
from juso.koshu.register import Register
from juso.koshu.sheets import Assessment, Case, Evaluation, Problem, Referral
from juso.services.sample.faults import Change, RegisterFault, blank, typed

A_DAY = timedelta(days=1)


def _closes(evaluation: Evaluation, _: Register) -> bool:
    return evaluation.conclusion is Conclusion.CLOSE


def _closes_together(evaluation: Evaluation, book: Register) -> bool:
    plan = book.plan_by_no.get(evaluation.plan_no or "")
    return _closes(evaluation, book) and plan is not None and plan.kind is PlanKind.MULTI_AGENCY


def _was_met(referral: Referral, book: Register) -> bool:
    """Met in time, by a case that is still open and has no other end of support."""
    case = book.case_by_no.get(referral.case_no)
    return (
        referral.first_contact_on is not None
        and referral.first_contact_due_on < book.today
        and referral.result is ReferralResult.ACCEPTED
        and referral.moved_on is None
        and case is not None
        and case.closed_on is None
    )


def _sent_back_without(column: str) -> Change:
    """Returned by the receiver, with one thing left out."""

    def change(*_: object) -> dict[str, object]:
        returned = {
            "result": ReferralResult.RETURNED,
            "first_contact_on": None,
            "return_reason": "対象となる制度がなかったため。",
            "next_step": "引継元の機関が引き続き担当し、別の機関を探す。",
        }
        return {**returned, column: None}

    return change


def _in_scope(referral: Referral, book: Register) -> bool:
    case = book.case_by_no.get(referral.case_no)
    asked = case is not None and referral.to_agency in case.consent_agencies
    return asked and referral.consent is not Consent.PENDING


def _outside(referral: Referral, book: Register) -> dict[str, str]:
    case = book.case_by_no[referral.case_no]
    return {
        "to_agency": next(
            a.short_name
            for a in reversed(book.agencies)
            if a.short_name not in case.consent_agencies and a.window is None
        )
    }


def _unassessed(book: Register) -> Case | None:
    """A case of a single person that has neither a case sheet nor problems yet."""
    for case in reversed(book.cases):
        known = case.case_no in book.assessment_of or case.case_no in book.problems_of
        if not known and (case.family_count or 0) < 2:
            return case
    return None


def _for_the_unassessed(_: Assessment, book: Register) -> dict[str, object]:
    case = _unassessed(book)
    return {"case_no": case and case.case_no}


ASSESSMENT_FAULTS = (
    RegisterFault(
        "課題のないケース票",
        Assessment,
        (("ASMT-021", "case_no"),),
        _for_the_unassessed,
        lambda _, book: _unassessed(book) is not None,
        adds=True,
    ),
    RegisterFault(
        "必須の本人の強みが空欄", Assessment, (("CELL-001", "strengths"),), blank("strengths")
    ),
    RegisterFault(
        "およその月収", Assessment, (("CELL-002", "income"),), typed("income", "約8万円")
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
)

REFERRAL_FAULTS = (
    RegisterFault("引継ぎにリスクがない", Referral, (("REF-001", "risk"),), blank("risk")),
    RegisterFault("引継ぎに経過がない", Referral, (("REF-001", "history"),), blank("history")),
    RegisterFault(
        "初回接触が未確認のまま",
        Referral,
        (("REF-003", "first_contact_on"),),
        blank("first_contact_on"),
        _was_met,
    ),
    RegisterFault(
        "初回接触より前に支援を終えた",
        Referral,
        (("REF-004", "first_contact_on"),),
        lambda referral, _: {"moved_on": referral.first_contact_on - A_DAY},
        _was_met,
    ),
    RegisterFault(
        "差戻しの理由がない",
        Referral,
        (("REF-005", "return_reason"),),
        _sent_back_without("return_reason"),
        _was_met,
    ),
    RegisterFault(
        "差戻し後の担当がない",
        Referral,
        (("REF-005", "next_step"),),
        _sent_back_without("next_step"),
        _was_met,
    ),
    RegisterFault(
        "同意範囲にない引継先", Referral, (("REF-006", "to_agency"),), _outside, _in_scope
    ),
)
