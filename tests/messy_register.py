"""Cells of 相談受付簿 as hurried people leave them, and what they should say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from openpyxl.styles import Protection

from juso.core.finding import address
from juso.core.sheet import column_index
from juso.koshu.codes import Attribute, Window
from juso.koshu.sheets import Case


class Mess(NamedTuple):
    """A cell: what is typed, in which number format, and what is meant."""

    row: int
    key: str
    typed: Any
    number_format: str
    meant: Any

    @property
    def place(self) -> int:
        """The cell's Excel column, from 1."""
        return column_index(Case, self.key) + 1

    @property
    def cell(self) -> str:
        return address(self.row, self.place - 1)


MESSES = (
    Mess(2, "received_on", "R7.4.1", "@", date(2025, 4, 1)),
    Mess(3, "received_on", 45748, "General", date(2025, 4, 1)),
    Mess(4, "address", "　塩山上於曽  1085 ", "@", "塩山上於曽 1085"),
    Mess(5, "attributes", "高 齢、障害", "General", (Attribute.ELDERLY, Attribute.DISABILITY)),
    Mess(6, "family_count", "３", "@", 3),
    Mess(7, "window", "介護 ", "General", Window.ELDERLY),
    Mess(8, "caller_relation", " 001", "@", "001"),
    Mess(9, "is_anonymous", "×", "General", False),
)
SUPPOSED = Mess(10, "window", "介後", "General", Window.ELDERLY)
NAME = Mess(11, "name", " 丑田  一郎", "@", " 丑田  一郎")


def make_messy(path: Path) -> None:
    """Plant MESSES, SUPPOSED and NAME in a register on disk."""
    book = openpyxl.load_workbook(path)
    sheet = book[Case.sheet]
    for mess in (*MESSES, SUPPOSED, NAME):
        cell = sheet[mess.cell]
        cell.value, cell.number_format = mess.typed, mess.number_format
        cell.protection = Protection(locked=False)
    book.save(path)
