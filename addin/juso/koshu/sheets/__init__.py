"""The sheets of the shared workbook, in the order of the work."""

from juso.core.sheet import Row
from juso.koshu.sheets.assessment import Assessment, FamilyMember, Problem
from juso.koshu.sheets.case import Case
from juso.koshu.sheets.contact import Contact
from juso.koshu.sheets.evaluation import Evaluation
from juso.koshu.sheets.masters import Agency, Resource, Site
from juso.koshu.sheets.meeting import AgendaItem, AttendanceRecord, Decision, MeetingRecord
from juso.koshu.sheets.plan import Plan, PlanLine
from juso.koshu.sheets.referral import Referral
from juso.koshu.sheets.yearly import Target, Training

__all__ = [
    "SHEETS",
    "Agency",
    "AgendaItem",
    "Assessment",
    "AttendanceRecord",
    "Case",
    "Contact",
    "Decision",
    "Evaluation",
    "FamilyMember",
    "MeetingRecord",
    "Plan",
    "PlanLine",
    "Problem",
    "Referral",
    "Resource",
    "Site",
    "Target",
    "Training",
]

SHEETS: tuple[type[Row], ...] = (
    Case,
    Assessment,
    FamilyMember,
    Problem,
    Plan,
    PlanLine,
    Evaluation,
    Referral,
    Contact,
    MeetingRecord,
    AgendaItem,
    AttendanceRecord,
    Decision,
    Resource,
    Site,
    Agency,
    Target,
    Training,
)
