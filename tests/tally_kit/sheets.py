"""What clerks do to the sheet 月次: each damage with the figures and findings it must give.

A figure that is not named stays as it is in the clean form. `A05/R7.6 誤り` is a figure that is
lost, `A05/R7.6 12` one that is another; a finding is its rule, grade, sheet, cell and key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from form_tables import HEADINGS, YEAR, Cells
from juso.koshu.tally.item import FORM_VERSION, Kind
from juso.koshu.tally.items import form
from juso.koshu.tally.versions import old_form

CODE, LABEL, APRIL, TOTAL, REMARKS = 0, 1, 4, 16, 17
HEAD = 3  # Excel row of the headings
DUE = 3  # months reported: April to June

Hurt = Callable[[Cells], Any]


@dataclass(frozen=True)
class Damage:
    """One thing clerks do to a sheet, and what the reader must make of it."""

    name: str
    hurt: Hurt
    figures: str = ""
    findings: str = ""
    form: str = "W1"
    version: str = FORM_VERSION

    def __str__(self) -> str:
        return self.name


def clean_sheet(form_code: str = "W1", version: str = FORM_VERSION) -> Cells:
    """月次 as the city hands it out, filled in up to June; every figure is another number."""
    rows: Cells = [[f"{form(form_code).name}　{YEAR}　月次報告"], ["黄色いセルに数を入力します。"]]
    rows.append(list(HEADINGS))
    today = [item.code for item in form(form_code).items]
    items = old_form(form(form_code), version).items
    for group, members in groupby(items, key=lambda item: item.group):
        rows.append(["", group])
        for item in members:
            number = 10 * (today.index(item.code) + 1) if item.code in today else 5
            figures = [float(number + place) for place in range(DUE)]
            total = {Kind.FLOW: sum(figures), Kind.STOCK: figures[-1], Kind.UNIQUE: ""}[item.kind]
            months = [*figures, *[""] * (12 - DUE)]
            rows.append([item.code, item.label, item.unit, str(item.kind), *months, total])
    return [[*row, *[""] * (len(HEADINGS) - len(row))] for row in rows]


def row_of(sheet: Cells, code: str) -> list[Any]:
    """The row of an item in a sheet nobody has touched yet."""
    return next(row for row in sheet if row[CODE] == code)


def typed(code: str, month: int, raw: Any, *, total: bool = True) -> Hurt:
    """Another value in one cell; `month` counts from April. The total is made right again."""

    def hurt(sheet: Cells) -> None:
        row = row_of(sheet, code)
        row[APRIL + month] = raw
        if total and row[TOTAL] != "":
            row[TOTAL] = sum(cell for cell in row[APRIL:TOTAL] if type(cell) is float)

    return hurt


def heading(month: int, raw: Any) -> Hurt:
    """Another heading above a month."""
    return lambda sheet: sheet[HEAD - 1].__setitem__(APRIL + month, raw)


def label(code: str, text: str, *, blank: bool = True) -> Hurt:
    """Another name of a row, and no code."""

    def hurt(sheet: Cells) -> None:
        row = row_of(sheet, code)
        row[LABEL] = text
        if blank:
            row[CODE] = ""

    return hurt


def insert_column(place: int, cells: Callable[[int, list[Any]], Any]) -> Hurt:
    """One more column; `cells` gives what stands in it, from the Excel row and the row."""

    def hurt(sheet: Cells) -> None:
        for number, row in enumerate(sheet, start=1):
            row.insert(place, cells(number, row))

    return hurt


def april(number: int, row: list[Any]) -> Any:
    """A copy of April."""
    del number
    return row[APRIL]


def only_heading(number: int, row: list[Any]) -> Any:
    """April's heading above nothing."""
    del row
    return "４月" if number == HEAD else ""


def insert_row(before: int, cells: Sequence[Any]) -> Hurt:
    """One more row before an Excel row."""

    def hurt(sheet: Cells) -> None:
        sheet.insert(before - 1, [*cells, *[""] * (len(sheet[0]) - len(cells))])

    return hurt


def append(*rows: Sequence[Any]) -> Hurt:
    """More rows below the table."""

    def hurt(sheet: Cells) -> None:
        sheet.extend([*row, *[""] * (len(sheet[0]) - len(row))] for row in rows)

    return hurt


def all_of(*hurts: Hurt) -> Hurt:
    """Several changes, one after the other."""

    def hurt(sheet: Cells) -> None:
        for one in hurts:
            one(sheet)

    return hurt


def drop_column(place: int) -> Hurt:
    """A column is gone."""

    def hurt(sheet: Cells) -> None:
        for row in sheet:
            del row[place]

    return hurt


def move_column(place: int, to: int) -> Hurt:
    """A column is cut and inserted elsewhere."""

    def hurt(sheet: Cells) -> None:
        for row in sheet:
            row.insert(to, row.pop(place))

    return hurt


def code(of: str, text: str) -> Hurt:
    """Another code of a row."""
    return lambda sheet: row_of(sheet, of).__setitem__(CODE, text)


def no_codes(sheet: Cells) -> None:
    """Every code deleted, the column left."""
    for row in sheet[HEAD:]:
        row[CODE] = ""


def no_groups(sheet: Cells) -> None:
    """The headings of groups deleted."""
    sheet[HEAD:] = [row for row in sheet[HEAD:] if row[CODE]]


def codes_in_labels(sheet: Cells) -> None:
    """Code and name in one cell."""
    for row in sheet[HEAD:]:
        row[LABEL] = f"{row[CODE]} {row[LABEL]}" if row[CODE] else row[LABEL]
    no_codes(sheet)


def codes_in_remarks(sheet: Cells) -> None:
    """Every code below the heading 備考."""
    for row in sheet[HEAD:]:
        row[REMARKS] = row[CODE]
    no_codes(sheet)


def no_words_in_heading(sheet: Cells) -> None:
    """項目コード and 項目 deleted from the heading."""
    sheet[HEAD - 1][CODE] = sheet[HEAD - 1][LABEL] = ""


def upside_down(sheet: Cells) -> None:
    """The rows sorted the other way round."""
    sheet[HEAD:] = sheet[: HEAD - 1 : -1]


def today_again(sheet: Cells) -> None:
    """Today's form, whatever the cover says."""
    sheet[:] = clean_sheet()


def nothing(sheet: Cells) -> None:
    """The sheet as it is."""


def drop_rows(*codes: str) -> Hurt:
    """Rows deleted."""

    def hurt(sheet: Cells) -> None:
        for one in codes:
            sheet.remove(row_of(sheet, one))

    return hurt


def move_row(of: str, to: int) -> Hurt:
    """A row is cut and inserted before another Excel row."""
    return lambda sheet: sheet.insert(to - 1, sheet.pop(sheet.index(row_of(sheet, of))))


def year_before_below(sheet: Cells) -> None:
    """The table of the year before, below this one."""
    blank = [""] * len(sheet[0])
    table = [list(row) for row in sheet[HEAD - 1 :]]
    sheet.extend([blank, ["令和6年度", *blank[1:]], *table])


def copy_row(code: str, at: int, more: float = 0.0) -> Hurt:
    """A row copied to an Excel row, its figures `more`."""

    def hurt(sheet: Cells) -> None:
        row = [cell + more if type(cell) is float else cell for cell in row_of(sheet, code)]
        sheet.insert(at - 1, row)

    return hurt


def two_headings(sheet: Cells) -> None:
    """Months below the year they lie in, as merged cells leave it."""
    top = ["" for _ in sheet[0]]
    top[APRIL], top[APRIL + 9] = "令和7年", "令和8年"
    sheet.insert(HEAD - 1, top)


def years_side_by_side(sheet: Cells) -> None:
    """The year before, to the left of this one, under headings of its own."""
    top = ["" for _ in sheet[0]]
    for number, row in enumerate(sheet, start=1):
        before = [5.0] * 12 if number > HEAD and row[CODE] else [""] * 12
        row[APRIL:APRIL] = HEADINGS[APRIL:TOTAL] if number == HEAD else before
    top[APRIL:APRIL] = [""] * 12
    top[APRIL], top[APRIL + 12] = "令和6年度", "令和7年度"
    sheet.insert(HEAD - 1, top)


def targets_beside(sheet: Cells) -> None:
    """目標 and 実績 below every month."""
    under: list[Any] = ["" for _ in sheet[0]]
    sheet.insert(HEAD, under)
    for place in range(11, -1, -1):
        for number, row in enumerate(sheet, start=1):
            row.insert(APRIL + place, 50.0 if number > HEAD + 1 and row[CODE] else "")
        head, month = sheet[HEAD - 1], HEADINGS[APRIL + place]
        head[APRIL + place], head[APRIL + place + 1] = month, ""
        under[APRIL + place], under[APRIL + place + 1] = "目標", "実績"


def halves(sheet: Cells) -> None:
    """The second half of the year below the first one."""
    second = [list(row) for row in sheet[HEAD - 1 :]]
    for row in sheet[HEAD - 1 :]:
        row[APRIL + 6 : TOTAL] = [""] * 6
    for row in second:
        row[APRIL : APRIL + 6] = row[APRIL + 6 : TOTAL]
        row[APRIL + 6 : TOTAL] = [""] * 6
    sheet.extend(second)


def day(year: int, month: int, date: int = 1) -> datetime:
    """A date as the reader library gives it."""
    return datetime(year, month, date)


def groups_in_a_column(sheet: Cells) -> None:
    """Codes deleted, and each group's name only in the first cell of a merged column."""
    group, rows = "", []
    for number, row in enumerate(sheet, start=1):
        if number <= HEAD:
            rows.append(["区分" if number == HEAD else "", *row[1:]])
        elif row[CODE]:
            rows.append([group, *row[1:]])
            group = ""
        else:
            group = row[LABEL]
    sheet[:] = rows
