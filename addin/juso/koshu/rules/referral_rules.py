"""Rules for つなぎ・引継票: nobody is lost between two agencies."""

from __future__ import annotations

from collections.abc import Iterator

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.codes import CaseState, Consent, ReferralKind, ReferralResult
from juso.koshu.register import Register
from juso.koshu.rules.dates import said
from juso.koshu.rules.deadlines import (
    CAME_BACK,
    receipt_due,
    waits_for_first_contact,
    waits_for_receipt,
)
from juso.koshu.rules.lookups import label
from juso.koshu.sheets import Case, Referral

PASSED_ON = ("summary", "history", "risk", "wish", "consent_scope")


@rule("REF-001", Severity.ERROR, on=Referral, basis="実施計画4(3)②「丁寧に行い」", tag="V-H01")
def story_is_passed_on(referral: Referral) -> Iterator[Remark]:
    """引継ぎでは、概要・経過・リスク・本人の希望・同意範囲の5項目をすべて伝えます。"""
    if (
        referral.summary
        and referral.history
        and referral.risk
        and referral.wish
        and referral.consent_scope
    ):
        return
    for key in PASSED_ON:
        if not getattr(referral, key):
            yield Remark(
                key,
                f"引継内容「{label(Referral, key)}」が未入力です。丸投げにならないよう入力してください。",
            )


@rule(
    "REF-002", Severity.WARNING, on=Referral, basis="実施計画4(1)③「確実につなげる」", tag="V-H02"
)
def receipt_is_confirmed(referral: Referral, book: Register) -> Iterator[Remark]:
    """引継ぎの受領日は、依頼日から設定の日数（標準7日）以内に確認します。"""
    if waits_for_receipt(referral) and book.today > receipt_due(
        referral.referred_on, book.settings
    ):
        days = (book.today - referral.referred_on).days
        yield Remark(
            "accepted_on",
            f"引継ぎの受領が確認できていません（{days}日経過）。{referral.to_agency}に確認してください。",
        )


@rule("REF-003", Severity.ERROR, on=Referral, basis="実施計画4(1)③、4(3)②", tag="V-H03")
def first_contact_is_confirmed(referral: Referral, book: Register) -> Iterator[Remark]:
    """引継先が本人に初めて接触したことを、初回接触予定日までに確認します。"""
    due = referral.first_contact_due_on
    if waits_for_first_contact(referral) and due < book.today:
        yield Remark(
            "first_contact_on",
            f"引継先との初回接触が未確認です（予定日 {said(due)}）。確かめて確認日を入力してください。",
        )


@rule(
    "REF-004",
    Severity.ERROR,
    on=Referral,
    basis="実施計画4(3)②「途切れることのないよう」",
    tag="V-H04",
)
def support_does_not_break_off(referral: Referral, book: Register) -> Iterator[Remark]:
    """主担当の移行と終結は、引継先の初回接触を確認した日以後にします。"""
    if referral.result in CAME_BACK:
        return
    met_on, case = referral.first_contact_on, book.case_by_no.get(referral.case_no)
    # A case closed before anybody was met: REF-008 says so.
    ended = referral.moved_on or (case.closed_on if case and met_on else None)
    if ended and (met_on is None or ended < met_on):
        yield Remark(
            "first_contact_on",
            f"引継先の初回接触を確認する前に元の支援が終了しています（{said(ended)}）。経過を確認してください。",
        )


@rule("REF-005", Severity.ERROR, on=Referral, basis="実施計画4(1)①③", tag="V-H05")
def returned_case_has_a_next_step(referral: Referral) -> Iterator[Remark]:
    """差し戻された引継ぎには、差戻しの理由と、次の担当・対応を入力します。"""
    if referral.result is not ReferralResult.RETURNED:
        return
    if not referral.return_reason:
        yield Remark("return_reason", "引継ぎが差し戻されています。差戻し理由を入力してください。")
    if not referral.next_step:
        yield Remark(
            "next_step", "差戻し後の担当が決まっていません。次の担当・対応を入力してください。"
        )


@rule("REF-006", Severity.ERROR, on=Referral, basis="実施計画4(3)③", tag="V-H06")
def receiver_is_in_consent(referral: Referral, book: Register) -> Iterator[Remark]:
    """引継先は、本人の同意範囲にある機関で、依頼日は同意期限までの日付です。"""
    case = book.case_by_no.get(referral.case_no)
    if case is None:
        return
    agency, until = referral.to_agency, case.consent_until
    if referral.consent is Consent.PENDING:
        yield Remark(
            "to_agency",
            f"本人の同意が未確認です。{agency}には、匿名の事前相談にとどめてください。",
            Severity.WARNING,
        )
    elif not referral.consent.is_given:
        yield Remark(
            "consent",
            f"同意確認が「{referral.consent}」です。{agency}に情報を伝えず、支援会議での共有を検討してください。",
        )
    elif agency not in case.consent_agencies:
        yield Remark(
            "to_agency",
            f"{agency}は本人の同意範囲に含まれていません。本人に確認し、同意範囲(機関)を見直してください。",
        )
    elif until and referral.referred_on > until:
        yield Remark(
            "referred_on",
            f"依頼日が本人の同意期限（{said(until)}）を過ぎています。同意を確認してください。",
        )


@rule("REF-007", Severity.WARNING, on=Referral, basis="実施計画4(3)②「伴走的な支援」", tag="V-H07")
def handover_is_followed_up(referral: Referral, book: Register) -> Iterator[Remark]:
    """担当移管のときは、フォロー予定日を依頼日から設定の日数（標準14日）以内に置きます。"""
    if referral.kind is not ReferralKind.HANDOVER:
        return
    limit = book.settings["follow_up_days"]
    day = referral.follow_up_on
    if day is None or (day - referral.referred_on).days > limit:
        yield Remark(
            "follow_up_on",
            f"移管後のフォロー予定日は、依頼日から{limit}日以内の日付を入力してください。",
        )


@rule(
    "REF-008",
    Severity.ERROR,
    on=Case,
    basis="実施計画4(3)②「途切れることのないよう」",
    tag="V-H04",
)
def case_closes_after_its_referrals(case: Case, book: Register) -> Iterator[Remark]:
    """ケースは、すべての引継ぎが完了してから終結します。"""
    if case.state is not CaseState.CLOSED:
        return
    # What a returned referral still lacks, REF-005 asks for.
    waiting = [
        referral.key
        for referral in book.referrals_of.get(case.case_no, ())
        if not referral.is_over and referral.result is not ReferralResult.RETURNED
    ]
    if waiting:
        yield Remark(
            "closed_on" if case.closed_on else "state",
            f"引継ぎ「{'、'.join(waiting)}」が完了しないまま終結しています。受領日と初回接触確認日を確かめて入力してください。",
        )
