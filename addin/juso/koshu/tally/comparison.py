"""What the relations compare in one form: the rows to add up, and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from juso.core.finding import Severity
from juso.koshu.tally.form_rules import TallyRule
from juso.koshu.tally.item import Form, TallyItem
from juso.koshu.tally.items import form, items_by_code
from juso.koshu.tally.relation import Missing, Operator, Relation, Term, When, parse_relation
from juso.koshu.tally.relations import RELATION_RULES


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
    missing: Missing = Missing.NOT_COMPARED


@cache
def comparisons(form_code: str) -> tuple[Comparison, ...]:
    """Everything that is compared within one form; in R once for every site."""
    blocks = _blocks(form(form_code))
    return tuple(
        comparison
        for rule in RELATION_RULES
        for relation in map(parse_relation, rule.relations)
        for suffix, codes in blocks.items()
        if {c for t in (*relation.left, *relation.right) for c in (t.first, t.last)} <= set(codes)
        for comparison in _comparisons(rule, relation, codes, suffix, items_by_code(form_code))
    )


@cache
def totals_above(form_code: str) -> dict[str, str]:
    """項目コード of each row that is part of another, as the relations say -> that row's."""
    return _rows_above(form_code, (Operator.EQUAL, Operator.AT_MOST))


@cache
def rows_needed(form_code: str) -> dict[str, str]:
    """項目コード of each row that is 0 where another one is -> that row's."""
    return _rows_above(form_code, (Operator.NEEDS,))


def _rows_above(form_code: str, operators: tuple[Operator, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for comparison in comparisons(form_code):
        left, right = comparison.left, comparison.right
        if comparison.operator not in operators or not is_one_row(right):
            continue
        if right[0].when is When.SAME:
            parts = (c for p in left if p.when is When.SAME for c in p.codes)
            found |= {code: right[0].codes[0] for code in parts if code not in found}
    return found


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
            side[0].codes[0] if is_one_row(side) else right[0].codes[0],
            side_text(side, items),
            side_text(right, items),
            relation.missing,
        )
        for side in lefts
    ]


def _part(term: Term, codes: list[str], suffix: str) -> Part:
    first, last = codes.index(term.first), codes.index(term.last)
    rows = tuple(code + suffix for code in codes[first : last + 1])
    return Part(term.sign, term.when, rows)


def is_one_row(side: tuple[Part, ...]) -> bool:
    """Whether a side is a single figure, no sum."""
    return len(side) == 1 and len(side[0].codes) == 1


def side_text(side: tuple[Part, ...], items: Mapping[str, TallyItem]) -> str:
    """新規相談受付件数（A01）; 性別の計（B01～B04）; E01＋E02－E04."""
    first = items[side[0].codes[0]]
    if is_one_row(side):
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
