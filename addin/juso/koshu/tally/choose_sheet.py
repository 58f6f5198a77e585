"""Which sheets of a workbook are 表紙 and 月次: by name, else by what stands on them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from juso.core.calendar import FiscalYear
from juso.core.cells import fold
from juso.core.finding import Finding, Severity
from juso.koshu.tally.cover import COVER_SHEET, FORM_ID, TALLY_SHEET, find_cover_cells
from juso.koshu.tally.find_header import find_header
from juso.koshu.tally.find_rows import is_number
from juso.koshu.tally.form_header import Header, Rows
from juso.koshu.tally.reading import Spot, form_finding

RowsOf = Callable[[str], Rows | None]
CODE = re.compile(r"[A-Z]\d{2,3}[a-z]?(-S\d{2})?")
LONGEST = 12  # characters of a code
FEWEST = 5  # codes or months that make a table one of a form
ANY_YEAR = FiscalYear(2025)  # a heading is found in the same way in every year


@dataclass(frozen=True, slots=True)
class Chosen:
    """The names of the two sheets, None where there is none; and what is to be said of that."""

    cover: str | None
    tally: str | None
    findings: tuple[Finding, ...] = ()


def choose_sheets(names: Sequence[str], rows_of: RowsOf, file: str) -> Chosen:
    """The sheets of a form; those with the right names are not looked into unless there are more.

    `rows_of` gives a sheet's rows from A1, None for one that cannot be read. Several tables, none
    of them named 月次, are refused: `tally` is None and the finding names them.
    """
    cover = next((name for name in names if fold(name) == COVER_SHEET), None)
    tally = next((name for name in names if fold(name) == TALLY_SHEET), None)
    others = [name for name in names if name not in (cover, tally)]
    if cover is None:
        cover = next((name for name in names if _has_cover(rows_of(name))), None)
    found = {name: _strength(rows_of(name)) for name in others}
    if tally is not None:
        more = [name for name in others if found[name] > 1]
        return Chosen(cover, tally, _left_out(file, tally, more))
    likely = [name for name in others if found[name] > 1] or [n for n in others if found[n]]
    if len(likely) == 1:
        return Chosen(cover, likely[0], (_taken(file, likely[0]),))
    return Chosen(cover, None, (_unclear(file, likely),) if likely else ())


def _has_cover(rows: Rows | None) -> bool:
    return rows is not None and FORM_ID in find_cover_cells(rows)


def _strength(rows: Rows | None) -> int:
    """2 for a filled table with codes, 1 for one with months and items only, else 0."""
    header = find_header(rows, ANY_YEAR) if rows else None
    if not rows or header is None or not _is_filled(rows, header):
        return 0
    texts = (
        fold(raw) for row in rows for raw in row if isinstance(raw, str) and 0 < len(raw) <= LONGEST
    )
    if sum(bool(CODE.fullmatch(text)) for text in texts) >= FEWEST:
        return 2
    months = len(header.months) + len(header.foreign) + len(header.doubled)
    return int(header.label is not None and months >= FEWEST)


def _is_filled(rows: Rows, header: Header) -> bool:
    places = [*header.months.values(), *(place for place, _ in header.foreign)]
    return any(is_number(row[place]) for row in rows[header.row :] for place in places)


def _left_out(file: str, tally: str, more: Sequence[str]) -> tuple[Finding, ...]:
    return tuple(
        form_finding(
            "FORM-030",
            file,
            f"シート「{name}」にも月次報告の表がありますが、「{tally}」だけを読みました。"
            "使わないシートを消してください。",
            Spot(name),
            Severity.WARNING,
        )
        for name in more
    )


def _taken(file: str, name: str) -> Finding:
    message = (
        f"シート「{TALLY_SHEET}」がないので、「{name}」を読みました。"
        f"シートの名前を「{TALLY_SHEET}」に戻してください。"
    )
    return form_finding("FORM-030", file, message, Spot(name), Severity.NOTE)


def _unclear(file: str, names: Sequence[str]) -> Finding:
    listed = "」「".join(names)
    message = (
        f"月次報告の表のあるシートが{len(names)}つあり（「{listed}」）、どれを読むのか分かりません。"
        f"読むシートの名前を「{TALLY_SHEET}」にしてください。"
    )
    return form_finding("FORM-030", file, message, Spot(names[0]))
