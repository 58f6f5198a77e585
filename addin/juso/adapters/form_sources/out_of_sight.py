"""Rows and columns of an .xlsx that Excel does not show: hidden, filtered away or of no height."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juso.adapters.form_sources.source import NOTHING_HIDDEN, OutOfSight

MARKS = (b"hidden=", b' ht="0', b" ht='0")
NARROW = b' width="0'
ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])([^>]*)>")
COLUMN = re.compile(rb"<(?:\w+:)?col(?=[\s/>])([^>]*)>")
HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']|\b(?:ht|width)=["']0(?:\.0*)?["']""")
NUMBER = re.compile(rb"""\br=["'](\d+)["']""")
SPAN = re.compile(rb"""\b(min|max)=["'](\d+)["']""")
WIDEST = 16_384


def out_of_sight(xml: bytes) -> OutOfSight:
    """What a worksheet's XML hides; a sheet that hides nothing costs a few searches."""
    cells = max(0, xml.find(b"sheetData"))
    if NARROW not in xml[:cells] and not any(mark in xml for mark in MARKS):
        return NOTHING_HIDDEN
    rows = frozenset(_rows(xml))
    columns = frozenset(_columns(xml[:cells]))
    return OutOfSight(rows, columns, bool(rows) and b"filterColumn" in xml)


def _rows(xml: bytes) -> Iterator[int]:
    number = 0
    for tag in ROW.finditer(xml):
        place = NUMBER.search(tag[1])
        number = int(place[1]) if place else number + 1
        if HIDDEN.search(tag[1]):
            yield number


def _columns(head: bytes) -> Iterator[int]:
    for tag in COLUMN.finditer(head):
        if HIDDEN.search(tag[1]):
            ends = {name: int(number) for name, number in SPAN.findall(tag[1])}
            first = ends.get(b"min", 1)
            yield from range(first - 1, min(ends.get(b"max", first), WIDEST))
