"""Tables of a document by their headings: columns in any order, merged cells, extra columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from juso.core.cells import fold
from juso.services.collecting.labels import Labels
from juso.services.collecting.minutes_text import Cell, Line

SEARCHED = 3  # rows in which headings are looked for


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row below the headings; a row merged into one cell has only `merged`."""

    cells: Mapping[str, str]  # label -> text
    merged: str = ""
    over: tuple[str, ...] = ()  # texts of cells that stand under no heading


@dataclass(frozen=True, slots=True)
class ListTable:
    """A table with headings; `labels` has '' for a column that is no label or one of two."""

    heading: Line
    labels: list[str]
    rows: list[TableRow]
    lacking: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)  # headings of other columns with texts

    def goes_on(self, table: Sequence[Line]) -> list[TableRow]:
        """The rows of a table that was cut off from this one; none where its cells do not fit."""
        if any(len(line) != len(self.heading) for line in table):
            return []
        return _rows(table, self.heading, self.labels)


def list_table(table: Sequence[Line], names: Labels, needed: Collection[str]) -> ListTable | None:
    """A table whose headings have the `needed` labels; None for another table."""
    for number, line in enumerate(table[:SEARCHED]):
        named = names.named([cell.text for cell in line])
        labels = [label if named.labels.count(label) == 1 else "" for label in named.labels]
        if set(needed) <= set(named.labels):
            rows = _rows(table[number + 1 :], line, labels)
            lacking = [label for label in names.words if label not in labels]
            ignored = [
                fold(head.text) or "見出しなし"
                for place, head in enumerate(line)
                if not named.labels[place] and _has_text(table[number + 1 :], line, place)
            ]
            return ListTable(line, labels, rows, lacking, named.notes, ignored)
    return None


def pairs(table: Sequence[Line], names: Labels) -> list[tuple[str, str]]:
    """Label and value side by side, the label in a row's first cell; two labels in a row as well."""
    found: list[tuple[str, list[str]]] = []
    for line in table:
        for place, cell in enumerate(line):
            if place and not (names.exact(cell.text) and place < len(line) - 1):
                found[-1][1].append(cell.text)
            else:
                found.append((cell.text, []))
    return [(label, "\n".join(values)) for label, values in found]


def _rows(body: Sequence[Line], heading: Line, labels: Sequence[str]) -> list[TableRow]:
    kept = (row for row in body if not _repeats(row, heading))
    return [_row(row, heading, labels) for row in kept if any(c.text.strip() for c in row)]


def _has_text(body: Sequence[Line], heading: Line, place: int) -> bool:
    plain = (row for row in body if len(row) == len(heading) and not _repeats(row, heading))
    return any(row[place].text.strip() for row in plain)


def _repeats(row: Line, heading: Line) -> bool:
    return [fold(c.text) for c in row] == [fold(c.text) for c in heading]


def _row(row: Line, heading: Line, labels: Sequence[str]) -> TableRow:
    if len(row) == 1:
        return TableRow({}, row[0].text)
    # With as many cells as headings, a border that was moved in this row changes the grid only.
    is_plain = len(row) == len(heading)
    cells = list(row) if is_plain else _by_grid(row, heading)
    texts = [cell.text if cell else "" for cell in cells]
    over = tuple(c.text for c in row if c.text.strip() and c not in cells)
    found = {label: text for label, text in zip(labels, texts, strict=True) if label}
    return TableRow(found, over=over)


def _by_grid(row: Line, heading: Line) -> list[Cell | None]:
    """The cell under each heading; a cell over several columns belongs to the first of them."""
    cells: list[Cell | None] = []
    for head in heading:
        found = next((c for c in row if _covers(c, head) and c not in cells), None)
        cells.append(found)
    return cells


def _covers(cell: Cell, head: Cell) -> bool:
    return cell.column < head.column + head.width and head.column < cell.column + cell.width
