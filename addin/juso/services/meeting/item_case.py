"""Which case an item on an agenda is about, and what the item is called."""

from __future__ import annotations

from juso.koshu.register import Register
from juso.koshu.sheets import AgendaItem


def case_no_of(item: AgendaItem, register: Register) -> str | None:
    """The case of an item: its own cell, else that of its plan or evaluation."""
    if item.case_no:
        return item.case_no
    if plan := register.plan_by_no.get(item.plan_no or ""):
        return plan.case_no
    found = (e.case_no for e in register.evaluations if e.evaluation_no == item.evaluation_no)
    return next(found, None) if item.evaluation_no else None


def item_name(item: AgendaItem) -> str:
    """案件1."""
    return f"案件{item.number}" if item.number is not None else "案件（番号未入力）"
