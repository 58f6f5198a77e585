"""Pages of a report: which blocks stand on upright and which on wide pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from juso.services.report_model import Block, Chart, Heading, PageBreak, Paragraph, Table


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks on pages of one orientation."""

    is_landscape: bool
    blocks: list[Block] = field(default_factory=list)


def split_pages(blocks: Iterable[Block]) -> list[Run]:
    """Runs of one orientation; headings and text right before a wide table go along with it."""
    runs = [Run(is_landscape=False)]
    for block in blocks:
        wide = isinstance(block, Table | Chart) and block.landscape
        if wide != runs[-1].is_landscape:
            carried = _cut_text(runs[-1].blocks) if wide else []
            runs.append(Run(wide, carried))
        runs[-1].blocks.append(block)
    return [run for run in runs if run.blocks]


def _cut_text(blocks: list[Block]) -> list[Block]:
    """Cut the headings and paragraphs off the end of a run."""
    start = len(blocks)
    while start and isinstance(blocks[start - 1], Heading | Paragraph | PageBreak):
        start -= 1
    carried = blocks[start:]
    del blocks[start:]
    return carried
