"""What the register says about one fiscal year: the figures behind the indicators."""

from __future__ import annotations

from datetime import date
from statistics import median

from juso.core.calendar import FiscalYear
from juso.koshu import register_rows as rows
from juso.koshu.amount import NOT_APPLICABLE, Amount, mean, share
from juso.koshu.codes import (
    AgendaKind,
    ConsentMethod,
    Development,
    Division,
    Meeting,
    Outcome,
    Partner,
    PlanKind,
    PlanStep,
    Program,
    Progress,
    ReferralKind,
    Sufficiency,
)
from juso.koshu.register import Register
from juso.koshu.sheets import Plan, PlanLine, Referral


def days_to_first_contact(register: Register, year: FiscalYear) -> Amount:
    """K04-2: median days from request to confirmed first contact."""
    spans = [
        (r.first_contact_on - r.referred_on).days
        for r in rows.referrals_of(register, year)
        if r.first_contact_on
    ]
    return Amount.of(median(spans)) if spans else NOT_APPLICABLE


def plans_with_goal(register: Register, year: FiscalYear) -> Amount:
    """K06: 当面の目標 filled in and not too short to be concrete."""
    del year
    plans = rows.active_plans(register)
    shortest = register.settings["goal_length"]
    return share(sum(len(p.near_goal or "") >= shortest for p in plans), len(plans))


def plans_with_clear_lines(register: Register, year: FiscalYear) -> Amount:
    """K07: every line says problem and support, and the first problem has a line."""
    del year
    plans = rows.active_plans(register)
    return share(sum(_is_clear(register, p) for p in plans), len(plans))


def _is_clear(register: Register, plan: Plan) -> bool:
    lines = register.lines_of.get(plan.plan_no, ())
    problems = register.problems_of.get(plan.case_no, ())
    urgent = {p.number for p in problems if p.priority == 1}
    return (
        bool(lines)
        and all(line.problem and line.support for line in lines)
        and urgent <= {line.problem_number for line in lines}
    )


def lines_done_in_time(register: Register, year: FiscalYear) -> Amount:
    """K08-2: plan lines of the year that were done by their day."""
    done = [
        row
        for row in register.rows(PlanLine)
        if row.progress is Progress.DONE and rows.lies_in(row.done_on, year)
    ]
    return share(sum(_is_in_time(row.done_on, row.due_on) for row in done), len(done))


def _is_in_time(done_on: date | None, due_on: date | None) -> bool:
    return done_on is not None and due_on is not None and done_on <= due_on


def agencies_per_plan(register: Register, year: FiscalYear) -> Amount:
    """K09-2: how many agencies share a plan."""
    del year
    return mean(len(rows.agencies_of_plan(register, p)) for p in rows.active_plans(register))


def _handovers(register: Register, year: FiscalYear) -> list[Referral]:
    return [r for r in rows.referrals_of(register, year) if r.kind is ReferralKind.HANDOVER]


def handovers_completed(register: Register, year: FiscalYear) -> Amount:
    """K10: 担当移管 that are over."""
    found = _handovers(register, year)
    return share(sum(r.is_over for r in found), len(found))


def handovers_followed_up(register: Register, year: FiscalYear) -> Amount:
    """K10-2: 担当移管 with a follow-up."""
    found = _handovers(register, year)
    return share(sum(bool(r.follow_up) for r in found), len(found))


def consents_in_writing(register: Register, year: FiscalYear) -> Amount:
    """K11: consultations with a written consent."""
    cases = rows.cases_of(register, year)
    written = (ConsentMethod.WRITTEN, ConsentMethod.PROXY)
    return share(sum(c.consent_method in written for c in cases), len(cases))


def discussed_without_consent(register: Register, year: FiscalYear) -> Amount:
    """K11-2: items of the 支援会議 whose person has not consented (allowed by law)."""
    cases = (
        register.case_by_no.get(item.case_no)
        for item in rows.items_of(register, year, Meeting.SUPPORT_CONFERENCE)
        if item.case_no
    )
    return Amount.of(sum(1 for c in cases if c and c.consent and not c.consent.is_given))


def off_attribute_answered(register: Register, year: FiscalYear) -> Amount:
    """K12-2: 属性外 consultations that did not end with mere information."""
    cases = [c for c in rows.cases_of(register, year) if c.window and c.off_attribute]
    sent_away = sum(
        c.outcome is Outcome.INFORMED and not register.referrals_of.get(c.case_no) for c in cases
    )
    return share(len(cases) - sent_away, len(cases))


def days_to_plan(register: Register, year: FiscalYear) -> Amount:
    """K16-4: from reception to the decision on a first 多機関協働 plan."""
    spans = []
    for plan in register.plans:
        case = register.case_by_no.get(plan.case_no)
        if (
            plan.kind is PlanKind.MULTI_AGENCY
            and plan.step is PlanStep.NEW
            and plan.decided_on is not None
            and plan.decided_on in year
            and case is not None
            and case.received_on is not None
        ):
            spans.append((plan.decided_on - case.received_on).days)
    return mean(spans)


def trainings_held(register: Register, year: FiscalYear) -> Amount:
    """K17."""
    return Amount.of(len(rows.trainings_of(register, year)))


def training_participants(register: Register, year: FiscalYear) -> Amount:
    """K17-2."""
    return Amount.of(sum(rows.participants(t) for t in rows.trainings_of(register, year)))


def trainings_with_heads(register: Register, year: FiscalYear) -> Amount:
    """K17-3: trainings that a division head took part in."""
    found = rows.trainings_of(register, year)
    return share(sum(bool(t.heads) for t in found), len(found))


def divisions_present(register: Register, year: FiscalYear) -> Amount:
    """K17-4: how regularly the four divisions attend."""
    meetings = rows.meetings_of(register, year, Meeting.LIAISON_COMMITTEE)
    present = sum(len(rows.divisions_at(register, m)) for m in meetings)
    return share(present, len(meetings) * len(Division))


def community_places(register: Register, year: FiscalYear) -> Amount:
    """K20-2."""
    sites = rows.open_sites(register, year)
    return Amount.of(sum(s.program is Program.COMMUNITY_BUILDING for s in sites))


def meetings_held(register: Register, year: FiscalYear) -> Amount:
    """K21."""
    return Amount.of(len(rows.meetings_of(register, year)))


def items_discussed(register: Register, year: FiscalYear) -> Amount:
    """K21-2."""
    return Amount.of(len(rows.items_of(register, year)))


def decisions_in_time(register: Register, year: FiscalYear) -> Amount:
    """K21-3: of the decisions whose day has come, those done by it."""
    due = [
        d
        for d in rows.decisions_of(register, year)
        if d.due_on is not None and d.due_on <= register.today
    ]
    return share(sum(_is_in_time(d.done_on, d.due_on) for d in due), len(due))


def partner_contacts(register: Register, year: FiscalYear) -> Amount:
    """K22."""
    found = (rows.contacts_by_partner(register, year), rows.referrals_by_partner(register, year))
    return Amount.of(sum(len(rows) for by_partner in found for rows in by_partner.values()))


def partners_unused(register: Register, year: FiscalYear) -> Amount:
    """K22-2."""
    used = {*rows.contacts_by_partner(register, year), *rows.referrals_by_partner(register, year)}
    return Amount.of(len(set(Partner) - used))


def resources_short(register: Register, year: FiscalYear) -> Amount:
    """K23."""
    del year
    return Amount.of(len(rows.short_resources(register.resources)))


def resources_in_development(register: Register, year: FiscalYear) -> Amount:
    """K23-2."""
    del year
    begun = (Development.CONSIDERING, Development.TRIAL, Development.RUNNING)
    return Amount.of(sum(r.development in begun for r in rows.short_resources(register.resources)))


def resources_enough(register: Register, year: FiscalYear) -> Amount:
    """K23-3."""
    del year
    return Amount.of(sum(r.sufficiency is Sufficiency.ENOUGH for r in register.resources))


def status_reviews(register: Register, year: FiscalYear) -> Amount:
    """K24: 庁内連携委員会 that confirmed and evaluated the state of the programme."""
    return Amount.of(
        sum(
            any(i.kind is AgendaKind.STATUS for i in register.items_of.get(m.meeting_no, ()))
            for m in rows.meetings_of(register, year, Meeting.LIAISON_COMMITTEE)
        )
    )
