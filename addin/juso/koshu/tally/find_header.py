"""The heading rows of the sheet 月次 to the places of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.core.cells import fold, is_blank, show
from juso.koshu.tally.form_header import (
    AROUND,
    CODE,
    CODE_WORDS,
    DEPTH,
    LABEL_WORDS,
    REMARKS,
    Header,
    Row,
    Rows,
)
from juso.koshu.tally.month_heading import is_barred, is_plain, is_total, month_of, read_span

LONGEST = 12  # characters of a heading
SPAN = 10  # characters of a heading above headings
FEWEST = 3  # months that make a row of headings where 項目コード is gone
SUBHEADS = frozenset({"実績", "実績値", "当月", "当年", "本年", "今年", "今年度", "本年度", "件数"})


def find_header(rows: Rows, year: FiscalYear) -> Header | None:
    """The first heading row; None where no row has 項目コード or several months."""
    anchor = _row_of_code(rows)
    if anchor is None:
        anchor = _row_of_months(rows, year)
    return None if anchor is None else _HeadingRows(rows, year, anchor).header()


def _row_of_code(rows: Rows) -> int | None:
    """0-based row of the heading 項目コード."""
    for index, row in enumerate(rows[:DEPTH]):
        if any(isinstance(raw, str) and _word(raw) == CODE for raw in row):
            return index
    return None


def _row_of_months(rows: Rows, year: FiscalYear) -> int | None:
    for index, row in enumerate(rows[:DEPTH]):
        bare = any(_word(raw) in LABEL_WORDS | CODE_WORDS for raw in row)
        if len(_months(row, year, bare=bare)) >= FEWEST:
            return index
    return None


def _word(raw: Any) -> str:
    return _folded(raw) if isinstance(raw, str) and 0 < len(raw) <= LONGEST else ""


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(text)


def _months(row: Row, year: FiscalYear, *, bare: bool) -> set[Month]:
    return {m for raw in row if raw != "" and (m := month_of(raw, year, bare=bare))}


@dataclass(slots=True)
class _HeadingRows:
    """The rows around the one that shows where the headings are."""

    rows: Rows
    year: FiscalYear
    anchor: int

    def header(self) -> Header:
        at = self._row_of_most_months()
        below = self._row_below(at)
        last = max(self.anchor, at, at if below is None else at + 1)
        header = Header(self.year, last + 1, at=at + 1)
        named = (at, self.anchor) if at != self.anchor else (at,)
        for index in named:
            self._name_columns(header, self.rows[index])
        taken: dict[Month, list[int]] = {}
        for place, month in self._months_of(header, at, below):
            taken.setdefault(month, []).append(place)
        self._take_months(header, taken)
        return header

    def _row_of_most_months(self) -> int:
        counts = {self.anchor: len(_months(self.rows[self.anchor], self.year, bare=True))}
        if counts[self.anchor] < len(self.year.months):
            first = max(0, self.anchor - AROUND)
            for index in range(first, min(len(self.rows), self.anchor + AROUND + 1)):
                if index != self.anchor:
                    counts[index] = len(_months(self.rows[index], self.year, bare=False))
        return max(counts, key=lambda index: (counts[index], index == self.anchor))

    def _row_below(self, at: int) -> Row | None:
        """The row below the months where 目標 and 実績 stand side by side."""
        row = self.rows[at + 1] if at + 1 < len(self.rows) else ()
        return row if sum(_word(raw) in SUBHEADS for raw in row) >= FEWEST else None

    def _name_columns(self, header: Header, row: Row) -> None:
        totals = []
        for place, raw in enumerate(row):
            word = _word(raw)
            if word == CODE or (word in CODE_WORDS and header.code is None):
                header.code = place
            elif word in LABEL_WORDS and header.label is None:
                header.label = place
            elif is_total(raw):
                totals.append(place)
            elif word in REMARKS:
                header.aside.append(place)
        if len(totals) == 1:
            header.total = totals[0]

    def _months_of(self, header: Header, at: int, below: Row | None) -> Iterator[tuple[int, Month]]:
        """Every column that holds a month's own figures; the others are kept apart."""
        row = self.rows[at]
        named = {header.code, header.label, header.total}
        first = next((p for p, raw in enumerate(row) if month_of(raw, self.year)), 0)
        above = [_filled(self.rows[index], first) for index in range(max(0, at - AROUND), at)]
        bare = at == self.anchor
        heading: Any = ""
        for place, own in enumerate(row):
            heading = own if below is None or not is_blank(own) else heading
            over = [texts[place] for texts in above if place in texts]
            under = below[place] if below is not None else ""
            month = None if place in named else month_of(heading, self.year, bare=bare)
            if month and not any(map(is_barred, (*over, under))):
                yield place, self._in_span(month, heading, over)
            elif place not in named and place not in header.aside and not is_total(own):
                header.other.append(place)

    def _in_span(self, month: Month, heading: Any, over: list[str]) -> Month:
        """The month in the year that stands above it; a heading with a year needs none."""
        span = next(filter(None, map(read_span, reversed(over))), None)
        other = self.year.previous
        if span is None or month_of(heading, other) == month:
            return month
        return span.month(month.month)

    def _take_months(self, header: Header, taken: dict[Month, list[int]]) -> None:
        headings = self.rows[header.at - 1]
        own = {month.month for month in taken if month.fiscal_year == self.year}
        for month, places in taken.items():
            if month.fiscal_year != self.year:
                if month.month in own:
                    header.other += places
                else:
                    header.foreign += [(place, month) for place in places]
                continue
            place = places[0] if len(places) == 1 else self._one_of(header, month, places)
            if place is not None:
                header.months[month] = place
                if not is_plain(headings[place]):
                    header.odd.append((place, month))
        header.other.sort()

    def _one_of(self, header: Header, month: Month, places: list[int]) -> int | None:
        """Which of a month's columns to read: the filled one, or any where they say the same."""
        columns = {
            place: tuple(show(row[place]) for row in self.rows[header.row :]) for place in places
        }
        filled = [place for place in places if any(map(str.strip, columns[place]))] or places[:1]
        if len({columns[place] for place in filled}) > 1:
            header.dropped += [(place, month) for place in places]
            return None
        header.doubled += [(place, month) for place in places if place != filled[0]]
        return filled[0]


def _filled(row: Row, first: int) -> dict[int, str]:
    """Short headings above headings, each as far as the next: a merged cell has only one."""
    found: dict[int, str] = {}
    text = ""
    for place in range(first, len(row)):
        raw = row[place]
        if not is_blank(raw):
            text = show(raw) if len(show(raw)) <= SPAN else ""
        if text:
            found[place] = text
    return found
