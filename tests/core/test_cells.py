"""Cell value to typed value: what a clerk's typing means."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.core.cells import Trouble, fold, is_blank, reader, show, to_cell
from juso.core.codelist import CodeList
from juso.core.sheet import Column
from juso.koshu.sheets import SHEETS


class Colour(CodeList):
    """A small list."""

    RED = "赤（明るい）"
    BLUE = "青"


def read(kind, raw, listed=(), **facts):
    """The value and the trouble of one cell."""
    reading = reader(Column(label="列", kind=kind, **facts), listed)(raw)
    return reading.value, reading.problem and reading.problem.trouble


UNREADABLE = (None, Trouble.UNREADABLE)


@pytest.mark.parametrize("raw", [None, "", "  ", "　", "\n"])
@pytest.mark.parametrize("kind", [str, int, float, date, datetime, time, Colour])
def test_blank__is_nothing_and_no_problem(kind, raw):
    """White space is blank in every kind of column."""
    assert read(kind, raw) == (None, None)
    assert is_blank(raw)


def test_blank__of_a_mark_or_a_list_has_its_own_value():
    """An empty ○ is False, an empty list of codes is ()."""
    assert read(bool, "") == (False, None)
    assert read(Colour, "", many=True) == ((), None)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (datetime(2025, 4, 1), (date(2025, 4, 1), None)),
        (date(2025, 4, 1), (date(2025, 4, 1), None)),
        ("R7.4.1", (date(2025, 4, 1), Trouble.REPAIRED)),
        ("２０２５／４／１", (date(2025, 4, 1), Trouble.REPAIRED)),
        (45748.0, (date(2025, 4, 1), Trouble.REPAIRED)),
        ("4/1", UNREADABLE),
        ("R7.2.30", UNREADABLE),
        (7.0, UNREADABLE),
        (45748.5, UNREADABLE),
        (True, UNREADABLE),
    ],
)
def test_date__is_read(raw, expected):
    """Real dates as they are, text and bare serial numbers with a word about it."""
    assert read(date, raw) == expected


@pytest.mark.parametrize("raw", ["1025/4/1", "1868年1月1日", date(1025, 4, 1)])
def test_date__before_the_eras_does_not_stop_the_check(raw):
    """A mistyped year is read or refused, never an exception."""
    value, trouble = read(date, raw)

    assert isinstance(value, date) or trouble is Trouble.UNREADABLE


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (datetime(2025, 4, 1, 13, 30), (datetime(2025, 4, 1, 13, 30), None)),
        ("2025/4/1 13:30", (datetime(2025, 4, 1, 13, 30), Trouble.REPAIRED)),
        ("令和7年4月1日 午後1時30分", (datetime(2025, 4, 1, 13, 30), Trouble.REPAIRED)),
        ("令和7年 4月1日", (datetime(2025, 4, 1), Trouble.REPAIRED)),
        ("昨日 13:30", UNREADABLE),
        ("2025/4/1 25:00", UNREADABLE),
    ],
)
def test_datetime__is_read(raw, expected):
    """A day with or without a time of day."""
    assert read(datetime, raw) == expected


def test_datetime__of_a_bare_date_is_its_midnight():
    """A date cell in 日時 is a day whose time is not known."""
    assert read(datetime, date(2025, 4, 1))[0] == datetime(2025, 4, 1)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (time(13, 30), (time(13, 30), None)),
        (datetime(1899, 12, 31, 9, 5), (time(9, 5), None)),
        (0.5625, (time(13, 30), None)),
        ("13:30", (time(13, 30), None)),
        ("１３：３０", (time(13, 30), None)),
        ("午後1時", (time(13), None)),
        ("午前9時05分", (time(9, 5), None)),
        ("午後12時30分", (time(12, 30), None)),
        ("25:00", UNREADABLE),
        ("夕方", UNREADABLE),
    ],
)
def test_time__is_read(raw, expected):
    """Excel's fraction of a day and what people write."""
    assert read(time, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (3, (3, None)),
        (3.0, (3, None)),
        ("１，２３４", (1234, Trouble.REPAIRED)),
        ("-2", (-2, Trouble.REPAIRED)),
        (0, (0, None)),
        (3.5, UNREADABLE),
        ("3人", UNREADABLE),
        ("12(3)", UNREADABLE),
        ("約10", UNREADABLE),
        (True, UNREADABLE),
        (datetime(2025, 3, 4), UNREADABLE),
    ],
)
def test_whole_number__is_read(raw, expected):
    """A number is taken only by the whole cell; a date that was once 3-4 is none."""
    assert read(int, raw) == expected


def test_number__may_have_a_fraction():
    """Hours and rates."""
    assert read(float, "３.５") == (3.5, Trouble.REPAIRED)
    assert read(float, "三") == UNREADABLE


@pytest.mark.parametrize("raw", ["○", "◯", "〇", "レ", "✓", True, "有", 1.0])
def test_mark__is_yes(raw):
    """Every ring and tick people have on their keyboards."""
    assert read(bool, raw) == (True, None)


def test_mark__that_is_none_is_asked_about():
    """× in a ○ column is not silently False."""
    assert read(bool, "×") == (False, Trouble.NOT_A_CHOICE)
    assert read(bool, False) == (False, None)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("青", (Colour.BLUE, None)),
        ("赤(明るい)", (Colour.RED, Trouble.REPAIRED)),
        (" 青　", (Colour.BLUE, Trouble.REPAIRED)),
        ("黄", (None, Trouble.NOT_A_CHOICE)),
    ],
)
def test_choice__is_read_by_its_label(raw, expected):
    """Width and spaces may differ, and that is said; the stored label does not change."""
    assert read(Colour, raw) == expected


def test_choice__that_is_near_is_suggested():
    """The clerk reads which choice was probably meant."""
    reading = reader(Column(label="色", kind=Colour))("赤（暗い）")

    assert reading.problem.message == (
        "「赤（暗い）」は選択肢にありません。「赤（明るい）」ではありませんか。"
    )


def test_open_list__is_checked_only_where_the_city_has_filled_it():
    """Without a list any agency is text."""
    assert read(str, "社協", ("社協", "保健所"), choices="関係機関") == ("社協", None)
    assert read(str, "社教", ("社協", "保健所"), choices="関係機関")[1] is Trouble.NOT_A_CHOICE
    assert read(str, "社教", (), choices="関係機関") == ("社教", None)


def test_several_choices__stand_in_one_cell():
    """Whatever separates them; what cannot be read is left out and said."""
    assert read(Colour, "青、赤（明るい）", many=True) == ((Colour.BLUE, Colour.RED), None)
    assert read(Colour, "青\n赤（明るい）", many=True)[0] == (Colour.BLUE, Colour.RED)
    assert read(Colour, "青、黄", many=True) == ((Colour.BLUE,), Trouble.NOT_A_CHOICE)


@pytest.mark.parametrize(
    "column",
    [c for sheet in SHEETS for c in sheet.columns if c.is_code and c.many],
    ids=lambda c: c.label,
)
def test_several_choices__read_back_what_the_product_writes(column):
    """A label that holds the separator must not fall apart."""
    every = tuple(column.kind)

    reading = reader(column)(to_cell(every))

    assert (reading.value, reading.problem) == (every, None)


def test_text__keeps_what_was_typed():
    """Names are never normalised; numbers typed into a text column become text."""
    assert read(str, "髙橋　﨑子") == ("髙橋　﨑子", None)
    assert read(str, 5530000.0) == ("5530000", None)


def test_text__with_a_pattern():
    """Another width is repaired, another form kept and reported."""
    facts = {"pattern": r"R\d{1,2}-\d{4}", "example": "R7-0001"}

    assert read(str, "R7-0001", **facts) == ("R7-0001", None)
    assert read(str, "Ｒ７－０００１", **facts) == ("R7-0001", Trouble.REPAIRED)
    assert read(str, "第1号", **facts) == ("第1号", Trouble.MISFIT)


def test_message__quotes_the_cell_and_says_what_to_do():
    """Whole sentences with the value that was found."""
    reading = reader(Column(label="日", kind=date))("4/1")

    assert reading.problem.message == (
        "「4/1」は日付として読めません。「令和7年4月1日」又は「2025/4/1」の形で入力してください。"
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (None, ""),
        (3.0, "3"),
        (3.5, "3.5"),
        (True, "TRUE"),
        (date(2025, 4, 1), "2025/4/1"),
        (datetime(2025, 4, 1), "2025/4/1"),
        (datetime(2025, 4, 1, 9, 5), "2025/4/1 09:05"),
        ("神", "神"),
    ],
)
def test_show__quotes_as_the_clerk_sees_it(raw, expected):
    """No trailing .0, no seconds, no normalisation."""
    assert show(raw) == expected


@given(st.text())
def test_fold__is_stable(text):
    """Folding twice changes nothing more."""
    assert fold(fold(text)) == fold(text)


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.datetimes(), st.dates()))
def test_reader__never_fails(raw):
    """Whatever stands in a cell, there is a value or a problem."""
    for kind in (str, int, float, bool, date, datetime, time, Colour):
        reading = reader(Column(label="列", kind=kind))(raw)
        assert reading.value is None or isinstance(reading.value, kind)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (False, None),
        ((), None),
        (True, "○"),
        (0, 0),
        ((Colour.BLUE, Colour.RED), "青、赤（明るい）"),
        (Colour.BLUE, "青"),
        (date(2025, 4, 1), date(2025, 4, 1)),
    ],
)
def test_to_cell__writes_what_a_clerk_would(value, expected):
    """Blank is not zero: 0 is written, nothing stays empty."""
    assert to_cell(value) == expected
