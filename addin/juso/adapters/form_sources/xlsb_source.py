"""Binary workbooks (.xlsb): checked before calamine believes them, errors found in the records."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from juso.adapters.form_sources.source import Grid, Told
from juso.adapters.form_sources.workbook import WorkbookSource
from juso.adapters.hidden_cells import Place
from juso.adapters.refusal import AS_XLSX, DAMAGED, refuse, sentence_for
from juso.adapters.used_range import MAX_CELLS

UNSURE = f"の空欄に見えるセルが本当に空欄か確かめられません。{AS_XLSX}"
ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
}
ANY_ERROR = "#エラー"


class XlsbSource(WorkbookSource):
    """An .xlsb: the parts of an .xlsx with records in the place of XML."""

    def __init__(self, content: bytes, path: Path, opened: zipfile.ZipFile) -> None:
        message = (
            "バイナリ形式（.xlsb）のファイルです。次からは .xlsx 形式で保存して提出してください。"
        )
        check_parts(opened, path)
        super().__init__(content, path, [Told(message)])
        self._zip = opened

    def rows(self, name: str) -> Grid:
        rows = super().rows(name)
        for row in rows:  # calamine gives whole numbers of an .xlsb a type of their own
            if int in set(map(type, row)):
                row[:] = [float(raw) if type(raw) is int else raw for raw in row]
        return rows

    def _unseen(self, name: str, seeming: Collection[Place]) -> Mapping[Place, str]:
        with sentence_for(self._path, UNSURE):
            found = dict(error_cells(self._zip.read(sheet_part(self._zip, name))))
        return {place: found[place] for place in seeming if place in found}


ROW, ERROR, FORMULA_ERROR, LAST_CELL = 0, 3, 11, 11  # kinds of records
SIZE, SHEET, TEXTS = 148, 156, 159
PARTS = re.compile(r"xl/(?:workbook|sharedstrings|styles|worksheets/(?!binaryindex)[^/]+)\.bin")


def check_parts(opened: zipfile.ZipFile, path: Path) -> None:
    """JusoError for damaged records: calamine believes every size and count they declare."""
    with sentence_for(path):
        for info in opened.infolist():
            if PARTS.fullmatch(info.filename.lower().replace("\\", "/")):
                check_part(opened.read(info), path)


def check_part(part: bytes, path: Path) -> None:
    """The same for one part; JusoError too when its cells would not fit into memory."""
    row = last_row = last_column = 0
    for kind, content in records(part):
        if kind == ROW:
            row = int.from_bytes(content[:4], "little")
            last_row = max(last_row, row)
        elif kind <= LAST_CELL:
            last_column = max(last_column, int.from_bytes(content[:4], "little"))
        elif kind == SIZE:
            last_row = max(last_row, int.from_bytes(content[4:8], "little"))
            last_column = max(last_column, int.from_bytes(content[12:16], "little"))
        elif kind == TEXTS and int.from_bytes(content[4:8], "little") > len(part):
            refuse(path, DAMAGED)
    if (last_row + 1) * (last_column + 1) > MAX_CELLS:
        refuse(path, f"のシートは使われている範囲が広すぎます。{AS_XLSX}")


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and content of each record of an .xlsb part ([MS-XLSB] 2.1.4).

    ValueError or IndexError when one is cut off.
    """
    at = 0
    while at < len(part):
        kind, at = _varied(part, at, 2)
        size, at = _varied(part, at, 4)
        if at + size > len(part):
            raise ValueError(size)
        yield kind, part[at : at + size]
        at += size


def _varied(part: bytes, at: int, longest: int) -> tuple[int, int]:
    """A number of 7-bit groups and where it ends; IndexError when the part ends in it."""
    number = 0
    for place in range(longest):
        number |= (part[at + place] & 0x7F) << (7 * place)
        if part[at + place] < 0x80:
            return number, at + place + 1
    return number, at + longest


def error_cells(part: bytes) -> Iterator[tuple[Place, str]]:
    """The error values of a sheet's part."""
    row = 0
    for kind, content in records(part):
        if kind == ROW:
            row = int.from_bytes(content[:4], "little") + 1
        elif kind in (ERROR, FORMULA_ERROR):
            column = int.from_bytes(content[:4], "little")
            yield (row, column), ERRORS.get(content[8], ANY_ERROR)


def sheet_part(package: zipfile.ZipFile, name: str) -> str:
    """The part of a sheet; KeyError when there is none."""
    links = ElementTree.fromstring(package.read("xl/_rels/workbook.bin.rels"))  # noqa: S314 - expat bounds entities
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for kind, content in records(package.read("xl/workbook.bin")):
        if kind != SHEET:
            continue
        texts = _texts(content[8:])
        link, title = next(texts), next(texts)
        if title == name:
            target = targets[link]
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(name)


def _texts(content: bytes) -> Iterator[str]:
    """Texts one after the other, each with its length before it."""
    while content:
        end = 4 + 2 * int.from_bytes(content[:4], "little")
        yield content[4:end].decode("utf-16-le")
        content = content[end:]
