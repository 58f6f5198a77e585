"""The rows of the register that belong to one fiscal year.

A date may be missing in a faulty register; such rows are left out of what needs the date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from juso.core.calendar import FiscalYear
from juso.koshu.codes import Attendance, Division, Meeting, Partner, Sufficiency
from juso.koshu.register import Register, group
from juso.koshu.sheets import (
    AgendaItem,
    Case,
    Contact,
    Decision,
    MeetingRecord,
    Plan,
    Referral,
    Resource,
    Site,
    Training,
)

PRESENT = (Attendance.PRESENT, Attendance.PROXY, Attendance.ONLINE)


def lies_in(day: date | None, year: FiscalYear) -> bool:
    """Whether a date that may be missing lies in a fiscal year."""
    return day is not None and day in year


def cases_of(register: Register, year: FiscalYear) -> list[Case]:
    """Cases received in the year."""
    return [c for c in register.cases if lies_in(c.received_on, year)]


def referrals_of(register: Register, year: FiscalYear) -> list[Referral]:
    """Referrals asked for in the year."""
    return [r for r in register.referrals if lies_in(r.referred_on, year)]


def contacts_of(register: Register, year: FiscalYear) -> list[Contact]:
    """Contacts of the year that count as 延べ."""
    return [c for c in register.contacts if c.at is not None and c.at.date() in year and c.counts]


def meetings_of(
    register: Register, year: FiscalYear, kind: Meeting | None = None
) -> list[MeetingRecord]:
    """Meetings held in the year, oldest first."""
    held = (m for m in register.meetings if lies_in(m.held_on, year) and kind in (None, m.kind))
    return sorted(held, key=lambda m: m.held_on)


def items_of(register: Register, year: FiscalYear, kind: Meeting | None = None) -> list[AgendaItem]:
    """Agenda items of the year's meetings."""
    return [
        item
        for meeting in meetings_of(register, year, kind)
        for item in register.items_of.get(meeting.meeting_no, ())
    ]


def decisions_of(
    register: Register, year: FiscalYear, kind: Meeting | None = None
) -> list[Decision]:
    """What the year's meetings decided."""
    return [
        decision
        for meeting in meetings_of(register, year, kind)
        for decision in register.decisions_of.get(meeting.meeting_no, ())
    ]


def trainings_of(register: Register, year: FiscalYear) -> list[Training]:
    """Trainings of the year, oldest first."""
    held = (t for t in register.trainings if lies_in(t.held_on, year))
    return sorted(held, key=lambda t: t.held_on)


def active_plans(register: Register) -> list[Plan]:
    """有効プラン."""
    return [p for p in register.plans if p.state and p.state.is_active]


def open_sites(register: Register, year: FiscalYear) -> list[Site]:
    """Sites that were open at some time of the year."""
    return [
        s
        for s in register.sites
        if (s.opened_on is None or s.opened_on <= year.last_day)
        and (s.closed_on is None or s.closed_on >= year.first_day)
    ]


def agencies_of_plan(register: Register, plan: Plan) -> set[str]:
    """The agencies that a plan gives work to."""
    return {line.agency for line in register.lines_of.get(plan.plan_no, ()) if line.agency}


def participants(training: Training) -> int:
    """Participants of one training; a blank cell counts as nobody."""
    cells = (
        training.heads,
        training.leaders,
        training.workers,
        training.contractors,
        training.others,
    )
    return sum(cell or 0 for cell in cells)


def divisions_at(register: Register, meeting: MeetingRecord) -> set[str]:
    """Which of the four divisions were present."""
    return {
        division
        for division in Division
        for a in register.attendance_of.get(meeting.meeting_no, ())
        if a.attendance in PRESENT and division in (a.agency or "")
    }


def contacts_by_partner(register: Register, year: FiscalYear) -> dict[Partner, list[Contact]]:
    """Counted contacts with each of the 17 partners."""
    return group((c for c in contacts_of(register, year) if c.partner), "partner")


def referrals_by_partner(register: Register, year: FiscalYear) -> dict[Partner, list[Referral]]:
    """Referrals to each of the 17 partners."""
    return group((r for r in referrals_of(register, year) if r.partner), "partner")


def short_resources(resources: Sequence[Resource]) -> list[Resource]:
    """Resources of which there is not enough."""
    lacking = (Sufficiency.PARTLY, Sufficiency.SHORT, Sufficiency.NONE)
    return [r for r in resources if r.sufficiency in lacking]
