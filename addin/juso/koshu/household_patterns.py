"""世帯の型: 8050, ダブルケア, ヤングケアラー as ages and roles in a household show them (実施計画1).

A hint is no verdict: it asks a worker to look, and goes into 複合課題類型 only by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from juso.koshu.codes import Complexity, Family
from juso.koshu.home import Home, Member

PARENT_AGE = 75  # 8050: 80代 or nearly so
CHILD_AGES = (40, 64)
CARED_AGE = 65
REARED_AGE = 12
CARER_AGES = (20, 64)
YOUNG_AGES = (6, 17)
GROWN_AGE, ADULT_AGE = 18, 20
GENERATION = 15  # years, at least, between parent and child
SMALL = re.compile("未就学|乳児|幼児|保育|幼稚園|こども園|小学")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern: its name in 複合課題類型, the words it is found by, the clause behind it."""

    complexity: Complexity
    statement: str
    basis: str
    evidence: Callable[[Home], Iterator[str]]

    def hint(self, home: Home) -> str:
        """Who in a household makes the pattern likely; '' where nobody does."""
        return next(self.evidence(home), "")


def eighty_fifty(home: Home) -> Iterator[str]:
    """An old parent and a child of middle age in need, without children of its own."""
    if any(m.high < ADULT_AGE for m in home.members):
        return
    parents = [m for m in home.members if m.low >= PARENT_AGE - 5 and m.high >= PARENT_AGE]
    children = [m for m in home.members if m.is_within(*CHILD_AGES) and m.in_trouble]
    for parent in parents:
        for child in children:
            if _is_parent(parent, child):
                yield f"{parent.shown}と、その子の世代で課題のある{child.shown}が同じ世帯にいる"
    client = home.client
    if home.family is Family.AGED_PARENT_AND_CHILD and not home.is_listed and client in children:
        yield f"世帯構成が「{home.family}」で、子の世代の{client.shown}に課題がある"


def double_care(home: Home) -> Iterator[str]:
    """A small child and an old person in need of care, with somebody between them."""
    small = [m for m in home.members if _is_small(m)]
    cared = [m for m in home.members if m.low >= CARED_AGE and m.in_care]
    for carer in home.members:
        if small and cared and carer.is_within(*CARER_AGES):
            yield f"{carer.shown}の世帯に、{small[0].shown}と、介護等が必要な{cared[0].shown}がいる"


def young_carer(home: Home) -> Iterator[str]:
    """A child of school age where every grown person needs care."""
    grown = [m for m in home.members if m.low >= GROWN_AGE]
    if not home.is_listed or not grown or not all(m.in_care for m in grown):
        return
    listed = "、".join(dict.fromkeys(m.shown for m in grown))
    for child in filter(_is_pupil, home.members):
        yield f"{child.shown}の世帯の大人は、病気・障害・介護等で支援が必要な{listed}だけである"


PATTERNS = (
    Pattern(
        Complexity.EIGHTY_FIFTY,
        f"おおむね{PARENT_AGE}歳以上の親と、{CHILD_AGES[0]}～{CHILD_AGES[1]}歳で、無職・ひきこもり・"
        "困窮などの課題がある子が同じ世帯にいる（未成年の子のいる世帯を除く）",
        "実施計画1「8050」",
        eighty_fifty,
    ),
    Pattern(
        Complexity.DOUBLE_CARE,
        f"{REARED_AGE}歳以下の子と、介護等が必要な{CARED_AGE}歳以上の人が、"
        f"{CARER_AGES[0]}～{CARER_AGES[1]}歳の人と同じ世帯にいる",
        "実施計画1「ダブルケア」",
        double_care,
    ),
    Pattern(
        Complexity.YOUNG_CARER,
        f"{YOUNG_AGES[0]}～{YOUNG_AGES[1]}歳の子がいて、大人は皆、病気・障害・介護等で支援が必要である",
        "実施計画1、7(1)",
        young_carer,
    ),
)


def _is_parent(parent: Member, child: Member) -> bool:
    if parent.generation is None or child.generation is None:
        return parent.low - child.high >= GENERATION
    return parent.generation == child.generation + 1


def _is_small(member: Member) -> bool:
    return member.high <= REARED_AGE or (
        member.high < ADULT_AGE and bool(SMALL.search(member.occupation))
    )


def _is_pupil(member: Member) -> bool:
    is_minor = member.low < GROWN_AGE and member.high < ADULT_AGE  # 10代 may be either
    return is_minor and member.low >= YOUNG_AGES[0]
