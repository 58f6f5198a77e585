"""目次 of a Word document: its lines are written here, Word fills in the page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juso.adapters.word_xml import Styles, field_xml, text_xml
from juso.services.report_model import Heading

DEPTH = 2


def bookmark(number: int) -> str:
    """The bookmark of the nth heading."""
    return f"_Toc{number:08d}"


def contents_xml(headings: Sequence[Heading], styles: Styles) -> Iterator[str]:
    """One line for each heading, a link to it, with its page number as a field.

    Headings never change, so no TOC field is needed; LibreOffice leaves the page numbers of one
    blank until it is updated by hand.
    """
    for number, heading in enumerate(headings, start=1):
        if heading.level <= DEPTH:
            name, style = bookmark(number), styles[f"toc {heading.level}"]
            page = field_xml(f"PAGEREF {name} \\h")
            yield (
                f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
                f'<w:hyperlink w:anchor="{name}" w:history="1"><w:r>{text_xml(heading.text)}</w:r>'
                f"</w:hyperlink><w:r><w:tab/></w:r>{page}</w:p>"
            )
