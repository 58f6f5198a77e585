"""Published figures: the rates recomputed from counts and population are the published ones."""

import pytest

from juso.core.calendar import FiscalYear
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.reference_rates import COMPARED, Published, latest, published, years_of

RATES = """
山梨県 13.9 4.3 2.2
甲府市 7.6 3.7 3.4
いわき市 9.1 3.9 1.5
一宮市 14.2 2.9 2.4
三重県 18.3 4.9 1.7
下関市 24.1 1.7 0.5
佐世保市 26.0 6.9 1.9
島根県 19.2 5.8 1.4
徳島県 13.0 5.4 1.2
福井市 19.7 1.3 0.7
福井県 13.2 4.0 1.5
福山市 10.2 1.4 0.6
盛岡市 29.9 3.3 2.2
福島市 27.1 1.5 0.4
"""


@pytest.mark.parametrize("line", RATES.strip().splitlines())
def test_published_rates__are_recomputed_to_one_decimal(line):
    """新規相談, プラン作成 and 就労支援対象者 per 100,000 people and month in 令和6年度."""
    body, *expected = line.split()

    found = [latest(body).rate(m) for m in ("consultations", "plans", "work_support")]

    assert [f"{rate:.1f}" for rate in found] == expected


def test_years__are_whole_and_in_order():
    """全国 and 山梨県 from 2017, 甲府市 since it reports for itself."""
    years = {body: [e.year.year for e in years_of(body)] for body in ("全国", "山梨県", "甲府市")}

    assert years["全国"] == years["山梨県"] == list(range(2017, 2025))
    assert years["甲府市"] == list(range(2019, 2025))
    assert len({(e.body, e.year) for e in published()}) == len(published()) == 34


def test_national_figures__are_those_of_the_table():
    """The last line of the nation, count by count."""
    assert latest("全国") == Published(
        FiscalYear(2024),
        "全国",
        *(124885175, 302828, 89492, 41050, 8980, 11323, 20573, 5435),
        *(299, 33942, 5530, 16878, 18643, 14931, 8919, 5217),
    )


def test_unpublished_counts__have_no_rate():
    """就労支援対象者 of 山梨県 before 令和6年度."""
    assert years_of("山梨県")[0].rate("work_support") is None
    assert [e.name for e in years_of("山梨県")][1:3] == ["山梨県", "山梨県（甲府市を除く）"]


def test_body_that_is_not_published__is_refused():
    """甲州市 has no line of its own."""
    with pytest.raises(KeyError):
        latest("甲州市")


def test_parts__never_exceed_their_whole():
    """うちプラン作成者分 is part of the persons."""
    for entry in published():
        for part, whole in (
            (entry.employed_with_plan, entry.employed),
            (entry.earning_more_with_plan, entry.earning_more),
        ):
            assert part is None or whole is None or part <= whole


def test_compared_items__are_rows_of_the_form():
    """Each item stands in the form of the window 生活困窮, each count among the published."""
    for compared in COMPARED:
        assert compared.item in items_by_code("W4")
        assert latest("全国").rate(compared.measure) is not None
