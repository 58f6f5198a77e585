"""The column 計: months added, the last month-end value, or nothing for 実人数."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from juso.core.cells import show
from juso.core.finding import Finding, address
from juso.koshu.tally.frame import Frame
from juso.koshu.tally.item import Kind, TallyItem
from juso.koshu.tally.reading import TallyRow, form_finding
from juso.koshu.tally.values import LARGEST, Number, read_value


def check_total(
    frame: Frame, item: TallyItem, row: TallyRow, cells: tuple[Any, ...], raw: Any
) -> Iterator[Finding]:
    """X18 and X19 for the total `raw` of a row whose months were typed as `cells`.

    A total is right too when Excel's SUM could not see a number kept as text.
    """
    plain = type(raw) is float and abs(raw) < LARGEST
    total = raw if plain else read_value(raw, item).value
    if total is None or frame.total is None or _is_plainly_right(item, row, total):
        return
    known = [value for value in row.values if value is not None]
    typed = [value for value in cells if type(value) is float]
    rule, words = _trouble(item, total, known, typed)
    if rule:
        cell = address(row.number, frame.total)
        spot = frame.column_spot(item.code, cell, "計", show(raw))
        yield form_finding(rule, frame.file, f"「{item.label}」（{item.code}）の{words}。", spot)


def _trouble(
    item: TallyItem, total: Number, known: list[Number], typed: list[float]
) -> tuple[str, str]:
    """Rule and words, ('', '') for a right total."""
    if item.kind is Kind.UNIQUE:
        return "TALLY-118", "計に数があります。実人数は足せないので、空欄にしてください"
    if item.kind is Kind.STOCK:
        if not known or total in (known[-1], *typed[-1:]):
            return "", ""
        return "TALLY-118", (
            f"計（{show(total)}）が、最後に報告した月の値（{show(known[-1])}）と一致しません。"
            "計の欄に月末の値を入れてください"
        )
    if any(_same(total, sum(values)) for values in (known, typed)):
        return "", ""
    return "TALLY-119", (
        f"計（{show(total)}）が各月の合計（{show(sum(known))}）と一致しません"
        f"（差{show(abs(total - sum(known)))}）。計の数式と各月の数を見直してください"
    )


def _is_plainly_right(item: TallyItem, row: TallyRow, total: Number) -> bool:
    """The usual case, judged without looking at the cells; False where that is not enough."""
    if item.kind is Kind.UNIQUE or None in row.values:
        return False
    if item.kind is Kind.STOCK:
        return row.values[-1:] == (total,)
    return sum(filter(None, row.values)) == total


def _same(a: Number, b: Number) -> bool:
    return abs(a - b) < 0.005  # decimals only in means and hours
