"""Z01, Z04, Z05: single figures that stand out from their own past, each said once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from juso.core.cells import show
from juso.core.finding import Finding
from juso.koshu.settings import Settings
from juso.koshu.tally.comparison import rows_needed, totals_above
from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.items import form, items_by_code
from juso.koshu.tally.reading import FormReading, figure_spot, form_finding
from juso.koshu.tally.relations import RULE_BY_ID
from juso.koshu.tally.values import Number
from juso.services.tally.past import Past, changed_much, pasts, slipped_digit, stands_out

OPEN_DAYS = "R01"  # at a site of R
DIVIDED = ("（複数可）", "の種別", "の対象")  # groups whose rows divide what was done anyway
REPEATED, CLUMPED = "延べ", 3.0  # people come again: such counts vary more
SINGLE = 1.5  # than the root of their mean, by which counts of single events vary


@dataclass(frozen=True, slots=True)
class Oddity:
    """One figure that is not like the others of its row."""

    rule: str
    past: Past
    is_high: bool
    words: str


def check_outliers(
    reading: FormReading,
    before: FormReading | None,
    settings: Settings,
    spoken: Collection[str],
) -> Iterator[Finding]:
    """The odd figures of a form; not those in `spoken`, W1/A01/R7.4, that were told already."""
    items, above = items_by_code(reading.form), totals_above(reading.form)
    odd: dict[tuple[str, int], Oddity] = {}
    for code, needed, is_part in _asked(reading.form):
        if code not in reading.rows:
            continue
        for past in pasts(reading, before, code, needed, settings["outlier_least"]):
            if found := _oddity(items[code], past, settings, is_part=is_part):
                odd[code, past.place] = found
    for (code, place), oddity in odd.items():
        key = f"{reading.form}/{code}/{reading.months[place]}"
        if key not in spoken and not _is_explained(odd, above, code, place):
            yield _finding(reading, items[code], oddity)


@cache
def _asked(form_code: str) -> tuple[tuple[str, str, bool], ...]:
    """Each row to look at, the row without which it is 0, and whether it is part of another."""
    above, needs = totals_above(form_code), rows_needed(form_code)
    return tuple(
        (
            code,
            needs.get(code) or _open_days(code),
            code in above or item.group.endswith(DIVIDED),
        )
        for code, item in items_by_code(form_code).items()
        if item.required and not item.cumulative and not item.decimals
    )


def _oddity(item: TallyItem, past: Past, settings: Settings, *, is_part: bool) -> Oddity | None:
    """The strongest thing to say of a figure: a slipped digit, then the past, then last year.

    Of a part only the first: one new visitor makes a category of a total what it never was.
    """
    enough = len(past.known) >= settings["outlier_months"]
    is_flow = item.kind is not Kind.STOCK  # what is under way may pile up month by month
    least = settings["outlier_least"]
    clumped = CLUMPED if REPEATED in item.label else SINGLE
    is_out = enough and is_flow and stands_out(past, settings["outlier_width"], least, clumped)
    if enough and (is_out or not is_flow) and (words := slipped_digit(past)):
        return Oddity("TALLY-305", past, past.is_high, words)
    if is_part:
        return None
    if is_out:
        return Oddity("TALLY-301", past, past.is_high, "")
    if is_flow and changed_much(past, settings["year_change"], least, clumped):
        last = past.year_ago or 0
        return Oddity("TALLY-304", past, past.value > last, "")
    return None


def _open_days(code: str) -> str:
    """The row of a site without which its others are 0."""
    _, dash, site = code.partition("-")
    return f"{OPEN_DAYS}{dash}{site}" if dash and not code.startswith(OPEN_DAYS) else ""


def _is_explained(
    odd: dict[tuple[str, int], Oddity], above: dict[str, str], code: str, place: int
) -> bool:
    """Whether a row that this one is part of stands out the same way in the month."""
    mine, passed = odd[code, place], {code}
    while (code := above.get(code, "")) and code not in passed:
        passed.add(code)
        whole = odd.get((code, place))
        if whole and whole.is_high == mine.is_high:
            return True
    return False


def _finding(reading: FormReading, item: TallyItem, oddity: Oddity) -> Finding:
    rule, past = RULE_BY_ID[oddity.rule], oddity.past
    where = f"{form(reading.form).name}{reading.months[past.place].label}"
    if "-" in item.code:
        where += f"（{item.group.partition('（')[0]}）"
    message = f"{where}：「{item.label}」（{item.code}）は、{_words(item, oddity)}{rule.advice}"
    spot = figure_spot(reading, item.code, past.place, show(past.value))
    return form_finding(rule.id, reading.file, message, spot)


def _words(item: TallyItem, oddity: Oddity) -> str:
    past, unit = oddity.past, item.unit
    now, last = _number(past.value), past.year_ago
    if oddity.rule == "TALLY-304":
        return f"前年同月は{_number(last or 0)}{unit}、今月は{now}{unit}です。"
    low, high = min(past.known), max(past.known)
    usual = f"{_number(low)}{unit}" if low == high else f"{_number(low)}～{_number(high)}{unit}"
    year_ago = f"（前年同月{_number(last)}{unit}）" if last is not None else ""
    span = f"過去{len(past.known)}か月"
    return f"{span}は{usual}、今月は{now}{unit}です{year_ago}。{oddity.words}"


def _number(value: Number) -> str:
    """12,345: national figures are long."""
    return f"{value:,}"
