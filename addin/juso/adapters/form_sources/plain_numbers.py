"""Text of a table without types (CSV, HTML) to the numbers Excel would make of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

PLAIN = re.compile(r"-?(?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.\d{1,10})?")


def typed(text: str) -> Any:
    """A float for digits, one decimal point and thousands commas in their places; else the text.

    Digits behind a leading 0 stay text: an extension or a postal code is no number.
    """
    stripped = text.strip(" ")
    return float(stripped.replace(",", "")) if PLAIN.fullmatch(stripped) else text


def as_grid(rows: Iterable[Sequence[str]]) -> list[list[Any]]:
    """Typed rows, all of one width."""
    given = [list(map(typed, row)) for row in rows]
    width = max(map(len, given), default=0)
    return [[*row, *[""] * (width - len(row))] for row in given]
