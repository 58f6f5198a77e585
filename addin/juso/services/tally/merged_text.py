"""The JSON of merged figures as text, section by section, without an object for each record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat

from juso.koshu.tally.read_cells import ALL_VALUES
from juso.koshu.tally.reading import FormReading
from juso.koshu.tally.values import Number, State
from juso.services.tally.completeness import Submission
from juso.services.tally.merged import Merged, rows_of
from juso.services.tally.totals import TotalRow

BETWEEN = ", "
Chunks = Iterable[str]  # records of one section, those within a chunk parted by BETWEEN


def json_document(sections: Mapping[str, Iterable[bytes]]) -> Iterator[bytes]:
    """One JSON document in pieces, of the chunks of each section in their order."""
    opening = "{"
    for name, chunks in sections.items():
        yield f'{opening}"{name}": ['.encode()
        between = b""
        for chunk in filter(None, chunks):
            yield between
            yield chunk
            between = BETWEEN.encode()
        opening = "], "
    yield b"]}"


def merged_json(merged: Merged) -> bytes:
    """What `juso merge --json` prints: the text of Merged.to_json()."""
    sections = merged_sections(merged).items()
    return b"".join(json_document({name: [text] for name, text in sections}))


def merged_sections(merged: Merged) -> dict[str, bytes]:
    """All records of one municipality, by section."""
    return {name: BETWEEN.join(chunks).encode() for name, chunks in _sections(merged).items()}


def _sections(merged: Merged) -> dict[str, Chunks]:
    sections: dict[str, Chunks] = {
        "figures": figure_text(merged),
        "totals": (_total_text(row, merged) for row in merged.total_rows),
        "completeness": (_submission_text(s, merged) for s in merged.completeness),
        "findings": (to_text(finding.to_json()) for finding in merged.findings),
    }
    if merged.corrections:
        sections["corrections"] = (to_text(c.to_json()) for c in merged.corrections)
    return sections


to_text = json.JSONEncoder(ensure_ascii=False).encode
"""One value as JSON text."""


def figure_text(merged: Merged) -> Iterator[str]:
    """The figures, those of a form's row in one chunk."""
    for reading in merged.forms.values():
        if not reading.months:
            continue
        if reading.parts:
            yield from (to_text(figure.to_json()) for figure in merged.figures_of(reading))
            continue
        usual = _row_template(merged.municipality, reading, to_text(State.VALUE))
        other = _row_template(merged.municipality, reading, "%s")
        for code, row, cells in rows_of(reading):
            if row.states is ALL_VALUES[len(cells)]:
                parts = zip(repeat(code), row.values, cells, strict=False)
                yield usual % tuple(chain.from_iterable(parts))
            else:
                values, states = map(_number, row.values), map(to_text, row.states)
                yield other % tuple(
                    chain.from_iterable(zip(repeat(code), values, states, cells, strict=False))
                )


def _row_template(municipality: str, reading: FormReading, state: str) -> str:
    """All months of a row with %s for each item, value, state if not given, and cell."""
    city, window, file, sheet, sha256, version = (
        to_text(text).replace("%", "%%")
        for text in (
            municipality,
            reading.form,
            reading.file,
            reading.sheet,
            reading.sha256,
            reading.cover.version,
        )
    )
    return BETWEEN.join(
        f'{{"municipality": {city}, "window": {window}, "item": "%s", "month": "{month}", '
        f'"value": %s, "state": {state}, "source": {{"file": {file}, "sheet": {sheet}, '
        f'"cell": "%s", "sha256": {sha256}, "version": {version}}}}}'
        for month in reading.months
    )


def _number(value: Number | None) -> str:
    return "null" if value is None else repr(value)


def _total_line(head: str, month: str, value: Number | None, missing: Sequence[str]) -> str:
    if value is not None and not missing:
        return f'{head}, "month": {month}, "value": {value!r}, "complete": true, "missing": []}}'
    return (
        f'{head}, "month": {month}, "value": {_number(value)}, '
        f'"complete": false, "missing": {to_text(missing)}}}'
    )


def _total_text(row: TotalRow, merged: Merged) -> str:
    if row.by_register:
        return BETWEEN.join(map(to_text, row.to_json(merged.municipality, merged.year)))
    head = (
        f'{{"municipality": {to_text(merged.municipality)}, "window": "{row.scope}", '
        f'"item": "{row.item.code}", "kind": "{row.item.kind}", "year": "{merged.year.short}"'
    )
    if row.by_register:
        return BETWEEN.join(map(to_text, row.to_json(merged.municipality, merged.year)))
    lines = [
        _total_line(head, f'"{month}"', value, row.missing.get(month, ()))
        for month, value in zip(row.months, row.values, strict=True)
    ]
    if row.year:
        lines.append(_total_line(head, "null", row.year.value, row.year.missing))
    return BETWEEN.join(lines)


def _submission_text(submission: Submission, merged: Merged) -> str:
    return to_text({"municipality": merged.municipality, **submission.to_json()})
