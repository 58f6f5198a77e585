"""How far a meeting has come: what is asked of it before, after, and once its minutes are settled."""

from __future__ import annotations

from datetime import date
from enum import Enum

from juso.core.finding import Severity
from juso.koshu.codes import MinutesState
from juso.koshu.sheets import MeetingRecord


class Stage(Enum):
    """会議の段階."""

    AHEAD = "開催前"
    HELD = "開催後"
    SETTLED = "会議録確定"

    @property
    def grade(self) -> Severity:
        """What is missing of a meeting that was held is 要確認 until its minutes are settled."""
        return Severity.ERROR if self is Stage.SETTLED else Severity.WARNING


def day_of(meeting: MeetingRecord, today: date) -> date:
    """The day of a meeting; today where it is not set yet."""
    return meeting.held_on if meeting.held_on is not None else today


def stage_of(meeting: MeetingRecord | None, today: date) -> Stage | None:
    """The stage of a meeting; the day of the meeting itself is still 開催前.

    None where the register does not say which meeting it is.
    """
    if meeting is None or meeting.kind is None:
        return None
    if meeting.held_on is None or meeting.held_on > today:
        return Stage.AHEAD
    if meeting.minutes_state is MinutesState.FINAL:
        return Stage.SETTLED
    return Stage.HELD if meeting.held_on < today else Stage.AHEAD
