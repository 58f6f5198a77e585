"""会議台帳, 会議案件, 会議出席 and 決定事項: the meetings that were held."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from juso.core.sheet import Row
from juso.koshu.agencies import COUNCIL, HOST, MULTI_AGENCY_TEAM, OUTREACH_TEAM, PARTNER_AGENCY
from juso.koshu.codes import (
    Attendance,
    Division,
    JointMeeting,
    Level,
    Meeting,
    MeetingCall,
    MeetingStyle,
    MinutesState,
    Openness,
    Partner,
    SecrecyMethod,
)
from juso.koshu.sheets import AttendanceRecord, MeetingRecord
from juso.services.sample.desk import Desk
from juso.services.sample.meeting_book import Slot
from juso.services.sample.staff import Worker
from juso.services.sample.workdays import later, on_or_before

AFTERNOON, MORNING = time(13, 30), time(9, 30)
BEFORE_BUSINESS = 35  # minutes of opening, secrecy and last time's decisions
LONG = 180
PLACES = ("甲州市役所 第1会議室", "甲州市役所 第2会議室", "市民文化会館 会議室")
CORE = {
    Meeting.PLAN_CONFERENCE: (MULTI_AGENCY_TEAM,),
    Meeting.SUPPORT_CONFERENCE: (
        OUTREACH_TEAM,
        MULTI_AGENCY_TEAM,
        COUNCIL,
        PARTNER_AGENCY[Partner.WELFARE_VOLUNTEERS],
    ),
    Meeting.LIAISON_COMMITTEE: (),
}
"""Who attends every item beside 福祉総合支援課."""
LEVELS = {Meeting.LIAISON_COMMITTEE: Level.STATISTICS}
STYLES = (MeetingStyle.IN_PERSON,) * 5 + (MeetingStyle.HYBRID,)


def meeting_rows(desk: Desk) -> list[Row]:
    """All rows of the meetings, by kind and day; a meeting without business is not held."""
    rows: list[Row] = []
    for slots in desk.meetings.slots.values():
        for slot in slots:
            if slot.items:
                rows += _rows(desk, slot)
    return rows


def _rows(desk: Desk, slot: Slot) -> list[Row]:
    attendance = _attendance(desk, slot)
    decisions = [
        decision.replace(decision_no=f"{slot.meeting_no}-{number:02d}")
        for number, decision in enumerate(slot.decisions, start=1)
    ]
    return [_record(desk, slot, attendance), *slot.items, *attendance, *decisions]


def _record(desk: Desk, slot: Slot, attendance: list[AttendanceRecord]) -> MeetingRecord:
    confidential = slot.kind is not Meeting.LIAISON_COMMITTEE
    start, end = _times(slot)
    recorder = desk.staff.anyone(HOST, desk.rng).name
    chair = desk.staff.head(HOST)
    final = later(slot.held_on, desk.rng.randint(3, 9), _minutes_due(desk, slot))
    papers = len(attendance) + 2 if confidential else None
    child = slot.is_child_protection
    return MeetingRecord(
        meeting_no=slot.meeting_no,
        kind=slot.kind,
        round=int(slot.meeting_no[-2:]),
        held_on=slot.held_on,
        starts_at=start,
        ends_at=end,
        place=desk.pick(PLACES),
        style=desk.pick(STYLES),
        called_by=f"{HOST}{chair.post}",
        chair=chair.name,
        recorder=recorder,
        secretariat=HOST,
        call=slot.call,
        joint_with=(JointMeeting.CHILD_PROTECTION,) if child else (),
        openness=Openness.CLOSED if confidential else Openness.INTERNAL,
        level=LEVELS.get(slot.kind, Level.PSEUDONYM),
        secrecy_announced=confidential,
        announced_at=_plus(start, 3) if confidential else None,
        announced_by=chair.name if confidential else None,
        handed_out=papers,
        collected=papers,
        notice_no=f"甲福総第{desk.rng.randint(100, 999)}号",
        notice_on=_notice_on(slot),
        next_on=_next_on(desk, slot),
        minutes_state=MinutesState.FINAL,
        finalized_on=final,
        finalized_by=chair.name,
    )


def _minutes_due(desk: Desk, slot: Slot) -> date:
    """会議録 are final within two weeks."""
    return min(desk.last_day, slot.held_on + timedelta(days=13))


def _notice_on(slot: Slot) -> date:
    days = 1 if slot.call is MeetingCall.URGENT else 12
    return on_or_before(slot.held_on - timedelta(days=days))


def _next_on(desk: Desk, slot: Slot) -> date | None:
    """The next regular meeting: one that will be called urgently is not known yet."""
    coming = (
        s.held_on
        for s in desk.meetings.slots[slot.kind]
        if s.held_on > slot.held_on and s.call is MeetingCall.REGULAR
    )
    return next(coming, None)


def _times(slot: Slot) -> tuple[time, time]:
    """Long enough for the business, in half hours."""
    minutes = BEFORE_BUSINESS + sum(item.minutes for item in slot.items)
    start = MORNING if minutes > LONG else AFTERNOON
    return start, _plus(start, -(-minutes // 30) * 30)


def _plus(at: time, minutes: int) -> time:
    return (datetime.combine(date.min, at) + timedelta(minutes=minutes)).time()


def _attendance(desk: Desk, slot: Slot) -> list[AttendanceRecord]:
    """Those who attend throughout (案件番号0), then the guests of each item."""
    core = [desk.staff.head(HOST), *(desk.staff.head(a) for a in CORE[slot.kind])]
    if slot.kind is Meeting.LIAISON_COMMITTEE:
        core = [desk.staff.head(division) for division in Division]
        core += [desk.staff.anyone(division, desk.rng) for division in Division]
    always = {worker.agency for worker in core}
    rows = [_seat(desk, slot, 0, worker) for worker in core]
    for number, guests in slot.guests.items():
        rows += [_seat(desk, slot, number, w) for w in guests if w.agency not in always]
    return rows


def _seat(desk: Desk, slot: Slot, number: int, worker: Worker) -> AttendanceRecord:
    confidential = slot.kind is not Meeting.LIAISON_COMMITTEE
    online = number > 0 and desk.chance(0.06)
    sworn = slot.kind is Meeting.SUPPORT_CONFERENCE and number == 0
    method = SecrecyMethod.ORDINANCE if sworn else SecrecyMethod.ANNOUNCED
    return AttendanceRecord(
        meeting_no=slot.meeting_no,
        item_number=number,
        agency=worker.agency,
        post=worker.post,
        name=worker.name,
        attendance=Attendance.ONLINE if online else Attendance.PRESENT,
        secrecy_confirmed=confidential,
        secrecy_method=method if confidential else None,
    )
