"""Rules for 決定事項: somebody does it, by a day, and it gets done."""

from __future__ import annotations

from collections.abc import Iterator

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.register import Register
from juso.koshu.rules.dates import said
from juso.koshu.rules.meeting_stage import Stage, stage_of
from juso.koshu.sheets import Decision


def unassigned(decision: Decision, grade: Severity) -> Iterator[Remark]:
    """What is missing of who does it by when."""
    if decision.worker and decision.due_on:
        return
    for key, what in (("worker", "担当者"), ("due_on", "期限")):
        if not getattr(decision, key):
            yield Remark(
                key,
                f"決定事項{decision.decision_no or ''}の{what}が未入力です。入力してください。",
                severity=grade,
            )


@rule("MTG-008", Severity.ERROR, on=Decision, basis="実施計画4(2)③、4(3)①", tag="V-M08")
def decision_is_assigned(decision: Decision, book: Register) -> Iterator[Remark]:
    """個別案件では、誰がいつまでに何をするかを決めて、決定事項に入力します。"""
    stage = stage_of(book.meeting_by_no.get(decision.meeting_no), book.today)
    if stage and stage is not Stage.AHEAD and not decision.state.is_over:
        yield from unassigned(decision, stage.grade)


@rule("MTG-009", Severity.WARNING, on=Decision, basis="実施計画4(2)③", tag="V-M09")
def decision_is_carried_out(decision: Decision, book: Register) -> Iterator[Remark]:
    """決定事項は、期限までに完了します。"""
    due = decision.due_on
    if due and due < book.today and not decision.state.is_over:
        yield Remark(
            "due_on",
            f"決定事項の期限（{said(due)}）を過ぎています。進み具合を確かめ、状態を更新してください。",
        )
