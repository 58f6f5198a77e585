"""Sheet グラフ: three native charts over the numbers they show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.merged_tables import LINE
from juso.adapters.styles import FONT, HEAD, INTEGER, Styles, put, set_page
from juso.koshu.tally.items import WINDOW_FORMS
from juso.services.tally.merged import Merged

SHEET = "グラフ"
BLOCK = 26  # rows from one chart to the next
COLORS = ("#1F3864", "#2E9E6B", "#E69F00", "#B5446E")
DASHES = ("solid", "dash", "round_dot", "long_dash_dot")
MARKERS = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class MonthChart:
    """One item of the four windows by month."""

    item: str
    title: str
    unit: str
    kind: str  # column (stacked) or line
    basis: str


CHARTS = (
    MonthChart("A01", "新規相談受付件数", "件", "column", "積み上げは4窓口の計"),
    MonthChart("A10", "延べ相談・対応件数", "件", "line", "窓口ごとの推移"),
    MonthChart("E06", "当月末の継続ケース数", "件", "line", "窓口ごとの推移"),
)


def write_charts(book: Workbook, styles: Styles, merged: Merged) -> None:
    """Each chart stands above its table; a month not reported leaves a gap."""
    sheet = book.add_worksheet(SHEET)
    set_page(sheet, "月次報告の統合　グラフ", landscape=False)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 12, 6)
    for number, chart in enumerate(CHARTS):
        _write_table(sheet, styles, merged, chart, number * BLOCK)
        _insert(book, sheet, merged, chart, number * BLOCK)
    sheet.print_area(0, 0, len(CHARTS) * BLOCK, 12)
    sheet.set_h_pagebreaks([2 * BLOCK])
    sheet.fit_to_pages(1, 0)


def _write_table(
    sheet: Worksheet, styles: Styles, merged: Merged, chart: MonthChart, top: int
) -> None:
    title = f"{merged.municipality}　{merged.year}　{chart.title}（{chart.unit}、{chart.basis}）"
    put(sheet, top, 0, title, styles(bold=True, font_size=12, text_wrap=False))
    sheet.set_row(top, 24)
    put(sheet, top + 1, 0, "窓口", styles(**HEAD, align="center"))
    months = merged.year.months
    for column, month in enumerate(months, start=1):
        put(sheet, top + 1, column, month.label, styles(**HEAD, align="center"))
    for row, form in enumerate(WINDOW_FORMS, start=top + 2):
        put(sheet, row, 0, form.name, styles(**LINE))
        for column, month in enumerate(months, start=1):
            value = merged.values.get((form.code, chart.item, month))
            put(sheet, row, column, value, styles(**LINE, num_format=INTEGER))


def _insert(book: Workbook, sheet: Worksheet, merged: Merged, chart: MonthChart, top: int) -> None:
    subtype = {"subtype": "stacked"} if chart.kind == "column" else {}
    drawn = book.add_chart({"type": chart.kind, **subtype})
    for number in range(len(WINDOW_FORMS)):
        row = top + 2 + number
        drawn.add_series(
            {
                "name": [SHEET, row, 0],
                "categories": [SHEET, top + 1, 1, top + 1, 12],
                "values": [SHEET, row, 1, row, 12],
                **_look(chart.kind, number),
            }
        )
    font = {"name": FONT, "size": 9}
    drawn.set_title({"none": True})
    drawn.set_x_axis({"num_font": font})
    drawn.set_y_axis(
        {
            "name": chart.unit,
            "name_font": {**font, "bold": False, "rotation": 0},
            "num_font": font,
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
            "min": 0,
        }
    )
    drawn.set_legend({"position": "bottom", "font": font})
    drawn.show_blanks_as("gap")
    drawn.set_size({"width": 630, "height": 350})
    text = f"{merged.year}の{chart.title}を月ごと・4窓口別に示すグラフ。数値は上の表のとおり。"
    sheet.insert_chart(top + 7, 0, drawn, {"description": text, "object_position": 1})


def _look(kind: str, number: int) -> dict[str, Any]:
    """A window's colour; lines differ in dash and marker too, for black-and-white copies."""
    color = COLORS[number]
    if kind == "column":
        return {"fill": {"color": color}, "border": {"color": "#FFFFFF"}, "gap": 60}
    spot = {"fill": {"color": color}, "border": {"color": color}}
    return {
        "line": {"color": color, "width": 2.25, "dash_type": DASHES[number]},
        "marker": {"type": MARKERS[number], "size": 6, **spot},
    }
