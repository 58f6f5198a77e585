"""受付票: one case on paper, sent by a window that cannot reach the share, as rows of the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from juso.core.cells import show, to_cell
from juso.core.finding import Finding
from juso.core.sheet import Column, Row, column_index
from juso.core.table import Table
from juso.koshu.sheets import Assessment, Case, FamilyMember, Problem

FORM_ID = "juso-case"
FORM_VERSION = "2026.2"
SHEETS_ON_FORM: tuple[type[Row], ...] = (Case, Assessment, FamilyMember, Problem)
ASSIGNED = ("case_no", "household_no")  # by the city, when it takes in the form of a new case

Spot = tuple[type[Row], int, str]  # row type, row number, column key


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """What one 受付票 holds.

    The rows of its tables are numbered 1, 2 … in the order they stand on the form; `places`
    says in which sheet and cell of the form each of their values stands, blank ones too: a
    column without a place is not on the form. On an empty form there is no Case row, without an
    assessment no Assessment row. `base` holds the fingerprint of each value on the form that
    the register held when the form was made; a value missing there was blank. Rows may have been
    moved since: in `base` a row of 家族構成 or 課題整理 goes by its own number (番号, 課題番号).
    """

    file: str
    sha256: str  # of the file as it was sent
    serial: str  # 受付票番号: the same in every copy of one form, different in every form made
    version: str
    year: str  # R7, as the form says
    office_id: str
    case_no: str  # '' for a case the register does not know yet
    sent_on: date | None = None
    tables: Mapping[type[Row], Table[Any]] = field(default_factory=dict)
    places: Mapping[Spot, tuple[str, str]] = field(default_factory=dict)
    sender: str = ""  # 記入機関
    variant: str = ""  # 同意あり or 同意なし, '' when the form does not say
    findings: tuple[Finding, ...] = ()  # about the form itself: its id, its lines, stray text
    head: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # cells of 年度 and the like
    base: Mapping[Spot, str] | None = None  # None where the form does not carry them

    @property
    def is_new(self) -> bool:
        return not self.case_no


def column_at(spot: Spot) -> Column:
    """The column of a spot."""
    return spot[0].columns[column_index(spot[0], spot[2])]


def fingerprint(value: Any) -> str:
    """A short mark of a typed value: a form need not keep what was filled in beforehand."""
    return sha256(show(to_cell(value)).strip().encode("utf-8", "replace")).hexdigest()[:8]
