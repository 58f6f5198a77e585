"""What every part of the 引継ぎパック is written from: the worker, the cases, and how they are worded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from juso.core.calendar import short_date
from juso.core.cells import show
from juso.core.sheet import Row
from juso.koshu.register import Register
from juso.koshu.rules.lookups import case_no_of
from juso.koshu.sheets import AgendaItem, Case, Decision, PlanLine
from juso.koshu.todo_kinds import DECISION
from juso.services.board import Ball
from juso.services.handover.discretion import discreet, shown_agency
from juso.services.handover.worker import Worker
from juso.services.todo.model import Duty
from juso.services.todo.owners import is_open
from juso.services.todo.plan_duties import waits

NOT_DECIDED = "未定"
NO_NAME = "（氏名未入力）"


@dataclass(frozen=True)
class Desk:
    """The leaving worker's part of a register; `duties` are those that fall to them."""

    register: Register
    worker: Worker
    duties: tuple[Duty, ...]
    everybodys_balls: tuple[Ball, ...] = ()

    @property
    def today(self) -> date:
        return self.register.today

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The open cases they lead, in sheet order."""
        return tuple(
            case
            for case in self.register.cases
            if is_open(case) and self.worker.holds(case.lead_agency, case.lead_worker)
        )

    @cached_property
    def case_numbers(self) -> frozenset[str]:
        return frozenset(case.case_no for case in self.cases if case.case_no)

    @cached_property
    def lines(self) -> tuple[PlanLine, ...]:
        """The lines of plans that wait for them."""
        return tuple(
            line
            for line in self.register.rows(PlanLine)
            if self.worker.holds(line.agency, line.worker) and waits(line, self.register)
        )

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions they have not carried out."""
        found = (duty.row for duty in self.duties if duty.kind is DECISION)
        return tuple(row for row in found if isinstance(row, Decision))

    @cached_property
    def balls(self) -> tuple[Ball, ...]:
        """Open つなぎ they or their agency are to move, sent or received, and those of their cases."""
        return tuple(ball for ball in self.everybodys_balls if self._is_mine(ball))

    def _is_mine(self, ball: Ball) -> bool:
        row, holds = ball.referral, self.worker.holds
        ends = holds(row.from_agency, row.from_worker) or holds(row.to_agency, row.to_worker)
        return ends or self.is_held(ball) or self.is_own(row)

    def is_held(self, ball: Ball) -> bool:
        """Whether they are to move next, or their agency, which names nobody."""
        is_nobodys = ball.agency == self.worker.agency and not ball.worker
        return is_nobodys or self.worker.holds(ball.agency, ball.worker)

    @cached_property
    def items(self) -> tuple[AgendaItem, ...]:
        """What meetings dealt with of their cases."""
        return tuple(item for item in self.register.agenda_items if self.is_own(item))

    def is_own(self, row: Row) -> bool:
        """Whether a row of any sheet is about one of their cases."""
        if isinstance(row, Case):
            return row in self.cases
        return self.case_no(row) in self.case_numbers

    def case_no(self, row: Row) -> str:
        """The case a row of any sheet is about, '' if none."""
        book = self.register
        if isinstance(row, AgendaItem):
            return case_no_of(row, book)
        if isinstance(row, PlanLine):
            plan = book.plan_by_no.get(row.plan_no or "")
            return (plan.case_no or "") if plan else ""
        if isinstance(row, Decision):
            items = book.items_of.get(row.meeting_no, ())
            item = next((i for i in items if i.number == row.item_number), None)
            return case_no_of(item, book) if item else ""
        return getattr(row, "case_no", "") or ""

    def case_label(self, row: Row) -> str:
        """R7-0007 甲野 花子; － where a row is about no case."""
        number = self.case_no(row)
        case = self.register.case_by_no.get(number)
        return f"{number}\n{name_of(case) or NO_NAME}" if case else number or "－"

    def text(self, text: str | None, row: Row) -> str | None:
        """A free text on a row, without telephone numbers and addresses; None if blank."""
        return discreet(text, self._case_of(row), self.register)

    def agency(self, name: str | None, row: Row) -> str | None:
        """An agency on a row, as it may be named."""
        return shown_agency(name, self._case_of(row), self.register)

    def _case_of(self, row: Row) -> Case | None:
        return row if isinstance(row, Case) else self.register.case_by_no.get(self.case_no(row))


def name_of(case: Case) -> str | None:
    """氏名 as typed; （匿名） where none is asked for."""
    return "（匿名）" if case.is_anonymous else case.name


def day(on: date | None) -> str | None:
    """R7.4.1; a day before the eras as 1025/4/1."""
    if on is None:
        return None
    try:
        return short_date(on)
    except ValueError:
        return show(on)
