"""Rules for 支援プラン: its goals, period and monitoring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.register import Register
from juso.koshu.rules.dates import is_longer, said
from juso.koshu.rules.deadlines import is_reviewed, review_days
from juso.koshu.rules.lookups import PLAN_OVER, uncovered_problem
from juso.koshu.sheets import Plan

# Words that promise support without saying what will have changed for the person.
VAGUE = re.compile(
    "(?:引き続き|今後も|必要な|必要に応じて?|適宜|随時|関係機関と|連携|様子を[見み](?:ていく|ながら|る|て)?|"
    "見守(?:る|り|って)?|支援|継続|対応|行う|続ける|図る|して|する|し|いく|ながら|[をにの、。・\\s])++"
)


@rule("PLAN-001", Severity.ERROR, on=Plan, basis="実施計画4(2)①", tag="V-P01")
def near_goal_is_concrete(plan: Plan, book: Register) -> Iterator[Remark]:
    """当面の目標を、設定の字数（標準20字）以上で、本人の変化が分かるように書きます。"""
    goal = (plan.near_goal or "").strip()
    if not goal:
        yield Remark(
            "near_goal", "「当面の目標」が未入力です。本人と決めた目標を入力してください。"
        )
    elif VAGUE.fullmatch(goal):
        yield Remark(
            "near_goal",
            "「当面の目標」が支援する側の動きだけです。本人がどう変わるかを具体的に書いてください。",
            Severity.WARNING,
        )
    elif len(goal) < book.settings["goal_length"]:
        yield Remark(
            "near_goal",
            f"「当面の目標」が{len(goal)}字で、具体的ではありません。いつまでに何がどうなるかを書いてください。",
            Severity.WARNING,
        )


@rule("PLAN-002", Severity.WARNING, on=Plan, basis="実施計画4(2)①", tag="V-P02")
def goal_can_be_measured(plan: Plan) -> Iterator[Remark]:
    """目標の達成を判断する目安を入力します。"""
    if not plan.measure:
        yield Remark("measure", "目標の達成を判断する目安を、回数や状態などで入力してください。")


@rule("PLAN-003", Severity.ERROR, on=Plan, basis="実施計画4(2)②", tag="V-P03")
def plan_has_lines(plan: Plan, book: Register) -> Iterator[Remark]:
    """支援プランには、課題と支援内容を「プラン明細」に1行以上入力します。"""
    if plan.plan_no not in book.lines_of:
        yield Remark(
            "plan_no",
            "支援内容が入力されていません。「プラン明細」に課題と支援内容を入力してください。",
        )


@rule("PLAN-020", Severity.WARNING, on=Plan, basis="実施計画4(2)②", tag="V-P04")
def first_problem_is_covered(plan: Plan, book: Register) -> Iterator[Remark]:
    """最も優先する課題（優先度1）には、そのケースのいずれかのプランに支援があります。"""
    if plan.state in PLAN_OVER or plan.plan_no not in book.lines_of:
        return
    if missing := uncovered_problem(book).get(plan.case_no):
        yield Remark(
            "plan_no",
            f"優先課題「{missing.number} {missing.issue or ''}」に対応する支援がありません。プラン明細に入力してください。",
        )


@rule(
    "PLAN-005",
    Severity.ERROR,
    on=Plan,
    basis="実施計画4(2)③「支援の期日や期間を明確に」",
    tag="V-P05",
)
def plan_has_an_end(plan: Plan) -> Iterator[Remark]:
    """支援プランには、支援終了予定日を入力します。"""
    if plan.ends_on is None:
        yield Remark(
            "ends_on", "支援の期間が明確になっていません。支援終了予定日を入力してください。"
        )


@rule("PLAN-006", Severity.ERROR, on=Plan, basis="実施計画4(2)③", tag="V-P06")
def period_is_possible(plan: Plan, book: Register) -> Iterator[Remark]:
    """支援終了予定日は支援開始日以後で、支援期間は設定の月数（標準12か月）までです。"""
    if plan.ends_on is None:
        return
    months = book.settings["plan_months"]
    if plan.ends_on < plan.starts_on:
        yield Remark(
            "ends_on",
            f"支援終了予定日「{said(plan.ends_on)}」が支援開始日より前です。どちらの日付も確認してください。",
        )
    elif is_longer(plan.starts_on, plan.ends_on, months):
        yield Remark(
            "ends_on",
            f"支援期間が{months}か月を超えています。期間を区切り、評価のうえ再プランとしてください。",
            Severity.WARNING,
        )


@rule("PLAN-008", Severity.WARNING, on=Plan, basis="実施計画4(3)②「伴走的な支援」", tag="V-P08")
def monitoring_is_done(plan: Plan, book: Register) -> Iterator[Remark]:
    """モニタリングは、支援開始日又は前回の評価から設定の月数（標準3か月）以内に予定し、評価を記録します。"""
    day, months = plan.monitoring_on, book.settings["monitor_months"]
    if day is None:
        yield Remark(
            "monitoring_on",
            f"モニタリング予定日が未入力です。支援開始日から{months}か月以内の日付を入力してください。",
        )
        return
    if plan.state in PLAN_OVER:
        return
    reviews = review_days(plan, book)
    if is_longer(max([plan.starts_on, *reviews]), day, months):
        yield Remark(
            "monitoring_on",
            f"モニタリング予定日が{months}か月より先です。{months}か月以内の日付に直してください。",
        )
    elif plan.state.is_active and day < book.today and not is_reviewed(day, reviews):
        yield Remark(
            "monitoring_on",
            f"モニタリング予定日「{said(day)}」を過ぎています。「評価・終結票」に評価を入力してください。",
        )
