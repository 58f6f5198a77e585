"""Which characters are odd: every one that a reader has a word for, and no other."""

import pytest

from juso.core.characters import CONTROL, ODD, PRIVATE, UNSEEN


def test_odd__is_what_is_controlling_unseen_or_private():
    """Looked for at one stroke in the text of a whole register, so it must miss none."""
    kinds = (CONTROL, UNSEEN, PRIVATE)
    characters = [chr(code) for code in (*range(0x10000), 0xEFFFF, 0xF0000, 0x10FFFF)]

    assert [c for c in characters if ODD.search(c)] == [
        c for c in characters if any(kind.search(c) for kind in kinds)
    ]


@pytest.mark.parametrize(
    "text", ["改行\nあり\r\n", "全角　空白", "葛\U000e0100城", "𠮷野", "👨\u200d👩"]
)
def test_odd__is_nothing_that_people_write(text):
    assert not ODD.search(text)
