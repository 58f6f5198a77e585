"""What every kind of file gives: sheets as rows, and what only looks empty on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from juso.adapters.hidden_cells import Place
from juso.core.finding import Severity

Grid = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of the kind of a file under FORM-020."""

    message: str
    severity: Severity = Severity.WARNING
    inner: str = ""  # the file in a zip that was read


class Source(Protocol):
    """One opened file."""

    told: Sequence[Told]

    @property
    def names(self) -> Sequence[str]:
        """Its sheets, called as Excel calls them when it opens the file."""

    @property
    def concealed(self) -> Collection[str]:
        """Those that Excel does not show."""

    @property
    def suffixes(self) -> Collection[str]:
        """How such a file may be called without a word about it."""

    @property
    def is_one_sheet(self) -> bool:
        """Whether 表紙 and 月次 stand on the same one."""

    def rows(self, name: str) -> Grid:
        """A sheet row by row from A1, all rows of one width; JusoError where it is damaged."""

    def faults(self, name: str, seeming: Collection[Place]) -> Mapping[Place, str]:
        """Error values, uncalculated formulas and covered cells among those that seem empty."""

    def out_of_sight(self, name: str) -> OutOfSight:
        """Rows and columns of a sheet that Excel does not show."""

    def asides(self, name: str) -> Sequence[str]:
        """Comments and shapes of a sheet, counted in words; none of the form's own notes."""


@dataclass(frozen=True, slots=True)
class OutOfSight:
    """Excel rows and 0-based columns that are hidden; `filtered` where a filter hides rows."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    filtered: bool = False


NOTHING_HIDDEN = OutOfSight()
