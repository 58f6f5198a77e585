"""Meetings: decisions carried out, items brought back, minutes settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from juso.koshu import todo_kinds as kinds
from juso.koshu.codes import MinutesState
from juso.koshu.register import Register
from juso.koshu.rules.dates import said
from juso.koshu.rules.deadlines import minutes_due
from juso.koshu.rules.lookups import case_no_of
from juso.koshu.sheets import AgendaItem, Case, Decision
from juso.services.todo.model import Duty
from juso.services.todo.owners import case_of, is_open

FILE_AWAY = "状態を「完了」又は「中止」にしてください。"


def decision_duties(book: Register) -> Iterator[Duty]:
    """Decisions that are not carried out; those on a case that has ended are put to rest."""
    cases = {(i.meeting_no, i.number): case_no_of(i, book) for i in book.agenda_items}
    for decision in book.decisions:
        is_over = decision.state.is_over if decision.state else decision.content is None
        if is_over:
            continue
        case = case_of(book, cases.get((decision.meeting_no, decision.item_number)))
        yield _decision(decision, case, book.today)


def _decision(decision: Decision, case: Case | None, today: date) -> Duty:
    duty = Duty(
        subject=("decision", decision.row_number),
        kind=kinds.DECISION,
        owner=(decision.agency or "", decision.worker or ""),
        row=decision,
        column="state" if decision.due_on else "due_on",
        key=decision.key,
        due=decision.due_on,
        name="決定事項の期限",
    )
    if case is None or is_open(case):
        return duty
    fact = f"{duty.why(today)}ただし、案件のケースは{case.state or '終結'}しています。"
    return replace(duty, fact=fact, action=FILE_AWAY)


def again_duties(book: Register) -> Iterator[Duty]:
    """Items a meeting meant to see again, until a later meeting has the same matter."""
    seen: dict[str, date] = {}
    for item in book.agenda_items:
        if held := _held_on(item, book):
            matter = _matter(item, book)
            seen[matter] = max(held, seen.get(matter, held))
    for item in book.agenda_items:
        held = _held_on(item, book) or date.max
        if item.again_on is None or seen.get(_matter(item, book), date.min) > held:
            continue
        if is_open(case_of(book, case_no_of(item, book))):
            yield Duty(
                subject=("again", item.row_number),
                kind=kinds.AGAIN,
                owner=(item.agency or "", item.presenter or ""),
                row=item,
                column="again_on",
                key=f"{item.meeting_no or ''} 案件{item.number or ''}",
                due=item.again_on,
                name="次回再付議の日",
            )


def _held_on(item: AgendaItem, book: Register) -> date | None:
    meeting = book.meeting_by_no.get(item.meeting_no) if item.meeting_no else None
    return meeting.held_on if meeting else None


def _matter(item: AgendaItem, book: Register) -> str:
    return case_no_of(item, book) or item.resource_no or str(item.kind)


def minutes_duties(book: Register, secretariat: str = "") -> Iterator[Duty]:
    """Minutes of meetings that were held and are not settled."""
    for meeting in book.meetings:
        held = meeting.held_on
        if held is None or held > book.today or meeting.minutes_state is MinutesState.FINAL:
            continue
        days = zip(minutes_due(held, book.settings), ("目標日", "期限"), strict=True)
        for due, what in days:
            yield Duty(
                subject=("minutes", meeting.row_number),
                kind=kinds.MINUTES,
                owner=(meeting.secretariat or secretariat, meeting.recorder or ""),
                row=meeting,
                column="minutes_state",
                key=meeting.key,
                due=due,
                name=f"会議録（{said(held)}開催）の確定の{what}",
            )
