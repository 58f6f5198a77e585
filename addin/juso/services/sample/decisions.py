"""決定事項: what a meeting decided, and whether it was done in time."""

from __future__ import annotations

from datetime import date, timedelta

from juso.koshu.codes import DecisionState
from juso.koshu.sheets import Decision
from juso.services.sample.conference_texts import REPORTS, RESULTS
from juso.services.sample.desk import Desk
from juso.services.sample.meeting_book import Slot
from juso.services.sample.staff import Worker
from juso.services.sample.workdays import later, on_or_after

LATE, PUT_OFF = 0.055, 0.012  # of those whose day has come
PUT_OFF_DAYS = 5  # after the year's end, within which what was put off is due
EARLY = 0.25  # of those whose day is still to come


def decide_on(desk: Desk, slot: Slot, content: str, worker: Worker, days: int) -> None:
    """Decide on the last item with a worker and a day; the number is given with the meeting's."""
    due_on = on_or_after(slot.held_on + timedelta(days=days))
    state, done_on = _progress(desk, slot.held_on, due_on)
    if done_on is None and due_on <= desk.last_day:
        due_on = on_or_after(desk.last_day + timedelta(days=1 + due_on.day % PUT_OFF_DAYS))
    slot.decisions.append(
        Decision(
            meeting_no=slot.meeting_no,
            item_number=len(slot.items),
            decision_no="",
            content=content,
            agency=worker.agency,
            worker=worker.name,
            due_on=due_on,
            report_how=desk.pick(REPORTS),
            state=state,
            done_on=done_on,
            result=desk.pick(RESULTS) if done_on else None,
        )
    )


def _progress(desk: Desk, held_on: date, due_on: date) -> tuple[DecisionState, date | None]:
    chance = desk.rng.random()
    if due_on > desk.last_day:
        if chance < EARLY and held_on < desk.last_day:
            return DecisionState.DONE, later(held_on, desk.rng.randint(1, 7), desk.last_day)
        return (DecisionState.RUNNING if chance < 0.7 else DecisionState.OPEN), None
    if chance < PUT_OFF:
        return DecisionState.RUNNING, None
    if chance < PUT_OFF + LATE:
        return DecisionState.DONE, later(due_on, desk.rng.randint(2, 12), desk.last_day)
    span = (due_on - held_on).days
    return DecisionState.DONE, later(held_on, desk.rng.randint(min(2, span), span), due_on)
