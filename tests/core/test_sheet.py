"""Row classes: one field is one column."""

import copy
import pickle
from datetime import date

import pytest

from juso.core.codelist import CodeList
from juso.core.sheet import Row, blank, column, column_index, key_index


class Size(CodeList):
    """大きさ。"""

    SMALL = "小", "片手で持てる", "S1"
    LARGE = "大"


class Fruit(Row, sheet="果物"):
    """収穫1回を1行で。"""

    note: str | None = column("備考")
    number: str = column("番号", unique=True)
    picked_on: date = column("収穫日")
    size: Size | None = column("大きさ")
    colours: tuple[str, ...] = column("色", choices="色")
    wishes: tuple[Size, ...] = column("希望", optional=True)
    is_sweet: bool = column("甘い")
    weight: int = column("重さ", computed=True)

    @property
    def is_red(self) -> bool:
        return "赤" in self.colours


def test_columns__stand_in_the_order_they_are_written():
    """Label and type of each field come from its one line."""
    assert Fruit.sheet == "果物"
    assert [(c.key, c.label, c.kind) for c in Fruit.columns[:4]] == [
        ("note", "備考", str),
        ("number", "番号", str),
        ("picked_on", "収穫日", date),
        ("size", "大きさ", Size),
    ]


def test_columns__are_required_unless_declared_otherwise():
    """`| None`, a ○ column, `optional` and computed cells may be empty."""
    assert [c.key for c in Fruit.columns if c.required] == ["number", "picked_on", "colours"]
    assert [c.key for c in Fruit.columns if c.many] == ["colours", "wishes"]
    assert [c.key for c in Fruit.columns if c.is_code] == ["size", "wishes"]


def test_row__is_built_with_keywords_and_blanks():
    """What is left out is blank in the way of its column."""
    row = Fruit(number="F1", colours=("赤",))

    assert (row.number, row.note, row.picked_on, row.wishes, row.is_sweet) == (
        "F1",
        None,
        None,
        (),
        False,
    )
    assert row.row_number == 0
    assert row.is_red


def test_row__knows_its_columns_only():
    """A misspelt field is a programming error."""
    with pytest.raises(TypeError, match="colour"):
        Fruit(colour=("赤",))
    with pytest.raises(TypeError, match="colour"):
        Fruit(number="F1").replace(colour=("赤",))


def test_row__is_replaced_not_changed():
    """The old row stays as it was."""
    row = Fruit(number="F1", row_number=5)

    changed = row.replace(is_sweet=True)

    assert (changed.is_sweet, changed.number, changed.row_number) == (True, "F1", 5)
    assert row.is_sweet is False
    with pytest.raises(AttributeError):
        row.number = "F2"


def test_row__goes_from_cells_and_back():
    """A row is the tuple of its cells with the row number last."""
    cells = ("", "F1", date(2025, 9, 1), Size.SMALL, ("赤",), (), True, 3, 7)

    row = Fruit.of(cells)

    assert tuple(row) == cells
    assert row.row_number == 7


def test_row__survives_pickling_and_copying():
    """Rows travel to other processes."""
    row = Fruit(number="F1", colours=("赤",), row_number=3)

    assert pickle.loads(pickle.dumps(row)) == row  # noqa: S301
    assert copy.copy(row) == row


def test_key__is_the_unique_cell_or_the_place():
    """A finding calls a row by its number, or by its place when that is blank."""
    assert Fruit(number="F1", row_number=3).key == "F1"
    assert Fruit(row_number=3).key == "3行目"


def test_index__finds_columns_by_name():
    """Positions count from 0 in the order of declaration."""
    assert key_index(Fruit) == 1
    assert column_index(Fruit, "picked_on") == 2


def test_blank__differs_by_kind():
    """None, False or an empty tuple."""
    by_key = {c.key: blank(c) for c in Fruit.columns}

    assert by_key["note"] is None
    assert by_key["is_sweet"] is False
    assert by_key["wishes"] == ()


def test_code__is_its_label_with_a_note_and_a_short_code():
    """The label is what the cell holds."""
    assert Size("小") is Size.SMALL
    assert (str(Size.SMALL), Size.SMALL.note, Size.SMALL.code) == ("小", "片手で持てる", "S1")
    assert (Size.LARGE.note, Size.LARGE.code) == ("", "")
    with pytest.raises(ValueError):
        Size("中")
