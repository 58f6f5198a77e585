"""The plan as data: the numbers its sections 4 to 10 give."""

from collections import Counter

from juso.core.calendar import FiscalYear
from juso.koshu.codes import AgendaKind, Division, Meeting, Program
from juso.koshu.plan import (
    DEMANDS,
    FIRST_YEAR,
    LAST_YEAR,
    MEETINGS,
    PARTNERS,
    PERIOD,
    PREPARATIONS,
    PRINCIPLES,
    PROGRAMS,
    SERVICES,
    meeting_fact,
    program_fact,
)


def test_principles__nine_of_policy_three_demanded_three_to_prepare():
    """Sections 4, 5 and 6 have 9, 3 and 3 items, cited by their numbers."""
    assert [p.clause for p in PRINCIPLES] == [f"4({n}){c}" for n in (1, 2, 3) for c in "①②③"]
    assert [p.clause for p in DEMANDS] == ["5(1)", "5(2)", "5(3)"]
    assert [p.clause for p in PREPARATIONS] == ["6(1)", "6(2)", "6(3)"]


def test_services__twelve_rows_and_thirty_one_sites():
    """Section 7: 拠点設置数 4, 1, 1, 1 and 24 in twelve rows."""
    sites = Counter()
    for service in SERVICES:
        sites[service.program] += service.site_count

    assert len(SERVICES) == 12
    assert [sites[program] for program in Program] == [4, 1, 1, 1, 24]
    assert sites.total() == 31


def test_services__named_sites_are_as_many_as_counted():
    """Where the plan names the sites, it names all of them."""
    named = [s for s in SERVICES if s.site_names]

    assert [s for s in named if len(s.site_names) != s.site_count] == []


def test_programs__five_with_clause_and_law():
    """Section 7 (1) to (5), each with its number in 法第106条の4第2項."""
    assert [p.program for p in PROGRAMS] == list(Program)
    assert [p.clause for p in PROGRAMS] == ["7(1)", "7(2)", "7(3)", "7(4)", "7(5)"]
    assert program_fact(Program.OUTREACH).law == "法第106条の4第2項第4号"


def test_meetings__three_with_their_business():
    """Section 8: what each meeting deals with, whose consent it needs, who is sworn."""
    plan_conference = meeting_fact(Meeting.PLAN_CONFERENCE)
    support_conference = meeting_fact(Meeting.SUPPORT_CONFERENCE)

    assert [m.meeting for m in MEETINGS] == list(Meeting)
    assert [str(kind) for kind in plan_conference.business] == [
        "支援計画の適切性の協議",
        "支援終結時の評価",
        "社会資源の充足状況の把握と開発に向けた検討",
    ]
    assert [str(kind) for kind in support_conference.business] == [
        "気になる事案の情報提供・情報共有",
        "見守りと支援方針の理解",
        "緊急性がある事案への対応",
    ]
    assert (plan_conference.needs_consent, plan_conference.members_sworn) == (True, False)
    assert (support_conference.needs_consent, support_conference.members_sworn) == (False, True)
    assert set(meeting_fact(Meeting.LIAISON_COMMITTEE).divisions) == set(Division)


def test_meetings__every_kind_of_business_belongs_to_one():
    """No agenda kind is forgotten or dealt with twice."""
    business = [kind for meeting in MEETINGS for kind in meeting.business]

    assert business == list(AgendaKind)


def test_partners__seventeen():
    """Section 9 lists 17 partners."""
    assert len(PARTNERS) == 17
    assert [p.code for p in PARTNERS] == [f"R{n:02d}" for n in range(1, 18)]


def test_period__five_fiscal_years():
    """10(1): R7 to R11."""
    first, last = map(FiscalYear.of, PERIOD)

    assert (first, last) == (FIRST_YEAR, LAST_YEAR)
    assert LAST_YEAR.year - FIRST_YEAR.year + 1 == 5
