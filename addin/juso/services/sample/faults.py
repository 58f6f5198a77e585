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

REGISTER_FILE = "支援台帳.xlsx"
Change = Callable[[Any, Register], dict[str, Any]]
Fits = Callable[[Any, Register], bool]


def _always(*_: object) -> bool:
    return True


def _nothing(*_: object) -> tuple[Row, ...]:
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
    finds: tuple[tuple[str, str], ...]  # rule and field name
    change: Change  # the cells to put in; text where the column asks for more is left as typed
    fits: Fits = _always
    adds: bool = False  # to a copy at the end of the sheet instead of the row itself
    along: Callable[[Any, Register], Iterable[Row]] = _nothing  # rows to add on other sheets


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
    for fault in faults:
        victim = _victim(fault, book, rng, touched)
        if victim is not None:
            touched |= subjects(victim, book)
            planted += _answers(fault, _put(fault, victim, book, sheets))
    return PlantedRegister(
        tuple(row for of_type in sheets.values() for row in of_type), tuple(planted)
    )


def _victim(fault: RegisterFault, book: Register, rng: Random, touched: set[str]) -> Row | None:
    rows = book.rows(fault.on)
    for row in rng.sample(rows, len(rows)):
        if not touched & subjects(row, book) and fault.fits(row, book):
            return row
    return None


def _put(
    fault: RegisterFault, victim: Row, book: Register, sheets: dict[type[Row], list[Row]]
) -> Row:
    """The changed row, in its sheet."""
    changed = victim.replace(**fault.change(victim, book))
    if fault.adds:
        changed = _add(changed, sheets)
    else:
        sheets[fault.on][victim.row_number - 2] = changed
    for row in fault.along(changed, book):
        _add(row, sheets)
    return changed


def _add(row: Row, sheets: dict[type[Row], list[Row]]) -> Row:
    sheet = sheets.setdefault(type(row), [])
    placed = row.replace(row_number=len(sheet) + 2)
    sheet.append(placed)
    return placed


def _answers(fault: RegisterFault, row: Row) -> Iterable[Planted]:
    for rule, column in fault.finds:
        place = column_index(fault.on, column)
        yield Planted(
            fault=fault.name,
            rule=rule,
            severity=Severity.ERROR,
            file=REGISTER_FILE,
            sheet=fault.on.sheet,
            cell=address(row.row_number, place),
            key=row.key,
            column=fault.on.columns[place].label,
        )


def subjects(row: Any, book: Register) -> set[str]:
    """What a row is about: its case, or its meeting where it has none."""
    found = {getattr(row, "case_no", None)}
    plan = book.plan_by_no.get(getattr(row, "plan_no", None) or "")
    found.add(plan.case_no if plan else None)
    if not any(found):
        found.add(getattr(row, "meeting_no", None))
    return {name for name in found if name}
