"""データ項目定義書: what every column and every 項目コード of the long table means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from xlsxwriter import Workbook

from juso.adapters.merged_tables import LINE
from juso.adapters.styles import (
    HEAD,
    NAVY,
    Styles,
    lines_in,
    new_workbook,
    put,
    row_height,
    set_page,
)
from juso.core.calendar import FiscalYear
from juso.services.tally.long_table import (
    COLUMNS,
    GUARD_NOTE,
    ITEM_HEADINGS,
    choice_lines,
    item_lines,
)

TITLE = "月次実績 データ項目定義書"
COLUMN_HEADINGS = ("番号", "列", "英名", "型", "単位", "意味", "選択肢の一覧", "空欄になるとき")
CHOICE_HEADINGS = ("一覧", "コード", "意味")
FACTS = (
    "1行が1つの数（窓口×項目×月）です。足すときは「集計型」に従ってください。",
    "ファイル：月次実績.csv（UTF-8、BOMつき、改行はCRLF、区切りはコンマ）と月次実績.parquet（同じ列と行）。",
    "列の並びと項目コードは変えません。項目を加えるときは新しい項目コードを使い、古いコードは使い回しません。",
    "値が空欄の行は0ではありません。「状態」を見てください。値は有効数字をそのまま書き、桁区切りはありません。",
    GUARD_NOTE,
)


@dataclass(frozen=True, slots=True)
class DictionaryTable:
    """One table of the dictionary: a sheet, and a CSV file of the same name."""

    name: str
    headings: tuple[str, ...]
    widths: tuple[float, ...]
    rows: list[tuple[str, ...]]


def dictionary_tables() -> tuple[DictionaryTable, ...]:
    """The columns, the items, the other code lists."""
    columns: list[tuple[str, ...]] = [
        (str(n), c.heading, c.name, str(c.type), c.unit, c.meaning, c.choices, c.may_be_blank)
        for n, c in enumerate(COLUMNS, start=1)
    ]
    items: list[tuple[str, ...]] = [astuple(line) for line in item_lines()]
    choices: list[tuple[str, ...]] = list(choice_lines())
    item_widths = (12, 14, 30, 6, 7, 6, 7, 34, 60, 24)
    return (
        DictionaryTable("列の定義", COLUMN_HEADINGS, (6, 24, 20, 8, 6, 48, 14, 36), columns),
        DictionaryTable("項目コード", ITEM_HEADINGS, item_widths, items),
        DictionaryTable("選択肢", CHOICE_HEADINGS, (16, 14, 80), choices),
    )


def write_dictionary(path: Path, year: FiscalYear) -> None:
    """The dictionary as a workbook of three sheets."""
    book = new_workbook(path, TITLE, year)
    styles = Styles(book)
    for number, table in enumerate(dictionary_tables()):
        _write_table(book, styles, table, FACTS if number == 0 else ())
    book.close()


def _write_table(
    book: Workbook, styles: Styles, table: DictionaryTable, facts: Sequence[str]
) -> None:
    sheet = book.add_worksheet(table.name)
    set_page(sheet, f"{TITLE}　{table.name}")
    title = styles(bold=True, font_size=14, font_color=NAVY, text_wrap=False)
    put(sheet, 0, 0, f"{TITLE}　{table.name}", title)
    sheet.set_row(0, 24)
    for row, fact in enumerate(facts, start=1):
        sheet.merge_range(row, 0, row, len(table.headings) - 1, fact, styles())
        sheet.set_row(row, row_height(lines_in(fact, sum(table.widths))))
    top = len(facts) + 1
    for column, (text, width) in enumerate(zip(table.headings, table.widths, strict=True)):
        sheet.set_column(column, column, width)
        put(sheet, top, column, text, styles(**HEAD, align="center"))
    line = styles(**LINE)
    for row, cells in enumerate(table.rows, start=top + 1):
        for column, text in enumerate(cells):
            put(sheet, row, column, text, line)
        lines = (lines_in(text, w - 1) for text, w in zip(cells, table.widths, strict=True))
        sheet.set_row(row, row_height(max(lines)))
    sheet.autofilter(top, 0, top + len(table.rows), len(table.headings) - 1)
    sheet.freeze_panes(top + 1, 2)
    sheet.repeat_rows(top)
    sheet.fit_to_pages(1, 0)
