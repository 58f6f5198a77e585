"""点検結果: the findings as a workbook a clerk works through, each linked to its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import repeat
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.cell_links import CellLinks
from juso.adapters.result_sheet import SYMBOLS
from juso.adapters.result_sheets import CELL, FINDINGS, VALUE
from juso.adapters.styles import (
    FONT,
    HEAD,
    PALE,
    TEXT,
    YELLOW,
    FittingSheet,
    Styles,
    lines_in,
    new_workbook,
    put,
    row_height,
    set_page,
)
from juso.core.finding import Finding, Severity
from juso.core.rule import RuleLike

MEANINGS = {
    Severity.ERROR: "直すまで、会議への付議・月次の締め・報告書の作成に進めません。",
    Severity.WARNING: "確かめて、そのままでよい理由を「対応」に書けば進めます。",
    Severity.NOTE: "お知らせです。直さなくても進めます。",
}
FILLS = {Severity.ERROR: "#F8CBAD", Severity.WARNING: YELLOW, Severity.NOTE: PALE}
HEADINGS = tuple((field.label, field.width) for field in FINDINGS.shown)
RULE_HEADINGS = (
    ("規則", 12),
    ("番号", 10),
    ("重要度", 11),
    ("点検の内容", 78),
    ("根拠", 40),
    ("今回の件数", 10),
)
TABLE = 5  # row of the table's heading, 0-based
KINDS = 3
NOTE = {"author": "", "font_name": FONT, "font_size": 9, "width": 380, "height": 90}
MAX_LINKS = 60_000  # Excel takes 65,530 in a sheet


def write_findings(  # noqa: PLR0913, PLR0917 - what is found in what, and what was said to it
    path: Path,
    findings: Sequence[Finding],
    catalogue: Iterable[RuleLike],
    source: Path,
    checked_at: str,
    replies: Sequence[str] = (),
) -> None:
    """Write 点検結果 and 規則一覧; links lead from `path`'s folder to the cells of `source`.

    `checked_at` is printed as given, if any, so that the same input gives the same bytes. `replies`
    stand under 対応, one a finding; without them it is left to be filled in.
    """
    title = f"{source.name} の点検結果"
    rules = list(catalogue)
    book = new_workbook(path, title)
    styles = Styles(book)
    sheet = book.add_worksheet("点検結果", FittingSheet)
    _write_opening(sheet, styles, title, checked_at)
    _write_counts(sheet, styles, findings, rules)
    replied = list(zip(findings, replies or repeat(""), strict=False))
    _write_table(sheet, styles, replied, CellLinks(path, source))
    _set_page(sheet, title, TABLE)
    _write_rules(book, styles, rules, Counter(f.rule for f in findings))
    book.close()


def _write_opening(sheet: Worksheet, styles: Styles, title: str, checked_at: str) -> None:
    for place, (_, width) in enumerate(HEADINGS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, title, styles(bold=True, font_size=14, text_wrap=False))
    sheet.set_row(0, 24)
    day = f"点検した日：{checked_at}　" if checked_at else ""
    text = f"{day}セルの番地をクリックすると、そのセルが開きます。"
    sheet.write_string(1, 0, text, styles(text_wrap=False))


def _write_counts(
    sheet: Worksheet, styles: Styles, findings: Sequence[Finding], rules: Sequence[RuleLike]
) -> None:
    """How many of each severity, and the kinds that come up most."""
    counts = Counter(finding.severity for finding in findings)
    for number, severity in enumerate(Severity):
        style = styles(bold=True, border=1, align="center", bg_color=FILLS[severity])
        text = f"{SYMBOLS[severity]}{severity}　{counts[severity]}件"
        sheet.merge_range(2, 2 * number, 2, 2 * number + 1, text, style)
    sheet.set_row(2, 20)
    text = _kinds(findings, rules)
    sheet.merge_range(3, 0, 3, len(HEADINGS) - 1, text, styles())
    sheet.set_row(3, row_height(lines_in(text, sum(width for _, width in HEADINGS))))


def _kinds(findings: Sequence[Finding], rules: Sequence[RuleLike]) -> str:
    if not findings:
        return "直すところはありませんでした。すべての規則で点検しました（「規則一覧」シート）。"
    statements = {rule.id: rule.statement for rule in rules}
    kinds = Counter(finding.rule for finding in findings).most_common()
    lines = [f"{count}件　{rule}　{statements.get(rule, '')}" for rule, count in kinds[:KINDS]]
    if len(kinds) > KINDS:
        lines.append(f"ほかに{len(kinds) - KINDS}種類あります（件数は「規則一覧」シート）。")
    return "\n".join(lines)


def _write_table(
    sheet: Worksheet, styles: Styles, replied: Sequence[tuple[Finding, str]], links: CellLinks
) -> None:
    sheet.write_row(TABLE, 0, [name for name, _ in HEADINGS], styles(**HEAD))
    sheet.write_comment(TABLE, 0, "\n".join(f"{s}：{MEANINGS[s]}" for s in Severity), NOTE)
    sheet.set_row(TABLE, 20)
    plain, typed = styles(border=1), styles(border=1, num_format=TEXT)
    link = styles(border=1, font_color="#0563C1", underline=1)
    for number, (finding, reply) in enumerate(replied, start=TABLE + 1):
        cells = _cells(finding, reply)
        for place, text in enumerate(cells):
            put(sheet, number, place, text or None, typed if place == VALUE else plain)
        severity = styles(border=1, bold=True, bg_color=FILLS[finding.severity])
        sheet.write_string(number, 0, cells[0], severity)
        if number <= MAX_LINKS and (url := links.to(finding.file, finding.sheet, finding.cell)):
            sheet.write_url(number, CELL, url, link, finding.cell, "このセルを開きます")
        lines = max(lines_in(c, width) for c, (_, width) in zip(cells, HEADINGS, strict=True))
        sheet.set_row(number, row_height(lines))
    if replied:
        sheet.autofilter(TABLE, 0, TABLE + len(replied), len(HEADINGS) - 1)
    sheet.freeze_panes(TABLE + 1, 0)


def _cells(finding: Finding, reply: str) -> tuple[str, ...]:
    return (
        f"{SYMBOLS[finding.severity]}{finding.severity}",
        finding.sheet,
        finding.cell or "全体",
        finding.key,
        finding.column,
        finding.value,
        finding.message,
        finding.basis,
        finding.rule,
        reply,
    )


def _write_rules(
    book: Workbook, styles: Styles, rules: Sequence[RuleLike], counts: Counter[str]
) -> None:
    """規則一覧: all that is checked, and how often each rule spoke this time."""
    sheet = book.add_worksheet("規則一覧", FittingSheet)
    for place, (_, width) in enumerate(RULE_HEADINGS):
        sheet.set_column(place, place, width)
    sheet.write_row(0, 0, [name for name, _ in RULE_HEADINGS], styles(**HEAD))
    plain = styles(border=1)
    for number, rule in enumerate(rules, start=1):
        severity = f"{SYMBOLS[rule.severity]}{rule.severity}"
        cells = (rule.id, rule.tag, severity, rule.statement, rule.basis)
        sheet.write_row(number, 0, cells, plain)
        sheet.write_number(number, len(cells), counts[rule.id], styles(border=1, align="center"))
        widths = [width for _, width in RULE_HEADINGS]
        sheet.set_row(number, row_height(max(map(lines_in, cells, widths))))
    sheet.autofilter(0, 0, max(len(rules), 1), len(RULE_HEADINGS) - 1)
    sheet.freeze_panes(1, 0)
    _set_page(sheet, "点検の規則一覧", 0)


def _set_page(sheet: Worksheet, title: str, heading: int) -> None:
    set_page(sheet, title)
    sheet.repeat_rows(heading)
    sheet.fit_to_pages(1, 0)
