"""What belongs together: the ribbon's controls, the commands and the macro's procedures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

RELATIONSHIP = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
MODULE = "JusoRibbon"
SIGNATURES = {
    "onAction": "(control As Object)",
    "getContent": "(control As Object, ByRef content As Variant)",
}
CONTROLS = {"button", "dynamicMenu", "menu"}


def ribbon_of(package: Path) -> bytes:
    """The ribbon's XML, found as Excel finds it; LookupError where no relationship leads to it."""
    with ZipFile(package) as archive:
        for link in etree.fromstring(archive.read("_rels/.rels")):
            if link.get("Type") == RELATIONSHIP:
                return archive.read(link.get("Target"))
    raise LookupError(RELATIONSHIP)


def tab_of(xml: bytes) -> Any:
    """The ribbon's one tab; everything in it by its plain name."""
    tree = etree.fromstring(xml)
    for element in tree.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return tree.find(".//tab")


def controls(xml: bytes) -> list[Any]:
    """The controls as users see them side by side: a split button counts once."""
    groups = tab_of(xml).findall("group")
    return [child for group in groups for child in group]


def ids_pressed(xml: bytes) -> list[str]:
    """The controls that do something themselves, also those in menus, as they stand in the tab.

    A menu of buttons with a command of its own is one: report.
    """
    return [e.get("id") for e in tab_of(xml).iter(*CONTROLS) if SIGNATURES.keys() & e.attrib]


def unpaired(xml: bytes, commands: Iterable[str]) -> set[str]:
    """Names that are either a command or a control, but not both.

    A control's id is its command's name, or that and what is chosen: report.final.
    """
    return {id.partition(".")[0] for id in ids_pressed(xml)} ^ set(commands)


def missing_callbacks(xml: bytes, source: str) -> list[str]:
    """Callbacks of the ribbon that the macro does not have, or not with Office's arguments."""
    missing = []
    for element in tab_of(xml).iter(*CONTROLS):
        for name, signature in SIGNATURES.items():
            if (callback := element.get(name)) is not None:
                module, _, procedure = callback.partition(".")
                declared = f"\nPublic Sub {procedure}{signature}\n"
                if module != MODULE or declared not in source:
                    missing.append(f"{element.get('id')}: {callback}")
    unknown = {n for e in tab_of(xml).iter() for n in e.attrib if re.match("get|on", n)}
    return missing + sorted(unknown - SIGNATURES.keys())
