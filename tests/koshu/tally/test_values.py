"""N01〜N16: what a typed cell means, and that nothing is guessed."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_tables import cell
from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.values import State, read_value

COUNT = TallyItem("A01", "新規相談受付件数")
MEAN = TallyItem("M14", "平均", "機関", Kind.UNIQUE, decimals=True)
MONEY = TallyItem("R11", "補助金", "円")

TABLE = """
    N01 １，２３４        | 1234 | 値     | TALLY-005
    N01 「1,234」         | 1234 | 値     | TALLY-005
    N01 「1,2」           |      | 誤り   | TALLY-006
    N02 12件              | 12   | 値     | TALLY-005
    N02 ５人              | 5    | 値     | TALLY-009
    N02 5千円             |      | 誤り   | TALLY-006
    N02 3回/月            |      | 誤り   | TALLY-006
    N03 －                | 0    | 皆無   |
    N03 ー                | 0    | 皆無   |
    N03 ‐                 | 0    | 皆無   |
    N03 −                 | 0    | 皆無   |
    N03 ―                 | 0    | 皆無   |
    N03 –                 | 0    | 皆無   |
    N03 —                 | 0    | 皆無   |
    N03 -                 | 0    | 皆無   |
    N03 0                 | 0    | 値     |
    N04 「　」            |      | 未入力 |
    N05 …                 |      | 不詳   | TALLY-008
    N05 ・・・            |      | 不詳   | TALLY-008
    N05 不明              |      | 不詳   | TALLY-008
    N05 不詳              |      | 不詳   | TALLY-008
    N05 調査中            |      | 不詳   | TALLY-008
    N06 x                 |      | 誤り   | TALLY-006
    N06 Ｘ                |      | 誤り   | TALLY-006
    N06 ＊                |      | 誤り   | TALLY-006
    N07 〃                |      | 誤り   | TALLY-006
    N07 同上              |      | 誤り   | TALLY-006
    N08 △5               |      | 誤り   | TALLY-006
    N08 ▲５              |      | 誤り   | TALLY-006
    N08 (5)               |      | 誤り   | TALLY-006
    N08 -5                |      | 誤り   | TALLY-006
    N08 「-5」            |      | 誤り   | TALLY-006
    N09 ①                |      | 誤り   | TALLY-006
    N09 ⑩                |      | 誤り   | TALLY-006
    N10 約10              |      | 誤り   | TALLY-006
    N10 10以上            |      | 誤り   | TALLY-006
    N10 10～15            |      | 誤り   | TALLY-006
    N10 数件              |      | 誤り   | TALLY-006
    N11 12(3)             |      | 誤り   | TALLY-006
    N11 12（うち男5）     |      | 誤り   | TALLY-006
    N11 5/3               |      | 誤り   | TALLY-006
    N11 男3女2            |      | 誤り   | TALLY-006
    N12 「12」            | 12   | 値     | TALLY-005
    N12 「'12」           | 12   | 値     | TALLY-005
    N12 「12　」          | 12   | 値     | TALLY-005
    N13 3.5               |      | 誤り   | TALLY-006
    N14 2026-03-04        |      | 誤り   | TALLY-006
    N12 「12 件」         | 12   | 値     | TALLY-005
    N12 「\u00a012」      | 12   | 値     | TALLY-005
    N12 「\u200b12\ufeff」 | 12  | 値     | TALLY-005
    N03 ｰ                 | 0    | 皆無   |
    N04 「\u200b」        |      | 未入力 |
    N10 十二              |      | 誤り   | TALLY-006
    N11 1、234            |      | 誤り   | TALLY-006
    N13 1E400             |      | 誤り   | TALLY-006
    N13 1e12              |      | 誤り   | TALLY-006
    N15 =SUM(A1:A3)       |      | 誤り   | TALLY-006
    N16 #REF!             |      | 誤り   | TALLY-007
    --- なし              |      | 誤り   | TALLY-006
"""
CASES = [[part.strip() for part in line.split("|")] for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("typed", "value", "state", "rule"), CASES, ids=[c[0] for c in CASES])
def test_count_cell__is_read_as_the_table_says(typed, value, state, rule):
    """A whole number, a dash or an unknown is taken; everything else is said to be unreadable."""
    meaning = read_value(cell(typed[4:]), COUNT)

    assert meaning.value == (int(value) if value else None)
    assert meaning.state == state
    assert meaning.rule == rule
    assert bool(meaning.message) == bool(rule)


@pytest.mark.parametrize(
    ("typed", "expected"), [("3.5", 3.5), ("「３．５」", 3.5), ("-", 0), ("4", 4)]
)
def test_mean_cell__may_have_a_fraction(typed, expected):
    """M14 is a mean; counts are whole."""
    assert read_value(cell(typed), MEAN).value == expected


def test_money_cell__refuses_people():
    """A unit that measures something else is another figure."""
    assert read_value("５人", MONEY).state is State.FAULT


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("十二", "12"),
        ("二十", "20"),
        ("百五", "105"),
        ("三", "3"),
        ("三件", "3"),
        ("一〇", ""),
        ("1O", "10"),
        ("l2", "12"),
        ("O", "0"),
        ("〇", "0"),
        ("Il", ""),
        ("abc", ""),
    ],
)
def test_digits_that_are_none__are_refused_with_what_they_may_mean(typed, meant):
    """Said as a question, never taken."""
    meaning = read_value(typed, COUNT)

    assert meaning.state is State.FAULT
    assert ("もしかして" in meaning.message) == bool(meant)
    assert f"もしかして「{meant}」" in meaning.message or not meant


@pytest.mark.parametrize("raw", [True, False, datetime(2026, 3, 4), time(12, 30), float("nan")])
def test_cell_that_is_no_number__is_not_taken_for_1_or_0(raw):
    """TRUE equals 1 in Python and is none."""
    assert read_value(raw, COUNT).state is State.FAULT


@given(st.integers(0, 10**9))
def test_number__is_the_same_in_every_spelling(number):
    """1234, "1,234", "１２３４" and "1234件" are one figure."""
    wide = str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    spellings = [float(number), str(number), f"{number:,}", wide, f"{number}件"]

    assert {read_value(spelling, COUNT).value for spelling in spellings} == {number}


@given(st.text(max_size=8))
def test_any_text__is_read_without_a_guess(text):
    """Whatever is typed, a figure is a number of 0 or more, or there is none and a reason."""
    meaning = read_value(text, COUNT)

    if meaning.state in (State.VALUE, State.NONE):
        assert meaning.value is not None
        assert meaning.value >= 0
    else:
        assert meaning.value is None
        assert meaning.state is State.BLANK or meaning.message
