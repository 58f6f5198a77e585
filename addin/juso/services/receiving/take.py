"""The rows of one form beside the register's: new rows, changed cells, what a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from juso.core.change import Change
from juso.core.finding import Finding
from juso.core.sheet import Column, Row, blank, column_index
from juso.koshu.case_sheet import SHEETS_ON_FORM
from juso.koshu.register import Register
from juso.koshu.rules import case_intake_rules as rules
from juso.koshu.sheets import Case
from juso.services.collecting.take import shown_value
from juso.services.receiving.compare import Verdict, is_same, verdict
from juso.services.receiving.form import CASE_NO, HOUSEHOLD_NO, Form, number_of

Pairs = dict[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Part:
    """What a form brings in."""

    changes: tuple[Change, ...] = ()
    undecided: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Part:
        """Several together, in their order."""
        found = list(parts)
        return cls(
            tuple(c for part in found for c in part.changes),
            tuple(c for part in found for c in part.undecided),
            tuple(f for part in found for f in part.findings),
        )


def take(form: Form, register: Register) -> Part:
    """Every row of a form whose case has its numbers, in the register or new."""
    return Part.of(
        _take_sheet(form, row_type, register)
        for row_type in SHEETS_ON_FORM
        if row_type in form.sheet.tables
    )


def rows_of_case(register: Register, row_type: type[Row], case_no: str) -> list[Row]:
    """The rows of a sheet that belong to a case."""
    place = column_index(row_type, CASE_NO)
    return [row for row in register.rows(row_type) if row[place] == case_no]


def doubled_rows(form: Form, register: Register) -> Iterator[Finding]:
    """Numbers of the case that stand on two rows of the register: nobody knows which is meant."""
    for row_type in SHEETS_ON_FORM:
        seen: set[Any] = set()
        for number in map(number_of, rows_of_case(register, row_type, form.case_no)):
            if number in seen:
                what = (
                    f"番号「{number}」" if number is not None else f"ケース番号「{form.case_no}」"
                )
                message = (
                    f"台帳の「{row_type.sheet}」に{what}の行が2つあります。"
                    "重ならない番号に直してから、もう一度取り込んでください。"
                )
                yield form.remark(rules.DOUBLED_ROW, message)
            seen.add(number)


def _take_sheet(form: Form, row_type: type[Row], register: Register) -> Part:
    there = {number_of(row): row for row in rows_of_case(register, row_type, form.case_no)}
    said: Sequence[Row] = form.sheet.tables[row_type].rows
    numbers = {number_of(row) for row in said}
    parts = [
        _changed(form, row, there[number_of(row)], register)
        if number_of(row) in there
        else _added(form, row)
        for row in said
    ]
    gone = [_gone(form, row) for number, row in there.items() if number not in numbers]
    return Part.of([*parts, *gone])


def name_of(row: Row, case_no: str) -> str:
    """R7-0301, R7-0301 家族構成2: what a row is called where rows of several sheets are listed."""
    number = number_of(row)
    if isinstance(row, Case):
        return case_no
    return f"{case_no} {row.sheet}{'' if number is None else number}"


def _added(form: Form, row: Row) -> Part:
    """A row the register does not have."""
    cells: Pairs = {CASE_NO: (None, form.case_no)}
    for column in _typed(row):
        value = row[column_index(type(row), column.key)]
        if value not in (None, blank(column)):
            cells[column.key] = (None, value)
    return Part((Change(type(row), 0, name_of(row, form.case_no), cells),))


def _typed(row: Row) -> list[Column]:
    return [column for column in row.columns if not column.computed and column.key != CASE_NO]


def _changed(form: Form, row: Row, there: Row, register: Register) -> Part:
    """The cells in which a row differs from the register's."""
    cells: Pairs = {}
    undecided: Pairs = {}
    findings = []
    for column in form.columns(row):
        place = column_index(type(row), column.key)
        new, now = row[place], there[place]
        if column.key == HOUSEHOLD_NO and not _is_household(register, new):
            continue
        found = verdict(new, now, form.before(row, column.key), form.known(row, column.key))
        if found is Verdict.EDITED:
            cells[column.key] = (now, new)
        elif found in (Verdict.EMPTIED, Verdict.BOTH):
            undecided[column.key] = (now, new)
            message = _message(found, new, now)
            findings.append(form.remark(rules.DIFFERENT, message, row, column.key))
    name = name_of(row, form.case_no)
    return Part(
        (Change(type(row), there.row_number, name, cells),) if cells else (),
        (Change(type(row), there.row_number, name, undecided),) if undecided else (),
        tuple(findings),
    )


def _is_household(register: Register, number: Any) -> bool:
    return number is not None and number in register.cases_of_household


def _message(found: Verdict, new: Any, now: Any) -> str:
    if found is Verdict.EMPTIED:
        return (
            f"受付票では空欄ですが、台帳の「{shown_value(now)}」は消しません。"
            "消してよいか送った人に確かめ、消すときは台帳で消してください。"
        )
    return (
        f"受付票では「{shown_value(new)}」、台帳では「{shown_value(now)}」です。"
        "票をつくった後に台帳も書き換えられているため、書き込みません。"
        "正しいほうを確かめ、台帳に入力してください。"
    )


def beside(form: Form, there: Case) -> Part:
    """The cells of a case that a form would fill in otherwise: for a person to decide."""
    row = form.case
    if row is None:
        return Part()
    cells: Pairs = {}
    for column in form.columns(row):
        place = column_index(Case, column.key)
        new, now = row[place], there[place]
        if new not in (None, blank(column)) and not is_same(new, now):
            cells[column.key] = (now, new)
    cells.pop(HOUSEHOLD_NO, None)
    change = Change(Case, there.row_number, there.case_no, cells)
    return Part(undecided=(change,) if cells else ())


def _gone(form: Form, row: Row) -> Part:
    """A row of the register that the form no longer has."""
    if not form.had(row):
        return Part()
    message = (
        f"台帳の「{row.sheet}」の{row.row_number}行目（番号{number_of(row)}）が受付票にありません。"
        "台帳からは消しません。要らない行なら、送った人に確かめて台帳で消してください。"
    )
    return Part(findings=(form.remark(rules.ROW_GONE, message),))
