"""Sheets 月次実績 and 指摘: every figure and every finding, with a link to its source cell."""

from __future__ import annotations

import os
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juso.adapters.merged_tables import LINE, RED, start_sheet
from juso.adapters.result_sheet import SYMBOLS
from juso.adapters.styles import INTEGER, PALE, TEXT, YELLOW, Styles, lines_in, row_height
from juso.core.finding import Finding, Severity
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.values import State
from juso.services.tally.merged import Figure, Merged

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


class SourceLinks:
    """Links from the merged workbook to cells of the forms, relative to where it will lie."""

    def __init__(self, merged: Merged, out: Path, style: Format, plain: Format) -> None:
        self._style, self._plain = style, plain
        self._targets = {
            reading.file: _relative(Path(reading.folder, reading.file), out)
            for reading in merged.forms.values()
            if reading.folder
        }

    def write(self, sheet: Worksheet, row: int, column: int, source: tuple[str, str, str]) -> None:
        """The address of (file, sheet, cell) as a link; plain text where there is no such file.

        A HYPERLINK formula: Excel takes only 65,530 links of the other kind in a sheet.
        """
        file, title, cell = source
        target = self._targets.get(file)
        if target and cell:
            formula = f'=HYPERLINK("{target}#\'{title}\'!{cell}","{cell}")'
            sheet.write_formula(row, column, formula, self._style, cell)
        else:
            sheet.write_string(row, column, cell or "全体", self._plain)


def _relative(source: Path, out: Path) -> str:
    try:
        target = Path(os.path.relpath(source, out.absolute().parent))
    except ValueError:  # another drive on Windows
        target = source.absolute()
    return target.as_posix().replace('"', '""')


def write_figures(book: Workbook, styles: Styles, merged: Merged, out: Path) -> None:
    """月次実績: the long table; the last columns say where each figure comes from."""
    sheet = start_sheet(book, styles, "月次実績", FIGURE_HEADINGS, FIGURE_NOTE)
    sheet.freeze_panes(3, 3)
    plain, number = styles(), styles(num_format=INTEGER)
    odd = styles(bg_color=YELLOW)
    links = SourceLinks(merged, out, styles(font_color="#0563C1", underline=1), plain)
    row = 3
    for row, figure in enumerate(merged.figures, start=3):
        item = items_by_code(figure.window)[figure.item]
        texts = (*figure[:3], item.label, item.unit, str(item.kind), figure.month)
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, plain)
        if figure.value is not None:
            sheet.write_number(row, 7, figure.value, number)
        sheet.write_string(row, 8, figure.state, plain if _is_plain(figure) else odd)
        sheet.write_string(row, 9, figure.file, plain)
        sheet.write_string(row, 10, figure.sheet, plain)
        links.write(sheet, row, 11, (figure.file, figure.sheet, figure.cell))
        sheet.write_string(row, 12, figure.version, plain)
        sheet.write_string(row, 13, figure.sha256[:16], plain)
    sheet.autofilter(2, 0, row, len(FIGURE_HEADINGS) - 1)


def _is_plain(figure: Figure) -> bool:
    return figure.state in (State.VALUE, State.NONE)


def write_findings(book: Workbook, styles: Styles, merged: Merged, out: Path) -> None:
    """指摘: what is wrong in which cell of which form, and what to do."""
    note = FINDING_NOTE if merged.findings else "直すところはありませんでした。"
    sheet = start_sheet(book, styles, "指摘", FINDING_HEADINGS, note)
    sheet.freeze_panes(3, 0)
    plain, typed = styles(**LINE), styles(**LINE, num_format=TEXT)
    link = styles(**LINE, font_color="#0563C1", underline=1)
    links = SourceLinks(merged, out, link, plain)
    for row, finding in enumerate(merged.findings, start=3):
        texts = _texts(finding)
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, typed if column == 6 else plain)
        fill = styles(**LINE, bold=True, bg_color=FILLS[finding.severity])
        sheet.write_string(row, 0, texts[0], fill)
        links.write(sheet, row, 3, (finding.file, finding.sheet, finding.cell))
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
