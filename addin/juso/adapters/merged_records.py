"""Sheets 月次実績 and 指摘: every figure and every finding, with a link to its source cell."""

from __future__ import annotations

from pathlib import Path

from xlsxwriter import Workbook

from juso.adapters.merged_tables import LINE, RED, start_sheet
from juso.adapters.result_sheet import SYMBOLS
from juso.adapters.source_links import SourceLinks
from juso.adapters.styles import INTEGER, PALE, TEXT, YELLOW, Styles, lines_in, row_height
from juso.core.finding import Finding, Severity
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.values import State
from juso.services.tally.merged import Figure, Merged

FIGURES = "月次実績"
FIRST_FIGURE = 3  # row
DECIMAL = "#,##0.0##"
MOST_FIGURES = 1_048_576 - FIRST_FIGURE  # rows of a sheet
TOO_MANY = "Excel の行数の上限を超えた分は載せていません。全部の数は --data の CSV にあります。"
FIGURE_HEADINGS = (
    ("市町村", 9),
    ("窓口", 6),
    ("項目コード", 10),
    ("項目", 34),
    ("単位", 6),
    ("集計型", 7),
    ("月", 8),
    ("値", 9),
    ("状態", 8),
    ("ファイル", 20),
    ("シート", 7),
    ("セル", 7),
    ("様式版", 7),
    ("ファイルの指紋（SHA-256）", 18),
)
FIGURE_NOTE = (
    "1行が1つの数です。状態：値＝数のあるもの、皆無＝「－」と書かれたもの（値は0）、未入力＝空欄、"
    "不詳＝不明と書かれたもの、誤り＝数として読めないもの。"
)
FINDING_HEADINGS = (
    ("重要度", 10),
    ("ファイル", 20),
    ("シート", 7),
    ("セル", 8),
    ("番号", 16),
    ("列", 8),
    ("値", 12),
    ("指摘と直し方", 60),
    ("根拠", 26),
    ("規則", 12),
    ("対応", 20),
)
FINDING_NOTE = "要修正は直すまで確定できません。要確認は、そのままでよい理由を「対応」に書けば進めます。参考はお知らせです。"
FILLS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.NOTE: PALE}


def write_figures(book: Workbook, styles: Styles, merged: Merged, out: Path) -> None:
    """月次実績: the long table; the last columns say where each figure comes from."""
    figures = merged.figures[:MOST_FIGURES]
    note = FIGURE_NOTE if len(figures) == len(merged.figures) else f"{FIGURE_NOTE}{TOO_MANY}"
    sheet = start_sheet(book, styles, FIGURES, FIGURE_HEADINGS, note)
    sheet.freeze_panes(3, 3)
    plain, whole, broken = styles(), styles(num_format=INTEGER), styles(num_format=DECIMAL)
    odd = styles(bg_color=YELLOW)
    links = SourceLinks(merged, out, styles)
    row = FIRST_FIGURE
    for row, figure in enumerate(figures, start=FIRST_FIGURE):
        item = items_by_code(figure.window)[figure.item]
        texts = (*figure[:3], item.label, item.unit, str(item.kind), figure.month)
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, plain)
        if figure.value is not None:
            number = whole if isinstance(figure.value, int) else broken
            sheet.write_number(row, 7, figure.value, number)
        sheet.write_string(row, 8, figure.state, plain if _is_plain(figure) else odd)
        sheet.write_string(row, 9, figure.file, plain)
        sheet.write_string(row, 10, figure.sheet, plain)
        source = figure.file, figure.sheet, figure.cell
        links.write(sheet, (row, 11), source, figure.sha256, figure.cell or "－")
        sheet.write_string(row, 12, figure.version, plain)
        sheet.write_string(row, 13, figure.sha256[:16], plain)
    sheet.autofilter(2, 0, row, len(FIGURE_HEADINGS) - 1)
    sheet.set_portrait()
    sheet.print_area(0, 0, row, 11)  # what tells versions apart is not for paper


def _is_plain(figure: Figure) -> bool:
    return figure.state in (State.VALUE, State.NONE)


def write_findings(book: Workbook, styles: Styles, merged: Merged, out: Path) -> None:
    """指摘: what is wrong in which cell of which form, and what to do."""
    note = FINDING_NOTE if merged.findings else "直すところはありませんでした。"
    sheet = start_sheet(book, styles, "指摘", FINDING_HEADINGS, note)
    sheet.freeze_panes(3, 0)
    plain, typed = styles(**LINE), styles(**LINE, num_format=TEXT)
    links = SourceLinks(merged, out, styles, **LINE)
    for row, finding in enumerate(merged.findings, start=3):
        texts = _texts(finding)
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, typed if column == 6 else plain)
        fill = styles(**LINE, bold=True, bg_color=FILLS[finding.severity])
        sheet.write_string(row, 0, texts[0], fill)
        links.write(sheet, (row, 3), (finding.file, finding.sheet, finding.cell))
        widths = (width for _, width in FINDING_HEADINGS)
        lines = max(lines_in(text, width) for text, width in zip(texts, widths, strict=True))
        sheet.set_row(row, row_height(lines))
    sheet.autofilter(2, 0, max(2 + len(merged.findings), 3), len(FINDING_HEADINGS) - 1)


def _texts(finding: Finding) -> tuple[str, ...]:
    return (
        f"{SYMBOLS[finding.severity]}{finding.severity}",
        finding.file,
        finding.sheet,
        finding.cell,
        finding.key,
        finding.column,
        finding.value,
        finding.message,
        finding.basis,
        finding.rule,
        "",
    )
