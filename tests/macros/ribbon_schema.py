"""Ribbon XML against the schema of Office 2010 and later, as openxml-audit's data has it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
DATA = "data/openxml/schemas/schemas_microsoft_com_office_2009_07_customui.json"
XML_NAME = re.compile(r"[^\W\d][\w.\-]*")
IDS = {"id", "idQ", "idMso"}


def complaints(xml: bytes, root: str = "mso14:CT_CustomUI/mso14:customUI") -> list[str]:
    """What Office would refuse in a ribbon part; with another root, in a menu made at run time."""
    try:
        tree = etree.fromstring(xml)
    except etree.XMLSyntaxError as error:
        return [f"not well-formed: {error}"]
    if tree.tag != f"{{{NAMESPACE}}}{_name(root)}":
        return [f"the root is {tree.tag}"]
    twice = [f"id {id!r} twice" for id in _repeated(tree)]
    return [*_element(tree, root), *twice]


def _element(element: Any, type_name: str) -> Iterator[str]:
    """Complaints about an element of a type of the schema, and all in it."""
    facts = _types()[type_name]
    known = {a["QName"].lstrip(":"): a for a in facts.get("Attributes", ())}
    place = f"line {element.sourceline} <{etree.QName(element).localname}>"
    for name, value in element.attrib.items():
        if name in known:
            yield from (f"{place}: {name} {wrong}" for wrong in _value(known[name], value))
        else:
            yield f"{place}: no attribute {name} here"
    for name, attribute in known.items():
        if name not in element.attrib and "RequiredValidator" in _validators(attribute):
            yield f"{place}: {name} is required"
    if known.keys() >= {"id", "idQ"} and not IDS & set(element.attrib):
        yield f"{place}: an id is required"
    children = dict(_children(facts))
    for child in element.iterchildren(tag=etree.Element):
        name = etree.QName(child).localname
        if name in children:
            yield from _element(child, children[name])
        else:
            yield f"{place}: no <{name}> here"


def _value(attribute: dict[str, Any], value: str) -> Iterator[str]:
    if attribute["Type"] == "BooleanValue" and value not in ("true", "false", "1", "0"):
        yield f"is {value!r}, not a boolean"
    found = re.match(r"EnumValue<.*?(\w+)>", attribute["Type"])
    if found and value not in _enums()[found[1]]:
        yield f"is {value!r}, not one of {sorted(_enums()[found[1]])}"
    limits = _validators(attribute).get("StringValidator", {})
    if not int(limits.get("MinLength", 0)) <= len(value) <= int(limits.get("MaxLength", 10**6)):
        yield f"has {len(value)} characters"
    if limits.get("IsNcName") == "True" and not XML_NAME.fullmatch(value):
        yield f"is {value!r}, not an XML name"


def _validators(attribute: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {
        validator["Name"]: {a["Name"]: a["Value"] for a in validator.get("Arguments", ())}
        for validator in attribute.get("Validators") or ()
    }


def _children(facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Name and type of each element a type may hold."""
    for item in (facts.get("Particle") or facts).get("Items", ()):
        if "Items" in item:
            yield from _children(item)
        elif "Name" in item:
            yield _name(item["Name"]), item["Name"]
    for child in facts.get("Children", ()) if not facts.get("Particle") else ():
        yield _name(child["Name"]), child["Name"]


def _name(type_name: str) -> str:
    return type_name.rpartition(":")[2]


def _repeated(tree: Any) -> list[str]:
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    return sorted({id for id in ids if ids.count(id) > 1})


@cache
def _schema() -> dict[str, Any]:
    return dict(json.loads((files("openxml_audit") / DATA).read_text(encoding="utf-8")))


@cache
def _types() -> dict[str, dict[str, Any]]:
    return {facts["Name"]: facts for facts in _schema()["Types"]}


@cache
def _enums() -> dict[str, set[str]]:
    return {e["Name"]: {facet["Value"] for facet in e["Facets"]} for e in _schema()["Enums"]}
