"""What a Word document says beside its tables: comments, notes, text boxes, struck-out words."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from juso.adapters.word_text import FALLBACK, W, is_struck, text_of

_NOTES = {"comments": "comment", "footnotes": "footnote", "endnotes": "endnote"}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def asides_of(package: zipfile.ZipFile, root: etree._Element) -> tuple[str, ...]:
    """Comments, footnotes, endnotes and text boxes outside tables, as their texts."""
    found = [*_notes(package), *_boxes(root)]
    return tuple(dict.fromkeys(filter(None, (text.strip() for text in found))))


def struck_of(root: etree._Element) -> tuple[str, ...]:
    """The words struck through in tables, one text to a paragraph."""
    texts = []
    for paragraph in root.iter(f"{W}p"):
        if next(paragraph.iterancestors(f"{W}tc"), None) is not None:
            runs = (r for r in paragraph.iter(f"{W}r") if is_struck(r))
            texts.append("".join(t.text or "" for r in runs for t in r.iter(f"{W}t")))
    return tuple(dict.fromkeys(filter(None, (text.strip() for text in texts))))


def _notes(package: zipfile.ZipFile) -> Iterator[str]:
    names = set(package.namelist())
    for part, tag in _NOTES.items():
        if f"word/{part}.xml" in names:
            for note in parsed(package.read(f"word/{part}.xml")).iter(f"{W}{tag}"):
                if note.get(f"{W}type") not in _SEPARATORS:
                    yield text_of(note)


def _boxes(root: etree._Element) -> Iterator[str]:
    """Text boxes that hang on no cell; what hangs on one is read as its text."""
    for box in root.iter(f"{W}txbxContent"):
        outside = {element.tag for element in box.iterancestors()}
        if not outside & {f"{W}tc", FALLBACK}:
            yield text_of(box)


def parsed(xml: bytes) -> etree._Element:
    """A part of a package; nothing outside it is looked up."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
