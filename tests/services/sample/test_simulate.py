"""The invented year: nobody real in it, nothing wrong in it, every story line told."""

import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from juso.core.calendar import FiscalYear, Month
from juso.core.cells import to_cell
from juso.core.finding import Severity
from juso.core.table import read_table
from juso.koshu.agencies import AGENCIES
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.codes import (
    AgendaKind,
    Attribute,
    CaseState,
    Caution,
    ClosingReason,
    Complexity,
    Consent,
    Division,
    Entry,
    JointMeeting,
    Meeting,
    MinutesState,
    Outcome,
    Partner,
    PlanKind,
    PlanState,
    ReferralKind,
    ReferralResult,
    Relation,
    Route,
    Window,
)
from juso.koshu.consent import outside_scope, was_given
from juso.koshu.personal_number import holds_personal_number
from juso.koshu.register import Register, register_of
from juso.koshu.settings import DEFAULT_AREAS, Settings
from juso.koshu.sheets import SHEETS, Agency, Case, FamilyMember, Plan, Site, Target
from juso.koshu.site_rows import site_rows
from juso.koshu.tally.counts import count
from juso.services.check import check
from juso.services.sample.names import KNOWN_PEOPLE
from juso.services.sample.simulate import simulate

R7 = FiscalYear(2025)
LAST_DAY = R7.last_day
LATER = date(2026, 11, 30)


@cache
def sample(cases=300, seed=1, today=LAST_DAY):
    """The register of a sample."""
    return register_of(simulate(R7, cases, seed), today)


def read_back(register, today):
    """The register as it is read from cells."""
    agencies = [a.short_name for a in register.agencies]
    lists = {AREA: DEFAULT_AREAS, AGENCY: agencies}
    tables = {}
    for row_type in SHEETS:
        header = [c.label for c in row_type.columns]
        cells = [[to_cell(value) for value in row[:-1]] for row in register.rows(row_type)]
        tables[row_type] = read_table(row_type, [header, *cells], lists, holds_personal_number)
    return Register(tables, today, Settings())


def end_of(case):
    """The day a case ended, else the last day anything is known of."""
    return case.closed_on or case.suspended_on or LAST_DAY


def case_of(register, row):
    return register.case_by_no[row.case_no]


@pytest.mark.parametrize("cases", [1, 10, 137])
def test_simulate__gives_exactly_so_many_consultations(cases):
    """The number of rows in 相談受付簿 is the one asked for."""
    register = sample(cases, 4)

    assert len(register.cases) == cases
    assert len({c.case_no for c in register.cases}) == cases


def test_simulate__is_the_same_for_the_same_seed():
    """The seed decides everything."""
    first, again, other = (simulate(R7, 40, seed) for seed in (7, 7, 8))

    assert first == again
    assert first != other


def test_simulate__works_for_another_year():
    """Nothing is fixed to R7; in the first year of the programme nothing is carried over."""
    first = register_of(simulate(FiscalYear(2022), 60, 1), date(2023, 3, 31))
    later = register_of(simulate(FiscalYear(2027), 60, 1), date(2028, 3, 31))

    assert {c.case_no[:3] for c in first.cases} == {"R4-"}
    assert {c.case_no[:3] for c in later.cases} == {"R8-", "R9-"}


@pytest.mark.parametrize("cases", [1, 2, 17, 60, 300])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_simulate__leaves_nothing_to_say(cases, seed):
    """At the end of the year a check finds nothing at all, not even 参考."""
    assert check(read_back(sample(cases, seed), LAST_DAY), "支援台帳.xlsx") == []


@pytest.mark.parametrize("seed", [1, 2])
def test_simulate__has_nothing_to_correct_later_but_what_was_under_way(seed):
    """Months later, only the referrals that the year's end left open have become 要修正."""
    register = sample(300, seed)
    open_ones = [(r.key, "REF-003") for r in register.referrals if not r.is_over]

    findings = check(read_back(register, LATER), "支援台帳.xlsx")

    assert [(f.key, f.rule) for f in findings if f.severity is Severity.ERROR] == open_ones


def test_simulate__reads_back_as_written():
    """Every value fits its column: what is read from the cells is what was written."""
    register = sample()
    again = read_back(register, LAST_DAY)

    assert [p for t in again.tables.values() for p in t.problems] == []
    for row_type in SHEETS:
        typed = [not c.computed for c in row_type.columns]
        expected = [
            [v for v, t in zip(r, typed, strict=False) if t] for r in register.rows(row_type)
        ]
        found = [[v for v, t in zip(r, typed, strict=False) if t] for r in again.rows(row_type)]
        assert found == expected


def test_cases__are_numbered_by_reception():
    """R6-0001, …, then R7-0001, … in the order of 受付日."""
    cases = sample().cases
    numbers = [c.case_no for c in cases]
    before = sum(c.received_on < R7.first_day for c in cases)

    assert [c.received_on for c in cases] == sorted(c.received_on for c in cases)
    assert numbers == [
        *(f"R6-{n:04d}" for n in range(1, before + 1)),
        *(f"R7-{n:04d}" for n in range(1, len(cases) - before + 1)),
    ]


def test_cases__carried_over_are_about_a_sixth():
    """They came before 1 April and were open then, so E01 of April is not zero."""
    register = sample()
    carried = [c for c in register.cases if c.case_no.startswith("R6")]
    opening = sum(count(register, w.code, R7)["E01", Month(2025, 4)] for w in Window)

    assert 0.1 < len(carried) / len(register.cases) < 0.23
    assert min(end_of(c) for c in carried) > R7.first_day
    assert opening > 0


def test_cases__every_window_has_its_share():
    """No window is idle, none has more than half."""
    shares = Counter(c.window for c in sample().cases)

    assert set(shares) == set(Window)
    assert max(shares.values()) < 150
    assert min(shares.values()) > 30


STORY_LINES = {
    "8050": lambda c, _: Complexity.EIGHTY_FIFTY in c.complexities,
    "ダブルケア": lambda c, _: Complexity.DOUBLE_CARE in c.complexities,
    "ヤングケアラー": lambda c, _: Complexity.YOUNG_CARER in c.complexities,
    "支援措置": lambda c, _: Caution.PROTECTED in c.cautions,
    "匿名": lambda c, _: c.is_anonymous,
    "ついで": lambda c, _: c.entry is Entry.WITH_ERRAND,
    "同意拒否は支援会議のみ": lambda c, b: (
        c.consent is Consent.REFUSED
        and {i.kind.meeting for i in b.agenda_items if i.case_no == c.case_no}
        == {Meeting.SUPPORT_CONFERENCE}
    ),
    "差戻しと次の対応": lambda c, b: any(
        r.result is ReferralResult.RETURNED and r.next_step
        for r in b.referrals_of.get(c.case_no, ())
    ),
    "6か月以内の再開": lambda c, _: c.reopened_from,
    "転出": lambda c, _: c.closing_reason is ClosingReason.MOVED,
    "死亡": lambda c, _: c.closing_reason is ClosingReason.DIED,
    "介護窓口で子育て": lambda c, _: (
        c.window is Window.ELDERLY and c.attributes == (Attribute.CHILDREN,)
    ),
    "中断": lambda c, _: c.state is CaseState.SUSPENDED,
    "参加支援プラン": lambda c, b: any(
        p.kind is PlanKind.PARTICIPATION for p in b.plans_of.get(c.case_no, ())
    ),
    "アウトリーチから同意": lambda c, b: (
        c.outcome is Outcome.OUTREACH
        and c.consent.is_given
        and c.consent_on > c.screened_on
        and AgendaKind.SHARING in {i.kind for i in b.agenda_items if i.case_no == c.case_no}
    ),
    "多機関協働の終結": lambda c, b: any(
        p.kind is PlanKind.MULTI_AGENCY and p.state is PlanState.CLOSED
        for p in b.plans_of.get(c.case_no, ())
    ),
    "緊急の支援会議": lambda c, b: any(
        i.kind is AgendaKind.URGENT for i in b.agenda_items if i.case_no == c.case_no
    ),
}


@pytest.mark.parametrize("line", STORY_LINES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_story_lines__are_all_told(line, seed):
    """Each story line occurs in a sample of 300 cases."""
    register = sample(300, seed)

    assert any(STORY_LINES[line](case, register) for case in register.cases)


def test_story_lines__consultation_after_six_months_is_new():
    """The same person again after more than six months has a new case that resumes none."""
    by_person = {}
    for case in sample().cases:
        if case.name:
            by_person.setdefault((case.name, case.born_on), []).append(case)
    late = [
        b
        for a, b in (cases for cases in by_person.values() if len(cases) == 2)
        if a.window is b.window and (b.received_on - end_of(a)).days > 184
    ]

    assert late
    assert {case.reopened_from for case in late} == {None}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_story_lines__somebody_comes_again_as_a_stranger(seed):
    """Who has moved in between has another household number: 名寄せ has something to ask."""
    homes = {}
    for case in sample(300, seed).cases:
        if case.name:
            homes.setdefault((case.name, case.born_on), set()).add(case.household_no)

    assert 0 < sum(len(numbers) > 1 for numbers in homes.values()) <= 3


def test_story_lines__ages_fit_8050():
    """A parent of 70 or more and a child of 45 to 64 in every 8050 household."""
    register = sample()
    families = {}
    for member in register.rows(FamilyMember):
        families.setdefault(member.case_no, []).append(member)
    cases = [c for c in register.cases if Complexity.EIGHTY_FIFTY in c.complexities]
    parents = [c for c in cases if c.window is Window.ELDERLY and c.case_no in families]

    assert parents
    assert min(c.age for c in parents) >= 70
    for case in parents:
        children = [m.age_band for m in families[case.case_no] if m.relation is Relation.CHILD]
        assert set(children) <= {"40代", "50代"}
        assert children


def test_story_lines__children_are_children():
    """Young carers are of school age."""
    carers = [
        c
        for c in sample().cases
        if Complexity.YOUNG_CARER in c.complexities and c.window is Window.CHILDREN
    ]

    assert carers
    assert {c.age for c in carers} <= set(range(10, 19))


def test_young_carers__come_before_a_joint_meeting():
    """The 支援会議 on a young carer doubles as 要保護児童対策地域協議会."""
    register = sample()
    carers = {
        c.case_no
        for c in register.cases
        if Complexity.YOUNG_CARER in c.complexities and c.window is Window.CHILDREN
    }
    meetings = {
        i.meeting_no
        for i in register.agenda_items
        if i.case_no in carers and i.kind.meeting is Meeting.SUPPORT_CONFERENCE
    }

    assert meetings
    for number in meetings:
        assert JointMeeting.CHILD_PROTECTION in register.meeting_by_no[number].joint_with


def test_people__are_invented():
    """Nobody well known, no telephone number in use, no 番地 that exists."""
    cases = [c for seed in (1, 2, 3) for c in sample(300, seed).cases]
    names = {n.replace(" ", "") for c in cases for n in (c.name, c.caller_name) if n}
    phones = [p for c in cases for p in (c.phone, c.caller_phone) if p]
    numbers = [int(n) for c in cases for n in re.findall(r"(\d+)番地", c.address or "")]

    assert names.isdisjoint(KNOWN_PEOPLE)
    assert all(re.fullmatch(r"0553-0\d-\d{4}|090-000\d-\d{4}", p) for p in phones)
    assert min(numbers) > 9000


def test_protected_case__hides_where_the_person_lives():
    """支援措置: no address, and a word on how to get in touch."""
    protected = [c for c in sample().cases if Caution.PROTECTED in c.cautions]

    assert protected
    for case in protected:
        assert "非公開" in case.address
        assert case.contact_care


def test_anonymous_case__holds_no_name():
    """匿名: neither name nor address nor telephone."""
    anonymous = [c for c in sample().cases if c.is_anonymous]

    assert anonymous
    for case in anonymous:
        assert (case.name, case.kana, case.address, case.phone, case.born_on) == (None,) * 5


def test_contacts__lie_between_reception_and_end():
    """The first is the reception, none comes after the end, none is more than 60 days later."""
    register = sample()
    for case in register.cases:
        days = [c.at.date() for c in register.contacts_of[case.case_no]]
        stops = [*days, end_of(case)]

        assert days[0] == case.received_on
        assert days[-1] <= end_of(case)
        assert max(b - a for a, b in pairwise(stops)) <= timedelta(days=60)


def test_contacts__are_on_open_days_and_soon_written_down():
    """No weekend, and the record is typed after the talk, within a week."""
    for contact in sample().contacts:
        assert contact.at.weekday() < 5
        assert contact.at < contact.entered_at <= contact.at + timedelta(days=8)
        assert contact.entered_at.date() <= LAST_DAY


def test_contacts__are_about_ten_for_a_case_and_read_differently():
    """Enough of them for the counts, composed so that they do not repeat each other."""
    register = sample()
    texts = Counter(c.content for c in register.contacts)

    assert 8 < len(register.contacts) / len(register.cases) < 14
    assert len(texts) > len(register.contacts) / 3
    assert max(texts.values()) < len(register.contacts) / 40, texts.most_common(3)


def test_dates__are_in_order():
    """Reception, screening, end; request, receipt, first contact; consent, plan, decision."""
    register = sample()
    for case in register.cases:
        assert case.received_on <= (case.screened_on or case.received_on) <= end_of(case)
        assert (case.screened_on or case.received_on) <= case.received_on + timedelta(days=14)
    for r in register.referrals:
        accepted = r.accepted_on or r.referred_on
        assert r.referred_on <= accepted <= (r.first_contact_on or accepted) <= LAST_DAY
    for plan in register.plans:
        assert plan.consent_on <= plan.made_on <= (plan.decided_on or plan.made_on)
        assert plan.made_on <= plan.starts_on < plan.ends_on


def test_screening__is_decided_but_in_the_last_days():
    """Only what came in at the end of March may be undecided."""
    undecided = [c.received_on for c in sample().cases if c.outcome is None]

    assert min(undecided) > LAST_DAY - timedelta(days=10)


def test_transfer__opens_a_case_at_the_other_window():
    """他の3窓口へつなぎ: closed once the other window has met the same person as its own case."""
    register = sample()
    received = {(c.name, c.window): c for c in register.cases if c.route is Route.OTHER_WINDOW}
    windows = {a.short_name: Window(a.window) for a in register.agencies if a.window}
    sent = [r for r in register.referrals if r.kind is ReferralKind.BETWEEN_WINDOWS]

    assert sent
    for referral in sent:
        first = case_of(register, referral)
        second = received[first.name, windows[referral.to_agency]]
        assert second.household_no == first.household_no
        assert second.received_on == referral.first_contact_on <= first.closed_on
        assert first.closing_reason is ClosingReason.HANDED_OVER


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_referrals__are_over_at_the_end_of_the_year_but_two(seed):
    """One of the last days waits for the first contact, one for the receipt; none is late."""
    register = sample(300, seed)
    received, sent = [r for r in register.referrals if not r.is_over]

    assert received.referred_on < sent.referred_on <= LAST_DAY
    assert received.accepted_on and not sent.accepted_on
    assert min(received.first_contact_due_on, sent.first_contact_due_on) > LAST_DAY


def test_referrals__ask_for_consent_first_and_are_met_within_the_year():
    """What is passed on under a name, the person has agreed to."""
    register = sample()

    assert {r.consent for r in register.referrals} == {Consent.WRITTEN, Consent.PROXY}
    for r in register.referrals:
        if r.first_contact_on:
            assert FiscalYear.of(r.first_contact_on) == FiscalYear.of(r.referred_on)


def test_multi_agency_plans__are_shared_and_decided_at_the_conference():
    """Two agencies or more, and a 重層的支援会議 that discussed the plan."""
    register = sample()
    discussed = {(i.meeting_no, i.plan_no) for i in register.agenda_items}
    plans = [
        p for p in register.plans if p.kind is PlanKind.MULTI_AGENCY and p.decided_on is not None
    ]

    assert plans
    for plan in plans:
        assert len({line.agency for line in register.lines_of[plan.plan_no]}) >= 2
        assert (plan.meeting_no, plan.plan_no) in discussed
        assert register.meeting_by_no[plan.meeting_no].held_on <= plan.decided_on


def test_conference__sees_only_cases_with_consent():
    """Nobody without consent, and no agency beyond it in the room."""
    register = sample()
    for item in register.agenda_items:
        if item.kind.meeting is not Meeting.PLAN_CONFERENCE or not item.case_no:
            continue
        case = case_of(register, item)
        present = [
            a.agency
            for a in register.attendance_of[item.meeting_no]
            if a.item_number in (0, item.number)
        ]

        assert was_given(case, register.meeting_by_no[item.meeting_no].held_on)
        assert outside_scope(case, present) == ()


def test_support_conference__members_are_sworn():
    """Secrecy is announced, and everybody belongs to an agency with a ground for it."""
    register = sample()
    for meeting in register.meetings:
        if meeting.kind is not Meeting.SUPPORT_CONFERENCE:
            continue
        assert meeting.secrecy_announced
        assert meeting.announced_by
        assert meeting.handed_out == meeting.collected
        for seat in register.attendance_of[meeting.meeting_no]:
            assert seat.secrecy_confirmed
            assert register.agency_by_name[seat.agency].is_member


def test_meetings__have_business_decisions_and_final_minutes():
    """Each was held for something, and its minutes were final within 14 days."""
    register = sample()
    for meeting in register.meetings:
        items = register.items_of[meeting.meeting_no]
        decided = {d.item_number for d in register.decisions_of[meeting.meeting_no]}

        assert {i.number for i in items} == decided
        assert meeting.minutes_state is MinutesState.FINAL
        assert meeting.finalized_on <= meeting.held_on + timedelta(days=14)
        assert meeting.starts_at < meeting.ends_at


def test_meetings__cover_the_year():
    """重層 and 支援会議 nearly every month, the 庁内連携委員会 four times with all divisions."""
    register = sample()
    held = Counter(m.kind for m in register.meetings if m.held_on in R7)
    kinds = Counter(i.kind for i in register.agenda_items)
    committees = [m for m in register.meetings if m.kind is Meeting.LIAISON_COMMITTEE]

    assert held[Meeting.PLAN_CONFERENCE] >= 10
    assert held[Meeting.SUPPORT_CONFERENCE] >= 8
    assert held[Meeting.LIAISON_COMMITTEE] == 4
    assert kinds[AgendaKind.STATUS] >= 1
    assert kinds[AgendaKind.RESOURCES] >= 1
    for meeting in committees:
        present = {a.agency for a in register.attendance_of[meeting.meeting_no]}
        assert present >= set(Division)


def test_meetings__are_numbered_without_gaps():
    """JU-R7-01, JU-R7-02, … as they were held."""
    register = sample()
    for kind in Meeting:
        found = [m.meeting_no for m in register.meetings if m.kind is kind and m.held_on in R7]
        assert found == [f"{kind.code}-R7-{n:02d}" for n in range(1, len(found) + 1)]


def test_partners__are_mostly_in_touch():
    """Work with most of the 17 partners of the plan's section 9."""
    register = sample()
    found = {c.partner for c in register.contacts} | {r.partner for r in register.referrals}

    assert len(found & set(Partner)) >= 12


def test_masters__hold_the_plan():
    """31 sites, every agency of the empty office, and K01 to K24, some with a target."""
    register = sample()
    targets = register.rows(Target)

    assert len(register.rows(Site)) == 31
    assert {a.short_name for a in AGENCIES} <= {a.short_name for a in register.rows(Agency)}
    assert [t.indicator for t in targets] == [f"K{n:02d}" for n in range(1, 25)]
    assert 0 < sum(t.target is not None for t in targets) < 24
    assert len(register.trainings) >= 4
    assert all(t.heads for t in register.trainings)


def test_site_rows__follow_the_plan():
    """Numbered S01 to S31; one contractor runs all its sites, of several each runs one."""
    rows = site_rows()

    assert [r.site_no for r in rows] == [f"S{n:02d}" for n in range(1, 32)]
    assert [r.contractor for r in rows[24:26]] == ["社会福祉法人ぶどうの里", "NPO法人もみの樹園"]
    assert {r.contractor for r in rows[12:24]} == {"社会福祉協議会"}


def test_agencies__have_names_and_numbers_of_their_own():
    """No short name or number stands for two agencies; every partner has one."""
    assert len({a.short_name for a in AGENCIES}) == len(AGENCIES)
    assert len({a.agency_no for a in AGENCIES}) == len(AGENCIES)
    assert {a.partner for a in AGENCIES} >= set(Partner)


def test_sample__grows_with_the_office():
    """Ten times the cases fit into the numbers there are for meetings and households."""
    register = sample(1500, 3)
    meetings = Counter(m.meeting_no[:5] for m in register.meetings)

    assert len(register.cases) == 1500
    assert max(meetings.values()) < 100
    assert max(len(rows) for rows in register.decisions_of.values()) < 100
    assert len({p.plan_no for p in register.rows(Plan)}) == len(register.rows(Plan))
    assert len({c.household_no for c in register.rows(Case)}) > 1200
