"""受付票 as text in tests: rows under the register's headings, each value at a cell of the form."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from juso.core.calendar import parse_date
from juso.core.change import Change
from juso.core.sheet import column_index
from juso.koshu.case_sheet import FORM_VERSION, SHEETS_ON_FORM, CaseSheet, fingerprint
from juso.services.receiving.form import number_of
from tables import cells_of, table_of

OFFICE = "c0ffee123456"


def case_sheet(text: str = "", **facts: Any) -> CaseSheet:
    """The form with the rows of `text`; what its headings name is on the form.

    The value of row 2 under 氏名 of 相談受付簿 stands in cell `氏名2` of the sheet.
    """
    tables = {row_type: _empty(row_type) for row_type in SHEETS_ON_FORM}
    places = {}
    for title, cells in cells_of(text).items():
        table = table_of(title, cells)
        table.rows = [row.replace(row_number=n) for n, row in enumerate(table.rows, start=1)]
        tables[table.row_type] = table
        for row in table.rows:
            for key in table.positions:
                label = table.row_type.columns[column_index(table.row_type, key)].label
                places[table.row_type, row.row_number, key] = (title, f"{label}{row.row_number}")
    known = {
        "file": "受付票.xlsx",
        "sha256": sha256(text.encode()).hexdigest(),
        "serial": "U-1",
        "version": FORM_VERSION,
        "year": "R7",
        "office_id": OFFICE,
        "case_no": "",
        "tables": tables,
        "places": places,
    }
    if isinstance(facts.get("sent_on"), str):
        facts["sent_on"] = parse_date(facts["sent_on"])
    return CaseSheet(**{**known, **facts})


def base_of(sheet: CaseSheet) -> dict[Any, str]:
    """What a form carries when it was made with the values of `sheet`."""
    return {
        (kind, number_of(row) or 1, key): fingerprint(row[column_index(kind, key)])
        for kind, line, key in sheet.places
        for row in [sheet.tables[kind].rows[line - 1]]
    }


def _empty(row_type: Any) -> Any:
    table = table_of(row_type.sheet, [[column.label for column in row_type.columns]])
    table.positions.clear()
    return table


def in_short(changes: Iterable[Change]) -> list[str]:
    """`相談受付簿 2行目 R7-0001 担当者：佐藤→田中`; a new row is 新."""
    return [
        " ".join(
            [
                change.row_type.sheet,
                f"{change.row_number}行目" if change.row_number else "新",
                change.key,
                "、".join(_cells(change)),
            ]
        )
        for change in changes
    ]


def _cells(change: Change) -> Iterable[str]:
    labels = {column.key: column.label for column in change.row_type.columns}
    for key, (old, new) in change.cells.items():
        arrow = "" if change.is_new else f"{_shown(old)}→"
        yield f"{labels[key]}：{arrow}{_shown(new)}"


def _shown(value: Any) -> str:
    if value in (None, (), False):
        return "空"
    return "・".join(map(str, value)) if isinstance(value, tuple) else str(value)
