"""Figures as cells: signs, changes and their wording."""

import pytest

from juso.koshu.amount import NOT_APPLICABLE, UNKNOWN, Amount
from juso.koshu.config import Wording
from juso.services.report.cells import PROVISIONAL, cell, change, change_rate, notes_for, rate
from juso.services.report_model import Line, show_cell

WORDING = Wording()


@pytest.mark.parametrize(
    ("amount", "digits", "expected"),
    [
        (Amount(1234), 0, "1,234"),
        (Amount(0), 0, "－"),
        (Amount(0.0), 1, "0.0"),
        (UNKNOWN, 0, "…"),
        (NOT_APPLICABLE, 0, "－"),
        (Amount(1234, has_gap=True), 0, "1,234※"),
        (Amount(0, has_gap=True), 0, "0※"),
        (Amount(12.34), 1, "12.3"),
    ],
)
def test_cell__tells_nothing_unknown_and_provisional_apart(amount, digits, expected):
    """皆無 －, 未提出 …, 速報値 ※."""
    assert show_cell(cell(amount, WORDING, digits)) == expected


def test_cell__zero_as_the_office_words_it():
    """An office may want 0 instead of －."""
    assert show_cell(cell(Amount(0), Wording(zero_symbol="0"))) == "0"


@pytest.mark.parametrize(
    ("now", "before", "digits", "expected"),
    [
        (Amount(12), Amount(10), 0, "2"),
        (Amount(8), Amount(10), 0, "△2"),
        (Amount(56.26), Amount(59.64), 1, "△3.3"),  # 56.3 - 59.6, as a reader would reckon
        (Amount(15.0), Amount(10.0), 1, "5.0"),
        (Amount(10.01), Amount(10.04), 1, "－"),
        (Amount(10), UNKNOWN, 0, "…"),
        (Amount(12, has_gap=True), Amount(10), 0, "2※"),
    ],
)
def test_change__difference_from_last_year(now, before, digits, expected):
    """増減 is … where last year is not known."""
    assert show_cell(change(now, before, WORDING, digits)) == expected


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (Amount(12), Amount(10), "20.0％"),
        (Amount(5), Amount(10), "△50.0％"),
        (Amount(5), Amount(0), "皆増"),
        (Amount(0), Amount(5), "皆減"),
        (Amount(0), Amount(0), "－"),
        (Amount(5), UNKNOWN, "…"),
        (UNKNOWN, Amount(5), "…"),
    ],
)
def test_change_rate__years_without_a_case(now, before, expected):
    """A rate from or to 0 is a word."""
    assert show_cell(change_rate(now, before, WORDING)) == expected


def test_rate__of_nothing():
    """0 ÷ 0 is －, 1 ÷ 3 has one decimal."""
    assert show_cell(rate(Amount(0).percent_of(Amount(0)), WORDING)) == "－"
    assert show_cell(rate(Amount(1).percent_of(Amount(3)), WORDING)) == "33.3％"


def test_notes__explain_the_provisional_sign_where_it_occurs():
    """The ※ is explained under the tables that have one."""
    plain, gap = Line((cell(Amount(1), WORDING),)), Line((cell(Amount(1, has_gap=True), WORDING),))

    assert notes_for([plain], "資料") == ("資料",)
    assert notes_for([plain, gap], "資料") == ("資料", PROVISIONAL)
