"""つなぎボード: every referral that is not over, who holds the ball, for how long, and what next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from juso.core.business_days import BusinessDays
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.koshu.referral_course import Side, Standing, State, Told, events_of, standing, told
from juso.koshu.register import Register
from juso.koshu.rules.dates import said
from juso.koshu.sheets import Referral
from juso.services.todo.owners import case_of, is_gone, owner

COLUMN = {
    State.NOT_SENT: "referred_on",
    State.SENT: "accepted_on",
    State.RECEIVED: "first_contact_on",
    State.MET_ONLY: "accepted_on",
    State.REFUSED: "next_step",
    State.UNREACHABLE: "first_contact_on",
}
"""The column in which the next step is entered."""

NEXT_STEP = {
    State.NOT_SENT: "{to}への依頼日がありません。依頼したことを確かめて、入力してください。",
    State.SENT: "{to}に届いたかを確かめ、受領日と受領者を入力してください。",
    State.RECEIVED: "{to}が本人に会えたかを確かめ、初回接触確認日を入力してください。",
    State.MET_ONLY: "{to}は{day}本人に会っています。受領日と受領者を入力してください。",
    State.REFUSED: "{day}{to}から戻りました。差戻し理由と、次の担当・対応を決めて入力してください。",
    State.UNREACHABLE: (
        "{day}{to}から、本人に会えないと連絡がありました。働きかけ方を決め直してください。"
        "引き継がないときは、結果を「差戻し」にして次の担当・対応を入力してください。"
    ),
}
REASON = "{day}{to}から戻りました。差戻し理由を入力してください。"
APPOINTED = "初回接触予定日は{day}です。{to}が本人に会えたら、初回接触確認日を入力してください。"
PASSED = "初回接触予定日（{day}）を過ぎています。"
UNDATED = "結果日がないため、{since}から数えています。"


@dataclass(frozen=True, slots=True)
class Ball:
    """One referral that is not over, seen from whoever is to move next."""

    referral: Referral
    state: State
    agency: str  # the holder's, '' where the sheet names none
    worker: str
    since: date | None  # from when it is waited; None where no day is known
    age: int | None  # business days since
    told: Told
    told_on: date | None  # from which day
    next_step: str

    @property
    def column(self) -> str:
        """The column of the referral's row in which the next step is entered."""
        return "return_reason" if _lacks_reason(self.referral, self.state) else COLUMN[self.state]


def _lacks_reason(referral: Referral, state: State) -> bool:
    """Whether only the reason is missing of a referral that came back."""
    return state is State.REFUSED and bool(referral.next_step)


def board(register: Register, days: BusinessDays) -> list[Ball]:
    """The balls in the air by holder, the longest wait first; what has no day stands last.

    The holder with the longest wait comes first. A referral whose person has died or moved away
    waits for nobody.
    """
    balls = list(balls_of(register, days))
    longest: dict[str, int] = {}
    for ball in balls:
        longest[ball.agency] = max(longest.get(ball.agency, -1), _age(ball))
    return sorted(
        balls,
        key=lambda b: (-longest[b.agency], b.agency, -_age(b), b.referral.row_number),
    )


def _age(ball: Ball) -> int:
    return -1 if ball.age is None else ball.age


def balls_of(register: Register, days: BusinessDays) -> Iterator[Ball]:
    """The balls in the air in the order of the sheet."""
    today = register.today

    @cache
    def age(since: date) -> int:
        return days.days_between(since, today)

    for referral in register.referrals:
        found = standing(events_of(referral))
        is_case = not is_gone(case_of(register, referral.case_no))
        if found.holder and is_case and (found.since or referral.case_no):
            since = _counted_from(referral, found)
            waited = None if since is None else age(since)
            who, count = told(waited, register.settings)
            agency, worker = _holder(referral, found.holder, register)
            yield Ball(
                referral=referral,
                state=found.state,
                agency=agency,
                worker=worker,
                since=since,
                age=waited,
                told=who,
                told_on=days.after(since, count) if since and who is not Told.NOBODY else None,
                next_step=_next_step(referral, found, today),
            )


def _counted_from(referral: Referral, found: Standing) -> date | None:
    """From when it is waited: a receiver who has an appointment is not waited for until then.

    No referral is older than the programme, whatever year was typed.
    """
    since, due = found.since, referral.first_contact_due_on
    if since is None:
        return None
    if found.state is State.RECEIVED and due is not None:
        since = max(since, due)
    return max(since, PROGRAM_STARTED_ON)


def _holder(referral: Referral, side: Side, register: Register) -> tuple[str, str]:
    if side is Side.RECEIVER:
        return referral.to_agency or "", referral.to_worker or referral.accepted_by or ""
    case = case_of(register, referral.case_no)
    return owner(case, referral.from_agency, referral.from_worker)


def _next_step(referral: Referral, found: Standing, today: date) -> str:
    to, due, since = referral.to_agency or "引継先", referral.first_contact_due_on, found.since
    if found.state is State.RECEIVED and due is not None:
        if due >= today:
            return APPOINTED.format(day=said(due), to=to)
        return PASSED.format(day=said(due)) + NEXT_STEP[found.state].format(to=to)
    is_dated = found.state is State.MET_ONLY or referral.result_on
    day = f"{said(since)}に" if since and is_dated else ""
    step = REASON if _lacks_reason(referral, found.state) else NEXT_STEP[found.state]
    text = step.format(to=to, day=day)
    if found.state in (State.REFUSED, State.UNREACHABLE) and since and not is_dated:
        text += UNDATED.format(since="受領日" if since == referral.accepted_on else "依頼日")
    return text
