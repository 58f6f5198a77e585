"""What a public edition hides: small figures of the forms, and tables of the register.

The equations are those the forms themselves must keep (koshu/tally/relations.py), taken over the
year, and the sums of windows and places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from juso.koshu.amount import HIDDEN, Amount
from juso.koshu.codes import Window
from juso.koshu.tally.comparison import Comparison, Part, comparisons
from juso.koshu.tally.core_items import CORE_ITEMS
from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.items import FORMS
from juso.koshu.tally.items import item as tally_item
from juso.koshu.tally.relation import Operator, When
from juso.koshu.tally.site_items import COMMON_ITEMS, site_code
from juso.koshu.tally.sites import community_sites
from juso.services.report.figures import (
    CITY,
    MONTHLY_IN_PUBLIC,
    SITES,
    WINDOWS,
    Figures,
    YearKey,
    counts_persons,
)
from juso.services.report.protect import Equation, Publication, hide

YearEquation = Equation[YearKey]
APRIL = "@"  # marks what April took over from March
UNPRINTED = frozenset({"E03"})  # in no table of a public edition
SENT_AND_RECEIVED = (
    *(((w.code, "F15"), ("M", f"M01{part}")) for w, part in zip(Window, "abcd", strict=True)),
    ((CITY, "F16"), ("O", "O01c")),
    ((CITY, "F17"), ("P", "P01")),
)
"""つなぎ of the windows and 受付 of the programmes: the same cases, counted twice."""


def protected(figures: Figures, threshold: int, *, knows_last_year: bool = False) -> Figures:
    """The figures of a public edition.

    What April took over from March is printed only where last year's figures are.
    """
    values = {key: a.value for key, a in _amounts(figures) if a.value is not None}
    sensitive = [key for key in values if counts_persons(_item_of(key))]
    equations = [*_form_equations(), *_sums(figures)]
    equations += [
        Equation((sent,), (received,))
        for sent, received in SENT_AND_RECEIVED
        if values.get(sent) == values.get(received)
    ]
    totals = {key for equation in equations for key in equation.whole}
    values |= _carried_over(values, equations)
    unseen = [
        (form, code)
        for form, code in values
        if code in UNPRINTED or (code.endswith(APRIL) and not (knows_last_year and form == CITY))
    ]
    publication = Publication(values, equations, sensitive, totals, unseen)
    return replace(figures, hidden=hide(publication, threshold))


def _carried_over(
    values: Mapping[YearKey, float], equations: Iterable[YearEquation]
) -> dict[YearKey, float]:
    """What April took over: what is left of its equation."""
    found: dict[YearKey, float] = {}
    for equation in equations:
        starts = [k for k in equation.whole if k[1].endswith(APRIL)]
        rest = [k for k in equation.terms if k not in starts]
        if len(starts) == 1 and all(k in values for k in rest):
            whole = sum(values[k] for k in equation.whole if k not in starts)
            found.setdefault(starts[0], sum(values[k] for k in equation.parts) - whole)
    return found


def _amounts(figures: Figures) -> Iterator[tuple[YearKey, Amount]]:
    for form in FORMS:
        for item in form.items:
            yield (form.code, item.code), figures.year(form.code, item.code)
    for item in CORE_ITEMS:
        yield (CITY, item.code), figures.city(item.code)
    for code in MONTHLY_IN_PUBLIC:
        for month in figures.fiscal_year.months:
            yield (CITY, f"{code}/{month}"), figures.city_month(code, month)
    for item in COMMON_ITEMS:
        for service in ("", *_services()):
            yield (SITES, f"{item.code}/{service}"), figures.places(item.code, service)


def _item_of(key: YearKey) -> TallyItem:
    form, code = key
    plain = code.partition("/")[0].removesuffix(APRIL)
    if form == SITES and "/" in code:
        return next(i for i in COMMON_ITEMS if i.code == plain)
    return tally_item(WINDOWS[0] if form == CITY else form, plain)


def _services() -> list[str]:
    return list(dict.fromkeys(site.service.services[0] for site in community_sites()))


def _form_equations() -> Iterator[YearEquation]:
    for form in FORMS:
        found = [c for c in comparisons(form.code) if c.operator is Operator.EQUAL]
        starts = {c.left[0].codes[0] for c in found if _is_carried_over(c)}
        for comparison in found:
            equation = _over_the_year(form.code, comparison, starts)
            if equation and not _is_carried_over(comparison):
                yield equation
                if form.code == WINDOWS[0]:
                    yield _of_the_city(equation)


def _of_the_city(equation: YearEquation) -> YearEquation:
    """What holds in every window holds in all of them together."""
    parts = tuple((CITY, code) for _, code in equation.parts)
    return Equation(parts, tuple((CITY, code) for _, code in equation.whole))


def _is_carried_over(comparison: Comparison) -> bool:
    """E01 = 前月E06: such a row is last year's figure in April."""
    sides = (*comparison.left, *comparison.right)
    return [p.when for p in sides] == [When.SAME, When.BEFORE]


def _over_the_year(form: str, comparison: Comparison, starts: set[str]) -> YearEquation | None:
    """A monthly relation added up: of what months hand on, April's start and March remain."""
    parts: list[YearKey] = []
    whole: list[YearKey] = []
    for side, here in ((comparison.left, 1), (comparison.right, -1)):
        for part in side:
            if not _adds_up(form, part):
                return None
            target = parts if part.sign * here > 0 else whole
            target += [
                (form, f"{code}{APRIL}" if part.when is When.BEFORE or code in starts else code)
                for code in part.codes
            ]
    return Equation(tuple(parts), tuple(whole))


def _adds_up(form: str, part: Part) -> bool:
    kinds = {tally_item(form, code).kind for code in part.codes}
    return part.when in (When.SAME, When.BEFORE) and Kind.UNIQUE not in kinds


def _sums(figures: Figures) -> Iterator[YearEquation]:
    """Windows and places add up to the city, months to the year."""
    for item in CORE_ITEMS:
        if item.kind is not Kind.UNIQUE:
            yield Equation(tuple((w, item.code) for w in WINDOWS), ((CITY, item.code),))
            start = f"{item.code}{APRIL}"
            yield Equation(tuple((w, start) for w in WINDOWS), ((CITY, start),))
    for code in MONTHLY_IN_PUBLIC:
        months = tuple((CITY, f"{code}/{month}") for month in figures.fiscal_year.months)
        if tally_item(WINDOWS[0], code).kind is Kind.STOCK:
            yield Equation(months[-1:], ((CITY, code),))
        else:
            yield Equation(months, ((CITY, code),))
    for item in COMMON_ITEMS:
        yield from _place_sums(item.code)


def _place_sums(code: str) -> Iterator[YearEquation]:
    for service in _services():
        places = (s for s in community_sites() if s.service.services[0] == service)
        keys = tuple((SITES, site_code(code, s.site_no)) for s in places)
        yield Equation(keys, ((SITES, f"{code}/{service}"),))
    services = tuple((SITES, f"{code}/{service}") for service in _services())
    yield Equation(services, ((SITES, f"{code}/"),))


Grid = Sequence[Sequence[int]]


def protected_grid(numbers: Grid, threshold: int, *, adds_down: bool) -> list[list[Amount]]:
    """A table of counts with its totals to the right, and below where the lines add up."""
    columns = len(numbers[0]) if numbers else 0
    values = {(r, c): n for r, row in enumerate(numbers) for c, n in enumerate(row)}
    values |= {(r, columns): sum(row) for r, row in enumerate(numbers)}
    rows = len(numbers)
    equations = [
        Equation(tuple((r, c) for c in range(columns)), ((r, columns),)) for r in range(rows)
    ]
    if adds_down:
        values |= {(rows, c): sum(values[r, c] for r in range(rows)) for c in range(columns + 1)}
        equations += [
            Equation(tuple((r, c) for r in range(rows)), ((rows, c),)) for c in range(columns + 1)
        ]
        equations.append(Equation(tuple((rows, c) for c in range(columns)), ((rows, columns),)))
    totals = [k for k in values if k[0] == rows or k[1] == columns]
    hidden = hide(Publication(values, equations, values, totals), threshold)
    return [
        [HIDDEN if (r, c) in hidden else Amount.of(values[r, c]) for c in range(columns + 1)]
        for r in range(rows + adds_down)
    ]
