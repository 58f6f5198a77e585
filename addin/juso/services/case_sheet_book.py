"""The register that the rules are asked about when a 受付票 is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from juso.core.sheet import Row
from juso.core.table import Table
from juso.koshu.case_sheet import ASSIGNED, CaseSheet
from juso.koshu.register import Register
from juso.koshu.sheets import SHEETS, Assessment, Case

NEW = "新規"  # what a case is called until it has a number


class NotOnFormError(Exception):
    """A rule looks at a sheet that a form by itself does not have."""


@dataclass(frozen=True, slots=True)
class OnForm(Mapping[type[Row], Table[Any]]):
    """The tables of a form alone: asked for any other sheet it refuses instead of saying none."""

    tables: Mapping[type[Row], Table[Any]]

    def __getitem__(self, row_type: type[Row]) -> Table[Any]:
        if row_type in SHEETS and row_type not in self.tables:
            raise NotOnFormError(row_type.sheet)
        return self.tables[row_type]

    def __iter__(self) -> Iterator[type[Row]]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)


def own_rows(sheet: CaseSheet, kind: type[Row], register: Register | None) -> Table[Any]:
    """The form's rows as the rules see them.

    A new case goes by a stand-in for its numbers; what the form has no line for comes from the
    register's row.
    """
    table = sheet.tables[kind]
    former = _former(sheet, kind, register)
    rows = [_named(_over(former, row, sheet)) for row in table.rows]
    problems = [
        p
        for p in table.problems
        if (kind, p.row_number, p.column.key) in sheet.places
        and not (p.problem is None and p.column.key in ASSIGNED)
    ]
    return replace(table, rows=rows, problems=problems)


def _former(sheet: CaseSheet, kind: type[Row], register: Register | None) -> Row | None:
    """The register's row of the case, of the sheets that have one row a case."""
    if register is None or sheet.is_new:
        return None
    if kind is Case:
        return register.case_by_no.get(sheet.case_no)
    return register.assessment_of.get(sheet.case_no) if kind is Assessment else None


def _over(former: Row | None, row: Row, sheet: CaseSheet) -> Row:
    if former is None:
        return row
    keys = (key for kind, number, key in sheet.places if (kind, number) == (type(row), 1))
    said = {key: getattr(row, key) for key in keys}
    said = {key: value for key, value in said.items() if value or key not in ASSIGNED}
    return former.replace(row_number=row.row_number, **said)


def _named(row: Row) -> Row:
    keys = ASSIGNED if isinstance(row, Case) else ASSIGNED[:1]
    return row.replace(**{key: getattr(row, key) or NEW for key in keys})


def placed(tables: Mapping[type[Row], Table[Any]], register: Register, case_no: str) -> Register:
    """The office's register with the form's rows in the place of the case's own."""
    changed = dict(register.tables)
    for kind, table in tables.items():
        if table.rows:
            others = (r for r in register.rows(kind) if r.case_no != case_no)  # type: ignore[attr-defined]
            changed[kind] = replace(table, rows=[*others, *table.rows])
    return Register(changed, register.today, register.settings)
