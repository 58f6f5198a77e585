"""The year's consultations: who comes when, to which window, and what it will come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from juso.core.calendar import FiscalYear, add_months
from juso.koshu.codes import Caution, Outcome, Relation, Window
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.services.sample.cues import TELLING, TELLING_ROWS, Cue, cue_for
from juso.services.sample.endings import ending_of
from juso.services.sample.household import Household, make_household, moved
from juso.services.sample.opening import Opening, Twist
from juso.services.sample.seasons import Seasons
from juso.services.sample.stories import story
from juso.services.sample.story import draw
from juso.services.sample.workdays import later, on_or_after

CARRIED_OVER = 1 / 6
LASTING = (
    Outcome.CONTINUED,
    Outcome.MULTI_AGENCY,
    Outcome.OUTREACH,
    Outcome.PARTICIPATION,
    Outcome.SUPPORT_CONFERENCE,
)
SCREENING_DAYS = 13
UNDECIDED_DAYS = 10  # received this shortly before the year's end, it may be undecided
REFERRAL_DAYS = 25  # a referral asked for later would not be met within the year
REOPEN_MONTHS = 6
UNRECOGNISED = 0.35  # of those who come again later, who have moved and are taken for strangers
LASTING_SHARE = 0.5  # of all rows, those that could have been carried over


@dataclass
class Reception:
    """Draws openings, one household after the other."""

    year: FiscalYear
    rng: Random
    seasons: Seasons
    addresses: set[str]

    def openings(self, cases: int) -> list[Opening]:
        """Exactly as many as asked for, oldest first, numbered."""
        found: list[Opening] = []
        cues = list(TELLING) if cases >= TELLING_ROWS else []
        while len(found) < cases:
            cue = cues.pop(0) if cues else cue_for(self.rng, cases - len(found))
            found += self._arrive(cue)
        found.sort(key=lambda opening: opening.received_on)
        number(found, self.year)
        return found

    def _arrive(self, cue: Cue) -> list[Opening]:
        rng = self.rng
        outcome = cue.outcome or draw(rng, cue.story.outcomes)
        day = self._day(cue, outcome)
        home = make_household(cue.story, day, rng, self.addresses)
        first = Opening(
            story=cue.story,
            household=home,
            person=home.people[0],
            window=cue.story.window,
            received_on=day,
            outcome=outcome,
            twist=cue.twist,
        )
        self._decide(first)
        return [first, *self._companion(first)]

    def _day(self, cue: Cue, outcome: Outcome) -> date:
        """When it comes in; only what lasts can have come in before the year began."""
        if cue.early:
            return self.seasons.early(self.rng)
        may_be_carried = outcome in LASTING and self.year.previous.first_day >= PROGRAM_STARTED_ON
        if may_be_carried and self.rng.random() < CARRIED_OVER / LASTING_SHARE:
            return self.seasons.carried(self.rng)
        return self.seasons.day(self.rng, cue.story.window)

    def _decide(self, opening: Opening) -> None:
        """Screening and ending, as far as the year allows."""
        rng, last_day = self.rng, self.year.last_day
        left = (last_day - opening.received_on).days
        if left < UNDECIDED_DAYS and not opening.story.is_anonymous and rng.random() < 0.6:
            opening.outcome = None
            return
        if left < REFERRAL_DAYS and opening.outcome not in (Outcome.INFORMED, Outcome.DROPPED):
            opening.outcome = Outcome.CONTINUED
        limit = min(last_day, opening.received_on + timedelta(days=SCREENING_DAYS))
        quick = opening.outcome is Outcome.INFORMED and rng.random() < 0.7
        wait = 0 if quick else rng.randint(1, SCREENING_DAYS - 3)
        opening.screened_on = later(opening.received_on, wait, limit)
        opening.ending = ending_of(opening, self.year, rng)

    def _companion(self, first: Opening) -> list[Opening]:
        """The second row that some arrivals bring."""
        if first.outcome is Outcome.OTHER_WINDOW and first.story.transfer_to:
            return [self._transferred(first, first.story.transfer_to)]
        if first.twist is Twist.SECOND and first.story.second:
            return [self._of_household(first, *first.story.second)]
        if first.twist in (Twist.REOPENED, Twist.RECONSULTED) and first.ending.on:
            return self._again(first, first.ending.on)
        return []

    def _transferred(self, first: Opening, window: Window) -> Opening:
        since = first.screened_on or first.received_on
        second = Opening(
            story=first.story,
            household=first.household,
            person=first.person,
            window=window,
            received_on=later(since, self.rng.randint(2, 9), self.year.last_day),
            outcome=Outcome.CONTINUED if self.rng.random() < 0.8 else Outcome.INFORMED,
            sent_by=first,
        )
        first.sent_to = second
        self._decide(second)
        return second

    def _of_household(self, first: Opening, relation: Relation, key: str) -> Opening:
        told = story(key)
        second = Opening(
            story=told,
            household=first.household,
            person=first.household.member(relation) or first.person,
            window=told.window,
            received_on=later(first.received_on, self.rng.randint(20, 50), self.year.last_day),
            outcome=draw(self.rng, told.outcomes),
            twist=Twist.OPENS,
        )
        self._decide(second)
        return second

    def _again(self, first: Opening, end: date) -> list[Opening]:
        """A second consultation after the first has ended; none if the year is over by then."""
        within = first.twist is Twist.REOPENED
        since = end if within else add_months(end, REOPEN_MONTHS)
        day = on_or_after(since + timedelta(days=self.rng.randint(15, 120 if within else 60)))
        if day > self.year.last_day - timedelta(days=UNDECIDED_DAYS):
            return []
        home = first.household if within else self._home_later(first, day)
        second = Opening(
            story=first.story,
            household=home,
            person=first.person,
            window=first.window,
            received_on=day,
            outcome=Outcome.CONTINUED,
            resumes=first if within else None,
        )
        self._decide(second)
        return [second]

    def _home_later(self, first: Opening, day: date) -> Household:
        """Where somebody lives by then, by a luck of its own; under 支援措置 nobody is a stranger."""
        luck = Random(f"{first.person.name}/{day}/moved")
        if Caution.PROTECTED in first.story.cautions or luck.random() > UNRECOGNISED:
            return first.household
        return moved(first.household, luck, self.addresses)


def number(openings: list[Opening], year: FiscalYear) -> None:
    """Case numbers by year of reception, household numbers by first appearance."""
    counts = {year: 0, year.previous: 0}
    households = 0
    for opening in openings:
        received = FiscalYear.of(opening.received_on)
        counts[received] += 1
        opening.case_no = f"{received.short}-{counts[received]:04d}"
        if not opening.household.number:
            households += 1
            opening.household.number = f"S{households:04d}"


def receive(year: FiscalYear, cases: int, rng: Random) -> list[Opening]:
    """The consultations of a year."""
    return Reception(year, rng, Seasons.of(year), set()).openings(cases)
