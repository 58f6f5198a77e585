"""Blocks with the number and caption that koshu/report_sections.py declares for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from juso.koshu.amount import Amount
from juso.koshu.report_sections import NOTHING, exhibit
from juso.services.report.cells import notes_for
from juso.services.report_model import (
    Block,
    Chart,
    ChartKind,
    Flow,
    Head,
    Line,
    LineKind,
    Paragraph,
    Series,
    Step,
    Table,
)

NO_REPORTS = "{number}（{caption}）は、月次報告の提出がないため掲載していません。"
NOT_PUBLIC = "{number}（{caption}）は、少数の件数を含むため、公開する版には掲載していません。"
NO_RESULTS = "{number}（{caption}）は、該当する実績がないため掲載していません。"


@dataclass(frozen=True, slots=True)
class Title:
    """The number of an exhibit, for a part of it also 1, 2 … and what the part shows."""

    number: str
    part: str = ""
    name: str = ""

    @property
    def shown(self) -> str:
        """表14-1."""
        return f"{self.number}-{self.part}" if self.part else self.number

    @property
    def caption(self) -> str:
        """The declared caption, with the part's name behind it."""
        caption = exhibit(self.number).caption
        return f"{caption}（{self.name}）" if self.name else caption


Heads = Sequence[str | Head]


@dataclass(frozen=True, slots=True)
class Columns:
    """The heading line of a table, its second line if any, and relative column widths."""

    heads: Heads
    widths: Sequence[float]
    under: Heads = ()
    merged: int = 0

    @property
    def header(self) -> tuple[tuple[str | Head, ...], ...]:
        """The heading lines."""
        return tuple(tuple(line) for line in (self.heads, self.under) if line)


@dataclass(frozen=True, slots=True)
class Plot:
    """What a chart draws."""

    kind: ChartKind
    categories: Sequence[str]
    series: Sequence[Series]
    height: float = 75  # mm


def table(title: str | Title, columns: Columns, lines: Iterable[Line], *notes: str) -> Table:
    """表n, or its part 表n-1; 該当なし where it has no line."""
    name = Title(title) if isinstance(title, str) else title
    declared = exhibit(name.number)
    found = tuple(lines) or (Line((NOTHING,), LineKind.GROUP),)
    return Table(
        number=name.shown,
        caption=name.caption,
        header=columns.header,
        lines=found,
        widths=tuple(columns.widths),
        unit=f"単位：{declared.unit}" if declared.unit else "",
        notes=notes_for(found, *notes),
        merged=columns.merged,
        landscape=declared.landscape,
    )


def chart(title: str | Title, plot: Plot, alt: str, *notes: str) -> Block:
    """図n, or a sentence in its place where there is nothing to draw."""
    name = Title(title) if isinstance(title, str) else title
    declared = exhibit(name.number)
    known = [v for s in plot.series for v in s.values if v is not None]
    if not any(known):
        reason = NO_RESULTS if known else NO_REPORTS
        return Paragraph(reason.format(number=name.shown, caption=name.caption))
    return Chart(
        name.shown,
        name.caption,
        plot.kind,
        tuple(plot.categories),
        tuple(plot.series),
        alt,
        declared.unit,
        notes,
        declared.landscape,
        plot.height,
    )


def left_out(number: str) -> Paragraph:
    """In a public edition, what stands in place of a figure of small numbers."""
    return Paragraph(NOT_PUBLIC.format(number=number, caption=exhibit(number).caption))


def flow(number: str, steps: Iterable[tuple[str, str]], *notes: str) -> Flow:
    """図n as boxes joined by arrows."""
    boxes = tuple(Step(title, text) for title, text in steps)
    return Flow(number, exhibit(number).caption, boxes, notes)


def values(amounts: Iterable[Amount]) -> tuple[float | None, ...]:
    """What a chart draws; unknown is a gap."""
    return tuple(a.value for a in amounts)


def extremes(labels: Sequence[str], amounts: Sequence[Amount], unit: str) -> str:
    """最も多いのは… in words, for the text of a chart."""
    known = [
        (a.value, label) for a, label in zip(amounts, labels, strict=True) if a.value is not None
    ]
    if not known:
        return "報告された月はありません。"
    most, least = max(known, key=lambda k: k[0]), min(known, key=lambda k: k[0])
    return f"最も多いのは{most[1]}の{most[0]:,.0f}{unit}、最も少ないのは{least[1]}の{least[0]:,.0f}{unit}。"
