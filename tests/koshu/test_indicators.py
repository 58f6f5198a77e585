"""K01〜K24: what each indicator makes of a register and of monthly figures."""

import pytest

from juso.core.calendar import FiscalYear
from juso.koshu.amount import Amount
from juso.koshu.codes import AutoGrade, Grade
from juso.koshu.indicator import propose_grade
from juso.koshu.indicators import INDICATORS, indicator, indicators_of
from juso.koshu.plan import DEMANDS, PREPARATIONS, PRINCIPLES
from juso.koshu.register import register_of
from juso.koshu.tally.item import Kind
from juso.koshu.tally.items import item
from juso.services.report.figures import Figures
from report_sample import TODAY, YEAR, small_register

EMPTY = register_of([], TODAY)


def figures(**values):
    """A year in which W1 reported values: in April a flow, every month a stock."""
    cells = {}
    for code, value in values.items():
        form = code[0] if code[0] in "MOP" else "W1"
        kind = item(form, code).kind
        for number, month in enumerate(YEAR.months):
            cells[form, code, month] = value if kind is Kind.STOCK or number == 0 else 0
        for window in ("W2", "W3", "W4") if form == "W1" else ():
            cells |= {(window, code, month): 0 for month in YEAR.months}
    return Figures(YEAR, cells)


def test_indicators__twenty_four_each_with_one_main_line():
    """The main lines are K01 to K24 in order; further lines follow theirs."""
    assert [i.id for i in INDICATORS if i.is_main] == [f"K{n:02d}" for n in range(1, 25)]
    assert [i.main_id for i in INDICATORS] == sorted(i.main_id for i in INDICATORS)
    assert len({i.id for i in INDICATORS}) == len(INDICATORS)


def test_indicators__every_principle_is_judged_by_one():
    """Sections 4 to 6 of the plan: no item without an indicator."""
    clauses = [p.clause for p in (*PRINCIPLES, *DEMANDS, *PREPARATIONS)]

    assert [c for c in clauses if not indicators_of(c)] == []


@pytest.mark.parametrize(
    ("id", "values", "expected"),
    [
        ("K01", {"E01": 40, "E02": 8, "E03": 2, "E05": 5}, 90),
        ("K02", {"E06": 40, "E07": 10}, 25),
        ("K03", {"E04": 6, "E05": 2}, 25),
        ("K03-2", {"E05": 2}, 2),
        ("K04", {"F01": 8, "F02": 6}, 75),
        ("K05", {"F01": 8, "F03": 2}, 25),
        ("K08", {"G04": 20, "G05": 18}, 90),
        ("K09", {"G04": 20, "G07": 5}, 25),
        ("K12", {"A02": 7}, 7),
        ("K15", {"F11": 1, "F12": 2, "F13": 3, "F14": 4}, 10),
        ("K16-2", {"M05": 3}, 3),
    ],
)
def test_value__of_monthly_figures(id, values, expected):
    """The formula, reckoned by hand."""
    assert indicator(id).value(EMPTY, figures(**values)) == Amount(expected)


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("K04-2", 7.0),  # 5 and 9 days
        ("K06", 50.0),  # 「登校する。」 is too short to be concrete
        ("K07", 50.0),  # one plan has a line without 支援内容
        ("K08-2", 50.0),  # one of two lines done late
        ("K09-2", 1.5),  # two agencies and one
        ("K10", 0.0),  # never met
        ("K10-2", 100.0),
        ("K11", 40.0),  # two of five in writing; last year's case does not count
        ("K11-2", 1),
        ("K12-2", 0.0),  # the one 属性外 consultation got information only
        ("K16-4", 63.0),  # 4月8日 to 6月10日
        ("K17", 2),
        ("K17-2", 31),
        ("K17-3", 50.0),
        ("K17-4", 50.0),  # two of four divisions
        ("K21", 3),
        ("K21-2", 3),
        ("K21-3", 50.0),
        ("K22", 2),  # 所内会議 does not count
        ("K22-2", 16),
        ("K23", 1),
        ("K23-2", 1),
        ("K23-3", 1),
        ("K24", 1),
    ],
)
def test_value__of_the_register(id, expected):
    """The invented register of report_sample, counted by hand."""
    assert indicator(id).value(small_register(), Figures(YEAR)) == Amount(expected)


@pytest.mark.parametrize("line", INDICATORS, ids=lambda i: i.id)
def test_value__of_an_empty_office(line):
    """No cases and no reports: unknown, nothing to reckon or a true 0, but never a failure."""
    found = line.value(EMPTY, Figures(YEAR))

    assert found.value in (None, 0, 17)  # 17 partners that were not worked with
    assert found.has_gap is not line.source.from_register


def test_value__denominator_zero_is_nothing_to_reckon():
    """0 of 0 referrals: no rate, and no gap either."""
    assert indicator("K04").value(EMPTY, figures(F01=0, F02=0)) == Amount(None)


def test_value__of_another_year_leaves_this_years_rows_out():
    """A register row counts only in its fiscal year."""
    before = Figures(FiscalYear(2024))

    assert indicator("K17").value(small_register(), before) == Amount(0)


@pytest.mark.parametrize(
    ("id", "value", "target", "previous", "expected"),
    [
        ("K04", 95.0, 95.0, None, Grade.A),
        ("K04", 80.0, 100.0, None, Grade.B),
        ("K04", 79.9, 100.0, None, Grade.C),
        ("K04", 59.9, 100.0, 99.0, Grade.D),
        ("K03", 5.0, 5.0, None, Grade.A),  # lower is better
        ("K03", 10.0, 5.0, None, Grade.D),
        ("K03", 0.0, 5.0, None, Grade.A),
        ("K04", 60.0, None, 50.0, AutoGrade.BETTER),
        ("K04", 51.5, None, 50.0, AutoGrade.SAME),
        ("K04", 40.0, None, 50.0, AutoGrade.WORSE),
        ("K03", 40.0, None, 50.0, AutoGrade.BETTER),
        ("K03", 60.0, None, 50.0, AutoGrade.WORSE),
        ("K04", 60.0, None, None, None),
        ("K04", None, 95.0, 50.0, None),
        ("K04", 60.0, 0.0, 50.0, None),
    ],
)
def test_propose_grade__target_first_then_last_year(id, value, target, previous, expected):
    """A–D by 達成率, a–c by the trend; nothing where neither is known."""
    assert propose_grade(indicator(id), value, target, previous) == expected
