"""月次統合: the merged monthly figures as one workbook, from the notes to every source cell."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.merged_charts import write_charts
from juso.adapters.merged_corrections import CORRECTIONS, write_corrections
from juso.adapters.merged_lineage import write_lineage
from juso.adapters.merged_rates import write_rates
from juso.adapters.merged_records import write_figures, write_findings
from juso.adapters.merged_tables import LINE, write_city, write_sites, write_windows
from juso.adapters.merged_transfers import write_transfers
from juso.adapters.merged_wall import write_wall
from juso.adapters.styles import (
    HEAD,
    NAVY,
    Styles,
    lines_in,
    new_workbook,
    put,
    row_height,
    set_page,
)
from juso.core.calendar import era_date, era_month
from juso.core.finding import Severity
from juso.services.tally.merged import Merged

FRONT = "はじめに"
WIDTHS = (14, 30, 16, 18, 9, 40)
TEXT_WIDTH = sum(WIDTHS)
NOTES = (
    "集計型 F（月の件数）は月と窓口を足します。S（月末の値）は月を足さず、年度の値は最後に報告した月の値です。",
    "集計型 U（実人数・実世帯数）は、月どうしも窓口どうしも足しません。同じ人が2つの窓口を使うと、足した数が実際より"
    "多くなるためです（窓口間の重複）。",
    "市全体の実人数は、支援台帳で同じ人（名寄せで同じ人と判断したものを含む）を1人に数えた値です。どの窓口も、報告した数と"
    "台帳から数えた数が同じ月だけ載せ、ほかの月は出せない理由を右端に書きます。",
    "0は「0件だったこと」、「－」（皆無）は「実績がないこと」で、どちらも0として足します。空欄（未入力）と不詳は0ではなく、"
    "足しません。",
    "※の付いた計は暫定です。提出されていない窓口・月、未入力、不詳又は誤りのある数を除いた計で、何が欠けているかは右端の列に"
    "あります。",
    "「月次実績」には、すべての数について元のファイルとセルがあります。セルの番地を押すと元のセルが開きます。",
)
SHEETS = (
    ("市全体", "4窓口の計を項目と月で"),
    ("窓口別", "すべての項目の年度の値を窓口・事業で"),
    ("拠点別", "地域づくりの24拠点を並べて"),
    ("グラフ", "新規相談、延べ対応、継続ケースの推移"),
    ("つなぎ行列", "窓口・事業のあいだのつなぎを、送った側と受けた側の両方から"),
    ("人口当たりの率", "人口10万人・1か月当たりの率を、公表されている全国・県の値と並べて"),
    ("提出状況", "どの窓口がどの月を報告したか"),
    (CORRECTIONS, "確定した後で変わった数の、公表値と修正値"),
    ("月次実績", "すべての数とその出どころ"),
    ("数字の由来", "市全体の計がどのファイルのどのセルの数を足したものか、Excel での再計算"),
    ("指摘", "直すところと直し方"),
)


def write_merged(path: Path, merged: Merged, out: Path | None = None) -> None:
    """Write the workbook to `path`; its links are made for the place `out` where it will lie."""
    book = new_workbook(path, f"{merged.municipality} 月次報告の統合 {merged.year}", merged.year)
    styles = Styles(book)
    _write_front(book, styles, merged)
    write_city(book, styles, merged)
    write_windows(book, styles, merged)
    write_sites(book, styles, merged)
    write_charts(book, styles, merged)
    write_transfers(book, styles, merged)
    write_rates(book, styles, merged)
    write_wall(book, styles, merged)
    write_corrections(book, styles, merged)
    write_figures(book, styles, merged, out or path)
    write_lineage(book, styles, merged, out or path)
    write_findings(book, styles, merged, out or path)
    book.close()


def _write_front(book: Workbook, styles: Styles, merged: Merged) -> None:
    sheet = book.add_worksheet(FRONT)
    set_page(sheet, "月次報告の統合　はじめに")
    sheet.hide_gridlines(2)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    title = f"{merged.municipality}　重層的支援体制整備事業　月次報告の統合（{merged.year}）"
    put(sheet, 0, 0, title, styles(bold=True, font_size=16, font_color=NAVY, text_wrap=False))
    sheet.set_row(0, 30)
    row = _write_summary(sheet, styles, merged, 2)
    row = _write_notes(sheet, styles, row + 1)
    row = _write_index(sheet, styles, merged, row + 1)
    row = _write_sources(sheet, styles, merged, row + 1)
    sheet.print_area(0, 0, row, len(WIDTHS) - 1)
    sheet.fit_to_pages(1, 1)


def _write_summary(sheet: Worksheet, styles: Styles, merged: Merged, row: int) -> int:
    counts = Counter(finding.severity for finding in merged.findings)
    through = era_month(merged.through) if merged.through else "なし"
    late = sum(1 for s in merged.completeness if s.is_due and not s.is_submitted)
    lines = (
        *_kind(merged),
        f"集計した月：4月から{through}まで（{len(merged.forms)}つの窓口・事業）",
        f"未提出の月：{late}（窓口・事業ごとに数えて）",
        "指摘：" + "、".join(f"{severity} {counts[severity]}件" for severity in Severity),
    )
    for line in lines:
        put(sheet, row, 0, line, styles(text_wrap=False))
        row += 1
    return row


def _kind(merged: Merged) -> list[str]:
    """Whether these are the published figures, and how many of them were corrected since."""
    if merged.is_published:
        return ["公表値：確定した月だけを、確定したときの数で統合しています。"]
    corrected = len(merged.corrections)
    if not corrected:
        return []
    return [f"締め後修正：{corrected}（確定した後で変わった数。この統合は修正値です）"]


def _write_notes(sheet: Worksheet, styles: Styles, row: int) -> int:
    put(sheet, row, 0, "読み方", styles(bold=True, font_color=NAVY))
    for number, note in enumerate(NOTES, start=1):
        text = f"{number}　{note}"
        sheet.merge_range(row + number, 0, row + number, len(WIDTHS) - 1, text, styles())
        sheet.set_row(row + number, row_height(lines_in(text, TEXT_WIDTH)))
    return row + len(NOTES) + 1


def _write_index(sheet: Worksheet, styles: Styles, merged: Merged, row: int) -> int:
    there = [one for one in SHEETS if one[0] != CORRECTIONS or merged.corrections]
    put(sheet, row, 0, "シート", styles(bold=True, font_color=NAVY))
    link = styles(font_color="#0563C1", underline=1)
    for number, (name, what) in enumerate(there, start=1):
        sheet.write_url(row + number, 0, f"internal:'{name}'!A1", link, name)
        put(sheet, row + number, 1, what, styles(text_wrap=False))
    return row + len(there) + 1


def _write_sources(sheet: Worksheet, styles: Styles, merged: Merged, row: int) -> int:
    put(sheet, row, 0, "統合したファイル", styles(bold=True, font_color=NAVY, text_wrap=False))
    headings = (
        "窓口・事業",
        "ファイル",
        "提出対象月",
        "提出日",
        "様式版",
        "ファイルの指紋（SHA-256）",
    )
    for column, text in enumerate(headings):
        put(sheet, row + 1, column, text, styles(**HEAD))
    row += 2
    for code, reading in merged.forms.items():
        cover = reading.cover
        cells = (
            code,
            reading.file,
            era_month(cover.month) if cover.month else "",
            era_date(cover.submitted_on) if cover.submitted_on else "",
            cover.version,
            reading.sha256,
        )
        for column, text in enumerate(cells):
            put(sheet, row, column, text, styles(**LINE))
        sheet.set_row(row, row_height(2))
        row += 1
    return row
