"""Which rows below the heading are the form's: by 項目コード, wherever they stand, else by label."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any

from juso.core.cells import fold, is_blank, show
from juso.core.spellings import DASHES
from juso.koshu.tally.form_header import CODE_WORDS, LABEL_WORDS, Header, Row, Rows
from juso.koshu.tally.layout import Layout
from juso.koshu.tally.match_rows import Line, Matches, line_of, match_rows, words_of
from juso.koshu.tally.month_heading import is_barred, month_of, years_in

Take = Callable[[Row], tuple[Any, ...]]

_CODE = re.compile(r"[A-Za-z]\d{2,3}[a-z]?(-S\d{2})?", re.IGNORECASE)
LONGEST_TITLE = 20
_DASH = re.compile(f"[{re.escape(''.join(DASHES))}]")


@dataclass(slots=True)
class FormRows:
    """Excel rows by 項目コード, and the rows that are not figures of the form."""

    figures: dict[str, int] = field(default_factory=dict)
    doubled: list[tuple[str, int]] = field(default_factory=list)
    unknown: list[tuple[str, int]] = field(default_factory=list)
    uncoded: list[int] = field(default_factory=list)  # numbers in a row without a code
    renamed: list[tuple[str, int]] = field(default_factory=list)  # with another label
    labelled: set[int] = field(default_factory=set)  # rows found by their label
    unclear: list[Line] = field(default_factory=list)  # rows that could be several items
    refused: dict[str, list[int]] = field(default_factory=dict)  # a code with different figures
    apart: int = 0  # a second heading, with the months elsewhere: nothing is read below it


def taker(columns: Sequence[int | None]) -> Take:
    """A function from a row to its twelve months; a month without a column is blank."""
    present = [column for column in columns if column is not None]
    if len(present) == len(columns):
        return itemgetter(*present)
    return lambda row: tuple("" if column is None else row[column] for column in columns)


def find_rows(rows: Rows, header: Header, layout: Layout, take: Take) -> FormRows:
    """Sort the rows below the heading; a code typed in full width is the same code."""
    found, loose = _by_code(rows, header, layout)
    if len(found.figures) < len(layout.items) and loose:
        lines = _lines(rows, header, layout, take, (found, loose))
        _take_labelled(found, match_rows(lines, layout))
    found.uncoded = [
        number
        for number in loose
        if number not in found.labelled
        and any(raw != "" and is_number(raw) for raw in take(rows[number - 1]))
    ]
    _settle_doubled(rows, take, found)
    if found.doubled:
        found.renamed = [
            (code, number)
            for code, number in found.renamed
            if found.figures[code] == number and code not in found.refused
        ]
    return found


def with_column_of_codes(rows: Rows, header: Header, layout: Layout) -> Header:
    """The header with the column in which most codes of the form stand."""
    counts: dict[int, int] = {}
    for row in rows[header.row :]:
        for place, raw in enumerate(row):
            if isinstance(raw, str) and raw and plain_code(raw, layout) in layout.items:
                counts[place] = counts.get(place, 0) + 1
    best = max(counts, key=lambda place: counts[place], default=None)
    return header if best is None else replace(header, code=best)


def plain_code(raw: Any, layout: Layout) -> str:
    """A code in full width, in small letters or with spaces is the same code."""
    if is_blank(raw):
        return ""
    text = _DASH.sub("-", fold(show(raw)))
    return layout.plain.get(text.upper(), text)


def _by_code(rows: Rows, header: Header, layout: Layout) -> tuple[FormRows, list[int]]:
    """The rows with a code, and the numbers of those without."""
    found, items, at, label = FormRows(), layout.items, header.code, header.label
    loose: list[int] = []
    for number, row in enumerate(rows[header.row :], start=header.row + 1):
        raw = "" if at is None else row[at]
        code = raw if raw in items else plain_code(raw, layout)
        if code in items:
            if code in found.figures:
                found.doubled.append((code, number))
            else:
                found.figures[code] = number
            if label is not None and row[label] != items[code].label:
                _compare_label(found, layout, code, number, row[label])
        elif _is_heading(row, header):
            if not _same_months(row, header) or _of_other_figures(rows, number, header):
                found.apart = number
                break
        elif _CODE.fullmatch(code):
            found.unknown.append((code, number))
        else:
            loose.append(number)
    return found, loose


def _compare_label(found: FormRows, layout: Layout, code: str, number: int, raw: Any) -> None:
    if isinstance(raw, str) and (can := layout.called(raw)) and code not in can:
        found.renamed.append((code, number))


def _is_heading(row: Row, header: Header) -> bool:
    """Whether the words of the heading stand in their columns once more."""
    for place, words in ((header.code, CODE_WORDS), (header.label, LABEL_WORDS)):
        if place is not None and isinstance(row[place], str) and fold(row[place]) in words:
            return True
    return False


def _same_months(row: Row, header: Header) -> bool:
    """Whether a second heading has the months where the first one has them, or none."""
    months = {p: m for p, raw in enumerate(row) if raw != "" and (m := month_of(raw, header.year))}
    return all(header.months.get(month) == place for place, month in months.items())


def _of_other_figures(rows: Rows, number: int, header: Header) -> bool:
    """Whether the title above a second heading speaks of another year, of targets and the like."""
    texts = [raw for row in rows[max(0, number - 4) : number - 1] for raw in row]
    titles = [raw for raw in texts if isinstance(raw, str) and 0 < len(raw) <= LONGEST_TITLE]
    years = [year for title in titles for year in years_in(title)]
    return any(map(is_barred, titles)) or any(year != header.year for year in years)


def _lines(
    rows: Rows, header: Header, layout: Layout, take: Take, sorted_rows: tuple[FormRows, list[int]]
) -> list[Line]:
    """Every row with a code, and every other one with what its words can mean."""
    found, loose = sorted_rows
    skip = frozenset(
        place
        for place in (*header.months.values(), *header.aside, header.total)
        if place is not None
    )
    coded = (*found.figures.items(), *found.doubled)
    lines = [Line(number, code=code, filled=True) for code, number in coded]
    for number in loose:
        row = rows[number - 1]
        filled = not all(map(is_blank, take(row)))
        lines.append(line_of(number, words_of(row, skip), header.label, layout, filled=filled))
    return sorted(lines, key=lambda line: line.number)


def _take_labelled(found: FormRows, matches: Matches) -> None:
    for code, number in matches.found:
        found.labelled.add(number)
        if code in found.figures:
            found.doubled.append((code, number))
        else:
            found.figures[code] = number
    found.unclear = matches.unclear
    found.labelled |= {line.number for line in matches.unclear}


def _settle_doubled(rows: Rows, take: Take, found: FormRows) -> None:
    """Of rows with one code the filled one counts; none where they differ."""
    for code in dict.fromkeys(code for code, _ in found.doubled):
        numbers = [found.figures[code], *(n for c, n in found.doubled if c == code)]
        typed = {n: tuple(show(raw).strip() for raw in take(rows[n - 1])) for n in numbers}
        filled = [n for n in numbers if any(typed[n])] or numbers[:1]
        if len({typed[n] for n in filled}) > 1:
            found.refused[code] = numbers
        found.figures[code] = filled[0]
        found.doubled = [(c, n) for c, n in found.doubled if c != code] + [
            (code, n) for n in numbers if n != filled[0]
        ]


def is_number(raw: Any) -> bool:
    """Whether a cell holds a number, as such or as text."""
    return isinstance(raw, float) or (isinstance(raw, str) and fold(raw).isdecimal())
