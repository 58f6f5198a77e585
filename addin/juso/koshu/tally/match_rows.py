"""Rows without a code to items of the form: by label, group heading and neighbours.

A row whose name several items bear is only taken where the heading above it, or a row beside it
that is sure, tells which is meant; what is found so is taken back where another row that stays
unclear could be the same item.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from juso.core.cells import fold, is_blank
from juso.koshu.tally.layout import Layout

CODE_BEFORE = re.compile(r"([A-Za-z]\d{2,3}[a-z]?(?:-[Ss]\d{2})?)[\s:：.．、_]*(\D.*)", re.DOTALL)


@dataclass(slots=True)
class Line:
    """One row below the heading that names an item, or a group of items."""

    number: int
    label: str = ""
    code: str = ""  # by its code, then by its label
    can: frozenset[str] = frozenset()  # the codes its label can mean
    heading: str = ""  # the group it announces
    group: str = ""  # the group announced above it
    filled: bool = False  # whether it has numbers


@dataclass(slots=True)
class Matches:
    """What labels tell: item by Excel row, and rows that could be several items."""

    found: list[tuple[str, int]] = field(default_factory=list)
    unclear: list[Line] = field(default_factory=list)


def line_of(
    number: int,
    texts: Sequence[tuple[int, str]],
    label: int | None,
    layout: Layout,
    *,
    filled: bool,
) -> Line:
    """A row without a code in its own column; `texts` are its words by place."""
    line = Line(number, filled=filled)
    line.heading = next((g for _, text in texts if (g := layout.group(text))), "")
    named = [text for place, text in texts if place == label] or [text for _, text in texts]
    for text in named:
        inside = CODE_BEFORE.fullmatch(text.strip())
        code = layout.plain.get(fold(inside[1]).upper()) if inside else None
        if inside and code and code in layout.called(inside[2]):
            line.label, line.can = text, frozenset({code})
            return line
        if can := layout.called(text):
            line.label, line.can = text, can
            return line
    return line


def match_rows(lines: Sequence[Line], layout: Layout) -> Matches:
    """Find the items of rows without a code among those no row has the code of."""
    coded = {line.code for line in lines if line.code}
    _announce(lines)
    trusted = _trusted(lines, layout)
    loose = [line for line in lines if not line.code and line.can - coded]
    for line in loose:
        if len(line.can) == 1:
            line.code = next(iter(line.can))
    open_ = [line for line in loose if not line.code]
    _decide(lines, open_, coded, trusted, layout)
    _take_back(open_)
    found = [(line.code, line.number) for line in loose if line.code]
    unclear = [line for line in open_ if not line.code and line.filled]
    return Matches(found, [replace(line, can=line.can - coded) for line in unclear])


def _decide(
    lines: Sequence[Line],
    open_: Sequence[Line],
    coded: Collection[str],
    trusted: frozenset[str],
    layout: Layout,
) -> None:
    """Settle what evidence allows, again and again: a row that is sure speaks for the next one."""
    items = [line for line in lines if line.code or line.can]
    beside = {
        line.number: (above, below)
        for above, line, below in zip([None, *items], items, [*items[1:], None], strict=False)
    }
    changed = True
    while changed:
        changed = False
        for line in (line for line in open_ if not line.code):
            options = line.can.difference(coded)
            line.code = _judge(line, options, beside[line.number], trusted, layout)
            changed = changed or bool(line.code)


def _announce(lines: Iterable[Line]) -> None:
    group = ""
    for line in lines:
        group = line.heading or group
        line.group = group


def _trusted(lines: Sequence[Line], layout: Layout) -> frozenset[str]:
    """Groups below whose headings nothing of another group stands."""
    foreign = set()
    for line in lines:
        can = {line.code} if line.code else line.can
        if line.group and can and all(layout.items[code].group != line.group for code in can):
            foreign.add(line.group)
    return frozenset(line.group for line in lines if line.group) - foreign


def _judge(
    line: Line,
    options: frozenset[str],
    beside: tuple[Line | None, Line | None],
    trusted: frozenset[str],
    layout: Layout,
) -> str:
    """The item all evidence speaks for; '' without any."""
    said: list[str] = []
    if line.group in trusted:
        here = [code for code in options if layout.items[code].group == line.group]
        said += here if len(here) == 1 else []
    for neighbour, step in zip(beside, (-1, 1), strict=True):
        if neighbour is None or not neighbour.code:
            continue
        group, at = layout.items[neighbour.code].group, layout.order[neighbour.code]
        said += [
            code
            for code in options
            if layout.items[code].group == group and layout.order[code] + step == at
        ]
    return said[0] if len(set(said)) == 1 else ""


def _take_back(open_: Iterable[Line]) -> None:
    """Undo what was decided where an unclear row could be the same item: it may have been moved."""
    again = True
    while again:
        again = False
        unclear = {c for line in open_ if not line.code and line.filled for c in line.can}
        for line in open_:
            if line.code in unclear:
                line.code, again = "", True


def words_of(row: Sequence[Any], skip: frozenset[int]) -> list[tuple[int, str]]:
    """The texts of a row outside the columns to skip, by place."""
    return [
        (place, raw)
        for place, raw in enumerate(row)
        if isinstance(raw, str) and raw and place not in skip and not is_blank(raw)
    ]
