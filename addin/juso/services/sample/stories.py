"""Every story line of the sample."""

from __future__ import annotations

from juso.services.sample.stories_children import CHILDREN_STORIES
from juso.services.sample.stories_disability import DISABILITY_STORIES
from juso.services.sample.stories_elderly import ELDERLY_STORIES
from juso.services.sample.stories_hardship import HARDSHIP_STORIES
from juso.services.sample.stories_household import HOUSEHOLD_STORIES
from juso.services.sample.stories_safety import SAFETY_STORIES
from juso.services.sample.stories_second import SECOND_STORIES
from juso.services.sample.story import Story

STORIES = (
    *ELDERLY_STORIES,
    *HOUSEHOLD_STORIES,
    *DISABILITY_STORIES,
    *CHILDREN_STORIES,
    *SAFETY_STORIES,
    *HARDSHIP_STORIES,
    *SECOND_STORIES,
)


def story(key: str) -> Story:
    """A story line by its key."""
    return next(s for s in STORIES if s.key == key)
