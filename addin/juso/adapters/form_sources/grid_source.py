"""A file that is one table only: 表紙 and 月次 are looked for on the same sheet."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from juso.adapters.form_sources.source import NOTHING_HIDDEN, Grid, OutOfSight, Told
from juso.adapters.hidden_cells import Place
from juso.adapters.laid_open import MERGED

LONGEST_NAME = 31  # characters of a sheet's name in Excel


class GridSource:
    """One sheet, called like the file, as Excel calls it when it opens such a file."""

    concealed: Collection[str] = ()
    suffixes: Collection[str] = ()
    is_one_sheet = True

    def __init__(
        self,
        name: str,
        grid: Grid,
        told: Sequence[Told],
        covered: Collection[Place] = (),
        hidden: OutOfSight = NOTHING_HIDDEN,
    ) -> None:
        self.told: Sequence[Told] = told
        self.names = [name[:LONGEST_NAME]]
        self._grid, self._covered, self._hidden = grid, covered, hidden

    def rows(self, name: str) -> Grid:  # noqa: ARG002 - there is only one
        return self._grid

    def faults(self, name: str, seeming: Collection[Place]) -> Mapping[Place, str]:  # noqa: ARG002 - there is only one
        return {place: MERGED for place in seeming if place in self._covered}

    def out_of_sight(self, name: str) -> OutOfSight:  # noqa: ARG002 - there is only one
        return self._hidden

    def asides(self, name: str) -> Sequence[str]:  # noqa: ARG002 - there are none
        return ()
