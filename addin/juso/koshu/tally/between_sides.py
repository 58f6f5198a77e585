"""What the relations between forms compare: every line for each form it speaks of, in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from juso.core.finding import Severity
from juso.koshu.tally.between import BETWEEN_RULES, GROUPS, HELD
from juso.koshu.tally.form_rules import TallyRule
from juso.koshu.tally.items import form, item
from juso.koshu.tally.relation import Operator, Relation, Term, When, parse_relation


@dataclass(frozen=True, slots=True)
class Place:
    """One row of one form, or of the register as that form counts it."""

    sign: int
    form: str
    code: str
    is_register: bool


@dataclass(frozen=True, slots=True)
class BetweenComparison:
    """A relation between forms: what to add up, and where and in which words to speak of it."""

    rule: TallyRule
    severity: Severity
    left: tuple[Place, ...]
    operator: Operator
    right: tuple[Place, ...]
    is_yearly: bool
    at: Place
    left_text: str
    right_text: str


@cache
def between_comparisons() -> tuple[BetweenComparison, ...]:
    """Every comparison of B1–B5, those of 各窓口 and 直営 once for each form."""
    return tuple(
        _comparison(rule, relation, form_code)
        for rule in BETWEEN_RULES
        for relation in map(parse_relation, rule.relations)
        for form_code in GROUPS.get(relation.forms, ("",))
    )


def _comparison(rule: TallyRule, relation: Relation, form_code: str) -> BetweenComparison:
    left = tuple(_place(term, form_code) for term in relation.left)
    right = tuple(_place(term, form_code) for term in relation.right)
    return BetweenComparison(
        rule,
        relation.severity or rule.severity,
        left,
        relation.operator,
        right,
        relation.is_yearly,
        left[0] if right[0].is_register or relation.forms else right[0],
        _text(left),
        _text(right),
    )


def _place(term: Term, form_code: str) -> Place:
    return Place(term.sign, term.form or form_code, term.first, term.when is When.REGISTER)


def _text(side: tuple[Place, ...]) -> str:
    """障害の「他の3窓口」（B37）; 介護・子育ての「障害窓口」（F12）の計."""
    first = side[0]
    if first.is_register and first.code in HELD:
        return f"会議台帳の{HELD[first.code]}の開催回数"
    found = item(first.form, first.code)
    names = "・".join(form(place.form).name for place in side)
    label = f"「{found.label}」（{first.code}）"
    if first.is_register:
        return f"支援台帳から数えた{names}の{label}"
    subject = "つなぎ先" if found.group.endswith("つなぎ先") else ""
    return f"{names}の{subject}{label}{'の計' if len(side) > 1 else ''}"
