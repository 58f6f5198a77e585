"""Cases before the 重層的支援会議 and the 支援会議."""

from __future__ import annotations

from datetime import date, timedelta

from juso.koshu.agencies import PARTNER_AGENCY
from juso.koshu.codes import (
    AgendaKind,
    ItemConclusion,
    Meeting,
    Partner,
    PlanState,
    Review,
    WantedConclusion,
)
from juso.koshu.sheets import Evaluation
from juso.services.sample import conference_texts as t
from juso.services.sample.journey import Journey, PlanDraft
from juso.services.sample.matter import Matter, put
from juso.services.sample.meeting_book import Slot
from juso.services.sample.planning import change, decide, start
from juso.services.sample.story import Weights, draw
from juso.services.sample.workdays import later

NEIGHBOURHOOD = PARTNER_AGENCY[Partner.WELFARE_VOLUNTEERS]
NOTICE = timedelta(days=5)  # from a plan to the meeting that reviews it
REVIEWS: Weights[Review] = (
    (Review.APPROPRIATE, 76),
    (Review.WITH_CHANGES, 19),
    (Review.RECONSIDER, 5),
)
CONCLUSIONS = {
    Review.APPROPRIATE: ItemConclusion.APPROPRIATE,
    Review.WITH_CHANGES: ItemConclusion.WITH_CHANGES,
    Review.RECONSIDER: ItemConclusion.RECONSIDER,
}
SHARED = {
    AgendaKind.SHARING: ItemConclusion.SHARED,
    AgendaKind.WATCHING: ItemConclusion.WATCH,
    AgendaKind.URGENT: ItemConclusion.URGENT_RESPONSE,
}


def review_plan(journey: Journey, draft: PlanDraft) -> Slot | None:
    """支援計画の適切性の協議: decided on at the meeting, or taken up again at the next.

    None, and the plan remains a draft, where the year has no meeting left.
    """
    book = journey.desk.meetings
    slot = book.book(Meeting.PLAN_CONFERENCE, draft.plan.made_on + NOTICE)
    if slot is None:
        return None
    review = draw(journey.desk.rng, REVIEWS)
    if review is Review.RECONSIDER:
        again = book.book(Meeting.PLAN_CONFERENCE, slot.held_on + timedelta(days=1))
        _discuss(journey, draft, slot, review, again.held_on if again else None)
        if again is None:
            change(draft, state=PlanState.UNDER_REVIEW)
            return None
        slot, review = again, Review.APPROPRIATE
    _discuss(journey, draft, slot, review)
    start(
        journey,
        draft,
        later(slot.held_on, journey.desk.rng.randint(0, 5), journey.desk.last_day),
    )
    decide(draft, slot.held_on)
    return slot


def _discuss(
    journey: Journey,
    draft: PlanDraft,
    slot: Slot,
    review: Review,
    again_on: date | None = None,
) -> None:
    conclusion = CONCLUSIONS[review]
    matter = Matter(
        kind=AgendaKind.PLAN_REVIEW,
        wanted=WantedConclusion.APPROVAL,
        conclusion=conclusion,
        presenter=draft.by,
        others=_sharing(journey, draft),
        plan_no=draft.plan.plan_no,
        again_on=again_on,
    )
    put(journey, slot, matter)
    changes = journey.desk.pick(t.OUTCOMES[conclusion])
    change(
        draft,
        meeting_no=slot.meeting_no,
        review=review,
        changes=changes if review is Review.WITH_CHANGES else None,
    )


def _sharing(journey: Journey, draft: PlanDraft) -> tuple[str, ...]:
    """The agencies a plan concerns."""
    return (journey.window_agency, *(line.agency for line in draft.lines))


def close_at(journey: Journey, slot: Slot, draft: PlanDraft, evaluation: Evaluation) -> None:
    """支援終結時の評価 at a meeting."""
    matter = Matter(
        kind=AgendaKind.CLOSING_REVIEW,
        wanted=WantedConclusion.APPROVAL,
        conclusion=ItemConclusion.MAY_CLOSE,
        presenter=draft.by,
        others=_sharing(journey, draft),
        minutes=10,
        plan_no=draft.plan.plan_no,
        evaluation_no=evaluation.evaluation_no,
    )
    put(journey, slot, matter)


def share(journey: Journey, earliest: date, kind: AgendaKind, *agencies: str) -> Slot | None:
    """Bring a case before the 支援会議, which needs no consent (法第106条の6)."""
    meetings, urgent = journey.desk.meetings, kind is AgendaKind.URGENT
    slot = (
        meetings.call_urgently(earliest)
        if urgent
        else meetings.book(Meeting.SUPPORT_CONFERENCE, earliest)
    )
    if slot is None:
        return None
    slot.is_child_protection |= journey.opening.story.is_child_protection
    matter = Matter(
        kind=kind,
        wanted=WantedConclusion.DECISION if urgent else WantedConclusion.SHARING,
        conclusion=SHARED[kind],
        presenter=journey.lead,
        others=(journey.window_agency, *agencies, NEIGHBOURHOOD),
    )
    put(journey, slot, matter)
    return slot
