"""会議の次第をつくる: order of business, 案件票, 出席者名簿, 決定事項進捗表, and what may not go in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from juso.core.finding import Finding
from juso.koshu.codes import AgendaKind, Level
from juso.koshu.config import Config
from juso.koshu.meetings import business_order, paper
from juso.koshu.pseudonym import household
from juso.koshu.register import Register
from juso.koshu.rules.lookups import item_name
from juso.koshu.rules.meeting_rules import meeting_is_long_enough, over_time
from juso.koshu.sheets import AgendaItem
from juso.services.board import Ball
from juso.services.meeting import heading
from juso.services.meeting.admission import admitted, oral_consents, scope_findings
from juso.services.meeting.agenda_model import Agenda, AgendaLine, Business, CaseSheet
from juso.services.meeting.case_sheet import case_sheet
from juso.services.meeting.cases import MeetingCases, meeting_cases, times_before
from juso.services.meeting.findings import REGISTER_NAME, Desk, find_meeting
from juso.services.meeting.open_decisions import open_decisions
from juso.services.meeting.people import roll
from juso.services.meeting.waiting import proposals
from juso.services.meeting.wording import day_in_text

MARKS = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"
TEXTS = ("title", "question", "material")

Group = tuple[AgendaKind | None, list[AgendaItem]]


def prepare_agenda(
    register: Register,
    meeting_no: str,
    config: Config,
    file: str = REGISTER_NAME,
    balls: Iterable[Ball] = (),
) -> Agenda:
    """The 次第 of a meeting with its attachments; JusoError where there is no such meeting.

    Items that may not be put before it are left out and named in the findings; `file` is the
    register's name that findings quote. Of `balls`, those of つなぎボード, the ones that have
    waited too long are proposed for the meeting.
    """
    record = find_meeting(register, meeting_no)
    cases = meeting_cases(Desk(register, file), record)
    items, refused = admitted(cases)
    earlier = times_before(cases)
    groups = _groups(cases, items, earlier)
    decisions, kept_back = open_decisions(cases)
    return Agenda(
        meeting=record.kind,
        meeting_no=meeting_no,
        findings=(*refused, *_remarks(cases, items), *kept_back, *proposals(cases, balls)),
        identifiers=cases.identifiers,
        round=heading.round_of(record, cases.day),
        title=heading.title_of(record, config),
        when=heading.when_of(record),
        place=record.place,
        style=str(record.style or ""),
        chair=record.chair,
        joint_with="、".join(record.joint_with),
        handling=heading.handling_of(record, config),
        copies=str(record.handed_out or ""),
        notice=heading.notice_of(record, config),
        publisher=heading.publisher_of(config),
        total=f"（計{_minutes(items)}分）" if items else "",
        next_on=day_in_text(record.next_on) or "",
        business=tuple(_business(cases, groups)),
        attachments=paper(record.kind).attachments,
        attendees=roll(cases.attendance),
        open_decisions=decisions,
        sheets=_sheets(cases, groups, earlier),
    )


def _remarks(cases: MeetingCases, items: Sequence[AgendaItem]) -> Iterator[Finding]:
    """MTG-002 (要確認), MTG-005, MTG-006 and MTG-016 on what is put before the meeting."""
    yield from oral_consents(cases, items)
    yield from scope_findings(cases, items)
    for item in items:
        yield from cases.identifying(item, TEXTS)
    yield from cases.desk.found(
        meeting_is_long_enough, cases.record, over_time(cases.record, items)
    )


def _minutes(items: Sequence[AgendaItem]) -> int:
    return sum(item.minutes or 0 for item in items)


def _groups(cases: MeetingCases, items: Sequence[AgendaItem], earlier: Counter[str]) -> list[Group]:
    """Items under their 検討事項, both in the order they are taken."""
    form = paper(cases.meeting)
    again = frozenset(i.number for i in items if i.number is not None and earlier[cases.case_no(i)])
    received = {
        no: case.received_on
        for i in items
        if (no := cases.case_no(i))
        and (case := cases.case(i)) is not None
        and case.received_on is not None
    }
    others = dict.fromkeys(i.kind for i in items if i.kind not in form.business)
    groups: list[Group] = []
    for kind in (*form.business, *others):
        found = business_order([i for i in items if i.kind is kind], again, received)
        if found or form.shows_empty_business:
            groups.append((kind, found))
    return groups


def _business(cases: MeetingCases, groups: Sequence[Group]) -> Iterator[Business]:
    for number, (kind, items) in enumerate(groups, start=1):
        same = len({i.minutes for i in items}) == 1
        each = "各" if len(items) > 1 else ""
        yield Business(
            number=f"({number})",
            heading=str(kind) if kind else "（案件区分が未入力の案件）",
            minutes=f"（{each}{items[0].minutes}分）" if same and items[0].minutes else "",
            lines=tuple(
                _line(cases, mark, item, shows_minutes=not same)
                for mark, item in zip(MARKS, items, strict=False)
            ),
        )


def _line(cases: MeetingCases, mark: str, item: AgendaItem, *, shows_minutes: bool) -> AgendaLine:
    case = cases.case(item)
    if case is None:
        subject = item.title
    elif cases.level is Level.STATISTICS:
        subject = "個別案件"
    else:
        subject = household(cases.names[case.case_no], case, cases.day)
    return AgendaLine(
        mark=mark,
        item=item_name(item),
        subject=subject,
        agency=cases.agency(item.agency, case),
        minutes=f"（{item.minutes}分）" if shows_minutes and item.minutes else "",
    )


def _sheets(
    cases: MeetingCases, groups: Sequence[Group], earlier: Counter[str]
) -> tuple[CaseSheet, ...]:
    """One 案件票 per item; none where only statistics may be shown (L2)."""
    if cases.level is Level.STATISTICS:
        return ()
    return tuple(
        case_sheet(cases, item, earlier[cases.case_no(item)] + 1)
        for _, items in groups
        for item in items
    )
