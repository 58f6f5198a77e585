"""Rules for プラン明細: each line says for which problem, by whom and until when."""

from __future__ import annotations

from collections.abc import Iterator

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.register import Register
from juso.koshu.rules.dates import said
from juso.koshu.rules.lookups import label, problem_numbers
from juso.koshu.sheets import PlanLine

NOBODY = frozenset(
    {"担当者", "担当", "未定", "調整中", "検討中", "なし", "－", "ー", "-", "?", "？"}
)


@rule("PLAN-019", Severity.ERROR, on=PlanLine, basis="実施計画4(2)②", tag="V-P03")
def line_pairs_problem_and_support(line: PlanLine) -> Iterator[Remark]:
    """プラン明細の行には、課題と支援内容の両方を入力します。"""
    if line.problem and line.support:
        return
    for key in ("problem", "support"):
        if not getattr(line, key):
            yield Remark(
                key,
                f"課題と支援内容の対応が不明確です。{label(PlanLine, key)}を入力してください。",
            )


@rule("PLAN-004", Severity.ERROR, on=PlanLine, basis="実施計画4(2)②", tag="V-P04")
def line_serves_a_known_problem(line: PlanLine, book: Register) -> Iterator[Remark]:
    """プラン明細の課題番号は、そのケースの「課題整理」にある番号です。"""
    plan = book.plan_by_no.get(line.plan_no)
    if plan and line.problem_number not in problem_numbers(book).get(plan.case_no, ()):
        yield Remark(
            "problem_number",
            f"課題番号{line.problem_number}が「課題整理」にありません。番号を直すか、課題を入力してください。",
        )


@rule(
    "PLAN-021",
    Severity.ERROR,
    on=PlanLine,
    basis="実施計画4(2)③「支援の期日や期間を明確に」",
    tag="V-P05",
)
def line_has_a_due_day(line: PlanLine) -> Iterator[Remark]:
    """プラン明細の行には、期日を入力します。"""
    if line.due_on is None:
        yield Remark("due_on", "支援の期日が明確になっていません。期日を入力してください。")


@rule("PLAN-022", Severity.WARNING, on=PlanLine, basis="実施計画4(2)③", tag="V-P06")
def due_day_is_in_period(line: PlanLine, book: Register) -> Iterator[Remark]:
    """プラン明細の期日は、プランの支援期間の中にあります。"""
    plan = book.plan_by_no.get(line.plan_no)
    if line.due_on is None or plan is None or plan.starts_on is None or plan.ends_on is None:
        return
    if not plan.starts_on <= line.due_on <= plan.ends_on:
        period = f"{said(plan.starts_on)}～{said(plan.ends_on)}"
        yield Remark(
            "due_on",
            f"期日「{said(line.due_on)}」が支援期間（{period}）の外にあります。期日か期間を直してください。",
        )


@rule("PLAN-007", Severity.WARNING, on=PlanLine, basis="実施計画4(2)③", tag="V-P07")
def due_day_is_kept(line: PlanLine, book: Register) -> Iterator[Remark]:
    """期日を過ぎた行は、進捗を「完了」又は「中止」にするか、期日を見直します。"""
    if line.due_on and line.due_on < book.today and not line.progress.is_over:
        yield Remark(
            "due_on",
            f"期日（{said(line.due_on)}）を過ぎています。進捗を更新するか、期日を見直してください。",
        )


@rule("PLAN-010", Severity.ERROR, on=PlanLine, basis="実施計画4(3)①", tag="V-P10")
def line_has_a_worker(line: PlanLine) -> Iterator[Remark]:
    """プラン明細の行には、担当者の名前を入力します。"""
    worker = (line.worker or "").strip()
    if not worker:
        yield Remark("worker", "担当者が未入力です。担当する人の名前を入力してください。")
    elif worker in NOBODY:
        yield Remark(
            "worker",
            f"担当者が「{worker}」で、決まっていません。担当する人の名前を入力してください。",
        )
