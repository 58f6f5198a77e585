"""One sheet of a 受付票 while it is written, from top to bottom on the grid of its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from juso.adapters.case_form_entries import empty_rows, entry_rule, label_of, lines_of
from juso.adapters.case_form_grid import THICK, THIN, Grid
from juso.adapters.register_columns import cell_format
from juso.adapters.styles import DATE, FONT, LIGHT, NAVY, PALE, lines_in, row_height, set_page
from juso.core.sheet import Column, Row
from juso.koshu.case_form import HEAD_LINES, RULES, FormSheet, Head, Line, Section, Variant
from juso.koshu.case_form_texts import HOW_TO, HOW_TO_NEW, HOW_TO_TABLE, TITLE, choices_note
from juso.koshu.case_sheet import ASSIGNED, FORM_ID, FORM_VERSION
from juso.koshu.config import Config

ACROSS = 12  # columns of the grid
WIDTH = 7.6  # of one, in characters; twelve fill a page
LABEL = 2  # columns of a label beside its entry
ENTRY_MARGIN = 1.5  # characters Excel leaves free in a cell
TYPED = (Head.SENT_ON, Head.SENDER)
SIGNED_HEIGHT = 34
MIDDLE = {"valign": "vcenter"}
LABEL_LOOK = {**MIDDLE, "bg_color": PALE, "font_size": 9}
BAND = {**MIDDLE, "bold": True, "bg_color": NAVY, "font_color": "#FFFFFF"}
NOTE_LOOK = {**MIDDLE, "font_size": 8, "font_color": "#595959"}


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form says when its sender gives it back: the day, who he is, the rows it came with."""

    on: date
    by: str
    before: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class SheetWriter:
    """Writes one sheet from top to bottom."""

    grid: Grid
    config: Config
    variant: Variant
    serial: str

    def set_up(self, form_sheet: FormSheet) -> None:
        """Page, columns, title."""
        sheet = self.grid.sheet
        set_page(sheet, f"{self.config.municipality}　重層的支援体制整備事業", landscape=False)
        font = f'&9&"{FONT},標準"'
        footer = f"&L{font}受付票番号　{self.serial}&R{font}&P / &N ページ"
        sheet.set_footer(footer, {"margin": 0.3})
        sheet.hide_gridlines(2)
        sheet.set_column(0, ACROSS - 1, WIDTH)
        title = TITLE.format(sheet=form_sheet.title, variant=self.variant)
        look = {**MIDDLE, "bold": True, "font_size": 16, "align": "center"}
        self.grid.box(0, ACROSS, title, look, frame=0)
        self.grid.end_row(30)

    def head(self, *, is_new: bool, sent: Sent | None) -> None:
        """Which form it is, and how to fill it in."""
        for text in (HOW_TO, HOW_TO_NEW) if is_new else (HOW_TO,):
            self._text(text)
        printed: dict[Head, Any] = {
            Head.FORM_ID: FORM_ID,
            Head.VERSION: FORM_VERSION,
            Head.VARIANT: str(self.variant),
            Head.YEAR: self.config.fiscal_year.short,
            Head.OFFICE: self.config.id,
            Head.SERIAL: self.serial,
        }
        printed |= {Head.SENT_ON: sent.on, Head.SENDER: sent.by} if sent else {}
        for line in HEAD_LINES:
            span = ACROSS // len(line)
            for place, name in enumerate(line):
                self.grid.box(place * span, LABEL, str(name), LABEL_LOOK)
                look: dict[str, Any] = {**MIDDLE, "align": "left"}
                look |= {"locked": False} if name in TYPED else {"bg_color": LIGHT}
                look |= {"num_format": DATE} if name is Head.SENT_ON else {}
                self.grid.box(place * span + LABEL, span - LABEL, printed.get(name), look)
            self.grid.end_row(20)

    def section(self, section: Section, rows: Sequence[Row]) -> None:
        """One box with its band, which stays on a page with what follows it."""
        self.grid.box(0, ACROSS, section.title, BAND)
        self.grid.end_row(19, is_block=True)
        law = self.config.wording.support_conference_law
        for note in section.notes:
            self._text(note.format(law=law, rules=RULES))
        if section.is_table:
            self._table(section, rows)
        else:
            for number, line in enumerate(section.lines):
                self._line(line, rows[0] if rows else None, is_block=number > 0)
        if section.signatures:
            self._signatures(section.signatures)

    def close(self) -> None:
        """Print area and protection, which leaves heights and rows to the clerk."""
        self.grid.draw()
        sheet = self.grid.sheet
        sheet.print_area(0, 0, self.grid.row - 1, ACROSS - 1)
        sheet.fit_to_pages(1, 0)
        allowed = ("format_rows", "format_columns", "insert_rows", "delete_rows")
        sheet.protect("", dict.fromkeys(allowed, True))

    def _line(self, line: Line, row: Row | None, *, is_block: bool) -> None:
        span = ACROSS // line.slots
        width = (span - LABEL) * WIDTH - ENTRY_MARGIN
        values = [getattr(row, column.key) if row else None for column in line.columns]
        note = choices_note(line.columns[0]) if line.slots == 1 else ""
        lines = [line.tall, *(lines_of(value, width) for value in values)]
        lines += [lines_in(label_of(column), LABEL * WIDTH) for column in line.columns]
        for place, (column, value) in enumerate(zip(line.columns, values, strict=True)):
            first, down = place * span, 2 if note else 1
            self.grid.box(first, LABEL, label_of(column), LABEL_LOOK, down=down)
            self._entry(first + LABEL, span - LABEL, column, value)
        if rest := ACROSS - span * len(line.columns):
            self.grid.box(ACROSS - rest, rest, None, {"bg_color": LIGHT})
        self.grid.end_row(max(row_height(max(lines)) + 3, 21), is_block=is_block)
        if note:
            self.grid.box(LABEL, ACROSS - LABEL, note, NOTE_LOOK)
            self.grid.end_row(11.5 * lines_in(note, (ACROSS - LABEL) * WIDTH * 1.2) + 4)

    def _table(self, section: Section, rows: Sequence[Row]) -> None:
        self._text(HOW_TO_TABLE)
        starts = [sum(section.shares[:n]) for n in range(len(section.shares))]
        frames = list(zip(section.columns, starts, section.shares, strict=True))
        for column, first, share in frames:
            self.grid.box(first, share, label_of(column), {**LABEL_LOOK, "align": "center"})
        self.grid.end_row(32)
        for place, row in enumerate((*rows, *empty_rows(section, rows))):
            lines = [2]
            for column, first, share in frames:
                value = getattr(row, column.key)
                lines.append(lines_of(value, share * WIDTH - ENTRY_MARGIN))
                self._entry(first, share, column, value)
            self.grid.end_row(row_height(max(lines)) + 2, is_block=place > 0)

    def _signatures(self, labels: Sequence[str]) -> None:
        """Lines to be signed on paper."""
        span = ACROSS // len(labels)
        for place, label in enumerate(labels):
            self.grid.box(place * span, LABEL, label, LABEL_LOOK)
            self.grid.box(place * span + LABEL, span - LABEL, None, MIDDLE)
        self.grid.end_row(SIGNED_HEIGHT)

    def _text(self, text: str) -> None:
        self.grid.box(0, ACROSS, text, {**MIDDLE, "font_size": 9}, frame=0)
        self.grid.end_row(13.5 * lines_in(text, ACROSS * WIDTH * 1.08) + 4)

    def _entry(self, first: int, span: int, column: Column, value: Any) -> None:
        look = MIDDLE | cell_format(column) | {"locked": column.key in ASSIGNED}
        if column.key in ASSIGNED:
            look["bg_color"] = LIGHT
        self.grid.box(first, span, value, look, THICK if column.national else THIN)
        if column.key not in ASSIGNED and (rule := entry_rule(column)):
            row = self.grid.row
            self.grid.sheet.data_validation(row, first, row, first + span - 1, rule)
