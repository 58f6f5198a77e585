"""Comments and shapes of an .xlsx: remarks that no reader of cells sees (N45)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import unescape

from juso.adapters.form_sources.xlsx_package import XlsxPackage
from juso.koshu.tally.items import FORMS

COMMENT = re.compile(
    rb"""<(?:\w+:)?comment\s[^>]*?\bref=["']([A-Z]+\d+)["'][^>]*>(.*?)</(?:\w+:)?comment>""", re.S
)
TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<")
SHAPE = re.compile(rb"<xdr:(sp|pic|cxnSp|graphicFrame)[\s>]")
SHOWN = 5  # cells that are named

_known: dict[tuple[int, int], tuple[str, ...]] = {}  # by checksum and size of a part of comments


def asides(package: XlsxPackage, sheet: str) -> list[str]:
    """Words for the comments and shapes of a sheet, without the notes of the form itself."""
    if not any(name.startswith(("xl/drawings/", "xl/comments")) for name in package.parts):
        return []
    said = []
    related = package.related(sheet)
    cells = [cell for part in related if "comment" in part for cell in _cells(package, part)]
    if cells:
        said.append(comments_in(cells))
    shapes = sum(
        len(SHAPE.findall(package.part(part)))
        for part in related
        if part.startswith("xl/drawings/") and part.endswith(".xml")
    )
    if shapes:
        said.append(f"図形やテキストボックス{shapes}個")
    return said


def _cells(package: XlsxPackage, part: str) -> tuple[str, ...]:
    """The cells with comments other than the form's; forms share their comments, so few are read."""
    info = package.parts.get(part)
    if info is None:
        return ()
    key = info.CRC, info.file_size
    if key not in _known:
        _known[key] = tuple(
            cell.decode("ascii")
            for cell, inner in COMMENT.findall(package.part(part))
            if not is_own(b"".join(TEXT.findall(inner)).decode("utf-8", "replace"))
        )
    return _known[key]


def comments_in(cells: Sequence[str]) -> str:
    """Words for the comments of some cells, the first of them named."""
    more = "など" if len(cells) > SHOWN else ""
    return f"コメント{len(cells)}個（{'、'.join(cells[:SHOWN])}{more}）"


def is_own(comment: str) -> bool:
    """Whether a comment is one of the form's notes on its items."""
    return _plain(comment) in _notes()


@cache
def _notes() -> frozenset[str]:
    return frozenset(_plain(item.note) for form in FORMS for item in form.items if item.note)


def _plain(text: str) -> str:
    return "".join(unescape(text).split())
