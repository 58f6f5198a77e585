"""A minutes document as text: tables, paragraphs and the stamp it was made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a Word table: its text and the columns of the grid it covers."""

    text: str
    column: int
    width: int = 1


Line = tuple[Cell, ...]
Block = str | tuple[Line, ...]  # a paragraph, or a table as its rows


@dataclass(frozen=True, slots=True)
class MinutesText:
    """One document as it was found: deleted text is gone, inserted text is there."""

    file: str
    stamp: Mapping[str, str]  # see stamp.py
    blocks: tuple[Block, ...]
    asides: tuple[str, ...] = ()  # of comments, footnotes and text boxes
    struck: tuple[str, ...] = ()  # struck through, which counts as deleted
