"""The gate in front of a meeting: which items and agencies consent lets in (実施計画7(2)、4(3)③)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from juso.core.finding import Finding, Severity
from juso.koshu.codes import ConsentVerdict, Meeting
from juso.koshu.consent import in_scope, refusal, verdict, was_given
from juso.koshu.pseudonym import item_order
from juso.koshu.sheets import AgendaItem
from juso.services.meeting.cases import NEEDS_CASE, MeetingCases
from juso.services.meeting.findings import NO_CONSENT, OUT_OF_SCOPE
from juso.services.meeting.item_case import item_name


def admitted(cases: MeetingCases) -> tuple[list[AgendaItem], list[Finding]]:
    """The items that may be put before the meeting, and MTG-002 for those that may not."""
    allowed, findings = [], []
    for item in cases.items:
        reason = _refusal(cases, item)
        if reason:
            findings.append(_refused(cases, item, reason))
        else:
            allowed.append(item)
    return allowed, findings


def oral_consents(cases: MeetingCases, items: Iterable[AgendaItem]) -> Iterator[Finding]:
    """MTG-002 as 要確認: a consent given by word is to be put in writing (要書面)."""
    for item in items:
        case = cases.case(item)
        if case and verdict(case, cases.meeting, cases.day) is ConsentVerdict.NEEDS_WRITING:
            message = f"{item_name(item)}は口頭の同意です。会議までに書面で同意を得るか、書面にする予定日を確かめてください。"
            yield cases.desk.remark(NO_CONSENT, item, "case_no", message, Severity.WARNING)


def recorded(cases: MeetingCases) -> tuple[list[AgendaItem], list[Finding]]:
    """The items that the minutes hold: those of the agenda, and those whose consent was
    withdrawn only after the meeting.
    """
    allowed, findings = admitted(cases)
    numbers = {item.row_number for item in allowed}
    kept, dropped = [], []
    for item, finding in zip(
        (i for i in cases.items if i.row_number not in numbers), findings, strict=True
    ):
        case = cases.case(item)
        if cases.meeting is Meeting.PLAN_CONFERENCE and case and was_given(case, cases.day):
            kept.append(item)
        else:
            dropped.append(finding)
    return sorted([*allowed, *kept], key=item_order), dropped


def may_be_named(cases: MeetingCases, case_no: str | None) -> bool:
    """Whether an earlier decision on a case may be read out in this meeting."""
    case = cases.register.case_by_no.get(case_no or "")
    if case is None:
        return not case_no
    return verdict(case, cases.meeting, cases.day) is not ConsentVerdict.NOT_ALLOWED


def scope_findings(cases: MeetingCases, items: Iterable[AgendaItem]) -> Iterator[Finding]:
    """MTG-005 for everybody who would hear of a case though the consent does not reach them."""
    if cases.meeting is not Meeting.PLAN_CONFERENCE:
        return
    outside: dict[int, list[str]] = {}
    rows = {id(a): a for a in cases.attendance}
    for item in items:
        case = cases.case(item)
        for person in cases.hearing(item) if case else ():
            if person.agency and case and not in_scope(case, person.agency):
                outside.setdefault(id(person), []).append(item_name(item))
    for key, named in outside.items():
        agency, which = rows[key].agency, "、".join(named)
        message = (
            f"{agency}は{which}の本人同意の範囲に含まれていません。"
            "審議中は退席とし資料を配らないか、同意の範囲を本人に確かめてください。"
        )
        yield cases.desk.remark(OUT_OF_SCOPE, rows[key], "agency", message)


def _refusal(cases: MeetingCases, item: AgendaItem) -> str:
    if cases.meeting is Meeting.SUPPORT_CONFERENCE:
        return ""
    case_no, case = cases.case_no(item), cases.case(item)
    if case is not None:
        return refusal(case, cases.meeting, cases.day)
    if case_no:
        return f"ケース番号「{case_no}」が相談受付簿にない"
    if cases.meeting is Meeting.PLAN_CONFERENCE and item.kind in NEEDS_CASE:
        return "ケース番号が未入力である"
    return ""


def _refused(cases: MeetingCases, item: AgendaItem, reason: str) -> Finding:
    name = item_name(item)
    if cases.meeting is Meeting.LIAISON_COMMITTEE:
        message = f"{reason}ため、{name}を次第に載せません。ケース番号を消して全体の課題として書くか、支援会議に付議してください。"
    else:
        message = (
            f"{reason}ため、{name}は本人の同意が確認できず、重層的支援会議に付議できません。"
            "同意を得るか、支援会議での情報共有を検討してください。"
        )
    return cases.desk.remark(NO_CONSENT, item, "case_no", message)
