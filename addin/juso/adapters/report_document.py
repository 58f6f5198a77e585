"""実施状況報告書 as a Word document: cover and header from the template, the body appended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from lxml import etree

from juso.adapters.docx_package import write_package
from juso.adapters.report_pages import Run, split_pages
from juso.adapters.resources import Templates
from juso.adapters.share import save_new
from juso.adapters.word import render
from juso.adapters.word_boxes import flow_xml, placeholder_xml
from juso.adapters.word_charts import add_chart, drawing_xml
from juso.adapters.word_contents import bookmark, contents_xml
from juso.adapters.word_sections import Paper
from juso.adapters.word_tables import KEEP, notes_xml, table_xml
from juso.adapters.word_xml import Styles, paragraph_xml
from juso.core.calendar import Month, era_date, era_month
from juso.core.errors import JusoError
from juso.services.report_model import (
    Block,
    Bullet,
    Chart,
    Flow,
    Heading,
    PageBreak,
    Paragraph,
    Placeholder,
    Report,
    Table,
)

TEMPLATE = "実施状況報告書.docx"
CONTENTS_MARK, BODY_MARK = "［目次］", "［本文］"
STYLES = (
    *("本文", "箇条書き", "手入力", "図", "図題", "流れ図題", "流れ図"),
    *("表題", "表見出し", "表本文", "表数値", "表中央", "表小計", "表小計数値", "表注"),
    *("Heading 1", "Heading 2", "Heading 3", "toc 1", "toc 2"),
)
AFTER_UPDATE = ("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:rsids")
SPACE = {1: '<w:spacing w:before="360"/>', 2: "", 3: ""}  # between a text and the next heading


def write_report(report: Report, out: Path, templates: Templates) -> Path:
    """Write the report to `out` or the next free name, and give that.

    JusoError when the template is missing or has lost its places.
    """
    return save_new(out, lambda part: _write(report, part, templates.find(TEMPLATE)))


def _write(report: Report, part: Path, template: Path) -> None:
    render(template, _cover(report), part, report.issuer)
    document = Document(str(part))
    styles = _style_ids(document, template)
    headings = [block for block in report.blocks if isinstance(block, Heading)]
    body = _Body(document, report, styles).xml()
    _fill(document, {CONTENTS_MARK: contents_xml(headings, styles), BODY_MARK: body})
    _set_properties(document, report)
    made = BytesIO()
    document.save(made)
    write_package(made.getvalue(), part)


def _cover(report: Report) -> dict[str, object]:
    return {
        "年度": report.year_label,
        "標題": report.title,
        "版": report.edition,
        "作成日": era_date(report.made_on),
        "作成年月": era_month(Month.of(report.made_on)),
        "発行": report.issuer,
    }


def _style_ids(document: DocumentObject, template: Path) -> Styles:
    known = {(style.name or "").lower(): style.style_id for style in document.styles}
    missing = [name for name in STYLES if name.lower() not in known]
    if missing:
        raise JusoError(
            f"テンプレート {template.name} にスタイル「{'」「'.join(missing)}」がありません。"
            "もとのテンプレートに戻してください。"
        )
    return {name: known[name.lower()] for name in STYLES}


def _fill(document: DocumentObject, texts: Mapping[str, Iterable[str]]) -> None:
    """Put WordprocessingML where the template has marked paragraphs.

    As text: moving thousands of parsed paragraphs into the document takes most of the time.
    """
    for mark in texts:
        place: Any = next((p._p for p in document.paragraphs if p.text.strip() == mark), None)
        if place is None:
            raise JusoError(
                f"テンプレート {TEMPLATE} に「{mark}」だけの行がありません。もとのテンプレートに戻してください。"
            )
        place.addprevious(etree.Comment(mark))
        place.getparent().remove(place)
    parts = {mark: "".join(text) for mark, text in texts.items()}
    xml = etree.tostring(document.element, encoding="unicode")
    for mark, part in parts.items():
        xml = xml.replace(f"<!--{mark}-->", part)
    document.part._element = parse_xml(xml)


def _set_properties(document: DocumentObject, report: Report) -> None:
    properties = document.core_properties
    properties.title = report.title
    properties.subject = report.edition
    properties.created = properties.modified = datetime.combine(report.made_on, time())
    # Word asks on opening whether to fill in the page numbers of the 目次.
    update = parse_xml(f'<w:updateFields {nsdecls("w")} w:val="true"/>')
    document.settings.element.insert_element_before(update, *AFTER_UPDATE)


class _Body:
    """The body of one report on its way into one document."""

    def __init__(self, document: DocumentObject, report: Report, styles: Styles) -> None:
        self.document = document
        self.report = report
        self.styles = styles
        self.paper = Paper(document)
        self.charts = 0
        self.headings = 0

    def xml(self) -> Iterator[str]:
        """Paragraphs and tables, with a section for each run of upright or wide pages."""
        runs = split_pages(self.report.blocks)
        for number, run in enumerate(runs):
            yield from self._run(run, starts_page=number > 0)
            if number < len(runs) - 1:
                yield self.paper.section_end(run.is_landscape, is_first=number == 0)
        if len(runs) > 1:
            self.paper.end_cover()

    def _run(self, run: Run, *, starts_page: bool) -> Iterator[str]:
        width = self.paper.width(run.is_landscape)
        breaks, at_top = False, starts_page
        for block, after in zip_longest(run.blocks, run.blocks[1:]):
            if isinstance(block, PageBreak):
                breaks = not at_top
                continue
            if isinstance(block, Heading):
                yield self._heading(block, breaks=breaks, at_top=at_top)
            else:
                yield from self._block(block, width, stays=isinstance(after, Table | Chart | Flow))
            breaks = at_top = False

    def _heading(self, heading: Heading, *, breaks: bool, at_top: bool) -> str:
        self.headings += 1
        before = "<w:pageBreakBefore/>" if breaks else "" if at_top else SPACE[heading.level]
        style = self.styles[f"Heading {heading.level}"]
        start = f'<w:bookmarkStart w:id="{self.headings}" w:name="{bookmark(self.headings)}"/><w:r>'
        end = f'<w:bookmarkEnd w:id="{self.headings}"/></w:p>'
        paragraph = paragraph_xml(style, heading.text, before)
        return paragraph.replace("<w:r>", start).replace("</w:p>", end)

    def _block(self, block: Block, width: int, *, stays: bool) -> Iterable[str]:
        found: Iterable[str] = ()
        match block:
            case Paragraph(text):
                found = [paragraph_xml(self.styles["本文"], text, KEEP if stays else "")]
            case Bullet(text):
                found = [paragraph_xml(self.styles["箇条書き"], text)]
            case Table():
                found = table_xml(block, self.styles, width)
            case Chart():
                found = self._chart(block, width)
            case Flow():
                found = flow_xml(block, self.styles, width)
            case Placeholder():
                found = placeholder_xml(block, self.styles, width)
        return found

    def _chart(self, chart: Chart, width: int) -> Iterator[str]:
        self.charts += 1
        relation = add_chart(self.document, chart, self.charts, self.report.made_on)
        drawing = drawing_xml(chart, relation, self.charts, width)
        yield f'<w:p><w:pPr><w:pStyle w:val="{self.styles["図"]}"/></w:pPr>{drawing}</w:p>'
        unit = f"（単位：{chart.unit}）" if chart.unit else ""
        yield paragraph_xml(self.styles["図題"], f"{chart.number}　{chart.caption}{unit}")
        if chart.notes:
            yield from notes_xml(chart.notes, self.styles)
