"""取込票: changes of the register on paper, old and new side by side, with rows ready to paste."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from xlsxwriter.worksheet import Worksheet

from juso.adapters.cell_links import CellLinks
from juso.adapters.changes_rows import PASTE, write_new_rows
from juso.adapters.register_columns import cell_format
from juso.adapters.register_file import RegisterFile
from juso.adapters.styles import (
    BLUE,
    HEAD,
    LIGHT,
    PALE,
    YELLOW,
    FittingSheet,
    Styles,
    lines_in,
    new_workbook,
    put,
    row_height,
    set_page,
)
from juso.core.cells import show, to_cell
from juso.core.change import Change
from juso.core.finding import address
from juso.core.sheet import Column

SHEET = "取込票"
HEADINGS = (
    ("済", 5),
    ("シート", 13),
    ("セル", 8),
    ("番号", 17),
    ("列", 17),
    ("今の値", 36),
    ("新しい値", 44),
)
WIDTHS = tuple(width for _, width in HEADINGS)
CELL, OLD, NEW = 2, 5, 6
TABLE = 2  # row of the table's heading, 0-based
HOW = (
    "台帳のセルを開いて「新しい値」を入力し、済んだら□に印を付けます。"
    "写して貼るときは「形式を選択して貼り付け」の「値」を選びます。"
)
WRITTEN = "書き換える行　{}行"
ADDED = f"新しい行　{{}}行　（シート「{PASTE}…」から、行ごとまとめて貼り付けられます）"
DECIDE = (
    "決めてから入力するもの　{}件　（どちらが正しいかを確かめ、そのままでよければ入力しません）"
)
NOTHING = "変更はありません。"

Placed = tuple[int, Change]  # Excel row (0 where none is given) and what happens there


@dataclass(frozen=True, slots=True)
class _Line:
    """One cell of the register with its old and new value."""

    sheet: str
    cell: str
    key: str
    column: Column
    old: Any
    new: Any
    is_first: bool  # of its row

    @property
    def texts(self) -> tuple[str, ...]:
        values = (show(to_cell(value)) for value in (self.old, self.new))
        return ("□", self.sheet, self.cell, self.key, self.column.label, *values)


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
    page = _Page(book.add_worksheet(SHEET, FittingSheet), styles, link_to)
    page.open(title, loaded.path.name)
    row = TABLE + 1
    for text, fill, found in (
        (WRITTEN, PALE, [pair for pair in placed if not pair[1].is_new]),
        (ADDED, BLUE, new),
        (DECIDE, YELLOW, [(change.row_number, change) for change in undecided]),
    ):
        if found:
            page.band(row, text.format(len(found)), fill)
            row = page.lines(row + 1, _lines(found, loaded))
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


def _lines(placed: Sequence[Placed], loaded: RegisterFile) -> list[_Line]:
    return [line for number, change in placed for line in _cells(number, change, loaded)]


def _cells(number: int, change: Change, loaded: RegisterFile) -> Iterator[_Line]:
    """The cells of one change in the order of the sheet's columns."""
    table = loaded.register.tables.get(change.row_type)
    positions = table.positions if table else {}
    kept = [c for c in change.row_type.columns if c.key in change.cells and not c.computed]
    for column in kept:
        place = positions.get(column.key)
        cell = address(number, place) if number and place is not None else ""
        old, new = change.cells[column.key]
        yield _Line(change.row_type.sheet, cell, change.key, column, old, new, column is kept[0])


@dataclass(frozen=True, slots=True)
class _Page:
    """The sheet being written."""

    sheet: Worksheet
    styles: Styles
    link_to: Callable[[str, str], str]

    def open(self, title: str, register: str) -> None:
        """Widths, title, headings and the set-up of the printed page."""
        for place, width in enumerate(WIDTHS):
            self.sheet.set_column(place, place, width)
        text = f"{title}　（{register} に入力するもの）"
        self.sheet.write_string(0, 0, text, self.styles(bold=True, font_size=14, text_wrap=False))
        self.sheet.set_row(0, 24)
        self.sheet.write_string(1, 0, HOW, self.styles(text_wrap=False))
        self.sheet.write_row(TABLE, 0, [name for name, _ in HEADINGS], self.styles(**HEAD))
        self.sheet.set_row(TABLE, 20)
        self.sheet.freeze_panes(TABLE + 1, 0)
        set_page(self.sheet, title)
        self.sheet.repeat_rows(TABLE)
        self.sheet.fit_to_pages(1, 0)

    def band(self, row: int, text: str, fill: str) -> None:
        """A coloured line above the cells of one kind."""
        style = self.styles(bold=True, border=1, bg_color=fill, text_wrap=False)
        self.sheet.merge_range(row, 0, row, len(HEADINGS) - 1, text, style)
        self.sheet.set_row(row, 20)

    def lines(self, first: int, lines: Sequence[_Line]) -> int:
        """Cells one below the other; the row after them."""
        for row, line in enumerate(lines, start=first):
            self.line(row, line)
        return first + len(lines)

    def line(self, row: int, line: _Line) -> None:
        """One cell of the register, to be ticked off."""
        texts = line.texts
        frame = {"border": 1, "top": 2 if line.is_first else 1}
        self.sheet.write_string(row, 0, texts[0], self.styles(**frame, align="center"))
        for place in range(1, OLD):
            put(self.sheet, row, place, texts[place] or None, self.styles(**frame))
        if url := self.link_to(line.sheet, line.cell):
            blue = self.styles(**frame, font_color="#0563C1", underline=1)
            self.sheet.write_url(row, CELL, url, blue, line.cell, "台帳のこのセルを開きます")
        shape = {k: v for k, v in cell_format(line.column).items() if k == "num_format"}
        shape |= {**frame, "align": "left"}
        put(self.sheet, row, OLD, line.old, self.styles(**shape, bg_color=LIGHT))
        put(self.sheet, row, NEW, line.new, self.styles(**shape, bold=True))
        self.sheet.set_row(row, row_height(max(map(lines_in, texts, WIDTHS))))
