"""Rules for 評価・終結票: how support ends and what is learnt from it."""

from __future__ import annotations

from collections.abc import Iterator

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.codes import Conclusion, Meeting, PlanKind
from juso.koshu.register import Register
from juso.koshu.rules.lookups import label
from juso.koshu.sheets import Evaluation

NOTHING = frozenset({"なし", "無し", "特になし", "－", "ー", "-"})


@rule("EVAL-016", Severity.ERROR, on=Evaluation, basis="実施計画8(1)、4(1)①", tag="V-P16")
def closing_leaves_a_contact(evaluation: Evaluation) -> Iterator[Remark]:
    """結論が終結のときは、残された課題（なければ「なし」）と終結後の見守り・連絡先を入力します。"""
    if evaluation.conclusion is not Conclusion.CLOSE:
        return
    for key in ("remaining", "watch_over"):
        if not getattr(evaluation, key):
            yield Remark(key, f"終結の評価です。{label(Evaluation, key)}を入力してください。")


@rule(
    "EVAL-017", Severity.ERROR, on=Evaluation, basis="実施計画8(1)「支援終結時の評価」", tag="V-P17"
)
def closing_goes_to_the_conference(evaluation: Evaluation, book: Register) -> Iterator[Remark]:
    """多機関協働プランの終結は、重層的支援会議で評価します。"""
    if evaluation.conclusion is not Conclusion.CLOSE:
        return
    plan = book.plan_by_no.get(evaluation.plan_no or "")
    if plan is None or plan.kind is not PlanKind.MULTI_AGENCY:
        return
    meeting = book.meeting_by_no.get(evaluation.meeting_no or "")
    if not evaluation.meeting_no:
        yield Remark(
            "meeting_no",
            "終結時の評価は重層的支援会議で行います。付議し、会議番号を入力してください。",
        )
    elif meeting and meeting.kind and meeting.kind is not Meeting.PLAN_CONFERENCE:
        yield Remark(
            "meeting_no",
            f"会議「{evaluation.meeting_no}」は{meeting.kind}です。重層的支援会議の会議番号を入力してください。",
        )


@rule(
    "EVAL-018",
    Severity.NOTE,
    on=Evaluation,
    basis="実施計画8(1)「社会資源の充足状況の把握」",
    tag="V-P18",
)
def missing_resource_is_registered(evaluation: Evaluation) -> Iterator[Remark]:
    """不足した社会資源は、「社会資源台帳」に登録して資源番号を入力します。"""
    missing = evaluation.missing_resource
    if missing and missing not in NOTHING and not evaluation.resource_no:
        yield Remark(
            "missing_resource",
            "不足した社会資源を「社会資源台帳」に登録し資源番号を入力すると、会議の議題に載ります。",
        )
