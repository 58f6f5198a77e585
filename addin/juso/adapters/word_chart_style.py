# mypy: disallow-untyped-calls=False
# (python-pptx is typed only in part)
"""How charts look: Japanese fonts, and series that a black-and-white print tells apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from juso.services.report_model import Chart, ChartKind

GOTHIC = "BIZ UDゴシック"
SMALL = 8  # points
GAPS = {  # between bars, in per cent of their width
    ChartKind.COLUMN: 60,
    ChartKind.BAR: 60,
    ChartKind.STACKED_COLUMN: 60,
    ChartKind.SHARE_BAR: 40,
}
STACKED = (ChartKind.STACKED_COLUMN, ChartKind.SHARE_BAR)


@dataclass(frozen=True, slots=True)
class Paint:
    """How one series looks, by the names python-pptx has for it."""

    fill: str
    pattern: str  # of a bar; "" is solid
    line: str
    dash: str
    marker: str


PAINTS = (
    Paint("1F3864", "", "1F3864", "SOLID", "CIRCLE"),
    Paint("F4B183", "", "C55A11", "DASH", "SQUARE"),
    Paint("548235", "WIDE_UPWARD_DIAGONAL", "548235", "ROUND_DOT", "TRIANGLE"),
    Paint("7F7F7F", "", "7F7F7F", "LONG_DASH_DOT", "DIAMOND"),
    Paint("2E75B6", "PERCENT_20", "2E75B6", "SQUARE_DOT", "X"),
)


def style_chart(chart: Chart, drawn: Any) -> None:
    """Fonts, axes, colours and labels of a chart that python-pptx has drawn."""
    drawn.font.size = Pt(SMALL)
    drawn.font.name = GOTHIC
    _set_japanese_font(drawn)
    drawn.has_title = False
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
    _style_axes(chart, drawn)
    paint = _paint_line if chart.kind is ChartKind.LINE else _paint_bar
    for number, series in enumerate(drawn.plots[0].series):
        paint(series, PAINTS[number % len(PAINTS)])
    _label(chart, drawn.plots[0])


def _set_japanese_font(drawn: Any) -> None:
    """Kanji take the a:ea font, which python-pptx does not set."""
    latin = next(drawn._chartSpace.iter(qn("a:latin")))
    for tag in ("a:cs", "a:ea"):
        latin.addnext(latin.makeelement(qn(tag), {"typeface": GOTHIC}))


def _style_axes(chart: Chart, drawn: Any) -> None:
    values, categories = drawn.value_axis, drawn.category_axis
    values.minimum_scale = 0
    values.major_gridlines.format.line.width = Pt(0.5)
    values.major_gridlines.format.line.color.rgb = RGBColor.from_string("BFBFBF")
    values.format.line.fill.background()
    values.tick_labels.number_format_is_linked = False
    is_share = chart.kind is ChartKind.SHARE_BAR
    values.tick_labels.number_format = "0%" if is_share else "#,##0"
    categories.format.line.color.rgb = RGBColor.from_string("404040")
    categories.major_tick_mark = XL_TICK_MARK.NONE
    _show_every_category(categories)
    if chart.kind in (ChartKind.BAR, ChartKind.SHARE_BAR):
        categories.reverse_order = True  # the first category at the top
        _set_plot_area(drawn, chart)
        _values_at_bottom(drawn)


def _show_every_category(axis: Any) -> None:
    """Without this, labels that seem too many are left out (LibreOffice goes by the rotation)."""
    axis.tick_labels.font.size = Pt(SMALL)
    next(axis._element.iter(qn("a:bodyPr"))).set("rot", "0")
    last = axis._element.find(qn("c:noMultiLvlLbl"))
    last.addprevious(last.makeelement(qn("c:tickLblSkip"), {"val": "1"}))


def _set_plot_area(drawn: Any, chart: Chart) -> None:
    """Room for the longest label on one line, as a share of the chart."""
    left = min(0.05 + 0.018 * max(map(len, chart.categories)), 0.4)
    sizes = {"x": left, "y": 0.03, "w": 0.95 - left, "h": 0.75 if drawn.has_legend else 0.88}
    places = "".join(f'<c:{name} val="{size:.3f}"/>' for name, size in sizes.items())
    plot = drawn._chartSpace.chart.plotArea
    for old in plot.findall(qn("c:layout")):
        plot.remove(old)
    plot.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
            f'<c:xMode val="edge"/><c:yMode val="edge"/>{places}</c:manualLayout></c:layout>'
        ),
    )


def _values_at_bottom(drawn: Any) -> None:
    """With the categories reversed, the value axis crosses at their far end."""
    for crosses in drawn.value_axis._element.iter(qn("c:crosses")):
        crosses.set("val", "max")


def _paint_line(series: Any, paint: Paint) -> None:
    colour = RGBColor.from_string(paint.line)
    series.smooth = False
    series.format.line.width = Pt(1.75)
    series.format.line.color.rgb = colour
    series.format.line.dash_style = getattr(MSO_LINE, paint.dash)
    series.marker.style = getattr(XL_MARKER_STYLE, paint.marker)
    series.marker.size = 6
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour
    series.marker.format.line.color.rgb = colour


def _paint_bar(series: Any, paint: Paint) -> None:
    fill = series.format.fill
    if paint.pattern:
        fill.patterned()
        fill.pattern = getattr(MSO_PATTERN, paint.pattern)
        fill.back_color.rgb = RGBColor(255, 255, 255)
    else:
        fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(paint.fill)
    series.format.line.color.rgb = RGBColor.from_string(paint.line)
    series.format.line.width = Pt(0.75)
    series.invert_if_negative = False


def _label(chart: Chart, plot: Any) -> None:
    """Values beside single bars and single lines; many series would only hide each other."""
    is_line = chart.kind is ChartKind.LINE
    if not is_line:
        plot.gap_width = GAPS[chart.kind]
    if chart.kind in STACKED:
        plot.overlap = 100
    if chart.kind in STACKED or (is_line and len(chart.series) > 1):
        return
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.font.size = Pt(SMALL)
    labels.number_format, labels.number_format_is_linked = "#,##0", False
    labels.position = XL_LABEL_POSITION.ABOVE if is_line else XL_LABEL_POSITION.OUTSIDE_END
