"""The look of the meeting papers: page, fonts, tables; python-docx in, a reproducible .docx out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from juso.adapters.docx_package import write_package

MINCHO = "BIZ UD明朝 Medium"
GOTHIC = "BIZ UDゴシック"
WIDTH = 165  # mm between the margins of A4 portrait, 25 left and 20 right
SHADE = "E8ECEF"
GREY = RGBColor(0x80, 0x80, 0x80)
PUBLISHER = "甲州市福祉総合支援課"
DAY = datetime(2025, 4, 1)
BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")

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
    ("差し込みの指示", GOTHIC, 8, 11, 0, 0, "LEFT", False),
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
        form.keep_with_next = name in ("見出し", "小見出し")
        left, first = INDENTS.get(name, (0, 0))
        form.left_indent, form.first_line_indent = Mm(left), Mm(first)
    document.styles["差し込みの指示"].font.color.rgb = GREY
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
    document.add_paragraph(f"{{%p {text} %}}", style="差し込みの指示")


def gap(document: Doc) -> None:
    """Air between two tables, which Word would otherwise join."""
    document.add_paragraph(style="すき間")


def _table(document: Doc, widths: Sequence[float], *, borders: bool = True) -> Table:
    table = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    properties = table._tbl.tblPr
    _whole_width(properties, sum(widths))
    if borders:
        _borders(properties)
    _cell_margins(properties)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _whole_width(properties: object, width: float) -> None:
    found = properties.find(qn("w:tblW"))  # type: ignore[attr-defined]
    found.set(qn("w:type"), "dxa")
    found.set(qn("w:w"), str(round(width / 25.4 * 1440)))


def _borders(properties: object) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in BORDERS:
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "5A5A5A")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    _insert(properties, borders)


def _cell_margins(properties: object) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 20), ("left", 85), ("bottom", 20), ("right", 85)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(width))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    _insert(properties, margins)


def _insert(properties: object, child: object) -> None:
    """Word wants the order tblBorders, tblLayout, tblCellMar, tblLook."""
    before = {"tblBorders": ("tblLayout", "tblCellMar", "tblLook"), "tblCellMar": ("tblLook",)}
    name = child.tag.rpartition("}")[2]  # type: ignore[attr-defined]
    for follower in before[name]:
        found = properties.find(qn(f"w:{follower}"))  # type: ignore[attr-defined]
        if found is not None:
            found.addprevious(child)
            return
    properties.append(child)  # type: ignore[attr-defined]


def _row(table: Table, *, is_header: bool = False, height: float = 0) -> _Row:
    row = table.add_row()
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))
    if height:
        row.height = Mm(height)
    return row


def _write(cell: _Cell, text: str, style: str, *, shaded: bool = False) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(text)
    if shaded:
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
            shade.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().find(qn("w:vAlign")).addprevious(shade)


def _tag_row(table: Table, text: str) -> None:
    """A row that only holds a tag; docxtpl takes the row out."""
    row = _row(table)
    cell = row.cells[0].merge(row.cells[-1]) if len(row.cells) > 1 else row.cells[0]
    _write(cell, f"{{%tr {text} %}}", "差し込みの指示")


def list_table(
    document: Doc,
    columns: Sequence[tuple[str, float, str]],
    loop: str,
    *,
    empty: str = "該当なし",
    height: float = 0,
) -> None:
    """A table with one row per entry: heading, width in mm and content of each column.

    `loop` is `課題 in 票.本人.課題一覧`; without entries one row says so.
    """
    table = _table(document, [width for _, width, _ in columns])
    head = _row(table, is_header=True)
    for cell, (heading, _, _) in zip(head.cells, columns, strict=True):
        _write(cell, heading, "表の見出し", shaded=True)
    _tag_row(table, f"for {loop}")
    body = _row(table, height=height)
    for cell, (_, _, content) in zip(body.cells, columns, strict=True):
        _write(cell, content, "表の文字")
    _tag_row(table, "else")
    nothing = _row(table)
    _write(nothing.cells[0].merge(nothing.cells[-1]), empty, "表の文字")
    _tag_row(table, "endfor")


Pair = tuple[str, str]


def fact_table(
    document: Doc, rows: Sequence[Sequence[Pair] | str], *, label: float = 23, room: float = 0
) -> None:
    """Labels and values: one or two pairs to a row; a string is a tag between rows.

    A row without a value has `room` mm to write in.
    """
    half = WIDTH / 2 - label
    table = _table(document, [label, half, label, half])
    for entry in rows:
        if isinstance(entry, str):
            _tag_row(table, entry)
            continue
        row = _row(table, height=0 if entry[-1][1] else room)
        cells = row.cells
        if len(entry) == 1:
            cells = [cells[0], cells[1].merge(cells[3])]
        for place, (name, value) in enumerate(entry):
            _write(cells[2 * place], name, "表の項目", shaded=True)
            _write(cells[2 * place + 1], value, "表の文字")


def notice_box(document: Doc, text: str) -> None:
    """A sentence everybody must see, in a frame."""
    table = _table(document, [WIDTH])
    _write(_row(table).cells[0], text, "告知", shaded=True)


def plain_table(document: Doc, rows: Sequence[Pair | str], label: float = 24) -> None:
    """Label and value without lines, as 日時 and 場所 stand in a 次第."""
    table = _table(document, [label, WIDTH - label], borders=False)
    for entry in rows:
        if isinstance(entry, str):
            _tag_row(table, entry)
            continue
        row = _row(table)
        for cell, text in zip(row.cells, entry, strict=True):
            _write(cell, text, "日時と場所")


def sign_boxes(document: Doc, names: Sequence[str], width: float = 34) -> None:
    """確認欄: a box to sign or stamp under each name."""
    table = _table(document, [width] * len(names))
    table.alignment = WD_TABLE_ALIGNMENT.RIGHT
    head, body = _row(table), _row(table, height=16)
    for cell, name in zip(head.cells, names, strict=True):
        _write(cell, name, "表の見出し", shaded=True)
    for cell in body.cells:
        _write(cell, "", "表の文字")
