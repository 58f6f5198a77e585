"""Rules for 会議案件: which cases may be discussed, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.codes import AgendaKind, ConsentVerdict, Meeting
from juso.koshu.consent import refusal, verdict, was_given
from juso.koshu.meetings import NEEDS_DECISION
from juso.koshu.register import Register
from juso.koshu.rules.lookups import case_no_of, decisions_on, item_name
from juso.koshu.rules.meeting_stage import Stage, day_of, stage_of
from juso.koshu.sheets import AgendaItem, Decision, MeetingRecord

NEEDS_CASE = frozenset({AgendaKind.PLAN_REVIEW, AgendaKind.CLOSING_REVIEW})


def why_refused(item: AgendaItem, meeting: MeetingRecord, book: Register) -> str:
    """Why an item may not be put before a meeting, as the start of a sentence; '' if it may."""
    if meeting.kind is Meeting.SUPPORT_CONFERENCE:
        return ""
    case_no = case_no_of(item, book)
    if case := book.case_by_no.get(case_no):
        return refusal(case, meeting.kind, day_of(meeting, book.today))
    if case_no:
        return f"ケース番号「{case_no}」が相談受付簿にない"
    if meeting.kind is Meeting.PLAN_CONFERENCE and item.kind in NEEDS_CASE:
        return "ケース番号が未入力である"
    return ""


def is_admitted(item: AgendaItem, meeting: MeetingRecord, book: Register) -> bool:
    """Whether an item may be put before a meeting."""
    return not why_refused(item, meeting, book)


def was_admitted(item: AgendaItem, meeting: MeetingRecord, book: Register) -> bool:
    """Whether an item could be put before a meeting then; consent may have been withdrawn since."""
    if is_admitted(item, meeting, book):
        return True
    case = book.case_by_no.get(case_no_of(item, book))
    if case is None or meeting.kind is not Meeting.PLAN_CONFERENCE:
        return False
    return was_given(case, day_of(meeting, book.today))


def refused(item: AgendaItem, meeting: MeetingRecord, book: Register) -> Iterator[Remark]:
    """What is said of an item that may not be put before a meeting."""
    reason = why_refused(item, meeting, book)
    if reason and meeting.kind is Meeting.LIAISON_COMMITTEE:
        yield Remark(
            "case_no",
            f"{reason}ため、{item_name(item)}を次第に載せません。"
            "ケース番号を消して全体の課題として書くか、支援会議に付議してください。",
        )
    elif reason:
        yield Remark(
            "case_no",
            f"{reason}ため、{item_name(item)}は本人の同意が確認できず、重層的支援会議に付議できません。"
            "同意を得るか、支援会議での情報共有を検討してください。",
        )


def unwritten(item: AgendaItem, meeting: MeetingRecord, book: Register) -> Iterator[Remark]:
    """要書面: a consent given by word is to be put in writing before the meeting."""
    case = book.case_by_no.get(case_no_of(item, book))
    day = day_of(meeting, book.today)
    if case and verdict(case, meeting.kind, day) is ConsentVerdict.NEEDS_WRITING:
        yield Remark(
            "case_no",
            f"{item_name(item)}は口頭の同意です。"
            "会議までに書面で同意を得るか、書面にする予定日を確かめてください。",
            Severity.WARNING,
        )


@rule(
    "MTG-002",
    Severity.ERROR,
    on=AgendaItem,
    basis="実施計画7(2)「本人の同意を得た上で」",
    tag="V-M02",
)
def case_may_be_discussed(item: AgendaItem, book: Register) -> Iterator[Remark]:
    """重層的支援会議に付議するのは、会議の日に本人の同意があるケースだけです。"""
    meeting = book.meeting_by_no.get(item.meeting_no)
    stage = stage_of(meeting, book.today)
    if meeting is None or stage is Stage.SETTLED or leads_nowhere(item, book):
        return
    if stage is Stage.AHEAD:
        yield from refused(item, meeting, book)
        yield from unwritten(item, meeting, book)
    elif stage and not was_admitted(item, meeting, book):
        yield from refused(item, meeting, book)


def leads_nowhere(item: AgendaItem, book: Register) -> bool:
    """Whether a number of an item is not in the register, which has a finding of its own."""
    numbers = (
        (item.case_no, book.case_by_no),
        (item.plan_no, book.plan_by_no),
        (item.evaluation_no, book.evaluation_by_no),
    )
    return any(number and number not in known for number, known in numbers)


def unconcluded(item: AgendaItem, grade: Severity) -> Iterator[Remark]:
    """What is missing of an item's outcome."""
    if item.conclusion and item.conclusion_text:
        return
    for key, what in (("conclusion", "結論"), ("conclusion_text", "結論の要旨")):
        if not getattr(item, key):
            yield Remark(
                key,
                f"{item_name(item)}の{what}が未入力です。会議の結果を入力してください。",
                severity=grade,
            )


@rule("MTG-007", Severity.ERROR, on=AgendaItem, basis="実施計画8(1)(2)", tag="V-M07")
def item_is_concluded(item: AgendaItem, book: Register) -> Iterator[Remark]:
    """会議録は、すべての案件の結論とその要旨を入力してから確定します。"""
    meeting = book.meeting_by_no.get(item.meeting_no)
    if stage_of(meeting, book.today) is Stage.SETTLED:
        yield from unconcluded(item, Severity.ERROR)


def undecided(item: AgendaItem, found: Sequence[Decision], grade: Severity) -> Iterator[Remark]:
    """Where nobody is to do anything after a conclusion that asks for it."""
    if item.conclusion in NEEDS_DECISION and not found:
        yield Remark(
            "conclusion",
            f"{item_name(item)}の決定事項（担当・期限）が入力されていません。"
            "誰がいつまでに何をするかを決定事項に入力してください。",
            severity=grade,
        )


@rule("MTG-008", Severity.ERROR, on=AgendaItem, basis="実施計画4(2)③、4(3)①", tag="V-M08")
def case_leads_to_a_decision(item: AgendaItem, book: Register) -> Iterator[Remark]:
    """個別案件では、誰がいつまでに何をするかを決めて、決定事項に入力します。"""
    if item.kind is AgendaKind.URGENT:  # MTG-010 asks for more, and sooner
        return
    meeting = book.meeting_by_no.get(item.meeting_no)
    if stage_of(meeting, book.today) is not Stage.SETTLED or not case_no_of(item, book):
        return
    found = decisions_on(item.meeting_no, item.number, book)
    yield from undecided(item, found, Severity.ERROR)


@rule(
    "MTG-010", Severity.ERROR, on=AgendaItem, basis="実施計画8(2)「緊急性がある事案」", tag="V-M10"
)
def urgent_item_is_acted_on(item: AgendaItem, book: Register) -> Iterator[Remark]:
    """緊急性がある事案は、会議の後すぐに、初動と連絡先を決定事項に入力します。"""
    stage = stage_of(book.meeting_by_no.get(item.meeting_no), book.today)
    if item.kind is not AgendaKind.URGENT or stage is None or stage is Stage.AHEAD:
        return
    found = decisions_on(item.meeting_no, item.number, book)
    if not found:
        yield Remark(
            "kind",
            f"緊急案件（{item_name(item)}）の初動が記録されていません。決定事項に入力してください。",
            severity=stage.grade,
        )
    elif not any(decision.report_how for decision in found):
        yield Remark(
            "kind",
            f"緊急案件（{item_name(item)}）の連絡先がありません。決定事項の「報告方法」に入力してください。",
            severity=stage.grade,
        )
