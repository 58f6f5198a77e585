"""Planting faults in an invented year, with the answer key that a check is measured by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from juso.core.finding import Severity, address
from juso.core.sheet import Row, column_index
from juso.koshu.register import Register, group_by_type, register_of
from juso.koshu.rules import CATALOGUE
from juso.koshu.sheets import AgendaItem, AttendanceRecord, Decision, MeetingRecord

REGISTER_FILE = "支援台帳.xlsx"
OF_MEETINGS = (MeetingRecord, AgendaItem, AttendanceRecord, Decision)
GRADES = {rule.id: rule.severity for rule in CATALOGUE}
Change = Callable[[Any, Register], dict[str, Any] | Row]  # cells to put in, or a row to add
Fits = Callable[[Any, Register], bool]
Along = Callable[[Any, Any, Register], Iterable[Row]]  # of the row that fits and the changed one
Also = Callable[[Any, Register], Iterable[tuple[Row, str, str]]]  # row, rule and field name


def _always(*_: object) -> bool:
    return True


def _nothing(*_: object) -> tuple[Any, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Planted:
    """One finding that a check must make: which rule, where."""

    fault: str
    rule: str
    severity: Severity
    file: str
    sheet: str
    cell: str  # '' in a form until it is written: its writer knows the address
    key: str  # as the finding has it: R7-0007, W1/A01/R7.4
    column: str = ""
    mess: str = ""  # number in the table of repairs: N01 … N46

    def to_json(self) -> dict[str, str]:
        """The answer key's entry."""
        return {
            "fault": self.fault,
            "rule": self.rule,
            "severity": str(self.severity),
            "file": self.file,
            "sheet": self.sheet,
            "cell": self.cell,
            "key": self.key,
            "mess": self.mess,
        }


def blank(column: str) -> Change:
    """An empty cell."""
    return typed(column, None)


def typed(column: str, text: str | None) -> Change:
    """What somebody typed into a cell."""
    return lambda *_: {column: text}


@dataclass(frozen=True, slots=True)
class RegisterFault:
    """One change of one row, and the findings it must lead to in that row."""

    name: str
    on: type[Row]
    finds: tuple[tuple[str, str], ...]  # rule and field name, '' where no cell is meant
    change: Change  # text where the column asks for more is left as typed
    fits: Fits = _always
    adds: bool = False  # to a copy at the end of the sheet instead of the row itself
    along: Along = _nothing  # rows to add on other sheets
    of: type[Row] | None = None  # the sheet whose rows fit, where `change` makes a row of another
    also: Also = _nothing  # findings in rows that are left as they are
    severity: Severity | None = None  # where it is not the rule's own
    mess: str = ""  # number in the table of repairs


@dataclass(frozen=True, slots=True)
class PlantedRegister:
    """The rows of the workbook with faults in them, and the answer key."""

    rows: tuple[Row, ...]
    planted: tuple[Planted, ...]


def plant_faults(
    faults: Sequence[RegisterFault], rows: Iterable[Row], today: date, seed: int
) -> PlantedRegister:
    """Put the faults into clean rows; one that finds no fitting row is left out.

    No row changes its place: rows are changed where they stand or added at the end.
    """
    rows = list(rows)
    book = register_of(rows, today)
    sheets = {row_type: list(book.rows(row_type)) for row_type in group_by_type(rows)}
    rng = Random(f"{seed}/faults/register")
    touched: set[str] = set()
    planted: list[Planted] = []
    for fault, fitting in _by_choice(faults, book):
        victim = _victim(fault, fitting, book, rng, touched)
        if victim is not None:
            touched |= _concerned(fault, victim, book)
            changed = _put(fault, victim, book, sheets)
            found = [(changed, rule, column) for rule, column in fault.finds]
            planted += [_answer(fault, *at) for at in (*found, *fault.also(victim, book))]
    order = {fault.name: number for number, fault in enumerate(faults)}
    planted.sort(key=lambda answer: order[answer.fault])
    return PlantedRegister(
        tuple(row for of_type in sheets.values() for row in of_type), tuple(planted)
    )


def _by_choice(
    faults: Sequence[RegisterFault], book: Register
) -> list[tuple[RegisterFault, list[Row]]]:
    """The faults with the rows they fit: those with the fewest first, or others take them."""
    found = [(f, [row for row in book.rows(f.of or f.on) if f.fits(row, book)]) for f in faults]
    return sorted(found, key=lambda pair: len(pair[1]))


def _victim(
    fault: RegisterFault, fitting: list[Row], book: Register, rng: Random, touched: set[str]
) -> Row | None:
    for row in rng.sample(fitting, len(fitting)):
        if not touched & _concerned(fault, row, book):
            return row
    return None


def _concerned(fault: RegisterFault, row: Row, book: Register) -> set[str]:
    return subjects(row, book).union(*(subjects(r, book) for r, *_ in fault.also(row, book)))


def _put(
    fault: RegisterFault, victim: Row, book: Register, sheets: dict[type[Row], list[Row]]
) -> Row:
    """The changed row, in its sheet."""
    change = fault.change(victim, book)
    changed = change if isinstance(change, Row) else victim.replace(**change)
    if fault.adds or fault.of:
        changed = _add(changed, sheets)
    else:
        sheets[fault.on][victim.row_number - 2] = changed
    for row in fault.along(victim, changed, book):
        _add(row, sheets)
    return changed


def _add(row: Row, sheets: dict[type[Row], list[Row]]) -> Row:
    sheet = sheets.setdefault(type(row), [])
    placed = row.replace(row_number=len(sheet) + 2)
    sheet.append(placed)
    return placed


def _answer(fault: RegisterFault, row: Row, rule: str, column: str) -> Planted:
    place = column_index(type(row), column) if column else None
    return Planted(
        fault=fault.name,
        rule=rule,
        severity=fault.severity or GRADES[rule],
        file=REGISTER_FILE,
        sheet=row.sheet,
        cell="" if place is None else address(row.row_number, place),
        key="" if place is None else row.key,
        column="" if place is None else row.columns[place].label,
        mess=fault.mess,
    )


def subjects(row: Any, book: Register) -> set[str]:
    """What a row is about: itself, its case and, of what belongs to a meeting, that meeting."""
    found = {f"{row.sheet} {row.row_number}", getattr(row, "case_no", None)}
    plan = book.plan_by_no.get(getattr(row, "plan_no", None) or "")
    found.add(plan.case_no if plan else None)
    if isinstance(row, OF_MEETINGS):
        found.add(row.meeting_no)
    return {name for name in found if name}
