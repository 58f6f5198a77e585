"""A .docx as a package: whether it may be opened, its whole text, and reproducible bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NoReturn

from lxml import etree

from juso.core.errors import JusoError

MAX_PART = 8_000_000  # bytes of one part: 15 MB of XML kept docxtpl busy for minutes
MAX_ALL = 60_000_000
ZIP_DATE = (2025, 4, 1, 0, 0, 0)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = frozenset({f"{_W}t", f"{_W}delText", f"{_W}instrText"})
_BREAKS = frozenset({f"{_W}p", f"{_W}br", f"{_W}cr"})
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def check_package(path: Path) -> None:
    """JusoError, in one sentence, when a file is no .docx that may safely be opened."""
    if not path.is_file():
        raise JusoError(f"{path} というファイルはありません。場所と名前を確かめてください。")
    try:
        with zipfile.ZipFile(path) as package:
            sizes = {i.filename: i.file_size for i in package.infolist()}
            if sum(sizes.values()) > MAX_ALL or max(sizes.values(), default=0) > MAX_PART:
                _refuse(path, "は大きすぎるため読みません。画像や不要な部分を減らしてください")
            main = package.read("word/document.xml")
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError) as error:
        _refuse(
            path,
            "は Word の文書（.docx）として読めません。Word で開いて保存し直してください",
            error,
        )
    except RuntimeError as error:  # an encrypted member
        _refuse(path, "はパスワードで保護されています。パスワードを外してください", error)
    if _STRICT in main[:4000]:
        _refuse(
            path,
            "は「Strict Open XML 文書」です。Word で「Word 文書（.docx）」として保存し直してください",
        )


def document_text(path: Path) -> str:
    """All text of a document, one paragraph to a line: body, headers, footers, notes, comments,
    text boxes and content controls, even what tracked changes have deleted.
    """
    check_package(path)
    with zipfile.ZipFile(path) as package:
        names = sorted(
            n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml")
        )
        return "\n".join(_part_text(path, name, package.read(name)) for name in names)


def write_package(content: bytes, out: Path) -> None:
    """The package again with fixed dates and nothing of the machine it was made on."""
    made = BytesIO()  # a zip on a full disk could not even be closed
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    out.write_bytes(made.getbuffer())


def _part_text(path: Path, name: str, xml: bytes) -> str:
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        _refuse(path, f"の中の {name} が壊れています。Word で開いて保存し直してください", error)
    return "".join(_pieces(root)).strip("\n")


def _pieces(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if element.tag in _TEXTS:
            yield element.text or ""
        elif element.tag in _BREAKS:
            yield "\n"
        elif element.tag == f"{_W}tab":
            yield "\t"


def _refuse(path: Path, sentence: str, cause: BaseException | None = None) -> NoReturn:
    raise JusoError(f"{path} {sentence}。") from cause
