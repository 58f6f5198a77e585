"""What 多機関協働, アウトリーチ等 and 参加支援 count alike: referrals to them, contacts, support."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from juso.koshu.codes import PlanKind, Program, ReferralKind
from juso.koshu.sheets import Case, Contact, Plan, Referral
from juso.koshu.tally.counts_basis import (
    BASIS,
    Events,
    Scope,
    Spans,
    described,
    ended_on,
    label_of,
    later,
    once,
)


def referred_as(kind: ReferralKind) -> Events:
    """Referrals to one programme."""

    def events(scope: Scope) -> Iterator[tuple[date, Referral]]:
        found = (
            r for r in scope.register.referrals if r.kind is kind and r.referred_on is not None
        )
        return ((r.referred_on, r) for r in found)

    return described(Referral, f"種別が「{kind}」のつなぎ", "依頼日")(events)


def contacts_of(program: Program) -> Events:
    """Counted contacts with a person in one programme."""

    def events(scope: Scope) -> Iterator[tuple[date, Contact]]:
        for c in scope.register.contacts:
            if c.program is program and c.counts and c.case_no and c.at is not None:
                yield c.at.date(), c

    text = f"事業区分が「{program}」で延べ計上（所内会議を除く）の記録"
    return described(Contact, text, "日時")(events)


def plans_of(kind: PlanKind, day: str) -> Events:
    """Plans of one kind on the day they were made (`made_on`) or decided on (`decided_on`)."""

    def events(scope: Scope) -> Iterator[tuple[date, Plan]]:
        return (
            (found, plan)
            for plan in scope.register.plans
            if plan.kind is kind and (found := getattr(plan, day))
        )

    return described(Plan, f"プラン種別が「{kind}」のプラン", label_of(Plan, day))(events)


def first_of(*sources: Events) -> Events:
    """The first event of each case among some sources, with the case as its row."""

    def events(scope: Scope) -> Iterator[tuple[date, Case]]:
        first: dict[str, date] = {}
        for source in sources:
            for day, row in source(scope):
                first[row.case_no] = min(day, first.get(row.case_no, day))
        for case in scope.register.cases:
            if case.case_no in first:
                yield first[case.case_no], case

    found = list(dict.fromkeys(BASIS[source].text for source in sources))
    days = "、".join(dict.fromkeys(BASIS[source].day for source in sources))
    return described(Case, f"{'、'.join(found)}が初めてあった相談", f"その{days}")(events)


def until_end(source: Events) -> Spans:
    """支援中: cases from an event to their end."""

    def spans(scope: Scope) -> Iterator[tuple[date, date | None, Case]]:
        return ((day, later(ended_on(case), day), case) for day, case in source(scope))

    basis = BASIS[source]
    return described(Case, basis.text, basis.day, "終結日又は中断日")(spans)


@once("同じケース番号は1人")
def person(row: Contact | Referral, _: Scope) -> str | None:
    """Whom a row is about; a person has one case at a time."""
    return row.case_no


@once("同じ世帯番号は1世帯")
def household(row: Contact, scope: Scope) -> str | None:
    """The household a row is about."""
    case = scope.case_of(row)
    return case.household_no if case else row.case_no
