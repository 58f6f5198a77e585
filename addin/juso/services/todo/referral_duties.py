"""Referrals: received, met, followed up, and taken up again where they came back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from juso.koshu import todo_kinds as kinds
from juso.koshu.codes import ReferralKind, ReferralResult
from juso.koshu.register import Register
from juso.koshu.rules.deadlines import (
    CAME_BACK,
    receipt_due,
    waits_for_first_contact,
    waits_for_receipt,
)
from juso.koshu.sheets import Referral
from juso.services.todo.model import Duty, Owner
from juso.services.todo.owners import case_of, is_gone, is_open, owner


def referral_duties(book: Register) -> Iterator[Duty]:
    """What the referring side makes sure of, one line a referral.

    A case that was closed because it was passed on still waits for its receiver.
    """
    for referral in book.referrals:
        case = case_of(book, referral.case_no)
        if is_gone(case) or (referral.referred_on is None and referral.accepted_on is None):
            continue
        whose = owner(case, referral.from_agency, referral.from_worker)
        yield from _arrival(referral, whose, book)
        if is_open(case):
            yield from _return(referral, whose)
        yield from _follow_up(referral, whose, is_open=is_open(case))


def _duty(referral: Referral, whose: Owner, kind: kinds.TodoKind, **facts: Any) -> Duty:
    subject = ("referral", referral.row_number)
    return Duty(subject=subject, kind=kind, owner=whose, row=referral, key=referral.key, **facts)


def _arrival(referral: Referral, whose: Owner, book: Register) -> Iterator[Duty]:
    passing = f"{referral.case_no or 'ケース'}の{referral.to_agency or '引継先'}への引継ぎの"
    if waits_for_receipt(referral) and referral.referred_on is not None:
        yield _duty(
            referral,
            whose,
            kinds.RECEIPT,
            column="accepted_on",
            due=receipt_due(referral.referred_on, book.settings),
            name=f"{passing}受領の期限",
        )
    if waits_for_first_contact(referral):
        due = referral.first_contact_due_on
        yield _duty(
            referral,
            whose,
            kinds.FIRST_CONTACT,
            column="first_contact_due_on" if due is None else "first_contact_on",
            due=due,
            name=f"{passing}初回接触予定日",
        )


def _return(referral: Referral, whose: Owner) -> Iterator[Duty]:
    if referral.result is ReferralResult.RETURNED and not referral.next_step:
        where = referral.to_agency or "引継先"
        yield _duty(
            referral,
            whose,
            kinds.RETURNED,
            column="next_step",
            fact=f"{referral.case_no or 'ケース'}が{where}から差し戻され、次の担当が決まっていません。",
            action=kinds.RETURNED.action,
        )


def _follow_up(referral: Referral, whose: Owner, *, is_open: bool) -> Iterator[Duty]:
    if referral.follow_up or referral.result in CAME_BACK:
        return
    day = referral.follow_up_on
    if day or (referral.kind is ReferralKind.HANDOVER and is_open):
        yield _duty(
            referral,
            whose,
            kinds.FOLLOW_UP,
            column="follow_up" if day else "follow_up_on",
            due=day,
            name=f"{referral.case_no or 'ケース'}のフォロー予定日",
        )
