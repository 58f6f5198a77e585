"""What is put before a meeting: agenda item, guests, opinions and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from juso.koshu.agencies import HOST, MULTI_AGENCY_TEAM
from juso.koshu.codes import AgendaKind, ItemConclusion, Meeting, Urgency, WantedConclusion
from juso.koshu.sheets import AgendaItem
from juso.services.sample import conference_texts as t
from juso.services.sample.decisions import decide_on
from juso.services.sample.journey import Journey
from juso.services.sample.meeting_book import Slot
from juso.services.sample.staff import Worker

URGENT_DAYS = 3
DAYS = (14, 42)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One case before one meeting, and what comes of it."""

    kind: AgendaKind
    wanted: WantedConclusion
    conclusion: ItemConclusion
    presenter: Worker
    others: tuple[str, ...]  # further agencies that it concerns
    minutes: int = 15
    plan_no: str | None = None
    evaluation_no: str | None = None
    again_on: date | None = None

    @property
    def agencies(self) -> tuple[str, ...]:
        """All agencies that it concerns, the presenter's first."""
        return tuple(dict.fromkeys((self.presenter.agency, *self.others)))


def put(journey: Journey, slot: Slot, matter: Matter) -> None:
    """Place a matter on the agenda."""
    desk, number = journey.desk, slot.next_number
    others = [desk.staff.anyone(a, desk.rng) for a in matter.agencies[1:] if a != HOST]
    workers = (matter.presenter, *others)
    slot.guests[number] = workers
    slot.items.append(_item(journey, slot, matter))
    contents = t.DECISIONS[matter.kind]
    wanted = min(len(contents), 2 if desk.chance(0.4) else 1)
    for content in desk.rng.sample(contents, wanted):
        urgent = matter.kind is AgendaKind.URGENT
        days = URGENT_DAYS if urgent else desk.rng.randint(*DAYS)
        decide_on(desk, slot, content, desk.pick(workers), days)


def _item(journey: Journey, slot: Slot, matter: Matter) -> AgendaItem:
    desk = journey.desk
    checker = desk.staff.anyone(MULTI_AGENCY_TEAM, desk.rng)
    urgent = matter.kind is AgendaKind.URGENT
    return AgendaItem(
        meeting_no=slot.meeting_no,
        number=slot.next_number,
        kind=matter.kind,
        case_no=journey.case_no,
        plan_no=matter.plan_no,
        evaluation_no=matter.evaluation_no,
        agency=matter.presenter.agency,
        presenter=matter.presenter.name,
        title=t.TITLES[matter.kind].format(title=journey.opening.story.title),
        question=desk.pick(t.QUESTIONS[matter.kind]),
        wanted=matter.wanted,
        minutes=matter.minutes,
        consent_checked_by=checker.name if slot.kind is Meeting.PLAN_CONFERENCE else None,
        urgency=Urgency.SAME_DAY if urgent else journey.urgency,
        material="案件票",
        conclusion=matter.conclusion,
        conclusion_text=desk.pick(t.OUTCOMES[matter.conclusion]),
        opinions=_opinions(journey, matter),
        again_on=matter.again_on,
    )


def _opinions(journey: Journey, matter: Matter) -> str:
    said = journey.desk.rng.sample(t.OPINIONS[matter.kind], 2)
    speakers = (matter.agencies * 2)[:2]
    return "\n".join(f"{who}：{what}。" for who, what in zip(speakers, said, strict=True))
