"""Rules: one short generator function each, with id, severity and the text that demands it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import signature
from types import ModuleType
from typing import Any, Protocol, TypeVar, cast

from juso.core.finding import Severity
from juso.core.rule_code import columns_named
from juso.core.sheet import Row

Check = Callable[..., Iterator["Remark"]]
Among = Callable[[Any], Iterable[Row]]
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


class RuleLike(Protocol):
    """What is said of any rule, whatever it looks at."""

    @property
    def id(self) -> str: ...
    @property
    def tag(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def statement(self) -> str: ...
    @property
    def basis(self) -> str: ...


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
    is_of_sheet: bool = False  # about the sheet as a whole, no single row
    among: Among | None = None  # picks the rows to ask about, where that is quicker than asking

    @property
    def statement(self) -> str:
        return (self.check.__doc__ or "").strip()

    @property
    def reads(self) -> frozenset[str]:
        """Columns of its row that it looks at, as its code says."""
        return columns_named(self.check, self.row_type)


def sheet_rule(
    id: str, severity: Severity, *, on: type[Row], basis: str, tag: str = ""
) -> Callable[[Check], Rule]:
    """Declare a check of a sheet as a whole: `check(book)`, what it says is about no single row."""

    def declare(check: Check) -> Rule:
        return Rule(id, severity, basis, tag, on, check, False, is_of_sheet=True)

    return declare


def rule(  # noqa: PLR0913 - the facts of a rule
    id: str,
    severity: Severity,
    *,
    on: type[Row],
    basis: str,
    tag: str = "",
    among: Among | None = None,
) -> Callable[[Check], Rule]:
    """Declare a check of one row: `check(row)` or, to look at other sheets, `check(row, book)`.

    On a sheet of very many rows `among(book)` leaves out those that cannot be at fault.
    """

    def declare(check: Check) -> Rule:
        alone = len(signature(check).parameters) == 1
        return Rule(id, severity, basis, tag, on, check, alone, among=among)

    return declare


def rules_in(*modules: ModuleType) -> tuple[Rule, ...]:
    """The rules of the modules in the order they are written.

    One that concerns two sheets has a check of each; an id twice on a sheet is a ValueError.
    """
    rules = tuple(r for m in modules for r in vars(m).values() if isinstance(r, Rule))
    ids = [(r.id, r.row_type.sheet) for r in rules]
    if doubled := {i for i in ids if ids.count(i) > 1}:
        raise ValueError(f"rule id used twice: {doubled}")
    return rules


def apply_rule(
    rule: Rule, rows: Iterable[R], book: Any, gaps: dict[int, frozenset[str]]
) -> Iterator[tuple[R | None, Remark]]:
    """Every remark of one rule with its row, None where it is about the sheet as a whole.

    `gaps` maps a row number to its required but empty or unreadable columns; a rule is not
    asked about a row where a column it reads is among them (that cell has its own finding).
    """
    check = rule.check
    if rule.is_of_sheet:
        yield from ((None, remark) for remark in check(book))
        return
    if rule.among:
        rows = cast(Iterable[R], rule.among(book))
    if gaps:
        reads = rule.reads
        rows = [r for r in rows if not (reads & gaps.get(r.row_number, frozenset()))]
    for row in rows:
        for remark in check(row) if rule.alone else check(row, book):
            yield row, remark
