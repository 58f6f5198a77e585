"""Sheet 締め後修正: figures of settled months that a later version changed, as published and now."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.merged_tables import LINE, start_sheet
from juso.adapters.styles import INTEGER, YELLOW, Styles, lines_in, put, row_height
from juso.core.calendar import era_date
from juso.koshu.tally.items import form, items_by_code
from juso.services.tally.merged import Merged
from juso.services.tally.revisions import Correction, Stated

CORRECTIONS = "締め後修正"
HEADINGS = (
    ("窓口", 6),
    ("名称", 13),
    ("月", 8),
    ("項目コード", 11),
    ("項目", 36),
    ("単位", 6),
    ("公表値", 10),
    ("公表した版", 10),
    ("修正値", 10),
    ("修正した版", 10),
    ("受付日", 18),
    ("理由", 44),
)
NOTE = (
    "確定（公表）したあとで変わった数です。この統合の数は修正値です。公表値での統合は "
    "`juso merge OFFICE --published` で、確定を取り消さないかぎり、いつでも同じものをつくれます。"
)
NUMBER = {**LINE, "align": "right", "num_format": INTEGER}


def write_corrections(book: Workbook, styles: Styles, merged: Merged) -> None:
    """One line a figure; no sheet where nothing was corrected."""
    if not merged.corrections:
        return
    sheet = start_sheet(book, styles, CORRECTIONS, HEADINGS, NOTE)
    sheet.freeze_panes(3, 5)
    for row, correction in enumerate(merged.corrections, start=3):
        _write(sheet, styles, row, correction)
    sheet.autofilter(2, 0, 2 + len(merged.corrections), len(HEADINGS) - 1)


def _write(sheet: Worksheet, styles: Styles, row: int, c: Correction) -> None:
    item = items_by_code(c.form)[c.item]
    texts = (c.form, form(c.form).name, str(c.month), c.item, item.label, item.unit)
    for column, text in enumerate(texts):
        put(sheet, row, column, text, styles(**LINE))
    _put_figure(sheet, styles, row, 6, c.published)
    _put_figure(sheet, styles, row, 8, c.corrected)
    version = f"第{c.version}版" if c.version else "受付前"
    centred = styles(**LINE, align="center")
    put(sheet, row, 7, f"第{c.published_version}版", centred)
    put(sheet, row, 9, version, centred)
    put(sheet, row, 10, era_date(c.at) if c.at else "", centred)
    fill = {} if c.reason else {"bg_color": YELLOW}
    reason = c.reason or "理由がありません。"
    put(sheet, row, 11, reason, styles(**LINE, **fill))
    sheet.set_row(row, row_height(max(lines_in(reason, 44), lines_in(item.label, 36))))


def _put_figure(sheet: Worksheet, styles: Styles, row: int, column: int, figure: Stated) -> None:
    """A number as a number, everything else in words."""
    if figure.value is None or figure.text == "－":
        put(sheet, row, column, figure.text, styles(**LINE, align="right"))
    else:
        put(sheet, row, column, figure.value, styles(**NUMBER))
