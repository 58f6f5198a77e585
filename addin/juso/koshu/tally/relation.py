"""Relations between figures as text: what the tables in `relations.py` and `between.py` say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from juso.core.codelist import CodeList
from juso.core.finding import Severity


class Operator(CodeList):
    """How two sides must stand to each other: what a violation says, and the table's sign."""

    EQUAL = "=", "と一致しません", "＝"
    AT_MOST = "<=", "を超えています", "≦"
    AT_LEAST = ">=", "を下回っています", "≧"
    TOGETHER = "<=>", "の一方だけが0です", "一方だけが0にならない："
    NEEDS = "=>", "が0です", "あるときは0にならない："
    CLOSE = "~", "と大きく違います", "≒"


class When(CodeList):
    """Which months of a row a term takes; the second word is how a message says it."""

    SAME = "", "{}"
    BEFORE = "前月", "前月の{}"
    SUM = "累計", "4月からの{}の合計"
    MAX = "最大", "4月からの{}の最大"
    REGISTER = "台帳", "支援台帳から数えた{}"


class Missing(CodeList):
    """What a figure that is not known does to a comparison."""

    NOT_COMPARED = "比べない", "左辺か右辺の数が1つでも欠けた月は比べません。"
    ALL_MISSING = (
        "すべて欠けたら比べない",
        "数がすべて欠けた月だけ比べません。一部が欠けた月は、ある数だけで比べます。",
    )
    ZERO = "欠けは0とみなす", "欠けた数は0として比べます。"


@dataclass(frozen=True, slots=True)
class Term:
    """One summand: the rows from `first` to `last` of a form, added or taken away."""

    sign: int
    when: When
    form: str  # '' in a relation within whichever form has the rows
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One line of a table, read."""

    left: tuple[Term, ...]
    operator: Operator
    right: tuple[Term, ...]
    each: bool  # 各: every row of the left range in turn
    severity: Severity | None  # where it differs from the rule's
    forms: str  # 各窓口, 直営: the forms in which it holds, '' for all that have its rows
    is_yearly: bool  # 年計: the months of the year so far added up
    missing: Missing

    @property
    def is_within(self) -> bool:
        """Whether one month's figures of one form are all it asks for."""
        terms = (*self.left, *self.right)
        outside = any(term.form or term.when is When.REGISTER for term in terms)
        return not outside and not self.is_yearly


YEARLY = "年計"
_TERM = re.compile(
    r"([+-])?\s*(?:([WMOPR]\d?)\.)?(前月|累計|最大|台帳)?([A-Z]\d+[a-z]?)(?:\.\.([A-Z]\d+[a-z]?))?\s*"
)
_WORDS = "|".join((Severity.WARNING, Severity.NOTE, YEARLY, *Missing))
_RELATION = re.compile(
    rf"(?:(各窓口|直営)：)?(各)?(.+?) (=|<=|>=|<=>|=>|~) (.+?)((?: (?:{_WORDS}))*)"
)


@cache
def parse_relation(text: str) -> Relation:
    """Read one relation; ValueError when it is not written as the tables say."""
    match = _RELATION.fullmatch(text)
    if not match:
        raise ValueError(f"not a relation: {text}")
    forms, each, left, operator, right, rest = match.groups()
    words = rest.split()
    return Relation(
        _parse_side(left),
        Operator(operator),
        _parse_side(right),
        bool(each),
        next((Severity(word) for word in words if word in set(Severity)), None),
        forms or "",
        YEARLY in words,
        next((Missing(word) for word in words if word in set(Missing)), Missing.NOT_COMPARED),
    )


def _parse_side(text: str) -> tuple[Term, ...]:
    terms, place = [], 0
    while place < len(text):
        match = _TERM.match(text, place)
        if not match:
            raise ValueError(f"not a sum of item codes: {text}")
        sign, form, when, first, last = match.groups()
        term = Term(-1 if sign == "-" else 1, When(when or ""), form or "", first, last or first)
        terms.append(term)
        place = match.end()
    return tuple(terms)
