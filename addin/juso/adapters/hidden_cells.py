"""Cells that python-calamine gives as empty though they are not: what the worksheets' XML says.

They hold an error value or a formula nobody has calculated. Each part is gone through once,
in pieces, at a few percent of the cost of reading it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Self
from xml.etree import ElementTree

from juso.adapters.used_range import DAMAGE, PLACE, TAG, column_number, sheet_parts
from juso.core.finding import column_letters

Place = tuple[int, int]  # Excel row, 0-based column
PIECE = 1 << 16

ERROR = re.compile(rb"#(?<=v>#)([^<]*)<")
UNCALCULATED = re.compile(
    rb"f(?:[^>]*/>|[^>]*>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v(?:\s[^>]*)?/>|<(?:\w+:)?v(?:\s[^>/]*)?>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
ERROR_TYPE = re.compile(rb"""\bt\s*=\s*["']e["']""")


class HiddenCells:
    """The worksheets of one .xlsx; a file of another kind, or a damaged one, hides nothing."""

    def __init__(self, file: Path | BytesIO) -> None:
        self._package: zipfile.ZipFile | None = None
        self._parts: dict[str, zipfile.ZipInfo] = {}
        try:
            if zipfile.is_zipfile(file):
                self._package = zipfile.ZipFile(file)
                names = {i.filename.lower().replace("\\", "/"): i for i in self._package.infolist()}
                found = sheet_parts(self._package, names)
                self._parts = {title: names[part] for title, part in found if part in names}
        except (*DAMAGE, ElementTree.ParseError):
            self._parts = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._package:
            self._package.close()

    def on(self, title: str, skip: Iterable[int] = ()) -> dict[Place, str]:
        """Error values (#REF!) and formulas without a result (=A1+1) on a sheet.

        In the columns to `skip` formulas are not looked at: nobody reads their results, and
        some programs store an empty one like none.
        """
        if self._package is None or title not in self._parts:
            return {}
        letters = frozenset(column_letters(place).encode() for place in skip)
        try:
            pieces = _pieces(self._package, self._parts[title])
            return dict(found for xml in pieces for found in _hidden_in(xml, letters))
        except DAMAGE:
            return {}


def hidden_cells(
    package: Path | BytesIO, title: str, seeming: Collection[Place]
) -> dict[Place, str]:
    """Error values and uncalculated formulas among the seemingly empty cells of a sheet."""
    with HiddenCells(package) as hidden:
        found = hidden.on(title)
    return {place: found[place] for place in seeming if place in found}


def hidden_in(xml: bytes, seeming: Collection[Place]) -> dict[Place, str]:
    """The same in a worksheet's whole XML, also where cells do not say their place."""
    for odd in (b"<c\n", b"<c\r", b"<c\t"):
        xml = xml.replace(odd, b"<c ")
    found = {place or _counted(xml, at): text for at, place, text in _found_in(xml, frozenset())}
    return {place: found[place] for place in seeming if place in found}


def _counted(xml: bytes, at: int) -> Place:
    """The place of a cell told by counting rows and cells before it, as calamine does."""
    row, column = 0, 0
    for tag in TAG.finditer(xml, 0, at):
        place = PLACE.search(tag[2])
        if tag[1] == b"row":
            row, column = int(place[2]) if place else row + 1, 0
        else:
            column = column_number(place[1]) if place else column + 1
    return row, column - 1


def _pieces(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The XML of a part, cut behind cells."""
    rest = b""
    with package.open(part) as xml:
        xml._expected_crc = None  # type: ignore[attr-defined] # calamine has summed it up already
        while piece := xml.read(PIECE):
            whole, mark, rest = (rest + piece).rpartition(b"c>")
            yield whole + mark


def _hidden_in(xml: bytes, skip: frozenset[bytes]) -> Iterator[tuple[Place, str]]:
    return ((place, text) for _, place, text in _found_in(xml, skip) if place)


def _found_in(xml: bytes, skip: frozenset[bytes]) -> Iterator[tuple[int, Place | None, str]]:
    """Where in the XML, of which cell, and what it hides."""
    if b"#" in xml:
        for match in ERROR.finditer(xml):
            tag = _cell_before(xml, match.start())
            if ERROR_TYPE.search(tag):
                yield match.start(), _place(tag), "#" + match[1].decode("utf-8", "replace")
    for at in _formulas(xml, skip):
        tag = _cell_before(xml, at)
        found = None if b't="str"' in tag else UNCALCULATED.match(xml, at)
        if found:
            text = unescape((found[1] or b"").decode("utf-8", "replace"))
            yield at, _place(tag), f"={text}"


def _formulas(xml: bytes, skip: frozenset[bytes]) -> Iterator[int]:
    """Where formulas begin; looking for the rare letter is twice as fast as for its tag."""
    at = xml.find(b"f")
    while at >= 0:
        if xml[at - 1] in b"<:":
            name = xml.rfind(b'r="', 0, at) + 3
            if xml[name : xml.find(b'"', name)].rstrip(b"0123456789") not in skip:
                yield at
        at = xml.find(b"f", at + 1)


def _cell_before(xml: bytes, at: int) -> bytes:
    """The opening tag of the cell in which a place of the XML lies."""
    first = max(0, xml.rfind(b"<c ", 0, at))
    first = max(first, xml.rfind(b":c ", first, at))
    return xml[first : xml.find(b">", first)]


def _place(tag: bytes) -> Place | None:
    found = PLACE.search(tag)
    return (int(found[2]), column_number(found[1]) - 1) if found else None
