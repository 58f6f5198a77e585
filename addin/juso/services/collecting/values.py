"""The text of a cell to the value it means in the register; what is not plain is not guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from juso.core.calendar import parse_date
from juso.core.cells import fold
from juso.koshu.agency_names import agency_names
from juso.koshu.codes import ItemConclusion
from juso.koshu.meetings import CHOICES
from juso.koshu.sheets import Agency
from juso.services.collecting.wording import NO_VALUE, filled_in, one_line, quoted

TICKED = "☑☒■✓✔✅レ●◉◎○◯〇"
OPEN = "□☐◻"
_BOX = re.compile(f"([{TICKED}{OPEN}])")
_UNTIL = re.compile(r"\s*(まで|迄)$")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text means; `problem` says why it means nothing, `note` how it was read."""

    value: Any = None
    problem: str = ""
    note: str = ""


Read = Callable[[str], Typed]


def read_text(text: str) -> Typed:
    """A text as it is written; 「なし」 is one."""
    return Typed(filled_in(text) or None)


def read_words(text: str) -> Typed:
    """A text in one line, where 「－」 and 「なし」 mean that there is none."""
    found = one_line(filled_in(text))
    return Typed(None if fold(found) in NO_VALUE else found)


def read_day(text: str) -> Typed:
    """A day with its year: R7.8.31, 令和7年8月31日（日）, 2025/8/31まで."""
    found = one_line(filled_in(text))
    if fold(found) in NO_VALUE:
        return Typed()
    try:
        return Typed(parse_date(_UNTIL.sub("", found)))
    except ValueError as reason:
        return Typed(
            problem=f"「{quoted(found)}」は{reason}。「R7.8.31」又は「令和7年8月31日」の形で、"
            "年から書いてください。"
        )


def read_conclusion(text: str) -> Typed:
    """The ticked conclusion of 「□ 見守り　☑ 継続」, or one written without boxes."""
    found = filled_in(text)
    before, *pieces = _BOX.split(found)
    marks, labels = pieces[::2], pieces[1::2]
    ticked = [label for mark, label in zip(marks, labels, strict=True) if mark in TICKED]
    if len(ticked) > 1:
        named = "」「".join(map(one_line, ticked))
        return Typed(problem=f"「{named}」の2つ以上に印があります。1つだけにしてください。")
    if marks and fold(before) not in NO_VALUE:
        return Typed(problem=f"「{quoted(found)}」の□は、ことばの前に置いてください。")
    if marks and not ticked:
        return _unticked(found, labels)
    return _conclusion(one_line(ticked[0] if ticked else found))


def _unticked(text: str, labels: Sequence[str]) -> Typed:
    """Open boxes as they are printed mean nothing yet; a mark of another kind may mean much."""
    offered = [set(map(fold, choices)) for choices in CHOICES.values()]
    said = set(map(fold, labels)) - {""}
    if not said or said in offered:
        return Typed()
    return Typed(
        problem=f"「{quoted(text)}」のどれに印があるか読めません。1つだけ「☑」にしてください。"
    )


def _conclusion(label: str) -> Typed:
    if fold(label) in NO_VALUE:
        return Typed()
    known = {fold(choice): choice for choice in ItemConclusion}
    if found := known.get(fold(label)):
        return Typed(found)
    near = get_close_matches(fold(label), list(known), n=1, cutoff=0.6)
    hint = f"「{known[near[0]]}」ではありませんか。" if near else ""
    choices = "、".join(ItemConclusion)
    return Typed(
        problem=f"「{quoted(label)}」という結論はありません。{hint}{choices}のどれかにしてください。"
    )


@dataclass(frozen=True, slots=True)
class AgencyNames:
    """関係機関マスタ: short names, and what else the master calls each agency."""

    short: Collection[str]
    folded: Mapping[str, str]  # any name, folded -> short name

    @classmethod
    def of(cls, agencies: Sequence[Agency]) -> AgencyNames:
        """The names of all agencies; the short name wins where two agencies share one."""
        names = agency_names(agencies)
        return cls(frozenset(names.values()), {fold(name): names[name] for name in names})

    def read(self, text: str) -> Typed:
        """The agency a text names."""
        name = one_line(filled_in(text))
        if fold(name) in NO_VALUE:
            return Typed()
        if name in self.short:
            return Typed(name)
        if found := self.folded.get(fold(name)):
            return Typed(found, note=f"「{quoted(name)}」を「{found}」と読みました。")
        return Typed(problem=f"「{quoted(name)}」は関係機関マスタにありません。{self._hint(name)}")

    def _hint(self, name: str) -> str:
        parts = [part for part in re.split(r"[、，,・/／\s]+", name) if part]
        if len(parts) > 1 and all(fold(part) in self.folded for part in parts):
            return "担当機関は1つにし、ほかの機関の分は行を分けて書いてください。"
        near = get_close_matches(fold(name), list(self.folded), n=1, cutoff=0.5)
        if near:
            return f"「{self.folded[near[0]]}」ではありませんか。"
        return "略称で書くか、関係機関マスタに加えてください。"
