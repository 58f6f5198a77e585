"""Charts of the sheet 人口当たりの率: a city's months, the published levels as lines across."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.merged_tables import LINE
from juso.adapters.styles import FONT, HEAD, NAVY, Styles, put
from juso.koshu.tally.rate import UNIT
from juso.koshu.tally.reference_rates import latest
from juso.services.tally.merged import Merged
from juso.services.tally.rates import RateRow

CHARTED = ("I401", "I402")
MONTH = 4  # column of April
CHART_ROWS = 18
COLORS = ("#1F3864", "#E69F00", "#2E9E6B")
DASHES = ("solid", "dash", "round_dot")
ONE_DECIMAL = "#,##0.0"


def level_name(body: str) -> str:
    """全国 令和6年度: a body and the year of its last published figures."""
    return f"{latest(body).name} {latest(body).year}"


class RateCharts:
    """A native chart for each charted item, under the small table it is drawn from."""

    def __init__(self, book: Workbook, sheet: Worksheet, styles: Styles, merged: Merged) -> None:
        self._book, self._sheet, self._styles, self._merged = book, sheet, styles, merged

    def write(self, row: int, rows: Sequence[RateRow]) -> int:
        """All charts below one another. Gives the row below."""
        by_code = {line.rated.item.code: line for line in rows}
        for code in CHARTED:
            line = by_code[code]
            row = self._chart(self._table(row, line), line) + 1
        return row

    def _table(self, top: int, line: RateRow) -> int:
        title = self._styles(bold=True, font_size=12, font_color=NAVY, text_wrap=False)
        put(self._sheet, top, 0, f"{line.rated.item.label}（{UNIT}）", title)
        self._sheet.set_row(top, 22)
        head = self._styles(**HEAD, align="center")
        self._sheet.merge_range(top + 1, 0, top + 1, MONTH - 1, "", head)
        for column, month in enumerate(self._merged.year.months, start=MONTH):
            put(self._sheet, top + 1, column, month.label, head)
        own = self._merged.municipality, [rate.value for rate in line.months]
        levels = [(level_name(body), [level] * 12) for body, level in line.beside.items()]
        number, text = self._styles(**LINE, num_format=ONE_DECIMAL), self._styles(**LINE)
        for row, (name, values) in enumerate((own, *levels), start=top + 2):
            self._sheet.merge_range(row, 0, row, MONTH - 1, name, text)
            blanks = [None] * (12 - len(values))
            for column, value in enumerate([*values, *blanks], start=MONTH):
                put(self._sheet, row, column, value, number)
        return top + 3 + len(levels)

    def _chart(self, row: int, line: RateRow) -> int:
        drawn = self._book.add_chart({"type": "line"})
        first = row - 1 - len(line.beside)
        for number, at in enumerate(range(first, row)):
            drawn.add_series(self._series(number, at, first - 1))
        font = {"name": FONT, "size": 9}
        grid = {"visible": True, "line": {"color": "#D9D9D9"}}
        drawn.set_title({"none": True})
        drawn.set_x_axis({"num_font": font})
        drawn.set_y_axis({"num_font": font, "major_gridlines": grid, "min": 0})
        drawn.set_legend({"position": "bottom", "font": font})
        drawn.show_blanks_as("gap")
        drawn.set_size({"width": 1000, "height": 300})
        levels = "と".join(latest(body).name for body in line.beside)
        text = (
            f"{self._merged.municipality}の{line.rated.item.label}の率を月ごとに示し、"
            f"公表されている{levels}の水準を横線で添えたグラフ。数値は上の表のとおり。"
        )
        self._sheet.insert_chart(row, 0, drawn, {"description": text, "object_position": 1})
        return row + CHART_ROWS

    def _series(self, number: int, row: int, heads: int) -> dict[str, object]:
        """A line of the table: the city's with markers, a published level without."""
        color, sheet = COLORS[number], self._sheet.get_name()
        spot = {"fill": {"color": color}, "border": {"color": color}}
        marker = {"type": "none"} if number else {"type": "circle", "size": 6, **spot}
        return {
            "name": [sheet, row, 0],
            "categories": [sheet, heads, MONTH, heads, MONTH + 11],
            "values": [sheet, row, MONTH, row, MONTH + 11],
            "line": {"color": color, "width": 2.25, "dash_type": DASHES[number]},
            "marker": marker,
        }
