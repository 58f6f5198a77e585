"""7 基本方針に照らした評価, 8 求められる事項・体制構築の進捗, 9 総合評価."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from juso.core.calendar import short_date
from juso.koshu import register_rows
from juso.koshu.amount import HIDDEN, UNKNOWN, Amount
from juso.koshu.codes import Grade
from juso.koshu.indicator import Indicator, propose_grade
from juso.koshu.indicators import indicator, indicators_of
from juso.koshu.plan import DEMANDS, PREPARATIONS, PRINCIPLES, PROGRAMS, Principle, ProgramFact
from juso.koshu.sheets import Target, Training
from juso.services.report.blocks import Columns, table
from juso.services.report.cells import SOURCE_REGISTER, UNFILLED, cell, count, sign, total_line
from juso.services.report.data import Builder, ReportData
from juso.services.report_model import Block, Cell, Line, Mark, Measure, Paragraph, Placeholder

NO_TARGET = Mark("未設定", is_word=True)
NOT_GRADED = Mark("未入力", is_word=True)
HEADS = ("項目", "指標", "実績", "前年度", "目標", "自動判定", "課評価", "理由・課題・次年度の対応")
WIDTHS = (36, 34, 14, 14, 14, 10, 14, 48)

PROGRAM_INDICATORS = {
    "7(1)": ("K12", "K14", "K15"),
    "7(2)": ("K16", "K16-2", "K16-3"),
    "7(3)": ("K18", "K18-2", "K18-3"),
    "7(4)": ("K19", "K19-2", "K19-3"),
    "7(5)": ("K20", "K20-2", "K20-4"),
}
"""事業別の量的評価に示す指標。"""


def value_of(data: ReportData, line: Indicator) -> Amount:
    """This year's value; a small count of cases is hidden in a public edition."""
    amount = line.value(data.register, data.figures)
    is_small = amount.value is not None and 0 < amount.value < data.threshold
    return HIDDEN if data.is_public and line.counts_cases and is_small else amount


def value_before(data: ReportData, line: Indicator) -> Amount:
    """Last year's value; this year's register does not know it."""
    return UNKNOWN if line.source.from_register else line.value(data.register, data.previous)


def target_cell(data: ReportData, line: Indicator) -> Cell:
    """目標値, or that none is set; further lines have none."""
    if not line.is_main:
        return ""
    target = data.target_of(line.id)
    if target is None or target.target is None:
        return NO_TARGET
    return Measure(target.target, 0 if target.target.is_integer() else 1)


def grade_cell(data: ReportData, line: Indicator) -> Cell:
    """課評価, or that it is not entered yet."""
    if not line.is_main:
        return ""
    target = data.target_of(line.id)
    return Mark(target.grade, is_word=True) if target and target.grade else NOT_GRADED


def grades_legend() -> str:
    """A順調、B概ね順調 …"""
    return "、".join(f"{grade}{grade.note}" for grade in Grade)


def how_to_read(data: ReportData) -> Iterable[Block]:
    """How the grades come about."""
    del data
    yield Paragraph(
        "自動判定は、目標値があるときは達成率によりA（100％以上）、B（80％以上）、C（60％以上）、D（60％未満）、"
        "目標値がないときは前年度との比較によりa（改善）、b（横ばい、±3％以内）、c（悪化）とします。"
        f"課評価は所管課の判断（{grades_legend()}）で、自動判定と異なるときは理由を示します。"
    )


def policy_table(data: ReportData) -> Iterable[Block]:
    """表32: the nine items of section 4."""
    yield _principle_table(data, "表32", PRINCIPLES)


def demand_table(data: ReportData) -> Iterable[Block]:
    """表33: sections 5 and 6."""
    yield _principle_table(data, "表33", (*DEMANDS, *PREPARATIONS))


def _principle_table(data: ReportData, number: str, principles: Sequence[Principle]) -> Block:
    rows = [
        _indicator_line(data, principle, line)
        for principle in principles
        for line in indicators_of(principle.clause)
    ]
    note = "算式は資料7にあります。前年度の「…」は、支援台帳から集計する指標又は前年度の月次報告がないものです。"
    return table(number, Columns(HEADS, WIDTHS, merged=1), rows, note)


def _indicator_line(data: ReportData, principle: Principle, line: Indicator) -> Line:
    now, before = value_of(data, line), value_before(data, line)
    target = data.target_of(line.id) if line.is_main else None
    proposed = propose_grade(line, now.value, target.target if target else None, before.value)
    return Line(
        (
            f"{principle.clause}\n{principle.text}",
            f"{line.id} {line.name}（{line.unit}）",
            cell(now, data.wording, line.digits),
            cell(before, data.wording, line.digits),
            target_cell(data, line),
            Mark(proposed, is_word=True) if proposed else _ungraded(data, now),
            grade_cell(data, line),
            _remarks(target) if line.is_main else "",
        )
    )


def _ungraded(data: ReportData, amount: Amount) -> Cell:
    """Where nothing can be proposed: hidden, or not enough known."""
    wording = data.wording
    return Mark(wording.hidden_symbol if amount.is_hidden else wording.unknown_symbol)


def _remarks(target: Target | None) -> str:
    if target is None:
        return UNFILLED
    parts = (("理由", target.reason), ("課題", target.problem), ("次年度", target.next_year))
    return "\n".join(f"{label}：{text}" for label, text in parts if text) or UNFILLED


def training_table(data: ReportData) -> Iterable[Block]:
    """表34: 研修記録."""
    found = register_rows.trainings_of(data.register, data.year)
    rows = [_training_line(data, training) for training in found]
    if rows:
        totals = [
            sum(getattr(t, key) or 0 for t in found)
            for key in ("heads", "leaders", "workers", "contractors", "others")
        ]
        cells = (count(n, data.wording) for n in (*totals, sum(totals)))
        rows.append(total_line("計", (f"{len(found)}回", "", *cells)))
    yield table(
        "表34",
        Columns(
            ("開催日", "種別", "名称", "課長級", "リーダー", "担当", "委託先", "他課", "計"),
            (17, 22, 56, 13, 14, 12, 13, 12, 12),
        ),
        rows,
        f"{SOURCE_REGISTER}（研修記録）。",
    )


def _training_line(data: ReportData, training: Training) -> Line:
    numbers = (
        training.heads,
        training.leaders,
        training.workers,
        training.contractors,
        training.others,
    )
    cells = (count(n or 0, data.wording) for n in (*numbers, register_rows.participants(training)))
    return Line(
        (short_date(training.held_on), str(training.kind or ""), training.title or "", *cells)
    )


def program_grades(data: ReportData) -> Iterable[Block]:
    """表35: what was counted, and room for what the divisions judge."""
    yield table(
        "表35",
        Columns(
            ("事業", "主な実績（量的評価）", "成果（質的評価）", "課題", "次年度の方向性", "評価"),
            (24, 62, 26, 26, 24, 11),
        ),
        [_program_line(data, fact) for fact in PROGRAMS],
        "成果、課題、次年度の方向性（拡充・継続・見直し・縮小から選びます。）及び評価は、所管課が記入します。",
    )


def _program_line(data: ReportData, fact: ProgramFact) -> Line:
    results = "\n".join(
        f"{line.name}　{_with_unit(data, line)}"
        for line in map(indicator, PROGRAM_INDICATORS[fact.clause])
    )
    return Line((str(fact.program), results, "", "", "拡充・継続\n見直し・縮小", ""))


def _with_unit(data: ReportData, line: Indicator) -> str:
    amount = value_of(data, line)
    if amount.value is None:
        return sign(amount, data.wording)
    return f"{amount.value:,.{line.digits}f}{line.unit}{'※' if amount.has_gap else ''}"


def overall_view(data: ReportData) -> Iterable[Block]:
    """The chief's own words."""
    del data
    yield Placeholder("総合所見（成果、残された課題、次年度に重点を置く取組）", 8)


def plan_revision(data: ReportData) -> Iterable[Block]:
    """Whether the plan must be revised (計画10(1))."""
    del data
    yield Placeholder(
        "計画の見直しの要否（計画10(1)。社会情勢の変化、役割の大幅な改正、関連計画との整合性等）", 3
    )


BUILDERS: dict[str, Builder] = {
    "評価の見方": how_to_read,
    "表32": policy_table,
    "表33": demand_table,
    "表34": training_table,
    "表35": program_grades,
    "総合所見": overall_view,
    "計画の見直し": plan_revision,
}
