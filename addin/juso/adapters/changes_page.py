"""The first sheet of a 取込票: a line for each cell of the register, to be ticked off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from juso.adapters.register_columns import cell_format
from juso.adapters.styles import HEAD, LIGHT, Styles, lines_in, put, row_height, set_page
from juso.core.cells import show, to_cell
from juso.core.sheet import Column

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
WHOLE = "（行全体）"


@dataclass(frozen=True, slots=True)
class Line:
    """One cell of the register with its old and new value."""

    sheet: str
    cell: str
    key: str
    column: Column | None  # None where a whole row is meant
    old: Any
    new: Any
    is_first: bool  # of its row

    @property
    def texts(self) -> tuple[str, ...]:
        values = (show(to_cell(value)) for value in (self.old, self.new))
        label = self.column.label if self.column else WHOLE
        return ("□", self.sheet, self.cell, self.key, label, *values)


@dataclass(frozen=True, slots=True)
class Page:
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

    def lines(self, first: int, lines: Sequence[Line]) -> int:
        """Cells one below the other; the row after them."""
        for row, line in enumerate(lines, start=first):
            self.line(row, line)
        return first + len(lines)

    def line(self, row: int, line: Line) -> None:
        """One cell of the register, to be ticked off."""
        texts = line.texts
        frame = {"border": 1, "top": 2 if line.is_first else 1}
        self.sheet.write_string(row, 0, texts[0], self.styles(**frame, align="center"))
        for place in range(1, OLD):
            put(self.sheet, row, place, texts[place] or None, self.styles(**frame))
        if url := self.link_to(line.sheet, line.cell):
            blue = self.styles(**frame, font_color="#0563C1", underline=1)
            self.sheet.write_url(row, CELL, url, blue, line.cell, "台帳のこのセルを開きます")
        look = cell_format(line.column) if line.column else {}
        shape = {k: v for k, v in look.items() if k == "num_format"}
        shape |= {**frame, "align": "left"}
        is_no_day = isinstance(line.new, date) and not isinstance(line.old, date)
        old = show(line.old) or None if is_no_day else line.old  # 45748 would look like the day
        put(self.sheet, row, OLD, old, self.styles(**shape, bg_color=LIGHT))
        put(self.sheet, row, NEW, line.new, self.styles(**shape, bold=True))
        self.sheet.set_row(row, row_height(max(map(lines_in, texts, WIDTHS))))
