"""Rules for 会議台帳: the meeting itself, its secrecy, its papers, its minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.codes import Attendance, Division, Meeting, MinutesState
from juso.koshu.meeting_time import length
from juso.koshu.meetings import paper
from juso.koshu.register import Register
from juso.koshu.register_rows import divisions_at
from juso.koshu.rules.agenda_rules import is_admitted
from juso.koshu.rules.deadlines import minutes_due
from juso.koshu.rules.lookups import label
from juso.koshu.rules.meeting_stage import Stage, stage_of
from juso.koshu.sheets import AgendaItem, MeetingRecord


@rule("MTG-001", Severity.ERROR, on=MeetingRecord, basis="実施計画8", tag="V-M01")
def meeting_is_recorded(meeting: MeetingRecord, book: Register) -> Iterator[Remark]:
    """開催した会議には、議長・記録者・出席者を記録します。"""
    stage = stage_of(meeting, book.today)
    if stage is None or stage is Stage.AHEAD:
        return
    if not (meeting.chair and meeting.recorder):
        for key in ("chair", "recorder"):
            if not getattr(meeting, key):
                yield Remark(
                    key,
                    f"会議の基本情報「{label(MeetingRecord, key)}」が未入力です。入力してください。",
                    severity=stage.grade,
                )
    if not is_attended(meeting.meeting_no, book):
        yield Remark(
            "meeting_no",
            f"会議「{meeting.meeting_no}」の出席者がありません。「会議出席」に入力してください。",
            severity=stage.grade,
        )


def is_attended(meeting_no: str, book: Register) -> bool:
    """Whether anybody is recorded as present."""
    people = book.attendance_of.get(meeting_no, ())
    return any(person.attendance is not Attendance.ABSENT for person in people)


def unannounced(meeting: MeetingRecord, grade: Severity) -> Iterator[Remark]:
    """Where it is not recorded that secrecy was announced, and by whom."""
    if meeting.kind is Meeting.LIAISON_COMMITTEE:
        return
    if not (meeting.secrecy_announced and meeting.announced_by):
        yield Remark(
            "announced_by" if meeting.secrecy_announced else "secrecy_announced",
            "守秘義務の告知が記録されていません。告知した人と時刻を会議台帳に入力してください。",
            severity=grade,
        )


@rule(
    "MTG-003",
    Severity.ERROR,
    on=MeetingRecord,
    basis="実施計画8(2)、社会福祉法第106条の6",
    tag="V-M03",
)
def secrecy_is_announced(meeting: MeetingRecord, book: Register) -> Iterator[Remark]:
    """支援会議と重層的支援会議の会議録は、守秘義務の告知を記録してから確定します。"""
    if stage_of(meeting, book.today) is Stage.SETTLED:
        yield from unannounced(meeting, Severity.ERROR)


@rule("MTG-011", Severity.WARNING, on=MeetingRecord, basis="実施計画4(3)③", tag="V-M11")
def papers_are_collected(meeting: MeetingRecord, book: Register) -> Iterator[Remark]:
    """支援会議の資料は、配った部数をすべて回収します。"""
    if meeting.kind is not Meeting.SUPPORT_CONFERENCE or not meeting.handed_out:
        return
    if stage_of(meeting, book.today) is Stage.AHEAD:
        return
    if meeting.collected is None:
        yield Remark(
            "collected",
            f"資料{meeting.handed_out}部の回収部数が未入力です。回収を確かめて入力してください。",
        )
    elif meeting.collected < meeting.handed_out:
        yield Remark(
            "collected",
            f"資料が{meeting.handed_out - meeting.collected}部回収されていません。所在を確かめて回収してください。",
        )


@rule("MTG-012", Severity.WARNING, on=MeetingRecord, basis="実施計画8(3)", tag="V-M12")
def four_divisions_meet(meeting: MeetingRecord, book: Register) -> Iterator[Remark]:
    """庁内連携委員会には、4課のすべてから出席します。"""
    if meeting.kind is not Meeting.LIAISON_COMMITTEE:
        return
    if stage_of(meeting, book.today) is Stage.AHEAD:
        return
    there = divisions_at(book, meeting)
    missing = "、".join(division for division in Division if division not in there)
    if missing and is_attended(meeting.meeting_no, book):
        yield Remark(
            "meeting_no",
            f"{missing}の出席がありません。「会議出席」の入力漏れでなければ、後日の説明を検討してください。",
        )


@rule("MTG-015", Severity.ERROR, on=MeetingRecord, basis="実施計画8（会議録の期限）", tag="V-M15")
def minutes_are_settled(meeting: MeetingRecord, book: Register) -> Iterator[Remark]:
    """会議録は、開催から設定の日数（目標14日、期限45日）以内に確定します。"""
    target, limit = minutes_due(meeting.held_on, book.settings)
    if meeting.minutes_state is MinutesState.FINAL or book.today <= target:
        return
    days = (book.today - meeting.held_on).days
    yield Remark(
        "minutes_state",
        f"会議録が確定していません（開催から{days}日）。内容を確かめ、議事録状態を「確定」にしてください。",
        severity=Severity.ERROR if book.today > limit else Severity.WARNING,
    )


def over_time(meeting: MeetingRecord, items: Iterable[AgendaItem]) -> Iterator[Remark]:
    """Where the items and the fixed steps of a meeting take longer than it is to last."""
    slot = length(meeting.starts_at, meeting.ends_at)
    fixed = sum(step.minutes for step in paper(meeting.kind).steps)
    business = sum(item.minutes or 0 for item in items)
    if slot is not None and business + fixed > slot:
        yield Remark(
            "ends_at",
            f"議事の計（{business}分）と進行（{fixed}分）を合わせると、会議の時間（{slot}分）を"
            f"{business + fixed - slot}分超えます。案件を次回に回すか、時間を見直してください。",
        )


@rule("MTG-016", Severity.WARNING, on=MeetingRecord, basis="実施計画8")
def meeting_is_long_enough(meeting: MeetingRecord, book: Register) -> Iterator[Remark]:
    """これから開く会議は、案件の所要時間が会議の時間に収まるように組みます。"""
    if stage_of(meeting, book.today) is Stage.AHEAD:
        items = book.items_of.get(meeting.meeting_no, ())
        admitted = [item for item in items if is_admitted(item, meeting, book)]
        yield from over_time(meeting, admitted)
