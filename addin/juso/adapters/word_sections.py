"""Sections of a Word document: upright and wide pages of the template's paper."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from lxml import etree

from juso.adapters.word_xml import TWIP

LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


class Paper:
    """The page of a template, as its last section sets it."""

    def __init__(self, document: DocumentObject) -> None:
        self.last: Any = document.element.body.sectPr
        section = document.sections[-1]
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        self.across = ((section.page_width or 0) - margins) // TWIP
        self.along = ((section.page_height or 0) - margins) // TWIP

    def width(self, is_landscape: bool) -> int:
        """Width of the text in twentieths of a point."""
        return self.along if is_landscape else self.across

    def section_end(self, is_landscape: bool, *, is_first: bool) -> str:
        """The last paragraph of a section, too low to spill over onto a page of its own."""
        section = deepcopy(self.last)
        if not is_first:  # header and footer are inherited from the first section
            _remove(section, "w:headerReference", "w:footerReference", "w:titlePg")
        if is_landscape:
            size = section.find(qn("w:pgSz"))
            along, across = size.get(qn("w:h")), size.get(qn("w:w"))
            size.set(qn("w:w"), along)
            size.set(qn("w:h"), across)
            size.set(qn("w:orient"), "landscape")
        return f"<w:p><w:pPr>{LOW}{etree.tostring(section, encoding='unicode')}</w:pPr></w:p>"

    def end_cover(self) -> None:
        """The cover is in the first section; the last one has no first page of its own."""
        _remove(self.last, "w:titlePg", "w:headerReference", "w:footerReference")


def _remove(section: Any, *tags: str) -> None:
    for tag in tags:
        for element in section.findall(qn(tag)):
            section.remove(element)
