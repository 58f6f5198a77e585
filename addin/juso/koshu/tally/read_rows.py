"""The sheet 月次 below its heading to figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from juso.core.cells import is_blank
from juso.core.finding import Finding
from juso.koshu.tally.find_rows import check_rows, find_rows, taker
from juso.koshu.tally.form_header import Header
from juso.koshu.tally.frame import Faults, Frame
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.read_cells import CellReader
from juso.koshu.tally.reading import FormReading, TallyRow
from juso.koshu.tally.row_total import check_total

Rows = Sequence[Sequence[Any]]
Typed = Mapping[str, tuple[Any, ...]]  # a row's twelve months by 項目コード


def read_rows(reading: FormReading, header: Header, rows: Rows, faults: Faults) -> FormReading:
    """A reading that has only a form and a cover yet, with its figures and their findings."""
    months, items = header.year.months, items_by_code(reading.form)
    columns = tuple(header.months.get(month) for month in months)
    take = taker(columns)
    found = find_rows(rows, header, items, take)
    typed = {code: take(rows[number - 1]) for code, number in found.figures.items()}
    due = _due(reading, header, typed.values())
    frame = Frame(reading.file, reading.form, months, columns, header.total, due, faults)
    cells = CellReader(frame)
    read = {code: cells.row(items[code], found.figures[code], typed[code]) for code in typed}
    findings = (
        *reading.findings,
        *check_rows(found, frame, header),
        *cells.findings,
        *cells.gaps(len(read), header.row),
        *_totals(frame, rows, typed, read),
    )
    return replace(
        reading, months=months[:due], columns=columns[:due], rows=read, findings=findings
    )


def _due(reading: FormReading, header: Header, rows: Iterable[tuple[Any, ...]]) -> int:
    """Months from April to the 提出対象月; where that is unreadable, to the last one filled in."""
    months = header.year.months
    if reading.cover.month in months:
        return months.index(reading.cover.month) + 1
    filled = [place for row in rows for place in range(12) if not is_blank(row[place])]
    return max(filled, default=-1) + 1


def _totals(
    frame: Frame, rows: Rows, typed: Typed, read: Mapping[str, TallyRow]
) -> Iterable[Finding]:
    if frame.total is None:
        return
    items = items_by_code(frame.form)
    for code, row in read.items():
        raw = rows[row.number - 1][frame.total]
        if raw != "":
            yield from check_total(frame, items[code], row, typed[code], raw)
