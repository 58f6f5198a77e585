"""Rules: one short generator function each, with id, severity and the text that demands it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import signature
from types import CodeType, ModuleType
from typing import Any, TypeVar

from juso.core.finding import Severity
from juso.core.sheet import Row

Check = Callable[..., Iterator["Remark"]]
R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says about one cell of the row it looked at.

    `column` is the field's name, '' for the row as a whole; `severity` only where a rule
    has two grades.
    """

    column: str
    message: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; its statement is the docstring of its check."""

    id: str
    severity: Severity
    basis: str
    tag: str  # number in the rule table of the city's reference, e.g. V-C11
    row_type: type[Row]
    check: Check
    alone: bool  # looks at its own row only
    reads: frozenset[str]  # columns of its row that it looks at

    @property
    def statement(self) -> str:
        return (self.check.__doc__ or "").strip()


def rule(
    id: str, severity: Severity, *, on: type[Row], basis: str, tag: str = ""
) -> Callable[[Check], Rule]:
    """Declare a check of one row: `check(row)` or, to look at other sheets, `check(row, book)`."""

    def declare(check: Check) -> Rule:
        names = _names(check.__code__)
        reads = frozenset(c.key for c in on.columns if c.key in names)
        alone = len(signature(check).parameters) == 1
        return Rule(id, severity, basis, tag, on, check, alone, reads)

    return declare


def _names(code: CodeType) -> set[str]:
    """Attribute names used in a function and in what is nested in it."""
    inner = (c for c in code.co_consts if isinstance(c, CodeType))
    return set(code.co_names).union(*map(_names, inner))


def rules_in(*modules: ModuleType) -> tuple[Rule, ...]:
    """The rules of the modules in the order they are written; an id twice is a ValueError."""
    rules = tuple(r for m in modules for r in vars(m).values() if isinstance(r, Rule))
    ids = [r.id for r in rules]
    if doubled := {i for i in ids if ids.count(i) > 1}:
        raise ValueError(f"rule id used twice: {doubled}")
    return rules


def apply_rule(
    rule: Rule, rows: Iterable[R], book: Any, gaps: dict[int, frozenset[str]]
) -> Iterator[tuple[R, Remark]]:
    """Every remark of one rule.

    `gaps` maps a row number to its required but empty or unreadable columns; a rule is not
    asked about a row where a column it reads is among them (that cell has its own finding).
    """
    check, reads = rule.check, rule.reads
    if gaps:
        rows = [r for r in rows if not (reads & gaps.get(r.row_number, frozenset()))]
    for row in rows:
        for remark in check(row) if rule.alone else check(row, book):
            yield row, remark
