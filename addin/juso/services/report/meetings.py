"""5 会議の開催状況, and 表22 支援会議; what was said of a person stays in the meeting's records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from juso.core.calendar import era_date, short_date
from juso.koshu import register_rows
from juso.koshu.codes import AgendaKind, DecisionState, Meeting, MeetingCall
from juso.koshu.plan import MEETINGS, MeetingFact
from juso.koshu.report_sections import NOTHING
from juso.koshu.sheets import AgendaItem, Decision, MeetingRecord
from juso.services.report.blocks import Columns, table
from juso.services.report.cells import QUARTERS, SOURCE_REGISTER, count, quarters, total_line
from juso.services.report.counts import case_count
from juso.services.report.data import Builder, ReportData
from juso.services.report_model import Block, Cell, Line

ABOUT_CASES = frozenset(
    kind
    for kind in AgendaKind
    if kind.meeting is not Meeting.LIAISON_COMMITTEE and kind is not AgendaKind.RESOURCES
)
"""案件区分のうち個別のケースを扱うもの。"""


def support_conferences(data: ReportData) -> Iterable[Block]:
    """表22: 支援会議 in numbers only; what was said there stays there."""
    held = register_rows.meetings_of(data.register, data.year, Meeting.SUPPORT_CONFERENCE)
    kinds = [k for k in AgendaKind if k.meeting is Meeting.SUPPORT_CONFERENCE]
    rows: tuple[tuple[str, str, Callable[[MeetingRecord], int]], ...] = (
        ("開催回数", "回", lambda _: 1),
        ("　うち臨時・緊急", "回", lambda m: m.call in (MeetingCall.EXTRA, MeetingCall.URGENT)),
        *((f"案件：{kind}", "件", _items_of_kind(data, kind)) for kind in kinds),
        ("出席機関延べ数", "機関", lambda m: agencies_at(data, m)),
    )
    shown = () if data.is_public else QUARTERS
    yield table(
        "表22",
        Columns(("区分", "単位", *shown, "計"), (58, 14, *[18] * len(shown), 18)),
        [Line((label, unit, *_by_quarter(data, unit, value, held))) for label, unit, value in rows],
        f"{SOURCE_REGISTER}（会議台帳、会議案件、会議出席）。",
    )


def _items_of_kind(data: ReportData, kind: AgendaKind) -> Callable[[MeetingRecord], int]:
    return lambda m: sum(i.kind is kind for i in data.register.items_of.get(m.meeting_no, ()))


def _by_quarter(
    data: ReportData,
    unit: str,
    value: Callable[[MeetingRecord], int],
    held: list[MeetingRecord],
) -> tuple[Cell, ...]:
    """A number of each quarter, in a public edition of the year only, and the total."""
    show = partial(case_count, data) if unit == "件" else partial(count, wording=data.wording)
    parts = [
        sum(value(m) for m in held if any(m.held_on in month for month in months))
        for months in quarters(data.year.months)
    ]
    return tuple(map(show, [sum(parts)] if data.is_public else [*parts, sum(parts)]))


def meeting_counts(data: ReportData) -> Iterable[Block]:
    """表27: three meetings and what they dealt with."""
    yield table(
        "表27",
        Columns(
            ("会議", "開催回数", "出席機関\n延べ数", "決定事項", "案件区分", "案件数"),
            (30, 17, 19, 17, 66, 16),
            merged=4,
        ),
        [line for fact in MEETINGS for line in _count_lines(data, fact)],
        f"{SOURCE_REGISTER}（会議台帳、会議案件、会議出席、決定事項）。",
    )


def _count_lines(data: ReportData, fact: MeetingFact) -> Iterator[Line]:
    held = register_rows.meetings_of(data.register, data.year, fact.meeting)
    items = Counter(i.kind for i in register_rows.items_of(data.register, data.year, fact.meeting))
    decisions = register_rows.decisions_of(data.register, data.year, fact.meeting)
    agencies = sum(agencies_at(data, m) for m in held)
    for kind in fact.business:
        numbers = (len(held), agencies, len(decisions))
        yield Line(
            (
                str(fact.meeting),
                *(count(n, data.wording) for n in numbers),
                str(kind),
                case_count(data, items[kind])
                if kind in ABOUT_CASES
                else count(items[kind], data.wording),
            )
        )


def agencies_at(data: ReportData, meeting: MeetingRecord) -> int:
    """How many agencies were present."""
    rows = data.register.attendance_of.get(meeting.meeting_no, ())
    return len({a.agency for a in rows if a.agency and a.attendance in register_rows.PRESENT})


def meeting_list(data: ReportData) -> Iterable[Block]:
    """表28: 支援会議 by number only; the others with the kinds of their business."""
    support = register_rows.meetings_of(data.register, data.year, Meeting.SUPPORT_CONFERENCE)
    items = register_rows.items_of(data.register, data.year, Meeting.SUPPORT_CONFERENCE)
    lines = [
        line
        for kind in (Meeting.PLAN_CONFERENCE, Meeting.LIAISON_COMMITTEE)
        for line in history_lines(data, kind)
    ]
    if support:
        number = "" if data.is_public else f"、案件{len(items)}件"
        text = f"{len(support)}回{number}（会議は非公開のため、件数のみ掲載しています。）"
        lines.append(Line((str(Meeting.SUPPORT_CONFERENCE), "", "", text)))
    yield table(
        "表28",
        Columns(("会議", "回", "開催日", "主な議題"), (32, 14, 22, 97), merged=1),
        lines,
        f"{SOURCE_REGISTER}（会議台帳、会議案件）。",
    )


def history_lines(data: ReportData, kind: Meeting) -> list[Line]:
    """The year's meetings of one kind, with what they dealt with."""
    return [_list_line(data, m) for m in register_rows.meetings_of(data.register, data.year, kind)]


def _list_line(data: ReportData, meeting: MeetingRecord) -> Line:
    items = data.register.items_of.get(meeting.meeting_no, [])
    if meeting.kind is Meeting.LIAISON_COMMITTEE:
        text = "、".join(i.title for i in items if i.title)
    else:
        text = _kinds(items, with_numbers=not data.is_public)
    return Line(
        (
            str(meeting.kind),
            f"第{meeting.round}回" if meeting.round else "",
            short_date(meeting.held_on),
            text or NOTHING,
        )
    )


def _kinds(items: list[AgendaItem], *, with_numbers: bool) -> str:
    found = Counter(i.kind for i in items)
    return "、".join(
        f"{kind}{found[kind]}件" if with_numbers else str(kind)
        for kind in AgendaKind
        if found[kind]
    )


def decisions(data: ReportData) -> Iterable[Block]:
    """表29."""
    lines = [
        Line(
            (
                str(kind),
                *_decision_cells(data, register_rows.decisions_of(data.register, data.year, kind)),
            )
        )
        for kind in Meeting
    ]
    everything = register_rows.decisions_of(data.register, data.year)
    lines.append(total_line("計", _decision_cells(data, everything)))
    yield table(
        "表29",
        Columns(
            ("会議", "決定事項", "完了", "うち期限内", "進行・未着手", "うち期限超過", "中止"),
            (39, 21, 21, 21, 21, 21, 21),
        ),
        lines,
        f"{SOURCE_REGISTER}（決定事項）。期限超過は{era_date(data.today)}現在です。",
    )


def _decision_cells(data: ReportData, found: Sequence[Decision]) -> tuple[Cell, ...]:
    done = [d for d in found if d.state is DecisionState.DONE]
    pending = [d for d in found if d.state is None or not d.state.is_over]
    numbers = (
        len(found),
        len(done),
        sum(d.done_on is not None and d.due_on is not None and d.done_on <= d.due_on for d in done),
        len(pending),
        sum(d.due_on is not None and d.due_on < data.today for d in pending),
        sum(d.state is DecisionState.CANCELLED for d in found),
    )
    return tuple(count(n, data.wording) for n in numbers)


BUILDERS: dict[str, Builder] = {
    "表22": support_conferences,
    "表27": meeting_counts,
    "表28": meeting_list,
    "表29": decisions,
}
