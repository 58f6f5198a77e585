"""The sheets behind a 受付票: コード表 with its lists, 控え with what the register held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from xlsxwriter import Workbook

from juso.adapters.register_inputs import list_name, list_title
from juso.adapters.styles import HEAD, Styles, put, set_page, text_width
from juso.core.finding import column_letters
from juso.core.sheet import Row
from juso.koshu.case_form import CODES_SHEET, COPY_SHEET
from juso.koshu.case_form_sheets import columns_of
from juso.koshu.case_sheet import SHEETS_ON_FORM, fingerprint
from juso.koshu.sheets import FamilyMember, Problem

Lists = Mapping[str, Sequence[str]]  # the open lists by name


def write_lists(book: Workbook, styles: Styles, lists: Lists) -> None:
    """コード表: a column for each list, so that names can be looked up and copied from it.

    Of it only the open lists are printed: the others stand on the form or are picked in Excel.
    """
    sheet = book.add_worksheet(CODES_SHEET)
    set_page(sheet, "受付票の選択肢", landscape=False)
    for place, (title, values) in enumerate(_lists(lists).items()):
        width = max(map(text_width, (title, *values)), default=8) + 2
        sheet.set_column(place, place, width)
        put(sheet, 0, place, title, styles(**HEAD))
        for row, value in enumerate(values, start=1):
            put(sheet, row, place, value, styles(border=1, text_wrap=False))
        letter = column_letters(place)
        last = max(len(values), 1) + 1
        book.define_name(list_name(title), f"='{CODES_SHEET}'!${letter}$2:${letter}${last}")
    sheet.freeze_panes(1, 0)
    sheet.print_area(0, 0, max(map(len, lists.values()), default=0), max(len(lists) - 1, 0))
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"format_columns": True})


def _lists(lists: Lists) -> dict[str, Sequence[str]]:
    """Every list a column of the form uses, the open ones first."""
    found: dict[str, Sequence[str]] = dict(lists)
    for row_type in SHEETS_ON_FORM:
        for column in columns_of(row_type, None):
            if column.is_code:
                members = [str(member) for member in column.kind]  # type: ignore[attr-defined]
                found.setdefault(list_title(column.kind), members)
    return found


def write_copy(book: Workbook, rows: Iterable[Row]) -> None:
    """控え: hidden; fingerprints tell later what was changed on the form, what in the register."""
    sheet = book.add_worksheet(COPY_SHEET)
    for number, line in enumerate(_fingerprints(rows)):
        sheet.write_row(number, 0, line)
    sheet.hide()


def _fingerprints(rows: Iterable[Row]) -> Iterator[tuple[str, int, str, str]]:
    for row in rows:
        number = row.number if isinstance(row, FamilyMember | Problem) else 1
        for column in columns_of(type(row), None):
            if value := getattr(row, column.key):
                yield row.sheet, number, column.key, fingerprint(value)
