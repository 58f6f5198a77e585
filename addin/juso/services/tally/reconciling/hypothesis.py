"""What may have made a window count otherwise than the register: one row, one cause, its effect."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from juso.core.calendar import Month, era_date
from juso.core.codelist import CodeList

Place = tuple[str, str, Month]  # form, item and month


class Cause(CodeList):
    """考えられる訳."""

    OTHER_MONTH = "翌月"
    WITHDRAWN = "取消"
    TWICE = "同一人二重"
    ELSEWHERE = "他窓口計上"
    BLANK = "区分空"
    LATE = "締め後入力"


@dataclass(frozen=True)
class Hypothesis:
    """A cause with the rows it rests on.

    `effect` is what the windows' figures have more than the register's where it is true;
    `weight` says how good the evidence is, below 1; of hypotheses with the same `about` one
    is true at most.
    """

    cause: Cause
    rows: tuple[Any, ...]
    effect: Mapping[Place, int]
    words: str
    weight: float
    about: Hashable
    numbers: tuple[str, ...] = ()  # of rows that are gone

    @property
    def sentence(self) -> str:
        """翌月：R7-0123は受付日が…, as it is stored for a reason."""
        return f"{self.cause}：{self.words}"

    @property
    def cases(self) -> tuple[str, ...]:
        """The case numbers, each once; a row without one gives its own number."""
        found = [case_no(row) for row in self.rows]
        return tuple(dict.fromkeys((*found, *self.numbers)))


def case_no(row: Any) -> str:
    """The case a row belongs to, else the row's own number: never a name."""
    number = getattr(row, "case_no", None)
    if number is None and hasattr(row, "plan_no"):
        number = row.plan_no
    if number is None and hasattr(row, "meeting_no"):
        number = row.meeting_no
    return str(number or row.key)


def named(row: Any) -> str:
    """A row in a sentence: R7-0123, or R7-0123のK-R7-00045."""
    number = case_no(row)
    return number if row.key == number else f"{number}（{row.key}）"


def day_text(day: Any) -> str:
    """令和7年7月1日."""
    return era_date(day)
