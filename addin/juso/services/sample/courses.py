"""What becomes of a consultation that its window deals with itself or passes on."""

from __future__ import annotations

from datetime import date, timedelta

from juso.koshu.agencies import WINDOW_AGENCY
from juso.koshu.codes import (
    AgendaKind,
    ClosingReason,
    PlanKind,
    ReferralKind,
    SuspensionReason,
    Urgency,
)
from juso.services.sample.assess import assess
from juso.services.sample.begin import consent_at_screening, give_consent
from juso.services.sample.conference import share
from juso.services.sample.finish import close, suspend
from juso.services.sample.follow import follow
from juso.services.sample.journey import Journey
from juso.services.sample.keep_in_touch import keep_in_touch
from juso.services.sample.opening import Opening, Twist
from juso.services.sample.planning import Terms, decide, draft_plan
from juso.services.sample.refer import (
    UNDER_WAY,
    kind_for,
    leave_under_way,
    receiver,
    refer,
    refer_in_vain,
    refer_to_window,
)
from juso.services.sample.story import Will
from juso.services.sample.texts import ISSUE_TEXTS
from juso.services.sample.workdays import later

PLANNED = 0.68  # of the cases that last, those with a plan of the window's own
MONTHS = (4, 6, 6, 6, 9)
SIDE_REFERRAL = 0.3
NO_ANSWER, SPOKEN = 0.1, 0.15  # below the first: no consent yet; below the second: only spoken
SPOKEN_DAYS = 30  # by then a spoken consent is written down
LAST = 0.3  # of the open cases, those referred in the year's last days, while there are few
HANDOVER_DAYS = 22  # from the request to the end of the window's own support
TO_CONFERENCE = 0.75  # of what cannot wait


def undecided(journey: Journey) -> None:
    """Received in the last days of the year: nothing is known yet."""
    keep_in_touch(journey, journey.opening.received_on, journey.desk.last_day, spacing=(2, 6))


def informed(journey: Journey) -> None:
    """情報提供・相談のみで終了."""
    close(journey, journey.screened_on, ClosingReason.SOLVED)


def dropped(journey: Journey) -> None:
    """相談中止: the person cannot be reached any more, or does not want to."""
    reasons = (SuspensionReason.UNREACHABLE, SuspensionReason.REFUSED, SuspensionReason.OWN_WISH)
    suspend(journey, journey.screened_on, journey.desk.pick(reasons))


def to_other_agency(journey: Journey) -> None:
    """その他機関・制度へつなぎ: closed once the other side has met the person."""
    day = journey.screened_on
    give_consent(journey, day)
    agency = journey.desk.pick(ISSUE_TEXTS[journey.issues[0]].helpers)
    kind = kind_for(agency)
    referral = refer(journey, kind, receiver(journey, kind, agency), day)
    ended = journey.after(referral.first_contact_on or day, 1, 9, journey.limit(day))
    applied = kind is ReferralKind.APPLICATION
    reason = ClosingReason.OTHER_SCHEME if applied else ClosingReason.HANDED_OVER
    close(journey, ended, reason, referral_no=referral.referral_no)


def to_other_window(journey: Journey, receiving: Opening) -> None:
    """他の3窓口へつなぎ: the receiving window opens a case of its own on the day they meet."""
    day, met_on = journey.screened_on, receiving.received_on
    give_consent(journey, day)
    to = journey.desk.staff.anyone(WINDOW_AGENCY[receiving.window], journey.desk.rng)
    referral = refer_to_window(journey, to, day, met_on)
    ended = journey.after(met_on, 0, 6)
    close(journey, ended, ClosingReason.HANDED_OVER, referral_no=referral.referral_no)


def continued(journey: Journey) -> None:
    """自窓口で継続: assessed, mostly with a plan, until its end or the year's."""
    ending = journey.opening.ending
    until = ending.on or journey.desk.last_day
    _ask_consent(journey, until)
    call_for_help(journey)
    _assess_and_plan(journey, until)
    _refer_on_the_way(journey, until)
    keep_in_touch(journey, journey.screened_on, until)
    if ending.on and ending.suspension:
        suspend(journey, ending.on, ending.suspension)
    elif ending.on and ending.closing:
        _close(journey, ending.on, ending.closing)
    else:
        _refer_at_last(journey)


def _ask_consent(journey: Journey, until: date) -> None:
    will, chance = journey.opening.story.will, journey.desk.rng.random()
    day = journey.after(journey.screened_on, 0, 14, until)
    if will is Will.LATER:
        day = journey.after(day, 15, 60, until)
    refers = journey.opening.twist is Twist.RETURNED
    if day >= until or (chance < NO_ANSWER and not refers):
        return
    recent = (journey.desk.last_day - day).days < SPOKEN_DAYS
    if will is Will.GIVES and recent and chance < SPOKEN:
        give_consent(journey, day, spoken=True)
    elif will is Will.LATER:
        give_consent(journey, day)
    else:
        consent_at_screening(journey, day)


def call_for_help(journey: Journey) -> None:
    """What cannot wait comes before the 支援会議."""
    if journey.urgency is Urgency.SAME_DAY and journey.desk.chance(TO_CONFERENCE):
        share(journey, journey.opening.received_on, AgendaKind.URGENT)


def _assess_and_plan(journey: Journey, until: date) -> None:
    assessed = journey.after(journey.screened_on, 4, 20)
    if assessed >= until:
        return
    assess(journey, assessed)
    planned = journey.after(assessed, 5, 20)
    if not (journey.has_consent(planned) and planned < until and journey.desk.chance(PLANNED)):
        return
    terms = Terms(PlanKind.WINDOW, journey.desk.pick(MONTHS))
    draft = draft_plan(journey, terms, planned, journey.lead)
    decide(draft, planned)
    follow(journey, draft, until)


def _refer_on_the_way(journey: Journey, until: date) -> None:
    """Referrals that do not end the window's own support."""
    day = journey.after(journey.screened_on, 20, 80, until)
    if day >= until or not journey.has_consent(day):
        return
    if journey.opening.twist is Twist.RETURNED:
        to = receiver(journey, ReferralKind.MULTI_AGENCY)
        refer_in_vain(journey, ReferralKind.MULTI_AGENCY, to, day)
    elif journey.desk.chance(SIDE_REFERRAL):
        agency = journey.desk.pick(ISSUE_TEXTS[journey.desk.pick(journey.issues)].helpers)
        kind = kind_for(agency)
        if agency in journey.desk.partners:
            refer(journey, kind, receiver(journey, kind, agency), day, until)


def _refer_at_last(journey: Journey) -> None:
    """A few referrals are under way when the year ends."""
    desk = journey.desk
    early = journey.has_consent(desk.last_day - timedelta(days=SPOKEN_DAYS))
    if early and not journey.referrals and desk.under_way < len(UNDER_WAY) and desk.chance(LAST):
        agency = desk.pick(ISSUE_TEXTS[journey.issues[0]].helpers)
        kind = kind_for(agency)
        leave_under_way(journey, kind, receiver(journey, kind, agency))


def _close(journey: Journey, day: date, reason: ClosingReason) -> None:
    """Close at the window; what is handed over is referred first, with consent."""
    days = (day - journey.screened_on).days - HANDOVER_DAYS
    asked = later(journey.screened_on, max(0, days), day)
    if reason is not ClosingReason.HANDED_OVER:
        close(journey, day, reason)
    elif not journey.has_consent(asked):
        close(journey, day, ClosingReason.ACHIEVED)
    else:
        agency = ISSUE_TEXTS[journey.issues[0]].helpers[0]
        to = receiver(journey, ReferralKind.HANDOVER, agency)
        referral = refer(journey, ReferralKind.HANDOVER, to, asked, day)
        close(journey, day, reason, referral_no=referral.referral_no)
