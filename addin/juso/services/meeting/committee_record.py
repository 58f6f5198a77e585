"""庁内連携委員会の会議録: the four divisions' attendance and the year's evaluation."""

from __future__ import annotations

from juso.core.calendar import FiscalYear
from juso.koshu.codes import AgendaKind, Division
from juso.koshu.indicators import INDICATORS
from juso.services.meeting.cases import MeetingCases
from juso.services.meeting.minutes_model import DivisionLine, GradeLine
from juso.services.meeting.people import present

ABSENT = "出席なし"


def division_lines(cases: MeetingCases) -> tuple[DivisionLine, ...]:
    """Who came from each of the four divisions (実施計画8(3))."""
    people = present(cases.attendance)
    return tuple(
        DivisionLine(
            division=str(division),
            people="、".join(
                f"{a.post or ''}　{a.name or ''}".strip() for a in people if a.agency == division
            )
            or ABSENT,
        )
        for division in Division
    )


def grade_lines(cases: MeetingCases) -> tuple[GradeLine, ...]:
    """目標・評価 of the fiscal year, where the committee looked at the year (実施計画10(2))."""
    if not any(i.kind is AgendaKind.STATUS for i in cases.items):
        return ()
    year = FiscalYear.of(cases.day).short
    names = {i.id: i.name for i in INDICATORS}
    return tuple(
        GradeLine(
            indicator=f"{t.indicator}　{names.get(t.indicator, '')}".strip(),
            target=f"{t.target:g}" if t.target is not None else "－",
            grade=str(t.grade) if t.grade else None,
            problem=t.problem,
            next_year=t.next_year,
        )
        for t in cases.register.targets
        if t.fiscal_year == year
    )
