"""The open cases, the one with the earliest day first, each on a card."""

from __future__ import annotations

from datetime import date

from juso.koshu.codes import Caution, Risk
from juso.koshu.pseudonym import SEX_WORDS, decade
from juso.koshu.sheets import Case, Plan
from juso.koshu.todo_kinds import NEXT_STEP
from juso.services.handover.desk import NOT_DECIDED, Desk, day, name_of
from juso.services.handover.discretion import household, is_hidden
from juso.services.handover.model import CaseCard
from juso.services.todo.contact_duties import last_contact

NOTHING = "なし"
NO_DAY = "予定の日付がありません。引継ぎのときに決めてください。"
NO_PLAN = "有効なプランはありません。"
PROTECTED_NOTE = (
    "支援措置（DV等）の対象（本人又は同じ世帯の人）。住所・電話・勤務先・学校・地区は、"
    "この資料に載せていません。居所に関わることを、家族にも伝えないでください。"
)
Place = tuple[date, str]
"""The earliest day of a case, and what is due then."""


def next_places(desk: Desk) -> dict[str, Place]:
    """Case number -> the earliest day that falls to the worker, late ones too."""
    found: dict[str, Place] = {}
    for duty in desk.duties:
        if duty.due and (number := desk.case_no(duty.row)):
            what = duty.name if isinstance(duty.row, Case) and duty.kind is NEXT_STEP else ""
            place = (duty.due, what or duty.kind.name)
            found[number] = min(found.get(number, place), place)
    for number, line in ((desk.case_no(line), line) for line in desk.lines):
        if line.due_on and number:
            place = (line.due_on, "支援内容の期日")
            found[number] = min(found.get(number, place), place)
    return found


def ordered_cases(desk: Desk) -> list[Case]:
    """The cases in the order in which something is to be done; without a day they stand last."""
    places = next_places(desk)
    nowhere = (date.max, "")
    return sorted(desk.cases, key=lambda c: (places.get(c.case_no, nowhere)[0], c.row_number))


def cards(desk: Desk) -> tuple[CaseCard, ...]:
    """A card for each case, in that order."""
    places = next_places(desk)
    return tuple(_card(desk, case, places.get(case.case_no)) for case in ordered_cases(desk))


def _card(desk: Desk, case: Case, place: Place | None) -> CaseCard:
    last = last_contact(case, desk.register)
    plan = _plan(desk, case)
    return CaseCard(
        case_no=case.case_no,
        name=_name(case),
        person=f"{decade(case, desk.today)}・{SEX_WORDS.get(case.sex) or case.sex or '性別不明'}",
        next_day=next_day(place) or NO_DAY,
        is_late=place is not None and place[0] < desk.today,
        caution=_caution(desk, case),
        contact_care=desk.text(case.contact_care, case) or "",
        household=_household(desk, case),
        window=_with(case.window, day(case.received_on), "受付"),
        state=str(case.state) if case.state else None,
        urgency=_with(case.urgency, _risks(desk, case), "のリスクあり"),
        consent=_with(case.consent, day(case.consent_until), "まで"),
        last_contact=f"{day(last.at.date())}　{last.method or ''}"
        if last
        else "記録がありません。",
        next_on=day(case.next_on),
        agencies=_agencies(desk, case),
        complaint=desk.text(case.complaint, case),
        goal=desk.text(plan.near_goal, case) if plan else NO_PLAN,
        next_action=_next_action(desk, case),
    )


def next_day(place: Place | None) -> str:
    """R8.4.2　モニタリング; '' where no day is known."""
    return f"{day(place[0])}　{place[1]}" if place else ""


def _name(case: Case) -> str | None:
    name = name_of(case)
    return f"{name}（{case.kana}）" if name and case.kana else name


def _with(value: object, more: str | None, tail: str) -> str | None:
    if not value:
        return None
    return f"{value}　{more}{tail}" if more else str(value)


def _risks(desk: Desk, case: Case) -> str:
    assessment = desk.register.assessment_of.get(case.case_no)
    risks = assessment.risks.items() if assessment else ()
    return "・".join(name for name, risk in risks if risk is Risk.PRESENT)


def _caution(desk: Desk, case: Case) -> str:
    others = "、".join(str(c) for c in case.cautions if c is not Caution.PROTECTED)
    protected = PROTECTED_NOTE if is_hidden(case, desk.register) else ""
    return "\n".join(filter(None, (protected, others)))


def _household(desk: Desk, case: Case) -> str | None:
    others = [
        c.case_no for c in household(case, desk.register) if c.case_no and c.case_no != case.case_no
    ]
    return _with(case.household_no, "、".join(dict.fromkeys(others)), "も同じ世帯")


def _agencies(desk: Desk, case: Case) -> str:
    shown = (desk.agency(name, case) for name in case.support_agencies)
    return "、".join(dict.fromkeys(name for name in shown if name)) or NOTHING


def _plan(desk: Desk, case: Case) -> Plan | None:
    plans = desk.register.plans_of.get(case.case_no, ()) if case.case_no else ()
    active = [plan for plan in plans if plan.state and plan.state.is_active]
    return active[-1] if active else None


def _next_action(desk: Desk, case: Case) -> str:
    last = last_contact(case, desk.register)
    if last is None or not (last.next_action or last.next_on):
        return NOTHING
    action = desk.text(last.next_action, case) or "（内容の記載なし）"
    by = "" if last.agency == case.lead_agency else f"　{desk.agency(last.agency, case) or ''}"
    return f"{action}（期限：{day(last.next_on) or NOT_DECIDED}{by}）"
