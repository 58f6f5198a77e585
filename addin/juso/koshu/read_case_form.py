"""The cells of a 受付票's two sheets to its rows, with the cell of each value."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from juso.core.cells import fold, is_blank, show
from juso.core.finding import address
from juso.core.sheet import Column, Row
from juso.core.table import Table, read_table
from juso.koshu.case_form import FormSheet, Head, Variant, plain_label
from juso.koshu.case_form_cells import Cell, Fields, Page, find_fields, find_table
from juso.koshu.case_form_head import text_of, with_head
from juso.koshu.case_form_sheets import APPLICATION, FORM_SHEETS, columns_of
from juso.koshu.case_form_texts import HOW_TO_TABLE
from juso.koshu.case_sheet import SHEETS_ON_FORM, CaseSheet, Spot
from juso.koshu.check_case_form import FormCells, check_form_cells
from juso.koshu.personal_number import holds_personal_number
from juso.koshu.sheets import Case

Lists = Mapping[str, Collection[str]]
COUNTED = frozenset({"number"})  # printed in the empty rows of a table too
CASE_NO = "case_no"


@dataclass(slots=True)
class _Found:
    """The rows found so far: a cell for each column's key."""

    rows: dict[type[Row], list[dict[str, Cell]]] = field(default_factory=dict)
    keys: dict[type[Row], tuple[str, ...]] = field(default_factory=dict)
    titles: dict[type[Row], str] = field(default_factory=dict)
    head: dict[str, Cell] = field(default_factory=dict)
    doubled: list[tuple[str, str, Cell]] = field(default_factory=list)


def read_case_form(
    blank: CaseSheet, pages: Mapping[str, tuple[str, Page]], lists: Lists
) -> CaseSheet:
    """Read a form; `pages` holds the name and the cells of each form sheet that is there.

    `blank` only knows its file; `lists` are the open lists by name.
    """
    found = _Found()
    for sheet in FORM_SHEETS:
        if sheet.title in pages:
            _read_page(found, sheet, *pages[sheet.title])
    read = with_head(blank, found.head)
    places: dict[Spot, tuple[str, str]] = {}
    tables = {row_type: _table(row_type, found, lists, places) for row_type in SHEETS_ON_FORM}
    case_no = found.rows[Case][0].get(CASE_NO) if found.rows.get(Case) else None
    title = found.titles.get(Case, "")
    read = replace(
        read,
        case_no=fold(text_of(case_no)).upper(),
        tables=_expected(tables, read.variant),
        places=places,
        head={line: (title, address(c.row, c.column)) for line, c in found.head.items()},
    )
    cells = FormCells(found.head, tuple(found.doubled), pages)
    return replace(read, findings=tuple(check_form_cells(read, cells)))


def labels_of(sheet: FormSheet) -> dict[str, str]:
    """The search keys of a sheet's labels beside their entries -> `Case.name`, or a head line."""
    found = {
        key: name
        for section in sheet.sections
        if not section.is_table
        for column in section.columns
        for key, name in _keys(section.row_type, column)
    }
    if sheet is APPLICATION:
        found |= {plain_label(line): line for line in Head}
    return found


def _keys(row_type: type[Row], column: Column) -> Iterator[tuple[str, str]]:
    for label in (column.label, *column.aliases):
        yield plain_label(label), f"{row_type.__name__}.{column.key}"


def _read_page(found: _Found, sheet: FormSheet, title: str, page: Page) -> None:
    labels = labels_of(sheet)
    ends = {*labels, plain_label(HOW_TO_TABLE), *(plain_label(s.title) for s in sheet.sections)}
    in_tables: set[int] = set()
    for section in sheet.sections:
        if section.is_table:
            keys = dict(pair for c in section.columns for pair in _keys(section.row_type, c))
            in_tables |= _read_table_rows(found, section.row_type, page, keys, ends)
    rows = [number for number in range(len(page.rows)) if number not in in_tables]
    fields = find_fields(page, labels, rows)
    for section in sheet.sections:
        found.titles[section.row_type] = title
        if not section.is_table:
            row = _cells_of(fields, section.row_type)
            found.rows[section.row_type] = [row]
            found.keys[section.row_type] = tuple(row)
    found.head |= {name: fields.cells[name] for name in Head if name in fields.cells}
    found.doubled += [(title, name, cell) for name, cell in fields.doubled]


def _cells_of(fields: Fields, row_type: type[Row]) -> dict[str, Cell]:
    prefix = f"{row_type.__name__}."
    return {
        name.removeprefix(prefix): cell
        for name, cell in fields.cells.items()
        if name.startswith(prefix)
    }


def _read_table_rows(
    found: _Found, row_type: type[Row], page: Page, keys: Mapping[str, str], ends: Collection[str]
) -> set[int]:
    """Note the rows of one table that somebody filled in; the 0-based rows it covers."""
    table = find_table(page, keys, ends)
    if table is None:
        return set()
    names = [name.rpartition(".")[2] for name in table.names]
    rows = [dict(zip(names, cells, strict=True)) for cells in table.rows]
    found.rows[row_type] = [row for row in rows if _is_filled(row)]
    found.keys[row_type] = tuple(names)
    return {cell.row - 1 for cells in table.rows for cell in cells}


def _is_filled(row: Mapping[str, Cell]) -> bool:
    return any(
        not is_blank(cell.raw) and not (key in COUNTED and fold(show(cell.raw)).isdecimal())
        for key, cell in row.items()
    )


def _table(
    row_type: type[Row], found: _Found, lists: Lists, places: dict[Spot, tuple[str, str]]
) -> Table[Any]:
    """The typed rows of one kind; an assessment nobody began is none."""
    rows = found.rows.get(row_type, [])
    if row_type is not Case:
        rows = [row for row in rows if _is_filled(row)]
    keys = found.keys.get(row_type, ())
    columns = [column for column in row_type.columns if column.key in keys or _is_case_no(column)]
    case_no = found.rows[Case][0].get(CASE_NO) if found.rows.get(Case) else None
    for number, row in enumerate(rows, start=1):
        for key, cell in row.items():
            at = address(cell.row, cell.column)
            places[row_type, number, key] = found.titles[row_type], at
    cells = [[_raw(row, column, case_no) for column in columns] for row in rows]
    heading = [column.label for column in columns]
    return _numbered(read_table(row_type, [heading, *cells], lists, holds_personal_number))


def _is_case_no(column: Column) -> bool:
    return column.key == CASE_NO


def _raw(row: Mapping[str, Cell], column: Column, case_no: Cell | None) -> Any:
    cell = row.get(column.key, case_no if _is_case_no(column) else None)
    return "" if cell is None else cell.raw


def _numbered(table: Table[Any]) -> Table[Any]:
    """The same with rows 1, 2 …: on the form the headings stand in no row above them."""
    table.rows = [row.replace(row_number=row.row_number - 1) for row in table.rows]
    table.problems = [replace(p, row_number=p.row_number - 1) for p in table.problems]
    table.watched = [(number - 1, column) for number, column in table.watched]
    table.header_row = 0
    return table


def _expected(
    tables: Mapping[type[Row], Table[Any]], variant: str
) -> Mapping[type[Row], Table[Any]]:
    """Only what this kind of form, or either kind, should have is missing where not found."""
    kinds = [Variant(variant)] if variant else list(Variant)
    for row_type, table in tables.items():
        expected = set.intersection(*(set(columns_of(row_type, kind)) for kind in kinds))
        table.missing = [column for column in table.missing if column in expected]
    return tables
