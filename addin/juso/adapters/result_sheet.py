"""What a sheet is declared with that buttons fill and clerks read, sometimes answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from juso.core.finding import Severity, column_letters

OPENING_ROW, HEADING_ROW, FIRST_ROW = 3, 5, 6  # the opening has two lines
OPENING_LINES = HEADING_ROW - OPENING_ROW
SYMBOLS = {Severity.ERROR: "●", Severity.WARNING: "▲", Severity.NOTE: "・"}


class Kind(Enum):
    """What the cells below a heading hold, and so how Excel must take what is written there."""

    TEXT = "text"  # stays text whatever it looks like: 001, =1+1
    SENTENCE = "sentence"  # as long as it likes; whoever writes it sees that it is no formula
    LINK = "link"
    DAY = "day"
    DAYS_OVER = "days over"  # below zero while there is time
    NUMBER = "number"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a result sheet."""

    label: str
    width: float
    kind: Kind = Kind.TEXT
    is_centred: bool = False
    prompt: str = ""  # shown where a clerk types; '' where only the product writes
    choices: tuple[str, ...] = ()  # what may be typed there
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Highlight:
    """Cells from one heading to another, shaded as a severity is where a condition holds.

    In the condition `{heading}` is that column's cell in the same row, `{}` the cell itself.
    """

    first: str
    last: str
    condition: str
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSheet:
    """One sheet: what it is, the sentence until it is filled, its columns; rows count from 1."""

    title: str
    button: str
    about: str
    empty: str
    fields: tuple[Field, ...]
    highlights: tuple[Highlight, ...]
    last_row: int  # filter and highlights reach down to it
    frozen: int = 0  # leading columns that stay in view
    identity: tuple[str, ...] = ()  # headings that tell the rows apart, so that answers stay

    @property
    def opening_row(self) -> int:
        return OPENING_ROW

    @property
    def first_row(self) -> int:
        return FIRST_ROW

    @property
    def width(self) -> int:
        return len(self.fields)

    @property
    def labels(self) -> list[str]:
        return [field.label for field in self.fields]

    @property
    def answers(self) -> tuple[Field, ...]:
        """The columns in which a clerk answers."""
        return tuple(field for field in self.fields if field.prompt)

    @property
    def shown(self) -> tuple[Field, ...]:
        """The columns a clerk sees; hidden ones stand behind them."""
        return tuple(field for field in self.fields if not field.is_hidden)

    def place(self, label: str) -> int:
        """0-based column of a heading; ValueError for none of this sheet."""
        return self.labels.index(label)

    def formula(self, highlight: Highlight) -> str:
        """A highlight's condition for its first cell, ready to be filled across and down."""
        parts = re.split(r"\{([^{}]*)\}", highlight.condition)
        own = f"{column_letters(self.place(highlight.first))}{FIRST_ROW}"
        parts[1::2] = [
            f"${column_letters(self.place(label))}{FIRST_ROW}" if label else own
            for label in parts[1::2]
        ]
        return "=" + "".join(parts)
