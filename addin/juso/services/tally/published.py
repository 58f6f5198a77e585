"""公表値: the figures exactly as they were settled, month by month from the version of each."""

from __future__ import annotations

from dataclasses import replace

from juso.koshu.tally.reading import FormReading, TallyRow
from juso.koshu.tally.submission import Life
from juso.koshu.tally.values import State
from juso.services.tally.records import Records

BLANK = (None, State.BLANK)


def published(records: Records) -> list[FormReading]:
    """One reading a form up to the last settled month; a month not settled has no figures.

    `records` must keep every version from which a month was settled.
    """
    return [_composed(life, records) for life in records.lives.values() if life.settled]


def _composed(life: Life, records: Records) -> FormReading:
    last = max(life.settled)
    months = tuple(month for month in life.year.months if month <= last)
    parts = tuple(
        records.kept.get(life.settled[month].sha256) if month in life.settled else None
        for month in months
    )
    newest = records.kept[life.settled[last].sha256]
    codes = dict.fromkeys(code for part in parts if part for code in part.rows)
    return replace(
        newest,
        months=months,
        columns=tuple(part.columns[n] if part else None for n, part in enumerate(parts)),
        rows={code: _row(code, parts, newest) for code in codes},
        findings=(),
        parts=parts,
    )


def _row(code: str, parts: tuple[FormReading | None, ...], newest: FormReading) -> TallyRow:
    cells = [
        (part.rows[code].values[n], part.rows[code].states[n])
        if part and code in part.rows
        else BLANK
        for n, part in enumerate(parts)
    ]
    number = newest.rows[code].number if code in newest.rows else 0
    return TallyRow(number, tuple(v for v, _ in cells), tuple(s for _, s in cells))
