"""つなぎの経過: from events to the one who holds the ball."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.koshu.codes import ReferralResult
from juso.koshu.referral_course import (
    Event,
    Kind,
    Side,
    State,
    Told,
    events_of,
    standing,
    told,
)
from juso.koshu.settings import Settings
from juso.koshu.sheets import Referral
from juso.koshu.tally.counts_referral import lost_on
from tables import register

FIRST = date(2026, 3, 1)
KINDS = {kind.value: kind for kind in Kind} | {"決定": Kind.SETTLED}


def told_of(text: str) -> str:
    """`state holder day` after events written as `1送付 3受領` (day of March and kind)."""
    events = []
    for word in text.split():
        day, kind = (word[: -len(name)], name) if (name := _name(word)) else ("", word)
        on = date(2026, 3, int(day)) if day.isdigit() else None
        events.append(Event(KINDS[kind], on))
    found = standing(events)
    holder = found.holder.value if found.holder else "なし"
    return f"{found.state.value} {holder} {found.since.day if found.since else '-'}"


def _name(word: str) -> str:
    return next(name for name in KINDS if word.endswith(name))


COURSES = """
                                     | 依頼前 引継元 -
1送付                                | 受領待ち 引継先 1
1送付 3受領                          | 初回接触待ち 引継先 3
1送付 3受領 8初回接触                | 完了 なし 8
1送付 8初回接触                      | 受領日なし 引継先 8
1送付 8初回接触 9受領                | 完了 なし 9
1送付 3差戻し                        | 差戻し 引継元 3
1送付 3受領 5差戻し                  | 差戻し 引継元 5
1送付 3差戻し 3決定                  | 差戻し後の担当を決定 なし 3
1送付 3差戻し 5送付                  | 受領待ち 引継先 5
1送付 3差戻し 5送付 6受領 9初回接触  | 完了 なし 9
1送付 3差戻し 6受領                  | 初回接触待ち 引継先 6
1送付 3本人辞退                      | 本人辞退 なし 3
1送付 3受領 9連絡不能                | 連絡不能 引継元 9
1送付 3受領 9連絡不能 12初回接触     | 完了 なし 12
1送付 3受領 9連絡不能 10差戻し       | 差戻し 引継元 10
1送付 2決定                          | 受領待ち 引継先 1
1送付 3受領 9連絡不能 10決定         | 連絡不能 引継元 9
1送付 4送付                          | 受領待ち 引継先 1
1送付 3受領 4受領 6送付              | 初回接触待ち 引継先 3
1送付 3差戻し 8差戻し                | 差戻し 引継元 3
1送付 3受領 8初回接触 9差戻し 9送付  | 完了 なし 8
1送付 3本人辞退 5受領                | 本人辞退 なし 3
8初回接触 3受領 1送付                | 完了 なし 8
3差戻し 3送付                        | 差戻し 引継元 3
1送付 本人辞退                       | 本人辞退 なし -
1送付 差戻し 3受領                   | 差戻し 引継元 -
"""


@pytest.mark.parametrize("line", COURSES.strip("\n").splitlines())
def test_course__leaves_the_ball_with_one_side(line):
    """A refusal returns the ball, silence leaves it, and repetition does not set the clock back."""
    events, expected = line.split("|")

    assert told_of(events) == expected.strip()


EVENTS = st.lists(
    st.builds(
        Event,
        st.sampled_from(Kind),
        st.none() | st.integers(0, 20).map(lambda n: FIRST + timedelta(days=n)),
    ),
    max_size=12,
)


@given(EVENTS)
def test_any_events__leave_exactly_one_holder_or_an_end(events):
    """Never two, and never none while it is open; an end has one of three reasons."""
    found = standing(events)
    kinds = {event.kind for event in events}
    ended = (
        {Kind.RECEIVED, Kind.MET} <= kinds
        or Kind.WITHDRAWN in kinds
        or {Kind.REFUSED, Kind.SETTLED} <= kinds
    )

    assert (found.holder is None) == found.is_over
    assert found.holder in (None, *Side)
    assert not found.is_over or ended
    assert found.is_over or not {Kind.RECEIVED, Kind.MET} <= kinds
    assert found.is_over or Kind.WITHDRAWN not in kinds
    assert found.since in {None, *(event.on for event in events)}


@given(EVENTS, st.randoms(use_true_random=False))
def test_any_events__mean_the_same_in_any_order_and_twice(events, rng):
    """The days decide, not the order in which things were noted."""
    shuffled = [*events, *events]
    rng.shuffle(shuffled)

    assert standing(shuffled) == standing(events)


@given(EVENTS, st.sampled_from(Kind))
def test_what_is_over__stays_over(events, kind):
    """An end is an end: what comes later is another referral."""
    found = standing(events)
    later = Event(kind, date(2026, 4, 30))

    if found.is_over and all(event.on for event in events):
        assert standing([*events, later]) == found


DAYS = st.none() | st.integers(0, 9).map(lambda n: FIRST + timedelta(days=n))
TEXTS = st.none() | st.just("甲")


@given(
    referred_on=DAYS,
    accepted_on=DAYS,
    first_contact_on=DAYS,
    result=st.none() | st.sampled_from(ReferralResult),
    result_on=DAYS,
    return_reason=TEXTS,
    next_step=TEXTS,
)
def test_a_row__is_over_exactly_when_the_sheet_says_complete(**cells):
    """The formula of 完了 and the events agree, whatever was typed."""
    row = Referral(referral_no="H-R7-0001", **cells)
    returned = row.result is ReferralResult.RETURNED
    complete = (
        bool(not returned and row.accepted_on and row.first_contact_on)
        or (returned and bool(row.return_reason and row.next_step))
        or row.result is ReferralResult.DECLINED
    )

    assert row.is_over == complete


def test_a_result__came_after_request_and_receipt():
    """結果日 is what counts; without it, or typed too early, the last of the other days."""
    book = register(
        """
        つなぎ・引継票
        | 引継番号  | 依頼日     | 受領日     | 結果     | 結果日     | 差戻し理由 | 次の担当・対応 |
        | H-R7-0001 | 2026-03-02 | 2026-03-04 | 差戻し   | 2026-03-06 |            |                |
        | H-R7-0002 | 2026-03-02 | 2026-03-04 | 差戻し   |            |            |                |
        | H-R7-0003 | 2026-03-02 |            | 差戻し   | 2026-03-01 | 対象外     |                |
        | H-R7-0004 | 2026-03-02 | 2026-03-04 | 差戻し   | 2026-03-06 | 対象外     | 窓口で支援     |
        | H-R7-0005 | 2026-03-02 | 2026-03-04 | 受入     | 2026-03-06 |            |                |
        | H-R7-0006 | 2026-03-02 |            | 連絡不能 | 2026-03-09 |            |                |
        """
    )
    found = [standing(events_of(row)) for row in book.referrals]

    assert [(s.state, s.since and s.since.day) for s in found] == [
        (State.REFUSED, 6),
        (State.REFUSED, 4),
        (State.REFUSED, 2),
        (State.SETTLED, 6),
        (State.RECEIVED, 4),
        (State.UNREACHABLE, 9),
    ]


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (None, (Told.NOBODY, 0)),
        (2, (Told.NOBODY, 0)),
        (3, (Told.LEADER, 3)),
        (6, (Told.LEADER, 3)),
        (7, (Told.CHIEF, 7)),
    ],
)
def test_leader_and_chief__are_told_in_turn(age, expected):
    assert told(age, Settings()) == expected


def test_monthly_report__counts_a_return_on_its_day():
    """F06: 結果日 where it was noted, else the receipt, else the day the contact was due."""
    book = register(
        """
        つなぎ・引継票
        | 引継番号  | 依頼日     | 受領日     | 初回接触予定日 | 結果   | 結果日     |
        | H-R7-0001 | 2026-02-20 | 2026-02-24 | 2026-03-04     | 差戻し | 2026-03-02 |
        | H-R7-0002 | 2026-02-20 | 2026-02-24 | 2026-03-04     | 差戻し |            |
        | H-R7-0003 | 2026-02-20 |            | 2026-03-04     | 差戻し |            |
        """
    )

    assert [lost_on(row, date(2026, 3, 31)) for row in book.referrals] == [
        date(2026, 3, 2),
        date(2026, 2, 24),
        date(2026, 3, 4),
    ]
