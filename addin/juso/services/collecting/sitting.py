"""One meeting whose documents come back: what it is about, and how findings on them are made."""

from __future__ import annotations

from dataclasses import dataclass

from juso.core.finding import Finding, Severity
from juso.core.rule import Rule
from juso.core.sheet import Row, column_index
from juso.koshu.codes import MinutesState
from juso.koshu.config import Config
from juso.koshu.identifier_scan import scan
from juso.koshu.register import Register
from juso.koshu.rules import CellRule
from juso.koshu.sheets import AgendaItem, Case
from juso.services.collecting.printed import Texts, head_texts
from juso.services.collecting.values import AgencyNames
from juso.services.collecting.wording import quoted
from juso.services.meeting.cases import MeetingCases, meeting_cases
from juso.services.meeting.findings import Desk, find_meeting
from juso.services.meeting.minutes_head import head_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document says something, and the cell of the register it is about."""

    file: str
    what: str = ""  # 案件2の「結論」
    row: Row | None = None
    key: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """The meeting in the register, as its documents are compared with it."""

    cases: MeetingCases
    agencies: AgencyNames
    head: Texts  # what would be printed at the head now

    @classmethod
    def of(cls, desk: Desk, meeting_no: str, config: Config) -> Sitting:
        """A meeting of the register; JusoError where there is none of this number."""
        cases = meeting_cases(desk, find_meeting(desk.register, meeting_no))
        names = AgencyNames.of(desk.register.agencies)
        return cls(cases, names, head_texts(head_of(cases, config)))

    @property
    def meeting_no(self) -> str:
        return self.cases.record.meeting_no

    @property
    def grade(self) -> Severity:
        """What is missing is 要確認 until the minutes are settled, then 要修正."""
        is_final = self.cases.record.minutes_state is MinutesState.FINAL
        return Severity.ERROR if is_final else Severity.WARNING

    @property
    def register(self) -> Register:
        return self.cases.register

    def item(self, number: int, case_no: str = "") -> AgendaItem | None:
        """The item of a number; one about a case only where it is still about that case."""
        found = (i for i in self.cases.items if i.number == number)
        return next((i for i in found if not case_no or self.cases.case_no(i) == case_no), None)

    def case(self, number: int) -> Case | None:
        """The case an item is about."""
        item = self.item(number)
        return self.cases.case(item) if item else None

    def identifying(self, text: str, case: Case | None) -> list[str]:
        """What in a text identifies somebody."""
        known, places = self.cases.known_of(case), self.cases.is_protected(case)
        return list(dict.fromkeys(hit.text for hit in scan(text, known, places=places)))

    def remark(
        self,
        rule: Rule | CellRule,
        place: Place,
        message: str,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding at a cell of the register, or at the document where there is no such cell."""
        sentence = f"{place.what}：{message}" if place.what else message
        row = place.row
        if row is not None and row.row_number:
            origin = f"{place.file} の" if place.file else ""
            return self.cases.desk.remark(rule, row, place.key, f"{origin}{sentence}", severity)
        label = row.columns[column_index(type(row), place.key)].label if row is not None else ""
        return Finding(
            rule=rule.id,
            severity=severity or rule.severity,
            file=place.file,
            sheet="",
            cell="",
            key=row.key if row is not None else self.meeting_no,
            column=label,
            value=quoted(place.text),
            message=sentence,
            basis=rule.basis,
        )
