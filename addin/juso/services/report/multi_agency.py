"""4(2) 多機関協働事業: plans, how they ended and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from juso.koshu import register_rows
from juso.koshu.codes import (
    Achievement,
    Change,
    ClosingReason,
    EvaluationKind,
    PlanKind,
    PlanStep,
    Program,
)
from juso.koshu.sheets import Evaluation, Plan
from juso.services.report.blocks import Columns, Title, table
from juso.services.report.cells import SOURCE_REGISTER, cell
from juso.services.report.consultation import purpose
from juso.services.report.counts import case_count, count_cells
from juso.services.report.data import Builder, ReportData
from juso.services.report.forms import form_chart, form_table
from juso.services.report_model import Block, Cell, Line, Placeholder


def plan_states(data: ReportData) -> Iterable[Block]:
    """表17: the plans of the register by kind; the first column is 多機関協働."""
    tests: tuple[tuple[str, Callable[[ReportData, Plan], bool]], ...] = (
        *((f"作成：{step}", _made_this_year(step)) for step in PlanStep),
        ("有効プラン", lambda _, p: p.state.is_active),
        ("　うち期限設定あり", lambda _, p: p.state.is_active and p.ends_on is not None),
        ("　うち期限超過", _is_overdue),
        ("　うち担当2機関以上", _is_shared),
    )
    plans = [p for p in data.register.plans if p.state is not None]
    lines = []
    for label, test in tests:
        found = Counter(p.kind for p in plans if test(data, p))
        lines.append(Line((label, *count_cells(data, [found[kind] for kind in PlanKind]))))
    yield table(
        "表17",
        Columns(("区分", *map(str, PlanKind), "計"), (45, 24, 24, 24, 24, 24)),
        lines,
        f"{SOURCE_REGISTER}（支援プラン）。有効プランは、決定済みで終結していないプランです。",
    )


def _made_this_year(step: PlanStep) -> Callable[[ReportData, Plan], bool]:
    return lambda data, plan: plan.step is step and register_rows.lies_in(plan.made_on, data.year)


def _is_overdue(data: ReportData, plan: Plan) -> bool:
    return plan.state.is_active and plan.ends_on is not None and plan.ends_on < data.today


def _is_shared(data: ReportData, plan: Plan) -> bool:
    return plan.state.is_active and len(register_rows.agencies_of_plan(data.register, plan)) > 1


def multi_agency_results(data: ReportData) -> Iterable[Block]:
    """表18: how 多機関協働 plans ended, and what changed for the person."""
    found = _multi_agency_evaluations(data)
    closings = [e for e in found if e.kind is EvaluationKind.CLOSING]
    reasons = Counter(e.closing_reason for e in closings)
    reached = Counter(e.achievement for e in found)
    changes = Counter(change for e in found for change in e.changes)
    ended = count_cells(data, [reasons[r] for r in ClosingReason])
    if data.is_public:  # the same cases as in 表16, hidden alike
        ended = _reported_endings(data)
    yield _small_table("1", "終結理由", list(map(str, ClosingReason)), ended)
    achieved = count_cells(data, [reached[a] for a in Achievement])
    yield _small_table("2", "目標の達成度", list(map(str, Achievement)), achieved)
    yield _change_table(data, [(str(c), changes[c]) for c in Change])


def _multi_agency_evaluations(data: ReportData) -> list[Evaluation]:
    kinds = {p.plan_no: p.kind for p in data.register.plans}
    return [
        e
        for e in data.register.evaluations
        if register_rows.lies_in(e.evaluated_on, data.year)
        and kinds.get(e.plan_no or "") is PlanKind.MULTI_AGENCY
    ]


def _reported_endings(data: ReportData) -> tuple[Cell, ...]:
    codes = [f"M08{letter}" for letter in "abcdefg"[: len(ClosingReason)]]
    amounts = (data.figures.year("M", code) for code in (*codes, "M08"))
    return tuple(cell(amount, data.wording) for amount in amounts)


def _small_table(part: str, name: str, labels: Sequence[str], cells: tuple[Cell, ...]) -> Block:
    columns = Columns((*labels, "計"), (20,) * len(cells))
    return table(Title("表18", part, name), columns, [Line(cells)])


def _change_table(data: ReportData, found: list[tuple[str, int]]) -> Block:
    third = -(-len(found) // 3)
    lines = []
    for row in range(third):
        cells: list[Cell] = []
        for label, number in found[row::third]:
            cells += [label, case_count(data, number)]
        lines.append(Line((*cells, *[""] * (6 - len(cells)))))
    return table(
        Title("表18", "3", "見られた変化"),
        Columns(("見られた変化", "件数") * 3, (38, 17) * 3),
        lines,
        f"{SOURCE_REGISTER}（評価・終結票）。見られた変化は、1件の評価に複数計上しています。",
    )


def role_example(data: ReportData) -> Iterable[Block]:
    """An example that names nobody."""
    del data
    yield Placeholder(
        "役割分担の例（複数の事例を組み合わせ、個人が特定されないように書きます。）", 4
    )


BUILDERS: dict[str, Builder] = {
    "事業の目的(2)": purpose(Program.MULTI_AGENCY),
    "表16": form_table("表16", "M", "M01", "M10"),
    "表17": plan_states,
    "表18": multi_agency_results,
    "図8": form_chart(
        "図8", "M", (("相談受付", "M01"), ("新規プラン", "M05"), ("終結", "M08")), "件"
    ),
    "役割分担の例": role_example,
}
