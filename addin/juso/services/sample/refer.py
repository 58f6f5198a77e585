"""つなぎ・引継票: a case is passed on, and somebody makes sure that it arrives."""

from __future__ import annotations

from datetime import date, timedelta

from juso.koshu.agencies import (
    MULTI_AGENCY_TEAM,
    OUTREACH_TEAM,
    PARTICIPATION_TEAM,
    PARTNER_AGENCY,
)
from juso.koshu.codes import (
    ContactMethod,
    Counterpart,
    Partner,
    ReferralKind,
    ReferralMethod,
    ReferralResult,
)
from juso.koshu.sheets import Referral
from juso.services.sample import referral_texts as t
from juso.services.sample.journey import Journey
from juso.services.sample.staff import Worker
from juso.services.sample.story import Weights, draw
from juso.services.sample.texts import ISSUE_TEXTS
from juso.services.sample.workdays import AFTERNOON, later, on_or_after, on_or_before

TEAM = {
    ReferralKind.MULTI_AGENCY: MULTI_AGENCY_TEAM,
    ReferralKind.OUTREACH: OUTREACH_TEAM,
    ReferralKind.PARTICIPATION: PARTICIPATION_TEAM,
}
METHODS: Weights[ReferralMethod] = (
    (ReferralMethod.ACCOMPANIED, 32),
    (ReferralMethod.MEETING, 26),
    (ReferralMethod.PAPER, 22),
    (ReferralMethod.PHONE, 16),
    (ReferralMethod.CONFERENCE, 4),
)
APPLIED_FOR = {PARTNER_AGENCY[Partner.PUBLIC_ASSISTANCE], PARTNER_AGENCY[Partner.GUARDIANSHIP]}

UNDER_WAY = ((12, True), (4, False))  # days before the year's end, and whether it was received


def receiver(journey: Journey, kind: ReferralKind, agency: str = "") -> Worker:
    """Somebody of the programme's team, or at an agency."""
    return journey.desk.staff.anyone(TEAM.get(kind, agency), journey.desk.rng)


def kind_for(agency: str) -> ReferralKind:
    """制度申請 where the agency decides on a scheme, else 担当移管."""
    return ReferralKind.APPLICATION if agency in APPLIED_FOR else ReferralKind.HANDOVER


def refer(
    journey: Journey, kind: ReferralKind, to: Worker, day: date, limit: date | None = None
) -> Referral:
    """Pass a case on; the receiver meets the person in time, and within the fiscal year."""
    until = min(limit or date.max, journey.limit(day))
    accepted_on = journey.after(day, 0, 4, until)
    met_on = journey.after(accepted_on, 1, 8, until)
    return _received(journey, _referral(journey, kind, to, day), accepted_on, met_on)


def refer_to_window(journey: Journey, to: Worker, day: date, met_on: date) -> Referral:
    """Pass a case on to another window that meets the person on a given day."""
    row = _referral(journey, ReferralKind.BETWEEN_WINDOWS, to, day)
    accepted_on = journey.after(day, 0, 4, met_on)
    return _received(journey, row.replace(moved_on=met_on), accepted_on, met_on)


def _received(journey: Journey, row: Referral, accepted_on: date, met_on: date) -> Referral:
    slip = journey.desk.rng.randint(-1, 6)  # sometimes a day later than meant
    row = row.replace(
        accepted_on=accepted_on,
        accepted_by=row.to_worker,
        first_contact_due_on=max(row.referred_on, met_on + timedelta(days=slip)),
        first_contact_on=met_on,
        result=ReferralResult.ACCEPTED,
        follow_up=journey.desk.pick(t.FOLLOW_UPS),
    )
    _tell(journey, row)
    if row.method is ReferralMethod.ACCOMPANIED:
        content = f"{row.to_agency}との初回の面談に同行し、担当に引き合わせた。"
        journey.record(met_on, (ContactMethod.ACCOMPANY, Counterpart.SELF), content)
    return row


def refer_in_vain(journey: Journey, kind: ReferralKind, to: Worker, day: date) -> Referral:
    """Pass a case on and have it returned within the month, with a reason and a next step."""
    next_month = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    limit = min(next_month - timedelta(days=1), journey.limit(day))
    row = _referral(journey, kind, to, day)
    accepted_on = journey.after(day, 0, 3, limit)
    row = row.replace(
        accepted_on=accepted_on,
        accepted_by=to.name,
        first_contact_due_on=journey.after(day, 7, 12, journey.limit(day)),
        result=ReferralResult.RETURNED,
        result_on=later(accepted_on, 2, limit),
        return_reason=journey.desk.pick(t.RETURN_REASONS),
        next_step=journey.desk.pick(t.NEXT_STEPS).format(agency=journey.window_agency),
    )
    _tell(journey, row)
    return row


def leave_under_way(journey: Journey, kind: ReferralKind, to: Worker) -> None:
    """Pass a case on in the last days of the year: the first one received, the next not even that."""
    desk = journey.desk
    wait, is_received = UNDER_WAY[desk.under_way]
    desk.under_way += 1
    day = on_or_before(desk.last_day - timedelta(days=wait))
    row = _referral(journey, kind, to, day).replace(
        first_contact_due_on=on_or_after(desk.last_day + timedelta(days=desk.rng.randint(3, 8)))
    )
    if is_received:
        row = row.replace(accepted_on=journey.after(day, 1, 3), accepted_by=to.name)
    _tell(journey, row)


def _tell(journey: Journey, row: Referral) -> None:
    content = f"{row.to_agency}へ概要と経過を伝え、今後の対応を依頼した。"
    journey.coordinate(row.referred_on, row.to_agency, content, hours=AFTERNOON)
    journey.desk.rows.append(row)


def _referral(journey: Journey, kind: ReferralKind, to: Worker, day: date) -> Referral:
    desk, agency = journey.desk, to.agency
    method = draw(desk.rng, METHODS)
    journey.engage(agency)
    journey.referrals += 1
    return Referral(
        referral_no=f"{journey.case_no}/{journey.referrals}",
        case_no=journey.case_no,
        kind=kind,
        from_agency=journey.lead.agency,
        from_worker=journey.lead.name,
        to_agency=agency,
        to_worker=to.name,
        partner=desk.partners.get(agency),
        referred_on=day,
        method=method,
        companion=journey.lead.name if method is ReferralMethod.ACCOMPANIED else None,
        summary=desk.pick(journey.opening.story.situations),
        history=desk.pick(t.HISTORIES),
        risk=desk.pick(t.RISKS),
        wish=desk.pick(ISSUE_TEXTS[journey.issues[0]].visions),
        consent_scope=f"{agency}までの間で、基本情報と支援経過を共有する。",
        expected=t.EXPECTED[kind],
        consent=journey.consent,
        first_contact_due_on=day,
        follow_up_on=on_or_before(day + timedelta(days=desk.rng.randint(8, 13))),
        companion_agency=journey.window_agency if kind is ReferralKind.HANDOVER else None,
    )
