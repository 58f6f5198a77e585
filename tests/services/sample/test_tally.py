"""The sample's monthly forms: complete, plausible, and in agreement with themselves."""

from __future__ import annotations

from functools import cache

import pytest

from juso.core.calendar import FiscalYear, Month
from juso.koshu.codes import Window
from juso.koshu.register import register_of
from juso.koshu.tally.counts import count
from juso.koshu.tally.items import FORMS, form, items_by_code
from juso.koshu.tally.reading import FormReading, TallyRow
from juso.koshu.tally.sites import community_sites
from juso.koshu.tally.values import State
from juso.services.sample.simulate import simulate
from juso.services.sample.tally_draw import Figures
from juso.services.sample.tally_forms import forms_of_year
from juso.services.tally.relation_checks import check_relations

R7 = FiscalYear(2025)
YEARS = ((60, 1), (200, 2), (300, 1))  # cases and seed


@cache
def forms(cases: int, seed: int) -> dict[str, Figures]:
    """The forms of one simulated year."""
    return forms_of_year(register_of(simulate(R7, cases, seed), R7.last_day), R7, seed)


def reading(code: str, figures: Figures) -> FormReading:
    """A form as it is read from a file."""
    rows = {
        item.code: TallyRow(
            number,
            tuple(figures.get((item.code, month)) for month in R7.months),
            (State.VALUE,) * 12,
        )
        for number, item in enumerate(form(code).items, start=4)
    }
    return FormReading("", "", code, months=R7.months, columns=tuple(range(4, 16)), rows=rows)


@pytest.mark.parametrize(("cases", "seed"), YEARS)
def test_relations__hold_in_every_form_of_a_simulated_year(cases: int, seed: int):
    """X01–X21 and Y01–Y09 find nothing, not even something to confirm."""
    found = [
        finding.message
        for code, figures in forms(cases, seed).items()
        for finding in check_relations(reading(code, figures))
    ]

    assert found == []


@pytest.mark.parametrize(("cases", "seed"), YEARS)
def test_due_cells__are_all_filled_in(cases: int, seed: int):
    """Every required row has a figure in each month; every figure belongs to a row."""
    for code, figures in forms(cases, seed).items():
        required = {item.code for item in form(code).items if item.required}
        assert {(c, m) for c in required for m in R7.months} <= set(figures)
        assert {c for c, _ in figures} <= set(items_by_code(code))
        assert all(value >= 0 for value in figures.values())


def test_register_figures__stand_in_the_forms_as_counted():
    """What the register tells is not changed by the simulation of the rest."""
    register = register_of(simulate(R7, 60, 1), R7.last_day)

    for code, figures in forms(60, 1).items():
        counted = count(register, code, R7)
        assert {key: figures[key] for key in counted} == counted


def test_same_seed__gives_the_same_forms():
    """Another seed gives others."""
    register = register_of(simulate(R7, 60, 1), R7.last_day)

    assert forms_of_year(register, R7, 1) == forms(60, 1)
    assert forms_of_year(register, R7, 2) != forms(60, 1)


def test_year_under_way__is_filled_up_to_this_month():
    """In July nothing is reported for August."""
    register = register_of(simulate(R7, 60, 1), Month(2025, 7).last_day)

    found = forms_of_year(register, R7, 1)

    assert {month for figures in found.values() for _, month in figures} == set(R7.months[:4])


def test_new_consultations__add_up_to_the_cases_of_the_year():
    """A01 of the four windows is every case of the year but the re-openings."""
    register = register_of(simulate(R7, 200, 2), R7.last_day)
    year = [case for case in register.cases if case.received_on in R7]
    found = forms(200, 2)

    total = sum(found[w.code]["A01", m] for w in Window for m in R7.months)

    resumed = sum(found[w.code]["E03", m] for w in Window for m in R7.months)
    assert total <= len(year)
    assert total + resumed >= len(year) - 5


def test_sites__have_plausible_lives():
    """One 通いの場 rests in winter, the study group meets every other month, the rest is busy."""
    figures = forms(60, 1)["R"]
    open_months = {
        site.site_no: [m.month for m in R7.months if figures[f"R01-{site.site_no}", m]]
        for site in community_sites()
    }

    assert open_months["S10"] == [4, 5, 6, 7, 8, 9, 10, 11, 12, 3]
    assert open_months["S31"] == [5, 7, 9, 11, 1, 3]
    assert all(len(m) == 12 for no, m in open_months.items() if no not in ("S10", "S31"))
    assert all(
        figures[f"R04-{no}", R7.months[11]] > figures[f"R04-{no}", R7.months[0]]
        for no in open_months
    )


def test_subsidy__is_entered_only_in_the_month_it_was_decided():
    """R11 is no due cell: it stays blank in the other months."""
    figures = forms(60, 1)["R"]

    months = {m.month for code, m in figures if code.startswith("R11")}

    assert months == {5}


def test_every_form_has_a_year():
    """The eight forms W1–W4, M, O, P and R."""
    assert list(forms(60, 1)) == [form.code for form in FORMS]
