"""Rules for ケース票, 家族構成 and 課題整理: the person's situation is understood before a plan."""

from __future__ import annotations

from collections.abc import Iterator

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.codes import Risk
from juso.koshu.register import Register
from juso.koshu.rules.lookups import label
from juso.koshu.sheets import Assessment, Problem


@rule("ASMT-020", Severity.WARNING, on=Assessment, basis="実施計画4(2)「的確に把握」", tag="V-C20")
def family_is_listed(assessment: Assessment, book: Register) -> Iterator[Remark]:
    """世帯人数が2人以上のときは、世帯員を「家族構成」に2行以上入力します。"""
    case = book.case_by_no.get(assessment.case_no)
    if case is None or (case.family_count or 0) < 2:
        return
    listed = len(book.family_of.get(assessment.case_no, ()))
    if listed < 2:
        yield Remark(
            "case_no",
            f"世帯人数は{case.family_count}人ですが、家族構成が{listed}行です。世帯員の状況を入力してください。",
        )


@rule("ASMT-021", Severity.ERROR, on=Assessment, basis="実施計画4(2)②", tag="V-C21")
def problems_are_listed(assessment: Assessment, book: Register) -> Iterator[Remark]:
    """ケース票を作成したケースには、課題を「課題整理」に1行以上入力します。"""
    if assessment.case_no not in book.problems_of:
        yield Remark(
            "case_no",
            "課題が入力されていません。「課題整理」に課題の内容と背景要因を入力してください。",
        )


@rule("ASMT-022", Severity.ERROR, on=Assessment, basis="実施計画8(2)", tag="V-C22")
def risk_has_a_response(assessment: Assessment) -> Iterator[Remark]:
    """リスクが「あり」のときは、リスクへの対応を入力します。"""
    if assessment.risk_response or Risk.PRESENT not in assessment.risks.values():
        return
    present = "・".join(name for name, risk in assessment.risks.items() if risk is Risk.PRESENT)
    yield Remark(
        "risk_response",
        f"リスク「{present}」がありとなっています。リスクへの対応を入力してください。",
    )


@rule(
    "ASMT-023", Severity.WARNING, on=Assessment, basis="実施計画7(1)「本人に寄り添い」", tag="V-C23"
)
def wish_is_heard(assessment: Assessment) -> Iterator[Remark]:
    """本人の希望・意向を、確認できない場合はその理由を入力します。"""
    if not assessment.wish:
        yield Remark(
            "wish",
            "本人の希望・意向が未入力です。確認できない場合は、その理由を入力してください。",
        )


@rule("ASMT-024", Severity.ERROR, on=Problem, basis="実施計画4(2)②", tag="V-C21")
def problem_is_explained(problem: Problem) -> Iterator[Remark]:
    """課題には、内容と背景要因を入力します。"""
    for key in ("content", "background"):
        if not getattr(problem, key):
            yield Remark(key, f"課題の{label(Problem, key)}が未入力です。入力してください。")
