"""All faults of the shared workbook."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from juso.core.sheet import Row
from juso.services.sample.faults import PlantedRegister, plant_faults
from juso.services.sample.faults_agenda import AGENDA_FAULTS
from juso.services.sample.faults_cells import CELL_FAULTS
from juso.services.sample.faults_contact import CONTACT_FAULTS
from juso.services.sample.faults_course import COURSE_FAULTS
from juso.services.sample.faults_decided import DECIDED_FAULTS
from juso.services.sample.faults_doubts import DOUBT_FAULTS
from juso.services.sample.faults_drafts import DRAFT_FAULTS
from juso.services.sample.faults_intake import INTAKE_FAULTS
from juso.services.sample.faults_meeting import MEETING_FAULTS
from juso.services.sample.faults_messes import MESS_FAULTS
from juso.services.sample.faults_plan import PLAN_FAULTS
from juso.services.sample.faults_referral import REFERRAL_FAULTS
from juso.services.sample.faults_support import ASSESSMENT_FAULTS, EVALUATION_FAULTS

REGISTER_FAULTS = (
    *INTAKE_FAULTS,
    *COURSE_FAULTS,
    *DOUBT_FAULTS,
    *ASSESSMENT_FAULTS,
    *PLAN_FAULTS,
    *DRAFT_FAULTS,
    *DECIDED_FAULTS,
    *EVALUATION_FAULTS,
    *REFERRAL_FAULTS,
    *CONTACT_FAULTS,
    *MEETING_FAULTS,
    *AGENDA_FAULTS,
    *CELL_FAULTS,
    *MESS_FAULTS,
)


def plant_register(rows: Iterable[Row], today: date, seed: int) -> PlantedRegister:
    """Put every fault into clean rows, each on a case of its own."""
    return plant_faults(REGISTER_FAULTS, rows, today, seed)
