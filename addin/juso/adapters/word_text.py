"""The body of a Word document as paragraphs and tables, in its final state."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from juso.services.collecting.minutes_text import Block, Cell, Line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}rt", f"{W}pPr", f"{W}rPr", FALLBACK})
_OFF = ("0", "false", "off")
_MARKS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_SYMBOLS = {  # of the fonts from which Word takes boxes and ticks
    "wingdings": {"fe": "☑", "fd": "☒", "fc": "✓", "a8": "□", "6f": "□", "6e": "■", "71": "□"},
    "wingdings 2": {"52": "☑", "53": "☒", "54": "☒", "50": "✓", "a3": "□", "2a": "□"},
}


def blocks_of(root: etree._Element) -> Iterator[Block]:
    """Paragraphs and tables of the body; those inside content controls too."""
    for child in root.iterchildren(etree.Element):
        if child.tag == f"{W}p":
            yield _text(child)
        elif child.tag == f"{W}tbl":
            yield tuple(_lines(child))
        elif child.tag not in _GONE:
            yield from blocks_of(child)


def _lines(table: etree._Element) -> Iterator[Line]:
    above: dict[int, str] = {}
    for row in _children(table, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        line = tuple(_cells(row, above))
        above = {cell.column: cell.text for cell in line}
        yield line


def _cells(row: etree._Element, above: dict[int, str]) -> Iterator[Cell]:
    """The cells of a row; one merged with the cell above shows the same text."""
    column = _number(row, "trPr/gridBefore", 0)
    for cell in _children(row, f"{W}tc"):
        width = _number(cell, "tcPr/gridSpan", 1)
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
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
        if child.tag == f"{W}p":
            yield child
        elif child.tag not in _GONE:
            yield from _paragraphs(child)


def _number(element: etree._Element, path: str, default: int) -> int:
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    text = found.get(f"{W}val", "") if found is not None else ""
    return int(text) if text.isdecimal() else default


def _cell_text(cell: etree._Element) -> str:
    """Paragraphs joined by line breaks; one whose mark was deleted runs on into the next."""
    parts = []
    for paragraph in _paragraphs(cell):
        runs_on = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        parts.append(_text(paragraph) + ("" if runs_on else "\n"))
    return "".join(parts).strip("\n")


def text_of(element: etree._Element) -> str:
    """The text of an element with all its paragraphs."""
    return "\n".join(map(_text, _paragraphs(element)))


def is_struck(run: etree._Element) -> bool:
    """Whether a run is struck through, once or twice: deleted, but left legible."""
    marks = (run.find(f"{W}rPr/{W}{name}") for name in ("strike", "dstrike"))
    return any(m is not None and m.get(f"{W}val", "1") not in _OFF for m in marks)


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element.iterchildren(etree.Element):
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag == f"{W}sym":
            yield _symbol(child)
        elif child.tag == f"{W}checkBox":
            yield _form_box(child)
        elif child.tag not in _GONE and not (child.tag == f"{W}r" and is_struck(child)):
            yield from _pieces(child)


def _symbol(element: etree._Element) -> str:
    """A box or tick from a symbol font, else nothing that could be read."""
    font = element.get(f"{W}font", "").lower()
    code = element.get(f"{W}char", "").lower()[-2:]
    return _SYMBOLS.get(font, {}).get(code, "")


def _form_box(box: etree._Element) -> str:
    """A check box of an old form: its state, else what it was made with."""
    state = box.find(f"{W}checked")
    if state is None:
        state = box.find(f"{W}default")
    if state is None:
        return "□"
    return "□" if state.get(f"{W}val", "1") in _OFF else "☑"
