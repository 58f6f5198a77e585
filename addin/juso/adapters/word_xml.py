"""WordprocessingML in small pieces: runs, paragraphs, cells and tables as text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TWIP = 635  # English metric units in a twentieth of a point

Styles = Mapping[str, str]  # name of a paragraph style -> its id in the document


def plain(text: str) -> str:
    """Text for XML: escaped, without the characters that XML cannot hold."""
    return escape(NOT_IN_XML.sub("", text), {'"': "&quot;"})


def text_xml(text: str) -> str:
    """Text of a run, line breaks kept."""
    parts = (plain(line) for line in text.split("\n"))
    return "<w:br/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in parts)


def paragraph_xml(style: str, text: str, properties: str = "") -> str:
    """A paragraph of one run in a style given by its id."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'
        f"<w:r>{text_xml(text)}</w:r></w:p>"
    )


def field_xml(code: str, result: str = "") -> str:
    """A field with its last known result."""
    return (
        f"{field_mark('begin')}{field_code(code)}{field_mark('separate')}"
        f"<w:r>{text_xml(result)}</w:r>{field_mark('end')}"
    )


def field_mark(kind: str) -> str:
    """begin, separate or end of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_code(code: str) -> str:
    """What a field shows."""
    return f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'


@dataclass(frozen=True, slots=True)
class Grid:
    """Column widths in twentieths of a point."""

    widths: tuple[int, ...]

    @classmethod
    def fit(cls, relative: Sequence[float], total: int) -> Grid:
        """Relative widths over the whole text width; rounding goes to the last column."""
        whole = sum(relative)
        widths = [int(total * w / whole) for w in relative]
        widths[-1] += total - sum(widths)
        return cls(tuple(widths))

    def span(self, first: int, across: int) -> int:
        """Width of neighbouring columns."""
        return sum(self.widths[first : first + across])


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell differs from a plain one."""

    span: int = 1
    merge: str = ""  # restart or continue
    shade: str = ""
    borders: str = ""


PLAIN = Look()


def cell_xml(width: int, content: str, look: Look = PLAIN) -> str:
    """A cell around its paragraphs."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if look.span > 1:
        properties += f'<w:gridSpan w:val="{look.span}"/>'
    if look.merge:
        properties += f'<w:vMerge w:val="{look.merge}"/>'
    if look.borders:
        properties += f"<w:tcBorders>{look.borders}</w:tcBorders>"
    if look.shade:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>'
    return f'<w:tc><w:tcPr>{properties}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'


def row_xml(cells: str, properties: str = "") -> str:
    """A row that no page break divides."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def borders_xml(sizes: Mapping[str, int], kind: str = "single") -> str:
    """Lines in eighths of a point."""
    return "".join(
        f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="0" w:color="000000"/>'
        for side, size in sizes.items()
    )


def frame_xml(grid: Grid, rows: str, borders: str = "") -> str:
    """A table of fixed column widths."""
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in grid.widths)
    lines = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>{lines}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
        '<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
