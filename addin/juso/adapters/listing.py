"""What fills a result sheet that clerks may answer, and what they answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_
from typing import Any, NamedTuple

from juso.adapters.result_sheet import ResultSheet
from juso.core.cells import fold, show
from juso.core.errors import JusoError

DEPTH = 20  # rows in which the headings are looked for


class Link(NamedTuple):
    """A cell of the register that a row of a listing leads to."""

    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of one result sheet: a cell for each of its fields, a Link where the field is one.

    `opening` are the texts of the two lines above the headings; `folder` is where the workbook
    of a closed office goes, below 出力.
    """

    sheet: ResultSheet
    rows: Sequence[Sequence[Any]]
    opening: Sequence[str]
    folder: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The rows of a listing in which a clerk has answered: heading -> text, in their order."""

    rows: tuple[Mapping[str, str], ...] = ()
    file: str = ""  # the workbook that was read; '' for the sheet of an open register
    unanswered: tuple[Mapping[str, str], ...] = ()  # the other rows


def answers_in(rows: Sequence[Sequence[Any]], sheet: ResultSheet, where: str) -> Answers:
    """The rows of a sheet, given from A1, by whether they are answered; headings in any order.

    JusoError, naming `where`, when a heading is missing.
    """
    wanted = {fold(label): label for label in sheet.labels}
    heads = [{fold(show(cell)): n for n, cell in enumerate(row)} for row in rows[:DEPTH]]
    head = max(heads, key=lambda found: len(wanted.keys() & found.keys()), default={})
    if missing := [label for key, label in wanted.items() if key not in head]:
        raise JusoError(
            f"{where} に見出し「{'」「'.join(missing)}」がありません。"
            f"リボンの［{sheet.button}］で作り直してから、もう一度書いてください。"
        )
    below = rows[heads.index(head) + 1 :]
    filled = list(_filled(below, {wanted[key]: head[key] for key in wanted}))
    answered = [any(cells[field.label] for field in sheet.answers) for cells in filled]
    return Answers(
        tuple(compress(filled, answered)),
        unanswered=tuple(compress(filled, map(not_, answered))),
    )


def _filled(
    rows: Sequence[Sequence[Any]], places: Mapping[str, int]
) -> Iterator[Mapping[str, str]]:
    for row in rows:
        cells = {label: show(row[n]).strip() if n < len(row) else "" for label, n in places.items()}
        if any(cells.values()):
            yield cells


def identity(cells: Mapping[str, Any], sheet: ResultSheet) -> tuple[str, ...]:
    """What tells a row of a sheet from the others, as it is read from a cell."""
    found = (cells[label] for label in sheet.identity)
    return tuple(show(c.cell if isinstance(c, Link) else c).strip() for c in found)


def with_answers(listing: Listing, former: Answers) -> list[list[Any]]:
    """The listing's rows; in those that were there before, what a clerk wrote, or took away."""
    sheet = listing.sheet
    before = {identity(cells, sheet): cells for cells in (*former.rows, *former.unanswered)}
    rows = [list(row) for row in listing.rows]
    for row in rows:
        if said := before.get(identity(dict(zip(sheet.labels, row, strict=True)), sheet)):
            for field in sheet.answers:
                row[sheet.place(field.label)] = said[field.label] or None
    return rows
