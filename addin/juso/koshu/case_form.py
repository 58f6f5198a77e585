"""受付票 as a form: the kinds of it, its sheets, sections and lines; `case_form_sheets` fills them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from juso.core.cells import fold
from juso.core.sheet import Column, Row
from juso.koshu.case_sheet import FORM_ID

CODES_SHEET = "コード表"
COPY_SHEET = "控え"  # hidden: fingerprints of what the register held when the form was made
RULES = "個人情報に関する管理・取扱規程"
MARKS = "●△"  # before a label: always to be filled in, or when the note says so


class Variant(StrEnum):
    """票の種類: with the person's consent, or without it."""

    CONSENT = "同意あり"
    NO_CONSENT = "同意なし"


class Head(StrEnum):
    """The lines at the top of the form that say which form it is; the value is the label."""

    FORM_ID = "様式ID"
    VERSION = "様式版"
    YEAR = "年度"
    SERIAL = "受付票番号"
    OFFICE = "事業所ID"
    VARIANT = "票の種類"
    SENT_ON = "提出日"
    SENDER = "記入機関"


HEAD_LINES = (
    (Head.FORM_ID, Head.VERSION, Head.VARIANT),
    (Head.YEAR, Head.OFFICE),
    (Head.SERIAL, Head.SENT_ON),
    (Head.SENDER,),
)


@dataclass(frozen=True, slots=True)
class Line:
    """Columns side by side in `slots` of equal width; an entry has room for `tall` lines of text."""

    columns: tuple[Column, ...]
    slots: int = 1
    tall: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """One box of the form: labels with their cells, or a table with a row for each of them.

    `notes` are printed above it, {law} and {rules} filled in; `signatures` are signed on paper
    and never read; `variant` is the form that has the section, None for both.
    """

    title: str
    row_type: type[Row]
    lines: tuple[Line, ...]
    spare_rows: int = 0  # of a table: how many empty rows it offers
    shares: tuple[int, ...] = ()  # of a table: its columns' parts of the width
    notes: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    variant: Variant | None = None

    @property
    def is_table(self) -> bool:
        return self.spare_rows > 0

    @property
    def columns(self) -> tuple[Column, ...]:
        return tuple(column for line in self.lines for column in line.columns)


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One sheet of the form."""

    title: str
    sections: tuple[Section, ...]

    def sections_for(self, variant: Variant | None) -> tuple[Section, ...]:
        """The sections of one kind of form; all of them where the kind is not known."""
        return tuple(s for s in self.sections if variant is None or s.variant in (None, variant))


def plain_label(text: str) -> str:
    """A label as a search key: without mark, spaces, line breaks and colon."""
    return fold(re.sub(f"[{MARKS}]", "", text)).rstrip(":")


def is_form_id(raw: str) -> bool:
    """Whether 様式ID, however it was typed, is that of a 受付票."""
    return fold(raw).replace("‐", "-").casefold() == FORM_ID
