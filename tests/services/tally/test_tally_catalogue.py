"""点検規則 of the monthly forms: every number of the city's reference, every comparison."""

import re

import pytest

from juso.koshu.tally.relations import TALLY_RULES
from juso.services.tally_catalogue import compared_entries, tally_entries

NUMBERS = [
    *(f"V-T{n:02d}" for n in range(1, 15)),
    *(f"X{n:02d}" for n in range(1, 22)),
    *(f"Y{n:02d}" for n in range(1, 10)),
    *(f"Z{n:02d}" for n in range(1, 6)),
    *(f"B{n}" for n in range(1, 6)),
]


@pytest.mark.parametrize("number", NUMBERS)
def test_number_of_the_reference__leads_to_a_rule(number):
    """An officer looks a rule up by its number."""
    assert [e.rule for e in tally_entries() if number in e.reads.split("・")]


def test_comparisons__are_there_for_every_rule_from_x01_on():
    """No rule on figures without a line that says what is compared."""
    asked = {r.id for r in TALLY_RULES if re.fullmatch(r"TALLY-[1-5]\d\d", r.id)}

    assert {entry.rule for entry in compared_entries()} == asked


def test_comparison__names_its_items_in_words():
    """Left side, sign, right side, what a missing figure means."""
    lines = {entry.cells for entry in compared_entries()}

    assert (
        "TALLY-204",
        "要修正",
        "月末時点で未確認の残（F04）",
        "＝前月の月末時点で未確認の残（F04）＋つなぎ・引継ぎの実施件数（F01）"
        "－うち受領・初回接触を確認（F02）－取消・差戻し件数（F06）",
        "比べない（4月は前年度の3月と比べる）",
        "実施計画4(1)③",
    ) in lines
    assert (
        "TALLY-101",
        "要修正",
        "性別の計（B01～B04）",
        "≦新規相談受付件数（A01）",
        "すべて欠けたら比べない",
        "月次報告様式の項目の定義",
    ) in lines


def test_comparisons_at_sites__are_there_once():
    """24 sites have the same rows."""
    cells = [entry.cells for entry in compared_entries()]

    assert len(set(cells)) == len(cells) < 160
    assert not [c for c in cells if "-S" in "".join(c)]
