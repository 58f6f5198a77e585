"""Rules for 支援経過記録: written down in time, and nobody knocked at in vain for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import takewhile
from operator import attrgetter

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.codes import ContactMethod, Program
from juso.koshu.register import Register, group
from juso.koshu.rules.dates import said
from juso.koshu.rules.lookups import kept
from juso.koshu.sheets import Contact

NOT_MET = "×"
RECORD = "支援経過記録の様式"


def late_or_early(book: Register) -> list[Contact]:
    """Records of a day still to come, or typed some days after it."""
    now, limit = datetime.combine(book.today, time.max), timedelta(book.settings["entry_days"])
    return [
        contact
        for contact in book.contacts
        if (at := contact.at) is not None
        and (at > now or ((typed := contact.entered_at) is not None and typed - at > limit))
    ]


@rule("CONT-001", Severity.ERROR, on=Contact, basis=RECORD, tag="V-L01", among=late_or_early)
def record_is_of_the_past(contact: Contact, book: Register) -> Iterator[Remark]:
    """支援経過は、対応の後、設定の日数（標準7日）以内に記入します。"""
    day, entered = contact.at.date(), contact.entered_at
    if day > book.today:
        yield Remark(
            "at",
            f"対応の日時「{said(day)}」は今日より後です。予定は「次の対応」に入力してください。",
        )
    elif entered and (days := (entered.date() - day).days) > book.settings["entry_days"]:
        yield Remark(
            "entered_at",
            f"対応日から{days}日後に記入した記録です。",
            Severity.NOTE,
        )


@kept
def visits(book: Register) -> list[Contact]:
    """The visits of アウトリーチ等事業."""
    return [
        contact
        for contact in book.contacts
        if contact.program is Program.OUTREACH and contact.method is ContactMethod.VISIT
    ]


@kept
def visits_of(book: Register) -> dict[str | None, list[Contact]]:
    """Case number -> the visits whose time could be read, latest first."""
    dated = [visit for visit in visits(book) if visit.at is not None]
    return group(sorted(dated, key=attrgetter("at"), reverse=True), "case_no")


@rule("CONT-002", Severity.WARNING, on=Contact, basis="実施計画7(3)", tag="V-L02", among=visits)
def visit_says_who_was_met(contact: Contact) -> Iterator[Remark]:
    """アウトリーチの訪問では、本人に会えたかどうかを記録します。"""
    if contact.met is None:
        yield Remark("met", "本人に会えたかどうかが未入力です。「○」又は「×」を入力してください。")


@rule(
    "CONT-003", Severity.WARNING, on=Contact, basis="実施計画7(3)、8(2)", tag="V-L03", among=visits
)
def unmet_person_is_not_given_up(contact: Contact, book: Register) -> Iterator[Remark]:
    """アウトリーチの訪問で続けて（標準3回）会えないときは、判断・方針を記録します。"""
    case = book.case_by_no.get(contact.case_no or "")
    if contact.met != NOT_MET or case is None or case.state is None or not case.state.is_open:
        return
    all_visits = visits_of(book).get(contact.case_no, ())
    in_vain = list(takewhile(lambda visit: visit.met == NOT_MET, all_visits))
    if not in_vain or in_vain[0].row_number != contact.row_number:
        return
    since = book.contacts_of[case.case_no]
    is_judged = any(c.judgement for c in since if c.at >= in_vain[-1].at)
    if len(in_vain) >= book.settings["unmet_visits"] and not is_judged:
        yield Remark(
            "judgement",
            f"{len(in_vain)}回続けて会えていません。支援会議での検討を含め、方針を決めて入力してください。",
        )
