"""An invented year: households come, are helped, and leave their rows in the register."""

from __future__ import annotations

from datetime import date
from random import Random

from juso.core.calendar import FiscalYear
from juso.core.sheet import Row
from juso.koshu.agencies import HOST
from juso.koshu.codes import Outcome
from juso.koshu.register import group_by_type
from juso.koshu.sheets import SHEETS, Case
from juso.services.sample import masters
from juso.services.sample.agencies import agency_rows
from juso.services.sample.begin import begin
from juso.services.sample.case_row import write_down
from juso.services.sample.committees import committee_business
from juso.services.sample.courses import (
    continued,
    dropped,
    informed,
    to_other_agency,
    to_other_window,
    undecided,
)
from juso.services.sample.desk import Desk
from juso.services.sample.journey import Journey
from juso.services.sample.meeting_book import make_book
from juso.services.sample.meeting_rows import meeting_rows
from juso.services.sample.numbering import number_contacts, number_meetings, number_referrals
from juso.services.sample.opening import Opening
from juso.services.sample.openings import receive
from juso.services.sample.outreach_course import outreach
from juso.services.sample.phones import own_phones
from juso.services.sample.staff import make_staff
from juso.services.sample.targets import targets
from juso.services.sample.team_courses import multi_agency, participation
from juso.services.sample.watch_course import conference_only

COURSES = {
    Outcome.INFORMED: informed,
    Outcome.CONTINUED: continued,
    Outcome.OTHER_AGENCY: to_other_agency,
    Outcome.MULTI_AGENCY: multi_agency,
    Outcome.OUTREACH: outreach,
    Outcome.PARTICIPATION: participation,
    Outcome.SUPPORT_CONFERENCE: conference_only,
    Outcome.DROPPED: dropped,
}


def simulate(year: FiscalYear, cases: int, seed: int) -> list[Row]:
    """The rows of every sheet after a year with so many consultations.

    The same arguments give the same rows. About a sixth of the cases was received in the
    year before and still open when the year began; nothing is known after its last day.
    """
    rng = Random(seed)
    agencies = agency_rows(rng)
    desk = Desk(
        year=year,
        rng=rng,
        staff=make_staff(agencies, rng),
        partners={a.short_name: a.partner for a in agencies if a.partner},
        meetings=make_book(year, cases),
        resources=masters.RESOURCES,
    )
    openings = receive(year, cases, rng)
    for opening in openings:
        live(desk, opening)
    looks_back = any(opening.received_on < year.first_day for opening in openings)
    resources = committee_business(desk, date.min if looks_back else year.first_day)
    rows = number_meetings([*desk.rows, *resources], desk.meetings)
    return in_order(
        [
            *number_referrals(rows),
            *number_contacts(desk.contacts),
            *meeting_rows(desk),
            *masters.sites(),
            *agencies,
            *targets(year, desk.staff.head(HOST)),
            *masters.trainings(year),
        ]
    )


def live(desk: Desk, opening: Opening) -> None:
    """Take one case through the year."""
    journey = begin(desk, opening)
    _course(journey, opening)
    write_down(journey)


def _course(journey: Journey, opening: Opening) -> None:
    if opening.sent_to:
        to_other_window(journey, opening.sent_to)
    elif opening.outcome in COURSES:
        COURSES[opening.outcome](journey)
    else:
        undecided(journey)


def in_order(rows: list[Row]) -> list[Row]:
    """Rows sheet by sheet in the workbook's order, cases by number, each with its own phones."""
    by_type = group_by_type(rows)
    by_type[Case] = sorted(by_type[Case], key=lambda case: case.received_on)  # type: ignore[attr-defined]
    return list(own_phones(row for sheet in SHEETS for row in by_type.get(sheet, ())))
