"""How far a long job is, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

FEW = 20  # so many are done before anybody could read how far they are


def progress(done: Iterable[T], total: int, unit: str = "様式", *, weight: int = 1) -> Iterator[T]:
    """The same items, with a bar on stderr while they come: done/total, rate, time left.

    Nothing is shown where stderr is no terminal, or for few; `weight`: forms in an item.
    """
    if total * weight <= FEW or sys.stderr is None or not sys.stderr.isatty():
        yield from done
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (
        BarColumn(),
        TextColumn("{task.completed:,.0f}/{task.total:,.0f}" + unit),
        TextColumn("{task.fields[pace]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, pace="")
        for item in done:
            yield item
            bar.advance(task)
            now = bar.tasks[task]
            bar.update(task, pace=pace(now.speed, now.time_remaining, unit))


def pace(speed: float | None, remaining: float | None, unit: str) -> str:
    """毎秒12.3様式　残り1分05秒; '' before anything is known."""
    if not speed or remaining is None:
        return ""
    minutes, seconds = divmod(round(remaining), 60)
    hours, minutes = divmod(minutes, 60)
    left = f"{seconds}秒"
    if hours:
        left = f"{hours}時間{minutes:02}分"
    elif minutes:
        left = f"{minutes}分{seconds:02}秒"
    return f"毎秒{speed:.1f}{unit}　残り{left}"
