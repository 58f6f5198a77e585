"""支援台帳.xlsx as typed rows: sheets by name, columns by heading, settings from their sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from juso.adapters.excel_file import open_workbook, package_of, read_sheet, rows_of
from juso.adapters.hidden_cells import HiddenCells
from juso.adapters.laid_open import laid_open, merged_cells
from juso.core.cells import Broken, Choices, fold, is_blank, reader, show
from juso.core.errors import JusoError
from juso.core.memory import no_collection
from juso.core.sheet import Column, Row
from juso.core.table import HEADER_DEPTH, Table, read_table
from juso.koshu.agency_names import agency_names
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.personal_number import holds_personal_number
from juso.koshu.register import Register
from juso.koshu.settings import CLOSURE, DEFAULT_AREAS, THRESHOLDS, Settings
from juso.koshu.sheets import SHEETS, Agency

SETTINGS_SHEET = "設定"
READ_CLOSURE = reader(Column(label=CLOSURE, kind=date))


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A register as read, with the sheets that were looked for in vain."""

    path: Path
    register: Register
    missing: tuple[type[Row], ...]

    @property
    def gap(self) -> str:
        """The first sheet or heading that the register lacks; '' when it is whole.

        One made by an earlier version is whole without the optional columns added since.
        """
        for row_type in self.missing:
            return f"シート「{row_type.sheet}」"
        for table in self.register.tables.values():
            for column in table.missing:
                if column.required or not column.since:
                    return f"シート「{table.row_type.sheet}」の見出し「{column.label}」"
        return ""

    def whole(self) -> RegisterFile:
        """The register if it has all its sheets: documents are made from nothing less.

        JusoError that names what is missing.
        """
        if self.gap:
            raise JusoError(
                f"{self.path} に{self.gap}がありません。"
                "「点検」で直すところを確かめ、元に戻してから、もう一度お試しください。"
            )
        return self


class Recall:
    """The sheets of the register read last: one whose cells are the same is not read again.

    Comparing a sheet's cells costs a tenth of reading them into typed rows.
    """

    def __init__(self) -> None:
        self._path: Path | None = None
        self._seen: dict[type[Row], tuple[Any, Mapping[str, Any], Table[Any]]] = {}

    def of(self, path: Path) -> Recall:
        """What is known of that register; nothing when another one was read last."""
        if path != self._path:
            self._path, self._seen = path, {}
        return self

    def row(self, row_type: type[Row], number: int) -> Sequence[Any]:
        """The cells of an Excel row as they were read."""
        cells: Sequence[Any] = self._seen[row_type][0][number - 1]
        return cells

    def table(self, row_type: type[Row], rows: Any, lists: Mapping[str, Any]) -> Table[Any]:
        """The table of a sheet."""
        known = self._seen.get(row_type)
        if known and known[0] == rows and known[1] == lists:
            return known[2]
        table = read_table(row_type, rows, lists, holds_personal_number)
        self._seen[row_type] = rows, dict(lists), table
        return table


def read_register(
    path: Path,
    today: date,
    workbook: CalamineWorkbook | None = None,
    password: str | None = None,
) -> RegisterFile:
    """Read the sheets of a register; `workbook` where the file has been opened already.

    JusoError when the file is no workbook or holds none of the register's sheets.
    """
    workbook = workbook or open_workbook(path, password)
    with HiddenCells(package_of(path, password)) as hidden:

        def rows(name: str) -> Iterable[list[Any]]:
            sheet = read_sheet(workbook, name, path, ours=True)
            covered = {} if name == SETTINGS_SHEET else merged_cells(sheet)
            cells = rows_of(sheet, path)
            opening = list(islice(cells, HEADER_DEPTH))
            faults = hidden.on(name, _computed_columns(name, opening))
            return laid_open(chain(opening, cells), faults, covered)

        return register_from(workbook.sheet_names, rows, path, today)


def _computed_columns(sheet: str, opening: Iterable[Sequence[Any]]) -> set[int]:
    """Where the columns stand that nobody types into."""
    columns = (c for row_type in SHEETS if row_type.sheet == sheet for c in row_type.columns)
    labels = {c.label for c in columns if c.computed}
    return {place for row in opening for place, heading in enumerate(row) if heading in labels}


def register_from(
    sheet_names: Iterable[str],
    rows_on: Callable[[str], Iterable[Sequence[Any]]],
    path: Path,
    today: date,
    recall: Recall | None = None,
) -> RegisterFile:
    """A register from wherever its sheets can be read: a closed file or an open workbook."""
    recall = recall or Recall()
    names = {fold(name): name for name in sheet_names}
    found = [row_type for row_type in SHEETS if fold(row_type.sheet) in names]
    if not found:
        raise JusoError(
            f"{path} には支援台帳のシート（相談受付簿など）がありません。支援台帳のファイルを指定してください。"
        )
    cells = list(rows_on(names[SETTINGS_SHEET])) if SETTINGS_SHEET in names else []
    settings = _settings(cells, path)
    lists: dict[str, Choices] = {AREA: settings.areas}
    tables: dict[type[Row], Table[Any]] = {}
    with no_collection():
        for row_type in sorted(found, key=lambda r: r is not Agency):
            rows = rows_on(names[fold(row_type.sheet)])
            tables[row_type] = recall.table(row_type, rows, lists)
            if row_type is Agency:
                lists[AGENCY] = agency_names(tables[row_type].rows)
    missing = tuple(row_type for row_type in SHEETS if row_type not in found)
    return RegisterFile(path, Register(tables, today, settings), missing)


def _settings(cells: Sequence[Sequence[Any]], path: Path) -> Settings:
    """The thresholds (label, value) and the list under the heading 地区; defaults elsewhere."""
    typed = {fold(show(row[0])): row[1] for row in cells if len(row) > 1 and row[0]}
    numbers = {}
    for threshold in THRESHOLDS:
        raw = typed.get(fold(threshold.label))
        if is_blank(raw):
            numbers[threshold.key] = threshold.value
        elif isinstance(raw, float) and raw.is_integer() and raw >= 0:
            numbers[threshold.key] = int(raw)
        else:
            raise JusoError(
                f"{path} の「設定」シートの「{threshold.label}」は「{show(raw)}」になっています。"
                f"0以上の整数（標準は{threshold.value}）を入力してください。"
            )
    typed_areas = (cell for cell in _below(AREA, cells) if not isinstance(cell, Broken))
    areas = tuple(area for cell in typed_areas if (area := show(cell)))
    return Settings(numbers, areas or DEFAULT_AREAS, tuple(_closures(cells, path)))


def _closures(cells: Sequence[Sequence[Any]], path: Path) -> Iterator[date]:
    """The days under the heading 閉庁日; a register made earlier has no such heading."""
    for raw in _below(CLOSURE, cells):
        if is_blank(raw):
            continue
        day = READ_CLOSURE(raw).value
        if day is None:
            raise JusoError(
                f"{path} の「設定」シートの「{CLOSURE}」に「{show(raw)}」とあります。"
                "「令和8年8月14日」又は「2026/8/14」の形の日付を入力してください。"
            )
        yield day


def _below(heading: str, cells: Sequence[Sequence[Any]]) -> list[Any]:
    """What stands in the column below a heading, wherever on the sheet it is."""
    for number, row in enumerate(cells):
        for place, value in enumerate(row):
            if fold(show(value)) == heading:
                return [r[place] for r in cells[number + 1 :] if place < len(r)]
    return []
