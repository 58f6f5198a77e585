"""A01–A06, B, D, E of W1–W4: consultations received, what became of them, cases kept on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from juso.koshu.codes import (
    AgeBand,
    CaseState,
    ClosingReason,
    Entry,
    Outcome,
    Route,
    Sex,
    SuspensionReason,
)
from juso.koshu.settings import DEFAULT_AREAS
from juso.koshu.sheets import Case
from juso.koshu.tally.core_items import numbered
from juso.koshu.tally.counts_basis import (
    Count,
    Definition,
    Scope,
    Stock,
    beginnings,
    code,
    codes,
    described,
    ended_on,
    endings,
    later,
    split,
)

AREAS = {area: code for code, area in numbered("B", 51, DEFAULT_AREAS)}


@described(Case, "受付窓口がこの窓口の相談（終結から6か月以内の再開を除く）", "受付日")
def received(scope: Scope) -> Iterator[tuple[date, Case]]:
    """新規: consultations the window received, without those that only resume an earlier one."""
    for case in scope.register.cases:
        if (
            case.window is scope.window
            and case.received_on is not None
            and not scope.is_reopening(case)
        ):
            yield case.received_on, case


def settled_on(case: Case) -> date | None:
    """The day the main result was found, None while it is undated or 対応検討中."""
    if case.outcome in (None, Outcome.PENDING):
        return None
    return later(case.screened_on, case.received_on)


@described(Case, "新規の相談で、対応検討中でなくなったもの", "スクリーニング日")
def settled(scope: Scope) -> Iterator[tuple[date, Case]]:
    """New consultations on the day of their main result."""
    return ((day, case) for _, case in received(scope) if (day := settled_on(case)))


@described(Case, "新規の相談で、月末に結果の決まっていないもの", "受付日", "スクリーニング日")
def unsettled(scope: Scope) -> Iterator[tuple[date, date | None, Case]]:
    """New consultations from receipt to their main result."""
    return ((day, settled_on(case), case) for day, case in received(scope))


@described(Case, "スクリーニング結果が自窓口で継続の相談", "スクリーニング日", "終結日又は中断日")
def continued(scope: Scope) -> Iterator[tuple[date, date | None, Case]]:
    """継続ケース: from the screening that keeps a case at the window to its end."""
    for case in scope.register.cases:
        since = settled_on(case)
        if case.window is scope.window and case.outcome is Outcome.CONTINUED and since:
            yield since, later(ended_on(case), since), case


def is_stale(case: Case, scope: Scope, day: date) -> bool:
    """No contact for more than `stale_days` up to a day."""
    seen = (c.at.date() for c in scope.register.contacts_of.get(case.case_no, ()))
    last = max((d for d in seen if d <= day), default=case.received_on)
    return (day - last).days > scope.register.settings["stale_days"]


def area_code(case: Case) -> str:
    """B51–B57; an area the form has no row for counts as 不明."""
    return AREAS.get(case.area, AREAS["不明"])


RECEIVED: tuple[Definition, ...] = (
    Count(code="A01", source=received),
    Count(
        code="A02",
        source=received,
        when=lambda c, _: c.off_attribute,
        says="対象属性に窓口の主な対象区分がないもの",
        by="attributes",
    ),
    Count(
        code="A03",
        source=received,
        when=lambda c, _: c.fields >= 2,
        says="課題区分が2分野以上にわたるもの",
        by="issues",
    ),
    Count(
        code="A04",
        source=received,
        when=lambda c, _: c.is_anonymous or c.entry is Entry.ANONYMOUS,
        says="匿名、又は相談の入り方が匿名・秘匿希望のもの",
        by="entry",
    ),
    Count(
        code="A05",
        source=received,
        when=lambda c, _: c.entry is Entry.WITH_ERRAND,
        says="相談の入り方が手続きのついでのもの",
        by="entry",
    ),
    Count(
        code="A06",
        source=received,
        when=lambda c, _: c.route is Route.OUTREACH,
        says="相談経路がアウトリーチで把握のもの",
        by="route",
    ),
    *split(received, codes(Sex), lambda c, _: code(c.sex), "sex"),
    *split(
        received,
        codes(AgeBand),
        lambda c, _: code(c.age_band),
        "born_on",
        "「生年月日」（なければ「年代」）がこの項目に当たるもの",
    ),
    *split(received, codes(Route), lambda c, _: code(c.route), "route"),
    *split(received, AREAS.values(), lambda c, _: (area_code(c),), "area"),
)

OUTCOMES: tuple[Definition, ...] = (
    *split(
        settled, codes(set(Outcome) - {Outcome.PENDING}), lambda c, _: code(c.outcome), "outcome"
    ),
    Stock(code=Outcome.PENDING.code, source=unsettled),
)

BEGUN, ENDED = beginnings(continued), endings(continued)


def is_closed(case: Case, *_: object) -> bool:
    """終結."""
    return case.state is CaseState.CLOSED


def is_suspended(case: Case, *_: object) -> bool:
    """中断."""
    return case.state is CaseState.SUSPENDED


CONTINUED: tuple[Definition, ...] = (
    Stock(code="E01", source=continued, opening=True),
    Count(code="E02", source=BEGUN, when=lambda c, s: not s.is_reopening(c), says="再開を除く"),
    Count(
        code="E03",
        source=BEGUN,
        when=lambda c, s: s.is_reopening(c),
        says="終結から6か月以内の再開",
        by="reopened_from",
    ),
    Count(code="E04", source=ENDED, when=is_closed, says="状態が終結のもの", by="state"),
    Count(code="E05", source=ENDED, when=is_suspended, says="状態が中断のもの", by="state"),
    Stock(code="E06", source=continued),
    Stock(code="E07", source=continued, when=is_stale, says="最後の支援経過から60日を超えたもの"),
    *split(
        ENDED,
        codes(ClosingReason),
        lambda c, _: code(c.closing_reason) if is_closed(c) else (),
        "closing_reason",
    ),
    *split(
        ENDED,
        codes(SuspensionReason),
        lambda c, _: code(c.suspension_reason) if is_suspended(c) else (),
        "suspension_reason",
    ),
)
