"""The mechanism of rules: declaration, order, and rows they are not asked about."""

from types import ModuleType

import pytest

from juso.core.finding import Severity
from juso.core.rule import Remark, apply_rule, rule, rules_in, sheet_rule
from juso.core.sheet import Row, column


class Fruit(Row, sheet="果物"):
    """収穫1回を1行で。"""

    number: str = column("番号", unique=True)
    colour: str = column("色")
    weight: int = column("重さ")
    note: str | None = column("備考")


@rule("FRT-001", Severity.ERROR, on=Fruit, basis="規約1", tag="T-01")
def fruit_is_heavy(fruit):
    """果物は、100グラム以上です。"""
    if fruit.weight < 100:
        yield Remark("weight", f"{fruit.weight}グラムです。もう一度量ってください。")


@rule("FRT-002", Severity.WARNING, on=Fruit, basis="規約2")
def fruit_fits_the_book(fruit, book):
    """果物は、注文の色です。"""
    if any(fruit.colour == colour for colour in book):
        return
    yield Remark("colour", "色を確かめてください。", Severity.NOTE)


def test_rule__is_declared_with_its_facts():
    """The docstring is the statement; the columns it reads are found by themselves."""
    assert fruit_is_heavy.id == "FRT-001"
    assert fruit_is_heavy.severity is Severity.ERROR
    assert (fruit_is_heavy.basis, fruit_is_heavy.tag) == ("規約1", "T-01")
    assert fruit_is_heavy.statement == "果物は、100グラム以上です。"
    assert fruit_is_heavy.row_type is Fruit
    assert fruit_is_heavy.reads == {"weight"}
    assert fruit_is_heavy.alone


def test_rule__finds_columns_read_in_an_inner_expression():
    """A column read only inside `any(…)` counts too."""
    assert fruit_fits_the_book.reads == {"colour"}
    assert not fruit_fits_the_book.alone


def is_light(fruit: Fruit) -> bool:
    return fruit.weight < 100


def is_noted(number: int) -> bool:
    return number.note


@rule("FRT-003", Severity.ERROR, on=Fruit, basis="規約3")
def light_fruit_is_named(fruit):
    """軽い果物には、備考を書きます。"""
    if is_light(fruit) and is_noted(fruit.number):
        yield Remark("number", "番号を確かめてください。")


def test_rule__reads_what_a_function_it_gives_the_row_to_reads():
    """A function that takes something else is not looked into."""
    assert light_fruit_is_named.reads == {"weight", "number"}


def remarks(a_rule, rows, book=(), gaps=None):
    """Row numbers and columns of what a rule says."""
    found = apply_rule(a_rule, rows, book, gaps or {})
    return [(row and row.row_number, remark.column) for row, remark in found]


def test_apply__asks_every_row():
    """One remark per faulty row, in sheet order."""
    rows = [
        Fruit(number="F1", weight=99, row_number=2),
        Fruit(number="F2", weight=100, row_number=3),
        Fruit(number="F3", weight=1, row_number=4),
    ]

    assert remarks(fruit_is_heavy, rows) == [(2, "weight"), (4, "weight")]


def test_apply__hands_over_the_book():
    """A rule with two parameters sees the other sheets."""
    rows = [Fruit(colour="赤", row_number=2), Fruit(colour="青", row_number=3)]

    assert remarks(fruit_fits_the_book, rows, book=("赤",)) == [(3, "colour")]


def test_apply__leaves_out_rows_with_a_gap_the_rule_reads():
    """A blank weight has its own finding; a blank colour does not concern the rule."""
    rows = [
        Fruit(number="F1", row_number=2),
        Fruit(number="F2", weight=1, row_number=3),
    ]
    gaps = {2: frozenset({"weight"}), 3: frozenset({"colour"})}

    assert remarks(fruit_is_heavy, rows, gaps=gaps) == [(3, "weight")]


@rule("FRT-004", Severity.ERROR, on=Fruit, basis="規約4", among=lambda book: book[1:])
def later_fruit_is_heavy(fruit):
    """2つ目からの果物は、100グラム以上です。"""
    if fruit.weight < 100:
        yield Remark("weight", "もう一度量ってください。")


def test_apply__asks_only_the_rows_that_were_picked():
    """`among` finds them at one stroke; gaps are left out of them too."""
    rows = [
        Fruit(weight=1, row_number=2),
        Fruit(weight=1, row_number=3),
        Fruit(row_number=4),
    ]

    found = remarks(later_fruit_is_heavy, rows, book=rows, gaps={4: frozenset({"weight"})})
    assert found == [(3, "weight")]


@sheet_rule("FRT-005", Severity.WARNING, on=Fruit, basis="規約5")
def harvest_is_large(book):
    """年に3つは収穫します。"""
    if len(book) < 3:
        yield Remark("", "収穫を確かめてください。")


def test_sheet_rule__speaks_of_no_row():
    """It is asked once, whatever the rows are."""
    assert harvest_is_large.is_of_sheet
    assert remarks(harvest_is_large, [Fruit(), Fruit()], book=("赤", "青")) == [(None, "")]
    assert remarks(harvest_is_large, [], book=("赤", "青", "黄")) == []


def module(**names):
    """A module as if it had been written with these names."""
    found = ModuleType("rules")
    vars(found).update(names)
    return found


def test_rules_in__keeps_the_order_of_writing():
    """Other names of a module are no rules."""
    found = rules_in(module(b=fruit_fits_the_book, x=1), module(a=fruit_is_heavy))

    assert [r.id for r in found] == ["FRT-002", "FRT-001"]


def test_rules_in__refuses_an_id_used_twice():
    """An id is cited in reports and must mean one rule."""
    with pytest.raises(ValueError, match="FRT-001"):
        rules_in(module(a=fruit_is_heavy), module(b=fruit_is_heavy))


class Basket(Row, sheet="かご"):
    """かご1つを1行で。"""

    weight: int = column("重さ")


@rule("FRT-001", Severity.ERROR, on=Basket, basis="規約1", tag="T-01")
def basket_is_heavy(basket):
    """果物は、100グラム以上です。"""
    if basket.weight < 100:
        yield Remark("weight", "もう一度量ってください。")


def test_rules_in__takes_one_rule_on_two_sheets():
    """What is asked on two sheets bears one id and has a check of each."""
    assert len(rules_in(module(a=fruit_is_heavy, b=basket_is_heavy))) == 2
