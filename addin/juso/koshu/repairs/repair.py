"""One way in which input is messy: what arrives, how it is read, what a clerk is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from juso.core.finding import Severity

REFUSED = "読み込みません"


class Where(StrEnum):
    """In what kind of file it arrives."""

    REGISTER = "台帳"
    FORM = "月次報告"
    FILE = "ファイル"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One example of one kind of mess; several examples share a number.

    `grade` is None where nothing is said. In the register `typed` is the raw cell and `becomes`
    what is read from it, as the cell would show it; elsewhere both are in words.
    """

    number: str  # N01 … N46
    what: str
    typed: Any
    becomes: str
    grade: Severity | None
    where: Where = Where.REGISTER
    sheet: str = ""  # of the register, with its column
    column: str = ""
    proposal: str = ""  # the value proposed where none is taken, as the cell would show it
    rule: str = ""  # the finding's id outside the register
    advice: str = ""  # what to do
