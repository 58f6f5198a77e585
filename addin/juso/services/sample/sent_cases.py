"""What a window outside sends on a 受付票: an invented case nobody knows yet, news of a known one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from juso.core.calendar import FiscalYear
from juso.core.sheet import Row
from juso.koshu.codes import CaseState, Urgency
from juso.koshu.register import Register
from juso.koshu.sheets import Assessment, Case

RECEIVED, SCREENED = 6, 8  # days before and after the end of the year
NEWS = "事業所の担当が替わり、次回は本人の自宅で会うことにした。"


def plain_case(register: Register) -> str:
    """The number of the latest open case with consent and an assessment, without special care."""
    return next(
        case.case_no
        for case in reversed(register.cases)
        if case.state.is_open
        and case.consent.is_given
        and not case.cautions
        and case.case_no in register.assessment_of
    )


def just_received(rows: Iterable[Row], year: FiscalYear) -> list[Row]:
    """The rows of a case as one that came in the last days of the year and has no number yet."""
    return [_just_received(row.replace(case_no=None), year) for row in rows]


def with_news(rows: Iterable[Row], year: FiscalYear) -> list[Row]:
    """The rows of a case whose window has fixed another day and written down why."""
    next_on = year.last_day + timedelta(days=2 * SCREENED)
    return [
        row.replace(next_on=next_on, note=f"{row.note or ''}{NEWS}")
        if isinstance(row, Case)
        else row
        for row in rows
    ]


def _just_received(row: Row, year: FiscalYear) -> Row:
    day = year.last_day - timedelta(days=RECEIVED)
    if isinstance(row, Assessment):
        return row.replace(assessed_on=day + timedelta(days=1))
    if not isinstance(row, Case):
        return row
    return row.replace(
        household_no=None,
        received_on=day,
        consent_on=day,
        consent_until=None,
        screened_on=None,
        outcome=None,
        state=CaseState.RECEIVED,
        urgency=Urgency.NORMAL,
        first_response=None,
        is_multi_agency=False,
        not_multi_agency_reason="まず窓口で様子をみるため",
        next_on=year.last_day + timedelta(days=SCREENED),
    )
