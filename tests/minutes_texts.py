"""Minutes as somebody may have left them: the golden texts, edited, with the product's stamps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from golden import FOLDER
from juso.core.calendar import FiscalYear
from juso.core.change import Change
from juso.core.sheet import Row
from juso.core.table import Table
from juso.koshu.config import Config
from juso.koshu.register import Register
from juso.services.collecting.minutes_text import Block, Cell, MinutesText
from juso.services.collecting.stamp import case_stamp, whole_stamp
from juso.services.write_minutes import write_minutes

CONFIG = Config(FiscalYear(2025))
Pairs = tuple[tuple[str, str], ...]


def golden_minutes(register: Register, meeting_no: str, *replacing: Pairs) -> list[MinutesText]:
    """The documents of a meeting of the invented register, `replacing` pairs of their text."""
    minutes = write_minutes(register, meeting_no, CONFIG)
    stamps = [whole_stamp(minutes), *(case_stamp(r, meeting_no) for r in minutes.records)]
    text = (FOLDER / f"会議録_{meeting_no}.txt").read_text(encoding="utf-8")
    for old, new in replacing:
        assert old in text, f"not in the minutes: {old}"
        text = text.replace(old, new, 1)
    _, *parts = re.split(r"^### (.*)\n", text, flags=re.MULTILINE)
    named = zip(parts[::2], parts[1::2], stamps, strict=True)
    return [MinutesText(name, stamp, tuple(blocks_of(part))) for name, part, stamp in named]


def blocks_of(text: str) -> Iterator[Block]:
    """Paragraphs, and tables of `| cell | cell |` lines; `⏎` is a line break."""
    rows: list[tuple[Cell, ...]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            cells = [cell.strip().replace("⏎", "\n") for cell in line.strip()[1:-1].split("|")]
            rows.append(tuple(Cell(cell, place) for place, cell in enumerate(cells)))
            continue
        if rows:
            yield tuple(rows)
            rows = []
        yield re.sub(r"^\[.*?\] ", "", line)


def applied(register: Register, changes: tuple[Change, ...]) -> Register:
    """The register after its changes were written; new rows stand below the others."""
    tables = dict(register.tables)
    for change in changes:
        table = tables[change.row_type]
        new = {key: value for key, (_, value) in change.cells.items()}
        rows: list[Row] = [
            row.replace(**new) if row.row_number == change.row_number else row for row in table.rows
        ]
        if change.is_new:
            number = 1 + max(row.row_number for row in table.rows)
            rows.append(change.row_type(row_number=number, **new))
        tables[change.row_type] = Table(change.row_type, rows, table.positions)
    return Register(tables, register.today, register.settings)
