"""From duties to the list: what is near, one line a matter, the earliest day first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from juso.core.finding import address
from juso.koshu.config import Config
from juso.koshu.register import Register
from juso.koshu.todo_kinds import TODO_KINDS
from juso.services.todo.ball_duties import ball_duties
from juso.services.todo.consent_duties import consent_duties
from juso.services.todo.contact_duties import contact_duties
from juso.services.todo.meeting_duties import again_duties, decision_duties, minutes_duties
from juso.services.todo.model import Duty, Owner, Todo
from juso.services.todo.plan_duties import line_duties, plan_duties
from juso.services.todo.referral_duties import referral_duties

if TYPE_CHECKING:
    from juso.services.board import Ball

Place = tuple[date, int, Owner, str, int]
"""What lines are sorted by: day, weight of the kind, owner, number, row."""
WEIGHT = {kind: number for number, kind in enumerate(TODO_KINDS)}


def todo(
    register: Register, config: Config | None = None, balls: Iterable[Ball] = ()
) -> list[Todo]:
    """What is overdue, due within the kind's days, or without a day, by day and then kind.

    What has no day stands last. `config` names the 事務局 of a meeting that names none; of
    `balls`, those of つなぎボード, the slow ones are listed.
    """
    today = register.today
    matters: dict[tuple[Hashable, Owner], list[Duty]] = {}
    duties = all_duties(register, config.secretariat if config else "")
    for duty in chain(duties, ball_duties(register, balls)):
        if duty.is_near(today):
            matters.setdefault((duty.subject, duty.owner), []).append(duty)
    lines = [_line(duties, register) for duties in matters.values()]
    return [todo for _, todo in sorted(lines, key=itemgetter(0))]


def all_duties(register: Register, secretariat: str = "") -> Iterator[Duty]:
    """Every duty whose day is known or missing, near or not (lines of plans: the near ones)."""
    yield from contact_duties(register)
    yield from consent_duties(register)
    yield from referral_duties(register)
    yield from plan_duties(register)
    yield from line_duties(register)
    yield from decision_duties(register)
    yield from again_duties(register)
    yield from minutes_duties(register, secretariat)


def _line(duties: Sequence[Duty], register: Register) -> tuple[Place, Todo]:
    """The weightiest duty gives kind, cell and request; the others say what else is wrong."""
    today = register.today
    first, *rest = sorted(duties, key=partial(_rank, today=today))
    more = [d for d in rest if (d.kind, d.due) != (first.kind, first.due)]
    agency, worker = first.owner
    due = min((d.due for d in duties if d.due), default=None)
    place = (due or date.max, WEIGHT[first.kind], first.owner, first.key, first.row.row_number)
    return place, Todo(
        due=due,
        days_over=None if due is None else (today - due).days,
        kind=first.kind.name,
        agency=agency,
        worker=worker,
        key=first.key,
        what="".join(duty.why(today) for duty in (first, *more)) + first.request,
        sheet=first.row.sheet,
        cell=_cell(first, register),
    )


def _rank(duty: Duty, today: date) -> tuple[bool, int, date, int]:
    """Of what is late the weightiest kind first; then what is next, at last what has no day."""
    weight, due = WEIGHT[duty.kind], duty.due or date.max
    return due >= today, weight if due < today else 0, due, weight


def _cell(duty: Duty, register: Register) -> str:
    table = register.tables.get(type(duty.row))
    place = table.positions.get(duty.column) if table else None
    return "" if place is None else address(duty.row.row_number, place)
