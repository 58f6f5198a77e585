"""Where things stand on the sheet 月次: found by the heading row's words, never by position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.core.cells import show
from juso.core.finding import Finding, address
from juso.koshu.tally.reading import Spot, form_finding

CODE = "項目コード"
CODE_WORDS = frozenset({CODE, "項目ｺｰﾄﾞ", "コード", "項目CD", "項目番号", "code", "CODE", "Code"})
LABEL_WORDS = frozenset({"項目", "項目名", "項目名称", "報告項目", "集計項目", "内容"})
REMARKS = frozenset(
    {"備考", "摘要", "メモ", "特記事項", "単位", "集計型", "型", "番号", "No.", "No"}
)
DEPTH = 40  # rows in which the heading row is looked for
AROUND = 2  # rows above and below it that may belong to the headings

Row = Sequence[Any]
Rows = Sequence[Row]


@dataclass(slots=True)
class Header:
    """Places (0-based) of the code column, the months and the total; `row` is 1-based.

    `row` is the last one of the headings; `at` the one in which the months stand.
    """

    year: FiscalYear
    row: int
    code: int | None = None
    label: int | None = None
    total: int | None = None
    months: dict[Month, int] = field(default_factory=dict)
    at: int = 0
    doubled: list[tuple[int, Month]] = field(default_factory=list)
    dropped: list[tuple[int, Month]] = field(default_factory=list)  # which of two is not known
    foreign: list[tuple[int, Month]] = field(default_factory=list)  # of another fiscal year
    odd: list[tuple[int, Month]] = field(default_factory=list)  # 四月, Apr
    aside: list[int] = field(default_factory=list)  # 単位, 備考
    other: list[int] = field(default_factory=list)  # 累計, 前年度4月 and what has no known heading


def check_header(
    header: Header, file: str, form: str, sheet: str, headings: Sequence[Any]
) -> Iterator[Finding]:
    """Months that are missing, twice there, of another year or oddly written."""
    unclear = {month for _, month in header.dropped}
    for month in header.year.months:
        if month not in header.months and month not in unclear:
            message = (
                f"見出しに「{month.label}」がありません。"
                f"{header.at}行目に4月から3月までの見出しを戻してください。"
            )
            spot = Spot(sheet, "", f"{form}/{month}", month.label)
            yield form_finding("FORM-012", file, message, spot)
    for rule, places, words in (
        ("FORM-013", header.doubled, "は{}の2つ目の列なので読みません。使わない列を消してください"),
        (
            "FORM-013",
            header.dropped,
            "の列は、ほかにも{}の列があって数が違い、どちらが正しいか分からないので、どちらも読みません。使わない列を消してください",
        ),
        ("FORM-012", header.foreign, f"は{header.year}の月ではありません。年度を確かめてください"),
        ("FORM-021", header.odd, "を「{}」と解釈しました"),
    ):
        for place, month in places:
            quoted = show(headings[place])
            message = f"見出し「{quoted}」{words.format(month.label)}。"
            spot = Spot(sheet, address(header.at, place), f"{form}/{month}", month.label, quoted)
            yield form_finding(rule, file, message, spot)
