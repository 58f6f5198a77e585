"""May the register follow a cell of a form? Four values tell: see `verdict`."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from typing import Any

from juso.koshu.case_sheet import fingerprint

BLANK = fingerprint(None)


class Verdict(Enum):
    """What is done with a cell of a form."""

    SAME = "台帳と同じ"
    LEFT = "送った人は触れていない"  # the register was changed since: it stays
    EDITED = "送った人が書き換えた"
    EMPTIED = "送った人が消した"
    BOTH = "台帳も書き換えられている"


def verdict(new: Any, now: Any, before: str | None, known: Collection[str] = ()) -> Verdict:
    """What became of a cell that says `new` and of the register's cell that says `now`.

    `before` is the fingerprint of what the sender last saw or sent, None where nobody knows;
    `known` are those of values that came into the register from earlier forms or were there when
    the form was made: while one of them still stands there, nobody has worked on the cell.
    """
    if is_same(new, now):
        return Verdict.SAME
    said, stands = fingerprint(new), fingerprint(now)
    if before is None:
        return Verdict.EDITED if said != BLANK else Verdict.EMPTIED
    if said == before and stands not in known:
        return Verdict.LEFT
    if stands != before and stands not in known:
        return Verdict.BOTH
    return Verdict.EDITED if said != BLANK else Verdict.EMPTIED


def is_same(new: Any, now: Any) -> bool:
    """Whether two typed values mean the same: order of choices, line ends and outer spaces do not count."""
    if isinstance(new, tuple) and isinstance(now, tuple):
        return set(new) == set(now)
    if isinstance(new, str) and isinstance(now, str):
        return _plain(new) == _plain(now)
    return fingerprint(new) == fingerprint(now)


def _plain(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    return "\n".join(line.rstrip() for line in lines)
