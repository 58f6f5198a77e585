"""個人番号（マイナンバー）: twelve digits that must not stand in the register (番号法第20条)."""

from __future__ import annotations

import re
import unicodedata

PERSONAL_NUMBER = re.compile(r"(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)")
FULL_WIDTH_DIGITS = "０１２３４５６７８９"
DIGITS_AS_ZERO = bytes(48 if 48 <= byte <= 57 else 32 for byte in range(256))


def holds_personal_number(text: str) -> bool:
    """Whether twelve digits, in any width, together or in fours, stand in a text.

    Text without any run of twelve digits, however long, is passed at the speed of `bytes`.
    """
    if any(digit in text for digit in FULL_WIDTH_DIGITS):
        text = unicodedata.normalize("NFKC", text)
    if b"0" * 12 not in text.encode(errors="replace").translate(DIGITS_AS_ZERO, b" -"):
        return False
    return PERSONAL_NUMBER.search(text) is not None
