"""甲州市重層的支援体制整備事業 実施計画（令和7年3月）: its sections 4 to 10 as data.

Texts are the plan's own words; long 業務内容 are shortened. Everything else that quotes the
plan reads it from here.
"""

from juso.koshu.plan.basics import (
    BASIC_POLICY,
    COMMUNITY_WELFARE_PLAN,
    FIRST_YEAR,
    LAST_YEAR,
    PERIOD,
    PROGRAM_STARTED_ON,
    PROMOTION_COMMITTEE,
    TITLE,
)
from juso.koshu.plan.meetings import MEETINGS, PARTNERS, MeetingFact, meeting_fact
from juso.koshu.plan.principles import DEMANDS, PREPARATIONS, PRINCIPLES, Principle
from juso.koshu.plan.programs import PROGRAMS, ProgramFact, program_fact
from juso.koshu.plan.services import BUDONOSATO, EVERYONE, SERVICES, SHAKYO, ServiceFact

__all__ = [
    "BASIC_POLICY",
    "BUDONOSATO",
    "COMMUNITY_WELFARE_PLAN",
    "DEMANDS",
    "EVERYONE",
    "FIRST_YEAR",
    "LAST_YEAR",
    "MEETINGS",
    "PARTNERS",
    "PERIOD",
    "PREPARATIONS",
    "PRINCIPLES",
    "PROGRAMS",
    "PROGRAM_STARTED_ON",
    "PROMOTION_COMMITTEE",
    "SERVICES",
    "SHAKYO",
    "TITLE",
    "MeetingFact",
    "Principle",
    "ProgramFact",
    "ServiceFact",
    "meeting_fact",
    "program_fact",
]
