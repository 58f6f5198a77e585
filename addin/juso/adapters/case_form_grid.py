"""A page of boxes on a grid: merged cells whose edges agree with their neighbours' edges.

Where two boxes meet, Excel draws whichever edge it reads last: a thick frame stays whole only
if both say so. Boxes are therefore collected and drawn together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from xlsxwriter.worksheet import Worksheet

from juso.adapters.styles import Styles, put

THIN, THICK = 1, 5
DARK = "#404040"
PAGE = 740.0  # points of height on a sheet of A4 between the margins, a little left over

Edge = tuple[bool, int, int]  # horizontal or not; the row and column it begins at


@dataclass(frozen=True, slots=True)
class Box:
    """One cell or merged cells of the grid, 0-based, its last row and column included."""

    row: int
    first: int
    last_row: int
    last: int
    value: Any
    look: dict[str, Any]
    frame: int = THIN  # 0 for none

    def edges(self) -> Iterator[Edge]:
        """The edges around it, one grid cell long each."""
        for column in range(self.first, self.last + 1):
            yield True, self.row, column
            yield True, self.last_row + 1, column
        for row in range(self.row, self.last_row + 1):
            yield False, row, self.first
            yield False, row, self.last + 1


@dataclass(slots=True)
class Grid:
    """Collects boxes from top to bottom and breaks pages between blocks of rows."""

    sheet: Worksheet
    styles: Styles
    row: int = 0
    boxes: list[Box] = field(default_factory=list)
    blocks: list[tuple[int, float]] = field(default_factory=list)  # first row, height in points

    def box(  # noqa: PLR0913, PLR0917 - a place, what stands there, how it looks
        self,
        first: int,
        span: int,
        value: Any,
        look: dict[str, Any],
        frame: int = THIN,
        down: int = 1,
    ) -> None:
        """A box of the current row that is `span` columns wide and `down` rows high."""
        self.boxes.append(
            Box(self.row, first, self.row + down - 1, first + span - 1, value, look, frame)
        )

    def end_row(self, height: float, *, is_block: bool = False) -> None:
        """Go to the next row; where `is_block`, a page may begin with the row that ends."""
        self.sheet.set_row(self.row, height)
        if is_block or not self.blocks:
            self.blocks.append((self.row, 0.0))
        start, so_far = self.blocks[-1]
        self.blocks[-1] = start, so_far + height
        self.row += 1

    def draw(self) -> None:
        """Write all boxes and the page breaks."""
        edges: dict[Edge, int] = {}
        for box in self.boxes:
            for edge in box.edges():
                edges[edge] = max(edges.get(edge, 0), box.frame)
        for box in self.boxes:
            self._draw(box, edges)
        self.sheet.set_h_pagebreaks(list(self._breaks()))

    def _draw(self, box: Box, edges: dict[Edge, int]) -> None:
        if (box.row, box.first) != (box.last_row, box.last):
            plain = self.styles(**box.look)
            self.sheet.merge_range(box.row, box.first, box.last_row, box.last, "", plain)
        rows, columns = range(box.row, box.last_row + 1), range(box.first, box.last + 1)
        for row, column in product(rows, columns):
            ends = {
                "top": (row == box.row, (True, row, column)),
                "bottom": (row == box.last_row, (True, row + 1, column)),
                "left": (column == box.first, (False, row, column)),
                "right": (column == box.last, (False, row, column + 1)),
            }
            widths = {side: edges[edge] for side, (is_end, edge) in ends.items() if is_end}
            lines = {side: width for side, width in widths.items() if width}
            colours = {f"{side}_color": DARK for side in lines}
            value = box.value if (row, column) == (box.row, box.first) else None
            put(self.sheet, row, column, value, self.styles(**box.look, **lines, **colours))

    def _breaks(self) -> Iterator[int]:
        filled = 0.0
        for row, height in self.blocks:
            if filled and filled + height > PAGE:
                yield row
                filled = 0.0
            filled += height
