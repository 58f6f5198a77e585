"""Results as blocks of cells, ready for one write into the sheets of `result_sheets`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from juso.adapters.listing import Link
from juso.adapters.live_book import as_text
from juso.adapters.mark_keys import MarkKeys
from juso.adapters.result_sheet import OPENING_LINES, SYMBOLS, Kind, ResultSheet
from juso.core.calendar import era_month
from juso.core.finding import Finding, Severity
from juso.koshu.register import Register
from juso.koshu.tally.items import form, items_by_code
from juso.koshu.tally.sites import community_sites

if TYPE_CHECKING:
    from juso.services.tally.merged import Merged
    from juso.services.todo import Todo

Block = list[list[Any]]
RANKS = {severity: rank for rank, severity in enumerate(Severity)}
LONGEST = 255  # characters that a cell formatted as text is sure to show
MOST_MARKS = 500  # of each severity: looking up more would be felt while typing
SHEETS_NAMED = 6


def page(
    sheet: ResultSheet, rows: Iterable[Sequence[Any]], opening: Sequence[Any] = (), former: int = 0
) -> Block:
    """Opening, headings and rows as one block, to be written at `sheet.opening_row`.

    `former` is the number of rows there were before; those left over are emptied.
    """
    lines = [*opening, *[[None]] * OPENING_LINES][:OPENING_LINES]
    whole = [*lines, [field.label for field in sheet.fields], *rows]
    blank = [[None]] * (len(lines) + 1 + former - len(whole))
    return [[*line, *[None] * (sheet.width - len(line))] for line in (*whole, *blank)]


def findings_block(findings: Iterable[Finding], register: Register) -> Block:
    """The rows of 点検結果: ●要修正 before ▲要確認 before ・参考, each in the register's order.

    What stops work stands on top, unsorted and unfiltered. 対応 is left to be written in.
    """
    keys = MarkKeys(register)
    marked: Counter[Severity] = Counter()
    rows = []
    for finding in sorted(findings, key=lambda f: RANKS[f.severity]):
        marks: dict[Severity, str | None] = {}
        if marked[finding.severity] < MOST_MARKS:
            marks[finding.severity] = keys.of(finding)
            marked[finding.severity] += 1
        hidden = [marks.get(Severity.ERROR), marks.get(Severity.WARNING)]
        rows.append([*_finding_cells(finding), None, *hidden])
    return rows


def _finding_cells(finding: Finding) -> list[str]:
    return [
        f"{SYMBOLS[finding.severity]}{finding.severity}",
        finding.sheet,
        link(finding.sheet, finding.cell),
        finding.key,
        finding.column,
        shown_value(finding.value),
        as_text(finding.message),
        finding.basis,
        finding.rule,
    ]


def opening_lines(findings: Iterable[Finding], day_text: str) -> Block:
    """The two lines above 点検結果: when, how many of each severity, and on which sheets."""
    findings = list(findings)
    counts = Counter(finding.severity for finding in findings)
    numbers = "　".join(f"{SYMBOLS[s]}{s} {counts[s]}件" for s in Severity)
    sheets = Counter(finding.sheet for finding in findings)
    named = "、".join(f"{name} {count}件" for name, count in [*sheets.items()][:SHEETS_NAMED])
    rest = f"、ほか{len(sheets) - SHEETS_NAMED}枚" if len(sheets) > SHEETS_NAMED else ""
    where = f"シートごとの数：{named}{rest}" if sheets else "直すところはありませんでした。"
    if max(counts[Severity.ERROR], counts[Severity.WARNING]) > MOST_MARKS:
        where += f"（セルの印は、●と▲それぞれ初めの{MOST_MARKS:,}件までです）"
    return [[f"{day_text} に点検しました。{numbers}"], [where]]


def shown_value(value: str) -> str:
    """A finding's value as 点検結果 shows it: a text too long for its cell is cut."""
    return value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"


def link(sheet: str, cell: str) -> str:
    """A formula that shows a cell's address and leads there; 全体 where no cell is meant."""
    if not cell:
        return "全体"
    quoted = sheet.replace("'", "''").replace('"', '""')
    return f"""=HYPERLINK("#'{quoted}'!{cell}","{cell}")"""


def listing_block(sheet: ResultSheet, rows: Iterable[Sequence[Any]]) -> Block:
    """The rows of a listing as they are written: links as formulas, sentences as texts."""
    kinds = [field.kind for field in sheet.fields]
    return [[_listed(kind, cell) for kind, cell in zip(kinds, row, strict=True)] for row in rows]


def _listed(kind: Kind, cell: Any) -> Any:
    if isinstance(cell, Link):
        return link(cell.sheet, cell.cell) if cell.cell else None
    return as_text(cell) if kind is Kind.SENTENCE and isinstance(cell, str) else cell


def todo_block(todos: Iterable[Todo]) -> Block:
    """The rows of 要対応, in the given order."""
    return [
        [
            todo.due,
            todo.days_over,
            todo.kind,
            todo.agency,
            todo.worker,
            todo.key,
            as_text(todo.what),
            todo.sheet,
            link(todo.sheet, todo.cell) if todo.cell else None,
        ]
        for todo in todos
    ]


def todo_opening(todos: Sequence[Todo], day_text: str) -> Block:
    """The two lines above 要対応: for which day, and how much of it is late."""
    days = [todo.days_over for todo in todos if todo.days_over is not None]
    late = sum(over > 0 for over in days)
    counts = (
        f"期限超過 {late}件、これから {len(days) - late}件、日付なし {len(todos) - len(days)}件"
    )
    nothing = None if todos else "要対応のものはありません。"
    return [[f"{day_text}現在。{counts}"], [nothing]]


_SITES = {site.site_no: f"{site.site_no} {site.name}" for site in community_sites()}


def figures_block(merged: Merged, taken_at_text: str) -> Block:
    """The rows of 月次実績: every figure with the cell it was read from."""
    year = merged.year.short
    facts: dict[tuple[str, str], tuple[str, str, str]] = {}
    rows = []
    for _, window, item, month, value, state, file, _, cell, sha256, version in merged.figures:
        if (window, item) not in facts:
            facts[window, item] = _item_facts(window, item)
        place, label, unit = facts[window, item]
        figure = (item, label, unit, value, str(state), file, cell, sha256[:16], version)
        rows.append([year, month, place, *figure, taken_at_text])
    return rows


def _item_facts(window: str, item: str) -> tuple[str, str, str]:
    declared = items_by_code(window)[item]
    place = _SITES.get(item.partition("-")[2], form(window).name)
    return f"{window} {place}", declared.label, declared.unit


def figures_opening(merged: Merged, taken_at_text: str) -> Block:
    """The two lines above 月次実績: when and what was taken in, and how many figures are missing."""
    through = f"4月から{era_month(merged.through)}まで" if merged.through else "報告なし"
    known = sum(figure.value is not None for figure in merged.figures)
    count = len(merged.figures)
    return [
        [f"{taken_at_text} に取り込みました（{merged.year}、{through}）。"],
        [f"数のある欄 {known:,}、数のない欄（未入力・不詳・誤り） {count - known:,}"],
    ]
