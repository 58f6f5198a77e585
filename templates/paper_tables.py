"""Tables of the meeting papers: lists, labels with values, frames, boxes to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as Doc
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from look import TAG_STYLE, WIDTH

SHADE = "E8ECEF"
BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def _table(document: Doc, widths: Sequence[float], *, borders: bool = True) -> Table:
    table = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    properties = table._tbl.tblPr
    _whole_width(properties, sum(widths))
    if borders:
        _borders(properties)
    _cell_margins(properties)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _whole_width(properties: object, width: float) -> None:
    found = properties.find(qn("w:tblW"))  # type: ignore[attr-defined]
    found.set(qn("w:type"), "dxa")
    found.set(qn("w:w"), str(round(width / 25.4 * 1440)))


def _borders(properties: object) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in BORDERS:
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "5A5A5A")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    _insert(properties, borders)


def _cell_margins(properties: object) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 20), ("left", 85), ("bottom", 20), ("right", 85)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(width))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    _insert(properties, margins)


def _insert(properties: object, child: object) -> None:
    """Word wants the order tblBorders, tblLayout, tblCellMar, tblLook."""
    before = {"tblBorders": ("tblLayout", "tblCellMar", "tblLook"), "tblCellMar": ("tblLook",)}
    name = child.tag.rpartition("}")[2]  # type: ignore[attr-defined]
    for follower in before[name]:
        found = properties.find(qn(f"w:{follower}"))  # type: ignore[attr-defined]
        if found is not None:
            found.addprevious(child)
            return
    properties.append(child)  # type: ignore[attr-defined]


def _row(table: Table, *, is_header: bool = False, height: float = 0) -> _Row:
    row = table.add_row()
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))
    if height:
        row.height = Mm(height)
    return row


def _write(cell: _Cell, text: str, style: str, *, shaded: bool = False) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(text)
    if shaded:
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
            shade.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().find(qn("w:vAlign")).addprevious(shade)


def _tag_row(table: Table, text: str) -> None:
    """A row that only holds a tag; docxtpl takes the row out."""
    row = _row(table)
    cell = row.cells[0].merge(row.cells[-1]) if len(row.cells) > 1 else row.cells[0]
    _write(cell, f"{{%tr {text} %}}", TAG_STYLE)


@dataclass(frozen=True, slots=True)
class Spare:
    """Empty rows to fill in by hand, printed as long as `condition` holds."""

    rows: int
    condition: str
    height: float = 7


def list_table(
    document: Doc,
    columns: Sequence[tuple[str, float, str]],
    loop: str,
    *,
    empty: str = "該当なし",
    spare: Spare | None = None,
) -> None:
    """A table with one row per entry: heading, width in mm and content of each column.

    `loop` is `課題 in 票.本人.課題一覧`; without entries one row says so, unless there are
    `spare` rows below them.
    """
    table = _table(document, [width for _, width, _ in columns])
    head = _row(table, is_header=True)
    for cell, (heading, _, _) in zip(head.cells, columns, strict=True):
        _write(cell, heading, "表の見出し", shaded=True)
    _tag_row(table, f"for {loop}")
    body = _row(table)
    for cell, (_, _, content) in zip(body.cells, columns, strict=True):
        _write(cell, content, "表の文字")
    if spare:
        _tag_row(table, "endfor")
        _spare_rows(table, spare)
        _tag_row(table, f"elif not {loop.partition(' in ')[2]}")
    else:
        _tag_row(table, "else")
    nothing = _row(table)
    _write(nothing.cells[0].merge(nothing.cells[-1]), empty, "表の文字")
    _tag_row(table, "endif" if spare else "endfor")


def _spare_rows(table: Table, spare: Spare) -> None:
    _tag_row(table, f"if {spare.condition}")
    for _ in range(spare.rows):
        for cell in _row(table, height=spare.height).cells:
            _write(cell, "", "表の文字")


Pair = tuple[str, str]


def fact_table(
    document: Doc, rows: Sequence[Sequence[Pair] | str], *, label: float = 23, room: float = 0
) -> None:
    """Labels and values: one or two pairs to a row; a string is a tag between rows.

    A row without a value has `room` mm to write in.
    """
    half = WIDTH / 2 - label
    table = _table(document, [label, half, label, half])
    for entry in rows:
        if isinstance(entry, str):
            _tag_row(table, entry)
            continue
        row = _row(table, height=0 if entry[-1][1] else room)
        cells = row.cells
        if len(entry) == 1:
            cells = [cells[0], cells[1].merge(cells[3])]
        for place, (name, value) in enumerate(entry):
            _write(cells[2 * place], name, "表の項目", shaded=True)
            _write(cells[2 * place + 1], value, "表の文字")


def notice_box(document: Doc, text: str) -> None:
    """A sentence everybody must see, in a frame."""
    table = _table(document, [WIDTH])
    _write(_row(table).cells[0], text, "告知", shaded=True)


def plain_table(document: Doc, rows: Sequence[Pair | str], label: float = 24) -> None:
    """Label and value without lines, as 日時 and 場所 stand in a 次第."""
    table = _table(document, [label, WIDTH - label], borders=False)
    for entry in rows:
        if isinstance(entry, str):
            _tag_row(table, entry)
            continue
        row = _row(table)
        for cell, text in zip(row.cells, entry, strict=True):
            _write(cell, text, "日時と場所")


def sign_boxes(document: Doc, names: Sequence[str], width: float = 34) -> None:
    """確認欄: a box to sign or stamp under each name."""
    table = _table(document, [width] * len(names))
    table.alignment = WD_TABLE_ALIGNMENT.RIGHT
    head, body = _row(table), _row(table, height=16)
    for cell, name in zip(head.cells, names, strict=True):
        _write(cell, name, "表の見出し", shaded=True)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    for cell in body.cells:
        _write(cell, "", "表の文字")
