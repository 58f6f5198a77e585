"""The merged monthly figures: what the report, the workbook and `--json` are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import repeat
from typing import Any, NamedTuple

from juso.core.calendar import FiscalYear, Month
from juso.core.finding import Finding, column_letters
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.reading import FormReading, TallyRow
from juso.koshu.tally.values import Number, State
from juso.services.tally.background import Background
from juso.services.tally.completeness import Submission
from juso.services.tally.revisions import Correction, stated
from juso.services.tally.totals import TotalRow


class Figure(NamedTuple):
    """One figure of one window and month, and the cell it stands in."""

    municipality: str
    window: str
    item: str
    month: str  # R7.4
    value: Number | None
    state: State
    file: str
    sheet: str
    cell: str  # '' when the form has no such row
    sha256: str
    version: str  # 様式版

    def to_json(self) -> dict[str, Any]:
        """The JSON contract."""
        city, window, item, month, value, state, file, sheet, cell, sha256, version = self
        return {
            "municipality": city,
            "window": window,
            "item": item,
            "month": month,
            "value": value,
            "state": state,
            "source": {
                "file": file,
                "sheet": sheet,
                "cell": cell,
                "sha256": sha256,
                "version": version,
            },
        }

    @classmethod
    def of_json(cls, record: dict[str, Any]) -> Figure:
        """The figure that was written as such a record."""
        source = record["source"]
        what = (record[name] for name in cls._fields[:5])
        where = (source[name] for name in cls._fields[6:])
        return cls._make((*what, State(record["state"]), *where))


_figure = partial(tuple.__new__, Figure)  # 10,000 of them at the speed of `zip`


@dataclass(frozen=True)
class Merged:
    """All forms of one municipality and fiscal year; months after `through` are not due yet."""

    background: Background
    year: FiscalYear
    through: Month | None
    forms: Mapping[str, FormReading]  # W1–W4, M, O, P, R, those that were submitted
    total_rows: tuple[TotalRow, ...]
    completeness: tuple[Submission, ...]
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...] = ()  # settled figures that a later version changed

    @property
    def is_published(self) -> bool:
        """Whether these are the figures as they were settled."""
        return any(reading.parts for reading in self.forms.values())

    @property
    def municipality(self) -> str:
        return self.background.municipality

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure up to each form's 提出対象月, in the order of forms, rows and months."""
        return tuple(f for reading in self.forms.values() for f in self.figures_of(reading))

    @cached_property
    def values(self) -> dict[tuple[str, str, Month], Number]:
        """The known figures by window, item and month."""
        return {
            (code, item, month): value
            for code, reading in self.forms.items()
            for item, row in reading.rows.items()
            for month, value in zip(reading.months, row.values, strict=True)
            if value is not None
        }

    def figures_of(self, reading: FormReading) -> Iterator[Figure]:
        """A form's figures; where several versions speak, each month's from its own."""
        if not reading.parts:
            return self._figures(reading)
        unsettled = FormReading("", "")
        return (
            Figure(
                *(self.municipality, reading.form, code, str(month)),
                *stated(reading, code, place)[:2],
                *(part.file, part.sheet, stated(part, code, place).cell),
                *(part.sha256, part.cover.version),
            )
            for code in items_by_code(reading.form)
            for place, month in enumerate(reading.months)
            for part in [reading.parts[place] or unsettled]
        )

    def _figures(self, reading: FormReading) -> Iterator[Figure]:
        labels = [str(month) for month in reading.months]
        before = repeat(self.municipality), repeat(reading.form)
        after = repeat(reading.sha256), repeat(reading.cover.version)
        for code, row, cells in rows_of(reading):
            at = repeat(reading.file), repeat(reading.sheet), cells
            figures = labels, row.values, row.states, *at
            yield from map(_figure, zip(*before, repeat(code), *figures, *after, strict=False))

    def to_json(self) -> dict[str, list[dict[str, Any]]]:
        """The document `juso merge --json` prints; services/tally/merged_text writes it faster.

        締め後修正 are listed only where there are any.
        """
        document = {
            "figures": [figure.to_json() for figure in self.figures],
            "totals": [
                total
                for row in self.total_rows
                for total in row.to_json(self.municipality, self.year)
            ],
            "completeness": [
                {"municipality": self.municipality, **submission.to_json()}
                for submission in self.completeness
            ],
            "findings": [finding.to_json() for finding in self.findings],
        }
        if self.corrections:
            document["corrections"] = [correction.to_json() for correction in self.corrections]
        return document


def rows_of(reading: FormReading) -> Iterator[tuple[str, TallyRow, list[str]]]:
    """項目コード, figures and cells of every row the form ought to have, in its order.

    A row that is not in the file has blank figures and no cells.
    """
    width = len(reading.months)
    letters = ["" if c is None else column_letters(c) for c in reading.columns]
    nothing, nowhere = TallyRow(0, (None,) * width, (State.BLANK,) * width), [""] * width
    for code in items_by_code(reading.form):
        row = reading.rows.get(code, nothing)
        number = str(row.number)
        cells = [letter and letter + number for letter in letters] if row.number else nowhere
        yield code, row, cells
