"""診断結果: the checks on one sheet of A4, to be handed to 情報係."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from juso.adapters.doctor.check import Check, summary
from juso.adapters.styles import (
    HEAD,
    YELLOW,
    Styles,
    lines_in,
    new_workbook,
    row_height,
    set_page,
)
from juso.core.calendar import era_date

TITLE = "診断結果"
HEADINGS = (("", 5), ("調べたこと", 29), ("わかったこと", 52), ("原因", 36), ("お願い", 46))
FILLS: dict[bool | None, dict[str, str]] = {
    True: {},
    False: {"bg_color": "#F8CBAD"},
    None: {"bg_color": YELLOW},
}
EXPLAINED = "○ 差し支えありません　× 直す必要があります　？ ここでは分からない、又は人が確かめます"
TABLE = 4  # row of the headings, 0-based


def write_diagnosis(path: Path, checks: Sequence[Check], day: date) -> None:
    """Write 診断結果 to `path`; the same checks and day give the same bytes."""
    book = new_workbook(path, TITLE)
    styles = Styles(book)
    sheet = book.add_worksheet(TITLE)
    plain = styles(text_wrap=False)
    sheet.write_string(0, 0, TITLE, styles(bold=True, font_size=14, text_wrap=False))
    sheet.set_row(0, 24)
    sheet.write_string(1, 0, f"調べた日：{era_date(day)}　{summary(checks)}", plain)
    sheet.write_string(2, 0, EXPLAINED, plain)
    _write_table(sheet, styles, checks)
    set_page(sheet, TITLE)
    sheet.repeat_rows(TABLE)
    sheet.fit_to_pages(1, 0)
    book.close()


def _write_table(sheet: Worksheet, styles: Styles, checks: Sequence[Check]) -> None:
    for place, (name, width) in enumerate(HEADINGS):
        sheet.set_column(place, place, width)
        sheet.write_string(TABLE, place, name, styles(**HEAD))
    for number, check in enumerate(checks, start=TABLE + 1):
        style = styles(border=1)
        symbol = styles(border=1, bold=True, align="center", **FILLS[check.ok])
        sheet.write_string(number, 0, check.symbol, symbol)
        cells = (check.name, check.found, check.cause, check.ask)
        for place, text in enumerate(cells, start=1):
            sheet.write_string(number, place, text, style)
        widths = [width for _, width in HEADINGS[1:]]
        sheet.set_row(number, row_height(max(map(lines_in, cells, widths))))
