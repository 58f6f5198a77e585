"""Order, time and level of a meeting's papers."""

from datetime import date, time

import pytest

from juso.koshu.codes import AgendaKind, Level, Meeting, Urgency
from juso.koshu.meeting_time import clock, length, time_span
from juso.koshu.meetings import CHOICES, PAPERS, business_order, level_of, paper
from juso.koshu.plan import MEETINGS
from juso.koshu.sheets import AgendaItem


def test_business_order__urgent_then_again_then_received():
    """緊急 comes first, then what was put before a meeting already, then by 受付日."""
    items = [
        AgendaItem(number=1, case_no="A", urgency=Urgency.NORMAL),
        AgendaItem(number=2, case_no="B", urgency=Urgency.NORMAL),
        AgendaItem(number=3, case_no="C", urgency=Urgency.THREE_DAYS),
        AgendaItem(number=4, case_no="D", urgency=Urgency.SAME_DAY),
        AgendaItem(number=5, case_no="E", urgency=Urgency.TWO_WEEKS),
    ]
    received = {"A": date(2025, 6, 2), "B": date(2025, 6, 1), "C": date(2025, 6, 3)}

    ordered = business_order(items, frozenset({5}), received)

    assert [item.number for item in ordered] == [4, 3, 5, 2, 1]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (time(13, 30), time(15, 30), "午後1時30分～3時30分"),
        (time(9), time(12), "午前9時～正午"),
        (time(11, 30), time(13), "午前11時30分～午後1時"),
        (time(12), time(13, 5), "正午～午後1時5分"),
        (time(10), None, "午前10時～"),
        (None, time(10), ""),
    ],
)
def test_time_span__as_official_papers_write_it(start, end, expected):
    """午前 and 午後 are not said twice."""
    assert time_span(start, end) == expected


def test_clock__of_midnight_and_noon():
    """0時 is 午前0時, 12時 is 正午, half past twelve 午後0時30分."""
    expected = ["午前0時", "正午", "午後0時30分"]
    assert [clock(time(0)), clock(time(12)), clock(time(12, 30))] == expected


def test_length__in_minutes():
    """A meeting that ends before it begins has no length."""
    assert length(time(13, 30), time(15)) == 90
    assert length(time(15), time(13)) is None
    assert length(None, time(13)) is None


@pytest.mark.parametrize(
    ("meeting", "typed", "expected"),
    [
        (Meeting.PLAN_CONFERENCE, None, Level.PSEUDONYM),
        (Meeting.PLAN_CONFERENCE, Level.NAMED, Level.PSEUDONYM),
        (Meeting.PLAN_CONFERENCE, Level.STATISTICS, Level.STATISTICS),
        (Meeting.LIAISON_COMMITTEE, Level.PSEUDONYM, Level.STATISTICS),
    ],
)
def test_level_of__never_below_the_meetings_own(meeting, typed, expected):
    """The register may ask for less to be shown, not for more."""
    assert level_of(meeting, typed) is expected


@pytest.mark.parametrize("kind", AgendaKind)
def test_choices__can_be_typed_into_the_register(kind):
    """Whatever may be ticked on paper is a choice of 会議案件「結論」, and there is something to tick."""
    column = next(c for c in AgendaItem.columns if c.key == "conclusion")

    assert len(set(CHOICES[kind])) == len(CHOICES[kind]) > 1
    assert set(CHOICES[kind]) <= set(column.kind)


def test_papers__cover_the_plans_business():
    """Each meeting's papers list exactly the business the plan gives it."""
    for fact in MEETINGS:
        assert set(paper(fact.meeting).business) == set(fact.business)
    assert {kind.meeting for p in PAPERS for kind in p.business} == set(Meeting)
    assert sum(len(p.business) for p in PAPERS) == len(AgendaKind)
