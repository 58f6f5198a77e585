"""Bytes of a text file to text: by its byte order mark, as UTF-8, as Shift_JIS, or not at all."""

from __future__ import annotations

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
JAPANESE = {"shift_jis", "shift-jis", "sjis", "x-sjis", "ms932", "windows-31j"}


def decoded(content: bytes, declared: str = "") -> str | None:
    """The text; None where it is in no encoding that can be told for certain.

    `declared` is what the file says of itself; Shift_JIS means what Windows writes (cp932).
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _in(content, encoding)
    if declared:
        name = "cp932" if declared.lower() in JAPANESE else declared
        return _in(content, name)
    for encoding in ("utf-8", "cp932"):
        if (text := _in(content, encoding)) is not None:
            return text
    return None


def _in(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return None if "\0" in text else text
