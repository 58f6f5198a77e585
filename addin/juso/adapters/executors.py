"""Where work runs: in this process, in processes beside it, or on a dask.distributed cluster.

Whoever has work only knows `concurrent.futures.Executor`; a process that dies takes nothing with
it but the item that killed it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")
R = TypeVar("R")

MOST_PROCESSES = 61  # Windows waits for no more
WAITING = 3  # items handed out for each process: none idles, and no results pile up
WAITING_ON_CLUSTER = 128


@dataclass(frozen=True, slots=True)
class Workers:
    """How many processes, or which scheduler; `apart`: never in this process, not even one."""

    jobs: int = 1
    scheduler: str = ""  # tcp://HOST:PORT
    paths: tuple[Path, ...] = ()  # what every process of a cluster must see
    apart: bool = False

    def run(
        self, function: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R]
    ) -> Iterator[R]:
        """What `function` gives for each item, in their order, a bounded number ahead.

        `lost` gives it for an item whose process dies though it is alone in it.
        JusoError when the scheduler is not there.
        """
        if self.jobs == 1 and not self.scheduler and not self.apart:
            return map(function, items)
        return _in_order(self._executor, function, iter(items), lost, self._window)

    @property
    def _window(self) -> int:
        return WAITING_ON_CLUSTER if self.scheduler else WAITING * self.jobs

    def _executor(self) -> AbstractContextManager[Executor]:
        if self.scheduler:
            from juso.adapters.cluster import cluster

            return cluster(self.scheduler, self.paths)
        return processes(self.jobs)


HERE = Workers()
APART = Workers(apart=True)


@contextmanager
def processes(jobs: int) -> Iterator[Executor]:
    """Local processes, started the same way on every system; what waits is given up at an error."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    executor = ProcessPoolExecutor(min(jobs, MOST_PROCESSES), get_context("spawn"))
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


Handed = deque[tuple[T, "Future[R]"]]


def _in_order(
    executor: Callable[[], AbstractContextManager[Executor]],
    function: Callable[[T], R],
    items: Iterator[T],
    lost: Callable[[T], R],
    window: int,
) -> Iterator[R]:
    """After a process died, whatever was under way is tried again, each alone in its own."""
    under_way: Handed[T, R] = deque()
    while True:
        with executor() as pool:
            yield from _while_it_works(pool, function, items, under_way, window)
        if not under_way:
            return
        while under_way:
            item, future = under_way.popleft()
            if future.done() and not future.cancelled() and not future.exception():
                yield future.result()
            else:
                yield _alone(function, item, lost)


def _while_it_works(
    pool: Executor,
    function: Callable[[T], R],
    items: Iterator[T],
    under_way: Handed[T, R],
    window: int,
) -> Generator[R, None, None]:
    """Results until the items are through or a process has died; then `under_way` is not empty."""
    from concurrent.futures import Future

    while True:
        try:
            for item in islice(items, window - len(under_way)):
                under_way.append((item, Future()))  # stays undone where the pool is broken
                under_way[-1] = item, pool.submit(function, item)
            if not under_way:
                return
            result = under_way[0][1].result()
        except Exception as error:
            if _has_died(error):
                return
            raise
        under_way.popleft()
        yield result


def _alone(function: Callable[[T], R], item: T, lost: Callable[[T], R]) -> R:
    from concurrent.futures import BrokenExecutor

    with processes(1) as executor:
        try:
            return executor.submit(function, item).result()
        except BrokenExecutor:
            return lost(item)


def _has_died(error: Exception) -> bool:
    """Whether a process died over an item; dask has an error of its own for it."""
    from concurrent.futures import BrokenExecutor

    return isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker"
