"""Which story lines come in, and with which course: by weight, the telling ones never missing."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from juso.koshu.codes import Outcome
from juso.services.sample.opening import Twist
from juso.services.sample.stories import STORIES, story
from juso.services.sample.story import Story, Weights, draw

TWISTS: Weights[Twist] = (
    (Twist.NONE, 88),
    (Twist.RETURNED, 1),
    (Twist.REOPENED, 4),
    (Twist.RECONSULTED, 4),
    (Twist.MOVED, 3),
)
PAIRED = (Twist.SECOND, Twist.REOPENED, Twist.RECONSULTED)
"""Twists that may bring a second row."""
SECOND_COMES = 0.35  # of the households that somebody else could come from


@dataclass(frozen=True, slots=True)
class Cue:
    """A story line with the course it must take; None and NONE leave it to chance."""

    story: Story
    outcome: Outcome | None = None
    twist: Twist = Twist.NONE
    early: bool = True


TELLING = (
    Cue(story("eighty_fifty"), Outcome.MULTI_AGENCY, Twist.SECOND),
    Cue(story("double_care"), Outcome.MULTI_AGENCY),
    Cue(story("young_carer"), Outcome.MULTI_AGENCY),
    Cue(story("young_carer"), Outcome.SUPPORT_CONFERENCE),
    Cue(story("protected"), Outcome.MULTI_AGENCY),
    Cue(story("hoarding"), Outcome.SUPPORT_CONFERENCE),
    Cue(story("withdrawn"), Outcome.OUTREACH, Twist.OPENS),
    Cue(story("withdrawn"), Outcome.PARTICIPATION),
    Cue(story("isolated"), Outcome.DROPPED),
    Cue(story("off_child"), Outcome.OTHER_WINDOW),
    Cue(story("arrears"), Outcome.CONTINUED, early=False),
    Cue(story("anonymous_money"), Outcome.INFORMED, early=False),
    Cue(story("job_loss"), Outcome.CONTINUED, Twist.RETURNED),
    Cue(story("mental"), Outcome.CONTINUED, Twist.REOPENED),
    Cue(story("newborn"), Outcome.INFORMED, Twist.RECONSULTED),
    Cue(story("housing"), Outcome.CONTINUED, Twist.MOVED),
    Cue(story("frail_alone"), Outcome.CONTINUED, Twist.DIED),
)
"""Story lines every sample that has room for them tells (see the plan's section 1 and 5)."""
TELLING_ROWS = 2 * len(TELLING)


def cue_for(rng: Random, room: int) -> Cue:
    """A story line by weight; with room for one row only, one that brings no second."""
    while True:
        told = rng.choices(STORIES, [s.weight for s in STORIES])[0]
        outcome = draw(rng, told.outcomes)
        twist = _twist(told, outcome, rng)
        paired = outcome is Outcome.OTHER_WINDOW or twist in PAIRED
        if room > 1 or not paired:
            return Cue(told, outcome, twist, early=twist in PAIRED)


def _twist(told: Story, outcome: Outcome, rng: Random) -> Twist:
    if told.second and outcome is Outcome.MULTI_AGENCY and rng.random() < SECOND_COMES:
        return Twist.SECOND
    if told.is_anonymous or outcome not in (Outcome.CONTINUED, Outcome.INFORMED):
        return Twist.NONE
    twist = draw(rng, TWISTS)
    lasts = twist in (Twist.MOVED, Twist.RETURNED)
    return Twist.NONE if lasts and outcome is Outcome.INFORMED else twist
