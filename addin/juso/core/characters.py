"""Characters a text should not hold: control characters nobody sees, 外字 nobody else can print."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# What joins or varies characters (U+200D, IVS) is left.
UNSEEN = re.compile(
    CONTROL.pattern + "|[\x80-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]"
)
# 外字, and what is left of a character nobody could read
PRIVATE = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
# Any of them; searching for what is not usual takes half the time.
ODD = re.compile(
    "[^\t\n\r -~\x85\xa0-\xac\xae-\u200a\u200c\u200d\u2010-\u2029\u202f-\u205f\u2061-\udfff"
    "\uf900-\ufefe\uff00-\ufffc\U00010000-\U000effff]"
)
HALF_KANA = re.compile("[\uff66-\uff9f]")
AROUND = 10  # characters of a long text that a message quotes before and behind a place


def private_message(text: str) -> str:
    """Quotes the text around the first 外字, with 〓 in its place as in print."""
    return (
        f"「{shortened(text)}」には、ほかのパソコンや印刷で出ないおそれのある文字（外字など、〓の"
        "ところ）があります。このままでよいか、ふつうの文字に直せるかを確かめてください。"
    )


def shortened(text: str) -> str:
    """The beginning of a text, or what stands around its first 外字."""
    found = PRIVATE.search(text)
    first = max(0, found.start() - AROUND) if found else 0
    last = first + 2 * AROUND + 1
    shown = PRIVATE.sub("〓", text[first:last])
    return f"{'…' * (first > 0)}{shown}{'…' * (last < len(text))}"
