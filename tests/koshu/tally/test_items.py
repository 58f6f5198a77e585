"""The rows of the eight forms come from one declaration each and cover what the city counts."""

from collections import Counter

import pytest

from juso.koshu.codes import Issue, Outcome, Partner, Route
from juso.koshu.plan import SERVICES
from juso.koshu.tally.items import FORMS, form, item, items_by_code
from juso.koshu.tally.sites import community_sites, sites


def test_forms__are_the_four_windows_and_four_programmes():
    """様式 by code and file name."""
    expected = [
        "W1_介護.xlsx",
        "W2_障害.xlsx",
        "W3_子育て.xlsx",
        "W4_生活困窮.xlsx",
        "M_多機関協働.xlsx",
        "O_アウトリーチ.xlsx",
        "P_参加支援.xlsx",
        "R_地域づくり.xlsx",
    ]

    assert [form.file_name for form in FORMS] == expected


@pytest.mark.parametrize("declared", FORMS, ids=lambda form: form.code)
def test_item_codes__are_used_once_and_every_row_stands_under_a_heading(declared):
    """項目コード is how a row is found, so it cannot be there twice."""
    doubled = [code for code, n in Counter(i.code for i in declared.items).items() if n > 1]

    assert doubled == []
    assert [i.code for i in declared.items if not (i.group and i.label and i.unit)] == []


@pytest.mark.parametrize("code_list", [Route, Issue, Outcome])
def test_core_items__follow_the_code_lists(code_list):
    """A member with an item code is a row with the member's label."""
    expected = {member.code: str(member) for member in code_list}

    assert {code: item("W1", code).label for code in expected} == expected


def test_referral_rows__name_windows_programmes_and_the_17_partners():
    """F11〜F35 is what F01 is broken down to."""
    labels = [i.label for i in form("W2").items if "F11" <= i.code <= "F35"]

    assert labels[:4] == ["介護窓口", "障害窓口", "子育て窓口", "生活困窮窓口"]
    assert labels[4:7] == ["多機関協働", "アウトリーチ等", "参加支援"]
    assert labels[7:] == [*map(str, Partner), "その他"]
    assert (item("W2", "F18").label, item("W2", "F34").label) == ("生活保護", "地域おこし協力隊")


def test_sites__are_the_31_of_the_plan_in_its_order():
    """実施計画7: 4, 1, 1, 1 and then 5, 12, 2, 4, 1 places of community building."""
    numbers = [site.site_no for site in sites()]

    assert numbers == [f"S{n:02d}" for n in range(1, 32)]
    assert [s.site_no for s in community_sites()] == numbers[7:]
    assert Counter(s.service.services[0] for s in sites()) == {
        service.services[0]: service.site_count for service in SERVICES
    }
    names = {site.site_no: site.name for site in sites()}
    assert (names["S08"], names["S13"], names["S27"]) == (
        "通いの場1",
        "生活支援体制整備1",
        "こすもす・こども館",
    )


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("R01-S08", "開設（開催）日数・回数"),
        ("R11-S12", "運営補助金の決定額"),
        ("R21-S13", "協議体の開催回数"),
        ("R31-S25", "延べ利用：身体"),
        ("R51-S30", "親子の組数"),
        ("R62-S31", "検討テーマ数"),
    ],
)
def test_site_rows__carry_item_and_site(code, expected):
    """R01-S08 is item R01 at site S08; a site has the rows of its own service."""
    assert item("R", code).label == expected


def test_site_rows__of_another_service_are_not_there():
    """運営補助金 belongs to the 通いの場 only."""
    assert "R11-S13" not in items_by_code("R")
