"""Numbers that follow the calendar, given once the year is complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from juso.core.calendar import FiscalYear
from juso.core.sheet import Row
from juso.koshu.sheets import Contact, Evaluation, Referral
from juso.services.sample.meeting_book import MeetingBook, Slot

R = TypeVar("R", bound=Row)


class Counter:
    """Counts on within each fiscal year."""

    def __init__(self, known: Mapping[FiscalYear, int] | None = None) -> None:
        self._last: dict[FiscalYear, int] = defaultdict(int, known or {})

    def next(self, day: date) -> tuple[str, int]:
        """The short name of a day's fiscal year, and the next number in it."""
        year = FiscalYear.of(day)
        self._last[year] += 1
        return year.short, self._last[year]


def number_contacts(contacts: Iterable[Contact]) -> list[Contact]:
    """Contacts by time: K-R7-00001, …"""
    counter = Counter()
    numbered: list[Contact] = []
    for contact in sorted(contacts, key=lambda c: (c.at, c.case_no or "")):
        year, number = counter.next(contact.at.date())
        numbered.append(contact.replace(record_no=f"K-{year}-{number:05d}"))
    return numbered


def number_referrals(rows: Iterable[Row]) -> list[Row]:
    """Referrals by the day they were asked for, also where evaluations name them."""
    found = list(rows)
    counter = Counter()
    numbers: dict[str, str] = {}
    referrals = [row for row in found if isinstance(row, Referral)]
    for referral in sorted(referrals, key=lambda r: r.referred_on):
        year, number = counter.next(referral.referred_on)
        numbers[referral.referral_no] = f"H-{year}-{number:04d}"
    return [_renumbered(row, numbers) for row in found]


def _renumbered(row: Row, numbers: dict[str, str]) -> Row:
    if isinstance(row, Referral | Evaluation) and row.referral_no:
        return row.replace(referral_no=numbers[row.referral_no])
    return row


def number_meetings(rows: Iterable[Row], book: MeetingBook) -> list[Row]:
    """Meetings that were held, counted on from those the register no longer holds."""
    numbers: dict[str, str] = {}
    for kind, slots in book.slots.items():
        counter = Counter(book.held_before[kind])
        for slot in slots:
            if slot.items:
                year, number = counter.next(slot.held_on)
                numbers[slot.meeting_no] = f"{kind.code}-{year}-{number:02d}"
                _renumber(slot, numbers[slot.meeting_no])
    return [_moved(row, numbers) for row in rows]


def _renumber(slot: Slot, number: str) -> None:
    slot.meeting_no = number
    slot.items = [item.replace(meeting_no=number) for item in slot.items]
    slot.decisions = [decision.replace(meeting_no=number) for decision in slot.decisions]


def _moved(row: Row, numbers: dict[str, str]) -> Row:
    old = getattr(row, "meeting_no", None)
    return row.replace(meeting_no=numbers[old]) if old in numbers else row
