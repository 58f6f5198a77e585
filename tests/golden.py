"""Documents as text for review: `JUSO_UPDATE_GOLDEN=1 pytest` rewrites tests/golden/*.txt."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.table import Table
from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).parent / "golden"


def check_golden(name: str, text: str) -> None:
    """Fail unless `text` is what tests/golden/NAME.txt holds; a line is compared to a line."""
    path = FOLDER / f"{name}.txt"
    found = text.rstrip("\n") + "\n"
    if os.environ.get("JUSO_UPDATE_GOLDEN") == "1":
        path.write_text(found, encoding="utf-8", newline="\n")
    expected = path.read_text(encoding="utf-8") if path.exists() else ""

    assert found.splitlines() == expected.splitlines(), f"differs from {path.name}"


def document_dump(path: Path) -> str:
    """Style and text of every paragraph, tables as `| cell | cell |`, header and footer first."""
    document = Document(str(path))
    section = document.sections[0]
    head = [f"[柱] {p.text}" for p in section.header.paragraphs]
    head += [f"[フッター] {p.text}" for p in section.footer.paragraphs]
    return "\n".join([*head, *_body(document)])


def _body(document: Doc) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            new_page = " ▼改ページ" if block.paragraph_format.page_break_before else ""
            if block.style is None or block.style.name != "すき間":
                yield f"[{block.style.name if block.style else ''}] {block.text}{new_page}"
        elif isinstance(block, Table):
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = dict.fromkeys(row.cells)  # a merged cell is met once per column
        texts = (cell.text.replace("\n", "⏎") for cell in cells)
        yield f"| {' | '.join(texts)} |"
    yield ""
