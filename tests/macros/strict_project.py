"""Reads a VBA project record by record: any departure from MS-OVBA is an error."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import olefile

from macros.olevba import decompress

STREAMS = {"VBA/dir", "VBA/_VBA_PROJECT", "PROJECT", "PROJECTwm"}
STANDARD, OTHER = 0x21, 0x22
NO_COMPILED_CODE = bytes.fromhex("CC61 FFFF 00 0000")
DECLARATION = re.compile(r"(Document|Module|Class)=([^/]+)(?:/.*)?")
LIBRARY = re.compile(r"\*\\G\{[0-9A-F-]{36}\}#\d+\.\d+#\d+#[^#]*#[^#]*")


@dataclass(frozen=True, slots=True)
class Project:
    """What a project holds: its code page, libraries, and the sources by module name."""

    code_page: int
    libraries: tuple[str, ...]
    standard: dict[str, str]
    others: dict[str, str]  # documents and classes


class Records:
    """A stream of records: number, size, data."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def peek(self) -> int:
        return int.from_bytes(self.data[self.at : self.at + 2], "little")

    def take(self, number: int, size: int | None = None) -> bytes:
        """The data of the next record, which is this one."""
        assert self.peek() == number, f"record {number:#x} expected, {self.peek():#x} at {self.at}"
        length = int.from_bytes(self.data[self.at + 2 : self.at + 6], "little")
        assert size in (None, length), f"record {number:#x} has {length} bytes"
        start = self.at + 6
        self.at = start + length
        assert self.at <= len(self.data), f"record {number:#x} runs past the end"
        return self.data[start : self.at]

    def number(self, record: int, size: int) -> int:
        return int.from_bytes(self.take(record, size), "little")

    def text(self, ansi: int, wide: int) -> str:
        """A text given in the code page and in UTF-16, which agree."""
        text = self.take(ansi).decode("ascii")
        assert text == self.take(wide).decode("utf-16-le")
        return text


def read_project(binary: bytes) -> Project:
    """The project of a vbaProject.bin written without compiled code; AssertionError else."""
    storage = olefile.OleFileIO(io.BytesIO(binary), raise_defects=olefile.DEFECT_POTENTIAL)
    streams = {"/".join(path): storage.openstream(path).read() for path in storage.listdir()}
    records = Records(decompress(streams["VBA/dir"]))
    code_page = _information(records)
    libraries = tuple(_libraries(records))
    count = records.number(0x0F, 2)
    records.take(0x13, 2)
    modules = [_module(records, streams) for _ in range(count)]
    records.take(0x10, 0)
    assert records.at == len(records.data), "something follows the end of dir"
    standard = {name: source for name, kind, source in modules if kind == STANDARD}
    others = {name: source for name, kind, source in modules if kind == OTHER}
    names = [name for name, _, _ in modules]
    assert streams.keys() == STREAMS | {f"VBA/{name}" for name in names}
    assert streams["VBA/_VBA_PROJECT"] == NO_COMPILED_CODE
    _check_declarations(streams["PROJECT"].decode("ascii"), standard.keys(), others.keys())
    _check_names(streams["PROJECTwm"], names)
    return Project(code_page, libraries, standard, others)


def _information(records: Records) -> int:
    """Read PROJECTINFORMATION (2.3.4.2.1) for the code page."""
    assert records.number(0x01, 4) in (0, 1, 2, 3)
    if records.peek() == 0x4A:
        records.take(0x4A, 4)
    records.take(0x02, 4)
    records.take(0x14, 4)
    code_page = records.number(0x03, 2)
    assert 1 <= len(records.take(0x04)) <= 128
    records.text(0x05, 0x40)
    assert records.take(0x06) == records.take(0x3D)
    records.take(0x07, 4)
    records.take(0x08, 4)
    assert records.peek() == 0x09  # the version, whose size field counts four of its six bytes
    records.at += 12
    if records.peek() == 0x0C:
        records.text(0x0C, 0x3C)
    return code_page


def _libraries(records: Records) -> list[str]:
    found = []
    while records.peek() == 0x16:
        found.append(records.text(0x16, 0x3E))
        data = records.take(0x0D)
        length = int.from_bytes(data[:4], "little")
        assert LIBRARY.fullmatch(data[4 : 4 + length].decode("ascii"))
        assert data[4 + length :] == bytes(6)
    return found


def _module(records: Records, streams: dict[str, bytes]) -> tuple[str, int, str]:
    name = records.text(0x19, 0x47)
    assert records.text(0x1A, 0x32) == name
    records.text(0x1C, 0x48)
    assert records.number(0x31, 4) == 0, f"{name} has compiled code before its source"
    records.take(0x1E, 4)
    records.take(0x2C, 2)
    kind = records.peek()
    assert kind in (STANDARD, OTHER)
    records.take(kind, 0)
    records.take(0x2B, 0)
    source = decompress(streams[f"VBA/{name}"]).decode("ascii")
    assert source.startswith(f'Attribute VB_Name = "{name}"\r\n')
    assert "\n" not in source.replace("\r\n", ""), f"{name} has a bare line feed"
    return name, kind, source


def _check_declarations(text: str, standard: set[str], others: set[str]) -> None:
    """PROJECT names the same modules as dir."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    head = text.split("\r\n\r\n", maxsplit=1)[0].split("\r\n")
    found = [match.groups() for line in head if (match := DECLARATION.fullmatch(line))]
    assert {name for kind, name in found if kind == "Module"} == standard
    assert {name for kind, name in found if kind != "Module"} == others
    assert "[Host Extender Info]" in text


def _check_names(data: bytes, names: list[str]) -> None:
    """PROJECTwm names them too, in the same order, in the code page and in UTF-16."""
    pairs = [name.encode() + b"\0" + name.encode("utf-16-le") + bytes(2) for name in names]
    assert data == b"".join(pairs) + bytes(2)
