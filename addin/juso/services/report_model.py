"""A report as data: headings, paragraphs, tables, charts; Word and Excel are written from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import product


@dataclass(frozen=True, slots=True)
class Measure:
    """A number as printed: a rate, a mean, a change, or a count of which months are missing."""

    value: float
    digits: int = 0
    suffix: str = ""
    is_change: bool = False  # △5 for a decrease
    is_provisional: bool = False  # ※: some month has not been reported

    def __str__(self) -> str:
        sign = "△" if self.is_change and self.value < 0 else ""
        shown = abs(self.value) if sign else self.value
        mark = "※" if self.is_provisional else ""
        return f"{sign}{shown:,.{self.digits}f}{self.suffix}{mark}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign that stands where a number would: － … x 皆増; a word (A, 未設定) is centred."""

    text: str
    is_word: bool = False

    def __str__(self) -> str:
        return self.text


Cell = str | int | Measure | Mark


def show_cell(cell: Cell) -> str:
    """A cell as a reader sees it."""
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


@dataclass(frozen=True, slots=True)
class Head:
    """A heading cell over several columns or rows."""

    text: str
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class PlacedHead:
    """A heading cell and where it stands, both counted from 0."""

    row: int
    column: int
    head: Head


class LineKind(Enum):
    """How a line of a table stands out."""

    BODY = "body"
    TOTAL = "total"
    GROUP = "group"  # one label over the whole width


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table."""

    cells: tuple[Cell, ...]
    kind: LineKind = LineKind.BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; level 0 is a heading that stays out of the numbering."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of a list: ・…, or ①… where the text brings its own number."""

    text: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A box to write in by hand: 【手入力】 and what belongs there."""

    prompt: str
    lines: int = 4


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above and its notes below.

    Equal neighbours in the first `merged` columns are drawn as one cell; `widths` are
    relative, one for each column.
    """

    number: str
    caption: str
    header: tuple[tuple[str | Head, ...], ...]
    lines: tuple[Line, ...]
    widths: tuple[float, ...]
    unit: str = ""
    notes: tuple[str, ...] = ()
    merged: int = 0
    landscape: bool = False

    @property
    def heads(self) -> tuple[PlacedHead, ...]:
        """The heading cells; those hanging from above push the others aside."""
        covered: set[tuple[int, int]] = set()
        placed: list[PlacedHead] = []
        for row, line in enumerate(self.header):
            column = 0
            for found in line:
                while (row, column) in covered:
                    column += 1
                head = found if isinstance(found, Head) else Head(found)
                placed.append(PlacedHead(row, column, head))
                covered |= set(
                    product(range(row, row + head.down), range(column, column + head.across))
                )
        return tuple(placed)


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one line or bar; None is a gap."""

    name: str
    values: tuple[float | None, ...]


class ChartKind(Enum):
    """The charts in use."""

    LINE = "折れ線"
    COLUMN = "縦棒"
    STACKED_COLUMN = "積み上げ縦棒"
    BAR = "横棒"
    SHARE_BAR = "帯"  # each bar is 100 %


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its caption below; `alt` says in words what it shows."""

    number: str
    caption: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    unit: str = ""
    notes: tuple[str, ...] = ()
    landscape: bool = False
    height: float = 75  # mm


@dataclass(frozen=True, slots=True)
class Step:
    """One box of a flow."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Boxes joined by arrows, caption below."""

    number: str
    caption: str
    steps: tuple[Step, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts on a new page."""


Block = Heading | Paragraph | Bullet | Placeholder | Table | Chart | Flow | PageBreak


@dataclass(frozen=True, slots=True)
class Report:
    """The whole document: what the cover says, and the body."""

    title: str
    year_label: str  # 令和7年度
    edition: str
    made_on: date
    issuer: str
    blocks: tuple[Block, ...]
    attachments: tuple[Table, ...] = ()  # in the companion workbook only

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables in order."""
        return tuple(b for b in self.blocks if isinstance(b, Table))

    @property
    def charts(self) -> tuple[Chart, ...]:
        """All charts in order."""
        return tuple(b for b in self.blocks if isinstance(b, Chart))
