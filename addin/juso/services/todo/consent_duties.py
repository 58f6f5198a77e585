"""Consent: put into writing in time, renewed before it ends."""

from __future__ import annotations

from collections.abc import Iterator

from juso.koshu import todo_kinds as kinds
from juso.koshu.codes import Consent
from juso.koshu.register import Register
from juso.koshu.rules.deadlines import lacks_writing, oral_consent_due
from juso.koshu.sheets import Case
from juso.services.todo.model import Duty
from juso.services.todo.owners import case_of, is_open, owner


def consent_duties(book: Register) -> Iterator[Duty]:
    """One line a case, however many of its plans rest on the same words."""
    for case in book.cases:
        if is_open(case):
            yield from _of_case(case, book)
    for plan in book.plans:
        of = case_of(book, plan.case_no)
        if is_open(of) and lacks_writing(plan, of) and plan.consent_on:
            yield Duty(
                subject=("consent", plan.case_no),
                kind=kinds.WRITING,
                owner=owner(of) if of else owner(None, plan.made_at, plan.made_by),
                row=plan,
                column="consent_method",
                key=plan.key,
                due=oral_consent_due(plan.consent_on, book.settings),
                name="プランへの口頭の同意を書面にする期限",
            )


def _of_case(case: Case, book: Register) -> Iterator[Duty]:
    given = case.consent is not None and case.consent.is_given
    if case.consent is Consent.ORAL:
        since = case.consent_on
        yield Duty(
            subject=("consent", case.case_no),
            kind=kinds.WRITING,
            owner=owner(case),
            row=case,
            column="consent" if since else "consent_on",
            key=case.key,
            due=oral_consent_due(since, book.settings) if since else None,
            name="口頭の同意を書面にする期限" if since else "口頭の同意の同意日",
        )
    if given and case.consent_until:
        yield Duty(
            subject=("consent", case.case_no),
            kind=kinds.CONSENT_END,
            owner=owner(case),
            row=case,
            column="consent_until",
            key=case.key,
            due=case.consent_until,
            name="本人の同意の期限",
        )
