"""One line of 診断: what was looked at, whether it is all right, whom to ask for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

IT = "情報係に"


class Answer(NamedTuple):
    """What a probe found; `ok` is None where it cannot be known here."""

    ok: bool | None
    found: str
    cause: str = ""
    ask: str = ""


def good(found: str) -> Answer:
    """Nothing to do."""
    return Answer(True, found)


def bad(found: str, cause: str, ask: str) -> Answer:
    """Something keeps the product from working; `ask` says who should do what."""
    return Answer(False, found, cause, ask)


def unknown(found: str, cause: str = "", ask: str = "") -> Answer:
    """It cannot be told from here; a person has to look, or nothing depends on it."""
    return Answer(None, found, cause, ask)


NOT_WINDOWS = unknown("Windows ではないため調べられません。")


@dataclass(frozen=True, slots=True)
class Check:
    """A named answer: ○ (True), × (False) or ？ (None)."""

    name: str
    ok: bool | None
    found: str
    cause: str = ""
    ask: str = ""

    @property
    def symbol(self) -> str:
        return "？" if self.ok is None else "○" if self.ok else "×"


def lines(checks: Sequence[Check]) -> list[str]:
    """The checks as a terminal shows them, cause and request below what is not all right."""
    shown = []
    for check in checks:
        shown.append(f"{check.symbol} {check.name}：{check.found}")
        shown += [f"　　原因：{check.cause}"] if check.cause else []
        shown += [f"　　お願い：{check.ask}"] if check.ask else []
    return shown


def summary(checks: Sequence[Check]) -> str:
    """How many are all right, wrong and unknown, as a sentence."""
    count = {ok: sum(check.ok is ok for check in checks) for ok in (True, False, None)}
    return f"○ {count[True]}件、× {count[False]}件、？ {count[None]}件です。" + (
        "× のところは「お願い」をご覧ください。"
        if count[False]
        else "直すところはありませんでした。"
    )
