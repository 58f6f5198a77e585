"""取込票: changes of the register on paper, old and new side by side, with rows ready to paste."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from juso.adapters.cell_links import CellLinks
from juso.adapters.changes_page import TABLE, Line, Page
from juso.adapters.changes_rows import PASTE, paste_sheet, write_new_rows
from juso.adapters.register_file import RegisterFile
from juso.adapters.styles import (
    BLUE,
    LIGHT,
    PALE,
    YELLOW,
    FittingSheet,
    Styles,
    new_workbook,
)
from juso.core.change import Change
from juso.core.finding import address

SHEET = "取込票"
WRITTEN = "書き換える行　{}行"
ADDED = f"新しい行　{{}}行　（シート「{PASTE}…」から、行ごとまとめて貼り付けられます）"
DECIDE = (
    "決めてから入力するもの　{}件　（どちらが正しいかを確かめ、そのままでよければ入力しません）"
)
NOTHING = "変更はありません。"
LISTED = 100  # cells of new rows: where there are more, each row is one line
FROM = "シート「{sheet}」から貼り付けます。"

Placed = tuple[int, Change]  # Excel row (0 where none is given) and what happens there


def write_changes(
    path: Path,
    changes: Sequence[Change],
    loaded: RegisterFile,
    undecided: Sequence[Change] = (),
    title: str = SHEET,
) -> None:
    """Write 取込票 for the register `loaded`; links lead from `path`'s folder to its cells.

    `undecided` are listed apart: a person chooses which of two values stands.
    """
    placed = _placed(changes, loaded)
    new = [(number, change) for number, change in placed if change.is_new]
    book = new_workbook(path, title)
    styles = Styles(book)
    link_to = partial(CellLinks(path, loaded.path).to, loaded.path.name)
    page = Page(book.add_worksheet(SHEET, FittingSheet), styles, link_to)
    page.open(title, loaded.path.name)
    row = TABLE + 1
    for text, fill, found in (
        (WRITTEN, PALE, [pair for pair in placed if not pair[1].is_new]),
        (ADDED, BLUE, new),
        (DECIDE, YELLOW, [(change.row_number, change) for change in undecided]),
    ):
        if found:
            page.band(row, text.format(len(found)), fill)
            in_short = found is new and sum(len(c.cells) for _, c in new) > LISTED
            lines = _whole_rows(found, loaded) if in_short else _lines(found, loaded)
            row = page.lines(row + 1, lines)
    if row == TABLE + 1:
        page.band(row, NOTHING, LIGHT)
    for _, group in groupby(new, key=lambda pair: pair[1].row_type.sheet):
        write_new_rows(book, styles, list(group), loaded)
    book.close()


def _placed(changes: Sequence[Change], loaded: RegisterFile) -> list[Placed]:
    """Every change with its row; new ones below the last row of their sheet, in their order."""
    before: Counter[Any] = Counter()
    placed = []
    for change in changes:
        number = change.row_number
        if change.is_new:
            before[change.row_type] += 1
            table = loaded.register.tables.get(change.row_type)
            first = table.next_row if table else 2
            number = first + before[change.row_type] - 1
        placed.append((number, change))
    return placed


def _lines(placed: Sequence[Placed], loaded: RegisterFile) -> list[Line]:
    return [line for number, change in placed for line in _cells(number, change, loaded)]


def _whole_rows(placed: Sequence[Placed], loaded: RegisterFile) -> list[Line]:
    """One line for each new row, at the first of its cells."""
    return [
        replace(first, column=None, new=FROM.format(sheet=paste_sheet(change.row_type)))
        for number, change in placed
        for first in islice(_cells(number, change, loaded), 1)
    ]


def _cells(number: int, change: Change, loaded: RegisterFile) -> Iterator[Line]:
    """The cells of one change in the order of the sheet's columns."""
    table = loaded.register.tables.get(change.row_type)
    positions = table.positions if table else {}
    kept = [c for c in change.row_type.columns if c.key in change.cells and not c.computed]
    for column in kept:
        place = positions.get(column.key)
        cell = address(number, place) if number and place is not None else ""
        old, new = change.cells[column.key]
        yield Line(change.row_type.sheet, cell, change.key, column, old, new, column is kept[0])
