"""Relations between figures as text, and what they compare in one form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from juso.core.codelist import CodeList
from juso.core.finding import Severity
from juso.koshu.tally.form_rules import TallyRule
from juso.koshu.tally.item import Form, TallyItem
from juso.koshu.tally.items import form, items_by_code
from juso.koshu.tally.relations import RELATION_RULES


class Operator(CodeList):
    """How two sides must stand to each other; the second word is what a violation says."""

    EQUAL = "=", "と一致しません"
    AT_MOST = "<=", "を超えています"
    AT_LEAST = ">=", "を下回っています"
    TOGETHER = "<=>", "の一方だけが0です"


class When(CodeList):
    """Which months of a row a term takes; the second word is how a message says it."""

    SAME = "", "{}"
    BEFORE = "前月", "前月の{}"
    SUM = "累計", "4月からの{}の合計"
    MAX = "最大", "4月からの{}の最大"


@dataclass(frozen=True, slots=True)
class Term:
    """One summand: the rows from `first` to `last` of a form, added or taken away."""

    sign: int
    when: When
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One line of the table in `relations.py`, read."""

    left: tuple[Term, ...]
    operator: Operator
    right: tuple[Term, ...]
    each: bool  # 各: every row of the left range in turn
    severity: Severity | None  # where it differs from the rule's


@dataclass(frozen=True, slots=True)
class Part:
    """A term with the rows of one form that it adds up."""

    sign: int
    when: When
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A relation in one form: what to add up, and the words for it."""

    rule: TallyRule
    severity: Severity
    left: tuple[Part, ...]
    operator: Operator
    right: tuple[Part, ...]
    at: str  # 項目コード of the row a violation is shown at
    left_text: str
    right_text: str


_TERM = re.compile(r"([+-])?\s*(前月|累計|最大)?([A-Z]\d+[a-z]?)(?:\.\.([A-Z]\d+[a-z]?))?\s*")
_RELATION = re.compile(r"(各)?(.+?) (=|<=|>=|<=>) (.+?)( 要確認)?")


def parse_relation(text: str) -> Relation:
    """Read one relation; ValueError when it is not written as `relations.py` says."""
    match = _RELATION.fullmatch(text)
    if not match:
        raise ValueError(f"not a relation: {text}")
    each, left, operator, right, confirm = match.groups()
    return Relation(
        _parse_side(left),
        Operator(operator),
        _parse_side(right),
        bool(each),
        Severity.WARNING if confirm else None,
    )


def _parse_side(text: str) -> tuple[Term, ...]:
    terms, place = [], 0
    while place < len(text):
        match = _TERM.match(text, place)
        if not match:
            raise ValueError(f"not a sum of item codes: {text}")
        sign, when, first, last = match.groups()
        terms.append(Term(-1 if sign == "-" else 1, When(when or ""), first, last or first))
        place = match.end()
    return tuple(terms)


@cache
def comparisons(form_code: str) -> tuple[Comparison, ...]:
    """Everything that is compared in one form; in R once for every site."""
    blocks = _blocks(form(form_code))
    return tuple(
        comparison
        for rule in RELATION_RULES
        for relation in map(parse_relation, rule.relations)
        for suffix, codes in blocks.items()
        if {c for t in (*relation.left, *relation.right) for c in (t.first, t.last)} <= set(codes)
        for comparison in _comparisons(rule, relation, codes, suffix, items_by_code(form_code))
    )


def _blocks(form: Form) -> dict[str, list[str]]:
    """Item codes by what follows them: '' in most forms, '-S08' … in R."""
    blocks: dict[str, list[str]] = {}
    for item in form.items:
        code, dash, site = item.code.partition("-")
        blocks.setdefault(dash + site, []).append(code)
    return blocks


def _comparisons(
    rule: TallyRule, relation: Relation, codes: list[str], suffix: str, items: dict[str, TallyItem]
) -> list[Comparison]:
    left, right = (
        tuple(_part(term, codes, suffix) for term in side)
        for side in (relation.left, relation.right)
    )
    lefts = [left]
    if relation.each:
        lefts = [(Part(1, When.SAME, (code,)),) for code in left[0].codes]
    return [
        Comparison(
            rule,
            relation.severity or rule.severity,
            side,
            relation.operator,
            right,
            side[0].codes[0] if _is_one_row(side) else right[0].codes[0],
            _side_text(side, items),
            _side_text(right, items),
        )
        for side in lefts
    ]


def _part(term: Term, codes: list[str], suffix: str) -> Part:
    first, last = codes.index(term.first), codes.index(term.last)
    rows = tuple(code + suffix for code in codes[first : last + 1])
    return Part(term.sign, term.when, rows)


def _is_one_row(side: tuple[Part, ...]) -> bool:
    return len(side) == 1 and len(side[0].codes) == 1


def _side_text(side: tuple[Part, ...], items: dict[str, TallyItem]) -> str:
    """新規相談受付件数（A01）; 性別の計（B01～B04）; E01＋E02－E04."""
    first = items[side[0].codes[0]]
    if _is_one_row(side):
        return side[0].when.note.format(f"{first.label}（{first.code}）")
    if len(side) == 1:
        group = first.group.partition("：")[2].removesuffix("（複数可）") or "内訳"
        return f"{group}の計（{first.code}～{side[0].codes[-1]}）"
    signs = ("－" if part.sign < 0 else "＋" for part in side)
    text = "".join(sign + _part_text(part) for sign, part in zip(signs, side, strict=True))
    return text.removeprefix("＋")


def _part_text(part: Part) -> str:
    last = f"～{part.codes[-1]}の計" if len(part.codes) > 1 else ""
    return f"{part.when}{part.codes[0]}{last}"
