"""The parts of an .xlsx, opened once for whoever looks behind what calamine gives."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from juso.adapters.excel_file import refuse_wide
from juso.adapters.refusal import DAMAGED, refuse
from juso.adapters.used_range import DAMAGE, is_wide, sheet_parts

LARGEST = 300 * 1024 * 1024  # all parts together, unpacked
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


class XlsxPackage:
    """The parts of one .xlsx by lower-case name; JusoError for a damaged or swollen one."""

    def __init__(self, opened: zipfile.ZipFile, path: Path) -> None:
        self._zip, self._path = opened, path
        self._read: dict[str, bytes] = {}
        self.parts = {i.filename.lower().replace("\\", "/"): i for i in opened.infolist()}
        if sum(part.file_size for part in opened.infolist()) > LARGEST:
            refuse(path, "は中身が大きすぎます。月次報告のファイルか確かめてください")
        try:
            self._sheets = dict(sheet_parts(opened, self.parts))
        except (*DAMAGE, ElementTree.ParseError):
            self._sheets = {}  # calamine has the say on what is damaged

    @property
    def is_strict(self) -> bool:
        """Whether it is a Strict Open XML スプレッドシート."""
        return STRICT in self.part("xl/workbook.xml")

    @property
    def has_macros(self) -> bool:
        return "xl/vbaproject.bin" in self.parts

    def sheet(self, name: str) -> bytes:
        """The XML of a sheet; b"" where it has none. JusoError when its cells reach too far."""
        return self.part(self._sheets.get(name, ""))

    def check_range(self, name: str) -> None:
        """JusoError for a sheet whose cells would not fit into memory."""
        info = self.parts.get(self._sheets.get(name, ""))
        if info and is_wide(self._zip, info, self.sheet(name)):
            refuse_wide(self._path, name)

    def part(self, name: str) -> bytes:
        """One part, read once; b"" where there is none."""
        if name not in self.parts:
            return b""
        if name not in self._read:
            try:
                self._read[name] = self._zip.read(self.parts[name])
            except (*DAMAGE, NotImplementedError) as error:
                refuse(self._path, DAMAGED, error)
        return self._read[name]

    def related(self, name: str) -> list[str]:
        """The parts that belong to a sheet: its comments and drawings."""
        folder, part = posixpath.split(self._sheets.get(name, ""))
        links = self.part(f"{folder}/_rels/{part}.rels")
        try:
            found = list(ElementTree.fromstring(links)) if links else []  # noqa: S314 - expat bounds entities
        except ElementTree.ParseError:
            return []
        targets = [link.get("Target", "").lower().replace("\\", "/") for link in found]
        return [
            target.lstrip("/") if target.startswith("/") else _joined(folder, target)
            for target in targets
        ]


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, target))
