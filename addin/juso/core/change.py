"""Changes to the register: what a command proposes to write, as values any door can carry out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from juso.core.sheet import Row


@dataclass(frozen=True, slots=True)
class Change:
    """A row to add (`row_number` 0), or cells to change in one row of the register."""

    row_type: type[Row]
    row_number: int
    key: str  # the row's number, for messages
    cells: Mapping[str, tuple[Any, Any]]  # column key -> old and new typed value

    @property
    def is_new(self) -> bool:
        return self.row_number == 0
