"""つなぎ that are not over: those the worker or their agency is to move, sent, received or leads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from juso.koshu.sheets import Referral
from juso.koshu.todo_kinds import FOLLOW_UP
from juso.services.board import Ball
from juso.services.handover.desk import Desk, day
from juso.services.handover.model import ReferralLine
from juso.services.todo.model import Duty


def referral_lines(desk: Desk) -> tuple[ReferralLine, ...]:
    """The worker's own balls first, then the oldest request; at last what is to be followed up."""
    balls = sorted(desk.balls, key=lambda b: (not desk.is_held(b), b.since or date.max))
    return (*(_of_ball(desk, ball) for ball in balls), *_followed(desk))


def _of_ball(desk: Desk, ball: Ball) -> ReferralLine:
    row = ball.referral
    agency = desk.agency(ball.agency, row)
    worker = ball.worker if agency == ball.agency else ""  # a teacher tells the school
    who = "　".join(filter(None, (agency, worker))) or "（未入力）"
    waiting = "" if ball.age is None else f"（{ball.age}営業日）"
    mark = "●" if desk.is_held(ball) else ""
    return _line(desk, row, f"{mark}{who}{waiting}", ball.state.value, ball.next_step)


def _followed(desk: Desk) -> Iterator[ReferralLine]:
    shown = {ball.referral.row_number for ball in desk.balls}
    for duty in desk.duties:
        row = duty.row
        if duty.kind is FOLLOW_UP and isinstance(row, Referral) and row.row_number not in shown:
            holder = f"●{desk.worker.agency}　{desk.worker.name}"
            yield _line(desk, row, holder, "フォロー待ち", _follow_up(duty))


def _follow_up(duty: Duty) -> str:
    return f"フォロー予定日：{day(duty.due)}。{duty.request}" if duty.due else duty.request


def _line(desk: Desk, row: Referral, holder: str, state: str, what: str) -> ReferralLine:
    ends = (desk.agency(a, row) or "（未入力）" for a in (row.from_agency, row.to_agency))
    return ReferralLine(
        number=row.referral_no,
        case=desk.case_label(row),
        way=" → ".join(ends),
        referred_on=day(row.referred_on),
        state=f"{state}\n{holder}",
        what=desk.text(what, row) or "",
    )
