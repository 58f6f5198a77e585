"""つなぎの経過: a referral as events, and from them who holds the ball (実施計画4(1)③、4(3)②).

The ball lies with exactly one side until a referral is over: the receiver has taken it and met
the person, the person has declined, or it came back and the sender has settled what follows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from juso.koshu.codes import ReferralResult

if TYPE_CHECKING:
    from juso.koshu.settings import Settings
    from juso.koshu.sheets import Referral


class Kind(Enum):
    """What happens to a referral; of one day's events the earlier of this list came first."""

    SENT = "送付"
    RECEIVED = "受領"
    MET = "初回接触"
    REFUSED = "差戻し"
    UNREACHABLE = "連絡不能"
    SETTLED = "差戻し後の担当の決定"
    WITHDRAWN = "本人辞退"


class Side(Enum):
    """Who holds the ball."""

    SENDER = "引継元"
    RECEIVER = "引継先"


class State(Enum):
    """How a referral stands."""

    NOT_SENT = "依頼前"
    SENT = "受領待ち"
    RECEIVED = "初回接触待ち"
    MET_ONLY = "受領日なし"  # the person was met, but nobody has noted the receipt
    REFUSED = "差戻し"
    UNREACHABLE = "連絡不能"
    DONE = "完了"
    SETTLED = "差戻し後の担当を決定"
    WITHDRAWN = "本人辞退"

    @property
    def holder(self) -> Side | None:
        """Who is to move next; None where the referral is over."""
        if self in _OVER:
            return None
        return Side.SENDER if self in _WITH_SENDER else Side.RECEIVER


class Told(Enum):
    """Who is told of a ball that does not move."""

    NOBODY = "―"
    LEADER = "リーダー"
    CHIEF = "課長"


_OVER = frozenset({State.DONE, State.SETTLED, State.WITHDRAWN})
_WITH_SENDER = frozenset({State.NOT_SENT, State.REFUSED, State.UNREACHABLE})
_ALWAYS = {
    Kind.RECEIVED: State.RECEIVED,
    Kind.MET: State.MET_ONLY,
    Kind.REFUSED: State.REFUSED,
    Kind.UNREACHABLE: State.UNREACHABLE,
    Kind.WITHDRAWN: State.WITHDRAWN,
}
_RESULTS = {
    ReferralResult.RETURNED: Kind.REFUSED,
    ReferralResult.DECLINED: Kind.WITHDRAWN,
    ReferralResult.UNREACHABLE: Kind.UNREACHABLE,
}
_KINDS = list(Kind)


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `on` is None where nobody wrote down the day, and then it came last."""

    kind: Kind
    on: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a referral stands, and since when."""

    state: State
    since: date | None = None  # None: nothing has happened, or on a day nobody wrote down

    @property
    def holder(self) -> Side | None:
        """Who holds the ball; None where the referral is over."""
        return self.state.holder

    @property
    def is_over(self) -> bool:
        return self.holder is None


def standing(events: Iterable[Event]) -> Standing:
    """How a referral stands after its events, in whatever order they are told.

    What says the same again (a reminder, a second receipt) does not set the clock back, and
    what comes after the end changes nothing.
    """
    found, seen = Standing(State.NOT_SENT), set[Kind]()
    for event in sorted(events, key=_place):
        if found.is_over:
            break
        seen.add(event.kind)
        state = _after(found.state, event.kind, seen)
        if state is not found.state:
            found = Standing(state, event.on)
    return found


def _place(event: Event) -> tuple[date, int]:
    return event.on or date.max, _KINDS.index(event.kind)


def _after(state: State, kind: Kind, seen: set[Kind]) -> State:
    if {Kind.RECEIVED, Kind.MET} <= seen:
        return State.DONE
    if kind is Kind.SENT:  # again, only after it came back
        return State.SENT if state in _WITH_SENDER else state
    if kind is Kind.SETTLED:
        return State.SETTLED if state is State.REFUSED else state
    return _ALWAYS[kind]


def events_of(referral: Referral) -> list[Event]:
    """The events the sheet tells of; a result came after the request and the receipt.

    Without 結果日 it counts from their day: rather too early than never. Who met the person and
    then sent the case back has not taken it: the meeting is no end.
    """
    sent, received, met = referral.referred_on, referral.accepted_on, referral.first_contact_on
    if referral.result is ReferralResult.RETURNED:
        met = None
    known = ((Kind.SENT, sent), (Kind.RECEIVED, received), (Kind.MET, met))
    events = [Event(kind, on) for kind, on in known if on]
    if referral.result in _RESULTS:
        on = max(filter(None, (referral.result_on, received, sent)), default=None)
        events.append(Event(_RESULTS[referral.result], on))
        if referral.return_reason and referral.next_step:
            events.append(Event(Kind.SETTLED, on))
    return events


def told(age: int | None, settings: Settings) -> tuple[Told, int]:
    """Who is told of a ball that has not moved for `age` business days, and from which of them."""
    for who, key in ((Told.CHIEF, "ball_chief_days"), (Told.LEADER, "ball_leader_days")):
        if age is not None and age >= settings[key]:
            return who, settings[key]
    return Told.NOBODY, 0
