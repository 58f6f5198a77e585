"""書き方の読み替え in words: what arrives, how it is read, what is said and what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from juso.core.cells import show, to_cell
from juso.core.finding import Severity
from juso.koshu.repairs import REPAIRS, Repair, Where

SHOWN = 6  # examples of a line
UNREAD = "読みません"


@dataclass(frozen=True, slots=True)
class RepairLine:
    """Repairs of one kind that are told in the same way in the same kind of file."""

    number: str
    grade: Severity | None  # None where nothing is said
    what: str
    examples: str
    advice: str


def repair_lines() -> Iterator[RepairLine]:
    """Every kind of mess, N01 to N46."""
    groups: dict[tuple[str, str, Where, Severity | None], list[Repair]] = {}
    for repair in REPAIRS:
        alike = repair.number, repair.what, repair.where, repair.grade
        groups.setdefault(alike, []).append(repair)
    for (number, what, where, grade), repairs in groups.items():
        place = "" if where is Where.REGISTER else f"（{where}）"
        advice = _joined((repair.advice for repair in repairs), "")
        yield RepairLine(number, grade, what + place, _examples(repairs), advice)


def _examples(repairs: Sequence[Repair]) -> str:
    more = "など" if len(repairs) > SHOWN else ""
    return _joined(map(_example, islice(repairs, SHOWN))) + more


def _joined(parts: Iterable[str], between: str = "、") -> str:
    return between.join(dict.fromkeys(filter(None, parts)))


def _example(repair: Repair) -> str:
    """「５人」→「5」, or of a file 様式版 2024→現行の版として読みます."""
    typed, becomes = _visible(show(to_cell(repair.typed))), _visible(repair.becomes)
    if repair.where is not Where.REGISTER:
        return f"{typed}→{becomes or UNREAD}"
    if becomes:
        return f"「{typed}」→「{becomes}」"
    if repair.proposal:
        return f"「{typed}」→{UNREAD}（「{repair.proposal}」ですか）"
    return f"「{typed}」→{UNREAD if repair.grade is Severity.ERROR else '空欄'}"


def _visible(text: str) -> str:
    """A text with what has no shape of its own shown by a sign."""
    return "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character == "\n":
        return "⏎"
    return {"Cc": "□", "Co": "〓"}.get(unicodedata.category(character), character)
