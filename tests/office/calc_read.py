"""The values of a block of a live Calc sheet, as Excel's Range.Value gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from office.area import Area, columns_of
from office.calc_formats import DATE, LOGICAL
from office.excel_dates import EPOCH

if TYPE_CHECKING:
    from office.calc_sheet import Sheet

DATETIME_CELLS, ERROR_RESULTS = 2, 4  # com.sun.star.sheet.CellFlags, FormulaResult
ERRORS = {32767: "#N/A", 524: "#REF!", 525: "#NAME?", 532: "#DIV/0!", 502: "#NUM!", 503: "#NUM!"}
FIRST_SURE_DAY = 366.0  # what is less may be a time of day or a duration
LIKELY_DAYS = range(20_000, 60_000)  # 1954 to 2064: what a formula that gives a day gives

Rows = list[list[Any]]


class CellError(str):
    """The text of an error such as #N/A."""

    __slots__ = ()


def values(sheet: Sheet, area: Area) -> Rows:
    """Texts, numbers, booleans, datetimes, errors; '' for an empty cell.

    A cell formatted as a time only is a number, as (by knowledge, not by trial) in Excel.
    """
    cells = sheet.cells_of(area)
    data = cells.getDataArray()
    rows = list(map(list, data))
    kinds = [set(map(type, column)) for column in zip(*data, strict=True)]
    if numbers := [place for place, kind in enumerate(kinds) if float in kind]:
        dates = cells.queryContentCells(DATETIME_CELLS).getRangeAddresses()
        doubtful = _date(rows, area, [Area.of(address) for address in dates])
        doubtful += _dubious(rows, numbers)
        _settle(sheet, rows, area, doubtful)
    if type(None) in set().union(*kinds):
        for row, column, code in error_codes(cells, area):
            rows[row][column] = CellError(ERRORS.get(code, "#VALUE!"))
    return rows


def error_codes(cells: Any, area: Area) -> Iterator[tuple[int, int, int]]:
    """Row and column, from the corner of the block, and code of each formula in error."""
    found = cells.queryFormulaCells(ERROR_RESULTS).getRangeAddresses()
    for row, column in _places(area, [Area.of(address) for address in found]):
        yield row, column, cells.getCellByPosition(column, row).getError()


def _date(rows: Rows, area: Area, dates: list[Area]) -> list[tuple[int, int]]:
    """Turn numbers into dates in place; the cells that may be times instead are given back."""
    doubtful = []
    for row, column in _places(area, dates):
        if rows[row][column] >= FIRST_SURE_DAY:
            rows[row][column] = moment(rows[row][column])
        else:
            doubtful.append((row, column))
    return doubtful


def _dubious(rows: Rows, columns: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers that may be a boolean, or a date that a formula gives; they are in `columns`."""
    first, last = LIKELY_DAYS.start, LIKELY_DAYS.stop
    return [
        (i, j)
        for j in columns
        for i, row in enumerate(rows)
        if row[j].__class__ is float and (row[j] in (0.0, 1.0) or first <= row[j] < last)
    ]


def _settle(sheet: Sheet, rows: Rows, area: Area, doubtful: list[tuple[int, int]]) -> None:
    """Let the number format say what the doubtful numbers are."""
    here = [part.moved(area.top, area.left) for part in columns_of(doubtful)]
    cells = set(doubtful)
    for part, number_format in sheet.formats.each(sheet.index - 1, here):
        if not number_format.type & (DATE | LOGICAL):
            continue
        for row, column in cells.intersection(_places(area, [part])):
            value = rows[row][column]
            if number_format.type & DATE:
                rows[row][column] = moment(value)
            elif value in (0.0, 1.0):
                rows[row][column] = bool(value)


def _places(area: Area, parts: list[Area]) -> Iterator[tuple[int, int]]:
    """The cells (row, column) of `parts`, counted from the corner of `area`."""
    for part in parts:
        for row in range(part.top - area.top, part.bottom - area.top + 1):
            for column in range(part.left - area.left, part.right - area.left + 1):
                yield row, column


@lru_cache(maxsize=50_000)
def moment(serial: float) -> datetime:
    """The datetime of Excel's number."""
    return EPOCH + timedelta(seconds=round(serial * 86400))
