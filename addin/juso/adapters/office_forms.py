"""The monthly forms of an office, read: one file that cannot be opened never stops the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from juso.adapters.form_file import read_form
from juso.adapters.form_folder import forms_in
from juso.adapters.office import Office
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.koshu.tally.reading import FormReading, unreadable_form

if TYPE_CHECKING:
    from juso.koshu.register import Register
    from juso.services.tally.merged import Merged


def read_forms(
    paths: Sequence[Path], jobs: int = 1, password: str | None = None
) -> list[FormReading]:
    """Every form, in the order given; `jobs` processes read at the same time."""
    read = partial(_read, password=password)
    if jobs == 1:
        return [read(path) for path in paths]
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(jobs) as executor:
            return list(executor.map(read, paths))
    except BrokenProcessPool as error:
        raise JusoError(
            "様式のどれかが壊れていて、読み取りのプログラムが止まりました。"
            "--jobs を付けずに実行して、どの様式かを確かめてください。"
        ) from error


def _read(path: Path, password: str | None) -> FormReading:
    try:
        return read_form(path, password)
    except JusoError as error:
        return unreadable_form(path.name, str(error))


def merge_forms(
    office: Office,
    year: FiscalYear,
    today: date,
    jobs: int = 1,
    register: Register | None = None,
) -> Merged:
    """The forms of one fiscal year of an office, merged and held against the year before."""
    from juso.services.merge import merge, newest_by_form
    from juso.services.tally.background import Background

    previous = newest_by_form(read_forms(forms_in(office, year.previous), jobs), year.previous)
    config = office.config
    background = Background(config.municipality, config.population, previous, register)
    readings = read_forms(forms_in(office, year), jobs)
    return merge(readings, year, today=today, background=background)
