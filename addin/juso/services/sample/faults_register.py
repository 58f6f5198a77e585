"""All faults of the shared workbook."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from juso.core.sheet import Row
from juso.services.sample.faults import PlantedRegister, plant_faults
from juso.services.sample.faults_cells import CELL_FAULTS
from juso.services.sample.faults_course import COURSE_FAULTS
from juso.services.sample.faults_intake import INTAKE_FAULTS
from juso.services.sample.faults_plan import PLAN_FAULTS
from juso.services.sample.faults_support import (
    ASSESSMENT_FAULTS,
    EVALUATION_FAULTS,
    REFERRAL_FAULTS,
)

REGISTER_FAULTS = (
    *REFERRAL_FAULTS,
    *EVALUATION_FAULTS,
    *PLAN_FAULTS,
    *ASSESSMENT_FAULTS,
    *COURSE_FAULTS,
    *CELL_FAULTS,
    *INTAKE_FAULTS,
)
"""Those that fewer rows fit come first, so that a small register has most of them."""


def plant_register(rows: Iterable[Row], today: date, seed: int) -> PlantedRegister:
    """Put every fault into clean rows, each on a case of its own."""
    return plant_faults(REGISTER_FAULTS, rows, today, seed)
