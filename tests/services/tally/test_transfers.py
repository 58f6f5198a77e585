"""つなぎ行列: both sides of every path, and how they stand to each other."""

from dataclasses import replace

import pytest

from form_tables import read
from juso.services.merge import ALL_FORMS, merge
from juso.services.tally.transfers import (
    ALL_WINDOWS,
    OTHERS,
    differing_months,
    transfers,
    verdict,
)

TEXTS = {
    "W1": "F12 | 2 | 1\nF15 | 1 | 0\nF17 | 1 | 0\nF18 | 4 | 0\nF35 | 1 | 0",
    "W2": "B37 | 1 | 2",
    "W3": "F12 | 0 | 1",
    "W4": "F12 | 1 | 不明",
    "M": "M01a | 0 | 2",
    "P": "P01 | 3 | 0",
    "O": "O11 | 1 | 1",
    "R": "R08-S08 | 2 | 0\nR08-S09 | 1 | 1",
}


def found(**changes):
    """All forms up to 5月; a text of None is a form not sent."""
    texts = dict.fromkeys(ALL_FORMS, "") | TEXTS | changes
    forms = [
        replace(read(text, code, "R7.5"), file=f"{code}.xlsx")
        for code, text in texts.items()
        if text is not None
    ]
    return transfers(merge(forms, expected=()))


def pair(transfers, sender, receiver):
    """Both sides of one path."""
    return next(p for p in transfers.pairs if (p.sender, p.receiver) == (sender, receiver))


@pytest.mark.parametrize(
    ("sender", "receiver", "months", "year"),
    [
        ("W1", "W2", [2, 1], 3),
        ("W4", "W2", [1, None], 1),
        ("W1", OTHERS, [5, 0], 5),
        ("O", ALL_WINDOWS, [1, 1], 2),
        ("R", ALL_WINDOWS, [3, 1], 4),
    ],
)
def test_matrix__adds_what_the_sender_counts(sender, receiver, months, year):
    """By month and over the year."""
    cell = found().sent(sender, receiver)

    assert [total.value for total in cell.months] == months
    assert cell.year.value == year


@pytest.mark.parametrize(("sender", "receiver"), [("W1", "W1"), ("M", "W1"), ("P", "O")])
def test_matrix__has_no_cell_where_the_form_does_not_count(sender, receiver):
    """Nothing passed on is 0; nothing counted is no cell."""
    assert found().sent(sender, receiver) is None


def test_both_sides__stand_side_by_side():
    """F12 of the other three windows against B37 of 障害; 困窮 does not know 5月."""
    path = pair(found(), "他の3窓口", "W2")

    assert [(s.value, s.missing) for s in path.sent.months] == [(3, ()), (2, ("W4",))]
    assert [r.value for r in path.received.months] == [1, 2]
    assert path.sent.year.missing == ("W4/R7.5",)
    assert (path.sent_by, path.received_by) == ("F12", "B37")


@pytest.mark.parametrize(
    ("changes", "sender", "receiver", "expected", "months"),
    [
        ({}, "他の3窓口", "W2", "送ったほうが2多い（暫定）", 1),
        ({"W4": ""}, "他の3窓口", "W2", "送ったほうが1多い", 1),
        ({}, "W1", "M", "受けたほうが1多い", 2),
        ({"M": "M01a | 1 | 0"}, "W1", "M", "一致", 0),
        ({}, ALL_WINDOWS, "P", "受けたほうが2多い（ほかからの分を含む）", 1),
        ({"P": "P01 | 0 | 0"}, ALL_WINDOWS, "P", "送ったほうが1多い", 1),
        ({"M": None}, "W1", "M", "比べられません（受けた側の数がありません）", 0),
        ({"W1": None}, "W1", "M", "比べられません（送った側の数がありません）", 0),
    ],
)
def test_verdict__says_in_words_how_the_sides_differ(changes, sender, receiver, expected, months):
    """Over the year, and in how many months."""
    path = pair(found(**changes), sender, receiver)

    assert verdict(path) == expected
    assert differing_months(path) == months
