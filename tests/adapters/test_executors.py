"""Work in other processes: order, bounded submission, and what one that dies takes with it."""

from concurrent.futures import Executor, Future
from contextlib import contextmanager

import pytest

from dying_readers import twice, twice_but_dies_at_three
from juso.adapters.executors import HERE, Workers, _in_order
from juso.core.errors import JusoError


def lost(number):
    return f"{number} は失われた"


@pytest.mark.parametrize("workers", [HERE, Workers(2), Workers(apart=True)])
def test_run__gives_results_in_the_order_of_the_items(workers):
    """However many processes there are."""
    assert list(workers.run(twice, range(9), lost)) == [0, 2, 4, 6, 8, 10, 12, 14, 16]


def test_run__a_process_that_dies_costs_only_the_item_that_killed_it():
    """What was under way beside it is done again, what was still to come is done."""
    found = list(Workers(2).run(twice_but_dies_at_three, range(20), lost))

    assert found == [0, 2, 4, "3 は失われた", *(2 * n for n in range(4, 20))]


class Counting(Executor):
    """Runs nothing until a result is asked for, and counts what waits."""

    def __init__(self):
        self.waiting = self.most = 0

    def submit(self, function, /, *arguments):
        executor = self
        executor.waiting += 1
        executor.most = max(executor.most, executor.waiting)

        class Later(Future):
            def result(self, timeout=None):  # noqa: ARG002 - as a Future is asked
                executor.waiting -= 1
                return function(*arguments)

        return Later()


def test_in_order__hands_out_a_bounded_number_ahead():
    """10,000 forms never wait in memory at once."""
    executor = Counting()

    @contextmanager
    def pool():
        yield executor

    found = list(_in_order(pool, twice, iter(range(1000)), lost, window=6))

    assert found == [2 * n for n in range(1000)]
    assert executor.most == 6


def test_run__what_goes_wrong_in_the_work_itself_is_not_taken_for_a_dead_process():
    with pytest.raises(TypeError):
        list(Workers(2).run(twice, [object()], lost))


def test_scheduler__that_does_not_answer_is_one_sentence():
    """Within seconds; nothing is listening on port 1."""
    pytest.importorskip("distributed", reason="distributed が入っていません（extra scale）。")

    with pytest.raises(JusoError, match=r"スケジューラー tcp://127\.0\.0\.1:1 につながりません"):
        list(Workers(scheduler="tcp://127.0.0.1:1").run(twice, [1], lost))


def test_scheduler__without_the_library_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)

    with pytest.raises(JusoError, match=r"koshu-juso\[scale\]"):
        list(Workers(scheduler="tcp://127.0.0.1:1").run(twice, [1], lost))
