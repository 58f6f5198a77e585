"""Cell value to typed value: the one place that decides what a clerk's typing means.

Nothing is guessed: what is not exactly readable becomes a `Problem`, what was read in
another spelling than typed is said so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from juso.core.choice_list import Choices
from juso.core.codelist import CodeList
from juso.core.read_choice import choice_reader
from juso.core.read_date import EPOCH, date_reader, datetime_reader
from juso.core.read_number import number_reader
from juso.core.read_text import text_reader
from juso.core.read_time import time_reader
from juso.core.read_yes import YES, read_yes
from juso.core.reading import (
    Broken,
    Problem,
    Reading,
    Trouble,
    broken,
    fold,
    is_blank,
    show,
)
from juso.core.sheet import Column, blank

__all__ = [
    "EPOCH",
    "YES",
    "Broken",
    "Choices",
    "Problem",
    "Reading",
    "Trouble",
    "fold",
    "is_blank",
    "reader",
    "show",
    "to_cell",
]

Reader = Callable[[Any], Reading]
READERS: dict[type, Callable[[Column], Reader]] = {
    date: date_reader,
    datetime: datetime_reader,
    time: time_reader,
    int: number_reader,
    float: number_reader,
    bool: lambda _: read_yes,
    str: text_reader,
}


def reader(column: Column, choices: Choices = ()) -> Reader:
    """The function that reads one cell of `column`.

    `choices` are those of an open list, or every name by which one of them is called.
    """
    if column.is_code or column.many or (column.choices and choices):
        read = choice_reader(column, choices)
    else:
        read = READERS[column.kind](column)
    nothing = blank(column)

    def read_cell(raw: Any) -> Reading:
        if is_blank(raw):
            return Reading(nothing)
        refused = isinstance(raw, str) and broken(raw, nothing, required=column.required)
        return refused or read(raw)

    return read_cell


def to_cell(value: Any) -> Any:
    """The inverse: what the product writes into a cell for a typed value."""
    if value is None or value is False or value == ():
        return None
    if value is True:
        return "○"
    if isinstance(value, tuple):
        return "、".join(str(part) for part in value)
    return str(value) if isinstance(value, CodeList) else value
