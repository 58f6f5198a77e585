# mypy: disallow-untyped-calls=False
# (python-pptx is typed only in part)
"""Native charts in a Word document: python-pptx writes the chart, XlsxWriter the data behind it.

Word opens the embedded workbook for 「データの編集」.
"""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls as docx_names
from docx.shared import Mm
from lxml import etree
from pptx.chart.chart import Chart as PptxChart
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from xlsxwriter import Workbook

from juso.adapters.word_chart_style import style_chart
from juso.adapters.word_xml import TWIP, plain
from juso.services.report_model import Chart, ChartKind

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {
    ChartKind.LINE: XL_CHART_TYPE.LINE_MARKERS,
    ChartKind.COLUMN: XL_CHART_TYPE.COLUMN_CLUSTERED,
    ChartKind.STACKED_COLUMN: XL_CHART_TYPE.COLUMN_STACKED,
    ChartKind.BAR: XL_CHART_TYPE.BAR_CLUSTERED,
    ChartKind.SHARE_BAR: XL_CHART_TYPE.BAR_STACKED_100,
}
DRAWING_NAMES = docx_names("wp", "a", "c", "r")


def add_chart(document: DocumentObject, chart: Chart, number: int, made_on: date) -> str:
    """Add the parts of one chart to the document's package; the relationship that leads to it."""
    package = document.part.package
    data = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"),
        XLSX_TYPE,
        chart_workbook(chart, made_on),
        package,
    )
    name = PackURI(f"/word/charts/chart{number}.xml")
    part = Part(name, CHART_TYPE, b"", package)
    relation = part.relate_to(data, RELATIONSHIP_TYPE.PACKAGE)
    part._blob = chart_xml(chart, relation)
    return document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)


def drawing_xml(chart: Chart, relation: str, number: int, width: int) -> str:
    """A run that shows the chart, with its alternative text."""
    name = plain(f"{chart.number} {chart.caption}")
    return (
        f'<w:r><w:drawing {DRAWING_NAMES}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width * TWIP}" cy="{int(Mm(chart.height))}"/>'
        f'<wp:docPr id="{1000 + number}" name="{name}" descr="{plain(chart.alt)}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def chart_workbook(chart: Chart, made_on: date) -> bytes:
    """The numbers of a chart, laid out as its references expect."""
    file = BytesIO()
    workbook = Workbook(file, {"in_memory": True})
    workbook.set_properties({"created": datetime.combine(made_on, time())})
    sheet = workbook.add_worksheet("Sheet1")
    sheet.set_column(0, 0, 24)
    sheet.write_column(1, 0, chart.categories)
    for column, series in enumerate(chart.series, start=1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value)
    workbook.close()
    return file.getvalue()


def chart_xml(chart: Chart, relation: str) -> bytes:
    """The chart part."""
    data = CategoryChartData(number_format="#,##0")
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    space = parse_xml(ChartXmlWriter(KINDS[chart.kind], data).xml.encode())
    style_chart(chart, PptxChart(space, None))
    for axis in space.iter("{*}axId", "{*}crossAx"):
        axis.set("val", axis.get("val").lstrip("-"))  # the schema knows no negative number
    _link_data(space, relation)
    square = parse_xml(f'<c:roundedCorners {nsdecls("c")} val="0"/>')
    space.find(qn("c:date1904")).addnext(square)
    return bytes(etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True))


def _link_data(space: Any, relation: str) -> None:
    for old in space.findall("{*}externalData"):
        space.remove(old)
    space.append(
        parse_xml(
            f'<c:externalData {nsdecls("c", "r")} r:id="{relation}"><c:autoUpdate val="0"/>'
            "</c:externalData>"
        )
    )
