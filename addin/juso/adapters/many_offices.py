"""The offices of many municipalities, merged one after the other in bounded memory."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from juso.adapters.cities import City, usual_year
from juso.adapters.executors import APART, Workers
from juso.adapters.office import CONFIG
from juso.adapters.office_forms import Read, merge_forms, read_forms, read_here
from juso.adapters.progress import progress
from juso.adapters.share import save_new
from juso.adapters.spool import Spool
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity
from juso.koshu.tally.reading import form_finding
from juso.services.tally.background import Background
from juso.services.tally.many import CityPart, Overview, city_part
from juso.services.tally.merged import Figure, Merged
from juso.services.tally.merged_text import json_document, merged_sections, to_text

FORMS_OF_AN_OFFICE = 8
ALWAYS = ("figures", "totals", "completeness", "findings")
SECTIONS = (*ALWAYS, "corrections")


@dataclass(frozen=True, slots=True)
class Done:
    """One municipality merged; `sections` as JSON text where it is wanted."""

    part: CityPart
    sections: dict[str, bytes]


@dataclass(frozen=True)
class Many:
    """Many municipalities merged: the overview in memory, their records in temporary files."""

    overview: Overview
    spools: dict[str, Spool]

    def text(self) -> Iterator[bytes]:
        """The JSON document in pieces, the same keys as of one municipality."""
        sums = (to_text(record).encode() for record in self.overview.sums_json())
        return json_document(
            {
                name: chain(spool.lines(), sums) if name == "totals" else spool.lines()
                for name, spool in self.spools.items()
                if name in ALWAYS or not spool.is_empty
            }
        )

    def document(self) -> dict[str, Any]:
        """The same as one object: not for a nation."""
        document: dict[str, Any] = json.loads(b"".join(self.text()))
        return document

    def figures(self) -> Iterator[tuple[CityPart, list[Figure]]]:
        """The figures of each municipality, from the temporary file."""
        lines = self.spools["figures"].lines()
        for part, line in zip(self.overview.cities, lines, strict=True):
            yield part, [Figure.of_json(record) for record in json.loads(b"[%b]" % line)]


def merge_cities(
    cities: Sequence[City],
    today: date,
    workers: Workers,
    *,
    with_text: bool,
    password: str | None = None,
) -> Many:
    """Merge all, in their order whatever the workers; `with_text` keeps every record on disk."""
    year = usual_year(cities)
    many = Many(Overview(year), {name: Spool() for name in SECTIONS if with_text})
    here = partial(read_here, password=password)
    run = partial(_merged_city, year=year, today=today, with_text=with_text, read=here)
    again = partial(run, read=partial(read_forms, workers=APART, password=password))
    done = workers.run(run, cities, again)
    for city in progress(done, len(cities), "市町村", weight=FORMS_OF_AN_OFFICE):
        many.overview.add(city.part)
        for name, text in city.sections.items():
            many.spools[name].add(text)
    return many


def _merged_city(city: City, year: FiscalYear, today: date, *, with_text: bool, read: Read) -> Done:
    """One municipality; run wherever the executor likes."""
    with no_collecting():
        merged = _merge(city, year, today, read)
        sections = merged_sections(merged) if with_text else {}
        return Done(city_part(merged), sections)


@contextmanager
def no_collecting() -> Iterator[None]:
    """No search for cycles among ten thousands of figures that have none: a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _merge(city: City, year: FiscalYear, today: date, read: Read) -> Merged:
    if not city.office:
        return _failed(city, year, city.trouble)
    config = replace(city.office.config, municipality=city.name)
    try:
        merged = merge_forms(replace(city.office, config=config), city.office.year, today, read)
    except JusoError as error:
        return _failed(city, year, str(error))
    except Exception as error:
        why = f"{city.folder} の月次報告を統合できません（{type(error).__name__}）。"
        advice = f"`juso merge {city.folder}` で、この事業所だけを確かめてください。"
        return _failed(city, year, why + advice)
    findings = [_in_city(finding, city) for finding in merged.findings]
    if merged.year != year:
        findings.insert(0, _other_year(city, merged.year, year))
    return replace(merged, findings=tuple(findings))


def _failed(city: City, year: FiscalYear, sentence: str) -> Merged:
    """A municipality of which nothing can be told: one finding, no totals."""
    finding = form_finding("FORM-022", str(city.folder), sentence)
    return Merged(Background(city.name, municipality_code=""), year, None, {}, (), (), (finding,))


def _in_city(finding: Finding, city: City) -> Finding:
    return replace(finding, file=f"{city.name}/{finding.file}")


def _other_year(city: City, found: FiscalYear, year: FiscalYear) -> Finding:
    message = (
        f"{city.name}の事業所は{found}のものなので、{year}の計に入れていません。"
        f"juso.toml の fiscal_year を確かめてください。"
    )
    return form_finding("FORM-005", f"{city.name}/{CONFIG}", message, severity=Severity.WARNING)


def write_many_file(place: Path | None, overview: Overview) -> list[Path]:
    """The municipalities side by side as a workbook; nothing without a place."""
    if not place:
        return []
    from juso.adapters.many_workbook import write_many

    return [save_new(place, lambda path: write_many(path, overview))]


def long_rows_of(many: Many) -> Iterator[tuple[Any, ...]]:
    """月次実績 of all municipalities, one after the other."""
    from juso.services.tally.long_table import figure_rows

    for part, figures in many.figures():
        if not figures:
            continue  # an office that cannot be opened has no code either
        yield from figure_rows(part.code, part.year, figures)
