"""Where things stand on the sheet 月次: found by the heading row's words, never by position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.core.cells import fold, is_blank, show
from juso.core.finding import Finding, address
from juso.koshu.tally.cover import TALLY_SHEET, read_month
from juso.koshu.tally.reading import Spot, form_finding

CODE = "項目コード"
TOTALS = frozenset({"計", "合計", "年計", "年度計", "年間計"})
DEPTH = 40  # rows in which the heading row is looked for


@dataclass(slots=True)
class Header:
    """Places (0-based) of the code column, the months and the total; `row` is 1-based."""

    year: FiscalYear
    row: int
    code: int
    total: int | None = None
    months: dict[Month, int] = field(default_factory=dict)
    doubled: list[tuple[int, Month]] = field(default_factory=list)
    foreign: list[tuple[int, Month]] = field(default_factory=list)  # of another fiscal year
    odd: list[tuple[int, Month]] = field(default_factory=list)  # 四月, Apr


def find_header(rows: Sequence[Sequence[Any]], year: FiscalYear) -> Header | None:
    """The first row that has the heading 項目コード; None when there is none."""
    for number, row in enumerate(rows[:DEPTH], start=1):
        for place, raw in enumerate(row):
            if isinstance(raw, str) and fold(raw) == CODE:
                header = Header(year, number, place)
                _read_months(header, row)
                return header
    return None


def _read_months(header: Header, row: Sequence[Any]) -> None:
    for place, raw in enumerate(row):
        if place == header.code or is_blank(raw):
            continue
        text = fold(show(raw))
        if text in TOTALS:
            header.total = place
        elif month := read_month(raw, header.year):
            _take_month(header, place, month, text)


def _take_month(header: Header, place: int, month: Month, text: str) -> None:
    if month.fiscal_year != header.year:
        header.foreign.append((place, month))
    elif month in header.months:
        header.doubled.append((place, month))
    else:
        header.months[month] = place
        if text[0].upper() not in "R令0123456789":
            header.odd.append((place, month))


def check_header(
    header: Header, file: str, form: str, headings: Sequence[Any]
) -> Iterator[Finding]:
    """Months that are missing, twice there, of another year or oddly written."""
    for month in header.year.months:
        if month not in header.months:
            message = (
                f"見出しに「{month.label}」がありません。"
                f"{header.row}行目に4月から3月までの見出しを戻してください。"
            )
            spot = Spot(TALLY_SHEET, "", f"{form}/{month}", month.label)
            yield form_finding("FORM-012", file, message, spot)
    for rule, places, words in (
        ("FORM-013", header.doubled, "は{}の2つ目の列なので読みません。使わない列を消してください"),
        ("FORM-012", header.foreign, f"は{header.year}の月ではありません。年度を確かめてください"),
        ("FORM-021", header.odd, "を「{}」と解釈しました"),
    ):
        for place, month in places:
            shown = show(headings[place])
            message = f"見出し「{shown}」{words.format(month.label)}。"
            cell = address(header.row, place)
            spot = Spot(TALLY_SHEET, cell, f"{form}/{month}", month.label, shown)
            yield form_finding(rule, file, message, spot)
