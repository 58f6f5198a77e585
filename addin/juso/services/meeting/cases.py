"""The cases of one meeting: their pseudonyms, their consent, and what must not be printed of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from juso.core.finding import Finding
from juso.koshu.codes import Level, Meeting
from juso.koshu.consent import is_protected
from juso.koshu.identifier_scan import mask, names_place
from juso.koshu.identifiers import Identifier, IdentifierKind, area_of, fold_text
from juso.koshu.meetings import SHOWN_LENGTH, level_of
from juso.koshu.pseudonym import item_order, pseudonyms
from juso.koshu.register import Register
from juso.koshu.rules.attendance_rules import hears
from juso.koshu.rules.lookups import case_no_of
from juso.koshu.rules.meeting_stage import day_of
from juso.koshu.rules.naming_rules import item_names_nobody, naming
from juso.koshu.sheets import AgendaItem, AttendanceRecord, Case, MeetingRecord
from juso.services.meeting.findings import Desk
from juso.services.meeting.identifiers import identifiers_in

ELLIPSIS = "…"
HIDDEN_AGENCY = "［学校・勤務先等］"


@dataclass(frozen=True, slots=True)
class MeetingCases:
    """One meeting and the persons it is about."""

    desk: Desk
    record: MeetingRecord
    day: date  # of the meeting; today where it is not yet set
    level: Level
    items: tuple[AgendaItem, ...]  # by 案件番号
    names: dict[str, str]  # case number → Aさん
    identifiers: tuple[Identifier, ...]

    @property
    def register(self) -> Register:
        return self.desk.register

    @property
    def meeting(self) -> Meeting:
        return self.record.kind

    @property
    def attendance(self) -> list[AttendanceRecord]:
        return self.register.attendance_of.get(self.record.meeting_no, [])

    def case(self, item: AgendaItem) -> Case | None:
        """The case an item is about."""
        return self.register.case_by_no.get(self.case_no(item))

    def case_no(self, item: AgendaItem) -> str:
        """The number of the case an item is about, '' if none."""
        return case_no_of(item, self.register)

    def is_protected(self, case: Case | None) -> bool:
        """支援措置（DV等） of the person or of anyone in the household."""
        if case is None:
            return False
        return is_protected(case, self.register.cases_of_household.get(case.household_no, ()))

    def known_of(self, case: Case | None) -> tuple[Identifier, ...]:
        """What a text about a case must not hold; under 支援措置 not even the area."""
        if case is None or not self.is_protected(case):
            return self.identifiers
        named = (a.short_name for a in self.register.agencies if names_place(a.short_name or ""))
        places = (Identifier(IdentifierKind.WORKPLACE, fold_text(n), HIDDEN_AGENCY) for n in named)
        return (*self.identifiers, *area_of(case), *places)

    def agency(self, name: str | None, case: Case | None) -> str | None:
        """An agency as a case's papers name it: under 支援措置 no school or company by its name."""
        if name and self.is_protected(case) and names_place(name):
            return HIDDEN_AGENCY
        return name

    def agencies(self, names: Iterable[str | None], case: Case | None) -> tuple[str, ...]:
        """Several agencies, each once."""
        shown = (self.agency(name, case) for name in names)
        return tuple(dict.fromkeys(name for name in shown if name))

    def identifying(self, item: AgendaItem, keys: Iterable[str]) -> Iterator[Finding]:
        """MTG-006 for each text of an item that identifies somebody."""
        case = self.case(item)
        remarks = naming(item, keys, self.known_of(case), places=self.is_protected(case))
        return self.desk.found(item_names_nobody, item, remarks)

    def masked(self, text: str | None, case: Case | None, length: int = SHOWN_LENGTH) -> str | None:
        """A text of a case's file as others may read it: pseudonymous, on one line, not too long."""
        if not text:
            return None
        masked = mask(text, self.known_of(case), places=self.is_protected(case))
        plain = " ".join(masked.split())
        return plain if len(plain) <= length else plain[: length - 1] + ELLIPSIS

    def hearing(self, item: AgendaItem) -> list[AttendanceRecord]:
        """Who sits in on an item and does not leave for it."""
        return [person for person in self.attendance if hears(person, item)]


def meeting_cases(desk: Desk, record: MeetingRecord) -> MeetingCases:
    """Everything known of a meeting's cases."""
    register = desk.register
    items = tuple(sorted(register.items_of.get(record.meeting_no, []), key=item_order))
    resolved = [i.replace(case_no=case_no_of(i, register)) for i in items]
    names = pseudonyms(resolved)
    return MeetingCases(
        desk,
        record,
        day_of(record, register.today),
        level_of(record.kind, record.level),
        items,
        names,
        identifiers_in(register, record, names),
    )


def times_before(cases: MeetingCases) -> Counter[str]:
    """How often each case was put before earlier meetings of the same kind."""
    register, record = cases.register, cases.record
    earlier = {
        m.meeting_no
        for m in register.meetings
        if m.kind is record.kind and m.held_on is not None and m.held_on < cases.day
    }
    found = (i for i in register.agenda_items if i.meeting_no in earlier)
    return Counter(no for i in found if (no := case_no_of(i, register)))
