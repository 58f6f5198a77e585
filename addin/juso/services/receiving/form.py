"""One 受付票 on its way into the register, with what the office remembers of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from juso.core.cells import fold, show, to_cell
from juso.core.finding import Finding, Severity
from juso.core.sheet import Column, Row, column_index
from juso.koshu.case_sheet import ASSIGNED, CaseSheet, fingerprint
from juso.koshu.received import Receipts
from juso.koshu.register import Register
from juso.koshu.rules.cell_rules import CellRule
from juso.koshu.sheets import Case
from juso.services.receiving.compare import BLANK

CASE_NO, HOUSEHOLD_NO, NUMBER = "case_no", "household_no", "number"


@dataclass(frozen=True, slots=True)
class Form:
    """A form, the case it is about, and the copies of it that were taken before."""

    sheet: CaseSheet
    case_no: str = ""  # '' for a case that has no number yet
    household_no: str = ""  # remembered with the number; '' where a form names a case
    copies: tuple[CaseSheet, ...] = ()  # other copies taken before, oldest first
    is_taken: bool = False  # this very file
    is_latest: bool = True  # no newer copy was taken after it
    last_sent_on: date | None = None  # 提出日 of the copy taken last

    @classmethod
    def of(cls, sheet: CaseSheet, receipts: Receipts, copies: Sequence[CaseSheet] = ()) -> Form:
        """A form with what is remembered of its serial; `copies` as far as they could be read."""
        taken = receipts.of_serial(sheet.serial)
        is_taken = any(entry.sha256 == sheet.sha256 for entry in taken)
        others = tuple(c for c in copies if c.sha256 != sheet.sha256)
        named = fold(sheet.case_no)
        if not taken:
            return cls(sheet, named, copies=others)
        last = taken[-1]
        is_latest = not is_taken or receipts.is_latest(sheet.sha256, sheet.serial)
        number = named or last.case_no
        household_no = last.household_no if number == last.case_no else ""
        return cls(sheet, number, household_no, others, is_taken, is_latest, last.sent_on)

    @property
    def case(self) -> Case | None:
        """The case as the form says it; None on an empty form."""
        table = self.sheet.tables.get(Case)
        return table.rows[0] if table and table.rows else None

    @property
    def identity(self) -> str:
        """What two files have in common that are about the same case."""
        return self.case_no or self.sheet.serial or self.sheet.sha256

    def says_the_same(self, other: Form) -> bool:
        """Whether another file holds the same entries."""
        return _entries(self.sheet) == _entries(other.sheet)

    def is_in(self, register: Register) -> bool:
        """Whether the register has the case."""
        return bool(self.case_no) and self.case_no in register.case_by_no

    def columns(self, row: Row) -> list[Column]:
        """The columns of a row that the form asks for and a clerk may type in the register."""
        return [
            column
            for column in type(row).columns
            if not column.computed
            and (type(row), row.row_number, column.key) in self.sheet.places
            and column.key != CASE_NO
        ]

    def before(self, row: Row, key: str) -> str | None:
        """Fingerprint of what the sender last saw or sent in a cell; None where nobody knows."""
        if self.is_taken:
            return fingerprint(row[column_index(type(row), key)])
        return _sent(self.copies[-1], row, key) if self.copies else self._base(row, key)

    def known(self, row: Row, key: str) -> set[str]:
        """Fingerprints of what the register held before anybody worked on the cell there."""
        base = self._base(row, key)
        sent = {_sent(copy, row, key) for copy in self.copies}
        return sent | ({base} if base is not None else set())

    def _base(self, row: Row, key: str) -> str | None:
        if self.sheet.base is not None:
            return self.sheet.base.get((type(row), number_of(row) or 1, key), BLANK)
        return None if self.sheet.case_no else BLANK

    def had(self, row: Row) -> bool:
        """Whether the sender took a row of the register out: it was there, as far as we know."""
        if self.is_taken:
            return False
        if self.sheet.base is None and not self.copies:
            return bool(self.sheet.case_no)
        made_with = {(kind, number) for kind, number, _ in self.sheet.base or ()}
        return (type(row), number_of(row)) in made_with or any(
            matching(copy, row) is not None for copy in self.copies
        )

    def remark(
        self,
        rule: CellRule,
        message: str,
        row: Row | None = None,
        key: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """A finding at one cell of the form, or about the whole file."""
        place, label, value = ("", ""), "", ""
        if row is not None and key:
            index = column_index(type(row), key)
            place = self.sheet.places.get((type(row), row.row_number, key), place)
            label, value = row.columns[index].label, show(to_cell(row[index]))
        return Finding(
            rule.id,
            severity or rule.severity,
            self.sheet.file,
            *place,
            self.sheet.case_no or self.sheet.serial,
            label,
            value,
            message,
            rule.basis,
        )


def with_numbers(sheet: CaseSheet, case_no: str, household_no: str) -> CaseSheet:
    """The form with the numbers that its case has by now, for whoever compares it."""
    tables = dict(sheet.tables)
    for row_type, table in sheet.tables.items():
        rows = [row.replace(case_no=case_no) for row in table.rows]
        if row_type is Case and household_no:
            rows = [row.replace(household_no=household_no) for row in rows]
        problems = [p for p in table.problems if p.problem or p.column.key not in ASSIGNED]
        tables[row_type] = replace(table, rows=rows, problems=problems)
    return replace(sheet, case_no=case_no, tables=tables)


def matching(sheet: CaseSheet, row: Row) -> Row | None:
    """The row of a form that speaks of the same person, problem or case as another row."""
    table = sheet.tables.get(type(row))
    rows: Sequence[Row] = table.rows if table else ()
    return next((other for other in rows if number_of(other) == number_of(row)), None)


def number_of(row: Row) -> Any:
    """What tells the rows of a case apart; None on sheets with one row for each case."""
    keys = [column.key for column in row.columns]
    return row[keys.index(NUMBER)] if NUMBER in keys else None


def _sent(copy: CaseSheet, row: Row, key: str) -> str:
    same = matching(copy, row)
    return BLANK if same is None else fingerprint(same[column_index(type(row), key)])


def _entries(sheet: CaseSheet) -> dict[type[Row], list[tuple[Any, ...]]]:
    return {
        row_type: [tuple(row) for row in table.rows] for row_type, table in sheet.tables.items()
    }
