"""Figures as cells: 皆無, unknown, provisional, changes and quarters, in the office's wording."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from juso.core.calendar import Month
from juso.koshu.amount import Amount
from juso.koshu.config import Wording
from juso.services.report_model import Cell, Line, LineKind, Mark, Measure

NOT_ADDED = Mark("／")  # persons of several months or windows cannot be added
UNFILLED = "【未入力】"
SOURCE_MONTHLY = "資料：月次報告"
SOURCE_REGISTER = "資料：支援台帳"
PROVISIONAL = "※は未提出又は不詳の月があるため、速報値です。"
QUARTERS = ("4～6月", "7～9月", "10～12月", "1～3月")


def cell(amount: Amount, wording: Wording, digits: int = 0, suffix: str = "") -> Cell:
    """One figure: 皆無 and unknown by their signs, with ※ where months are missing."""
    if amount.value is None:
        return Mark(sign(amount, wording))
    if digits == 0 and not suffix and not amount.has_gap:
        return round(amount.value) or zero(wording)
    value = round(amount.value, digits)
    return Measure(value, digits, suffix, is_provisional=amount.has_gap)


def sign(amount: Amount, wording: Wording) -> str:
    """What stands for a figure without a value: x, … or －."""
    if amount.is_hidden:
        return wording.hidden_symbol
    return wording.unknown_symbol if amount.has_gap else wording.zero_symbol


def zero(wording: Wording) -> Cell:
    """皆無."""
    return 0 if wording.zero_symbol == "0" else Mark(wording.zero_symbol)


def count(number: int, wording: Wording) -> Cell:
    """A count of the register, which never has a gap."""
    return cell(Amount.of(number), wording)


def rate(amount: Amount, wording: Wording) -> Cell:
    """A percentage with one decimal."""
    return zero(wording) if amount == Amount(0.0) else cell(amount, wording, 1, "％")


def change(now: Amount, before: Amount, wording: Wording, digits: int = 0) -> Cell:
    """増減: the difference of the printed figures; … where last year is not known."""
    if now.value is None or before.value is None:
        return _no_change(now, before, wording)
    difference = round(now.value, digits) - round(before.value, digits)
    if not round(difference, digits):
        return zero(wording)
    return Measure(difference, digits, is_change=True, is_provisional=now.has_gap or before.has_gap)


def change_rate(now: Amount, before: Amount, wording: Wording) -> Cell:
    """前年度比: 皆増 and 皆減 where one of the years is 0, … where last year is not known."""
    if now.value is None or before.value is None:
        return _no_change(now, before, wording)
    if before.value == 0:
        return Mark("皆増" if now.value else wording.zero_symbol)
    if now.value == 0:
        return Mark("皆減")
    percent = (now.value - before.value) / before.value * 100
    return Measure(percent, 1, "％", is_change=True, is_provisional=now.has_gap or before.has_gap)


def _no_change(now: Amount, before: Amount, wording: Wording) -> Cell:
    is_hidden = now.is_hidden or before.is_hidden
    return Mark(wording.hidden_symbol if is_hidden else wording.unknown_symbol)


def quarters(months: Sequence[Month]) -> tuple[tuple[Month, ...], ...]:
    """A year's months by threes."""
    return tuple(tuple(months[i : i + 3]) for i in range(0, 12, 3))


def total_line(label: str, cells: Iterable[Cell]) -> Line:
    """A line of sums."""
    return Line((label, *cells), LineKind.TOTAL)


def notes_for(lines: Iterable[Line], *notes: str) -> tuple[str, ...]:
    """The notes of a table; the ※ is explained where it occurs."""
    cells = (value for line in lines for value in line.cells)
    has_gap = any(isinstance(c, Measure) and c.is_provisional for c in cells)
    return (*notes, PROVISIONAL) if has_gap else notes
