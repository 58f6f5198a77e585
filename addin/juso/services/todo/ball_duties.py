"""つなぎボード in 要対応一覧: balls that have not moved for days, to be told to somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from juso.koshu import todo_kinds as kinds
from juso.koshu.referral_course import State, Told
from juso.koshu.register import Register
from juso.services.todo.model import Duty
from juso.services.todo.owners import case_of, owner

if TYPE_CHECKING:
    from juso.services.board import Ball

KINDS = {Told.LEADER: kinds.SLOW, Told.CHIEF: kinds.STALLED}
SETTLED_AS = {
    State.SENT: kinds.RECEIPT,
    State.MET_ONLY: kinds.RECEIPT,
    State.RECEIVED: kinds.FIRST_CONTACT,
    State.UNREACHABLE: kinds.FIRST_CONTACT,
    State.REFUSED: kinds.RETURNED,
}
"""The kind whose request says how the ball moves on."""
REASON = "差戻し理由を入力してください。"


def ball_duties(book: Register, balls: Iterable[Ball]) -> Iterator[Duty]:
    """One line with the referral's other duties: it is the referring side that tells."""
    for ball in balls:
        referral = ball.referral
        if ball.told is not Told.NOBODY:
            case = case_of(book, referral.case_no)
            yield Duty(
                subject=("referral", referral.row_number),
                kind=KINDS[ball.told],
                owner=owner(case, referral.from_agency, referral.from_worker),
                row=referral,
                column=ball.column,
                key=referral.key,
                due=ball.told_on,
                fact=_fact(ball),
                action=_action(ball),
            )


def _action(ball: Ball) -> str:
    return REASON if ball.column == "return_reason" else SETTLED_AS[ball.state].action


def _fact(ball: Ball) -> str:
    holder = ball.agency or "機関が未入力"
    passing = f"{ball.referral.case_no or 'ケース'}のつなぎ"
    return f"{passing}のボールは{holder}（{ball.age}営業日）。{ball.told.value}に知らせてください。"
