"""Monthly figures as the report asks for them: flows, stocks, persons, gaps."""

from juso.koshu.amount import NOT_APPLICABLE, UNKNOWN, Amount
from juso.services.report.figures import Figures
from report_sample import YEAR, merged_forms

APRIL, MAY, JUNE = YEAR.months[:3]


def test_month__unknown_unless_reported():
    """A cell that nobody filled in is unknown, not 0."""
    figures = Figures(YEAR, {("W1", "A01", APRIL): 0})

    assert figures.month("W1", "A01", APRIL) == Amount(0)
    assert figures.month("W1", "A01", MAY) == UNKNOWN


def test_month__optional_row_left_blank_is_no_gap():
    """要支援認定者等のプラン件数 may stay blank in a month that was reported."""
    reported = frozenset({("W1", APRIL)})
    figures = Figures(YEAR, {}, reported)

    assert figures.month("W1", "I124", APRIL) == NOT_APPLICABLE
    assert figures.month("W1", "I124", MAY) == UNKNOWN


def test_span__flow_is_added_and_says_its_gap():
    """Months that are known are added; a missing one makes the sum provisional."""
    figures = Figures(YEAR, {("W1", "A01", APRIL): 3, ("W1", "A01", JUNE): 4})

    assert figures.span("W1", "A01", (APRIL, JUNE)) == Amount(7)
    assert figures.span("W1", "A01", (APRIL, MAY, JUNE)) == Amount(7, has_gap=True)
    assert figures.span("W1", "A01", (MAY,)) == UNKNOWN


def test_span__stock_is_the_last_month():
    """継続ケース数 is never added over months."""
    figures = Figures(YEAR, {("W1", "E06", APRIL): 30, ("W1", "E06", MAY): 28})

    assert figures.span("W1", "E06", (APRIL, MAY)) == Amount(28)
    assert figures.span("W1", "E06", (APRIL, MAY, JUNE)) == Amount(28, has_gap=True)


def test_span__persons_only_where_they_are_cumulative():
    """当月実人数 has no yearly figure, 年度累計実人数 that of its last month."""
    cells = {("W1", code, m): n for code in ("A11", "A12") for n, m in enumerate(YEAR.months, 10)}
    figures = Figures(YEAR, cells)

    assert figures.year("W1", "A11") == NOT_APPLICABLE
    assert figures.year("W1", "A12") == Amount(21)


def test_city__persons_of_several_windows_are_not_added():
    """Somebody may be known to two windows."""
    figures = Figures(YEAR, {(w, "A12", m): 5 for w in ("W1", "W2") for m in YEAR.months})

    assert figures.city("A12") == NOT_APPLICABLE


def test_city__a_window_that_is_missing_makes_the_sum_provisional():
    """Three of four windows are not the city."""
    figures = Figures.of(merged_forms(without=("W3",)))
    known = sum(figures.year(w, "A01").value for w in ("W1", "W2", "W4"))

    assert figures.city("A01") == Amount(known, has_gap=True)


def test_sites__add_up_all_places():
    """24 places, each with a block of its own."""
    figures = Figures(
        YEAR, {("R", f"R02-S{n:02d}", m): 1 for n in range(8, 32) for m in YEAR.months}
    )

    assert figures.sites("R02") == Amount(24 * 12)
