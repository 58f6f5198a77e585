"""支援会議で情報共有: without consent, agencies watch over a person together."""

from __future__ import annotations

from datetime import date

from juso.koshu.codes import AgendaKind, ClosingReason, SuspensionReason
from juso.services.sample.agencies import ELEMENTARY, JUNIOR_HIGH
from juso.services.sample.approach import approach
from juso.services.sample.assess import assess
from juso.services.sample.begin import consent_at_screening
from juso.services.sample.conference import share
from juso.services.sample.courses import call_for_help
from juso.services.sample.finish import close, suspend
from juso.services.sample.journey import Journey
from juso.services.sample.keep_in_touch import keep_in_touch
from juso.services.sample.story import Will

GIVEN_UP, GONE = 0.2, 0.12  # what becomes of some
WATCH_AGAIN = (75, 110)


def conference_only(journey: Journey) -> None:
    """支援会議で情報共有（実施計画8(2)）."""
    day, story = journey.screened_on, journey.opening.story
    schools = (ELEMENTARY, JUNIOR_HIGH) if story.is_child_protection else ()
    if story.will is Will.REFUSES:
        consent_at_screening(journey, day)
    call_for_help(journey)
    share(journey, day, AgendaKind.SHARING, *schools)
    again = journey.after(day, *WATCH_AGAIN, date.max)
    share(journey, again, AgendaKind.WATCHING, *schools)
    assessed = journey.after(day, 6, 25)
    if assessed < journey.desk.last_day:
        assess(journey, assessed)
    until = _watch_until(journey, again)
    if schools:
        _watch_at_school(journey, day, again)
        keep_in_touch(journey, day, until)
    else:
        approach(journey, day, until, journey.lead)


def _watch_until(journey: Journey, since: date) -> date:
    """Some give up or move away; over most somebody still watches."""
    desk, chance = journey.desk, journey.desk.rng.random()
    day = journey.after(since, 30, 90, date.max)
    if day >= desk.last_day or chance > GIVEN_UP + GONE:
        return desk.last_day
    if chance < GIVEN_UP:
        suspend(journey, day, SuspensionReason.REFUSED)
    else:
        close(journey, day, ClosingReason.MOVED)
    return day


def _watch_at_school(journey: Journey, *days: date) -> None:
    """The school tells how the child is; the 支援会議 allows it (法第106条の6)."""
    content = f"{JUNIOR_HIGH}と登校の様子を確かめ、声を掛ける役割を決めた。"
    for day in days:
        if day < journey.desk.last_day:
            journey.coordinate(day, JUNIOR_HIGH, content)
