"""Z02, Z03, V-T14: months of a form that are odd as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from statistics import median

from juso.core.finding import Finding
from juso.koshu.settings import Settings
from juso.koshu.tally.item import Kind
from juso.koshu.tally.items import form, items_by_code
from juso.koshu.tally.plausibility import ACTIVITY, KEPT_MONTHS, TELLING
from juso.koshu.tally.reading import FormReading, Spot, form_finding
from juso.koshu.tally.relations import RULE_BY_ID
from juso.koshu.tally.values import Number

COPIED = 3  # months in a row
SHOWN = 3  # codes named in a sentence
Line = tuple[Number | None, ...]


def check_months(
    reading: FormReading, before: FormReading | None, settings: Settings
) -> Iterator[Finding]:
    """What is odd about whole months of a form."""
    lines = _lines(reading, before)
    first, least = KEPT_MONTHS if before else 0, settings["copied_rows"]
    copied = _copied(lines, first, least)
    for place in range(len(reading.months)):
        if codes := copied.get(first + place):
            words = f"{len(codes)}項目が3か月続けて同じ数です（{_names(codes)}）。"
            yield _said(reading, place, "TALLY-302", words)
        codes = _fallen_silent(lines, first + place, settings["outlier_months"])
        if len(codes) >= least:
            words = f"いつもは数のある{len(codes)}項目が、すべて0です（{_names(codes)}）。"
            yield _said(reading, place, "TALLY-303", words)
    yield from _without_activity(reading, settings["zero_months"])


def _lines(reading: FormReading, before: FormReading | None) -> dict[str, Line]:
    """The monthly counts of each row, last year's before them; no stocks, no 年度累計."""
    if before is None:
        rows = reading.rows
        return {code: rows[code].values for code in _counts(reading.form) if code in rows}
    lines: dict[str, Line] = {}
    for code in _counts(reading.form):
        row, old = reading.rows.get(code), before.rows.get(code)
        earlier = old.values if old else ()
        if row:
            blank = (None,) * (KEPT_MONTHS - len(earlier))
            lines[code] = (*earlier, *blank, *row.values)
    return lines


@cache
def _counts(form_code: str) -> tuple[str, ...]:
    items = items_by_code(form_code).values()
    return tuple(i.code for i in items if i.kind is not Kind.STOCK and not i.cumulative)


def _copied(lines: dict[str, Line], first: int, least: int) -> dict[int, list[str]]:
    """Z02: rows with the same telling figure for three months, which is not their usual one.

    They count only if they are many, and half of all that could tell. By the last of the
    months.
    """
    same: dict[int, list[str]] = {}
    for code, line in lines.items():
        for here, (a, b, c) in enumerate(zip(line, line[1:], line[2:], strict=False), start=2):
            if a == b == c is not None and c >= TELLING and here >= first:
                same.setdefault(here, []).append(code)
    return {
        here: codes
        for here, found in same.items()
        if len(found) >= least
        and len(codes := [c for c in found if lines[c][here] != _usual(lines[c], here)])
        >= max(least, _telling(lines, here) / 2)
    }


def _telling(lines: dict[str, Line], here: int) -> int:
    """How many rows have figures that are not the same by chance."""
    threes = (line[here - COPIED + 1 : here + 1] for line in lines.values())
    return sum(all(f is not None and f >= TELLING for f in three) for three in threes)


def _usual(line: Line, here: int) -> float | None:
    """The median of a row's other months."""
    copied = range(here - COPIED + 1, here + 1)
    others = [f for place, f in enumerate(line) if f is not None and place not in copied]
    return median(others) if others else None


def _fallen_silent(lines: dict[str, Line], here: int, months: int) -> list[str]:
    """Z03: the rows that always had figures, if all of them are 0 in a month."""
    active: list[str] = []
    for code, line in lines.items() if here >= months else ():
        past = [f for f in line[max(0, here - KEPT_MONTHS) : here] if f is not None]
        if len(past) < months or 0 in past:
            continue
        if line[here] != 0:
            return []
        active.append(code)
    return active


def _names(codes: list[str]) -> str:
    more = "など" if len(codes) > SHOWN else ""
    return "、".join(codes[:SHOWN]) + more


def _without_activity(reading: FormReading, months: int) -> Iterator[Finding]:
    """V-T14: no 実績 for so many months, said once at the last of them."""
    rows = [reading.rows.get(code) for code in ACTIVITY.get(reading.form, ())]
    if not rows or None in rows or not months:
        return
    columns = list(zip(*(row.values for row in rows if row), strict=True))
    run = 0
    for place, figures in enumerate(columns):
        run = run + 1 if all(figure == 0 for figure in figures) else 0
        goes_on = columns[place + 1 : place + 2]
        if run >= months and not (goes_on and all(f == 0 for f in goes_on[0])):
            since = reading.months[place - run + 1].label
            words = f"実績が{since}から{run}か月続けて0件です。"
            yield _said(reading, place, "TALLY-514", words)


def _said(reading: FormReading, place: int, rule: str, words: str) -> Finding:
    month = reading.months[place]
    message = f"{form(reading.form).name}{month.label}：{words}{RULE_BY_ID[rule].advice}"
    first = form(reading.form).items[0].code
    spot = Spot(
        reading.sheet, reading.cell(first, place), f"{reading.form}/{month}", month.label, ""
    )
    return form_finding(rule, reading.file, message, spot)
