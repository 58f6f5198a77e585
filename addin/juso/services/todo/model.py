"""要対応一覧's line, and the duties it is put together from."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from juso.core.sheet import Row
from juso.koshu.rules.dates import said
from juso.koshu.todo_kinds import TodoKind

Owner = tuple[str, str]
"""Agency and worker, each '' where the register names none."""

DECIDE_A_DAY = "日付を決めて入力してください。"


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to be done; it names the staff in charge, but no resident."""

    due: date | None  # the earliest, where several days have come together
    days_over: int | None  # days past `due`, 0 today, negative while there is time; None: no day
    kind: str
    agency: str
    worker: str
    key: str  # the number of the case, plan, referral, meeting or decision
    what: str  # why and what to do, in whole sentences
    sheet: str
    cell: str  # where it is settled, '' where the sheet has no such column


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One reason for a line; duties of one owner on the same subject become one line."""

    subject: Hashable
    kind: TodoKind
    owner: Owner
    row: Row
    column: str
    key: str
    due: date | None = None
    name: str = ""  # what the day is called in a sentence
    fact: str = ""  # instead of the sentence made of name and day
    action: str = ""  # instead of the kind's

    def is_near(self, today: date) -> bool:
        """Whether it is late, due soon, or without a day."""
        return self.due is None or (self.due - today).days <= self.kind.days

    def why(self, today: date) -> str:
        """The sentence that says how matters stand."""
        return self.fact or standing(self.name, self.due, today)

    @property
    def request(self) -> str:
        """The sentence that says what to do."""
        return self.action or (DECIDE_A_DAY if self.due is None else self.kind.action)


def standing(name: str, due: date | None, today: date) -> str:
    """次回予定日（令和8年3月24日）を過ぎています。"""
    if due is None:
        return f"{name}がありません。"
    if due == today:
        return f"{name}は今日（{said(due)}）です。"
    return f"{name}（{said(due)}）{'を過ぎて' if due < today else 'が近づいて'}います。"
