"""The monthly forms of an office, read: one file that cannot be opened never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from juso.adapters.executors import APART, HERE, Workers
from juso.adapters.form_file import read_form
from juso.adapters.form_folder import forms_in, passed_over
from juso.adapters.form_records import read_records
from juso.adapters.match_decisions import read_decisions
from juso.adapters.office import Office
from juso.adapters.ole2 import OLE2
from juso.adapters.progress import progress
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.koshu.tally.reading import FormReading, unreadable_form

if TYPE_CHECKING:
    from juso.koshu.register import Register
    from juso.services.tally.merged import Merged

Read = Callable[[Sequence[Path]], list[FormReading]]

KILLED = (
    "を読み取るプログラムが止まりました。ファイルが壊れているようです。"
    "Excel で開き、.xlsx 形式で保存し直してください。"
)


def read_forms(
    paths: Sequence[Path], workers: Workers = HERE, password: str | None = None
) -> list[FormReading]:
    """Every form, in the order given.

    An old .xls can end the process that reads it, so it is never read in this one.
    """
    read = partial(read_safely, password=password)
    if workers != HERE:
        return list(progress(workers.run(read, paths, _killed), len(paths)))
    risky = [path for path in paths if _is_ole2(path)]
    apart = dict(zip(risky, APART.run(read, risky, _killed), strict=True)) if risky else {}
    found = (apart[path] if path in apart else read(path) for path in paths)
    return list(progress(found, len(paths)))


def read_here(paths: Sequence[Path], password: str | None = None) -> list[FormReading]:
    """Every form, in this process whatever it is: for a process that may die."""
    return [read_safely(path, password) for path in paths]


def read_safely(path: Path, password: str | None = None) -> FormReading:
    """One form; whatever goes wrong with it is a finding."""
    try:
        return read_form(path, password)
    except JusoError as error:
        return unreadable_form(path.name, str(error))
    except MemoryError:
        return unreadable_form(
            path.name,
            f"{path} を読むにはメモリーが足りません。不要なシートと行を削除してください。",
        )
    except Exception as error:
        return unreadable_form(
            path.name,
            f"{path} を読めません（{type(error).__name__}）。"
            "Excel で開いて保存し直し、それでも読めなければ様式に写してください。",
        )


def _killed(path: Path) -> FormReading:
    return unreadable_form(path.name, f"{path} {KILLED}")


def _is_ole2(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(OLE2)) == OLE2
    except OSError:
        return False


def merge_forms(
    office: Office,
    year: FiscalYear,
    today: date,
    read: Read = read_forms,
    register: Register | None = None,
) -> Merged:
    """The forms of one fiscal year of an office, merged and held against the year before."""
    from juso.services.merge import merge
    from juso.services.tally.background import Background

    previous = readings_before(office, year, read)
    readings = read(forms_in(office, year))
    config = office.config
    background = Background(
        config.municipality,
        config.population,
        previous,
        register,
        config.municipality_code,
        tuple(read_decisions(office)) if register else (),
        records=read_records(office, year, readings),
    )
    others = passed_over(office, year)
    return merge([*readings, *others], year, today=today, background=background)


def readings_before(
    office: Office, year: FiscalYear, read: Read = read_forms
) -> dict[str, FormReading]:
    """The form of each window that counts in the year before."""
    from juso.services.merge import newest_by_form
    from juso.services.tally.records import counting

    last = year.previous
    readings = read(forms_in(office, last))
    counted, _ = counting(readings, read_records(office, last, readings))
    return newest_by_form(counted, last)


def merge_published(office: Office, year: FiscalYear) -> Merged:
    """The figures as they were settled, rebuilt from the versions in 保管.

    JusoError where no month is settled, or one of these versions is gone or was altered.
    """
    from juso.services.merge import merge
    from juso.services.tally.background import Background
    from juso.services.tally.published import published

    records = read_records(office, year)
    settled = {code: life for code, life in records.lives.items() if life.settled}
    records = replace(records, lives=settled)
    if any(finding.key in settled for finding in records.findings):
        raise JusoError("".join(finding.message for finding in records.findings))
    readings = published(records)
    if not readings:
        raise JusoError(
            f"{year}に確定した月がありません。"
            "`juso settle`（［月を確定する］）で確定してから、もう一度お試しください。"
        )
    config = office.config
    before = readings_before(office, year)
    background = Background(
        config.municipality,
        config.population,
        before,
        municipality_code=config.municipality_code,
        records=records,
    )
    codes = [reading.form for reading in readings]
    return merge(readings, year, expected=codes, background=background)
