"""An .xls of Excel 97–2003, read by xlrd: a damaged one can hang or end a process with calamine."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from juso.adapters.form_sources.asides import comments_in, is_own
from juso.adapters.form_sources.source import Grid, OutOfSight, Told
from juso.adapters.hidden_cells import Place
from juso.adapters.laid_open import MERGED
from juso.adapters.refusal import AS_XLSX, DAMAGED, refuse, sentence_for
from juso.core.finding import address

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell, Sheet

TOLD = "古い形式（.xls）のファイルです。次からは .xlsx 形式で保存して提出してください。"
MAX_CELLS = 2_000_000
NO_RESULT = "=…"  # an .xls does not tell a formula nobody has calculated from an empty result


class XlsSource:
    """The sheets of an old workbook."""

    suffixes: Collection[str] = ()
    is_one_sheet = False

    def __init__(self, content: bytes, path: Path) -> None:
        self._path = path
        self._book = _opened(content, path)
        self._sheets: dict[str, Sheet] = {}
        self.told: Sequence[Told] = [Told(TOLD)]
        self.names = self._book.sheet_names()
        states = getattr(self._book, "_sheet_visibility", ())
        self.concealed = {name for name, state in zip(self.names, states, strict=False) if state}

    def rows(self, name: str) -> Grid:
        sheet = self._sheet(name)
        width = sheet.ncols
        if sheet.nrows * width > MAX_CELLS:
            refuse(self._path, f"のシート「{name}」は使われている範囲が広すぎます。{AS_XLSX}")
        with sentence_for(self._path, DAMAGED):
            rows = [list(map(self._value, sheet.row(n))) for n in range(sheet.nrows)]
        return [[*row, *[""] * (width - len(row))] for row in rows]

    def faults(self, name: str, seeming: Collection[Place]) -> Mapping[Place, str]:
        sheet, wanted = self._sheet(name), set(seeming)
        merged = {place: MERGED for place in _merged(sheet) if place in wanted}
        return merged | {place: fault for place in wanted if (fault := _fault(sheet, *place))}

    def out_of_sight(self, name: str) -> OutOfSight:
        sheet = self._sheet(name)
        rows = {n + 1 for n, info in sheet.rowinfo_map.items() if info.hidden}
        columns = {n for n, info in sheet.colinfo_map.items() if info.hidden}
        return OutOfSight(frozenset(rows), frozenset(columns))

    def asides(self, name: str) -> Sequence[str]:
        notes = self._sheet(name).cell_note_map
        cells = [address(row + 1, c) for (row, c), note in notes.items() if not is_own(note.text)]
        return [comments_in(cells)] if cells else []

    def _sheet(self, name: str) -> Sheet:
        if name not in self._sheets:
            with sentence_for(self._path, DAMAGED):
                self._sheets[name] = self._book.sheet_by_name(name)
        return self._sheets[name]

    def _value(self, cell: Cell) -> Any:
        from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, xldate

        if cell.ctype == XL_CELL_ERROR:
            return ""
        if cell.ctype == XL_CELL_BOOLEAN:
            return bool(cell.value)
        if cell.ctype == XL_CELL_DATE:
            try:
                return xldate.xldate_as_datetime(float(cell.value), self._book.datemode)
            except (xldate.XLDateError, ValueError, OverflowError):
                return cell.value
        return cell.value


def _opened(content: bytes, path: Path) -> Book:
    import xlrd

    with sentence_for(path, DAMAGED):
        return xlrd.open_workbook(
            file_contents=content,
            formatting_info=True,  # merged and hidden cells too
            on_demand=True,
            ragged_rows=True,
            logfile=io.StringIO(),
        )


def _merged(sheet: Sheet) -> Iterator[Place]:
    for top, bottom, left, right in sheet.merged_cells:
        if (bottom - top) * (right - left) <= MAX_CELLS:
            yield from (
                (row + 1, column) for row in range(top, bottom) for column in range(left, right)
            )


def _fault(sheet: Sheet, row: int, column: int) -> str:
    from xlrd import XL_CELL_ERROR, XL_CELL_TEXT, error_text_from_code

    if row > sheet.nrows or column >= sheet.row_len(row - 1):
        return ""
    cell = sheet.cell(row - 1, column)
    if cell.ctype == XL_CELL_ERROR:
        return error_text_from_code.get(int(cell.value), "#エラー")
    return NO_RESULT if cell.ctype == XL_CELL_TEXT and not cell.value else ""
