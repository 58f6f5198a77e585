"""Tables of a web page saved as .xls: what the business systems of cities call Excel output."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

from juso.adapters.form_sources.grid_source import GridSource
from juso.adapters.form_sources.plain_numbers import as_grid
from juso.adapters.form_sources.source import OutOfSight, Told
from juso.adapters.hidden_cells import Place
from juso.adapters.refusal import AS_XLSX, refuse

MARKUP = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|table|meta)\b", re.I)
CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.I)
XML_ENCODING = re.compile(rb"""<\?xml[^>]*encoding=["']([\w-]+)["']""")
TOLD = (
    "Excel のブックではなく、ウェブページの表（HTML）です。"
    "Excel で開き、「名前を付けて保存」で .xlsx 形式にして提出してください。"
)
WIDEST = 1_000  # columns or rows that one cell may span
CELLS = 2_000_000
Attributes = dict[str, str | None]
SKIPPED = ("script", "style", "title")
BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "hr", "caption"})
BREAK = "\v"
UNSEEN = re.compile(r"display\s*:\s*none", re.I)


def is_html(content: bytes) -> bool:
    """Whether a file begins like a web page or like a table of one."""
    return MARKUP.search(content[:1024]) is not None


def declared_encoding(content: bytes) -> str:
    """What a web page says of its encoding; '' when it says nothing."""
    found = XML_ENCODING.search(content[:200]) or CHARSET.search(content[:4096])
    return found[1].decode("ascii", "replace") if found else ""


def html_source(text: str, path: Path, name: str) -> GridSource:
    """The tables of a page, one below the other; JusoError for a page without a table."""
    parser = TableParser()
    parser.feed(text)
    parser.close()
    if not parser.has_table:
        refuse(
            path,
            "は Excel のファイルではなくウェブページです。もとのファイルを受け取り直してください",
        )
    if parser.too_large:
        refuse(path, f"は表が大きすぎます。{AS_XLSX}")
    rows = [[row.get(c, "") for c in range(max(row, default=-1) + 1)] for row in parser.rows]
    hidden = OutOfSight(frozenset(parser.hidden))
    return GridSource(name, as_grid(rows), [Told(TOLD)], parser.covered, hidden)


class TableParser(HTMLParser):
    """Cells by row and column; a cell over several places stands in the first (as in Excel).

    A text outside the tables has a row of its own.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[dict[int, str]] = []
        self.covered: set[Place] = set()
        self.hidden: set[int] = set()
        self.has_table = False
        self.too_large = False
        self._depth = 0
        self._column = 0
        self._place: Place | None = None  # of the cell that is open
        self._text: list[str] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SKIPPED:
            self._skipping += 1
        elif tag == "table":
            self._begin_table()
        elif tag == "tr" and self._depth == 1:
            self._begin_row(dict(attrs))
        elif tag in ("td", "th") and self._depth == 1:
            self._begin_cell(dict(attrs))
        elif tag in BLOCKS and not self._depth:
            self._end_line()
        elif tag == "br":
            self._text.append(BREAK)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SKIPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        elif tag == "table" and self._depth:
            self._end_table()
        elif tag in BLOCKS and not self._depth:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if not self._skipping and (self._place or not self._depth):
            self._text.append(data)

    def _begin_table(self) -> None:
        if not self._depth:
            self._end_line()
        self.has_table = True
        self._depth += 1

    def _end_table(self) -> None:
        if self._depth == 1:
            self._end_cell()
            self.covered = {place for place in self.covered if place[0] <= len(self.rows)}
        self._depth -= 1

    def _begin_row(self, attributes: Attributes) -> None:
        self._end_cell()
        self.rows.append({})
        self._column = 0
        if UNSEEN.search(attributes.get("style") or ""):
            self.hidden.add(len(self.rows))

    def _begin_cell(self, attributes: Attributes) -> None:
        self._end_cell()
        if not self.rows:
            self.rows.append({})
        number = len(self.rows)
        while (number, self._column) in self.covered:
            self._column += 1
        self._place = number, self._column
        height, width = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
        if len(self.covered) + height * width > CELLS:
            self.too_large = True
            return
        places = product(range(number, number + height), range(self._column, self._column + width))
        self.covered |= {place for place in places if place != self._place}
        self._column += width

    def _end_cell(self) -> None:
        if self._place is not None:
            number, column = self._place
            self.rows[number - 1][column] = self._taken()
        self._place = None

    def _end_line(self) -> None:
        if line := self._taken():
            self.rows.append({0: line})

    def _taken(self) -> str:
        lines = "".join(self._text).replace("\xa0", " ").split(BREAK)
        self._text = []
        return "\n".join(" ".join(line.split()) for line in lines).strip()


def _span(text: str | None) -> int:
    return min(int(text), WIDEST) if text and text.strip().isdecimal() and int(text) else 1
