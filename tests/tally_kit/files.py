"""How a clean form is damaged as a file: other formats, wrappings, what hides in a workbook."""

from __future__ import annotations

import csv
import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import msoffcrypto
import openpyxl
import xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from python_calamine import CalamineWorkbook

from form_tables import YEAR, cover_of
from juso.adapters.form_workbook import write_form
from juso.core.cells import show
from juso.koshu.tally.items import form

FORM, MONTH, MONTHS = "W4", "R7.6", 3
COVER, TALLY = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
STRICT = (
    (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)
Grid = list[list[Any]]


def clean_form(path: Path) -> Path:
    """W4 up to June, every figure another number; 計 and 表紙 in order, no finding at all."""
    values = {
        (item.code, month): 10 * number + place
        for number, item in enumerate(form(FORM).items, start=1)
        for place, month in enumerate(YEAR.months[:MONTHS])
    }
    write_form(path, form(FORM), YEAR, values, cover_of(FORM, MONTH))
    return path


def grid(path: Path, sheet: str) -> Grid:
    return list(CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python())


def one_grid(path: Path) -> Grid:
    """表紙 above 月次, as a system writes both into one table."""
    rows = [*grid(path, "表紙"), [], *grid(path, "月次")]
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """Every part of the package changed; None leaves a part out."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            if (new := change(name, content)) is not None:
                package.writestr(name, new)
    return path


def part(path: Path, name: str, pattern: str, new: str) -> Path:
    """One part of the package with a pattern replaced; it must be there."""

    def change(found: str, content: bytes) -> bytes:
        if found != name:
            return content
        changed = re.sub(pattern.encode(), new.encode(), content, count=1)
        assert changed != content, pattern
        return changed

    return rewritten(path, change)


def cell(path: Path, at: str, inner: str, kind: str = "") -> Path:
    """The content of one cell of 月次, as XML, its format kept."""
    attributes = f' t="{kind}"' if kind else ""
    return part(
        path,
        TALLY,
        rf'<c r="{at}"( s="\d+")?[^>]*>.*?</c>',
        rf'<c r="{at}"\1{attributes}>{inner}</c>',
    )


def as_strict(path: Path) -> Path:
    """What Excel saves as 「Strict Open XML スプレッドシート」."""

    def change(_: str, content: bytes) -> bytes:
        for old, new in STRICT:
            content = content.replace(old.encode(), new.encode())
        return content

    return rewritten(path, change)


def with_prefix(path: Path) -> Path:
    """As the Open XML SDK writes: every element of 月次 with a prefix."""

    def change(name: str, content: bytes) -> bytes:
        if name != TALLY:
            return content
        content = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", content)
        return content.replace(b' xmlns="', b' xmlns:x="')

    return rewritten(path, change)


def by_openpyxl(path: Path, change: Callable[[Any], Any]) -> Path:
    """Worked on with another program."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    book.close()
    return path


def of_a_mac(path: Path, day: Any) -> Path:
    """Days counted from 1904, 提出日 a real date."""

    def change(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        for row in book["表紙"].iter_rows():
            if row[0].value == "提出日":
                row[1].value = day
                row[1].number_format = "yyyy/m/d"

    return by_openpyxl(path, change)


def locked(path: Path, password: str) -> Path:
    content = io.BytesIO(path.read_bytes())
    with path.open("wb") as file:
        msoffcrypto.OfficeFile(content).encrypt(password, file)
    return path


def as_xls(path: Path, change: Callable[[Any], Any] = lambda _: None) -> Path:
    """An .xls; `change` gets its sheet 月次."""
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="yyyy/m/d")
    for name in ("表紙", "月次"):
        sheet = book.add_sheet(name, cell_overwrite_ok=True)
        for number, row in enumerate(grid(path, name)):
            for column, raw in enumerate(row):
                if isinstance(raw, date):
                    sheet.write(number, column, raw, day)
                elif raw != "":
                    sheet.write(number, column, raw)
        if name == "月次":
            change(sheet)
    out = path.with_suffix(".xls")
    book.save(str(out))
    return out


def as_csv(
    path: Path, encoding: str = "cp932", name: str = "W4.csv", delimiter: str = ",", **how: Any
) -> Path:
    """CSV of 表紙 and 月次 in one table, a remark with a line break in it."""
    rows = one_grid(path)
    rows[-1][-1] = "5月分は再集計\r\n確認済み"
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, **how).writerows(list(map(show, row)) for row in rows)
    out = path.with_name(name)
    out.write_bytes(text.getvalue().encode(encoding, "replace"))
    return out


def as_html(
    path: Path,
    encoding: str = "cp932",
    name: str = "W4.xls",
    head: str = '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
    change: Callable[[str], str] = str,
) -> Path:
    """What a business system calls Excel output: each sheet a table of a web page."""
    tables = "\n".join(html_table(grid(path, sheet)) for sheet in ("表紙", "月次"))
    page = f"<html><head>{head}<title>月次</title></head>\n<body>{change(tables)}</body></html>"
    out = path.with_name(name)
    out.write_bytes(page.encode(encoding))
    return out


def html_table(rows: Grid) -> str:
    lines = (
        "<tr>" + "".join(f"<td>{escape(show(raw)) or '&nbsp;'}</td>" for raw in row) + "</tr>"
        for row in rows
    )
    return '<table border="1">' + "\n".join(lines) + "</table>"


def zipped(
    path: Path, members: Sequence[tuple[str, Path | bytes]] = (), name: str = "送付.zip"
) -> Path:
    """A zip of files; without `members` of the form alone."""
    out = path.with_name(name)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for inner, content in members or [(path.name, path)]:
            data = content if isinstance(content, bytes) else content.read_bytes()
            package.writestr(inner, data)
    return out


def zipped_by_windows(path: Path, inner: str) -> Path:
    """A zip whose name is in cp932 without saying so."""
    out = zipped(path, [("W" * len(inner.encode("cp932")), path)])
    plain = b"W" * len(inner.encode("cp932"))
    out.write_bytes(out.read_bytes().replace(plain, inner.encode("cp932")))
    return out


def zipped_with_password(path: Path, password: bytes, inner: str = "W4.xlsx") -> Path:
    """ZipCrypto, as Windows programs lock a zip (APPNOTE 6.1)."""
    content = path.read_bytes()
    keys = ZipKeys(password)
    check = zlib.crc32(content) >> 24
    head = random.Random(1).randbytes(11) + bytes([check])
    out = zipped(path, [(inner, b"")])
    sealed = bytes(map(keys.encrypt, head + content))
    out.write_bytes(sealed_zip(inner.encode(), sealed, content))
    return out


class ZipKeys:
    """The three keys of ZipCrypto."""

    def __init__(self, password: bytes) -> None:
        self.a, self.b, self.c = 0x12345678, 0x23456789, 0x34567890
        for byte in password:
            self.turn(byte)

    def turn(self, byte: int) -> None:
        self.a = crc(self.a, byte)
        self.b = ((self.b + (self.a & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        self.c = crc(self.c, self.b >> 24)

    def encrypt(self, byte: int) -> int:
        mixed = (self.c | 2) & 0xFFFF
        sealed = byte ^ ((mixed * (mixed ^ 1)) >> 8) & 0xFF
        self.turn(byte)
        return sealed


def crc(key: int, byte: int) -> int:
    return zlib.crc32(bytes([byte]), key ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def sealed_zip(name: bytes, sealed: bytes, content: bytes) -> bytes:
    """A zip of one stored, encrypted member."""
    facts = struct.pack(
        "<HHHHHIIIHH",
        20,
        1,
        0,
        0,
        0x21,
        zlib.crc32(content),
        len(sealed),
        len(content),
        len(name),
        0,
    )
    local = b"PK\3\4" + facts + name + sealed
    central = (
        b"PK\1\2" + struct.pack("<H", 20) + facts + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    )
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def zipped_with_aes(path: Path) -> Path:
    """The marks of a zip locked with AES: method 99 and the bit for a password."""
    out = zipped(path)
    content = bytearray(out.read_bytes())
    for mark, flag, method in ((b"PK\3\4", 6, 8), (b"PK\1\2", 8, 10)):
        at = content.index(mark)
        content[at + flag] |= 1
        content[at + method : at + method + 2] = (99).to_bytes(2, "little")
    out.write_bytes(bytes(content))
    return out
