"""The two sheets of a monthly form as they were typed, for whoever copies or quotes their cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from juso.adapters.form_file import sheets_of
from juso.adapters.form_sources.file_content import content_of
from juso.adapters.form_sources.opening import open_source
from juso.core.cells import fold, show
from juso.koshu.tally.find_header import find_header
from juso.koshu.tally.form_header import Header
from juso.koshu.tally.reading import FormReading

Grid = Sequence[Sequence[Any]]
REMARK = "備考"


@dataclass(frozen=True, slots=True)
class FormCells:
    """Both sheets row by row from A1, called as in the file, and where the columns of 月次 are."""

    cover_name: str
    cover: Grid
    tally: Grid
    header: Header
    others: tuple[str, ...]  # further sheets of the file


def form_cells(path: Path, reading: FormReading, password: str | None = None) -> FormCells | None:
    """The cells behind a reading; None where both are on one sheet (CSV).

    JusoError when the file cannot be opened.
    """
    source = open_source(content_of(path), path, password)
    chosen = sheets_of(source, path.name)
    cover, tally, year = chosen.cover, chosen.tally, reading.cover.year
    if cover is None or tally is None or cover == tally or year is None:
        return None
    rows = source.rows(tally)
    header = find_header(rows, year)
    if header is None:
        return None
    others = tuple(name for name in source.names if name not in (cover, tally))
    return FormCells(cover, source.rows(cover), rows, header, others)


def remarks(cells: FormCells | None, reading: FormReading, codes: Iterable[str]) -> dict[str, str]:
    """備考 of these rows, by 項目コード; only where something is written."""
    if cells is None:
        return {}
    heads = cells.tally[cells.header.at - 1]
    place = next((n for n, raw in enumerate(heads) if fold(show(raw)) == REMARK), None)
    if place is None:
        return {}
    return {
        code: text
        for code in codes
        if (row := reading.rows.get(code)) and row.number
        if (text := show(cells.tally[row.number - 1][place]).strip())
    }
