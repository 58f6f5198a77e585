"""世帯: who lives together, with what is known of their ages and needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from juso.core.cells import fold
from juso.koshu.codes import Family

OLDEST = 120
_ROUGH = re.compile(r"(\d{1,3})(代|歳未満|歳以上)")
_SPAN = re.compile(r"(\d{1,3})歳?[~〜-](\d{1,3})歳?")
_EXACT = re.compile(r"(\d{1,3})歳?")


def age_span(text: str) -> tuple[int, int] | None:
    """The lowest and highest age of 「80代」「10歳未満」「65～74歳」「72歳」; None of other texts."""
    plain = fold(text)
    if found := _ROUGH.fullmatch(plain):
        years = int(found[1])
        return {"代": (years, years + 9), "歳未満": (0, years - 1), "歳以上": (years, OLDEST)}[
            found[2]
        ]
    if found := _SPAN.fullmatch(plain):
        return int(found[1]), int(found[2])
    if found := _EXACT.fullmatch(plain):
        return int(found[1]), int(found[1])
    return None


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a household, as old as `low` to `high`.

    `generation` is 1 for a parent of the client, 0 for the client, −1 for a child; None where
    the relation is not known.
    """

    who: str  # 本人, 母, 相談R7-0049の本人
    low: int
    high: int
    generation: int | None = 0
    occupation: str = ""
    in_trouble: bool = False  # 無職, ひきこもり, 困窮, 支援が必要
    in_care: bool = False  # 病気, 障害, 介護で支援が必要

    @property
    def shown(self) -> str:
        """母（80代）."""
        if self.low == self.high:
            return f"{self.who}（{self.low}歳）"
        decade = f"{self.low}代" if self.low else "10歳未満"
        return f"{self.who}（{decade if self.high == self.low + 9 else self._span}）"

    @property
    def _span(self) -> str:
        return f"{self.low}歳以上" if self.high == OLDEST else f"{self.low}～{self.high}歳"

    def is_within(self, low: int, high: int) -> bool:
        return low <= self.low and self.high <= high


@dataclass(frozen=True, slots=True)
class Home:
    """Who lives together, the client first; whether the 家族構成 is filled in."""

    members: tuple[Member, ...]
    family: Family | None
    is_listed: bool

    @property
    def client(self) -> Member:
        return self.members[0]
