"""数字の由来: for every total of the city the figures it adds, each with its file, sheet and cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.reading import FormReading
from juso.koshu.tally.values import Number
from juso.services.tally.merged import Figure, Merged
from juso.services.tally.persons import WINDOWS
from juso.services.tally.totals import CITY, Total, TotalRow


class Source(NamedTuple):
    """One file figures of a window come from."""

    window: str
    file: str
    sheet: str
    version: str  # 様式版
    sha256: str
    edition: int | None  # 版: which submission it is, None where it was not received


@dataclass(frozen=True, slots=True)
class Piece:
    """What one window adds to a total; `figure` is None for a window's sum of the year."""

    value: Number | None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """One total of the city and its pieces by window; `month` is '' for the year."""

    item: TallyItem
    month: str
    total: Total
    pieces: Mapping[str, Piece]

    @property
    def recomputed(self) -> Number | None:
        """The sum of the pieces; None of nothing."""
        known = [p.value for p in self.pieces.values() if p.value is not None]
        return sum(known) if known else None

    @property
    def is_last_value(self) -> bool:
        """The year of a stock: each window's last month, not a sum of months."""
        return not self.month and self.item.kind is not Kind.FLOW


Places = Mapping[tuple[str, str], list[Figure]]  # window and item -> April first


def origins(merged: Merged) -> Iterator[Origin]:
    """Every sum of the sheet 市全体, month by month and then the year."""
    places: dict[tuple[str, str], list[Figure]] = {}
    for figure in merged.figures:
        if figure.window in WINDOWS:
            places.setdefault((figure.window, figure.item), []).append(figure)
    for row in merged.total_rows:
        if row.scope == CITY and not row.by_register:
            yield from _of_row(row, places)


def _of_row(row: TotalRow, places: Places) -> Iterator[Origin]:
    for month in row.months:
        pieces = {w: _piece(places.get((w, row.item.code), ()), str(month)) for w in WINDOWS}
        yield Origin(row.item, str(month), row.month(month), pieces)
    if row.year:
        is_flow = row.item.kind is Kind.FLOW
        of_year = _sum if is_flow else _last
        pieces = {w: of_year(places.get((w, row.item.code), ())) for w in WINDOWS}
        yield Origin(row.item, "", row.year, pieces)


def _piece(figures: list[Figure] | tuple[()], month: str) -> Piece:
    found = next((f for f in figures if f.month == month), None)
    return Piece(found.value, found) if found else Piece(None)


def _sum(figures: list[Figure] | tuple[()]) -> Piece:
    known = [f.value for f in figures if f.value is not None]
    return Piece(sum(known) if known else None)


def _last(figures: list[Figure] | tuple[()]) -> Piece:
    known = [f for f in figures if f.value is not None]
    return Piece(known[-1].value, known[-1]) if known else Piece(None)


def sources(merged: Merged) -> list[Source]:
    """The files the windows' figures come from, in the order of the windows."""
    records = merged.background.records
    return [
        Source(r.form, r.file, r.sheet, r.cover.version, r.sha256, records.version(r))
        for window in WINDOWS
        if window in merged.forms
        for r in _files(merged.forms[window])
    ]


def _files(reading: FormReading) -> list[FormReading]:
    """The file of a form; where several versions speak, each of them once."""
    by_content = {part.sha256: part for part in reading.parts if part}
    return list(by_content.values()) or [reading]
