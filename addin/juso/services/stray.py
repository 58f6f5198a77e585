"""What nobody sees in a short text and computers stumble over: blanks, line breaks, control characters."""

from __future__ import annotations

import re
from typing import NamedTuple

from juso.core.characters import UNSEEN
from juso.core.sheet import Column

SENTENCES = 20  # the width from which a column is meant for sentences: their line breaks are meant
BREAKS = "\n\r\x85\u2028\u2029"
BREAK = re.compile(rf"\s*[{BREAKS}]\s*")
RUN = re.compile(r"\s{2,}|[^\S \u3000]")  # several blanks, or one that is neither of the usual two


class Tidied(NamedTuple):
    """A text as it should stand, and in words what was in its way."""

    text: str
    found: tuple[str, ...]
    has_break: bool  # whether it was in several lines, perhaps on purpose


def is_short_text(column: Column) -> bool:
    """Whether a column holds words and not sentences, and nobody's name."""
    is_text = column.kind is str and not (column.pattern or column.choices or column.many)
    return is_text and not (column.computed or column.is_name) and column.width < SENTENCES


def tidied(text: str) -> Tidied:
    """The text in one line, without what nobody sees, with single blanks between its words."""
    seen = UNSEEN.sub("", text)
    stripped = seen.strip()
    line = BREAK.sub("　", stripped)
    single = RUN.sub(lambda run: "　" if "　" in run[0] else " ", line)
    found = {
        "見えない文字": seen != text,
        "前後の空白": stripped != seen,
        "改行": line != stripped,
        "余分な空白": single != line,
    }
    return Tidied(
        single, tuple(what for what, is_there in found.items() if is_there), found["改行"]
    )
