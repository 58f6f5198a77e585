"""Rules for 支援プラン: the team, consent and conference a plan needs to be decided on."""

from __future__ import annotations

from collections.abc import Iterator

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.codes import Meeting, PlanKind, PlanState, Review
from juso.koshu.register import Register
from juso.koshu.rules.dates import is_before, said
from juso.koshu.rules.deadlines import lacks_writing, oral_consent_due
from juso.koshu.rules.lookups import PLAN_OVER
from juso.koshu.sheets import Plan

NOT_YET_DECIDED = frozenset({PlanState.DRAFT, PlanState.UNDER_REVIEW, PlanState.CANCELLED})
APPROVED = frozenset({Review.APPROPRIATE, Review.WITH_CHANGES})
NEEDS_CONSENT = frozenset({PlanKind.MULTI_AGENCY, PlanKind.OUTREACH, PlanKind.PARTICIPATION})


@rule("PLAN-009", Severity.ERROR, on=Plan, basis="実施計画4(3)①、7(2)「役割分担」", tag="V-P09")
def roles_are_shared(plan: Plan, book: Register) -> Iterator[Remark]:
    """多機関協働プランは、2つ以上の機関で役割を分担します。"""
    if plan.kind is not PlanKind.MULTI_AGENCY:
        return
    lines = book.lines_of.get(plan.plan_no, ())
    agencies = {line.agency for line in lines if line.agency}
    if len(agencies) == 1:
        yield Remark(
            "kind",
            f"多機関協働プランの担当機関が{agencies.pop()}だけです。2以上の機関で役割を分担してください。",
        )


@rule(
    "PLAN-011", Severity.ERROR, on=Plan, basis="実施計画7(2)「本人の同意を得た上で」", tag="V-P11"
)
def plan_has_consent(plan: Plan, book: Register) -> Iterator[Remark]:
    """多機関協働・アウトリーチ等・参加支援のプランは、本人の同意を得て作成します。"""
    if plan.kind not in NEEDS_CONSENT or plan.state in PLAN_OVER:
        return
    case = book.case_by_no.get(plan.case_no)
    if case and case.consent and not case.consent.is_given:
        yield Remark(
            "kind",
            f"同意状況が「{case.consent}」のためプランは作成・付議できません。支援会議での情報共有を検討してください。",
        )


@rule("PLAN-012", Severity.WARNING, on=Plan, basis="実施計画4(3)③", tag="V-P12")
def plan_consent_is_in_writing(plan: Plan, book: Register) -> Iterator[Remark]:
    """プランへの本人同意日は作成日までの日付で、口頭の同意は設定の日数（標準30日）以内に書面にします。"""
    day = plan.consent_on
    if day is None:
        if plan.state not in NOT_YET_DECIDED:
            yield Remark(
                "consent_on",
                f"状態が「{plan.state}」ですが本人同意日がありません。同意を確かめて入力してください。",
            )
    elif day > plan.made_on:
        yield Remark(
            "consent_on",
            f"本人同意日「{said(day)}」が作成日より後です。同意を得てから作成したか確認してください。",
        )
    elif lacks_writing(plan, book.case_by_no.get(plan.case_no)) and book.today > oral_consent_due(
        day, book.settings
    ):
        limit = book.settings["oral_consent_days"]
        yield Remark(
            "consent_method",
            f"口頭同意から{limit}日を経過しています（{(book.today - day).days}日）。書面での同意を確認してください。",
        )


@rule(
    "PLAN-013",
    Severity.ERROR,
    on=Plan,
    basis="実施計画8(1)「支援計画の適切性の協議」",
    tag="V-P13",
)
def plan_was_reviewed(plan: Plan, book: Register) -> Iterator[Remark]:
    """多機関協働プランは、重層的支援会議で適切性を協議してから決定します。"""
    if plan.kind is not PlanKind.MULTI_AGENCY or plan.state in NOT_YET_DECIDED:
        return
    if not plan.meeting_no:
        yield Remark(
            "meeting_no",
            "重層的支援会議で適切性の協議を経ていません。付議し、付議会議番号を入力してください。",
        )
        return
    meeting = book.meeting_by_no.get(plan.meeting_no)
    if meeting and meeting.kind and meeting.kind is not Meeting.PLAN_CONFERENCE:
        yield Remark(
            "meeting_no",
            f"会議「{plan.meeting_no}」は{meeting.kind}です。重層的支援会議の会議番号を入力してください。",
        )
    elif plan.review not in APPROVED:
        yield Remark(
            "review",
            f"協議結果が{plan.review or '未入力'}のまま決定しています。重層的支援会議の結果を確認してください。",
        )
    elif meeting and is_before(plan.decided_on, meeting.held_on):
        yield Remark(
            "decided_on",
            f"決定日が重層的支援会議（{said(meeting.held_on)}）より前です。どちらの日付も確認してください。",
        )


@rule("PLAN-014", Severity.ERROR, on=Plan, basis="支援プランの様式", tag="V-P14")
def active_plan_is_single(plan: Plan, book: Register) -> Iterator[Remark]:
    """1つのケースに、同じ種別の有効なプラン（決定・実施中）は1件だけです。"""
    if not plan.state.is_active:
        return
    for other in book.plans_of[plan.case_no]:
        if other.row_number >= plan.row_number:
            return
        if other.kind is plan.kind and other.state and other.state.is_active:
            yield Remark(
                "state",
                f"有効な{plan.kind}プラン「{other.plan_no}」と重複しています。前のプランを評価・終了してください。",
            )
            return


@rule(
    "PLAN-015",
    Severity.WARNING,
    on=Plan,
    basis="実施計画7(4)「地域の社会資源を活用」",
    tag="V-P15",
)
def participation_has_a_place(plan: Plan, book: Register) -> Iterator[Remark]:
    """参加支援プランには、つなぐ先の社会資源を明細の「資源番号」に入力します。"""
    if plan.kind is not PlanKind.PARTICIPATION:
        return
    lines = book.lines_of.get(plan.plan_no, ())
    if lines and not any(line.resource_no for line in lines):
        yield Remark(
            "kind",
            "つなぐ先の社会資源が指定されていません。プラン明細の「資源番号」を入力してください。",
        )
