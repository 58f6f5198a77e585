"""案件票: one item of an agenda on one page, pseudonymous and within the person's consent."""

from __future__ import annotations

from juso.core.calendar import short_date
from juso.koshu.codes import (
    AgendaKind,
    Attendance,
    Caution,
    Meeting,
    Relation,
    Risk,
    SharedInformation,
)
from juso.koshu.consent import SIGNS, may_show, outside_scope
from juso.koshu.meetings import HISTORY_LINES, SHORT_HISTORY_LINES, SHORT_LINE, SHOWN_LENGTH
from juso.koshu.pseudonym import household
from juso.koshu.rules.agenda_rules import NEEDS_CASE
from juso.koshu.rules.lookups import item_name
from juso.koshu.sheets import AgendaItem, Assessment, Case, FamilyMember
from juso.services.meeting.agenda_model import CaseSheet, HistoryLine, PersonSummary, ProblemLine
from juso.services.meeting.case_summaries import closing_summary, plan_summary, resource_summary
from juso.services.meeting.cases import MeetingCases
from juso.services.meeting.wording import NONE, boxes, day_in_table, joined

NOT_COVERED = "（同意の範囲外のため記載しない）"
PROTECTED = "（支援措置のため記載しない）"
PROTECTED_NOTE = "支援措置（DV等）の対象：住所・電話・勤務先・学校は記載していない。"
NOT_ASSESSED = "（アセスメント未実施）"
RISK_ORDER = (Risk.PRESENT, Risk.SUSPECTED)


def case_sheet(cases: MeetingCases, item: AgendaItem, times: int) -> CaseSheet:
    """The 案件票 of an item that is put before the meeting for the `times`-th time."""
    case = cases.case(item)
    return CaseSheet(
        item=item_name(item),
        kind=item.kind,
        agency=cases.agency(item.agency, case),
        presenter=item.presenter,
        times="初回" if times <= 1 else f"{times}回目",
        urgency=item.urgency,
        title=item.title,
        question=item.question,
        wanted=item.wanted,
        material=item.material or NONE,
        choices=boxes(item.kind),
        person=_person(cases, item, case) if case else None,
        plan=plan_summary(cases, item) if item.kind is AgendaKind.PLAN_REVIEW else None,
        closing=closing_summary(cases, item) if item.kind is AgendaKind.CLOSING_REVIEW else None,
        resource=resource_summary(cases, item) if item.kind is AgendaKind.RESOURCES else None,
    )


def _person(cases: MeetingCases, item: AgendaItem, case: Case) -> PersonSummary:
    shows_record = may_show(case, cases.meeting, SharedInformation.RECORD)
    history = _history(cases, item, case) if shows_record else ()
    assessment = cases.register.assessment_of.get(case.case_no)
    hidden = cases.is_protected(case)
    return PersonSummary(
        subject=household(cases.names[case.case_no], case, cases.day),
        case_no=case.case_no,
        family=_family(case),
        members=_members(cases, case),
        area=PROTECTED if hidden else case.area or "不明",
        risks=_risks(assessment),
        consent=SIGNS[case.consent] if case.consent else "未入力",
        consent_agencies=joined(cases.agencies(case.consent_agencies, case)),
        consent_information=joined(case.consent_information),
        consent_until=day_in_table(case.consent_until) or "定めなし",
        cautions=_cautions(case, protected=hidden),
        leaving=_leaving(cases, item, case),
        history=history,
        history_note=f"{NONE}（記録がない）" if shows_record else NOT_COVERED,
        problems=_problems(cases, case),
        agencies=joined(cases.agencies((case.lead_agency, *case.support_agencies), case)),
        services=joined(assessment.services) if assessment else NOT_ASSESSED,
        wish=cases.masked(assessment.wish, case) if assessment else NOT_ASSESSED,
        direction=_direction(cases, case, assessment),
    )


def _leaving(cases: MeetingCases, item: AgendaItem, case: Case) -> str:
    """Agencies to whom the consent does not reach: they leave, and get no papers."""
    if cases.meeting is not Meeting.PLAN_CONFERENCE:
        return ""
    invited = [
        a.agency
        for a in cases.attendance
        if a.item_number in (0, None, item.number) and a.attendance is not Attendance.ABSENT
    ]
    leaving = outside_scope(case, (agency for agency in invited if agency))
    return "、".join(cases.agencies(leaving, case))


def _family(case: Case) -> str:
    count = f"（{case.family_count}人）" if case.family_count else ""
    return f"{case.family or '不明'}{count}"


def _members(cases: MeetingCases, case: Case) -> str:
    """子（50代・同居・支援あり）; workplaces and schools are never shown."""
    if not may_show(case, cases.meeting, SharedInformation.FAMILY):
        return NOT_COVERED
    family = cases.register.family_of.get(case.case_no, ())
    return joined(_member(m) for m in family if m.relation is not Relation.SELF)


def _member(member: FamilyMember) -> str:
    facts = [
        member.age_band or "年代不明",
        "同居" if member.lives_together else "別居",
        *(["支援が必要"] if member.needs_support else []),
    ]
    return f"{member.relation or '続柄不明'}（{'・'.join(facts)}）"


def _risks(assessment: Assessment | None) -> str:
    if assessment is None:
        return NOT_ASSESSED
    return joined(
        f"{name}：{risk}"
        for grade in RISK_ORDER
        for name, risk in assessment.risks.items()
        if risk is grade
    )


def _cautions(case: Case, *, protected: bool) -> str:
    others = [str(c) for c in case.cautions if c is not Caution.PROTECTED]
    return "　".join(
        [*([PROTECTED_NOTE] if protected else []), *([joined(others)] if others else [])]
    )


def _history(cases: MeetingCases, item: AgendaItem, case: Case) -> tuple[HistoryLine, ...]:
    """The last contacts up to the meeting, those marked 取扱注意 left out."""
    found = [
        c
        for c in cases.register.contacts_of.get(case.case_no, ())
        if not c.needs_care and c.at.date() <= cases.day
    ]
    lines = SHORT_HISTORY_LINES if item.kind in NEEDS_CASE else HISTORY_LINES
    length = SHORT_LINE if item.kind is AgendaKind.PLAN_REVIEW else SHOWN_LENGTH
    return tuple(
        HistoryLine(
            day=short_date(c.at.date()),
            method=str(c.method or "－"),
            content=cases.masked(c.content, case, length) or "－",
        )
        for c in found[-lines:]
    )


def _problems(cases: MeetingCases, case: Case) -> tuple[ProblemLine, ...]:
    found = cases.register.problems_of.get(case.case_no, ())
    ordered = sorted(found, key=lambda p: p.priority if p.priority is not None else 99)
    return tuple(
        ProblemLine(
            priority=str(p.priority) if p.priority is not None else "－",
            issue=p.issue,
            content=cases.masked(p.content, case),
            background=cases.masked(p.background, case),
        )
        for p in ordered
    )


def _direction(cases: MeetingCases, case: Case, assessment: Assessment | None) -> str:
    if assessment is None:
        return NOT_ASSESSED
    return cases.masked(assessment.direction, case, 120) or "（見立て未入力）"
