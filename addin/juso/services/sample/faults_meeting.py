"""Faults in 会議台帳 and 会議出席."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any

from juso.core.calendar import FiscalYear
from juso.core.finding import Severity
from juso.core.sheet import Row
from juso.koshu.codes import AgendaKind, Consent, Meeting, MinutesState
from juso.koshu.consent import in_scope
from juso.koshu.register import Register
from juso.koshu.rules.yearly_rules import FIRST
from juso.koshu.sheets import AttendanceRecord, Case, MeetingRecord
from juso.services.sample.faults import RegisterFault, blank
from juso.services.sample.faults_intake import is_plain
from juso.services.sample.faults_rows import coming, items_of_kind, meeting_no, put_on

UNATTENDED, ONE_DIVISION, TOO_SHORT, OUT_OF_SCOPE = 98, 97, 96, 95  # the numbers of added meetings
TARGET, LIMIT = timedelta(days=16), timedelta(days=50)  # safely past the 14 and the 45 days
YEARS_AGO = 2
PLAN_REVIEW, JU = AgendaKind.PLAN_REVIEW, Meeting.PLAN_CONFERENCE


def _is_conference(meeting: MeetingRecord, _: Register) -> bool:
    return meeting.kind is not Meeting.LIAISON_COMMITTEE


def _is_shared(meeting: MeetingRecord, _: Register) -> bool:
    """A 支援会議 whose papers were handed out."""
    return meeting.kind is Meeting.SUPPORT_CONFERENCE and bool(meeting.handed_out)


def _is_committee(meeting: MeetingRecord, _: Register) -> bool:
    return meeting.kind is Meeting.LIAISON_COMMITTEE


def _is_long_ago(meeting: MeetingRecord, book: Register) -> bool:
    return _is_committee(meeting, book) and meeting.held_on < book.today - LIMIT


def _is_recent(meeting: MeetingRecord, book: Register) -> bool:
    """Past the day its minutes were aimed at, not past the last one."""
    days = book.today - meeting.held_on
    return _is_committee(meeting, book) and TARGET < days < LIMIT - timedelta(days=6)


def _another(number: int) -> Any:
    """A meeting like it that has a number of its own."""
    return lambda meeting, book: {"meeting_no": meeting_no(meeting.kind, number, book)}


def _first_guest(last: MeetingRecord, meeting: MeetingRecord, book: Register) -> Iterator[Row]:
    guests = (g for g in book.attendance_of[last.meeting_no] if g.attendance.name == "PRESENT")
    yield next(guests).replace(meeting_no=meeting.meeting_no)


def _has_reviews(_: Any, book: Register) -> bool:
    return bool(items_of_kind(PLAN_REVIEW, book))


def _too_short(_: MeetingRecord, book: Register) -> MeetingRecord:
    number = meeting_no(JU, TOO_SHORT, book)
    return coming(PLAN_REVIEW, number, book, starts_at=time(13, 30), ends_at=time(13, 35))


def _years_ago(meeting: MeetingRecord, book: Register) -> dict[str, Any]:
    """The first meeting of a year of which nothing else is known."""
    year = FiscalYear(FiscalYear.of(book.today).year - YEARS_AGO)
    return {"meeting_no": f"{meeting.kind.code}-{year.short}{FIRST}", "held_on": year.first_day}


def _its_guests(last: MeetingRecord, meeting: MeetingRecord, book: Register) -> Iterator[Row]:
    for guest in book.attendance_of[last.meeting_no]:
        yield guest.replace(meeting_no=meeting.meeting_no)


def _can_be_reviewed(case: Case, book: Register) -> bool:
    is_free = not any(item.case_no == case.case_no for item in book.agenda_items)
    written = case.consent is Consent.WRITTEN and case.consent_until is None
    return _has_reviews(case, book) and is_plain(case, book) and written and is_free


def _stranger(case: Case, book: Register) -> AttendanceRecord:
    """Somebody of an agency that may not hear of the case."""
    guest = book.attendance_of[items_of_kind(PLAN_REVIEW, book)[0].meeting_no][0]
    agency = next(a.short_name for a in reversed(book.agencies) if not in_scope(case, a.short_name))
    return guest.replace(
        meeting_no=meeting_no(JU, OUT_OF_SCOPE, book), item_number=0, agency=agency
    )


def _on_the_agenda(case: Case, guest: AttendanceRecord, book: Register) -> Iterator[Row]:
    yield coming(PLAN_REVIEW, guest.meeting_no, book)
    yield put_on(PLAN_REVIEW, guest.meeting_no, case, book)


def _is_sworn_in(guest: AttendanceRecord, book: Register) -> bool:
    meeting = book.meeting_by_no[guest.meeting_no]
    confirmed = guest.secrecy_confirmed and guest.secrecy_method is not None
    return confirmed and _is_shared(meeting, book)


MEETING_FAULTS = (
    RegisterFault("議長がない", MeetingRecord, (("MTG-001", "chair"),), blank("chair")),
    RegisterFault("記録者がない", MeetingRecord, (("MTG-001", "recorder"),), blank("recorder")),
    RegisterFault(
        "出席者のない会議",
        MeetingRecord,
        (("MTG-001", "meeting_no"),),
        _another(UNATTENDED),
        adds=True,
    ),
    RegisterFault(
        "守秘義務の告知がない",
        MeetingRecord,
        (("MTG-003", "secrecy_announced"),),
        blank("secrecy_announced"),
        _is_conference,
    ),
    RegisterFault(
        "守秘義務を告知した人がない",
        MeetingRecord,
        (("MTG-003", "announced_by"),),
        blank("announced_by"),
        _is_conference,
    ),
    RegisterFault(
        "支援会議の資料が1部戻らない",
        MeetingRecord,
        (("MTG-011", "collected"),),
        lambda meeting, _: {"collected": meeting.handed_out - 1},
        _is_shared,
    ),
    RegisterFault(
        "1課だけの庁内連携委員会",
        MeetingRecord,
        (("MTG-012", "meeting_no"),),
        _another(ONE_DIVISION),
        _is_committee,
        adds=True,
        along=_first_guest,
    ),
    RegisterFault(
        "45日を過ぎて確定しない会議録",
        MeetingRecord,
        (("MTG-015", "minutes_state"),),
        lambda *_: {"minutes_state": MinutesState.CHECKING},
        _is_long_ago,
    ),
    RegisterFault(
        "目標の日を過ぎて確定しない会議録",
        MeetingRecord,
        (("MTG-015", "minutes_state"),),
        lambda *_: {"minutes_state": MinutesState.DRAFT},
        _is_recent,
        severity=Severity.WARNING,
    ),
    RegisterFault(
        "案件が収まらない会議",
        MeetingRecord,
        (("MTG-016", "ends_at"),),
        _too_short,
        _has_reviews,
        of=MeetingRecord,
    ),
    RegisterFault(
        "年に一度の検討をしなかった年度",
        MeetingRecord,
        (("MTG-013", ""), ("MTG-014", "")),
        _years_ago,
        _is_committee,
        adds=True,
        along=_its_guests,
    ),
    RegisterFault(
        "守秘義務の確認方法がない",
        AttendanceRecord,
        (("MTG-004", "secrecy_method"),),
        blank("secrecy_method"),
        _is_sworn_in,
    ),
    RegisterFault(
        "同意範囲にない機関の出席",
        AttendanceRecord,
        (("MTG-005", "agency"),),
        _stranger,
        _can_be_reviewed,
        of=Case,
        along=_on_the_agenda,
    ),
)
