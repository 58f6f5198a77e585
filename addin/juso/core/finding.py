"""Findings: what is wrong in which cell, as values that every door prints the same way."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from enum import StrEnum

LONG = 300  # characters: no sentence is that long but for what it quotes
LONG_QUOTE = re.compile("「([^」]{60})[^」]{60,}")


class Severity(StrEnum):
    """重要度: how a finding stops work."""

    ERROR = "要修正"  # stops a meeting, a monthly closing or a report
    WARNING = "要確認"  # passes once confirmed with a reason
    NOTE = "参考"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark with its place; the fields are the JSON contract."""

    rule: str
    severity: Severity
    file: str
    sheet: str
    cell: str  # Excel address, '' when the whole sheet or file is meant
    key: str  # the row's number: R7-0007, W1/A01/R7.4
    column: str
    value: str  # what the cell holds, as text
    message: str
    basis: str

    def to_json(self) -> dict[str, str]:
        return {name: str(value) for name, value in asdict(self).items()}


def brief(message: str) -> str:
    """A sentence with what it quotes at great length cut."""
    return message if len(message) <= LONG else LONG_QUOTE.sub(r"「\1…", message)


def has_errors(findings: list[Finding]) -> bool:
    """Whether any finding is 要修正 (exit code 1)."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def column_letters(index: int) -> str:
    """Excel's letters of a 0-based column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(row_number: int, column_index: int) -> str:
    """Excel address of a 1-based row and 0-based column: (12, 6) is G12."""
    return f"{column_letters(column_index)}{row_number}"
