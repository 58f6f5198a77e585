"""手引き as one page for the browser: the clerks' guide with its pictures inside."""

from __future__ import annotations

import html
import os
import sys
from base64 import b64encode
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from juso.adapters.resources import resource
from juso.adapters.share import save

if TYPE_CHECKING:
    from markdown_it.token import Token

GUIDE = "手引き.md"
LISTED = ("h1", "h2")  # headings named in the list at the top
KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml"}
STYLE = """
@page { size: A4; margin: 18mm 16mm }
body { font-family: "BIZ UDPGothic", "BIZ UDPゴシック", Meiryo, sans-serif; line-height: 1.7;
  max-width: 46em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff }
h1, h2, h3 { color: #1f3864; line-height: 1.4; break-after: avoid }
h2 { border-bottom: 2px solid #bdd7ee; margin-top: 2em }
table { border-collapse: collapse; margin: 1em 0; width: 100% }
th, td { border: 1px solid #999; padding: .3em .6em; text-align: left; vertical-align: top }
th { background: #eaf1fb }
tr, pre, img { break-inside: avoid }
img { max-width: 100%; border: 1px solid #ccc }
pre { background: #f2f2f2; padding: .6em 1em; white-space: pre-wrap }
td code { overflow-wrap: anywhere }
code { font-family: "BIZ UDGothic", "BIZ UDゴシック", Consolas, monospace; background: #f2f2f2 }
nav { background: #f7f9fc; border: 1px solid #bdd7ee; padding: .5em 1.5em }
nav ul { margin: 0; padding-left: 1em }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt }
  a { color: inherit; text-decoration: none } }
"""


def guide_page(folder: Path) -> Path:
    """Write 手引き.html into `folder`, over the one made before, and return its path.

    JusoError when the folder cannot be written.
    """
    source = resource("workbook", GUIDE)
    page = page_of(source)
    target = folder / source.with_suffix(".html").name
    return save(target, lambda part: part.write_text(page, encoding="utf-8", newline="\n"))


def page_of(source: Path) -> str:
    """A Markdown file as one HTML page that needs no other file."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    tokens = reader.parse(source.read_text(encoding="utf-8"))
    headings = list(_with_anchors(tokens))
    for token in tokens:
        _join_lines(token.children or [])
        _take_pictures_in(token.children or [], source.parent)
    title = html.escape(headings[0][2] if headings else source.stem)
    listed = "".join(
        f'<li><a href="#{anchor}">{html.escape(text)}</a></li>'
        for tag, anchor, text in headings[1:]
        if tag in LISTED
    )
    body = reader.renderer.render(tokens, reader.options, {})
    first, rest = _split_after_title(body)
    return (
        f'<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n"
        f"<body>\n{first}<nav><ul>{listed}</ul></nav>\n{rest}</body></html>\n"
    )


def _split_after_title(body: str) -> tuple[str, str]:
    head, mark, rest = body.partition("</h1>\n")
    return (head + mark, rest) if mark else ("", body)


def _with_anchors(tokens: Sequence[Token]) -> Iterator[tuple[str, str, str]]:
    """Number the headings; give tag, anchor and text of each."""
    number = 0
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            number += 1
            token.attrSet("id", f"s{number}")
            yield token.tag, f"s{number}", _text(inline)


def _text(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())


def _join_lines(words: Sequence[Token]) -> None:
    """A line break in the source is no blank in Japanese."""
    for before, word in pairwise(words):
        if word.type == "softbreak" and not before.content[-1:].isascii():
            word.type, word.content = "text", ""


def _take_pictures_in(words: Sequence[Token], folder: Path) -> None:
    """Put pictures that lie beside the text into the page itself."""
    for word in words:
        if word.type == "image":
            path = folder / unquote(str(word.attrs["src"]))
            if path.suffix in KINDS and path.is_file():
                data = b64encode(path.read_bytes()).decode()
                word.attrSet("src", f"data:{KINDS[path.suffix]};base64,{data}")


def open_page(path: Path) -> bool:
    """Show a page in the user's browser; False where none can be started."""
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - the page just made
        except OSError:
            return False
        return True
    import webbrowser

    return webbrowser.open(path.as_uri())
