"""How a sheet of the register is printed: A4, its heading and key columns on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.register_columns import column_width, key_columns
from juso.adapters.register_inputs import filled
from juso.adapters.styles import set_page
from juso.core.finding import column_letters
from juso.core.sheet import Row

SCALE = 65
PAGE_UNITS = 180  # half-width characters across A4 landscape at SCALE
ONE_PAGE = 230  # a sheet this wide still reads when squeezed onto one page


def set_print(book: Workbook, sheet: Worksheet, row_type: type[Row], last: int, title: str) -> None:
    """One page wide where that can be read; else over several, the pages of a row together."""
    set_page(sheet, title)
    sheet.hide_gridlines(0)  # 0 prints them
    sheet.repeat_rows(0)
    widths = [column_width(c) + 1 for c in row_type.columns]
    keys = key_columns(row_type)
    if sum(widths) <= ONE_PAGE:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(SCALE)
        sheet.repeat_columns(0, keys - 1)
        sheet.set_v_pagebreaks(page_breaks(widths, keys))
        sheet.print_across()
    _set_area(book, sheet, last, column_letters(len(widths) - 1))


def page_breaks(widths: Sequence[float], keys: int) -> list[int]:
    """Columns that start a new page: as few pages as can be, about equally filled."""
    capacity = PAGE_UNITS
    breaks = _breaks(widths, keys, capacity)
    while len(closer := _breaks(widths, keys, capacity - 1)) == len(breaks):
        capacity, breaks = capacity - 1, closer
    return breaks


def _breaks(widths: Sequence[float], keys: int, capacity: float) -> list[int]:
    """Page breaks when pages take `capacity` and the first `keys` columns repeat on each."""
    repeated = sum(widths[:keys])
    breaks, used = [], repeated
    for place in range(keys, len(widths)):
        if used + widths[place] > capacity:
            breaks.append(place)
            used = repeated
        used += widths[place]
    return breaks


def _set_area(book: Workbook, sheet: Worksheet, last: int, to: str) -> None:
    """Print the filled rows only: spare formulas would make pages of empty lines.

    Excel follows a print area that is a formula; openpyxl warns of one unless it stands
    behind a name of its own.
    """
    name = "印刷_" + re.sub(r"\W", "_", sheet.name)
    book.define_name(name, f"={filled(sheet.name, 'A', 1, last, to=to)}")
    book.define_name(f"{sheet.name}!_xlnm.Print_Area", f"={name}")
