"""F of W1–W4: referrals, from the request to the first contact at the other side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from juso.koshu.codes import Partner, ReferralKind, ReferralMethod, ReferralResult, Window
from juso.koshu.sheets import Referral
from juso.koshu.tally.counts_basis import Count, Definition, Scope, Stock, described, later, split

LOST = frozenset({ReferralResult.RETURNED, ReferralResult.DECLINED, ReferralResult.UNREACHABLE})
TARGETS = tuple(f"F{number}" for number in range(11, 36))
WINDOWS = dict(zip(Window, TARGETS[:4], strict=True))
PROGRAMS = dict(
    zip(
        (ReferralKind.MULTI_AGENCY, ReferralKind.OUTREACH, ReferralKind.PARTICIPATION),
        TARGETS[4:7],
        strict=True,
    )
)
PARTNERS = dict(zip(Partner, TARGETS[7:-1], strict=True))
ELSEWHERE = TARGETS[-1]


@described(Referral, "引継元機関がこの窓口の機関のつなぎ", "依頼日")
def referred(scope: Scope) -> Iterator[tuple[date, Referral]]:
    """つなぎ: referrals by the window's agencies."""
    for r in scope.register.referrals:
        if r.from_agency in scope.agencies and r.referred_on is not None:
            yield r.referred_on, r


def met_on(referral: Referral) -> date | None:
    """The day the first contact was confirmed."""
    return later(referral.first_contact_on, referral.referred_on)


def lost_on(referral: Referral, today: date) -> date | None:
    """取消・差戻し: the day a referral ended without a first contact.

    Without 結果日 it is the day of receipt, else the day by which the first contact was due.
    """
    if met_on(referral) or referral.result not in LOST:
        return None
    days = (
        referral.result_on,
        referral.accepted_on,
        referral.first_contact_due_on,
        referral.referred_on,
    )
    day = next(day for day in days if day is not None)
    return later(min(day, today), referral.referred_on)


@described(Referral, "引継元機関がこの窓口の機関で、初回接触を確認したつなぎ", "初回接触確認日")
def met(scope: Scope) -> Iterator[tuple[date, Referral]]:
    """Referrals on the day of the first contact."""
    return ((day, r) for _, r in referred(scope) if (day := met_on(r)))


@described(Referral, "引継元機関がこの窓口の機関で、差戻し・本人辞退・連絡不能のつなぎ", "結果日")
def lost(scope: Scope) -> Iterator[tuple[date, Referral]]:
    """Referrals on the day they came to nothing."""
    today = scope.register.today
    return ((day, r) for _, r in referred(scope) if (day := lost_on(r, today)))


@described(
    Referral, "引継元機関がこの窓口の機関で、未確認のつなぎ", "依頼日", "初回接触確認日又は結果日"
)
def unconfirmed(scope: Scope) -> Iterator[tuple[date, date | None, Referral]]:
    """Referrals from the request to the first contact or their failure."""
    today = scope.register.today
    return ((day, met_on(r) or lost_on(r, today), r) for day, r in referred(scope))


def target_code(referral: Referral, scope: Scope) -> str:
    """F11–F35: to whom a referral goes; what is none of the named ones is その他."""
    if referral.kind in PROGRAMS:
        return PROGRAMS[referral.kind]
    if window := scope.window_of(referral.to_agency):
        return WINDOWS[window]
    agency = scope.register.agency_by_name.get(referral.to_agency)
    partner = referral.partner or (agency.partner if agency else None)
    return PARTNERS[partner] if partner else ELSEWHERE


def leaves_the_windows(referral: Referral, scope: Scope) -> bool:
    """他制度・他機関: neither one of the windows nor one of the three programmes."""
    return target_code(referral, scope) not in TARGETS[:7]


def asks_for_assistance(referral: Referral, scope: Scope) -> bool:
    """生活保護の申請."""
    target = target_code(referral, scope)
    return target == PARTNERS[Partner.PUBLIC_ASSISTANCE] and applies(referral)


def applies(referral: Referral, *_: object) -> bool:
    """制度申請."""
    return referral.kind is ReferralKind.APPLICATION


REFERRED: tuple[Definition, ...] = (
    Count(code="F01", source=referred),
    Count(code="F02", source=met),
    Count(
        code="F03",
        source=referred,
        when=lambda r, _: r.method is ReferralMethod.ACCOMPANIED,
        says="方法が同行のもの",
        by="method",
    ),
    Stock(code="F04", source=unconfirmed),
    Count(code="F05", source=referred, when=applies, says="種別が制度申請のもの", by="kind"),
    Count(code="F06", source=lost),
    *split(
        referred,
        TARGETS,
        lambda r, s: (target_code(r, s),),
        "to_agency",
        "「種別」「引継先機関」「連携先17」がこの項目に当たるもの",
    ),
)
