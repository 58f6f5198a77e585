"""What minutes lack or must not say: MTG-003, MTG-006, MTG-007 and MTG-008."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juso.core.finding import Finding, Severity
from juso.koshu.codes import Meeting, MinutesState
from juso.koshu.meetings import NEEDS_DECISION
from juso.koshu.sheets import AgendaItem
from juso.services.meeting.cases import MeetingCases
from juso.services.meeting.discussion import decisions_on
from juso.services.meeting.findings import NO_CONCLUSION, NO_DECISION, NO_SECRECY
from juso.services.meeting.item_case import item_name

ITEM_TEXTS = ("title", "question", "conclusion_text", "opinions", "material")
DECISION_TEXTS = ("content", "report_how")


def minutes_findings(cases: MeetingCases, items: Sequence[AgendaItem]) -> Iterator[Finding]:
    """Every finding on the records of a meeting.

    Until the minutes are settled (議事録状態 確定) what is missing is 要確認, then 要修正.
    """
    grade = Severity.ERROR if _is_final(cases) else Severity.WARNING
    yield from _secrecy(cases, grade)
    for item in items:
        yield from _conclusion(cases, item, grade)
        if cases.case(item) is not None:
            yield from _decisions(cases, item, grade)
        yield from cases.identifying(item, ITEM_TEXTS)
    for decision in cases.register.decisions_of.get(cases.record.meeting_no, ()):
        yield from cases.desk.identifying(decision, DECISION_TEXTS, cases.identifiers)


def _is_final(cases: MeetingCases) -> bool:
    return cases.record.minutes_state is MinutesState.FINAL


def _secrecy(cases: MeetingCases, grade: Severity) -> Iterator[Finding]:
    record = cases.record
    if record.kind is Meeting.LIAISON_COMMITTEE:
        return
    key = next((k for k in ("secrecy_announced", "announced_by") if not getattr(record, k)), "")
    if key:
        message = (
            "守秘義務の告知が記録されていません。告知した人と時刻を会議台帳に入力してください。"
        )
        yield cases.desk.remark(NO_SECRECY, record, key, message, grade)


def _conclusion(cases: MeetingCases, item: AgendaItem, grade: Severity) -> Iterator[Finding]:
    for key, what in (("conclusion", "結論"), ("conclusion_text", "結論の要旨")):
        if not getattr(item, key):
            message = f"{item_name(item)}の{what}が未入力です。会議の結果を入力してください。"
            yield cases.desk.remark(NO_CONCLUSION, item, key, message, grade)


def _decisions(cases: MeetingCases, item: AgendaItem, grade: Severity) -> Iterator[Finding]:
    found = decisions_on(cases, item.number)
    if not found and item.conclusion in NEEDS_DECISION:
        message = (
            f"{item_name(item)}の決定事項（担当・期限）が入力されていません。"
            "誰がいつまでに何をするかを決定事項に入力してください。"
        )
        yield cases.desk.remark(NO_DECISION, item, "conclusion", message, grade)
    for decision in found:
        for key, what in (("worker", "担当者"), ("due_on", "期限")):
            if not getattr(decision, key):
                message = (
                    f"決定事項{decision.decision_no or ''}の{what}が未入力です。入力してください。"
                )
                yield cases.desk.remark(NO_DECISION, decision, key, message, grade)
