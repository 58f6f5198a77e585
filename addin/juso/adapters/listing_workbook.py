"""A listing as a workbook of its own, laid out as the register's sheet of that name."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from xlsxwriter.worksheet import Worksheet

from juso.adapters.cell_links import CellLinks
from juso.adapters.findings_workbook import MAX_LINKS
from juso.adapters.listing import Link, Listing
from juso.adapters.register_marks import condition_formats
from juso.adapters.register_results import field_format, lay_out
from juso.adapters.result_sheet import FIRST_ROW, OPENING_ROW
from juso.adapters.styles import FittingSheet, Styles, lines_in, new_workbook, put, row_height
from juso.core.calendar import era_date
from juso.core.cells import show


def write_listing(
    path: Path, listing: Listing, source: Path, today: date, place: Path | None = None
) -> None:
    """Write a listing; links lead from the folder of `place` to the cells of `source`."""
    title = f"{listing.sheet.title}　{era_date(today, weekday=True)}現在"
    book = new_workbook(path, title)
    styles, looks = Styles(book), condition_formats(book)
    sheet = book.add_worksheet(listing.sheet.title, FittingSheet)
    lay_out(book, sheet, styles, listing.sheet, looks, title)
    for row, text in enumerate(listing.opening, start=OPENING_ROW - 1):
        sheet.write_string(row, 0, text, styles(bold=True, text_wrap=False))
    link_to = partial(CellLinks(place or path, source).to, source.name)
    for row, cells in enumerate(listing.rows, start=FIRST_ROW - 1):
        _row(sheet, styles, listing, row, list(cells), link_to)
    book.close()


def _row(  # noqa: PLR0913, PLR0917 - where, how and what
    sheet: Worksheet, styles: Styles, listing: Listing, row: int, cells: list[Any], link_to: Any
) -> None:
    fields = listing.sheet.fields
    lines = 1
    for place, (field, cell) in enumerate(zip(fields, cells, strict=True)):
        style = styles(**field_format(field))
        if isinstance(cell, Link):
            url = link_to(cell.sheet, cell.cell) if row <= MAX_LINKS else ""
            if url:
                sheet.write_url(row, place, url, style, cell.cell, "台帳のこのセルを開きます")
            else:
                sheet.write_string(row, place, cell.cell, styles())
        else:
            put(sheet, row, place, cell, style)
            lines = max(lines, lines_in(show(cell), field.width - 1))
    sheet.set_row(row, row_height(lines))
