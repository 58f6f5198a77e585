"""The public edition's figures: no small one shown, none to be worked out."""

import pytest

from juso.koshu.amount import HIDDEN, NOT_APPLICABLE, Amount
from juso.koshu.tally.items import FORMS
from juso.services.report.disclosure import protected, protected_grid
from juso.services.report.figures import WINDOWS, Figures, counts_persons
from report_sample import YEAR, merged_forms

LIMIT = 5


@pytest.fixture(scope="module")
def figures() -> Figures:
    """A complete year."""
    return Figures.of(merged_forms())


@pytest.fixture(scope="module")
def public(figures) -> Figures:
    """The same year as the committee sees it."""
    return protected(figures, LIMIT)


def test_protected__no_small_figure_of_any_form(public):
    """Every row of every form that counts persons: x, 0 or at least 5."""
    shown = [
        (form.code, item.code, amount.value)
        for form in FORMS
        for item in form.items
        if counts_persons(item)
        for amount in (public.year(form.code, item.code),)
        if amount.value is not None and 0 < amount.value < LIMIT
    ]

    assert shown == []


@pytest.mark.parametrize(
    ("first", "last"), [("B01", "B04"), ("B11", "B22"), ("B31", "B42"), ("B51", "B57")]
)
def test_protected__a_breakdown_never_hides_just_one(figures, public, first, last):
    """What is hidden is never the total less the rest, in a window or over the windows."""
    codes = [i.code for i in FORMS[0].items if first <= i.code <= last]
    lines = [[public.year(w, c) for c in codes] for w in WINDOWS]
    lines += [[*(public.year(w, c) for w in WINDOWS), public.city(c)] for c in codes]

    assert [line.count(HIDDEN) for line in lines].count(1) == 0
    assert figures.city(codes[0]) != HIDDEN


def test_protected__months_are_not_known(public):
    """Of what counts persons only the city's main figures are given by month."""
    april = YEAR.months[0]

    assert public.month("W1", "A01", april) == HIDDEN
    assert public.city_month("A02", april) == HIDDEN
    assert public.city_month("A01", april).value >= LIMIT
    assert public.month("W1", "H05", april).value  # staff


def test_protected__what_is_reckoned_from_hidden_is_hidden():
    """A rate or a sum would give the figure away."""
    assert HIDDEN.percent_of(Amount(10)) == HIDDEN
    assert Amount(10).percent_of(HIDDEN) == HIDDEN
    assert Amount(10) + HIDDEN == HIDDEN
    assert HIDDEN.minus_from(100) == HIDDEN
    assert HIDDEN.times(2) == HIDDEN


def test_protected__unknown_stays_unknown():
    """A window that sent nothing is …, not x."""
    public = protected(Figures.of(merged_forms(without=("W3",))), LIMIT)

    assert public.year("W3", "B01").has_gap
    assert public.month("W3", "B01", YEAR.months[0]).has_gap
    assert public.year("W1", "A11") == NOT_APPLICABLE


def test_grid__a_small_count_takes_its_row_and_column_along():
    """Totals stay, four cells go."""
    grid = protected_grid([[10, 3, 20], [30, 40, 12], [15, 25, 35]], LIMIT, adds_down=True)
    hidden = [(r, c) for r, row in enumerate(grid) for c, a in enumerate(row) if a == HIDDEN]

    assert hidden == [(0, 0), (0, 1), (2, 0), (2, 1)]
    assert [a.value for a in grid[-1]] == [55, 68, 67, 190]


def test_grid__threshold_zero_hides_nothing():
    """The internal edition."""
    assert protected_grid([[1, 2]], 0, adds_down=False) == [[Amount(1), Amount(2), Amount(3)]]
