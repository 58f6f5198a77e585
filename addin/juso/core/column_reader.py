"""One column of a sheet: what its cells mean, each distinct value read once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from juso.core.cells import Choices, Problem, is_blank, reader
from juso.core.characters import HALF_KANA
from juso.core.sheet import Column, blank


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that is empty though required (`problem` None) or not plainly readable."""

    row_number: int
    column: Column
    raw: Any
    problem: Problem | None


class _Meanings(dict[Any, Any]):
    """What each distinct raw value of a column means; a new value is read when first met."""

    def __init__(self, column: Column, choices: Choices) -> None:
        super().__init__()
        self.read_cell = reader(column, choices)
        self.column = column
        self.troubled: dict[Any, Problem | None] = {}

    def __missing__(self, raw: Any) -> Any:
        reading = self.read_cell(raw)
        if reading.problem or (self.column.required and is_blank(raw)):
            self.troubled[raw] = reading.problem
        self[raw] = reading.value
        return reading.value


class ColumnReader:
    """Reads one column of a sheet, chunk by chunk; `problems` takes what is wrong."""

    def __init__(
        self, column: Column, choices: Choices, place: int | None, problems: list[CellProblem]
    ) -> None:
        self.column = column
        self.place = place
        self.problems = problems
        self.meanings = _Meanings(column, choices)
        self.is_free_text = column.kind is str and not (column.pattern or column.choices)
        self.fits = re.compile(f"(?:{column.pattern})?").fullmatch if column.pattern else None

    def read(
        self, raw: Sequence[Sequence[Any]], numbers: Sequence[int], *, is_odd: bool
    ) -> Sequence[Any]:
        """Typed values of a chunk; blank ones where the sheet has no such column.

        `is_odd` says that some free text of the chunk may not be taken as typed.
        """
        if self.place is None:
            return [blank(self.column)] * len(numbers)
        cells = raw[self.place]
        plain = None if is_odd and self.is_free_text else self._plain(cells)
        if plain is not None:
            return plain
        values = list(map(self.meanings.__getitem__, cells))
        troubled = self.meanings.troubled
        if troubled and not troubled.keys().isdisjoint(cells):
            self.problems += [
                CellProblem(number, self.column, value, troubled[value])
                for number, value in zip(numbers, cells, strict=True)
                if value in troubled
            ]
        return values

    def _plain(self, cells: Sequence[Any]) -> Sequence[Any] | None:
        """The cells that already are what they mean: text, fitting numbers, real dates."""
        kind = self.column.kind
        if kind in (date, datetime):
            return cells if set(map(type, cells)) == {kind} else None
        if not (self.is_free_text or self.fits):
            return None
        if set(map(type, cells)) != {str} or any(map(str.isspace, cells)):
            return None
        if not (all(map(self.fits, cells)) if self.fits else self._is_as_typed(cells)):
            return None
        if "" not in cells:
            return cells
        return None if self.column.required else [text or None for text in cells]

    def _is_as_typed(self, cells: Sequence[str]) -> bool:
        """Whether numbers that lead to other sheets, and readings of names, need no word."""
        if self.column.refers:
            numbers = "".join(cells)
            return (
                numbers.isascii()
                and numbers.isprintable()
                and numbers == numbers.upper()
                and " " not in numbers
            )
        return not (self.column.is_kana and HALF_KANA.search("".join(cells)))
