"""O: what each figure of アウトリーチ等 counts in the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from juso.koshu.codes import (
    ContactMethod,
    Counterpart,
    Issue,
    Partner,
    PlanKind,
    Program,
    ReferralKind,
    Route,
)
from juso.koshu.sheets import Case, Contact
from juso.koshu.tally.counts_basis import (
    Count,
    Definition,
    Scope,
    Stock,
    beginnings,
    described,
    endings,
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

PREPARING = frozenset(
    {ContactMethod.COORDINATION, ContactMethod.CASE_CONFERENCE, ContactMethod.OTHER}
)
BY_PARTNER = {
    Partner.WELFARE_VOLUNTEERS: "O01b",
    Partner.SCHOOLS: "O01d",
    Partner.WATER: "O01f",
}
BY_ROUTE = {
    Route.FAMILY: "O01a",
    Route.WELFARE_VOLUNTEER: "O01b",
    Route.OTHER_WINDOW: "O01c",
    Route.SCHOOL: "O01d",
    Route.PROVIDER: "O01e",
}
SOURCES = tuple(f"O01{letter}" for letter in "abcdefg")

reached_out = contacts_of(Program.OUTREACH)
referred_out = referred_as(ReferralKind.OUTREACH)
outreach_plans = plans_of(PlanKind.OUTREACH, "made_on")
noticed = first_of(referred_out, reached_out, outreach_plans)
approached = first_of(reached_out, outreach_plans)
outreach = until_end(approached)


def source_code(case: Case, scope: Scope) -> str:
    """O01a–g: who first told of a person, by the referral if there is one, else by the route."""
    for referral in scope.register.referrals_of.get(case.case_no, ()):
        if referral.kind is ReferralKind.OUTREACH:
            if scope.window_of(referral.from_agency):
                return "O01c"
            agency = scope.register.agency_by_name.get(referral.from_agency)
            return BY_PARTNER.get(agency.partner, "O01g") if agency and agency.partner else "O01g"
    return BY_ROUTE.get(case.route, "O01g")


def _met(contact: Contact) -> bool:
    if contact.method is ContactMethod.VISIT:
        return contact.met == "○"
    spoken = contact.method is not ContactMethod.LETTER and not contact.is_letter
    return spoken and contact.counterpart is Counterpart.SELF


@described(Contact, "アウトリーチ等の記録のうち、本人と会えた又は話せたもの", "日時")
def met(scope: Scope) -> Iterator[tuple[date, Contact]]:
    """Outreach contacts in which the person was met or spoken to."""
    return ((day, c) for day, c in reached_out(scope) if _met(c))


@described(Contact, "本人と関係を築いた後の、包括的相談支援での本人との記録", "日時")
def consulted(scope: Scope) -> Iterator[tuple[date, Contact]]:
    """Contacts with the person in 包括的相談支援 after outreach had met them."""
    first = {case.case_no: day for day, case in acquainted(scope)}
    for day, c in contacts_of(Program.CONSULTATION)(scope):
        known = first.get(c.case_no or "")
        if c.counterpart is Counterpart.SELF and known and day > known:
            yield day, c


acquainted = first_of(met)
connected = first_of(consulted)
OUT_BEGUN, OUT_ENDED = beginnings(outreach), endings(outreach)


def _withdrawn(case: Case, *_: object) -> bool:
    return Issue.HIKIKOMORI in case.issues


OUTREACH_COUNTS: tuple[Definition, ...] = (
    Count(code="O01", source=noticed),
    *split(
        noticed,
        SOURCES,
        lambda c, s: (source_code(c, s),),
        "route",
        "「つなぎ・引継票」の引継元（なければ「相談経路」）がこの項目に当たるもの",
    ),
    Count(code="O02", source=reached_out, of=person),
    Count(code="O03", source=reached_out, of=person, so_far=True),
    Count(
        code="O04",
        source=reached_out,
        when=lambda c, _: c.method in PREPARING,
        says="方法が連絡調整・個別ケース会議・その他のもの",
        by="method",
    ),
    Count(
        code="O05",
        source=reached_out,
        when=lambda c, _: c.is_letter or c.method is ContactMethod.LETTER,
        says="手紙・投函、又は方法がメール・SNS・手紙のもの",
        by="method",
    ),
    Count(
        code="O06",
        source=reached_out,
        when=lambda c, _: c.method is ContactMethod.VISIT,
        says="方法が訪問のもの",
        by="method",
    ),
    Count(
        code="O07",
        source=reached_out,
        when=lambda c, _: c.method is ContactMethod.VISIT and c.met == "○",
        says="方法が訪問で、本人に会えたもの",
        by="met",
    ),
    Count(
        code="O08",
        source=reached_out,
        when=lambda c, _: c.method is ContactMethod.ACCOMPANY,
        says="方法が同行のもの",
        by="method",
    ),
    Count(
        code="O09",
        source=reached_out,
        when=lambda c, _: c.method is ContactMethod.PHONE,
        says="方法が電話のもの",
        by="method",
    ),
    Count(code="O10", source=acquainted),
    Count(code="O11", source=connected),
    Count(code="O12", source=outreach_plans),
    Stock(code="O13a", source=outreach, opening=True),
    Count(code="O13b", source=OUT_BEGUN),
    Count(code="O13c", source=OUT_ENDED, when=is_closed, says="状態が終結のもの", by="state"),
    Count(code="O13d", source=OUT_ENDED, when=is_suspended, says="状態が中断のもの", by="state"),
    Stock(code="O13", source=outreach),
    Stock(code="O14", source=outreach, when=_withdrawn, says="課題区分にひきこもりのあるもの"),
)
"""Every figure of O that the register can tell."""
