"""Keeping in touch: urgent cases, what was promised, what is planned, silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from juso.koshu import todo_kinds as kinds
from juso.koshu.register import Register
from juso.koshu.rules.dates import said
from juso.koshu.rules.deadlines import contact_due, first_response_due, screening_due
from juso.koshu.sheets import Case, Contact
from juso.services.todo.model import Duty
from juso.services.todo.owners import is_open, owner


def contact_duties(book: Register) -> Iterator[Duty]:
    """What open cases wait for; about being in touch each agency gets one line a case."""
    for case in book.cases:
        if is_open(case):
            last = last_contact(case, book)
            yield from _first_response(case, last)
            yield from _next_step(case, last)
            yield from _silence(case, book)
            yield from _screening(case, book)


def last_contact(case: Case, book: Register) -> Contact | None:
    """The latest contact that has taken place; a later day is a slip of the pen."""
    contacts = book.contacts_of.get(case.case_no, ()) if case.case_no else ()
    return next((c for c in reversed(contacts) if c.at.date() <= book.today), None)


def _duty(case: Case, kind: kinds.TodoKind, column: str, **facts: Any) -> Duty:
    base = {"subject": ("contact", case.row_number), "owner": owner(case), "row": case}
    return Duty(kind=kind, column=column, key=case.key, **(base | facts))


def _first_response(case: Case, last: Contact | None) -> Iterator[Duty]:
    if case.urgency is None or case.received_on is None:
        return
    if last is None or last.at.date() < case.received_on:
        yield _duty(
            case,
            kinds.FIRST_RESPONSE,
            "urgency",
            due=first_response_due(case.received_on, case.urgency),
            name=f"緊急度「{case.urgency}」の初動の期限",
        )


def _next_step(case: Case, last: Contact | None) -> Iterator[Duty]:
    met_on = last.at.date() if last else date.min
    promised = last if last and last.next_on and last.next_on >= met_on else None
    if promised:
        yield _duty(
            case,
            kinds.NEXT_STEP,
            "next_on",
            row=promised,
            owner=owner(case, promised.agency, promised.worker),
            due=promised.next_on,
            name="前回決めた対応の期限",
        )
    if case.next_on and case.next_on > met_on:
        yield _duty(case, kinds.NEXT_STEP, "next_on", due=case.next_on, name="次回予定日")
    elif not promised:
        yield _duty(
            case,
            kinds.NO_NEXT_STEP,
            "next_on",
            fact=_no_next_step(case),
            action=kinds.NO_NEXT_STEP.action,
        )


def _no_next_step(case: Case) -> str:
    if case.next_on is None:
        return "次回予定日がありません。"
    return f"次回予定日（{said(case.next_on)}）の対応は済みましたが、新しい予定日がありません。"


def _silence(case: Case, book: Register) -> Iterator[Duty]:
    last = book.last_contact_on.get(case.case_no) if case.case_no else None
    since = last or case.received_on
    if since is None:
        return
    days = (book.today - since).days
    what = "最終接触" if last else "接触の記録がないまま受付"
    yield _duty(
        case,
        kinds.OUT_OF_TOUCH,
        "state",
        due=contact_due(since, book.settings),
        fact=f"{what}（{said(since)}）から{days}日がたっています。",
    )


def _screening(case: Case, book: Register) -> Iterator[Duty]:
    if case.outcome is None and case.received_on is not None:
        yield _duty(
            case,
            kinds.SCREENING,
            "outcome",
            subject=("screening", case.row_number),
            due=screening_due(case.received_on, book.settings),
            name="スクリーニングの期限",
        )
