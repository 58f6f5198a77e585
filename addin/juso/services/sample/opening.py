"""A consultation as it comes in: who, where, when, and how it is going to turn out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from juso.koshu.codes import ClosingReason, Outcome, SuspensionReason, Window
from juso.services.sample.household import Household, Person
from juso.services.sample.story import Story


class Twist(Enum):
    """What sets a course apart from the usual one."""

    NONE = "nothing"
    SECOND = "somebody else of the household becomes a case"
    RETURNED = "a referral comes back"
    REOPENED = "again within six months of the end"
    RECONSULTED = "again after more than six months"
    OPENS = "opens up after long outreach, and takes part in the end"
    MOVED = "moves away"
    DIED = "dies"


@dataclass(frozen=True, slots=True)
class Ending:
    """When and why a case ends; no day: it does not, as far as is known."""

    on: date | None = None
    closing: ClosingReason | None = None
    suspension: SuspensionReason | None = None


@dataclass(slots=True, kw_only=True)
class Opening:
    """One row of 相談受付簿 before anything is done about it."""

    story: Story
    household: Household
    person: Person
    window: Window
    received_on: date
    outcome: Outcome | None
    screened_on: date | None = None
    twist: Twist = Twist.NONE
    ending: Ending = field(default_factory=Ending)
    sent_by: Opening | None = None  # another window's case that this one continues
    resumes: Opening | None = None  # an ended case, not longer ago than six months
    case_no: str = ""
    sent_to: Opening | None = None

    @property
    def age(self) -> int:
        """The person's age at reception."""
        return self.person.age_on(self.received_on)
