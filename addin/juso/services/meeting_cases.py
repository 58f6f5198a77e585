"""The cases of one meeting: their pseudonyms, their consent, and what must not be printed of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from juso.core.finding import Finding, Severity
from juso.koshu.codes import AgendaKind, Attendance, ConsentVerdict, Level, Meeting
from juso.koshu.consent import in_scope, is_protected, refusal, verdict, was_given
from juso.koshu.identifiers import Identifier, IdentifierKind, area_of, fold_text
from juso.koshu.meetings import SHOWN_LENGTH, level_of
from juso.koshu.pseudonym import item_order, pseudonyms
from juso.koshu.register import Register
from juso.koshu.sheets import AgendaItem, AttendanceRecord, Case, MeetingRecord
from juso.services.item_case import case_no_of, item_name
from juso.services.meeting_findings import NO_CONSENT, OUT_OF_SCOPE, Desk
from juso.services.meeting_identifiers import identifiers_in
from juso.services.scan_identifiers import mask, names_place

ELLIPSIS = "…"
HIDDEN_AGENCY = "［学校・勤務先等］"
NEEDS_CASE = frozenset({AgendaKind.PLAN_REVIEW, AgendaKind.CLOSING_REVIEW})
HEARS = frozenset({Attendance.PRESENT, Attendance.PROXY, Attendance.ONLINE})


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
        return case_no_of(item, self.register) or ""

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
        known, places = self.known_of(case), self.is_protected(case)
        return self.desk.identifying(item, keys, known, places=places)

    def masked(self, text: str | None, case: Case | None, length: int = SHOWN_LENGTH) -> str | None:
        """A text of a case's file as others may read it: pseudonymous, on one line, not too long."""
        if not text:
            return None
        masked = mask(text, self.known_of(case), places=self.is_protected(case))
        plain = " ".join(masked.split())
        return plain if len(plain) <= length else plain[: length - 1] + ELLIPSIS

    def hearing(self, item: AgendaItem) -> list[AttendanceRecord]:
        """Who sits in on an item and does not leave for it."""
        numbers = (0, None, item.number)
        return [a for a in self.attendance if a.item_number in numbers and a.attendance in HEARS]


def meeting_cases(desk: Desk, record: MeetingRecord) -> MeetingCases:
    """Everything known of a meeting's cases."""
    register = desk.register
    items = tuple(sorted(register.items_of.get(record.meeting_no, []), key=item_order))
    resolved = [i.replace(case_no=case_no_of(i, register)) for i in items]
    names = pseudonyms(resolved)
    return MeetingCases(
        desk,
        record,
        record.held_on if record.held_on is not None else register.today,
        level_of(record.kind, record.level),
        items,
        names,
        identifiers_in(register, record, names),
    )


def admitted(cases: MeetingCases) -> tuple[list[AgendaItem], list[Finding]]:
    """The items that may be put before the meeting, and MTG-002 for those that may not."""
    allowed, findings = [], []
    for item in cases.items:
        reason = _refusal(cases, item)
        if reason:
            findings.append(_refused(cases, item, reason))
        else:
            allowed.append(item)
    return allowed, findings


def oral_consents(cases: MeetingCases, items: Iterable[AgendaItem]) -> Iterator[Finding]:
    """MTG-002 as 要確認: a consent given by word is to be put in writing (要書面)."""
    for item in items:
        case = cases.case(item)
        if case and verdict(case, cases.meeting, cases.day) is ConsentVerdict.NEEDS_WRITING:
            message = f"{item_name(item)}は口頭の同意です。会議までに書面で同意を得るか、書面にする予定日を確かめてください。"
            yield cases.desk.remark(NO_CONSENT, item, "case_no", message, Severity.WARNING)


def recorded(cases: MeetingCases) -> tuple[list[AgendaItem], list[Finding]]:
    """The items that the minutes hold: those of the agenda, and those whose consent was
    withdrawn only after the meeting.
    """
    allowed, findings = admitted(cases)
    numbers = {item.row_number for item in allowed}
    kept, dropped = [], []
    for item, finding in zip(
        (i for i in cases.items if i.row_number not in numbers), findings, strict=True
    ):
        case = cases.case(item)
        if cases.meeting is Meeting.PLAN_CONFERENCE and case and was_given(case, cases.day):
            kept.append(item)
        else:
            dropped.append(finding)
    return sorted([*allowed, *kept], key=item_order), dropped


def may_be_named(cases: MeetingCases, case_no: str | None) -> bool:
    """Whether an earlier decision on a case may be read out in this meeting."""
    case = cases.register.case_by_no.get(case_no or "")
    if case is None:
        return not case_no
    return verdict(case, cases.meeting, cases.day) is not ConsentVerdict.NOT_ALLOWED


def scope_findings(cases: MeetingCases, items: Iterable[AgendaItem]) -> Iterator[Finding]:
    """MTG-005 for everybody who would hear of a case though the consent does not reach them."""
    if cases.meeting is not Meeting.PLAN_CONFERENCE:
        return
    outside: dict[int, list[str]] = {}
    rows = {id(a): a for a in cases.attendance}
    for item in items:
        case = cases.case(item)
        for person in cases.hearing(item) if case else ():
            if person.agency and case and not in_scope(case, person.agency):
                outside.setdefault(id(person), []).append(item_name(item))
    for key, named in outside.items():
        agency, which = rows[key].agency, "、".join(named)
        message = (
            f"{agency}は{which}の本人同意の範囲に含まれていません。"
            "審議中は退席とし資料を配らないか、同意の範囲を本人に確かめてください。"
        )
        yield cases.desk.remark(OUT_OF_SCOPE, rows[key], "agency", message)


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


def _refusal(cases: MeetingCases, item: AgendaItem) -> str:
    if cases.meeting is Meeting.SUPPORT_CONFERENCE:
        return ""
    case_no, case = cases.case_no(item), cases.case(item)
    if case is not None:
        return refusal(case, cases.meeting, cases.day)
    if case_no:
        return f"ケース番号「{case_no}」が相談受付簿にない"
    if cases.meeting is Meeting.PLAN_CONFERENCE and item.kind in NEEDS_CASE:
        return "ケース番号が未入力である"
    return ""


def _refused(cases: MeetingCases, item: AgendaItem, reason: str) -> Finding:
    name = item_name(item)
    if cases.meeting is Meeting.LIAISON_COMMITTEE:
        message = f"{reason}ため、{name}を次第に載せません。ケース番号を消して全体の課題として書くか、支援会議に付議してください。"
    else:
        message = (
            f"{reason}ため、{name}は本人の同意が確認できず、重層的支援会議に付議できません。"
            "同意を得るか、支援会議での情報共有を検討してください。"
        )
    return cases.desk.remark(NO_CONSENT, item, "case_no", message)
