"""How the text of a cell is compared and quoted: spaces, placeholders, words for nothing."""

from __future__ import annotations

import re
from hashlib import sha256

from juso.core.cells import fold

NOT_FILLED_IN = "【未入力】"  # as the templates print it
NOTHING = frozenset(map(fold, ("決定事項なし", "意見なし", "なし", "特になし", "該当なし")))
_BLANK = re.compile(r"[【［\[]未入力[】］\]]|^\W*未\s*入\s*力\W*$", re.MULTILINE)
NO_VALUE = frozenset(map(fold, ("", "－", "―", "—", "ー", "-", "なし", "未定")))

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SHOWN = 40


def filled_in(text: str) -> str:
    """What somebody wrote: the text without 【未入力】 in any brackets, spaces at the ends and empty lines."""
    lines = (line.strip() for line in _BLANK.sub("", text).splitlines())
    return "\n".join(filter(None, lines))


def normal(text: str) -> str:
    """A printed or read text as two of them are compared: Word may change how spaces stand."""
    plain = _UNPRINTABLE.sub("", text.replace("\r\n", "\n"))
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return "\n".join(filter(None, lines))


def digest(text: str) -> str:
    """A short mark of a text, so that a document need not keep what was printed in it."""
    return sha256(normal(text).encode()).hexdigest()[:8]


def one_line(text: str) -> str:
    """A text of several lines as one."""
    return " ".join(text.split())


def quoted(text: str) -> str:
    """A text as a message quotes it: on one line, not too long."""
    line = one_line(text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
