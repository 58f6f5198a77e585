"""設定: the numbers and areas an office may change, and the windows and divisions of the plan."""

from __future__ import annotations

from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.register_inputs import filled, list_name
from juso.adapters.styles import DATE, HEAD, PALE, FittingSheet, Styles, put, set_page
from juso.koshu.choices import AREA
from juso.koshu.codes import Division, Program, Window
from juso.koshu.plan import SERVICES
from juso.koshu.settings import CLOSURE, THRESHOLDS, Settings

SETTINGS = "設定"
AREA_ROWS = 30
AREA_PLACE = 6
CLOSURE_ROWS = 20
CLOSURE_PLACE = 8
CLOSURE_RULE = {
    "validate": "date",
    "criteria": ">=",
    "value": date(2022, 4, 1),
    "input_title": CLOSURE,
    "input_message": (
        "土曜・日曜・祝日と12月29日～1月3日のほかに、市役所を閉める日を入力します。"
        "つなぎボードの営業日に数えません。"
    ),
    "error_title": CLOSURE,
    "error_message": "日付を「R8.8.14」又は「2026/8/14」の形で入力してください。",
}
TOP = 3  # row of the first section title, 0-based


def write_settings(book: Workbook, styles: Styles, settings: Settings, title: str) -> None:
    """設定: thresholds and areas to change, windows and divisions to look up."""
    sheet = book.add_worksheet(SETTINGS, FittingSheet)
    for place, width in enumerate((40, 12, 10, 58, 24, 3, 18, 3, 22)):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, "設定", styles(bold=True, font_size=16, text_wrap=False))
    sheet.set_row(0, 26)
    sheet.write_string(
        1,
        0,
        "白い欄は変えられます。値を空欄にすると標準の値で点検します。色の付いた欄は実施計画の内容です。",
        styles(text_wrap=False),
    )
    row = _thresholds(sheet, styles, settings)
    _areas(book, sheet, styles, settings)
    _closures(sheet, styles, settings)
    row = _windows(sheet, styles, row + 1)
    _divisions(sheet, styles, row + 1)
    set_page(sheet, title)
    sheet.fit_to_pages(1, 1)
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_columns": True, "format_rows": True, "objects": True})


def _heading(sheet: Worksheet, styles: Styles, row: int, title: str, *labels: str) -> None:
    sheet.write_string(row, 0, title, styles(bold=True, font_size=12, text_wrap=False))
    sheet.set_row(row, 19)
    sheet.write_row(row + 1, 0, labels, styles(**HEAD))


def _thresholds(sheet: Worksheet, styles: Styles, settings: Settings) -> int:
    _heading(sheet, styles, TOP, "点検の基準", "項目", "値", "単位", "説明")
    fixed, free = styles(border=1, bg_color=PALE), styles(border=1, locked=False, align="center")
    row = TOP + 2
    for threshold in THRESHOLDS:
        sheet.write_string(row, 0, threshold.label, fixed)
        sheet.write_number(row, 1, settings[threshold.key], free)
        sheet.write_string(row, 2, threshold.unit, fixed)
        sheet.write_string(row, 3, f"{threshold.note}標準は{threshold.value}です。", fixed)
        row += 1
    rule = {
        "validate": "integer",
        "criteria": "between",
        "minimum": 0,
        "maximum": 10_000,
        "input_title": "点検の基準",
        "input_message": "0以上の整数を入力します。空欄にすると標準の値になります。",
        "error_title": "点検の基準",
        "error_message": "0以上の整数を入力してください。",
    }
    sheet.data_validation(TOP + 2, 1, row - 1, 1, rule)
    return row


def _areas(book: Workbook, sheet: Worksheet, styles: Styles, settings: Settings) -> None:
    """The areas own their column: whatever stands below the heading is one."""
    sheet.write_string(
        TOP, AREA_PLACE, "地区の一覧", styles(bold=True, font_size=12, text_wrap=False)
    )
    sheet.write_string(TOP + 1, AREA_PLACE, AREA, styles(**HEAD))
    free = styles(border=1, locked=False)
    first = TOP + 2
    for number in range(max(AREA_ROWS, len(settings.areas))):
        area = settings.areas[number] if number < len(settings.areas) else None
        put(sheet, first + number, AREA_PLACE, area, free)
    last = first + max(AREA_ROWS, len(settings.areas))
    book.define_name(list_name(AREA), f"={filled(SETTINGS, 'G', first + 1, last)}")


def _closures(sheet: Worksheet, styles: Styles, settings: Settings) -> None:
    """The city's own closed days, like the areas in a column of their own."""
    sheet.write_string(
        TOP, CLOSURE_PLACE, "市の閉庁日", styles(bold=True, font_size=12, text_wrap=False)
    )
    sheet.write_string(TOP + 1, CLOSURE_PLACE, CLOSURE, styles(**HEAD))
    free = styles(border=1, locked=False, num_format=DATE, align="center")
    first, count = TOP + 2, max(CLOSURE_ROWS, len(settings.closures))
    for number in range(count):
        day = settings.closures[number] if number < len(settings.closures) else None
        put(sheet, first + number, CLOSURE_PLACE, day, free)
    sheet.data_validation(first, CLOSURE_PLACE, first + count - 1, CLOSURE_PLACE, CLOSURE_RULE)


def _windows(sheet: Worksheet, styles: Styles, row: int) -> int:
    labels = ("機関", "窓口", "コード", "所管課", "実施方式")
    _heading(sheet, styles, row, "4つの受付窓口（実施計画7(1)）", *labels)
    services = [s for s in SERVICES if s.program is Program.CONSULTATION]
    for number, service in enumerate(services, start=row + 2):
        window = Window(service.attribute)
        by = f"（{'、'.join(service.contractors)}）" if service.contractors else ""
        cells = (
            "・".join(service.site_names),
            window,
            window.code,
            "・".join(service.divisions),
            f"{service.operation}{by}",
        )
        sheet.write_row(number, 0, map(str, cells), styles(border=1, bg_color=PALE))
    return row + 2 + len(services)


def _divisions(sheet: Worksheet, styles: Styles, row: int) -> None:
    _heading(
        sheet, styles, row, "庁内連携委員会の4課（実施計画8(3)）", "課", "主な担当", "", "", ""
    )
    sheet.merge_range(row + 1, 1, row + 1, 4, "主な担当", styles(**HEAD))
    fixed = styles(border=1, bg_color=PALE)
    for number, division in enumerate(Division, start=row + 2):
        sheet.write_string(number, 0, division, fixed)
        sheet.merge_range(number, 1, number, 4, division.note, fixed)
