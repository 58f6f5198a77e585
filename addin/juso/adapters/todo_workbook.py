"""要対応一覧 as a workbook to print and tick off: a summary, every line by agency, the kinds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import accumulate, chain
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.cell_links import CellLinks
from juso.adapters.findings_workbook import MAX_LINKS
from juso.adapters.styles import (
    HEAD,
    FittingSheet,
    Styles,
    lines_in,
    new_workbook,
    put,
    row_height,
    set_page,
)
from juso.adapters.todo_summary import (
    FILLS,
    LIST,
    NO_AGENCY,
    NO_WORKER,
    Standing,
    by_agency,
    write_kinds,
    write_summary,
)
from juso.core.calendar import era_date
from juso.services.todo import Todo

DAY = "[$-411]ge.m.d(aaa)"
HEADINGS = (
    ("済", 4),
    ("窓口・機関", 16),
    ("担当", 11),
    ("期限", 13),
    ("状況", 11),
    ("種類", 15),
    ("番号", 14),
    ("すること", 58),
    ("台帳のセル", 18),
)
WIDTHS = tuple(width for _, width in HEADINGS)
DUE, STATUS, LINK = 3, 4, 8
FIRST = 4  # row of the first line, 0-based; its heading stands above
SCALE = 70  # one page wide: fitting to a page would do away with the breaks between agencies
MAX_BREAKS = 1000  # Excel takes 1,023
NOTHING = "要対応のものはありません。"
NAMELESS = (
    "住民の氏名は載せていません。ケース番号などで台帳のその行を開いて確かめてください。"
    "「担当」は職員の名前です。"
)


def write_todos(
    path: Path, todos: Sequence[Todo], source: Path, today: date, place: Path | None = None
) -> None:
    """Write 要対応一覧; links lead from the folder of `place` to the cells of `source`."""
    title = f"要対応一覧　{era_date(today, weekday=True)}現在"
    groups = by_agency(todos)
    starts = dict(zip(groups, accumulate(map(len, groups.values()), initial=FIRST), strict=False))
    link_to = partial(CellLinks(place or path, source).to, source.name)
    book = new_workbook(path, title)
    styles = Styles(book)
    write_summary(book, styles, (title, NAMELESS), groups, starts)
    sheet = _open_list(book, styles, title)
    for row, todo in enumerate(chain(*groups.values()), start=FIRST):
        _write_line(sheet, styles, row, todo, link_to(todo.sheet, todo.cell))
    if todos:
        sheet.autofilter(FIRST - 1, 0, FIRST - 1 + len(todos), len(HEADINGS) - 1)
    else:
        sheet.write_string(FIRST, 0, NOTHING, styles(text_wrap=False))
    sheet.set_h_pagebreaks(list(starts.values())[1 : MAX_BREAKS + 1])
    write_kinds(book, styles, todos)
    book.close()


def _open_list(book: Workbook, styles: Styles, title: str) -> Worksheet:
    """一覧 with its heading: every line, by agency and worker, each agency on pages of its own."""
    sheet = book.add_worksheet(LIST, FittingSheet)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, title, styles(bold=True, font_size=14, text_wrap=False))
    sheet.set_row(0, 24)
    sheet.write_string(1, 0, NAMELESS, styles(text_wrap=False))
    sheet.write_row(FIRST - 1, 0, [name for name, _ in HEADINGS], styles(**HEAD))
    sheet.set_row(FIRST - 1, 20)
    sheet.freeze_panes(FIRST, 0)
    set_page(sheet, title)
    sheet.repeat_rows(FIRST - 1)
    sheet.set_print_scale(SCALE)
    return sheet


def _write_line(sheet: Worksheet, styles: Styles, row: int, todo: Todo, url: str) -> None:
    standing = Standing.of(todo)
    cells = _cells(todo, standing)
    sheet.write_string(row, 0, cells[0], styles(border=1, align="center", font_size=14))
    for place, text in enumerate(cells[1:], start=1):
        put(sheet, row, place, text or None, styles(border=1))
    put(sheet, row, DUE, todo.due, styles(border=1, num_format=DAY, align="center"))
    shade = styles(border=1, bg_color=FILLS[standing])
    sheet.write_string(row, STATUS, cells[STATUS], shade)
    if url and row <= MAX_LINKS:
        blue = styles(border=1, font_color="#0563C1", underline=1)
        sheet.write_url(row, LINK, url, blue, cells[LINK], "台帳のこのセルを開きます")
    sheet.set_row(row, row_height(max(map(lines_in, cells, WIDTHS))))


def _cells(todo: Todo, standing: Standing) -> tuple[str, ...]:
    return (
        "□",
        todo.agency or NO_AGENCY,
        todo.worker or NO_WORKER,
        "",
        standing.of_days(todo.days_over),
        todo.kind,
        todo.key,
        todo.what,
        f"{todo.sheet} {todo.cell}".strip(),
    )
