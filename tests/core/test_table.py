"""A worksheet's raw cells to typed rows."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.core.cells import Trouble
from juso.core.codelist import CodeList
from juso.core.sheet import Row, column
from juso.core.table import CHUNK, read_table


class Size(CodeList):
    """大きさ。"""

    SMALL = "小"
    LARGE = "大"


class Fruit(Row, sheet="果物"):
    """収穫1回を1行で。"""

    number: str = column("番号", unique=True, pattern=r"F\d+", example="F1")
    picked_on: date = column("収穫日", aliases=("もいだ日",))
    size: Size = column("大きさ")
    place: str = column("畑(区画)", choices="畑")
    name: str | None = column("名前")
    count: int | None = column("個数")
    is_sweet: bool = column("甘い")
    total: int | None = column("合計", computed=True)


HEADER = ["番号", "収穫日", "大きさ", "畑(区画)", "名前", "個数", "甘い", "合計"]
DAY = datetime(2025, 9, 1)


def read(*rows, header=HEADER, lists=None):
    """The table of some rows under a header."""
    return read_table(Fruit, [header, *(list(row) for row in rows)], lists or {})


def troubles(table):
    """Place, column and kind of every problem; a required blank is 空欄."""
    return [
        (p.row_number, p.column.label, p.problem.trouble if p.problem else "空欄")
        for p in table.problems
    ]


def test_rows__are_typed_and_numbered_as_in_excel():
    """The first row under the header is Excel's row 2."""
    table = read(["F1", DAY, "小", "東", "ぶどう", 3.0, "○", 99.0])

    expected = Fruit(
        number="F1",
        picked_on=date(2025, 9, 1),
        size=Size.SMALL,
        place="東",
        name="ぶどう",
        count=3,
        is_sweet=True,
        row_number=2,
    )
    assert list(table.rows) == [expected]
    assert table.problems == []


def test_header__is_found_in_any_order_spacing_and_by_alias():
    """Columns may be moved and headings wrapped; positions follow them."""
    table = read(["小", "F1", DAY, "東"], header=["大 き\nさ", "番号", "もいだ日", "畑（区画）"])

    assert table.positions == {"size": 0, "number": 1, "picked_on": 2, "place": 3}
    assert (table.rows[0].number, table.rows[0].size) == ("F1", Size.SMALL)


def test_header__reports_missing_unknown_and_doubled_headings():
    """An unknown heading that looks like a missing one is suggested."""
    table = read(
        ["F1", DAY, "小", "x", "y", "z"],
        header=["番号", "収穫日", "大きさ", "畑の区画", "番号", "天気"],
    )

    assert [c.label for c in table.missing] == ["畑(区画)", "名前", "個数", "甘い"]
    assert table.unknown == [(3, "畑の区画", "畑(区画)"), (5, "天気", "")]
    assert table.doubled == [(4, "番号")]
    assert table.rows[0].number == "F1"


def test_empty_rows__are_skipped_but_counted():
    """A row in which only a formula stands is no row."""
    table = read(
        ["F1", DAY, "小", "東", "", "", "", ""],
        ["", "", "", "", "", "", "", 0.0],
        ["F3", DAY, "大", "東", "", "", "", ""],
    )

    assert [row.row_number for row in table.rows] == [2, 4]
    assert [row.total for row in table.rows] == [None, None]


def test_problems__name_row_column_and_kind():
    """All problems of a sheet in one pass, in the order of the rows."""
    table = read(
        ["F1", DAY, "小", "東", "", "", "", ""],
        ["", "きのう", "中", "東", "", "三", "？", ""],
        ["Ｆ３", "R7.9.1", "大", "  ", "", "3", "", ""],
        ["3番", DAY, "大", "東", "", "", "", ""],
    )

    assert sorted(troubles(table), key=str) == sorted(
        [
            (3, "番号", "空欄"),
            (3, "収穫日", Trouble.UNREADABLE),
            (3, "大きさ", Trouble.NOT_A_CHOICE),
            (3, "個数", Trouble.UNREADABLE),
            (3, "甘い", Trouble.NOT_A_CHOICE),
            (4, "番号", Trouble.REPAIRED),
            (4, "収穫日", Trouble.REPAIRED),
            (4, "畑(区画)", "空欄"),
            (4, "個数", Trouble.REPAIRED),
            (5, "番号", Trouble.MISFIT),
        ],
        key=str,
    )
    assert [p.row_number for p in table.problems] == sorted(p.row_number for p in table.problems)
    assert [row.number for row in table.rows] == ["F1", None, "F3", "3番"]


def test_gaps__are_required_cells_without_a_value():
    """Repaired and misfitting cells have one; optional cells never are gaps."""
    table = read(
        ["F1", DAY, "小", "東", "", "", "", ""],
        ["", "きのう", "小", "東", "", "三", "", ""],
        ["3番", "R7.9.1", "中", "東", "", "", "", ""],
    )

    assert table.gaps == {3: {"number", "picked_on"}, 4: {"size"}}


def test_gaps__hold_missing_required_columns_for_every_row():
    """Where a heading is missing no rule that reads it can be asked."""
    table = read(["F1", DAY, "小"], ["F2", DAY, "小"], header=["番号", "収穫日", "大きさ"])

    assert table.gaps == {2: {"place"}, 3: {"place"}}


def test_open_list__is_used_where_it_is_given():
    """The 設定 sheet and the masters fill the lists."""
    rows = ["F1", DAY, "小", "南", "", "", "", ""]

    assert troubles(read(rows)) == []
    assert troubles(read(rows, lists={"畑": ("東", "西")})) == [
        (2, "畑(区画)", Trouble.NOT_A_CHOICE)
    ]


@pytest.mark.parametrize("cells", [[], [[]], [HEADER], [["", ""]]])
def test_sheet__may_be_empty(cells):
    """No rows is no problem; a missing header is missing columns."""
    table = read_table(Fruit, cells, {})

    assert list(table.rows) == []
    assert table.problems == []


class Note(Row, sheet="覚え書き"):
    """収穫の覚え書き。"""

    fruit: str = column("番号", refers="果物")
    day: date | None = column("日付")
    kana: str | None = column("よみ", is_kana=True)
    text: str | None = column("内容")


NOTES = ["番号", "日付", "よみ", "内容"]


def notes(*rows, watch=None):
    """Row, heading and repair of every problem of some notes."""
    table = read_table(Note, [NOTES, *(list(row) for row in rows)], {}, watch)
    return table, [(p.row_number, p.column.label, p.problem.repair) for p in table.problems]


def test_ditto__proposes_the_cell_above_it_and_takes_nothing():
    """〃 below 〃 means the same; below an empty cell it means nothing."""
    day = datetime(2025, 9, 1)
    table, found = notes(
        ["F1", day, "", "雨"],
        ["〃", "〃", "", "〃"],
        ["同上", "", "", "　〃"],
        ["F2", "〃", "", ""],
        ["F2", "", "", "〃"],
    )

    assert found == [
        (3, "番号", "N07"),
        (3, "日付", "N07"),
        (3, "内容", "N07"),
        (4, "番号", "N07"),
        (4, "内容", "N07"),
        (5, "日付", "N07"),
        (6, "内容", "N07"),
    ]
    meant = [p.problem.proposal for p in table.problems]
    assert meant == ["F1", date(2025, 9, 1), "雨", "F1", "雨", None, None]
    assert [row.text for row in table.rows] == ["雨", None, None, None, None]
    assert table.problems[0].problem.message.endswith("上の行は「F1」です。")
    assert table.gaps == {3: {"fruit"}, 4: {"fruit"}}


def test_ditto__reaches_over_the_chunks_in_which_rows_are_read():
    """The row above may have been read long before."""
    rows = [["F1", "", "", "雨"] for _ in range(CHUNK)] + [["F1", "", "", "〃"]]

    table, found = notes(*rows)

    assert found == [(CHUNK + 2, "内容", "N07")]
    assert table.problems[0].problem.proposal == "雨"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["F1", "", "", "山\ue001"], ("内容", "N31")),
        (["F1", "", "", "晴\x07れ"], ("内容", "N35")),
        (["F1", "", "", "#REF!"], ("内容", "N16")),
        (["F1", "", "", datetime(2025, 3, 4)], ("内容", "N14")),
        (["F1", "", "ﾌﾞﾄﾞｳ", ""], ("よみ", "N32")),
        (["Ｆ１", "", "", ""], ("番号", "N01")),
        (["f1", "", "", ""], ("番号", "N36")),
        (["F1 ", "", "", ""], ("番号", "N12")),
        (["F1", 45748.0, "", ""], ("日付", "N27")),
        (["F1", "", "", "晴れ\n10時〜12時―葛\U000e0100城"], None),
        (["F1", "", "ブドウ", "ﾌﾞﾄﾞｳ"], None),
    ],
)
def test_texts__are_looked_at_among_plain_ones(row, expected):
    """One odd cell among a chunk of plain ones is found, and only that one."""
    plain = ["F1", "", "ぶどう", "晴れ"]

    _, found = notes(plain, row, plain)

    assert found == ([] if expected is None else [(3, *expected)])


def test_unsure_values__are_no_gaps():
    """A cell that needs confirming has a value or may be empty: its row's rules are asked."""
    table = read(["F1", "7.9.1", "小", "東", "", "－", "", ""])

    assert troubles(table) == [(2, "収穫日", Trouble.UNSURE), (2, "個数", Trouble.UNSURE)]
    assert table.gaps == {}
    assert (table.rows[0].picked_on, table.rows[0].count) == (date(2025, 9, 1), None)


def test_watched_cells__are_noted_beside_odd_ones():
    """One look at the free text serves both."""
    table, found = notes(["F1", "", "", "1234\ue001"], watch=lambda text: "1234" in text)

    assert [(number, column.label) for number, column in table.watched] == [(2, "内容")]
    assert found == [(2, "内容", "N31")]


CELLS = st.one_of(
    st.just(""),
    st.text(max_size=6),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.sampled_from(["F1", "小", "○", "R7.9.1", "#REF!", "〃", "－", "7.4.1", "山\ue001"]),
)


@given(st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=4))
def test_reading__never_fails_and_loses_no_row(rows):
    """Whatever stands in the cells, each row with something typed in it becomes a row."""
    table = read(*rows)

    typed = [number for number, row in enumerate(rows, 2) if any(cell != "" for cell in row[:7])]
    assert [row.row_number for row in table.rows] == typed
    assert set(table.gaps) <= set(typed)
