"""The monthly forms of an invented year: counted from the register, the rest simulated."""

from __future__ import annotations

from random import Random

from juso.core.calendar import FiscalYear, Month
from juso.koshu.register import Register
from juso.koshu.tally.counts import WINDOW_OF, count, rows_behind
from juso.koshu.tally.items import FORMS
from juso.services.sample.tally_draw import Figures
from juso.services.sample.tally_programs import (
    PARTNERS_IN_APRIL,
    simulate_outreach,
    simulate_participation,
)
from juso.services.sample.tally_sites import simulate_sites
from juso.services.sample.tally_windows import WindowMonth, simulate_window


def forms_of_year(register: Register, year: FiscalYear, seed: int) -> dict[str, Figures]:
    """Every figure of the eight forms, by form code, for the months that have begun.

    All relations between figures hold; 0 stands where nothing happened.
    """
    months = [m for m in year.months if m.first_day <= register.today]
    forms: dict[str, Figures] = {}
    for form in FORMS:
        rng = Random(f"{seed}/{form.code}")
        counted = count(register, form.code, year)
        if form.code in WINDOW_OF:
            more = _window(rng, register, form.code, counted)
        else:
            more = _program(rng, form.code, months, counted)
        forms[form.code] = counted | more
    return forms


def _window(rng: Random, register: Register, form_code: str, counted: Figures) -> Figures:
    figures: Figures = {}
    for code, month in counted:
        if code == "A11":
            contacts = rows_behind(register, form_code, code, month) or []
            people = [contact.case_no for contact in contacts]
            lived = WindowMonth(month, int(counted["A10", month]), people)
            figures |= simulate_window(rng, WINDOW_OF[form_code], lived)
    return figures


def _program(rng: Random, form_code: str, months: list[Month], counted: Figures) -> Figures:
    if form_code == "R":
        return simulate_sites(rng, months)
    if form_code == "P":
        return _participation(rng, months, counted)
    figures: Figures = {}
    if form_code == "O":
        for month in months:
            figures |= simulate_outreach(month, counted)
    return figures


def _participation(rng: Random, months: list[Month], counted: Figures) -> Figures:
    figures: Figures = {}
    partners = PARTNERS_IN_APRIL
    for month in months:
        figures |= simulate_participation(rng, month, counted, partners)
        partners = int(figures["P11", month])
    return figures
