"""Rules for 会議出席: who hears of a case is bound to secrecy and within the consent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.codes import Attendance, Meeting
from juso.koshu.consent import in_scope
from juso.koshu.register import Register
from juso.koshu.rules.agenda_rules import was_admitted
from juso.koshu.rules.lookups import case_no_of, item_name
from juso.koshu.rules.meeting_stage import Stage, stage_of
from juso.koshu.sheets import AgendaItem, AttendanceRecord, Case

HEARS = frozenset({Attendance.PRESENT, Attendance.PROXY, Attendance.ONLINE})


def hears(person: AttendanceRecord, item: AgendaItem) -> bool:
    """Whether somebody sits in on an item and does not leave for it."""
    return person.attendance in HEARS and person.item_number in (0, None, item.number)


@rule(
    "MTG-004",
    Severity.ERROR,
    on=AttendanceRecord,
    basis="実施計画8(2)、社会福祉法第106条の6",
    tag="V-M04",
)
def attendant_keeps_secrets(person: AttendanceRecord, book: Register) -> Iterator[Remark]:
    """支援会議の会議録は、出席者全員の守秘義務の確認とその方法を入力してから確定します。"""
    if person.attendance is Attendance.ABSENT:
        return
    meeting = book.meeting_by_no.get(person.meeting_no)
    if meeting is None or meeting.kind is not Meeting.SUPPORT_CONFERENCE:
        return
    if stage_of(meeting, book.today) is not Stage.SETTLED:
        return
    agency = book.agency_by_name.get(person.agency)
    if person.secrecy_confirmed and not person.secrecy_method:
        yield Remark(
            "secrecy_method",
            f"{person.name}（{person.agency}）の守秘義務の確認方法が未入力です。一覧から選んでください。",
        )
    elif not (person.secrecy_confirmed or (agency and agency.is_member and agency.secrecy_basis)):
        yield Remark(
            "secrecy_confirmed",
            f"{person.name}（{person.agency}）の守秘義務の確認がありません。確かめて○と方法を入力してください。",
        )


def out_of_scope(
    person: AttendanceRecord, heard: Iterable[tuple[AgendaItem, Case]], grade: Severity
) -> Iterator[Remark]:
    """Where the consent does not reach somebody who hears of a case."""
    cases = [(item, case) for item, case in heard if not in_scope(case, person.agency)]
    if person.agency and cases:
        which = "、".join(item_name(item) for item, _ in cases)
        yield Remark(
            "agency",
            f"{person.agency}は{which}の本人同意の範囲に含まれていません。"
            "審議中は退席とし資料を配らないか、同意の範囲を本人に確かめてください。",
            severity=grade,
        )


@rule("MTG-005", Severity.ERROR, on=AttendanceRecord, basis="実施計画4(3)③", tag="V-M05")
def attendant_is_in_consent(person: AttendanceRecord, book: Register) -> Iterator[Remark]:
    """重層的支援会議の案件を聞くのは、本人の同意範囲にある機関の人だけです。"""
    meeting = book.meeting_by_no.get(person.meeting_no)
    stage = stage_of(meeting, book.today)
    if meeting is None or meeting.kind is not Meeting.PLAN_CONFERENCE or stage is Stage.SETTLED:
        return
    items = book.items_of.get(person.meeting_no, ())
    cases = (
        (item, book.case_by_no.get(case_no_of(item, book)))
        for item in items
        if hears(person, item) and was_admitted(item, meeting, book)
    )
    heard = [(item, case) for item, case in cases if case]
    grade = Severity.ERROR if stage is Stage.AHEAD else Severity.WARNING
    yield from out_of_scope(person, heard, grade)
