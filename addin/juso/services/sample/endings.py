"""How and when a case ends, as far as its window alone decides it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from juso.core.calendar import FiscalYear
from juso.koshu.codes import ClosingReason, Outcome, SuspensionReason
from juso.services.sample.opening import Ending, Opening, Twist
from juso.services.sample.story import draw
from juso.services.sample.workdays import on_or_after

CLOSINGS = (
    (ClosingReason.SOLVED, 28),
    (ClosingReason.ACHIEVED, 32),
    (ClosingReason.OTHER_SCHEME, 22),
    (ClosingReason.HANDED_OVER, 9),
    (ClosingReason.MOVED, 4),
    (ClosingReason.DIED, 4),
    (ClosingReason.OTHER, 1),
)
SUSPENSIONS = (
    (SuspensionReason.OWN_WISH, 36),
    (SuspensionReason.UNREACHABLE, 34),
    (SuspensionReason.HOSPITAL, 18),
    (SuspensionReason.REFUSED, 12),
)
SUSPENDED = 0.14
OLD_AGE = 70
SHORTEST, MEAN_HALF = 25, 85  # days a case lasts: at least, and half of what comes on top
GONE = (ClosingReason.DIED, ClosingReason.MOVED)
FORCED = {Twist.MOVED: ClosingReason.MOVED, Twist.DIED: ClosingReason.DIED}


def ending_of(opening: Opening, year: FiscalYear, rng: Random) -> Ending:
    """The ending of a case; later than the year's end, it is not known."""
    if opening.outcome is Outcome.INFORMED:
        return Ending(opening.screened_on, ClosingReason.SOLVED)
    if opening.outcome is not Outcome.CONTINUED or opening.twist is Twist.RETURNED:
        return Ending()
    day = _last_day(opening, year, rng)
    if day is None:
        return Ending()
    if opening.twist in FORCED:
        return Ending(day, FORCED[opening.twist])
    if rng.random() < SUSPENDED:
        return Ending(day, suspension=draw(rng, SUSPENSIONS))
    return Ending(day, closing_reason(opening, rng))


def closing_reason(opening: Opening, rng: Random) -> ClosingReason:
    """Why a case is closed; who comes again is neither dead nor gone."""
    final: tuple[ClosingReason, ...] = () if opening.age >= OLD_AGE else (ClosingReason.DIED,)
    if opening.twist in (Twist.REOPENED, Twist.RECONSULTED):
        final = GONE
    return draw(rng, tuple(c for c in CLOSINGS if c[0] not in final))


def _last_day(opening: Opening, year: FiscalYear, rng: Random) -> date | None:
    short = opening.twist in (Twist.REOPENED, Twist.RECONSULTED, *FORCED)
    length = SHORTEST + int(rng.gammavariate(2, 30 if short else MEAN_HALF))
    day = (opening.screened_on or opening.received_on) + timedelta(
        days=min(length, 110) if short else length
    )
    if day <= year.first_day:  # carried over: it was open when the year began
        day = year.first_day + timedelta(days=rng.randint(3, 150))
    day = on_or_after(day)
    return day if day <= year.last_day else None
