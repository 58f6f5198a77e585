"""The stamp of a Word document: custom properties, which Word and LibreOffice keep on saving."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

PART = "docProps/custom.xml"
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties a user makes
FIRST_ID = 2

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EMPTY = f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}"/>'.encode()


def set_stamp(document: Any, stamp: Mapping[str, str]) -> None:
    """Put the properties into a python-docx document, in the place of those of the same family.

    A family is what stands before the first `/`: a document that was made from another one
    keeps nothing of its stamp.
    """
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    found = [r for r in package.rels.values() if r.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES]
    if found:
        part = found[0].target_part
    else:
        part = Part(PackURI(f"/{PART}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, b"", package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    part._blob = _stamped(part.blob, stamp)


def read_stamp(path: Path) -> dict[str, str]:
    """The text properties of a document; none for a file that is no readable package."""
    try:
        with zipfile.ZipFile(path) as package:
            root = _parsed(package.read(PART))
    except (KeyError, OSError, ValueError, RuntimeError, zipfile.BadZipFile, etree.LxmlError):
        return {}
    texts = {p.get("name", ""): p.findtext(f"{{{_VALUES}}}lpwstr") for p in root}
    return {name: text for name, text in texts.items() if text}


def _parsed(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _stamped(xml: bytes, stamp: Mapping[str, str]) -> bytes:
    """custom.xml with the stamp; what others keep there (a sensitivity label) stays."""
    root = _parsed(xml or _EMPTY)
    families = {name.partition("/")[0] for name in stamp}
    for old in [p for p in root if p.get("name", "").partition("/")[0] in families]:
        root.remove(old)
    first = max((int(p.get("pid", "0")) for p in root), default=FIRST_ID - 1) + 1
    for number, (name, text) in enumerate(stamp.items(), start=first):
        facts = {"fmtid": FORMAT, "pid": str(number), "name": name}
        added = etree.SubElement(root, f"{{{_PROPERTIES}}}property", facts)
        etree.SubElement(added, f"{{{_VALUES}}}lpwstr").text = text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
