"""One case on its way: its state, and what is written down as it goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from juso.core.calendar import FiscalYear
from juso.koshu.agencies import (
    MULTI_AGENCY_TEAM,
    OUTREACH_TEAM,
    PARTICIPATION_TEAM,
    WINDOW_AGENCY,
)
from juso.koshu.codes import (
    CaseState,
    Caution,
    Consent,
    ContactMethod,
    Counterpart,
    Counting,
    Issue,
    Program,
    Urgency,
)
from juso.koshu.sheets import Contact, Plan, PlanLine, Problem
from juso.services.sample import contact_texts as t
from juso.services.sample.calls import SPEAKS_FOR_SELF, Call
from juso.services.sample.desk import Desk
from juso.services.sample.opening import Ending, Opening
from juso.services.sample.staff import Worker
from juso.services.sample.workdays import MORNING, OFFICE_HOURS, at_work, later

SENSITIVE = frozenset({Caution.PROTECTED, Caution.ABUSE, Caution.INFORMANT})
CLOSING_TIME = time(17, 10)
LATEST_ENTRY = 7  # days; before a long holiday records are typed the same day
PROGRAM_OF = {
    MULTI_AGENCY_TEAM: Program.MULTI_AGENCY,
    OUTREACH_TEAM: Program.OUTREACH,
    PARTICIPATION_TEAM: Program.PARTICIPATION,
}
"""The programme that a team's work counts for; everybody else's is 包括的相談支援."""
Way = tuple[ContactMethod, Counterpart]
"""How a contact was made, and with whom."""


@dataclass(slots=True)
class PlanDraft:
    """A plan with its lines, while its state may still change."""

    plan: Plan
    by: Worker
    lines: list[PlanLine] = field(default_factory=list)


@dataclass(slots=True)
class Journey:
    """A case from reception to its end, or to the end of what is known."""

    desk: Desk
    opening: Opening
    call: Call
    issues: tuple[Issue, ...]
    urgency: Urgency
    lead: Worker
    state: CaseState = CaseState.RECEIVED
    consent: Consent = Consent.PENDING
    consent_on: date | None = None
    consent_reason: str = ""
    proxy: str | None = None
    team: list[str] = field(default_factory=list)  # agencies the person agreed to, in order
    problems: list[Problem] = field(default_factory=list)
    drafts: list[PlanDraft] = field(default_factory=list)
    evaluations: int = 0
    referrals: int = 0
    ending: Ending | None = None
    is_assessed: bool = False
    reviewed_on: date | None = None

    @property
    def case_no(self) -> str:
        """Its ケース番号."""
        return self.opening.case_no

    @property
    def window_agency(self) -> str:
        """The agency that received the case."""
        return WINDOW_AGENCY[self.opening.window]

    @property
    def screened_on(self) -> date:
        """The day it was decided what to do; the day of reception while that is open."""
        return self.opening.screened_on or self.opening.received_on

    @property
    def is_young(self) -> bool:
        """Too young to be called or to come alone."""
        return self.opening.age < SPEAKS_FOR_SELF

    @property
    def voice(self) -> Counterpart:
        """Who is spoken with: the family of a young child or of whoever is spoken for."""
        return Counterpart.FAMILY if self.is_young or self.proxy else Counterpart.SELF

    def limit(self, day: date) -> date:
        """The end of a day's fiscal year: what is asked for is met within it."""
        return min(FiscalYear.of(day).last_day, self.desk.last_day)

    def after(self, day: date, least: int, most: int, limit: date | None = None) -> date:
        """An open day some days later, within what is known."""
        count = self.desk.rng.randint(least, most)
        return later(day, count, limit or self.desk.last_day)

    def has_consent(self, day: date) -> bool:
        """Whether the person's consent was there on a day."""
        return self.consent.is_given and self.consent_on is not None and self.consent_on <= day

    def engage(self, *agencies: str) -> None:
        """Let agencies into the team, and into what the person consents to."""
        self.team += [agency for agency in dict.fromkeys(agencies) if agency not in self.team]

    def record(
        self, day: date, way: Way, content: str, by: Worker | None = None, **facts: Any
    ) -> None:
        """Write a contact down; its number is given when the year is complete."""
        worker = by or self.lead
        method, counterpart = way
        hours = MORNING if method is ContactMethod.INTERNAL else OFFICE_HOURS
        at = at_work(self.desk.rng, day, facts.pop("hours", hours))
        self.desk.contacts.append(
            Contact(
                record_no="",
                case_no=self.case_no,
                at=at,
                worker=worker.name,
                agency=worker.agency,
                program=PROGRAM_OF.get(worker.agency, Program.CONSULTATION),
                method=method,
                counterpart=counterpart,
                content=content,
                counting=Counting.COUNTED,
                needs_care=not SENSITIVE.isdisjoint(self.opening.story.cautions),
                entered_at=self._entered(at),
                **self._impression(counterpart, day, facts),
            )
        )

    def coordinate(
        self, day: date, agency: str, content: str, by: Worker | None = None, **facts: Any
    ) -> None:
        """Write down a contact with another agency."""
        method = facts.pop("method", ContactMethod.COORDINATION)
        partner = self.desk.partners.get(agency)
        way = (method, Counterpart.AGENCY)
        self.record(day, way, content, by, other_agency=agency, partner=partner, **facts)

    def _entered(self, at: datetime) -> datetime:
        """When a record was typed: the same day or some days later, never after the year."""
        wait = self.desk.pick((0, 0, 0, 0, 1, 1, 2, 4))
        day = later(at.date(), wait, self.desk.last_day)
        if day == at.date() or (day - at.date()).days > LATEST_ENTRY:
            day = at.date()
            return min(at + timedelta(minutes=40), datetime.combine(day, CLOSING_TIME))
        return at_work(self.desk.rng, day)

    def _impression(
        self, counterpart: Counterpart, day: date, facts: dict[str, Any]
    ) -> dict[str, Any]:
        """The voluntary cells of a record, filled in about half of the time."""
        desk = self.desk
        if counterpart is Counterpart.SELF and "observation" not in facts and desk.chance(0.55):
            facts["observation"] = desk.pick(t.OBSERVATIONS)
        if "judgement" not in facts and desk.chance(0.3):
            facts["judgement"] = desk.pick(t.JUDGEMENTS)
        if desk.chance(0.35):
            facts["next_action"] = desk.pick(t.NEXT_ACTIONS)
            facts["next_on"] = later(day, desk.rng.randint(7, 21), date.max)
        return facts
