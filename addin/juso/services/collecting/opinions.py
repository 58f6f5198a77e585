"""意見要旨: the table of opinions back into 「機関：意見」, one to a line."""

from __future__ import annotations

from collections.abc import Sequence

from juso.core.cells import fold
from juso.services.collecting.values import Typed
from juso.services.collecting.wording import NO_VALUE, one_line
from juso.services.meeting.cases import HIDDEN_AGENCY
from juso.services.meeting.minutes_model import Opinion

Pair = tuple[str, str]  # agency and what it said


def read_opinions(said: Sequence[Pair], printed: Sequence[Opinion], register: str | None) -> Typed:
    """The register's text for a table; a row that was only printed keeps the register's own line.

    `printed` is what the table would be now: one opinion for each line of `register`.
    """
    lines = [line.strip() for line in (register or "").splitlines() if line.strip()]
    known = {_pair((o.agency, o.text)): line for o, line in zip(printed, lines, strict=True)}
    hidden = {
        line.replace(":", "：").partition("：")[0]
        for (agency, _), line in known.items()
        if agency == HIDDEN_AGENCY
    }
    found = []
    for pair in map(_pair, said):
        agency, text = pair
        if agency == HIDDEN_AGENCY and pair not in known and len(hidden) != 1:
            return Typed(
                problem=f"「{HIDDEN_AGENCY}」がどの機関かを文書から決められません。"
                "会議案件の意見要旨に入力してください。"
            )
        own = next(iter(hidden)) if agency == HIDDEN_AGENCY and hidden else agency
        named = "" if fold(own) in NO_VALUE else f"{own}："
        found.append(known.get(pair) or f"{named}{text}")
    return Typed("\n".join(found) or None)


def _pair(pair: Pair) -> Pair:
    return one_line(pair[0]), one_line(pair[1])
