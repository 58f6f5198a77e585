"""The year's meetings as a diary that cases are booked into."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from juso.core.calendar import FiscalYear, Month
from juso.koshu.codes import Meeting, MeetingCall
from juso.koshu.sheets import AgendaItem, Decision
from juso.services.sample.staff import Worker
from juso.services.sample.workdays import on_or_after, open_days

ROOM = 6  # items one meeting can take
CASES_PER_ROUND = 430  # an office this busy needs a second meeting each month
MOST_A_MONTH = 7  # 99 meetings a year have a number
MOST_URGENT = 6  # 緊急 meetings a year
FIRST_MONTH_BEFORE = 9  # the previous year's meetings the register still holds: September on
WEEKS = {Meeting.PLAN_CONFERENCE: (3, 3), Meeting.SUPPORT_CONFERENCE: (2, 1)}
COMMITTEE_MONTHS = (5, 8, 11, 2)


@dataclass(slots=True)
class Slot:
    """One meeting with what is on its agenda."""

    kind: Meeting
    held_on: date
    meeting_no: str
    call: MeetingCall = MeetingCall.REGULAR
    items: list[AgendaItem] = field(default_factory=list)
    guests: dict[int, tuple[Worker, ...]] = field(default_factory=dict)  # by item
    decisions: list[Decision] = field(default_factory=list)
    is_child_protection: bool = False

    @property
    def next_number(self) -> int:
        """案件番号 of the next item."""
        return len(self.items) + 1


@dataclass(slots=True)
class MeetingBook:
    """All meetings of the year and of the months before it."""

    slots: dict[Meeting, list[Slot]]
    last_day: date
    held_before: dict[Meeting, dict[FiscalYear, int]]  # those of which nothing is left
    urgent: int = 0

    def book(self, kind: Meeting, earliest: date) -> Slot | None:
        """The first meeting from a day on that has room; None once the year is over."""
        coming = [s for s in self.slots[kind] if s.held_on >= earliest]
        return next((s for s in coming if len(s.items) < ROOM), coming[-1] if coming else None)

    def call_urgently(self, day: date) -> Slot | None:
        """A 支援会議 within days: an extra one while there are few of them."""
        regular = self.book(Meeting.SUPPORT_CONFERENCE, day)
        held_on = on_or_after(day + timedelta(days=2))
        soon = regular is not None and (regular.held_on - day).days <= 7
        if soon or self.urgent >= MOST_URGENT or held_on > self.last_day - timedelta(days=7):
            return regular
        self.urgent += 1
        slot = Slot(
            Meeting.SUPPORT_CONFERENCE,
            held_on,
            f"SK-{FiscalYear.of(held_on).short}-9{self.urgent}",
            MeetingCall.URGENT,
        )
        self.slots[Meeting.SUPPORT_CONFERENCE].append(slot)
        self.slots[Meeting.SUPPORT_CONFERENCE].sort(key=lambda s: s.held_on)
        return slot


def make_book(year: FiscalYear, cases: int) -> MeetingBook:
    """A diary with enough meetings for so many cases; numbers stand until the year is over."""
    rounds = max(1, min(MOST_A_MONTH, -(-cases // CASES_PER_ROUND)))
    before = [m for m in year.previous.months if m.first_day >= _first_before(year)]
    months = (*before, *year.months)
    slots = {
        kind: [slot for month in months for slot in _monthly(kind, month, rounds)] for kind in WEEKS
    }
    slots[Meeting.LIAISON_COMMITTEE] = [
        Slot(Meeting.LIAISON_COMMITTEE, _committee_day(month), _number("TN", month, number))
        for month in months
        if month.month in COMMITTEE_MONTHS
        for number in (COMMITTEE_MONTHS.index(month.month) + 1,)
    ]
    gone = [m for m in year.previous.months if m not in before]
    held_before = {kind: {year.previous: len(gone) * rounds} for kind in WEEKS}
    held_before[Meeting.LIAISON_COMMITTEE] = {
        year.previous: sum(m.month in COMMITTEE_MONTHS for m in gone)
    }
    return MeetingBook(slots, year.last_day, held_before)


def _first_before(year: FiscalYear) -> date:
    return date(year.previous.year, FIRST_MONTH_BEFORE, 1)


def _committee_day(month: Month) -> date:
    return on_or_after(month.first_day + timedelta(days=19))


def _number(head: str, month: Month, number: int) -> str:
    return f"{head}-{month.fiscal_year.short}-{number:02d}"


def _monthly(kind: Meeting, month: Month, rounds: int) -> list[Slot]:
    position = month.fiscal_year.months.index(month) * rounds
    return [
        Slot(kind, day, _number(kind.code, month, position + place))
        for place, day in enumerate(_days(kind, month, rounds), start=1)
    ]


def _days(kind: Meeting, month: Month, rounds: int) -> list[date]:
    if rounds == 1:
        week, weekday = WEEKS[kind]
        first = month.first_day
        offset = (weekday - first.weekday()) % 7 + 7 * (week - 1)
        return [on_or_after(first + timedelta(days=offset))]
    days = [d for d in open_days(month.first_day, month.last_day) if 5 <= d.day <= 24]
    return [days[place * len(days) // rounds] for place in range(rounds)]
