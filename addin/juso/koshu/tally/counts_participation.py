"""P: what each figure of 参加支援 counts in the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from juso.core.calendar import add_months
from juso.koshu.codes import (
    CaseState,
    Change,
    ContactMethod,
    PlanKind,
    Program,
    Progress,
    ReferralKind,
)
from juso.koshu.sheets import Case, Contact, PlanLine
from juso.koshu.tally.counts_basis import (
    Count,
    Definition,
    Scope,
    Stock,
    beginnings,
    described,
    ended_on,
    endings,
    once,
    split,
)
from juso.koshu.tally.counts_intake import is_closed, is_suspended
from juso.koshu.tally.counts_support import (
    contacts_of,
    first_of,
    person,
    plans_of,
    referred_as,
    until_end,
)

LED_TO = {
    "P13a": frozenset({Change.WORK_STARTED}),
    "P13b": frozenset({Change.SERVICE}),
    "P13c": frozenset({Change.SOCIAL, Change.ISOLATION}),
    "P13d": frozenset[Change](),
}
AT_HOME = {ContactMethod.VISIT: "P08a", ContactMethod.PHONE: "P08b"}

participated = contacts_of(Program.PARTICIPATION)
participation_plans = plans_of(PlanKind.PARTICIPATION, "made_on")
participation = until_end(first_of(participated, participation_plans))


@described(PlanLine, "参加支援プランの明細で、資源につながり進捗が完了のもの", "完了日")
def matched(scope: Scope) -> Iterator[tuple[date, PlanLine]]:
    """マッチング成立: lines of participation plans that led to a place."""
    for _, plan in participation_plans(scope):
        for line in scope.register.lines_of.get(plan.plan_no, ()):
            if line.resource_no and line.progress is Progress.DONE and line.done_on:
                yield line.done_on, line


@described(PlanLine, "マッチングから3か月、中断せずに続いたもの", "完了日の3か月後")
def settled(scope: Scope) -> Iterator[tuple[date, PlanLine]]:
    """定着: matches that have lasted three months without the support breaking off."""
    for day, line in matched(scope):
        plan = scope.register.plan_by_no[line.plan_no]
        case = scope.case_of(plan)
        lasted = add_months(day, 3)
        broken = case and case.state is CaseState.SUSPENDED and ended_on(case)
        if not broken or broken > lasted:
            yield lasted, line


def led_to(case: Case, scope: Scope) -> str:
    """P13a–d: where participation led, by the changes its evaluations name."""
    found: set[Change] = set()
    for e in scope.register.evaluations_of_case.get(case.case_no, ()):
        found.update(e.changes)
    return next((code for code, changes in LED_TO.items() if found & changes), "P13d")


def _at_home(contact: Contact, _: Scope) -> bool:
    return contact.method in AT_HOME


@once("同じプランは1件")
def _plan(line: PlanLine, _: Scope) -> str:
    return line.plan_no


IN_BEGUN, IN_ENDED = beginnings(participation), endings(participation)

PARTICIPATION_COUNTS: tuple[Definition, ...] = (
    Count(code="P01", source=referred_as(ReferralKind.PARTICIPATION)),
    Count(code="P02", source=participated, of=person),
    Count(code="P03", source=participated, of=person, so_far=True),
    Count(code="P04", source=participation_plans),
    Count(
        code="P08", source=participated, when=_at_home, says="方法が訪問又は電話のもの", by="method"
    ),
    *split(participated, AT_HOME.values(), lambda c, _: (AT_HOME.get(c.method, ""),), "method"),
    Count(
        code="P08c",
        source=participated,
        when=_at_home,
        of=person,
        says="方法が訪問又は電話のもの",
        by="method",
    ),
    Count(code="P09", source=matched, of=_plan),
    Count(code="P10", source=settled, of=_plan),
    Stock(code="P14a", source=participation, opening=True),
    Count(code="P14b", source=IN_BEGUN),
    Count(code="P13", source=IN_ENDED, when=is_closed, says="状態が終結のもの", by="state"),
    *split(
        IN_ENDED,
        LED_TO,
        lambda c, s: (led_to(c, s),) if is_closed(c) else (),
        says="評価・終結票の「見られた変化」がこの項目に当たるもの",
    ),
    Count(code="P13e", source=IN_ENDED, when=is_suspended, says="状態が中断のもの", by="state"),
    Stock(code="P14", source=participation),
)
"""Every figure of P that the register can tell."""
