"""The commands that merge 月次報告: of an office, of single files, of many municipalities."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from juso.adapters.executors import HERE, Workers
from juso.adapters.file_workspace import write_merged_file
from juso.adapters.workspace import Workspace
from juso.casework import Casework
from juso.core.errors import JusoError
from juso.core.finding import Severity
from juso.koshu.register import Register
from juso.result import Result, count_sentence, counted_sentence

if TYPE_CHECKING:
    from juso.services.tally.merged import Merged


class Wanted(NamedTuple):
    """What is to be made of many municipalities: a workbook, the long table, text for `--json`."""

    out: Path | None = None
    data: Path | None = None
    text: bool = False


@dataclass(frozen=True, slots=True)
class Merging(Casework):
    """What makes one set of figures of many forms."""

    def merge(
        self,
        at: Workspace,
        workers: Workers = HERE,
        data: Path | None = None,
        *,
        published: bool = False,
        password: str | None = None,
    ) -> Result:
        """事業所の月次報告を統合する。`published` は、確定したときの数（公表値）に戻して統合する。"""
        from juso.adapters.office_forms import merge_forms, merge_published, read_forms
        from juso.adapters.reconcile_desk import as_confirmed
        from juso.services.tally.register_checks import without_register

        if published:
            merged = merge_published(at.office, at.office.year)
        else:
            register, unread = _register(at, self.today)
            read = partial(read_forms, workers=workers, password=password)
            merged = merge_forms(at.office, at.office.year, self.today, read, register)
            merged = without_register(merged, unread) if unread else merged
        merged, damaged = as_confirmed(at.office, merged, self.today)
        data_files, lines = _data(data, merged)
        made = [*at.show_merged(merged), *data_files]
        opening = (
            "確定したときの数（公表値）を統合しました。"
            if published
            else "月次報告を統合しました。"
        )
        sentence = count_sentence(merged.findings, opening)
        lines = (*merged.background.records.damaged, *damaged, *lines)
        result = Result(
            sentence, made, list(merged.findings), merged.to_json, _text(merged), lines=lines
        )
        return self.noted(at, "merge", result)

    def merge_files(
        self,
        paths: Sequence[Path],
        out: Path | None,
        workers: Workers = HERE,
        password: str | None = None,
        data: Path | None = None,
    ) -> Result:
        """月次報告の様式のファイルを、置き場所によらず統合する。"""
        from juso.adapters.office_forms import read_forms
        from juso.services.merge import merge

        merged = merge(read_forms(paths, workers, password), expected=())
        sentence = count_sentence(merged.findings, "月次報告を統合しました。")
        data_files, lines = _data(data, merged)
        made = [*write_merged_file(out, merged), *data_files]
        return Result(
            sentence, made, list(merged.findings), merged.to_json, _text(merged), lines=lines
        )

    def merge_offices(
        self,
        folders: Sequence[Path],
        wanted: Wanted,
        workers: Workers = HERE,
        password: str | None = None,
    ) -> Result:
        """多くの市町村の月次報告を、市町村ごとに統合して並べる。"""
        from juso.adapters.cities import open_cities
        from juso.adapters.many_offices import long_rows_of, merge_cities, write_many_file

        cities, kept = open_cities(folders), wanted.text or wanted.data is not None
        many = merge_cities(cities, self.today, workers, with_text=kept, password=password)
        overview = many.overview
        opened = sum(city.office is not None for city in cities)
        data_files: list[Path] = []
        lines = overview.left_out
        if wanted.data is not None:
            from juso.adapters.tally_data import write_rows

            data_files, told = write_rows(wanted.data, lambda: long_rows_of(many), overview.year)
            lines = (*lines, *told)
        made = [*write_many_file(wanted.out, overview), *data_files]
        return Result(
            counted_sentence(overview.counts, f"{opened}市町村の月次報告を統合しました。"),
            made,
            overview.findings,
            many.document,
            many.text,
            lines=lines,
            is_amiss=overview.counts[Severity.ERROR] > 0,
        )


def _text(merged: Merged) -> Callable[[], list[bytes]]:
    """The JSON of one municipality, whole before any of it is printed."""

    def text() -> list[bytes]:
        from juso.services.tally.merged_text import merged_json

        return [merged_json(merged)]

    return text


def _data(folder: Path | None, merged: Merged) -> tuple[list[Path], tuple[str, ...]]:
    """The files of `--data` and what is to be said; before the workbook, lest one be left alone."""
    if folder is None:
        return [], ()
    from juso.adapters.tally_data import write_data

    return write_data(folder, merged)


def _register(at: Workspace, today: date) -> tuple[Register | None, str]:
    """The register the figures are held against, or why it cannot be read."""
    try:
        return at.register(today).register, ""
    except JusoError as error:
        return None, str(error)
