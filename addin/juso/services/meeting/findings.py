"""Findings made while an agenda or minutes are prepared, each at its cell of the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from juso.core.cells import show, to_cell
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity, address
from juso.core.sheet import Row, column_index
from juso.koshu.identifiers import Identifier
from juso.koshu.register import Register
from juso.koshu.sheets import MeetingRecord
from juso.services.scan_identifiers import scan

REGISTER_NAME = "支援台帳.xlsx"
NUMBER = MeetingRecord.columns[column_index(MeetingRecord, "meeting_no")]


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a meeting's papers are stopped or remarked on."""

    rule: str
    severity: Severity
    basis: str


NO_CONSENT = Ground("MTG-002", Severity.ERROR, "実施計画7(2)「本人の同意を得た上で」")
NO_SECRECY = Ground("MTG-003", Severity.ERROR, "実施計画8(2)、社会福祉法第106条の6")
OUT_OF_SCOPE = Ground("MTG-005", Severity.ERROR, "実施計画4(3)③")
IDENTIFIES = Ground("MTG-006", Severity.ERROR, "実施計画4(3)③")
NO_CONCLUSION = Ground("MTG-007", Severity.ERROR, "実施計画8(1)(2)")
NO_DECISION = Ground("MTG-008", Severity.ERROR, "実施計画4(2)③、4(3)①")
TOO_LONG = Ground("MTG-016", Severity.WARNING, "実施計画8")


@dataclass(frozen=True, slots=True)
class Desk:
    """The register at work on one meeting: where findings point."""

    register: Register
    file: str = REGISTER_NAME

    def remark(
        self, ground: Ground, row: Row, key: str, message: str, severity: Severity | None = None
    ) -> Finding:
        """A finding at one cell of a row."""
        place = column_index(type(row), key)
        column, value = row.columns[place], row[place]
        table = self.register.tables.get(type(row))
        position = table.positions.get(key) if table else None
        return Finding(
            rule=ground.rule,
            severity=severity or ground.severity,
            file=self.file,
            sheet=row.sheet,
            cell="" if position is None else address(row.row_number, position),
            key=row.key,
            column=column.label,
            value=show(to_cell(value)),
            message=message,
            basis=ground.basis,
        )

    def identifying(
        self,
        row: Row,
        keys: Iterable[str],
        identifiers: tuple[Identifier, ...],
        *,
        places: bool = False,
    ) -> Iterator[Finding]:
        """MTG-006 for each of the row's texts that identifies somebody."""
        for key in keys:
            text: Any = row[column_index(type(row), key)]
            hits = scan(text, identifiers, places=places) if isinstance(text, str) else []
            if hits:
                kinds = "、".join(dict.fromkeys(str(hit.kind) for hit in hits))
                yield self.remark(
                    IDENTIFIES,
                    row,
                    key,
                    f"個人を特定できる情報（{kinds}）「{hits[0].text}」があります。仮名や続柄に書き換えてください。直すまで文書は出力しません。",
                )


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
