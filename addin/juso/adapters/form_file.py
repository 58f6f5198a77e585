"""A submitted monthly form on disk to its reading, whatever kind of file it arrived as."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from python_calamine import CalamineWorkbook

from juso.adapters.excel_file import read_sheet, rows_of
from juso.adapters.form_remarks import remarks
from juso.adapters.form_sources.file_content import content_of
from juso.adapters.form_sources.opening import open_source
from juso.adapters.form_sources.source import Grid, Source
from juso.adapters.refusal import AS_XLSX, sentence_for
from juso.core.cells import fold
from juso.core.errors import JusoError
from juso.koshu.tally.choose_sheet import Chosen, choose_sheets
from juso.koshu.tally.cover import COVER_SHEET, FORM_ID, find_cover_cells
from juso.koshu.tally.read_form import read_form_sheets
from juso.koshu.tally.reading import FormReading

UNREAD = f"を読む途中で、思わぬ中身に出会いました。{AS_XLSX}"


def read_form(path: Path, password: str | None = None) -> FormReading:
    """Read one form; JusoError, in one sentence, for everything that cannot be read for certain."""
    with sentence_for(path, UNREAD):
        content = content_of(path)
        source = open_source(content, path, password)
        sha256 = hashlib.sha256(content).hexdigest()
        blank = FormReading(path.name, sha256, folder=str(path.parent.absolute()))
        chosen = sheets_of(source, path.name)
        reading = _read(source, chosen, blank)
        sheets = [name for name in (chosen.cover, chosen.tally) if name is not None]
        said = tuple(remarks(source, path, reading, dict.fromkeys(sheets)))
        return replace(reading, findings=(*reading.findings, *said)) if said else reading


def sheets_of(source: Source, file: str) -> Chosen:
    """Which sheets of a file are 表紙 and 月次."""
    if source.is_one_sheet:
        name = source.names[0]
        has_cover = bool(find_cover_cells(source.rows(name)))
        return Chosen(name if has_cover else None, name)

    def rows(name: str) -> Grid | None:
        try:
            return source.rows(name)
        except JusoError:  # a sheet that may be nobody's business
            return None

    return choose_sheets(source.names, rows, file)


def _read(source: Source, chosen: Chosen, blank: FormReading) -> FormReading:
    cover = None if chosen.cover is None else source.rows(chosen.cover)
    tally = None if chosen.tally is None else source.rows(chosen.tally)
    blank = replace(blank, sheet=chosen.tally or blank.sheet, findings=chosen.findings)
    cover_sheet = chosen.cover or COVER_SHEET
    reading = read_form_sheets(blank, cover, tally, cover_sheet=cover_sheet)
    if chosen.tally is not None and (seeming := reading.blank_cells()):
        faults = source.faults(chosen.tally, seeming)
        if faults:
            return read_form_sheets(blank, cover, tally, faults, cover_sheet)
    return reading


def is_form(workbook: CalamineWorkbook, path: Path) -> bool:
    """Whether a workbook is a monthly form, told by the 様式ID on its 表紙, not by its name."""
    name = next((name for name in workbook.sheet_names if fold(name) == COVER_SHEET), None)
    if name is None:
        return False
    return FORM_ID in find_cover_cells(list(rows_of(read_sheet(workbook, name, path), path)))
