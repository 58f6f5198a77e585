"""The look of the meeting papers: page, fonts, styles; a reproducible .docx."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from juso.adapters.docx_package import write_package

MINCHO = "BIZ UD明朝 Medium"
GOTHIC = "BIZ UDゴシック"
WIDTH = 165  # mm between the margins of A4 portrait, 25 left and 20 right
GREY = RGBColor(0x80, 0x80, 0x80)
TAG_STYLE = "差し込みの指示"
PUBLISHER = "甲州市福祉総合支援課"
DAY = datetime(2025, 4, 1)

# name, font, size, line pitch, space before, space after, alignment, bold; all lengths in points.
# Lines are "at least" so high: BIZ UD alone would set them solid, other fonts too far apart.
STYLES = (
    ("標題", GOTHIC, 15, 22, 2, 6, "CENTER", True),
    ("回次", GOTHIC, 12, 18, 4, 0, "CENTER", False),
    ("見出し", GOTHIC, 12, 18, 10, 4, "LEFT", True),
    ("小見出し", GOTHIC, 10.5, 16, 6, 2, "LEFT", True),
    ("次第の項目", GOTHIC, 11, 17, 8, 1, "LEFT", False),
    ("次第の議事", MINCHO, 10.5, 16, 4, 0, "LEFT", False),
    ("次第の案件", MINCHO, 10.5, 16, 2, 0, "LEFT", False),
    ("日時と場所", MINCHO, 11, 17, 2, 2, "LEFT", False),
    ("告知", MINCHO, 10, 16, 2, 2, "LEFT", False),
    ("表の文字", MINCHO, 9, 13.5, 0, 0, "LEFT", False),
    ("表の見出し", GOTHIC, 9, 13.5, 0, 0, "CENTER", False),
    ("表の項目", GOTHIC, 9, 13.5, 0, 0, "LEFT", False),
    ("注記", MINCHO, 9, 14, 1, 1, "LEFT", False),
    ("すき間", MINCHO, 4, 5, 0, 0, "LEFT", False),
    (TAG_STYLE, GOTHIC, 8, 11, 0, 0, "LEFT", False),
)
INDENTS = {"次第の議事": (6, 0), "次第の案件": (16, -5)}  # left, first line, in mm


def new_document(title: str) -> Doc:
    """An empty A4 page with the papers' styles, footer and nothing of python-docx's own look."""
    document = Document()
    _strip(document)
    _styles(document)
    _font_table(document)
    _compatibility(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin = Mm(25), Mm(20)
    section.bottom_margin, section.left_margin = Mm(20), Mm(25)
    section.header_distance = section.footer_distance = Mm(11)
    _footer(section.footer.paragraphs[0])
    document.core_properties.title = title
    return document


def save(document: Doc, path: Path) -> None:
    """The template with fixed dates: made twice, it is the same file."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = PUBLISHER
    properties.created = properties.modified = DAY
    properties.comments, properties.language = "", "ja-JP"
    properties.revision = 1
    made = BytesIO()
    document.save(made)
    write_package(made.getvalue(), path)


def _strip(document: Doc) -> None:
    """Drop the parts and the 160 styles a Japanese paper does not use."""
    package = document.part.package
    for rid, rel in list(package.rels.items()):
        if "thumbnail" in rel.reltype:
            package.rels.pop(rid)
    for rid, rel in list(document.part.rels.items()):
        if rel.reltype.endswith(("customXml", "stylesWithEffects", "numbering")):
            document.part.rels.pop(rid)
    styles = document.styles.element
    kept = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Header", "Footer"}
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in kept:
            styles.remove(style)
    for latent in styles.findall(qn("w:latentStyles")):
        styles.remove(latent)
    for style in styles.findall(qn("w:style")):
        for name in ("w:basedOn", "w:link", "w:next"):
            for child in style.findall(qn(name)):
                if child.get(qn("w:val")) not in kept:
                    style.remove(child)


def _styles(document: Doc) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    fonts = defaults.find(f".//{qn('w:rFonts')}")
    fonts.attrib.clear()
    _fonts(fonts, MINCHO)
    language = defaults.find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), "ja-JP")
    language.set(qn("w:eastAsia"), "ja-JP")
    _font(document.styles["Normal"], MINCHO, 10.5)
    for name in ("Header", "Footer"):
        _font(document.styles[name], GOTHIC, 9)
        for tabs in document.styles[name].element.findall(f".//{qn('w:tabs')}"):
            tabs.getparent().remove(tabs)
    for name, font, size, pitch, before, after, align, bold in STYLES:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.quick_style = True
        _font(style, font, size)
        style.font.bold = bold
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
        form.line_spacing, form.line_spacing_rule = Pt(pitch), WD_LINE_SPACING.AT_LEAST
        form.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
        form.keep_with_next = name in ("見出し", "小見出し", "表の見出し")
        left, first = INDENTS.get(name, (0, 0))
        form.left_indent, form.first_line_indent = Mm(left), Mm(first)
    document.styles[TAG_STYLE].font.color.rgb = GREY
    document.styles["すき間"].paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY


def _font_table(document: Doc) -> None:
    """A PC without the BIZ UD fonts takes the ＭＳ fonts, not whatever it finds."""
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="80"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="fixed"/></w:font>'
        for name, other, family in (
            (MINCHO, "ＭＳ 明朝", "roman"),
            (GOTHIC, "ＭＳ ゴシック", "modern"),
        )
    )
    part = next(p for p in document.part.package.iter_parts() if "fontTable" in p.partname)
    part._blob = f"<w:fonts {nsdecls('w')}>{entries}</w:fonts>".encode()


def _compatibility(document: Doc) -> None:
    """Word 2013 and later: tables begin at the margin, not left of it."""
    settings = document.settings.element
    for name in ("w:compat", "w:themeFontLang", "w:zoom"):
        for found in settings.findall(qn(name)):
            settings.remove(found)
    compat = OxmlElement("w:compat")
    for name, value in (("compatibilityMode", "15"),):
        setting = OxmlElement("w:compatSetting")
        for key, text in (
            ("name", name),
            ("uri", "http://schemas.microsoft.com/office/word"),
            ("val", value),
        ):
            setting.set(qn(f"w:{key}"), text)
        compat.append(setting)
    followers = ("w:docVars", "w:rsids", "m:mathPr", "w:clrSchemeMapping", "w:shapeDefaults")
    found = next(
        (settings.find(qn(name)) for name in followers if settings.find(qn(name)) is not None), None
    )
    if found is None:
        settings.append(compat)
    else:
        found.addprevious(compat)


def _font(style: object, name: str, size: float) -> None:
    style.font.size = Pt(size)  # type: ignore[attr-defined]
    _fonts(style.element.get_or_add_rPr().get_or_add_rFonts(), name)  # type: ignore[attr-defined]


def _fonts(fonts: object, name: str) -> None:
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)  # type: ignore[attr-defined]


def _footer(paragraph: Paragraph) -> None:
    tabs = paragraph.paragraph_format.tab_stops
    tabs.add_tab_stop(Mm(WIDTH / 2), WD_TAB_ALIGNMENT.CENTER)
    tabs.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("\t－ ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" －\t{{ 発行者 }}")


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def header(document: Doc, right: str, draft_if: str = "") -> None:
    """The line at the top of every page; 「案」 stands at its left while `draft_if` holds."""
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    if draft_if:
        paragraph.add_run(f"{{% if {draft_if} %}}")
        stamp = paragraph.add_run("【案】")
        stamp.font.bold, stamp.font.size = True, Pt(16)
        paragraph.add_run("{% endif %}")
    paragraph.add_run(f"\t{right}")


def line(document: Doc, text: str, style: str, *, new_page: bool = False) -> Paragraph:
    """One paragraph; what follows a tab stands small at the right margin."""
    left, tab, right = text.partition("\t")
    paragraph = document.add_paragraph(left, style=style)
    if tab:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(tab)
        run = paragraph.add_run(right)
        run.font.size, run.font.bold = Pt(10), False
    if new_page:
        paragraph.paragraph_format.page_break_before = True
    return paragraph


def tag(document: Doc, text: str) -> None:
    """A paragraph that only holds a tag such as `for 票 in 案件票`; it prints nothing."""
    document.add_paragraph(f"{{%p {text} %}}", style=TAG_STYLE)


def gap(document: Doc) -> None:
    """Air between two tables, which Word would otherwise join."""
    document.add_paragraph(style="すき間")
