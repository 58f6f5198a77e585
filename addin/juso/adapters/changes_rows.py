"""Sheets of a 取込票 with new rows as the register has them: to be copied and pasted whole."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.register_columns import cell_format, column_width, heading_format
from juso.adapters.register_file import RegisterFile
from juso.adapters.styles import (
    GREY,
    FittingSheet,
    Styles,
    lines_in,
    put,
    row_height,
    set_page,
)
from juso.core.cells import show, to_cell
from juso.core.change import Change
from juso.core.finding import address, column_letters
from juso.core.sheet import Column, Row

PASTE = "貼付_"
WHERE_TO = 2  # first of the rows that say what is pasted where, 0-based
WIDEST = 210  # in characters: what can still be read when it is fitted to one page
SCALE = 60  # of a wider sheet, in per cent
NAME = 31  # characters Excel allows a sheet's name
HOW = (
    "白い欄をコピーし、台帳のシート「{sheet}」に「形式を選択して貼り付け」の「値」で貼り付けます"
    "（灰色の列はまたがず、元のまま残します）。"
)
WHERE = "{copied} をコピー → {cell} に貼付け"

Run = range  # of columns that stand side by side, 0-based


def paste_sheet(row_type: type[Row]) -> str:
    """貼付_相談受付簿: the sheet of a 取込票 with the new rows of one kind."""
    return f"{PASTE}{row_type.sheet}"[:NAME]


def write_new_rows(
    book: Workbook,
    styles: Styles,
    placed: Sequence[tuple[int, Change]],
    loaded: RegisterFile,
) -> None:
    """One sheet with new rows of one kind, each column where it stands in the register.

    `placed` are the rows with the numbers they get, one below the other.
    """
    changes = [change for _, change in placed]
    row_type = changes[0].row_type
    columns = _columns(row_type, loaded)
    runs = _runs(columns, changes)
    sheet = book.add_worksheet(paste_sheet(row_type), FittingSheet)
    heading = WHERE_TO + len(runs) + 1
    _write_opening(sheet, styles, row_type, _where(runs, placed, heading + 2))
    pasted = {place for run in runs for place in run}
    for place in range(max(pasted) + 1):
        _write_heading(sheet, styles, (heading, place), columns.get(place), place in pasted)
    for row, change in enumerate(changes, start=heading + 1):
        _write_row(sheet, styles, row, {p: columns[p] for p in pasted}, change)
    sheet.freeze_panes(heading + 1, 0)
    set_page(sheet, f"{row_type.sheet}の新しい行")
    sheet.repeat_rows(heading - 1, heading)
    if sum(column_width(columns[p]) for p in pasted) <= WIDEST:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(SCALE)


def _columns(row_type: type[Row], loaded: RegisterFile) -> dict[int, Column]:
    """The columns by where they stand; as declared where the register has no such sheet."""
    table = loaded.register.tables.get(row_type)
    declared = {column.key: place for place, column in enumerate(row_type.columns)}
    positions = table.positions if table else declared
    return {positions[c.key]: c for c in row_type.columns if c.key in positions}


def _runs(columns: dict[int, Column], changes: Sequence[Change]) -> list[Run]:
    """Neighbouring columns a clerk types in, as far as the new rows say something in them."""
    keys = {key for change in changes for key in change.cells}
    runs: list[Run] = []
    start = None
    for place in range(max(columns) + 2):
        column = columns.get(place)
        if column is None or column.computed:
            start = None
        elif column.key in keys:
            if start is None:
                start = place
                runs.append(range(place, place + 1))
            runs[-1] = range(start, place + 1)
    return runs


def _where(runs: Sequence[Run], placed: Sequence[tuple[int, Change]], top: int) -> list[str]:
    """A6:I7 をコピー → A138 に貼付け, for each run."""
    first, bottom = placed[0][0], top + len(placed) - 1
    return [
        WHERE.format(
            copied=f"{address(top, run[0])}:{address(bottom, run[-1])}", cell=address(first, run[0])
        )
        for run in runs
    ]


def _write_opening(
    sheet: Worksheet, styles: Styles, row_type: type[Row], where: Sequence[str]
) -> None:
    title = f"シート「{row_type.sheet}」の新しい行"
    sheet.write_string(0, 0, title, styles(bold=True, font_size=14, text_wrap=False))
    sheet.set_row(0, 24)
    sheet.write_string(1, 0, HOW.format(sheet=row_type.sheet), styles(text_wrap=False))
    for row, text in enumerate(where, start=WHERE_TO):
        sheet.write_string(row, 0, text, styles(bold=True, text_wrap=False))


def _write_heading(
    sheet: Worksheet, styles: Styles, at: tuple[int, int], column: Column | None, is_pasted: bool
) -> None:
    """A heading under its column's letters, grey where nothing is pasted."""
    row, place = at
    letters = styles(align="center", font_color="#7F7F7F")
    sheet.write_string(row - 1, place, column_letters(place), letters)
    shape = heading_format(column) if column and is_pasted else {"bg_color": GREY, "border": 1}
    put(sheet, row, place, column.label if column else None, styles(**shape))
    sheet.set_column(place, place, column_width(column) if column else 4)


def _write_row(
    sheet: Worksheet, styles: Styles, row: int, columns: dict[int, Column], change: Change
) -> None:
    lines = 1
    for place, column in columns.items():
        _, value = change.cells.get(column.key, (None, None))
        shape = {key: fact for key, fact in cell_format(column).items() if key != "locked"}
        put(sheet, row, place, value, styles(**shape, border=1))
        lines = max(lines, lines_in(show(to_cell(value)), column_width(column)))
    sheet.set_row(row, row_height(lines))
