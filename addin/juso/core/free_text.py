"""All free text of a chunk of rows, looked at once for what must not, or can not, be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from juso.core.characters import ODD
from juso.core.column_reader import ColumnReader
from juso.core.read_text import ODD_TEXTS
from juso.core.sheet import Column


class FreeText:
    """The columns of free text of one sheet; `watched` takes the cells that `watch` finds."""

    def __init__(
        self,
        readers: Iterable[ColumnReader],
        watched: list[tuple[int, Column]],
        watch: Callable[[str], bool] | None,
    ) -> None:
        self.columns = [
            (r.column, r.place) for r in readers if r.is_free_text and r.place is not None
        ]
        self.watched = watched
        self.watch = watch

    def look(self, raw: Sequence[Sequence[Any]], numbers: Sequence[int]) -> bool:
        """Whether a text is there that may not be taken as typed."""
        distinct: set[Any] = set().union(*(raw[place] for _, place in self.columns))
        joined = "\n".join(map(str, distinct))
        if self.watch and self.watch(joined):
            self._note(raw, numbers, self.watch)
        return not ODD_TEXTS.isdisjoint(distinct) or ODD.search(joined) is not None

    def _note(
        self,
        raw: Sequence[Sequence[Any]],
        numbers: Sequence[int],
        watch: Callable[[str], bool],
    ) -> None:
        for column, place in self.columns:
            found = zip(numbers, raw[place], strict=True)
            self.watched += [(number, column) for number, text in found if watch(str(text))]
