"""How far the cells of a closed .xlsx reach, told before calamine lays them out.

calamine allocates every cell from A1 to the last row and column. One stray value in XFD1048576
asks for more memory than there is, and that ends the process instead of raising an error.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

MAX_CELLS = 20_000_000  # rows x columns: more is a damaged or hostile file
HEAD = 4096  # the <dimension> stands before the first row
CHUNK = 1 << 19  # parts below this size are read whole
CELL_BYTES = 500  # a sheet with more XML for each declared cell declares too little

DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, ValueError, RuntimeError)
TARGET = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_TARGET = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

DIMENSION = re.compile(rb"<(?:\w+:)?dimension\s[^>]*?\bref\s*=\s*[\"']([^\"']*)[\"']")
FAR = re.compile(rb" r(?:=[\"'](?:[A-Za-z]{3}\d|[A-Za-z]{0,2}\d{5})|\s|=\s)")
UNUSUAL = (b"\tr", b"\nr", b"\rr")  # attributes as no office program separates them
TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>")
PLACE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']\$?([A-Za-z]{0,3})\$?(\d{1,7})[\"']")


def too_wide_sheets(file: Path | BytesIO, *, ours: bool = False) -> frozenset[str]:
    """The sheets of an .xlsx whose cells span more than MAX_CELLS; damage is left to calamine.

    Of a workbook that is `ours` a large part is believed what it declares.
    """
    try:
        if isinstance(file, BytesIO):
            return _too_wide(file, ours=ours)
        state = file.stat()
        return _known_too_wide(file, state.st_mtime_ns, state.st_size, ours)
    except (*DAMAGE, ElementTree.ParseError):
        return frozenset()


@lru_cache(maxsize=1)  # asked for each sheet in turn; time and size tell a file from its successor
def _known_too_wide(path: Path, _changed: int, _size: int, ours: bool) -> frozenset[str]:
    return _too_wide(path, ours=ours)


def _too_wide(file: Path | BytesIO, *, ours: bool) -> frozenset[str]:
    if not zipfile.is_zipfile(file):
        return frozenset()
    with zipfile.ZipFile(file) as package:
        parts = {info.filename.lower().replace("\\", "/"): info for info in package.infolist()}
        sheets = sheet_parts(package, parts)
        return frozenset(
            name
            for name, part in sheets
            if part in parts and _is_wide(package, parts[part], ours=ours)
        )


def sheet_parts(
    package: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]
) -> list[tuple[str, str]]:
    """Each sheet's name and the lower-case name of its part."""
    if "xl/workbook.xml" not in parts:
        return []
    links = ElementTree.fromstring(package.read(parts["xl/_rels/workbook.xml.rels"]))  # noqa: S314 - expat bounds entities
    targets = {link.get("Id"): link.get("Target", "").lower().replace("\\", "/") for link in links}
    book = ElementTree.fromstring(package.read(parts["xl/workbook.xml"]))  # noqa: S314 - expat bounds entities
    found = []
    for sheet in book.iterfind("{*}sheets/{*}sheet"):
        target = targets.get(sheet.get(TARGET) or sheet.get(STRICT_TARGET), "")
        part = target.lstrip("/") if target.startswith(("/", "xl/")) else f"xl/{target}"
        found.append((sheet.get("name", ""), part))
    return found


def _is_wide(package: zipfile.ZipFile, part: zipfile.ZipInfo, *, ours: bool) -> bool:
    try:
        if ours and part.file_size >= CHUNK:
            with package.open(part) as xml:
                declared = _declared_cells(xml.read(HEAD))
            harmless = part.file_size // CELL_BYTES < declared <= MAX_CELLS
        else:
            harmless = all(map(_stays_near, _pieces(package, part)))
        return not harmless and _spans_too_much(package, part)
    except DAMAGE:
        return False


def _pieces(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in pieces, none of which begins within a reference."""
    rest = b""
    with package.open(part) as xml:
        while piece := xml.read(CHUNK):
            whole, mark, tail = (rest + piece).rpartition(b"<")
            yield whole
            rest = (mark + tail)[-CHUNK:]
    yield rest


def is_wide(package: zipfile.ZipFile, part: zipfile.ZipInfo, xml: bytes) -> bool:
    """Whether the cells of a part that has been read already span more than MAX_CELLS."""
    return not _stays_near(xml) and _spans_too_much(package, part)


def _stays_near(xml: bytes) -> bool:
    """Whether no reference lies beyond 702 columns (ZZ) or 9,999 rows."""
    odd = any(mark[:1] in xml and mark in xml for mark in UNUSUAL)  # one byte is found faster
    return not odd and not FAR.search(xml)


def _declared_cells(head: bytes) -> int:
    """Rows x columns from A1 to the end of the declared range; 0 without one."""
    found = DIMENSION.search(head)
    end = found and PLACE.search(b' r="%s"' % found[1].rpartition(b":")[2])
    return int(end[2]) * column_number(end[1]) if end else 0


def _spans_too_much(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Go through the cells with a value, counting rows and columns as calamine does."""
    row = column = last_row = last_column = 0
    for kind, attributes in _tags(package, part):
        place = PLACE.search(attributes)
        if kind == b"row":
            row, column = int(place[2]) if place else row + 1, 0
            continue
        column = column_number(place[1]) if place else column + 1
        if attributes.endswith(b"/"):  # no value: only a format
            continue
        last_row = max(last_row, int(place[2]) if place else row)
        last_column = max(last_column, column)
        if last_row * last_column > MAX_CELLS:
            return True
    return False


def _tags(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, bytes]]:
    """The kind and the attributes of each row and cell, read in pieces."""
    return (tag for piece in _pieces(package, part) for tag in TAG.findall(piece))


def column_number(letters: bytes) -> int:
    """A column by its letters, A being 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
