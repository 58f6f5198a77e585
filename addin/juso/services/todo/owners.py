"""Who a thing falls to, and whether its case still asks for it."""

from __future__ import annotations

from juso.koshu.codes import CaseState, ClosingReason
from juso.koshu.register import Register
from juso.koshu.sheets import Case
from juso.services.todo.model import Owner

GONE = frozenset({ClosingReason.MOVED, ClosingReason.DIED})


def owner(case: Case | None, agency: str | None = "", worker: str | None = "") -> Owner:
    """Agency and worker; at the case's own agency, and where none is named, who leads the case.

    Who leads it is kept up to date; who once wrote a plan or stood in may have left.
    """
    if case and (not agency or agency == case.lead_agency):
        return case.lead_agency or "", case.lead_worker or worker or ""
    return agency or "", worker or ""


def case_of(book: Register, case_no: str | None) -> Case | None:
    """The case of a number; None for a blank or unknown one."""
    return book.case_by_no.get(case_no) if case_no else None


def is_open(case: Case | None) -> bool:
    """Whether a case is neither closed nor suspended.

    Nothing says so of a case that cannot be found, or whose 状態 cannot be read; a row with
    hardly more than its number is no case yet.
    """
    if case is None:
        return True
    if case.state is None:
        return bool(case.received_on) and not (case.closed_on or case.suspended_on)
    return case.state.is_open


def is_gone(case: Case | None) -> bool:
    """Whether the person has died or moved away: nobody waits for a receiver any more."""
    return case is not None and case.state is CaseState.CLOSED and case.closing_reason in GONE
