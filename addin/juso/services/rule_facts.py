"""What a rule's own code says of it: the columns it looks at, the settings it goes by, its grades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import CodeType, FunctionType
from typing import Any

from juso.core.finding import Severity
from juso.core.rule import Rule
from juso.core.rule_code import names_in, reached, takes_row
from juso.koshu.settings import THRESHOLDS, Threshold

GRADE = "grade"  # of a meeting's stage: 要確認, then 要修正


def columns_seen(rule: Rule) -> tuple[str, ...]:
    """Headings of the columns of its row that a rule looks at or speaks of, in sheet order."""
    functions = reached(rule.check, lambda helper: takes_row(helper, rule.row_type))
    found = rule.reads.union(*map(_texts, functions))
    return tuple(c.label for c in rule.row_type.columns if c.key in found and not c.computed)


def settings_asked(rule: Rule) -> tuple[Threshold, ...]:
    """The numbers of the 設定 sheet that a rule or what it calls goes by."""
    found = frozenset[str]().union(*map(_texts, reached(rule.check, _is_ours)))
    return tuple(threshold for threshold in THRESHOLDS if threshold.key in found)


def grades(rule: Rule) -> tuple[Severity, ...]:
    """The severity of a rule, then those it may have instead."""
    named = set().union(*(names_in(f.__code__) for f in reached(rule.check, _is_remarking)))
    others = {severity for severity in Severity if severity.name in named}
    if GRADE in named:
        others |= {Severity.ERROR, Severity.WARNING}
    return rule.severity, *(s for s in Severity if s in others and s is not rule.severity)


def _is_ours(function: FunctionType) -> bool:
    return function.__module__.startswith("juso.koshu")


def _is_remarking(function: FunctionType) -> bool:
    return "Remark" in str(function.__annotations__.get("return"))


def _texts(function: Any) -> frozenset[str]:
    """Texts in a function's code and in the constants of its module that it names."""
    constants = (function.__globals__.get(name) for name in names_in(function.__code__))
    return frozenset((*_in_code(function.__code__), *(t for c in constants for t in _within(c))))


def _in_code(code: CodeType) -> Iterator[str]:
    for constant in code.co_consts:
        yield from _in_code(constant) if isinstance(constant, CodeType) else _within(constant)


def _within(value: Any) -> Iterator[str]:
    """The texts in a constant, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _within(tuple(value.values()))
    elif isinstance(value, tuple | frozenset):
        for part in value:
            yield from _within(part)
