"""How a person is called in the papers of a meeting."""

from datetime import date

import pytest

from juso.koshu.codes import AgeBand, Family, Sex
from juso.koshu.pseudonym import household, pseudonyms
from juso.koshu.sheets import AgendaItem, Case

DAY = date(2025, 7, 10)


def test_pseudonyms__follow_the_item_numbers():
    """Letters go by 案件番号, a case on the agenda twice keeps its own, items without one have none."""
    cases = ("R7-0009", "R7-0002", None, "R7-0009", "R7-0001")
    items = [
        AgendaItem(number=number, case_no=case_no)
        for number, case_no in zip((1, 2, 3, 4, 5), cases, strict=True)
    ]

    expected = {"R7-0009": "Aさん", "R7-0002": "Bさん", "R7-0001": "Cさん"}
    assert pseudonyms(reversed(items)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"born_on": date(1945, 7, 11)}, "Aさん（70代・女性）世帯"),
        ({"born_on": date(1945, 7, 10)}, "Aさん（80代・女性）世帯"),
        ({"born_on": date(2016, 1, 1)}, "Aさん（10歳未満・女性）世帯"),
        ({"typed_band": AgeBand.AGE_75}, "Aさん（75～84歳・女性）世帯"),
        ({"typed_band": AgeBand.UNKNOWN, "sex": Sex.UNKNOWN}, "Aさん（年代不明・性別不明）世帯"),
        ({"sex": Sex.OTHER}, "Aさん（年代不明・性別は記載なし）世帯"),
        ({"born_on": date(1990, 1, 1), "family": Family.SINGLE}, "Aさん（30代・女性）"),
        ({"born_on": date(1990, 1, 1), "family": Family.UNKNOWN}, "Aさん（30代・女性）"),
        ({"born_on": date(1990, 1, 1), "family": None, "sex": None}, "Aさん（30代・性別不明）"),
    ],
)
def test_household__age_sex_and_family(facts, expected):
    """The decade on the meeting's day and the sex; 世帯 only where others live there."""
    row = Case(**{"sex": Sex.FEMALE, "family": Family.COUPLE, **facts})

    assert household("Aさん", row, DAY) == expected
