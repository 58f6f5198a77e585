"""突合 at an office: its forms, its register and what it remembers, brought together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from juso.adapters.confirmations import History, append_confirmations, read_confirmations
from juso.adapters.intake_ledger import read_receipts
from juso.adapters.office import Office
from juso.adapters.office_forms import merge_forms
from juso.adapters.replies import Replies
from juso.core.calendar import Month
from juso.core.finding import Finding
from juso.koshu.confirmation import Reason
from juso.koshu.register import Register
from juso.services.confirm import Confirmed, confirm_with, told_by
from juso.services.tally.answers import Reply, reasons_of
from juso.services.tally.memo import TallyMemo
from juso.services.tally.merged import Merged
from juso.services.tally.reconcile import COUNTED, REPORTED, RULE, Reconciled, reconcile


@dataclass(frozen=True)
class Desk:
    """The tallies of an office's year beside its register; `memo` is what was confirmed so far."""

    office: Office
    register: Register
    merged: Merged
    reconciled: Reconciled
    history: History

    @property
    def findings(self) -> list[Finding]:
        """Everything that may be confirmed about the forms: of the merge and of 突合."""
        return [*self.merged.findings, *(d.finding for d in self.reconciled.differences)]

    def memo(self, confirmed: Confirmed | None = None) -> TallyMemo:
        """What holds, with what is confirmed just now."""
        more = confirmed.confirmations if confirmed else ()
        return TallyMemo(self.findings, [*self.history, *more], self.merged, self.register)

    def only(self, month: Month | None) -> Reconciled:
        """What is to be told of one month; of all without one."""
        return self.reconciled if month is None else self._reconcile(month)

    def take(self, reasons: Sequence[Reason], by: str, at: date) -> Confirmed:
        """Store the reasons that hold, and say which do not."""
        confirmed = confirm_with(self.memo(), reasons, self.findings, by, at)
        append_confirmations(self.office, confirmed.confirmations)
        return confirmed

    def take_replies(self, replies: Sequence[Reply], by: str, at: date) -> Confirmed:
        """The same with what was answered in 突合."""
        answered = reasons_of(replies, self.reconciled)
        confirmed = self.take(answered.reasons, by, at)
        refused = (*answered.refused, *confirmed.refused)
        return Confirmed(confirmed.confirmations, refused, (*answered.left, *confirmed.left))

    def take_all(self, replies: Replies, by: str, at: date) -> Confirmed:
        """The same with either workbook."""
        if replies.answers:
            return self.take_replies(replies.answers, by, at)
        return self.take(replies.reasons, by, at)

    def _reconcile(self, month: Month | None) -> Reconciled:
        return _reconciled(self.office, self.merged, self.register, month)


def open_desk(office: Office, register: Register, today: date) -> Desk:
    """Read the office's forms and hold them against its register."""
    merged = merge_forms(office, office.year, today, register=register)
    reconciled = _reconciled(office, merged, register, None)
    return Desk(office, register, merged, reconciled, read_confirmations(office))


def unread(replies: Replies, history: History) -> Replies | None:
    """What was never stored of a workbook; None where it says nothing new."""
    known = {(*entry.place, entry.reason) for entry in history}
    shown = {(e.rule, e.key, e.values.get(REPORTED), e.values.get(COUNTED)) for e in history}
    reasons = tuple(
        r for r in replies.reasons if (r.rule, r.sheet, r.key, r.column, r.reason) not in known
    )
    answers = tuple(a for a in replies.answers if (RULE, a.key, a.reported, a.counted) not in shown)
    return replace(replies, reasons=reasons, answers=answers) if reasons or answers else None


def as_confirmed(office: Office, merged: Merged, today: date) -> tuple[Merged, Sequence[str]]:
    """A merge with its findings as the 確認済みメモ makes them, and the memo's damaged lines."""
    history = read_confirmations(office)
    if not history.entries:
        return merged, history.damaged
    register = merged.background.register or Register({}, today)
    memo = TallyMemo(merged.findings, history, merged, register)
    return replace(merged, findings=tuple(told_by(memo, merged.findings))), history.damaged


def _reconciled(
    office: Office, merged: Merged, register: Register, month: Month | None
) -> Reconciled:
    receipts, _ = read_receipts(office)
    taken = {entry.case_no: entry.at for entry in reversed(receipts)}
    return reconcile(
        merged.forms,
        register,
        merged.year,
        month,
        reported_on=dict(_first_reported(merged)),
        taken_in=taken,
        matches=merged.background.matches,
    )


def _first_reported(merged: Merged) -> Iterator[tuple[tuple[str, Month], date]]:
    """When each month was first sent, of the forms that were received."""
    for code, life in merged.background.records.lives.items():
        for month in merged.year.months:
            if event := life.first(month):
                yield (code, month), event.sent_on or event.at
