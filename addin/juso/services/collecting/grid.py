"""Tables of a document by their headings: columns in any order, merged cells, extra columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from juso.core.cells import fold
from juso.services.collecting.minutes_text import Cell, Line

SEARCHED = 3  # rows in which headings are looked for


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row below the headings; a row merged into one cell has only `merged`."""

    cells: Mapping[str, str]  # label -> text
    merged: str = ""


def rows_below(
    table: Sequence[Line], names: Mapping[str, str], needed: Collection[str]
) -> list[TableRow] | None:
    """The rows under the headings `names` (folded heading -> label); None for another table."""
    for number, line in enumerate(table[:SEARCHED]):
        heads = [names.get(fold(cell.text), "") for cell in line]
        if set(needed) <= set(heads):
            body = (row for row in table[number + 1 :] if not _repeats(row, line))
            return [_row(row, line, heads) for row in body if any(c.text.strip() for c in row)]
    return None


def facts(table: Sequence[Line], labels: Mapping[str, str]) -> dict[str, str]:
    """Label and value side by side, the label in a row's first cell."""
    return {
        labels[fold(line[0].text)]: "\n".join(cell.text for cell in line[1:])
        for line in table
        if len(line) > 1 and fold(line[0].text) in labels
    }


def _repeats(row: Line, heading: Line) -> bool:
    return [fold(c.text) for c in row] == [fold(c.text) for c in heading]


def _row(row: Line, heading: Line, labels: Sequence[str]) -> TableRow:
    if len(row) == 1:
        return TableRow({}, row[0].text)
    # With as many cells as headings, a border that was moved in this row changes the grid only.
    is_plain = len(row) == len(heading)
    texts = [cell.text for cell in row] if is_plain else _by_grid(row, heading)
    return TableRow({label: text for label, text in zip(labels, texts, strict=True) if label})


def _by_grid(row: Line, heading: Line) -> list[str]:
    """The text under each heading; a cell over several columns belongs to the first of them."""
    texts, used = [], set()
    for head in heading:
        found = next((c for c in row if _covers(c, head) and c.column not in used), None)
        texts.append(found.text if found else "")
        if found:
            used.add(found.column)
    return texts


def _covers(cell: Cell, head: Cell) -> bool:
    return cell.column < head.column + head.width and head.column < cell.column + cell.width
