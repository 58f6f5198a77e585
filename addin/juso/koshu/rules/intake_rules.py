"""Rules for the intake half of 相談受付簿: who came, with what, how urgent, with what consent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juso.core.calendar import FiscalYear, age
from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.codes import Attribute, Caller, Consent, Outcome, Urgency
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.koshu.register import Register
from juso.koshu.rules.dates import said
from juso.koshu.rules.deadlines import first_response_due, screening_due
from juso.koshu.rules.lookups import first_row_of_case, label
from juso.koshu.sheets import Case
from juso.koshu.sheets.case import MAIN_ATTRIBUTE

FORM = "相談受付・申込票"
OLDEST = 110
CARE_INSURANCE_AGE = 40  # 介護保険の第2号被保険者
OLD_AGE = 65
HIDDEN_WHEN_ANONYMOUS = ("name", "kana", "address", "phone")
CONSENT_RECORD = ("consent_on", "consent_method", "consent_agencies", "consent_information")


@rule("CASE-001", Severity.ERROR, on=Case, basis="実施計画4(1)①", tag="V-C01")
def case_number_is_its_own(case: Case, book: Register) -> Iterator[Remark]:
    """ケース番号は、1つの相談に1つだけ付けます。"""
    first = first_row_of_case(book)[case.case_no]
    if first != case.row_number:
        yield Remark(
            "case_no",
            f"ケース番号「{case.case_no}」は{first}行目と重複しています。別の番号を付け直してください。",
        )


@rule("CASE-002", Severity.ERROR, on=Case, basis="実施計画1", tag="V-C02")
def intake_day_is_possible(case: Case, book: Register) -> Iterator[Remark]:
    """受付日は、事業を始めた令和4年4月1日から今日までで、ケース番号と同じ年度の日付です。"""
    day = case.received_on
    if day > book.today:
        yield Remark(
            "received_on",
            f"受付日「{said(day)}」は今日より後の日付です。正しい日付を入力してください。",
        )
    elif day < PROGRAM_STARTED_ON:
        yield Remark(
            "received_on",
            f"受付日「{said(day)}」は事業開始（{said(PROGRAM_STARTED_ON)}）より前です。正しい日付を入力してください。",
        )
    elif not case.case_no.startswith(f"{FiscalYear.of(day).short}-") and re.match(
        r"R\d", case.case_no
    ):
        yield Remark(
            "received_on",
            f"受付日の年度が番号「{case.case_no}」の年度と異なります。日付と番号を確認してください。",
            Severity.WARNING,
        )


@rule("CASE-003", Severity.ERROR, on=Case, basis=FORM, tag="V-C03")
def client_is_identified(case: Case) -> Iterator[Remark]:
    """匿名でない相談には、氏名・ふりがな・生年月日・住所を記録します。"""
    if case.is_anonymous:
        return
    if not case.name:
        yield Remark(
            "name", "氏名が未入力です。入力するか、匿名の相談のときは「匿名」を○にしてください。"
        )
    elif not case.kana:
        yield Remark("kana", "氏名のふりがなが未入力です。入力してください。")
    if case.born_on is None and not case.born_unknown:
        yield Remark(
            "born_on", "生年月日が未入力です。入力するか、「生年月日不明」を○にしてください。"
        )
    if not case.address:
        yield Remark(
            "address",
            "住所が未入力です。入力してください。定まらないときは「不定」としてください。",
        )


@rule("CASE-004", Severity.ERROR, on=Case, basis=FORM, tag="V-C04")
def caller_is_recorded(case: Case) -> Iterator[Remark]:
    """本人以外からの相談には、来談者の氏名（匿名のときを除く）と続柄を記録します。"""
    if case.caller is Caller.SELF:
        return
    if not (case.caller_name or case.is_anonymous):
        yield Remark("caller_name", "本人以外からの相談です。来談者の氏名を入力してください。")
    if not case.caller_relation:
        yield Remark("caller_relation", "本人以外からの相談です。来談者の続柄を入力してください。")


@rule("CASE-005", Severity.WARNING, on=Case, basis="実施計画5(2)「知られない」相談", tag="V-C05")
def anonymity_is_kept(case: Case) -> Iterator[Remark]:
    """匿名の相談には、氏名・ふりがな・住所・電話を記録しません。"""
    if not case.is_anonymous:
        return
    if filled := [key for key in HIDDEN_WHEN_ANONYMOUS if getattr(case, key)]:
        labels = "・".join(label(Case, key) for key in filled)
        yield Remark(
            filled[0],
            f"匿名希望の相談に{labels}が入力されています。記録してよいか確認してください。",
        )


@rule("CASE-006", Severity.ERROR, on=Case, basis=FORM, tag="V-C06")
def birthday_is_possible(case: Case) -> Iterator[Remark]:
    """生年月日は受付日より前の日付で、受付時の年齢は110歳までです。"""
    if case.born_on is None:
        return
    if case.born_on > case.received_on:
        yield Remark(
            "born_on",
            f"生年月日「{said(case.born_on)}」が受付日より後です。どちらの日付も確認してください。",
        )
    elif (years := age(case.born_on, case.received_on)) > OLDEST:
        yield Remark(
            "born_on",
            f"受付時の年齢が{years}歳になります。生年月日の元号と年を確認してください。",
            Severity.NOTE,
        )


@rule("CASE-027", Severity.NOTE, on=Case, basis=FORM, tag="V-C06")
def age_suits_attributes(case: Case) -> Iterator[Remark]:
    """対象属性は、本人の年齢と大きく食い違いません（40歳未満の高齢、65歳以上のこども）。"""
    if case.born_on is None:
        return
    years = age(case.born_on, case.received_on)
    if years < CARE_INSURANCE_AGE and Attribute.ELDERLY in case.attributes:
        odd = Attribute.ELDERLY
    elif years >= OLD_AGE and case.attributes == (Attribute.CHILDREN,):
        odd = Attribute.CHILDREN
    else:
        return
    yield Remark(
        "attributes",
        f"年齢が{years}歳で、対象属性が「{odd}」です。対象属性と生年月日を確認してください。",
    )


@rule("CASE-007", Severity.WARNING, on=Case, basis="実施計画4(1)①、5(1)", tag="V-C07")
def off_attribute_case_is_passed_on(case: Case, book: Register) -> Iterator[Remark]:
    """窓口の対象外の相談は、情報提供のみで終えずに、つなぎの要否を検討します。"""
    if case.outcome is not Outcome.INFORMED:
        return
    if MAIN_ATTRIBUTE[case.window] in case.attributes or case.case_no in book.referrals_of:
        return
    yield Remark(
        "outcome",
        f"「{case.window}」窓口の対象外の相談を情報提供のみで終了しています。つなぎの要否を確認してください。",
    )


@rule("CASE-008", Severity.WARNING, on=Case, basis="実施計画5(1)「初期対応」", tag="V-C08")
def screening_is_in_time(case: Case, book: Register) -> Iterator[Remark]:
    """スクリーニング結果は、受付から設定の日数（標準14日）以内に入力します。"""
    if case.outcome is not None:
        return
    if book.today > screening_due(case.received_on, book.settings):
        days = (book.today - case.received_on).days
        yield Remark(
            "outcome",
            f"受付から{days}日が経過しています。スクリーニング結果を入力してください。",
        )


@rule("CASE-009", Severity.ERROR, on=Case, basis="実施計画8(2)「緊急性がある事案」", tag="V-C09")
def urgent_case_is_answered(case: Case, book: Register) -> Iterator[Remark]:
    """緊急度が「即日」「3日以内」の相談には、初動の内容と、その期限までの支援経過を記録します。"""
    urgency = case.urgency
    if urgency is not Urgency.SAME_DAY and urgency is not Urgency.THREE_DAYS:
        return
    if not case.first_response:
        yield Remark(
            "first_response",
            f"緊急度「{urgency}」の相談です。「緊急の内容・初動」を入力してください。",
        )
    due = first_response_due(case.received_on, urgency)
    contacts = book.contacts_of.get(case.case_no, ())
    if book.today > due and not any(case.received_on <= c.at.date() <= due for c in contacts):
        yield Remark(
            "urgency",
            f"緊急度「{urgency}」の期限を過ぎましたが、その間の支援経過がありません。初動を記録してください。",
        )


@rule(
    "CASE-010",
    Severity.WARNING,
    on=Case,
    basis="実施計画7(1)「適切に多機関協働事業につなぎます」",
    tag="V-C10",
)
def complex_case_is_considered(case: Case) -> Iterator[Remark]:
    """課題が2分野以上にまたがるときは、多機関協働に該当とするか、しない理由を記録します。"""
    if case.is_multi_agency or case.not_multi_agency_reason or len(case.issues) < 2:
        return
    if case.fields >= 2:
        yield Remark(
            "is_multi_agency",
            f"課題が{case.fields}分野にまたがっています。多機関協働を検討し、○又は非該当の理由を入力してください。",
        )


@rule("CASE-025", Severity.ERROR, on=Case, basis="実施計画4(3)③", tag="V-C03")
def consent_is_documented(case: Case) -> Iterator[Remark]:
    """同意があるときは同意日・方法・範囲（代理のときは代理人）を、ないときは理由を記録します。"""
    if not case.consent.is_given:
        if not case.consent_reason:
            yield Remark(
                "consent_reason",
                f"同意状況が「{case.consent}」です。不同意・未確認の理由を入力してください。",
            )
        return
    for key in CONSENT_RECORD:
        if not getattr(case, key):
            yield Remark(
                key,
                f"同意があるときは「{label(Case, key)}」が必要です。本人に確かめて入力してください。",
            )
    if case.consent is Consent.PROXY and not case.proxy:
        yield Remark("proxy", "代理人・保護者の同意です。代理人の氏名と続柄を入力してください。")
