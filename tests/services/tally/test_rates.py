"""人口当たりの率: value × 100,000 ÷ population ÷ months, and what is missing."""

from dataclasses import replace

import pytest

from form_tables import read
from juso.services.merge import merge
from juso.services.tally.background import Background
from juso.services.tally.rates import rate_rows


def rows(population=29_000, code="19213", **texts):
    """The four windows up to 5月."""
    forms = [
        replace(read(texts.get(w, ""), w, "R7.5"), file=f"{w}.xlsx")
        for w in ("W1", "W2", "W3", "W4")
        if texts.get(w, "") is not None
    ]
    background = Background(population=population, municipality_code=code)
    merged = merge(forms, expected=(), background=background)
    return {(row.rated.form, row.rated.item.code): row for row in rate_rows(merged)}


def test_rates__are_per_100_000_people_and_month():
    """I401: 6 and 4 new consultations in a city of 29,000."""
    row = rows(W4="I401 | 6 | 4")["W4", "I401"]

    assert [round(rate.value, 1) for rate in row.months] == [20.7, 13.8]
    assert round(row.year.value, 1) == 17.2
    assert row.year.missing == ()


def test_month_without_a_figure__is_not_a_month_of_nothing():
    """5月 is not known: the rate is of 4月 alone, and says so."""
    row = rows(W4="I401 | 6 | 不明")["W4", "I401"]

    assert row.months[1].value is None
    assert round(row.year.value, 1) == 20.7
    assert row.year.missing == ("W4/R7.5",)


def test_missing_window__makes_the_citys_rate_provisional():
    """A01 of three windows."""
    row = rows(W1="A01 | 3 | 0", W2=None)["4窓口", "A01"]

    assert round(row.months[0].value, 1) == 10.3
    assert row.year.missing == ("W2",)


@pytest.mark.parametrize("population", [None, 0])
def test_without_population__there_is_no_rate(population):
    """Only what is published has a value."""
    row = rows(population, W4="I401 | 6 | 4")["W4", "I401"]

    assert row.year.value is None
    assert {rate.value for rate in row.months} == {None}
    assert round(row.beside["全国"], 1) == 20.2


@pytest.mark.parametrize(("code", "bodies"), [("19213", ["全国", "山梨県"]), ("13101", ["全国"])])
def test_published_rates__of_the_own_prefecture_stand_beside(code, bodies):
    """山梨県 only beside its own municipalities; nothing beside other items."""
    found = rows(code=code)

    assert list(found["W4", "I401"].beside) == bodies
    assert found["4窓口", "A01"].beside == {}
