"""The sheet 月次 below its heading to figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from juso.core.cells import is_blank
from juso.core.finding import Finding, address, column_letters
from juso.koshu.tally.check_rows import check_columns, check_rows
from juso.koshu.tally.find_rows import FormRows, find_rows, taker, with_column_of_codes
from juso.koshu.tally.form_header import CODE, Header, Rows
from juso.koshu.tally.frame import Faults, Frame
from juso.koshu.tally.layout import Layout
from juso.koshu.tally.modernise import check_version, layout_of, modernised
from juso.koshu.tally.read_cells import CellReader
from juso.koshu.tally.reading import FormReading, Spot, TallyRow, form_finding
from juso.koshu.tally.row_total import check_total
from juso.koshu.tally.values import State

Typed = Mapping[str, tuple[Any, ...]]  # a row's twelve months by 項目コード


def read_rows(reading: FormReading, header: Header, rows: Rows, faults: Faults) -> FormReading:
    """A reading that has only a form and a cover yet, with its figures and their findings."""
    months = header.year.months
    columns = tuple(header.months.get(month) for month in months)
    take = taker(columns)
    used = layout_of(reading, header, rows)
    found = find_rows(rows, header, used, take)
    moved: tuple[Finding, ...] = ()
    if len(found.figures) - len(found.labelled) < len(used.items) / 2:
        other = with_column_of_codes(rows, header, used)
        if other.code != header.code:
            header, found = other, find_rows(rows, other, used, take)
            moved = (_moved(reading, header),)
    typed = {code: take(rows[number - 1]) for code, number in found.figures.items()}
    due = _due(reading, header, typed.values())
    frame = Frame(
        *(reading.file, reading.form, months, columns, header.total, due, faults, reading.sheet)
    )
    cells = CellReader(frame)
    read = _read(cells, found, used, typed)
    findings = (
        *reading.findings,
        *moved,
        *check_version(read, used, frame, header),
        *check_rows(found, frame, header, used, rows),
        *check_columns(found, frame, header, rows),
        *cells.findings,
        *cells.gaps(len(read) - len(found.refused), header.at),
        *_totals(frame, used, rows, typed, read),
    )
    return replace(
        reading,
        months=months[:due],
        columns=columns[:due],
        rows=modernised(read, used, due),
        findings=findings,
    )


def _read(cells: CellReader, found: FormRows, used: Layout, typed: Typed) -> dict[str, TallyRow]:
    """Every row's figures; none of a row that is there twice with different ones."""
    due = cells.frame.due
    refused = {
        code: TallyRow(found.figures[code], (None,) * due, (State.FAULT,) * due)
        for code in found.refused
    }
    return {
        code: refused[code]
        if code in refused
        else cells.row(used.items[code], found.figures[code], typed[code])
        for code in typed
    }


def _moved(reading: FormReading, header: Header) -> Finding:
    place = header.code or 0
    message = (
        f"項目コードは{column_letters(place)}列から読みました。"
        f"見出し「{CODE}」をその列に移してください。"
    )
    spot = Spot(reading.sheet, address(header.at, place), reading.form, CODE)
    return form_finding("FORM-031", reading.file, message, spot)


def _due(reading: FormReading, header: Header, rows: Iterable[tuple[Any, ...]]) -> int:
    """Months from April to the 提出対象月; where that is unreadable, to the last one filled in."""
    months = header.year.months
    if reading.cover.month in months:
        return months.index(reading.cover.month) + 1
    filled = [place for row in rows for place in range(12) if not is_blank(row[place])]
    return max(filled, default=-1) + 1


def _totals(
    frame: Frame, used: Layout, rows: Rows, typed: Typed, read: Mapping[str, TallyRow]
) -> Iterable[Finding]:
    if frame.total is None or None in frame.columns[: frame.due]:
        return  # a month without a column is said already; every total lacks it
    for code, row in read.items():
        raw = rows[row.number - 1][frame.total]
        if raw != "":
            yield from check_total(frame, used.items[code], row, typed[code], raw)
