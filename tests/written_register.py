"""The rows of the small register whose file the adapter tests look at."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from juso.core.calendar import FiscalYear
from juso.core.sheet import column_index
from juso.koshu.codes import (
    Attribute,
    ContactMethod,
    Counterpart,
    Counting,
    DecisionState,
    Issue,
    Meeting,
    Program,
    ReferralResult,
    Topic,
    Window,
)
from juso.koshu.config import Config
from juso.koshu.sheets import (
    Agency,
    Case,
    Contact,
    Decision,
    MeetingRecord,
    Plan,
    Referral,
    Target,
)

CONFIG = Config(FiscalYear(2025))
TODAY = date(2026, 3, 31)
SPARE = 5
ROWS = (
    Case(
        case_no="R7-0001",
        household_no="S0001",
        received_on=date(2025, 6, 1),
        window=Window.ELDERLY,
        received_by="主事 架空",
        born_on=date(1945, 6, 2),
        name="=架空 花子",
        phone="0553-00-0000",
        topics=(Topic.HOUSING, Topic.CARE),
        attributes=(Attribute.ELDERLY,),
        issues=(Issue.DEMENTIA_CARE, Issue.HIKIKOMORI, Issue.FAMILY, Issue.RIGHTS),
    ),
    Case(
        case_no="R7-0002",
        received_on=date(2025, 6, 1),
        window=Window.CHILDREN,
        born_on=date(2025, 6, 1),
        attributes=(Attribute.DISABILITY, Attribute.OTHER),
        issues=(Issue.FAMILY,),
    ),
    Case(case_no="R7-0003", received_on=date(2025, 6, 1), window=Window.HARDSHIP),
    Case(
        case_no="R7-0004",
        received_on=date(2025, 6, 1),
        window=Window.HARDSHIP,
        born_on=date(2030, 1, 1),
    ),
    Plan(plan_no="P-R7-0001-1", case_no="R7-0001"),
    Plan(plan_no="P-R7-0009-1", case_no="R7-0009"),
    Referral(
        referral_no="H-R7-0001", accepted_on=date(2025, 6, 2), first_contact_on=date(2025, 6, 3)
    ),
    Referral(referral_no="H-R7-0002", accepted_on=date(2025, 6, 2)),
    Referral(referral_no="H-R7-0003", result=ReferralResult.DECLINED),
    Contact(
        record_no="K-R7-00001",
        case_no="R7-0001",
        at=datetime(2025, 7, 1, 13, 30),
        program=Program.OUTREACH,
        method=ContactMethod.VISIT,
        counterpart=Counterpart.SELF,
        counting=Counting.COUNTED,
    ),
    Contact(record_no="K-R7-00002", case_no="R7-0001", at=datetime(2025, 6, 20, 9, 0)),
    MeetingRecord(
        meeting_no="SK-R7-01",
        kind=Meeting.SUPPORT_CONFERENCE,
        held_on=date(2025, 6, 20),
        starts_at=time(13, 30),
    ),
    Decision(decision_no="SK-R7-01-01", due_on=date(2025, 6, 30), state=DecisionState.RUNNING),
    Decision(decision_no="SK-R7-01-02", due_on=date(2025, 6, 30), state=DecisionState.DONE),
    Agency(agency_no="W01", short_name="地域包括"),
    Agency(agency_no="D01", short_name="福祉総合"),
    Target(fiscal_year="R7", indicator="K01", target=80.0, result=72.0),
    Target(fiscal_year="R7", indicator="K02"),
)


def column_values(sheet: Any, row_type: Any, key: str) -> list[Any]:
    """The cells of one column from row 2 on, as far as the sheet goes."""
    place = column_index(row_type, key) + 1
    return [sheet.cell(row, place).value for row in range(2, sheet.max_row + 1)]
