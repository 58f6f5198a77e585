"""New rows below those that were prepared with formulas: the register counts without them, a reader misses them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from juso.adapters.live_book import LiveBook
from juso.core.change import Change
from juso.core.sheet import Row
from juso.koshu.register import Register


def bare_rows(book: LiveBook, changes: Sequence[Change], register: Register) -> str:
    """Which rows just added show nothing in their grey columns, and what to do; '' when none do."""
    counts = Counter(change.row_type for change in changes if change.is_new)
    said = [
        f"「{row_type.sheet}」の{row}行目"
        for row_type, number in counts.items()
        if (row := _first_bare(book, row_type, number, register))
    ]
    if not said:
        return ""
    return (
        f"{'、'.join(said)}から下は、用意した行より下のため、灰色の列（自動で入る列）が空です。"
        "点検と集計には差し支えありません。表示するときは［校閲］の「シート保護の解除」を押し、"
        "上の行の灰色のセルを下へ写してから、もう一度保護してください。"
    )


def _first_bare(book: LiveBook, row_type: type[Row], number: int, register: Register) -> int:
    """The first added row without the formula that the row above them has; 0 where all have it."""
    table = register.tables[row_type]
    key = next((c.key for c in row_type.columns if c.formula and c.key in table.positions), "")
    if not key:
        return 0
    above, place = table.next_row - 1, table.positions[key] + 1
    cells = book.formulas(row_type.sheet, above, place, number + 1, 1)
    has = [isinstance(line[0], str) and line[0].startswith("=") for line in cells]
    return above + has.index(False) if has[0] and not all(has) else 0
