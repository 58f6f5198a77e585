"""点検規則: every rule of the 点検, one a row, so that a number on 点検結果 can be looked up."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.register_marks import LOOKS
from juso.adapters.result_sheet import SYMBOLS
from juso.adapters.styles import (
    BLUE,
    HEAD,
    PALE,
    FittingSheet,
    Styles,
    lines_in,
    row_height,
    set_page,
)
from juso.services.rule_catalogue import (
    ABOUT,
    GRADES,
    MEANINGS,
    SETTINGS,
    TITLE,
    Section,
    sections,
)
from juso.services.rule_entry import UNSAID, Entry

LABELS = (
    "対象",
    "規則",
    "重要度",
    "決まり・左辺",
    "見る列・番号・関係と右辺・読み方の例",
    "設定・欠けているとき",
    "根拠・直し方",
)
WIDTHS = (18, 15, 11, 58, 44, 26, 38)
HEADING = 2  # row of the table's heading, 0-based


def write_rules(book: Workbook, styles: Styles, title: str) -> None:
    """点検規則: what it is and how to confirm, then the rules of every sheet, form and document."""
    sheet = book.add_worksheet(TITLE, FittingSheet)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    _opening(sheet, styles)
    sheet.write_row(HEADING, 0, LABELS, styles(**HEAD))
    row = HEADING + 1
    for section in sections():
        for entry in section.entries:
            _write(sheet, styles, row, section, entry)
            row += 1
    sheet.autofilter(HEADING, 0, row - 1, len(LABELS) - 1)
    sheet.freeze_panes(HEADING + 1, 2)
    set_page(sheet, title)
    sheet.repeat_rows(HEADING)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})


def _opening(sheet: Worksheet, styles: Styles) -> None:
    head = styles(bold=True, font_size=16, text_wrap=False, valign="vcenter")
    sheet.write_string(0, 0, TITLE, head)
    sheet.set_row(0, 26)
    grades = (f"{SYMBOLS[severity]}{severity}　{said}" for severity, said in MEANINGS.items())
    text = "\n".join((ABOUT, *grades, GRADES + SETTINGS))
    sheet.merge_range(1, 0, 1, len(LABELS) - 1, text, styles())
    sheet.set_row(1, row_height(lines_in(text, sum(WIDTHS) - 4)))


def _write(sheet: Worksheet, styles: Styles, row: int, section: Section, entry: Entry) -> None:
    first = entry is section.entries[0]
    cells = (section.title, *entry.cells)
    sheet.write_row(row, 0, cells, styles(border=1))
    subject = styles(border=1, bg_color=BLUE if first else PALE, bold=first)
    sheet.write_string(row, 0, section.title, subject)
    grade = "\n".join(f"{SYMBOLS[severity]}{severity}" for severity in entry.grades) or UNSAID
    look = LOOKS[entry.grades[0]] if entry.grades else {}
    sheet.write_string(row, 2, grade, styles(**{"border": 1} | look))
    sheet.set_row(row, row_height(max(map(lines_in, (*cells[:2], grade, *cells[3:]), WIDTHS))))
