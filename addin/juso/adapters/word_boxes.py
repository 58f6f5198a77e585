"""Flows and boxes to write in, drawn as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juso.adapters.word_tables import GAP, KEEP, SHADE, notes_xml
from juso.adapters.word_xml import (
    Grid,
    Look,
    Styles,
    borders_xml,
    cell_xml,
    frame_xml,
    paragraph_xml,
    row_xml,
)
from juso.services.report_model import Flow, Placeholder

ARROW = "⇒"
ARROW_WIDTH = 6  # per cent of the text width
LINE_HEIGHT = 320  # twentieths of a point, for handwriting
FOUR_SIDES = ("top", "left", "bottom", "right")
BOX = borders_xml(dict.fromkeys(FOUR_SIDES, 8))
DASHED = borders_xml(dict.fromkeys(FOUR_SIDES, 6), "dashed")


def flow_xml(flow: Flow, styles: Styles, total: int) -> Iterator[str]:
    """Boxes in a row with arrows between them, caption below."""
    count = len(flow.steps)
    box = (100 - ARROW_WIDTH * (count - 1)) / count
    relative = [ARROW_WIDTH if n % 2 else box for n in range(2 * count - 1)]
    grid = Grid.fit(relative, total)
    titles = _flow_row(grid, [s.title for s in flow.steps], styles["流れ図題"], SHADE)
    texts = _flow_row(grid, [s.text for s in flow.steps], styles["流れ図"], "")
    yield paragraph_xml(styles["表注"], "", KEEP)
    yield frame_xml(grid, titles + texts)
    yield paragraph_xml(styles["図題"], f"{flow.number}　{flow.caption}")
    if flow.notes:
        yield from notes_xml(flow.notes, styles)


def _flow_row(grid: Grid, texts: Sequence[str], style: str, shade: str) -> str:
    """The titles (shaded, with the arrows) or the texts below them."""
    cells = []
    for column, width in enumerate(grid.widths):
        if column % 2:
            content = paragraph_xml(style, ARROW if shade else "", KEEP)
            look = Look(merge="restart" if shade else "continue")
        else:
            content = paragraph_xml(style, texts[column // 2], KEEP)
            look = Look(shade=shade, borders=BOX)
        cells.append(cell_xml(width, content, look))
    return row_xml("".join(cells))


def placeholder_xml(box: Placeholder, styles: Styles, total: int) -> Iterator[str]:
    """A box with its prompt, tall enough to write in."""
    height = f'<w:trHeight w:val="{LINE_HEIGHT * (box.lines + 1)}" w:hRule="atLeast"/>'
    content = paragraph_xml(styles["手入力"], f"【手入力】{box.prompt}")
    cell = cell_xml(total, content).replace('<w:vAlign w:val="center"/>', "")
    yield paragraph_xml(styles["表注"], "", KEEP + GAP)
    yield frame_xml(Grid((total,)), row_xml(cell, height), DASHED)
    yield paragraph_xml(styles["表注"], "", GAP)
