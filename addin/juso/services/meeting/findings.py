"""Findings made while an agenda or minutes are prepared, each at its cell of the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from juso.core.cells import show, to_cell
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity, address
from juso.core.rule import Remark, Rule
from juso.core.sheet import Row, column_index
from juso.koshu.register import Register
from juso.koshu.rules import CellRule
from juso.koshu.sheets import MeetingRecord

REGISTER_NAME = "支援台帳.xlsx"
NUMBER = MeetingRecord.columns[column_index(MeetingRecord, "meeting_no")]


@dataclass(frozen=True, slots=True)
class Desk:
    """The register at work on one meeting: where findings point."""

    register: Register
    file: str = REGISTER_NAME

    def remark(
        self,
        rule: Rule | CellRule,
        row: Row,
        key: str,
        message: str,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding at one cell of a row."""
        place = column_index(type(row), key)
        column, value = row.columns[place], row[place]
        table = self.register.tables.get(type(row))
        position = table.positions.get(key) if table else None
        return Finding(
            rule=rule.id,
            severity=severity or rule.severity,
            file=self.file,
            sheet=row.sheet,
            cell="" if position is None else address(row.row_number, position),
            key=row.key,
            column=column.label,
            value=show(to_cell(value)),
            message=message,
            basis=rule.basis,
        )

    def found(self, rule: Rule, row: Row, remarks: Iterable[Remark]) -> Iterator[Finding]:
        """What a rule says of a row, as findings."""
        for remark in remarks:
            yield self.remark(rule, row, remark.column, remark.message, remark.severity)


def find_meeting(register: Register, meeting_no: str) -> MeetingRecord:
    """The meeting of a number; JusoError that lists the numbers there are."""
    found = register.meeting_by_no.get(meeting_no)
    if found is not None and not re.fullmatch(NUMBER.pattern, meeting_no):
        raise JusoError(
            f"会議台帳の会議番号「{meeting_no}」は「{NUMBER.example}」の形ではありません。"
            "会議台帳などの番号を直してから、もう一度お試しください。"
        )
    if found is not None and found.kind is not None:
        return found
    if found is not None:
        raise JusoError(
            f"会議台帳の「{meeting_no}」の会議種別が読めません。会議種別を一覧から選んでください。"
        )
    numbers = "、".join(no for no in register.meeting_by_no if no)
    there_are = (
        f"会議台帳にある会議番号は {numbers} です。"
        if numbers
        else "会議台帳に会議を登録してください。"
    )
    raise JusoError(f"会議番号「{meeting_no}」は会議台帳にありません。{there_are}")
