"""CSV and TSV, whatever they are called."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from juso.adapters.form_sources.grid_source import GridSource
from juso.adapters.form_sources.plain_numbers import as_grid
from juso.adapters.form_sources.source import Told
from juso.adapters.refusal import AS_XLSX, refuse
from juso.core.cells import fold
from juso.koshu.tally.cover import FORM_ID
from juso.koshu.tally.form_header import CODE

TOLD = (
    "Excel のブックではなく、CSV（区切り文字の付いたテキスト）です。"
    "CSV には1つのシートの値しか残らないので、次からは .xlsx 形式で保存して提出してください。"
)
LONGEST_CELL = 1_000_000
HEADINGS = frozenset({CODE, "項目", "項目名"})


def looks_like_a_form(text: str) -> bool:
    """Whether a text can be a monthly form at all: it has a word of 表紙 or of 月次."""
    return CODE in text or FORM_ID in text


def delimited_source(text: str, path: Path, name: str) -> GridSource:
    """The table of a text; JusoError for a text that is none or is badly quoted."""
    if not looks_like_a_form(text):
        refuse(path, f"は Excel のファイルでも月次報告の表でもありません。{AS_XLSX}")
    csv.field_size_limit(LONGEST_CELL)
    delimiter = "\t" if text.count("\t") > text.count(",") else ","
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        refuse(path, f"は CSV として読めません（引用符が閉じていません）。{AS_XLSX}", error)
    if number := _too_long(rows):
        refuse(
            path,
            f"の{number}行目は見出しの行より列が多く、どの数がどの月のものか分かりません"
            f"（桁区切りのコンマで列が分かれたおそれがあります）。{AS_XLSX}",
        )
    return GridSource(name, as_grid(rows), [Told(TOLD)])


def _too_long(rows: Sequence[Sequence[str]]) -> int:
    """The first row below the heading with more cells than the heading; 0 when there is none."""
    heading = next((n for n, row in enumerate(rows) if HEADINGS & set(map(fold, row))), len(rows))
    longer = (n for n in range(heading, len(rows)) if len(rows[n]) > len(rows[heading]))
    return next(longer, -1) + 1
