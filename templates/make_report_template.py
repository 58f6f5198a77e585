"""Makes 実施状況報告書.docx: page, styles, cover and header; the body is appended by the product.

Run once to begin with; afterwards the clerks edit the .docx in Word. What must stay in it: the
{{ }} tags of the cover and the header, the paragraphs ［目次］ and ［本文］, and the styles.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

MINCHO = "BIZ UD明朝 Medium"
GOTHIC = "BIZ UDゴシック"
TEXT_WIDTH = Mm(165)

# name, font, points, line height, space before, space after, alignment, keep with next
STYLES = (
    ("表題", GOTHIC, 9.5, 14, 12, 3, "left", True),
    ("表見出し", GOTHIC, 8.5, 11.5, 0.7, 0.7, "center", False),
    ("表本文", MINCHO, 8.5, 11.5, 0.7, 0.7, "left", False),
    ("表数値", MINCHO, 8.5, 11.5, 0.7, 0.7, "right", False),
    ("表中央", MINCHO, 8.5, 11.5, 0.7, 0.7, "center", False),
    ("表小計", GOTHIC, 8.5, 11.5, 0.7, 0.7, "left", False),
    ("表小計数値", GOTHIC, 8.5, 11.5, 0.7, 0.7, "right", False),
    ("表注", MINCHO, 8, 11, 1, 0, "left", False),
    ("図題", GOTHIC, 9.5, 14, 2, 6, "center", False),
    ("流れ図題", GOTHIC, 9, 13, 2, 2, "center", False),
    ("流れ図", MINCHO, 8.5, 12, 1, 2, "center", False),
    ("手入力", GOTHIC, 9, 13, 2, 2, "left", False),
    ("箇条書き", MINCHO, 10.5, 17, 0, 0, "left", False),
    ("表紙標題", GOTHIC, 22, 36, 0, 0, "center", False),
    ("表紙版", GOTHIC, 14, 24, 12, 0, "center", False),
    ("表紙発行", GOTHIC, 14, 26, 0, 0, "center", False),
)


def set_font(style: ParagraphStyle, name: str, points: float) -> None:
    """A font for Japanese and Latin letters alike: w:eastAsia decides for kanji."""
    style.font.name = name
    style.font.size = Pt(points)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("w:eastAsia", "w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(key), name)
    for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(key), None)


def set_spacing(style: ParagraphStyle, line: float, before: float, after: float) -> None:
    """Fixed line height: pages break alike whatever font stands in for the wanted one."""
    form = style.paragraph_format
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(line)
    form.space_before, form.space_after = Pt(before), Pt(after)


def set_language(document: DocumentObject) -> None:
    """Japanese for proofing and screen readers; python-docx's own file says English."""
    language = next(document.styles.element.iter(qn("w:lang")))
    for key in ("w:val", "w:eastAsia"):
        language.set(qn(key), "ja-JP")


def set_word_2013(document: DocumentObject) -> None:
    """No 互換モード in the title bar, and tables that begin at the margin."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def drop_leftovers(document: DocumentObject) -> None:
    """A style sheet for Word 2007 and a picture that python-docx's own file brings along."""
    for relations in (document.part.rels, document.part.package.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                del relations[name]


def set_normal(document: DocumentObject) -> None:
    """Running text: 10.5 pt, first line indented by one character."""
    style = document.styles["Normal"]
    set_font(style, MINCHO, 10.5)
    set_spacing(style, 17, 0, 0)
    body = document.styles.add_style("本文", WD_STYLE_TYPE.PARAGRAPH)
    body.base_style = style
    set_font(body, MINCHO, 10.5)
    indent = body.element.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), "100")
    indent.set(qn("w:firstLine"), "210")
    body.paragraph_format.space_after = Pt(4)


def set_headings(document: DocumentObject) -> None:
    """1 → (1) → ①, as in the plan."""
    for level, (points, line, before, after) in enumerate(
        ((15, 24, 0, 8), (12, 19, 9, 3), (10.5, 17, 8, 3)), start=1
    ):
        style = document.styles[f"Heading {level}"]
        set_font(style, GOTHIC, points)
        set_spacing(style, line, before, after)
        style.font.bold = level == 1
        style.font.italic = False
        style.paragraph_format.keep_with_next = True
    add_bottom_line(document.styles["Heading 1"])


def add_bottom_line(style: ParagraphStyle) -> None:
    """A rule under the heading."""
    border = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "8"), ("space", "2"), ("color", "000000")):
        line.set(qn(f"w:{key}"), value)
    border.append(line)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(border, "w:shd", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def add_styles(document: DocumentObject) -> None:
    """The styles that the product writes with."""
    for name, font, points, line, before, after, alignment, keep in STYLES:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        set_font(style, font, points)
        set_spacing(style, line, before, after)
        style.paragraph_format.alignment = getattr(WD_ALIGN_PARAGRAPH, alignment.upper())
        style.paragraph_format.keep_with_next = keep
    document.styles["表紙標題"].font.bold = True
    bullet = document.styles["箇条書き"].paragraph_format
    bullet.left_indent, bullet.first_line_indent = Mm(11), Mm(-7.4)
    note = document.styles["表注"].paragraph_format
    note.left_indent, note.first_line_indent = Mm(8.5), Mm(-8.5)
    figure = document.styles.add_style("図", WD_STYLE_TYPE.PARAGRAPH)
    figure.base_style = document.styles["Normal"]
    figure.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    figure.paragraph_format.space_before = Pt(8)
    figure.paragraph_format.keep_with_next = True
    figure.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def add_contents_styles(document: DocumentObject) -> None:
    """目次: a dotted line to the page number."""
    for level, indent in ((1, 0), (2, 8)):
        style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        set_font(style, GOTHIC if level == 1 else MINCHO, 10.5)
        set_spacing(style, 18, 3 if level == 1 else 0, 0)
        form = style.paragraph_format
        form.left_indent = Mm(indent)
        form.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    style = document.styles.add_style("目次見出し", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    set_font(style, GOTHIC, 15)
    set_spacing(style, 24, 0, 12)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def set_page(document: DocumentObject) -> None:
    """A4, and a header and footer that the cover goes without."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin = Mm(25), Mm(20)
    section.bottom_margin, section.left_margin = Mm(20), Mm(25)
    section.header_distance, section.footer_distance = Mm(12), Mm(10)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.text = "{{ 年度 }} 実施状況報告書（{{ 版 }}）　作成日 {{ 作成日 }}"
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for run in header.runs:
        run.font.size = Pt(8.5)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("－ ")
    add_field(footer, "PAGE")
    footer.add_run(" －")


def add_field(paragraph: Paragraph, code: str) -> None:
    """A field that Word fills in."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("result", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "result":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {text} "
            run._r.append(instruction)


def add_cover(document: DocumentObject) -> None:
    """Cover, 目次 and the place of the body."""
    for _ in range(9):
        document.add_paragraph("")
    document.add_paragraph("{{ 年度 }}", style="表紙標題")
    document.add_paragraph("甲州市重層的支援体制整備事業", style="表紙標題")
    document.add_paragraph("実施状況報告書", style="表紙標題")
    document.add_paragraph("（{{ 版 }}）", style="表紙版")
    for _ in range(18):
        document.add_paragraph("")
    document.add_paragraph("{{ 作成年月 }}", style="表紙発行")
    document.add_paragraph("{{ 発行 }}", style="表紙発行")
    heading = document.add_paragraph("目次", style="目次見出し")
    heading.paragraph_format.page_break_before = True
    document.add_paragraph("［目次］")
    document.add_paragraph("［本文］")


def make(path: Path) -> None:
    """Write the template."""
    document = Document()
    set_language(document)
    set_word_2013(document)
    drop_leftovers(document)
    set_normal(document)
    set_headings(document)
    add_styles(document)
    add_contents_styles(document)
    set_page(document)
    add_cover(document)
    properties = document.core_properties
    properties.title = "実施状況報告書"
    properties.author = properties.last_modified_by = "甲州市 福祉総合支援課"
    properties.comments = ""
    properties.created = properties.modified = datetime(2025, 4, 1)
    document.save(str(path))


if __name__ == "__main__":
    make(
        Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).with_name("実施状況報告書.docx"))
    )
