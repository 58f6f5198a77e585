"""The body of a Word document as paragraphs and tables, in its final state."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from juso.services.collecting.minutes_text import Block, Cell, Line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}rt", f"{_W}pPr", f"{_W}rPr", _FALLBACK})
_MARKS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_SYMBOLS = {  # of the fonts from which Word takes boxes and ticks
    "wingdings": {"fe": "☑", "fd": "☒", "fc": "✓", "a8": "□", "6f": "□", "6e": "■", "71": "□"},
    "wingdings 2": {"52": "☑", "53": "☒", "54": "☒", "50": "✓", "a3": "□", "2a": "□"},
}


def blocks_of(root: etree._Element) -> Iterator[Block]:
    """Paragraphs and tables of the body; those inside content controls too."""
    for child in root.iterchildren(etree.Element):
        if child.tag == f"{_W}p":
            yield _text(child)
        elif child.tag == f"{_W}tbl":
            yield tuple(_lines(child))
        elif child.tag not in _GONE:
            yield from blocks_of(child)


def _lines(table: etree._Element) -> Iterator[Line]:
    above: dict[int, str] = {}
    for row in _children(table, f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        line = tuple(_cells(row, above))
        above = {cell.column: cell.text for cell in line}
        yield line


def _cells(row: etree._Element, above: dict[int, str]) -> Iterator[Cell]:
    """The cells of a row; one merged with the cell above shows the same text."""
    column = _number(row, "trPr/gridBefore", 0)
    for cell in _children(row, f"{_W}tc"):
        width = _number(cell, "tcPr/gridSpan", 1)
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
        yield Cell(above.get(column, "") if goes_on else _cell_text(cell), column, width)
        column += width


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, those inside content controls too."""
    for child in parent.iterchildren(etree.Element):
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE:
            yield from _children(child, tag)


def _paragraphs(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell; what stands in a text box belongs to the one that holds it."""
    for child in parent.iterchildren(etree.Element):
        if child.tag == f"{_W}p":
            yield child
        elif child.tag not in _GONE:
            yield from _paragraphs(child)


def _number(element: etree._Element, path: str, default: int) -> int:
    found = element.find("/".join(f"{_W}{name}" for name in path.split("/")))
    text = found.get(f"{_W}val", "") if found is not None else ""
    return int(text) if text.isdecimal() else default


def _cell_text(cell: etree._Element) -> str:
    """Paragraphs joined by line breaks; one whose mark was deleted runs on into the next."""
    parts = []
    for paragraph in _paragraphs(cell):
        runs_on = paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None
        parts.append(_text(paragraph) + ("" if runs_on else "\n"))
    return "".join(parts).strip("\n")


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element.iterchildren(etree.Element):
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag == f"{_W}sym":
            yield _symbol(child)
        elif child.tag == f"{_W}checkBox":
            yield _form_box(child)
        elif child.tag not in _GONE:
            yield from _pieces(child)


def _symbol(element: etree._Element) -> str:
    """A box or tick from a symbol font, else nothing that could be read."""
    font = element.get(f"{_W}font", "").lower()
    code = element.get(f"{_W}char", "").lower()[-2:]
    return _SYMBOLS.get(font, {}).get(code, "")


def _form_box(box: etree._Element) -> str:
    """A check box of an old form: its state, else what it was made with."""
    state = box.find(f"{_W}checked")
    if state is None:
        state = box.find(f"{_W}default")
    if state is None:
        return "□"
    return "□" if state.get(f"{_W}val", "1") in ("0", "false", "off") else "☑"
