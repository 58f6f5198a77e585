"""What the tables of the sheet つなぎ行列 are made of: headings, labels, sums, differences."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juso.adapters.merged_tables import GAP_FORMAT, LINE
from juso.adapters.styles import GREY, HEAD, INTEGER, LIGHT, NAVY, YELLOW, Styles, put
from juso.services.tally.merged import Merged
from juso.services.tally.sums import due_months
from juso.services.tally.totals import Total
from juso.services.tally.transfers import Series

APRIL, YEAR = 3, 15  # columns
SIGNED = '+#,##0;-#,##0;"同じ"'


class TransferCells:
    """Writes into one sheet; every table has the months in the same columns."""

    def __init__(self, sheet: Worksheet, styles: Styles, merged: Merged) -> None:
        self.sheet, self.styles, self.merged = sheet, styles, merged
        self.labels = [month.label for month in merged.year.months]
        self.due = len(due_months(merged))

    def title(self, row: int, text: str) -> None:
        style = self.styles(bold=True, font_size=12, font_color=NAVY, text_wrap=False)
        put(self.sheet, row, 0, text, style)
        self.sheet.set_row(row, 22)

    def heads(self, row: int, texts: Sequence[str], first: int = 0) -> None:
        style = self.styles(**HEAD, align="center", valign="vcenter")
        for column, text in enumerate(texts, start=first):
            put(self.sheet, row, column, text, style)

    def _style(self, total: Total, *, bold: bool = False) -> Format:
        facts = {**LINE, "num_format": INTEGER, "bold": bold}
        if total.value is not None and total.missing:
            facts |= {"num_format": GAP_FORMAT, "bg_color": YELLOW}
        return self.styles(**facts)

    def number(self, row: int, column: int, total: Total, *, bold: bool = False) -> None:
        put(self.sheet, row, column, total.value, self._style(total, bold=bold))

    def label(self, row: int, *texts: str) -> None:
        for column, text in enumerate(texts):
            put(self.sheet, row, column, text, self.styles(**LINE, bg_color=LIGHT))

    def months(self, line: int, series: Series) -> None:
        blanks = (Total(None),) * (12 - len(series.months))
        for column, total in enumerate((*series.months, *blanks), start=APRIL):
            self.number(line, column, total)
        self.number(line, YEAR, series.year, bold=True)

    def difference(self, line: int, column: int, sent: Total, received: Total) -> None:
        """送った数 minus 受けた数, with its sign; blank where either is not known."""
        style = {**LINE, "num_format": SIGNED, "italic": True}
        if sent.value is None or received.value is None:
            put(self.sheet, line, column, None, self.styles(**style))
            return
        value = sent.value - received.value
        fill = {"bg_color": YELLOW} if value else {}
        put(self.sheet, line, column, value, self.styles(**style, **fill))

    def not_counted(self, line: int, column: int) -> None:
        style = self.styles(**LINE, bg_color=GREY, align="center")
        put(self.sheet, line, column, "／", style)
