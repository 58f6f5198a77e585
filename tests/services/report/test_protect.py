"""秘匿: a reader who knows all totals cannot work out a small figure."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.services.report.protect import Equation, Protection, Publication, hide

LIMIT = 5


def table_of(rows):
    """Figures and equations of a table with totals of rows, columns and all."""
    values, equations = {}, []
    width = len(rows[0])
    for r, row in enumerate(rows):
        values |= {(r, c): n for c, n in enumerate(row)}
        values[r, "計"] = sum(row)
        equations.append(Equation(tuple((r, c) for c in range(width)), ((r, "計"),)))
    for c in range(width):
        values["計", c] = sum(row[c] for row in rows)
        equations.append(Equation(tuple((r, c) for r in range(len(rows))), (("計", c),)))
    values["計", "計"] = sum(map(sum, rows))
    equations.append(Equation(tuple((r, "計") for r in range(len(rows))), (("計", "計"),)))
    equations.append(Equation(tuple(("計", c) for c in range(width)), (("計", "計"),)))
    return values, equations


def is_total(key):
    return "計" in key


def hidden_in(rows):
    values, equations = table_of(rows)
    return hide(Publication(values, equations, values, list(filter(is_total, values))), LIMIT)


def test_hide__one_small_figure_takes_others_along():
    """Hidden alone it would be the total less the rest: each line keeps two."""
    rows = [[10, 3, 20], [30, 40, 12], [15, 25, 35]]
    hidden = hidden_in(rows)

    assert (0, 1) in hidden
    assert not any(is_total(k) for k in hidden)
    for line in range(3):
        in_row = [k for k in hidden if k[0] == line]
        in_column = [k for k in hidden if k[1] == line]
        assert len(in_row) != 1
        assert len(in_column) != 1


def test_hide__nothing_small_nothing_hidden():
    """Zero is no case of anybody and stays."""
    assert hidden_in([[10, 0], [0, 20]]) == frozenset()


def test_hide__small_ones_that_add_up_to_little():
    """1 and 1 with 2 left of the total would be told: a third, larger one goes with them."""
    values = {"a": 1, "b": 1, "c": 9, "d": 30, "計": 41}
    hidden = hide(Publication(values, [Equation(tuple("abcd"), ("計",))], "abcd"), LIMIT)

    assert hidden == {"a", "b", "c"}


def test_hide__total_only_where_nothing_else_is_left():
    """A breakdown with one part that is not zero is its total."""
    values = {"a": 3, "b": 0, "計": 3}
    hidden = hide(Publication(values, [Equation(("a", "b"), ("計",))], "a", ["計"]), LIMIT)

    assert hidden == {"a", "b", "計"}


def test_hide__linked_tables():
    """A figure that stands in two breakdowns is protected in both."""
    values = {"a": 2, "b": 8, "c": 9, "x": 19, "d": 6, "e": 7, "y": 15}
    equations = [Equation(("a", "b", "c"), ("x",)), Equation(("a", "d", "e"), ("y",))]
    hidden = hide(Publication(values, equations, "abcde"), LIMIT)

    assert hidden == {"a", "b", "d"}


def test_hide__is_the_same_every_time():
    """Last year's report, written again, hides the same figures."""
    rows = [[1, 7, 7], [7, 7, 2], [7, 3, 7]]

    assert hidden_in(rows) == hidden_in(rows)


def test_hide__unseen_figure_gives_room():
    """What is printed nowhere need not be hidden by others, only be beyond reckoning."""
    values = {"a": 2, "b": 30, "start": 7, "計": 39}
    equations = [Equation(("a", "b", "start"), ("計",))]

    assert hide(Publication(values, equations, "a", unseen=["start"]), LIMIT) == {"a", "start"}


@pytest.mark.parametrize("seed", range(8))
def test_hide__leaves_no_leak(seed):
    """Tables of many small figures: in the end nothing can be told, if need be of the totals."""
    rows = [[(r * 5 + c * 7 + seed) % 9 for c in range(5)] for r in range(6)]
    values, equations = table_of(rows)
    publication = Publication(values, equations, values, list(filter(is_total, values)))
    protection = Protection(publication, LIMIT)
    protection.hidden |= hide(publication, LIMIT)

    assert protection.leaks() == set()


def solutions(values, equations, hidden, most=14):
    """Every way to fill the hidden figures with whole numbers from 1 on."""
    keys = sorted(hidden, key=str)
    for filled in product(range(1, most + 1), repeat=len(keys)):
        tried = values | dict(zip(keys, filled, strict=True))
        if all(sum(tried[k] for k in e.parts) == sum(tried[k] for k in e.whole) for e in equations):
            yield dict(zip(keys, filled, strict=True))


@given(st.lists(st.lists(st.integers(1, 9), min_size=2, max_size=2), min_size=2, max_size=2))
def test_hide__an_attacker_with_all_the_time_in_the_world(rows):
    """Tried out: every small figure might as well be 5 or more, whatever else is shown."""
    values, equations = table_of(rows)
    hidden = hidden_in(rows)
    inner = frozenset(k for k in hidden if not is_total(k))
    if hidden != inner or len(inner) > 4:
        return  # totals hidden too: more freedom than can be tried out
    found = list(solutions(values, equations, hidden))
    small = [k for k in hidden if values[k] < LIMIT]

    assert all(max(s[k] for s in found) >= LIMIT for k in small)


@pytest.mark.parametrize("size", [2, 3, 6])
def test_hide__no_small_figure_is_ever_shown(size):
    """Whatever the table looks like."""
    rows = [[(r * 7 + c * 3) % 11 for c in range(size)] for r in range(size)]
    values, _ = table_of(rows)
    hidden = hidden_in(rows)

    assert [k for k, v in values.items() if 0 < v < LIMIT and k not in hidden] == []
