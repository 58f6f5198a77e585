"""Which cells of a row a rule looks at, found by letting it look."""

from __future__ import annotations

from types import FunctionType, MethodType
from typing import Any

from juso.core.rule import Rule
from juso.core.sheet import Column, Row


class _WatchedRow:
    """Stands in for a row; what is asked of it, also through its properties, is noted."""

    __slots__ = ("_row", "_seen")

    def __init__(self, row: Row, seen: set[str]) -> None:
        self._row = row
        self._seen = seen

    def __getattr__(self, name: str) -> Any:
        declared = getattr(type(self._row), name)
        if isinstance(declared, property) and declared.fget:
            return declared.fget(self)
        if isinstance(declared, FunctionType):
            return MethodType(declared, self)
        self._seen.add(name)
        return getattr(self._row, name)


def columns_read(rule: Rule, row: Row, book: Any) -> tuple[Column, ...]:
    """The columns of `row` on which the remarks of `rule` rest, in the order of the sheet.

    `Rule.reads` is wider (branches not taken) and narrower (names the code computes).
    """
    if rule.is_of_sheet:
        return ()
    seen: set[str] = set()
    watched = _WatchedRow(row, seen)
    list(rule.check(watched) if rule.alone else rule.check(watched, book))
    return tuple(column for column in rule.row_type.columns if column.key in seen)
