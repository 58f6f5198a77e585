"""市町村の一覧: many municipalities side by side, without the long table no sheet can hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.merged_records import FILLS
from juso.adapters.merged_tables import LINE, RED, start_sheet
from juso.adapters.styles import (
    INTEGER,
    PALE,
    YELLOW,
    Styles,
    lines_in,
    new_workbook,
    put,
    row_height,
)
from juso.core.finding import Severity
from juso.koshu.tally.items import form, item
from juso.services.tally.many import ALL_CITIES, SHOWN, CityPart, Key, Overview
from juso.services.tally.totals import CITY, Total

KEY_ITEMS = ("A01", "A10", "E06")
GAP_FORMAT = f'{INTEGER}"※"'
FEW = 5
FINDING_HEADINGS = (
    *(("重要度", 9), ("ファイル", 30), ("シート", 8), ("セル", 8)),
    *(("列", 10), ("値", 14), ("内容", 70), ("規則", 11)),
)


def write_many(path: Path, overview: Overview) -> None:
    """Write the workbook to `path`."""
    title = f"月次報告の統合 {len(overview.cities)}市町村 {overview.year}"
    book = new_workbook(path, title, overview.year)
    styles = Styles(book)
    _write_cities(book, styles, overview)
    _write_totals(book, styles, overview)
    _write_wall(book, styles, overview)
    _write_findings(book, styles, overview)
    book.close()


def _write_cities(book: Workbook, styles: Styles, overview: Overview) -> None:
    key_items = [item("W1", code) for code in KEY_ITEMS]
    headings = [
        *(("市町村", 16), ("年度", 9), ("様式", 34), ("未提出の月", 10)),
        *((str(severity), 8) for severity in Severity),
        *((f"{key.label}（{key.code}）", 15) for key in key_items),
        ("暫定", 7),
    ]
    note = (
        "1行が1市町村です。数は4窓口の年度の計で、※は欠けている窓口・月がある計です。"
        "「暫定」は、期限の過ぎた未提出の月があるか、計に入っていない市町村です。"
    )
    sheet = start_sheet(book, styles, "市町村一覧", headings, note)
    sheet.freeze_panes(3, 1)
    row = 3
    for row, part in enumerate(overview.cities, start=3):
        is_provisional = overview.is_provisional(part)
        counts = [part.counts.get(severity, 0) for severity in Severity]
        texts = (part.municipality, str(part.year), "・".join(part.windows) or "なし", part.late)
        for column, value in enumerate((*texts, *counts)):
            odd = {"bg_color": RED} if column == 4 and value else {}
            put(sheet, row, column, value, styles(**LINE, **odd))
        for column, code in enumerate(KEY_ITEMS, start=7):
            _put_total(sheet, styles, row, column, _own(part, Key(CITY, code, "")))
        mark, fill = ("暫定", {"bg_color": YELLOW}) if is_provisional else ("", {})
        put(sheet, row, 10, mark, styles(**LINE, align="center", **fill))
    for column in range(len(headings)):
        text = "" if column else ALL_CITIES
        put(sheet, row + 1, column, text, styles(**LINE, bold=True, bg_color=PALE))
    for column, code in enumerate(KEY_ITEMS, start=7):
        _put_total(sheet, styles, row + 1, column, overview.total(Key(CITY, code, "")))
    sheet.autofilter(2, 0, row, len(headings) - 1)


def _own(part: CityPart, key: Key) -> Total:
    """A municipality's own total; what it lacks is told by its own merged workbook."""
    value, is_complete = part.totals.get(key, (None, False))
    return Total(value, () if is_complete else ("",))


def _put_total(sheet: Worksheet, styles: Styles, row: int, column: int, total: Total) -> None:
    gap = not total.is_complete
    fill = {"bg_color": YELLOW} if gap else {}
    number = GAP_FORMAT if gap else INTEGER
    put(sheet, row, column, total.value, styles(**LINE, num_format=number, **fill))


def _write_totals(book: Workbook, styles: Styles, overview: Overview) -> None:
    names = [(part.municipality, 11) for part in overview.cities]
    headings = [("集計の範囲", 12), ("コード", 8), ("項目", 34), ("単位", 6), ("型", 5)]
    headings += [(ALL_CITIES, 11), ("計に欠けている市町村", 30), *names]
    note = (
        "年度の計（型 F は月の計、S は最後に報告した月の値）。※は欠けているものがある計です。"
        "実人数（型 U）は足せないので載せません。"
    )
    sheet = start_sheet(book, styles, "市町村別", headings, note)
    sheet.freeze_panes(3, 7)
    for row, key in enumerate(overview.compared, start=3):
        found = item("W1" if key.scope == CITY else key.scope, key.item)
        scope = "4窓口" if key.scope == CITY else form(key.scope).name
        texts = (scope, key.item, found.label, found.unit, str(found.kind))
        for column, text in enumerate(texts):
            put(sheet, row, column, text, styles(**LINE))
        total = overview.total(key)
        _put_total(sheet, styles, row, 5, total)
        put(sheet, row, 6, _named(total.missing), styles(**LINE, font_size=9))
        for column, part in enumerate(overview.cities, start=7):
            _put_total(sheet, styles, row, column, _own(part, key))


def _named(names: Sequence[str]) -> str:
    """A few names, and how many more."""
    shown = "、".join(names[:FEW])
    return f"{shown} ほか{len(names) - FEW}" if len(names) > FEW else shown


def _write_wall(book: Workbook, styles: Styles, overview: Overview) -> None:
    months = [(month.label, 7) for month in overview.year.months]
    headings = [("市町村", 16), ("窓口", 6), ("名称", 14), *months]
    note = (
        "●は必須の欄がすべて入力済み、△は未入力の欄がある月、×は未提出、"
        "空白はまだ期限の来ていない月です。"
    )
    sheet = start_sheet(book, styles, "提出状況", headings, note)
    sheet.freeze_panes(3, 3)
    fills: dict[str, dict[str, Any]] = {
        "×": {"bg_color": RED, "bold": True},
        "△": {"bg_color": YELLOW},
    }
    row = 3
    for part in overview.cities:
        for window, marks in part.wall.items():
            for column, text in enumerate((part.municipality, window, form(window).name)):
                put(sheet, row, column, text, styles(**LINE))
            for column, mark in enumerate(marks, start=3):
                style = styles(**LINE, align="center", **fills.get(mark, {}))
                put(sheet, row, column, mark, style)
            row += 1
    sheet.autofilter(2, 0, max(row - 1, 3), len(headings) - 1)


def _write_findings(book: Workbook, styles: Styles, overview: Overview) -> None:
    shown = overview.findings
    rest = overview.counts.total() - len(shown)
    note = f"市町村ごとに、重要度の同じものは{SHOWN}件までです。" if rest else ""
    more = f"ここにないものがほかに{rest:,}件あります（すべては --json）。" if rest else ""
    none = "" if shown else "直すところはありませんでした。"
    sheet = start_sheet(book, styles, "指摘", FINDING_HEADINGS, f"{note}{more}{none}")
    sheet.freeze_panes(3, 0)
    for row, finding in enumerate(shown, start=3):
        texts = (
            *(str(finding.severity), finding.file, finding.sheet, finding.cell),
            *(finding.column, finding.value, finding.message, finding.rule),
        )
        for column, text in enumerate(texts):
            put(sheet, row, column, text, styles(**LINE))
        put(sheet, row, 0, texts[0], styles(**LINE, bold=True, bg_color=FILLS[finding.severity]))
        sheet.set_row(row, row_height(_lines(texts)))
    sheet.autofilter(2, 0, max(2 + len(shown), 3), len(FINDING_HEADINGS) - 1)


def _lines(texts: Sequence[str]) -> int:
    widths = (width for _, width in FINDING_HEADINGS)
    return max(lines_in(text, width) for text, width in zip(texts, widths, strict=True))
