"""A cell of a column with choices: one of a list, or several of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from juso.core.choice_list import ChoiceList, Choices
from juso.core.reading import Problem, Reading, Trouble, repaired, said, show, unsure
from juso.core.sheet import Column, blank
from juso.core.spellings import DASHES

SPLIT = re.compile(r"[、，,;；/／\n]+")
One = Callable[[Any], Reading]


def choice_reader(column: Column, choices: Choices) -> One:
    """The function that reads one choice of `column`, or several where it holds `many`."""
    one = ChoiceList(column, choices)
    read = _Several(one).read if column.many else one.read
    if column.required:
        return read

    def read_or_none(raw: Any) -> Reading:
        text = show(raw).strip()
        if not set(text) <= DASHES:
            return read(raw)
        message = (
            f"「{text}」を空欄として読みました。当てはまるものがなければ、空欄にしてください。"
        )
        return unsure(blank(column), message, "N03")

    return read_or_none


class _Several:
    """Reads several choices in one cell, whatever separates them."""

    def __init__(self, one: ChoiceList) -> None:
        self.one = one
        # Choices that hold a separator themselves (病気や健康、障害) stay whole.
        whole = [re.escape(label) for label in one.allowed if SPLIT.search(label)]
        self.parts = re.compile("|".join([*whole, "[^、，,;；/／\\n]+"]))

    def read(self, raw: Any) -> Reading:
        parts = [part.strip() for part in self.parts.findall(show(raw)) if part.strip()]
        readings = [reading for part in parts for reading in self._in_part(part)]
        values = [r.value for r in readings if r.value is not None]
        distinct = tuple(dict.fromkeys(values))
        problems = [r.problem for r in readings if r.problem]
        if problems:
            return Reading(distinct, self._joined(raw, readings, problems))
        if len(distinct) < len(values) or len(readings) > len(parts):
            return repaired(raw, distinct, "、".join(map(str, distinct)), "N34")
        return Reading(distinct)

    def _in_part(self, part: str) -> list[Reading]:
        """A choice, or several with blanks between them."""
        whole = self.one.read(part)
        if whole.value is not None:
            return [whole]
        pieces = [self.one.read(piece) for piece in re.split(r"[\s・+＋]+", part)]
        return [whole] if None in (piece.value for piece in pieces) else pieces

    def _joined(self, raw: Any, readings: list[Reading], problems: list[Problem]) -> Problem:
        """One problem of a cell: its gravest troubles, and the whole cell as it is meant."""
        grave = [p for p in problems if p.trouble is not Trouble.REPAIRED]
        meant = [
            r.value if r.value is not None else r.problem and r.problem.proposal for r in readings
        ]
        proposal = None if None in meant else tuple(dict.fromkeys(meant))
        if not grave:
            shown = "、".join(map(str, meant))
            return said(raw, proposal, shown, problems[0].repair)
        message = "".join(p.message for p in grave)
        return Problem(grave[0].trouble, message, grave[0].repair, proposal)
