"""A card: a heading line and labelled values that stay together on one page."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as Doc
from docx.shared import Pt
from docx.table import Table
from look import WIDTH
from paper_tables import Pair, _row, _table, _tag_row, _write


def card_table(
    document: Doc,
    title: Pair,
    rows: Sequence[Sequence[Pair] | str],
    *,
    loud: str = "",
    label: float = 25,
) -> None:
    """`title` is what stands left and right in the shaded line; the rest is as in `fact_table`.

    The value labelled `loud` is printed bold.
    """
    half = WIDTH / 2 - label
    table = _table(document, [label, half, label, half])
    left, right = title
    head = _row(table)
    name = head.cells[0].merge(head.cells[1])
    _write(name, left, "小見出し", shaded=True)
    name.paragraphs[0].paragraph_format.space_before = Pt(2)
    _write(head.cells[2].merge(head.cells[3]), right, "表の項目", shaded=True)
    for entry in rows:
        if isinstance(entry, str):
            _tag_row(table, entry)
            continue
        cells = _row(table).cells
        if len(entry) == 1:
            cells = [cells[0], cells[1].merge(cells[3])]
        for place, (name, value) in enumerate(entry):
            _write(cells[2 * place], name, "表の項目", shaded=True)
            _write(cells[2 * place + 1], value, "表の文字")
            cells[2 * place + 1].paragraphs[0].runs[0].font.bold = name == loud or None
    keep_together(table)


def keep_together(table: Table) -> None:
    """Let no page end between the rows of a short table."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True
