"""Sheets まとめ and 種類 of 要対応一覧: how much waits for whom, and what is watched over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.styles import (
    HEAD,
    PALE,
    YELLOW,
    FittingSheet,
    Styles,
    lines_in,
    row_height,
    set_page,
)
from juso.koshu.agencies import AGENCIES
from juso.koshu.todo_kinds import DECISION_DAYS, SOON_DAYS, TODO_KINDS
from juso.services.todo import Todo

LIST = "一覧"
NO_AGENCY, NO_WORKER = "（機関が未入力）", "（担当が未入力）"
ABOUT = (
    f"期限を過ぎたもの、期限まで{SOON_DAYS}日以内（決定事項は{DECISION_DAYS}日以内）のもの、"
    "日付が決まっていないものです。台帳に入力すると、次に作る一覧から消えます。"
)
COUNT = '#,##0;-#,##0;"－"'
KNOWN = {agency.short_name: number for number, agency in enumerate(AGENCIES)}


class Standing(Enum):
    """状況: how a line stands to its day, with the symbol that says so without colour."""

    OVER = "●期限超過"
    TODAY = "▲今日"
    SOON = "・7日以内"
    NO_DAY = "○日付なし"

    @classmethod
    def of(cls, todo: Todo) -> Standing:
        if todo.days_over is None:
            return cls.NO_DAY
        return cls.OVER if todo.days_over > 0 else cls.SOON if todo.days_over else cls.TODAY

    def of_days(self, days_over: int | None) -> str:
        """●12日超過, ▲今日, ・あと3日, ○日付なし."""
        if self is Standing.OVER:
            return f"●{days_over}日超過"
        return f"・あと{-(days_over or 0)}日" if self is Standing.SOON else self.value


FILLS = {
    Standing.OVER: "#F8CBAD",
    Standing.TODAY: YELLOW,
    Standing.SOON: "#FFFFFF",
    Standing.NO_DAY: PALE,
}
HEADINGS = (("窓口・機関", 34), ("担当", 22), *((s.value, 13) for s in Standing), ("計", 13))
KIND_HEADINGS = (
    ("種類", 20),
    *((s.value, 11) for s in Standing),
    ("計", 8),
    ("載せるとき", 76),
    ("根拠", 26),
)


def by_agency(todos: Iterable[Todo]) -> dict[str, list[Todo]]:
    """Lines of each agency, worker by worker; the plan's agencies first, the unnamed last."""
    groups: dict[str, list[Todo]] = {}
    for todo in sorted(todos, key=lambda t: (not t.worker, t.worker)):
        groups.setdefault(todo.agency, []).append(todo)
    order = sorted(groups, key=lambda a: (not a, KNOWN.get(a, len(KNOWN)), a))
    return {agency: groups[agency] for agency in order}


def write_summary(
    book: Workbook,
    styles: Styles,
    opening: Sequence[str],
    groups: dict[str, list[Todo]],
    first_rows: dict[str, int],
) -> None:
    """まとめ: counts by agency, worker and standing; an agency leads to its lines."""
    sheet = book.add_worksheet("まとめ", FittingSheet)
    title, *notes = opening
    row = _open(sheet, styles, title, [*notes, ABOUT], HEADINGS)
    link = styles(border=1, bold=True, bg_color=PALE, font_color="#0563C1", underline=1)
    bold, number = (styles(border=1, bold=True, bg_color=PALE, **f) for f in ({}, _NUMBER))
    plain, small = styles(border=1), styles(border=1, **_NUMBER)
    everything = [todo for todos in groups.values() for todo in todos]
    sheet.write_row(row, 0, ("合計", ""), bold)
    _write_counts(sheet, row, 2, _counts(everything), number)
    for agency, todos in groups.items():
        row += 1
        url, shown = f"internal:'{LIST}'!A{first_rows[agency] + 1}", agency or NO_AGENCY
        workers = _by_worker(todos)
        alone = next(iter(workers)) or NO_WORKER if len(workers) == 1 else ""
        sheet.write_url(row, 0, url, link, shown, "この機関の一覧へ移ります")
        sheet.write_string(row, 1, alone or f"計（{len(workers)}人）", bold)
        _write_counts(sheet, row, 2, _counts(todos), number)
        for worker, own in () if alone else workers.items():
            row += 1
            sheet.write_row(row, 0, ("", worker or NO_WORKER), plain)
            _write_counts(sheet, row, 2, _counts(own), small)


def write_kinds(book: Workbook, styles: Styles, todos: Sequence[Todo]) -> None:
    """種類: how many of each kind, when a thing is listed, and which clause asks for it."""
    sheet = book.add_worksheet("種類", FittingSheet)
    first = _open(sheet, styles, "要対応の種類と根拠", [ABOUT], KIND_HEADINGS)
    plain, number = styles(border=1), styles(border=1, **_NUMBER)
    widths = [width for _, width in KIND_HEADINGS]
    for row, kind in enumerate(TODO_KINDS, start=first):
        counts = _counts([todo for todo in todos if todo.kind == kind.name])
        sheet.write_string(row, 0, kind.name, plain)
        _write_counts(sheet, row, 1, counts, number)
        texts = (kind.reason, kind.basis)
        sheet.write_row(row, 1 + len(counts), texts, plain)
        sheet.set_row(row, row_height(max(map(lines_in, texts, widths[-2:]))))


_NUMBER = {"num_format": COUNT, "align": "center"}


def _open(
    sheet: Worksheet,
    styles: Styles,
    title: str,
    notes: Sequence[str],
    headings: Sequence[tuple[str, float]],
) -> int:
    """Title, notes, heading and page of a sheet; gives its first row of data."""
    for place, (_, width) in enumerate(headings):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, title, styles(bold=True, font_size=14, text_wrap=False))
    sheet.set_row(0, 24)
    for row, note in enumerate(notes, start=1):
        sheet.write_string(row, 0, note, styles(text_wrap=False))
    heading = len(notes) + 2
    sheet.write_row(heading, 0, [name for name, _ in headings], styles(**HEAD, align="center"))
    sheet.set_row(heading, 20)
    sheet.freeze_panes(heading + 1, 0)
    set_page(sheet, title)
    sheet.repeat_rows(heading)
    sheet.fit_to_pages(1, 0)
    return heading + 1


def _counts(todos: Sequence[Todo]) -> list[int]:
    """How many of each standing, and of all."""
    counts = Counter(map(Standing.of, todos))
    return [*(counts[standing] for standing in Standing), len(todos)]


def _write_counts(sheet: Worksheet, row: int, first: int, counts: list[int], style: object) -> None:
    for place, count in enumerate(counts, start=first):
        sheet.write_number(row, place, count, style)


def _by_worker(todos: Iterable[Todo]) -> dict[str, list[Todo]]:
    groups: dict[str, list[Todo]] = {}
    for todo in todos:
        groups.setdefault(todo.worker, []).append(todo)
    return groups
