"""Rules for the course of a case in 相談受付簿: kept going, worked on by a team, ended well."""

from __future__ import annotations

from collections.abc import Iterator

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.codes import CaseState, Caution, Conclusion, EvaluationKind
from juso.koshu.register import Register
from juso.koshu.rules.dates import said
from juso.koshu.rules.deadlines import contact_due
from juso.koshu.rules.lookups import is_approach, label, named_at, other_household
from juso.koshu.sheets import Case

ENDING = {
    CaseState.CLOSED: ("closed_on", "closing_reason"),
    CaseState.SUSPENDED: ("suspended_on",),
}


@rule(
    "CASE-011", Severity.ERROR, on=Case, basis="実施計画4(1)①「支援を継続出来る体制」", tag="V-C11"
)
def next_step_is_planned(case: Case) -> Iterator[Remark]:
    """終結・中断していないケースには、次回予定日を入力します。"""
    if case.next_on is None and case.state.is_open:
        yield Remark(
            "next_on",
            f"状態が「{case.state}」のケースに次回予定日がありません。次回予定日を入力してください。",
        )


@rule("CASE-012", Severity.WARNING, on=Case, basis="実施計画4(1)①、4(3)②", tag="V-C12")
def case_is_not_left_alone(case: Case, book: Register) -> Iterator[Remark]:
    """継続中のケースは、最終接触から設定の日数（標準60日）以内に連絡するか、終結・中断を判断します。"""
    if not case.state.is_open:
        return
    last = book.last_contact_on.get(case.case_no)
    if book.today > contact_due(last or case.received_on, book.settings):
        days = (book.today - (last or case.received_on)).days
        since = "最終接触" if last else "接触の記録がないまま受付"
        yield Remark(
            "state",
            f"{since}から{days}日が経過しています。連絡するか、終結・中断の判断をしてください。",
        )


@rule(
    "CASE-013",
    Severity.ERROR,
    on=Case,
    basis="実施計画4(1)②「相談の中止をできるだけ減少」",
    tag="V-C13",
)
def suspension_has_reasons(case: Case, book: Register) -> Iterator[Remark]:
    """中断には、理由と、本人・家族への働きかけの記録（設定の回数、標準2回以上）が必要です。"""
    if case.state is not CaseState.SUSPENDED:
        return
    if case.suspension_reason is None:
        yield Remark(
            "suspension_reason", "相談の中断には理由が必要です。中断理由を選んでください。"
        )
    until = case.suspended_on or book.today
    contacts = book.contacts_of.get(case.case_no, ())
    tries = sum(is_approach(c) and c.at.date() <= until for c in contacts)
    if tries < book.settings["suspension_tries"]:
        yield Remark(
            "state",
            f"相談の中断には働きかけの記録が{book.settings['suspension_tries']}回以上必要です（現在{tries}回）。支援経過を記録してください。",
        )


@rule("CASE-014", Severity.ERROR, on=Case, basis="実施計画8(1)「支援終結時の評価」", tag="V-C14")
def closing_is_evaluated(case: Case, book: Register) -> Iterator[Remark]:
    """終結したケースには、終結の評価票を作成します。"""
    if case.state is not CaseState.CLOSED:
        return
    evaluations = book.evaluations_of_case.get(case.case_no, ())
    if not any(
        e.kind is EvaluationKind.CLOSING or e.conclusion is Conclusion.CLOSE for e in evaluations
    ):
        yield Remark(
            "state", "終結評価が入力されていません。「評価・終結票」に評価を入力してください。"
        )


@rule("CASE-015", Severity.WARNING, on=Case, basis="実施計画4(1)①", tag="V-C15")
def closing_day_is_last(case: Case, book: Register) -> Iterator[Remark]:
    """終結日は受付日以後の日付で、終結日より後に支援経過（延べ計上）はありません。"""
    if case.closed_on is None:
        return
    if case.closed_on < case.received_on:
        yield Remark(
            "closed_on",
            f"終結日「{said(case.closed_on)}」が受付日より前です。どちらの日付も確認してください。",
        )
    last = book.last_contact_on.get(case.case_no)
    if last is None or last <= case.closed_on:
        return
    if any(c.at.date() > case.closed_on and c.counts for c in book.contacts_of[case.case_no]):
        yield Remark(
            "closed_on",
            f"終結日「{said(case.closed_on)}」より後に支援経過があります。再開として登録してください。",
        )


@rule("CASE-016", Severity.NOTE, on=Case, basis="実施計画1「8050」「ダブルケア」", tag="V-C16")
def household_is_one(case: Case, book: Register) -> Iterator[Remark]:
    """同じ住所で同じ姓のケースは、同じ世帯番号にまとめます。"""
    if other := other_household(book).get(case.row_number):
        yield Remark(
            "household_no",
            f"同じ住所に別の世帯番号「{other}」のケースがあります。［名寄せ］で、同じ世帯かを確かめてください。",
        )


@rule("CASE-017", Severity.ERROR, on=Case, basis="実施計画4(3)①「チームで支援」", tag="V-C17")
def complex_case_has_a_team(case: Case) -> Iterator[Remark]:
    """多機関協働に該当するケースには、副担当機関を決めます。"""
    if case.is_multi_agency and not case.support_agencies:
        yield Remark(
            "support_agencies",
            "複合課題のケースはチームで支援します。副担当機関を入力してください。",
        )


@rule(
    "CASE-018", Severity.ERROR, on=Case, basis="実施計画4(3)③、9「DV被害者支援施策」", tag="V-C18"
)
def protected_case_is_not_named(case: Case, book: Register) -> Iterator[Remark]:
    """DV等支援措置の対象者を、記名（L0）の資料を使う会議に付議しません。"""
    if Caution.PROTECTED in case.cautions and (meeting := named_at(book).get(case.case_no)):
        yield Remark(
            "cautions",
            f"DV等支援措置の対象です。会議「{meeting}」の匿名化水準をL1にするか、案件から外してください。",
        )


@rule("CASE-026", Severity.ERROR, on=Case, basis="実施計画4(1)②", tag="V-C03")
def ending_is_dated(case: Case) -> Iterator[Remark]:
    """終結したケースには終結日と終結理由を、中断したケースには中断日を入力します。"""
    for key in ENDING.get(case.state, ()):
        if getattr(case, key) is None:
            yield Remark(
                key,
                f"状態が「{case.state}」ですが、{label(Case, key)}が未入力です。入力してください。",
            )
