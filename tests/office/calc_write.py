"""Writing a block into a live Calc sheet with what Excel's Range.Value does to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from office.area import Area, columns_of, runs_of
from office.calc_formats import LOGICAL, TEXT, Format
from office.calc_read import error_codes
from office.com_error import ComError
from office.excel_entry import Entry, Kind, as_text, entry
from office.excel_formula import to_calc

if TYPE_CHECKING:
    from office.calc_sheet import Sheet

SYNTAX_ERRORS = {501, 507, 508, 509, 510, 511, 520}  # LibreOffice's codes for what is no formula
GENERAL, BOOLEAN = "General", "BOOLEAN"

Block = Sequence[Sequence[Any]]


def put(sheet: Sheet, area: Area, block: Block) -> None:
    """Fill `area`; ComError where Excel refuses. The values go in by one call, formats before.

    Unlike Excel, LibreOffice takes away the notes of cells written to.
    """
    sheet.refuse_locked(area)
    try:
        entries = [[entry(value) for value in row] for row in block]
    except ValueError as error:
        raise ComError(str(error)) from error
    for number_format, cells in _formats(sheet, area, block, entries).items():
        sheet.formats.apply(sheet.index - 1, runs_of(cells), number_format)
    cells = sheet.cells_of(area)
    if any(e.kind is Kind.FORMULA for row in entries for e in row):
        cells.setFormulaArray(tuple(tuple(map(_input, row)) for row in entries))
        _refuse_syntax_errors(cells, area)
    else:
        cells.setDataArray(tuple(tuple(e.value for e in row) for row in entries))


def _formats(
    sheet: Sheet, area: Area, block: Block, entries: list[list[Entry]]
) -> dict[str, list[tuple[int, int]]]:
    """The cells whose number format changes by the entry; entries in text cells become texts."""
    changed = defaultdict(list)
    special = [part.moved(area.top, area.left) for part in columns_of(_special(entries))]
    for part, now in sheet.formats.each(sheet.index - 1, special):
        for row in range(part.top - area.top, part.bottom - area.top + 1):
            for column in range(part.left - area.left, part.right - area.left + 1):
                if now.type & TEXT:
                    entries[row][column] = Entry(as_text(block[row][column]))
                elif wanted := _new_format(entries[row][column], now):
                    changed[wanted].append((row + area.top, column + area.left))
    return changed


def _new_format(one: Entry, now: Format) -> str:
    """The number format a cell takes on with an entry; '' when it keeps the one it has."""
    if one.kind is Kind.TEXT:
        return ""
    if one.kind is Kind.LOGICAL:
        return "" if now.type & LOGICAL else BOOLEAN
    if now.type & LOGICAL:
        return one.number_format or GENERAL
    return one.number_format if now.is_general else ""


def _special(entries: list[list[Entry]]) -> Iterator[tuple[int, int]]:
    """The cells whose number format matters: all that do not simply hold their text."""
    for i, row in enumerate(entries):
        for j, one in enumerate(row):
            if one.kind is not Kind.TEXT:
                yield i, j


def _input(one: Entry) -> str:
    """An entry as one types it into LibreOffice in English."""
    if one.kind is Kind.FORMULA:
        return to_calc(str(one.value))
    if one.kind is Kind.TEXT:
        return f"'{one.value}" if one.value else ""
    return repr(one.value)


def _refuse_syntax_errors(cells: Any, area: Area) -> None:
    for row, column, code in error_codes(cells, area):
        if code in SYNTAX_ERRORS:
            raise ComError(f"no formula in {Area.cell(area.top + row, area.left + column).address}")
