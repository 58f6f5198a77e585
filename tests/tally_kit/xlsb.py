"""The smallest .xlsb that holds the cells of a form ([MS-XLSB]): nothing else writes one here."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path
from typing import Any

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
</Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ERRORS = {"#REF!": 23, "#N/A": 42, "#DIV/0!": 7}


def write_xlsb(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    """Numbers, texts and error values, sheet by sheet."""
    names = list(sheets)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        package.writestr(
            "_rels/.rels", RELATIONS.format(relation("rId1", "officeDocument", "xl/workbook.bin"))
        )
        package.writestr(
            "xl/_rels/workbook.bin.rels",
            RELATIONS.format(
                "".join(
                    relation(f"rId{n}", "worksheet", f"worksheets/sheet{n}.bin")
                    for n in range(1, len(names) + 1)
                )
            ),
        )
        package.writestr("xl/workbook.bin", workbook(names))
        for number, rows in enumerate(sheets.values(), start=1):
            package.writestr(f"xl/worksheets/sheet{number}.bin", worksheet(rows))
    return path


def relation(link: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{link}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def record(kind: int, content: bytes = b"") -> bytes:
    """One record: kind and length in groups of seven bits."""
    return grouped(kind) + grouped(len(content)) + content


def grouped(number: int) -> bytes:
    groups = []
    while True:
        groups.append(number & 0x7F | (0x80 if number > 0x7F else 0))
        number >>= 7
        if not number:
            return bytes(groups)


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def workbook(names: list[str]) -> bytes:
    sheets = b"".join(
        record(156, struct.pack("<II", 0, number) + text(f"rId{number}") + text(name))
        for number, name in enumerate(names, start=1)
    )
    return record(131) + record(143) + sheets + record(144) + record(132)


def worksheet(rows: list[list[Any]]) -> bytes:
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    cells = b"".join(
        record(0, struct.pack("<II", number, 0) + bytes(9))
        + b"".join(cell(column, raw) for column, raw in enumerate(row) if raw != "")
        for number, row in enumerate(rows)
    )
    return record(129) + record(148, size) + record(145) + cells + record(146) + record(130)


def cell(column: int, raw: Any) -> bytes:
    place = struct.pack("<II", column, 0)
    if raw in ERRORS:
        return record(3, place + bytes([ERRORS[raw]]))
    if isinstance(raw, float):
        return record(5, place + struct.pack("<d", raw))
    return record(6, place + text(str(raw)))
