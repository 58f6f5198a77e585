"""支援台帳: all sheets of the shared workbook as typed rows, with the look-ups rules need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, cast

from juso.core.sheet import Row
from juso.core.table import Table
from juso.koshu.settings import Settings
from juso.koshu.sheets import (
    Agency,
    AgendaItem,
    Assessment,
    AttendanceRecord,
    Case,
    Contact,
    Decision,
    Evaluation,
    FamilyMember,
    MeetingRecord,
    Plan,
    PlanLine,
    Problem,
    Referral,
    Resource,
    Site,
    Target,
    Training,
)

R = TypeVar("R", bound=Row)


def group(rows: Iterable[R], key: str) -> dict[Any, list[R]]:
    """Rows by one of their columns, in sheet order."""
    found: dict[Any, list[R]] = defaultdict(list)
    value = attrgetter(key)
    for row in rows:
        found[value(row)].append(row)
    return found


@dataclass
class Register:
    """The shared workbook as data.

    A required cell may be empty in a faulty file, whatever its type says: look-ups that sort
    by a date leave such rows out, and `apply_rule` does not ask a rule about its own row then.
    """

    tables: Mapping[type[Row], Table[Any]]
    today: date
    settings: Settings = field(default_factory=Settings)

    def rows(self, row_type: type[R]) -> Sequence[R]:
        """All rows of a sheet, in sheet order; none if the sheet is missing."""
        table = self.tables.get(row_type)
        return cast(Sequence[R], table.rows) if table else ()

    @property
    def cases(self) -> Sequence[Case]:
        return self.rows(Case)

    @property
    def plans(self) -> Sequence[Plan]:
        return self.rows(Plan)

    @property
    def referrals(self) -> Sequence[Referral]:
        return self.rows(Referral)

    @property
    def contacts(self) -> Sequence[Contact]:
        return self.rows(Contact)

    @property
    def evaluations(self) -> Sequence[Evaluation]:
        return self.rows(Evaluation)

    @property
    def meetings(self) -> Sequence[MeetingRecord]:
        return self.rows(MeetingRecord)

    @property
    def agenda_items(self) -> Sequence[AgendaItem]:
        return self.rows(AgendaItem)

    @property
    def attendance(self) -> Sequence[AttendanceRecord]:
        return self.rows(AttendanceRecord)

    @property
    def decisions(self) -> Sequence[Decision]:
        return self.rows(Decision)

    @property
    def resources(self) -> Sequence[Resource]:
        return self.rows(Resource)

    @property
    def sites(self) -> Sequence[Site]:
        return self.rows(Site)

    @property
    def agencies(self) -> Sequence[Agency]:
        return self.rows(Agency)

    @property
    def targets(self) -> Sequence[Target]:
        return self.rows(Target)

    @property
    def trainings(self) -> Sequence[Training]:
        return self.rows(Training)

    @cached_property
    def case_by_no(self) -> dict[str, Case]:
        return {case.case_no: case for case in self.cases}

    @cached_property
    def cases_of_household(self) -> dict[str, list[Case]]:
        return group(self.cases, "household_no")

    @cached_property
    def assessment_of(self) -> dict[str, Assessment]:
        return {a.case_no: a for a in self.rows(Assessment)}

    @cached_property
    def family_of(self) -> dict[str, list[FamilyMember]]:
        return group(self.rows(FamilyMember), "case_no")

    @cached_property
    def problems_of(self) -> dict[str, list[Problem]]:
        return group(self.rows(Problem), "case_no")

    @cached_property
    def plan_by_no(self) -> dict[str, Plan]:
        return {plan.plan_no: plan for plan in self.plans}

    @cached_property
    def plans_of(self) -> dict[str, list[Plan]]:
        return group(self.plans, "case_no")

    @cached_property
    def lines_of(self) -> dict[str, list[PlanLine]]:
        return group(self.rows(PlanLine), "plan_no")

    @cached_property
    def evaluation_by_no(self) -> dict[str, Evaluation]:
        return {e.evaluation_no: e for e in self.evaluations}

    @cached_property
    def evaluations_of_case(self) -> dict[str, list[Evaluation]]:
        return group(self.evaluations, "case_no")

    @cached_property
    def evaluations_of_plan(self) -> dict[str, list[Evaluation]]:
        return group(self.evaluations, "plan_no")

    @cached_property
    def referrals_of(self) -> dict[str, list[Referral]]:
        return group(self.referrals, "case_no")

    @cached_property
    def contacts_of(self) -> dict[str, list[Contact]]:
        """Contacts of a case whose time could be read, oldest first."""
        dated = [contact for contact in self.contacts if contact.at is not None]
        return group(sorted(dated, key=attrgetter("at")), "case_no")

    @cached_property
    def last_contact_on(self) -> dict[str, date]:
        """最終接触日: a case's last contact."""
        return {no: rows[-1].at.date() for no, rows in self.contacts_of.items()}

    @cached_property
    def meeting_by_no(self) -> dict[str, MeetingRecord]:
        return {meeting.meeting_no: meeting for meeting in self.meetings}

    @cached_property
    def items_of(self) -> dict[str, list[AgendaItem]]:
        return group(self.agenda_items, "meeting_no")

    @cached_property
    def attendance_of(self) -> dict[str, list[AttendanceRecord]]:
        return group(self.attendance, "meeting_no")

    @cached_property
    def decisions_of(self) -> dict[str, list[Decision]]:
        return group(self.decisions, "meeting_no")

    @cached_property
    def resource_by_no(self) -> dict[str, Resource]:
        return {resource.resource_no: resource for resource in self.resources}

    @cached_property
    def agency_by_name(self) -> dict[str, Agency]:
        """Agencies by the short name that other sheets use."""
        return {agency.short_name: agency for agency in self.agencies}


def register_of(rows: Iterable[Row], today: date, settings: Settings | None = None) -> Register:
    """A register made of rows that are on no sheet yet, in the given order."""
    tables: dict[type[Row], Table[Any]] = {}
    for row_type, found in group_by_type(rows).items():
        tables[row_type] = Table(
            row_type,
            [row.replace(row_number=number) for number, row in enumerate(found, start=2)],
            {c.key: i for i, c in enumerate(row_type.columns)},
        )
    return Register(tables, today, settings or Settings())


def group_by_type(rows: Iterable[Row]) -> dict[type[Row], list[Row]]:
    """Rows by the sheet they belong to."""
    found: dict[type[Row], list[Row]] = {}
    for row in rows:
        found.setdefault(type(row), []).append(row)
    return found
