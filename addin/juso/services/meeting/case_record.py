"""案件別記録: the record of one case, kept in its case file."""

from __future__ import annotations

from juso.core.calendar import short_date
from juso.koshu.codes import AgendaKind, Meeting
from juso.koshu.consent import SIGNS
from juso.koshu.pseudonym import household
from juso.koshu.rules.lookups import item_name
from juso.koshu.sheets import AgendaItem, Case
from juso.services.meeting.cases import MeetingCases
from juso.services.meeting.discussion import discussion
from juso.services.meeting.minutes_model import CaseRecord, Head

NO_CONSENT_NEEDED = "本会議での情報の共有に本人の同意を要しない（同意状況：{sign}）"


def case_record(cases: MeetingCases, item: AgendaItem, head: Head) -> CaseRecord:
    """The record of an item that is about a case."""
    case = cases.register.case_by_no[cases.case_no(item)]
    agencies = cases.agencies((a.agency for a in cases.hearing(item)), case)
    return CaseRecord(
        file_stem=f"案件別記録_{cases.record.meeting_no}_{item_name(item)}_{case.case_no}",
        head=head,
        discussion=discussion(cases, item),
        case_no=case.case_no,
        subject=household(cases.names[case.case_no], case, cases.day),
        consent=_consent(cases, case),
        agencies="、".join(agencies) or None,
        first_response=_first_response(cases, case) if item.kind is AgendaKind.URGENT else "",
    )


def _consent(cases: MeetingCases, case: Case) -> str:
    sign = SIGNS[case.consent] if case.consent else "未入力"
    if cases.meeting is Meeting.SUPPORT_CONFERENCE:
        return NO_CONSENT_NEEDED.format(sign=sign)
    return sign


def _first_response(cases: MeetingCases, case: Case) -> str:
    """R7.7.8 10:30 訪問　応急の食料を届けた: the first contact and what the intake says of it."""
    contacts = cases.register.contacts_of.get(case.case_no, ())
    first = next((c for c in contacts if not c.needs_care), None)
    when = f"{short_date(first.at.date())} {first.at:%H:%M} {first.method or ''}" if first else ""
    what = cases.masked(case.first_response, case, 120) or ""
    return "　".join(part for part in (when, what) if part) or "初動の記録なし"
