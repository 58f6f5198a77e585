"""What a function's own code says: the names it uses, and the functions it calls."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import CodeType, FunctionType
from typing import Any

from juso.core.sheet import Row


@cache
def columns_named(check: Callable[..., Any], on: type[Row]) -> frozenset[str]:
    """Keys of a row's columns that a function, or one it gives the row to, looks at."""
    functions = reached(check, lambda helper: takes_row(helper, on))
    names = frozenset[str]().union(*(names_in(f.__code__) for f in functions))
    return frozenset(c.key for c in on.columns if c.key in names)


def reached(
    function: Any, follow: Callable[[FunctionType], bool], known: frozenset[Any] = frozenset()
) -> frozenset[Any]:
    """A function, and the functions it calls that are to be followed, on and on."""
    called = [function.__globals__.get(name) for name in names_in(function.__code__)]
    called += [cell.cell_contents for cell in function.__closure__ or ()]
    known |= {function}
    for helper in called:
        if isinstance(helper, FunctionType) and helper not in known and follow(helper):
            known = reached(helper, follow, known)
    return known


def names_in(code: CodeType) -> set[str]:
    """Attribute and global names used in a piece of code and in what is nested in it."""
    inner = (c for c in code.co_consts if isinstance(c, CodeType))
    return set(code.co_names).union(*map(names_in, inner))


def takes_row(function: FunctionType, on: type[Row]) -> bool:
    """Whether one of a function's arguments may be a row of this class."""
    hints = (getattr(hint, "__name__", str(hint)) for hint in function.__annotations__.values())
    names = (name.strip() for hint in hints for name in hint.split("|"))
    return any(name in (on.__name__, Row.__name__) for name in names)
