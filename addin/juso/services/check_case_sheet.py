"""受付票の点検: the register's own rules on one form's rows, each finding at its cell of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from juso.core.finding import Finding, Severity
from juso.core.rule import Rule
from juso.core.sheet import Row
from juso.core.table import Table
from juso.koshu.case_sheet import ASSIGNED, SHEETS_ON_FORM, CaseSheet
from juso.koshu.register import Register
from juso.koshu.rules import RULES
from juso.koshu.sheets import Case
from juso.services.case_sheet_book import NEW, NotOnFormError, OnForm, own_rows, placed
from juso.services.case_sheet_remarks import remarks_on
from juso.services.check import Placed, SheetCheck

CELL = re.compile(r"([A-Z]+)(\d+)")


def check_case_sheet(sheet: CaseSheet, register: Register | None, today: date) -> list[Finding]:
    """All findings of a form, in the order of the form, each at its own cell.

    With the office's register the form's rows take the place of the case's there, so that every
    rule can be asked; what its sender cannot put right, since it stands on a sheet that no form
    has, is then 要確認. A form alone is not asked it. Of a new case neither ケース番号 nor
    世帯番号 is asked for.
    """
    tables = {kind: own_rows(sheet, kind, register) for kind in SHEETS_ON_FORM}
    alone = Register(OnForm(tables), today)
    book = placed(tables, register, sheet.case_no) if register else None
    found = [*sheet.findings, *remarks_on(sheet, register, today)]
    for kind in SHEETS_ON_FORM:
        for (row, *_), finding in _check(tables[kind], alone, book, sheet.file):
            found += _moved(sheet, kind, row, finding)
    return sorted(found, key=lambda finding: _position(sheet, finding))


def _check(
    table: Table[Any], alone: Register, book: Register | None, file: str
) -> Iterator[Placed]:
    """Cells and rules of one kind of row, asked of the form alone and in its place in `book`."""
    whole = SheetCheck(table, book or alone, file)
    yield from (*whole.cells(), *whole.numbers())
    for row in table.rows:
        part = replace(table, rows=[row])
        for rule in RULES:
            own, is_all = _of_form(rule, SheetCheck(part, alone, file))
            if book is None:
                yield from own
                continue
            for place, finding in SheetCheck(part, book, file).rules([rule]):
                is_own = is_all or (place, finding) in own
                yield place, finding if is_own else _softened(finding)


def _of_form(rule: Rule, check: SheetCheck) -> tuple[list[Placed], bool]:
    """What a rule says of the form alone, and whether that is all: it may need another sheet."""
    found: list[Placed] = []
    try:
        for remark in check.rules([rule]):
            found.append(remark)
    except NotOnFormError:
        return found, False
    return found, True


def _softened(finding: Finding) -> Finding:
    is_error = finding.severity is Severity.ERROR
    return replace(finding, severity=Severity.WARNING) if is_error else finding


def _moved(sheet: CaseSheet, kind: type[Row], row: int, finding: Finding) -> Iterator[Finding]:
    """A finding at its cell of the form; none where the form does not have its column."""
    key = next(c.key for c in kind.columns if c.label == finding.column)
    named = replace(finding, key=finding.key.replace(NEW, sheet.serial or NEW))
    if place := sheet.places.get((kind, row, key)):
        yield replace(named, sheet=place[0], cell=place[1])
    elif key in ASSIGNED and kind is not Case:  # about the whole of it: at its first cell
        first = next(at for spot, at in sheet.places.items() if spot[:2] == (kind, row))
        yield replace(named, sheet=first[0], cell=first[1], column="", value="")


def _position(sheet: CaseSheet, finding: Finding) -> tuple[int, int, int, str]:
    """Where a finding stands on the form; what is about a whole sheet comes first."""
    titles = list(dict.fromkeys(title for title, _ in sheet.places.values()))
    number = titles.index(finding.sheet) if finding.sheet in titles else -1
    at = CELL.fullmatch(finding.cell)
    return (number, int(at[2]), len(at[1]), at[1]) if at else (number, 0, 0, "")
