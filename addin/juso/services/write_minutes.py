"""会議録をつくる: the record of the whole meeting without any case's detail, and one record per case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juso.koshu.codes import AgendaKind, Attendance, Meeting
from juso.koshu.config import Config
from juso.koshu.consent import KNOWS_EVERY_CASE
from juso.koshu.meetings import paper
from juso.koshu.register import Register
from juso.koshu.rules.lookups import item_name
from juso.koshu.sheets import AgendaItem
from juso.services.meeting.admission import recorded
from juso.services.meeting.case_record import case_record
from juso.services.meeting.cases import MeetingCases, meeting_cases
from juso.services.meeting.committee_record import division_lines, grade_lines
from juso.services.meeting.discussion import decision_lines, discussion
from juso.services.meeting.findings import REGISTER_NAME, Desk, find_meeting
from juso.services.meeting.minutes_findings import minutes_findings
from juso.services.meeting.minutes_head import head_of
from juso.services.meeting.minutes_model import ItemLine, Minutes
from juso.services.meeting.people import present, roll
from juso.services.meeting.wording import NONE, day_in_text, joined

IN_OWN_RECORD = "案件別記録"
BELOW = "下に記載"


def write_minutes(
    register: Register, meeting_no: str, config: Config, file: str = REGISTER_NAME
) -> Minutes:
    """The records of a meeting; JusoError where there is no such meeting.

    What is missing is printed as 【未入力】 and named in the findings.
    """
    record = find_meeting(register, meeting_no)
    cases = meeting_cases(Desk(register, file), record)
    items, refused = recorded(cases)
    head = head_of(cases, config)
    about_cases = [i for i in items if cases.case(i) is not None]
    others = [i for i in items if cases.case(i) is None]
    committee = record.kind is Meeting.LIAISON_COMMITTEE
    return Minutes(
        meeting=record.kind,
        meeting_no=meeting_no,
        findings=(*refused, *minutes_findings(cases, items)),
        identifiers=cases.identifiers,
        records=tuple(case_record(cases, item, head) for item in about_cases),
        head=head,
        called_by=record.called_by,
        secretariat=record.secretariat,
        joint_with=joined(record.joint_with),
        openness=record.openness,
        closed_reason=paper(record.kind).closed_reason,
        materials=_materials(cases, items),
        attendees=roll(present(cases.attendance)),
        absentees=roll(a for a in cases.attendance if a.attendance is Attendance.ABSENT),
        asked_agencies=_asked(cases),
        items=tuple(_item_lines(cases, items)),
        discussions=tuple(discussion(cases, item) for item in others),
        decisions=decision_lines(cases, 0),
        divisions=division_lines(cases) if committee else (),
        grades=grade_lines(cases) if committee else (),
        to_report=_to_report(items),
        next_on=day_in_text(record.next_on) or "未定",
    )


def _materials(cases: MeetingCases, items: Sequence[AgendaItem]) -> str:
    """次第、案件票　12部（会議後に12部回収）."""
    record = cases.record
    papers = ["次第", *paper(record.kind).attachments]
    papers += [i.material for i in items if i.material and cases.case(i) is None]
    text = "、".join(dict.fromkeys(papers))
    if record.handed_out:
        back = f"（会議後に{record.collected}部回収）" if record.collected is not None else ""
        text += f"　{record.handed_out}部{back}"
    return text


def _asked(cases: MeetingCases) -> str:
    """Agencies at the meeting: those asked to share what they know (法第106条の6第2項)."""
    people = present(cases.attendance)
    return joined(dict.fromkeys(a.agency for a in people if a.agency not in KNOWS_EVERY_CASE))


def _item_lines(cases: MeetingCases, items: Sequence[AgendaItem]) -> Iterator[ItemLine]:
    for item in items:
        yield ItemLine(
            item=item_name(item),
            kind=item.kind,
            conclusion=item.conclusion,
            record=IN_OWN_RECORD if cases.case(item) is not None else BELOW,
        )


def _to_report(items: Sequence[AgendaItem]) -> str:
    found = (i.conclusion_text for i in items if i.kind is AgendaKind.STATUS and i.conclusion_text)
    return "\n".join(found) or NONE
