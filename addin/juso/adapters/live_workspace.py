"""An office whose register stands open in Excel: unsaved cells are read, results go into sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from juso.adapters.file_workspace import FileWorkspace
from juso.adapters.journal import Journal, Restored
from juso.adapters.listing import Answers, Listing, answers_in, with_answers
from juso.adapters.live_book import LiveBook
from juso.adapters.live_changes import patches_for
from juso.adapters.notice import TITLE
from juso.adapters.office import Office
from juso.adapters.register_file import Recall, RegisterFile, register_from
from juso.adapters.result_blocks import (
    Block,
    figures_block,
    figures_opening,
    findings_block,
    listing_block,
    opening_lines,
    page,
    todo_block,
    todo_opening,
)
from juso.adapters.result_sheet import ResultSheet
from juso.adapters.result_sheets import (
    COLUMN,
    ERROR_KEY,
    FIGURES,
    FINDINGS,
    KEY,
    MESSAGE,
    REPLY,
    RULE,
    SHEET,
    TODO,
    WALL,
    WARNING_KEY,
)
from juso.adapters.share import file_name
from juso.adapters.spare_rows import bare_rows
from juso.core.calendar import era_date
from juso.core.cells import show, to_cell
from juso.core.change import Change
from juso.core.errors import JusoError
from juso.core.finding import Finding
from juso.koshu.confirmation import timeless

if TYPE_CHECKING:
    from juso.adapters.replies import Replies
    from juso.koshu.confirmation import Reason
    from juso.services.tally.merged import Merged
    from juso.services.todo import Todo

RECALL = Recall()  # lives as long as the worker


@dataclass(frozen=True, slots=True)
class LiveWorkspace:
    """The open register of an office; `now` stamps what is written, `user` owns the journal."""

    office: Office
    book: LiveBook
    user: str
    now: datetime
    is_read_only: bool = False

    @property
    def is_logged(self) -> bool:
        return True

    @property
    def source(self) -> None:
        return None

    @property
    def journal(self) -> Journal:
        path = self.office.folder / "保管" / "元に戻す" / f"{file_name(self.user)}.json"
        return Journal(path, self.office.config.id)

    @property
    def files(self) -> FileWorkspace:
        """The same office's folder, for results that are files."""
        return FileWorkspace(self.office)

    def register(self, today: date) -> RegisterFile:
        self.book.status("支援台帳を読んでいます…")
        path = Path(self.book.path)
        names, rows = self.book.sheet_names, self.book.rows
        return register_from(names, rows, path, today, RECALL.of(path))

    def show_findings(
        self, findings: Sequence[Finding], loaded: RegisterFile, left: Sequence[Reason] = ()
    ) -> list[Path]:
        if not self._has(FINDINGS):
            return self.files.show_findings(findings, loaded, left)
        rows = findings_block(findings, loaded.register)
        keep_reasons(rows, self.book.rows(FINDINGS.title))
        self._replace(FINDINGS, rows, opening_lines(findings, self._moment))
        return []

    def show_merged(self, merged: Merged) -> list[Path]:
        at = self._moment
        if self._has(FIGURES):
            self._replace(FIGURES, figures_block(merged, at), figures_opening(merged, at))
        self.show_wall(merged)
        return self.files.show_merged(merged)

    def show_wall(self, merged: Merged, *, in_front: bool = False) -> None:
        """Draw 提出状況 anew, where the register has that sheet."""
        if self._has(WALL):
            from juso.adapters.wall_block import wall_block, wall_opening

            self._replace(WALL, wall_block(merged), wall_opening(merged, self._moment))
            if in_front:
                self.book.show(WALL.title)

    def show_todos(self, todos: Sequence[Todo], loaded: RegisterFile) -> list[Path]:
        if not self._has(TODO):
            return self.files.show_todos(todos, loaded)
        opening = todo_opening(todos, era_date(loaded.register.today))
        self._replace(TODO, todo_block(todos), opening)
        self.book.show(TODO.title)
        return []

    def show_listing(self, listing: Listing, loaded: RegisterFile) -> list[Path]:
        sheet = listing.sheet
        if not self._has(sheet):
            return self.files.show_listing(listing, loaded)
        rows = with_answers(listing, self.answers(sheet, listing.folder)) if sheet.answers else None
        cells = listing_block(sheet, rows or listing.rows)
        self._replace(sheet, cells, [[text] for text in listing.opening])
        self.book.show(sheet.title)
        return []

    def answers(self, sheet: ResultSheet, folder: str) -> Answers:
        if not self._has(sheet):
            return self.files.answers(sheet, folder)
        return answers_in(self.book.rows(sheet.title), sheet, f"「{sheet.title}」シート")

    def new_file(self, kind: str, name: str) -> Path:
        return self.files.new_file(kind, name)

    def replies(self) -> Replies:
        from juso.adapters.replies import replies_in, with_tallies

        if not self._has(FINDINGS):
            return self.files.replies()
        return with_tallies(replies_in(self.book.rows(FINDINGS.title)), self.office)

    def change(
        self,
        command: str,
        changes: Sequence[Change],
        loaded: RegisterFile,
        undecided: Sequence[Change] = (),
    ) -> list[Path]:
        if changes:
            self._must_be_writable()
            if not self.book.ask(_question(changes), TITLE):
                raise JusoError("取り込まずに終わりました。台帳は変わっていません。")
            patches = patches_for(self.book, changes, loaded.register, RECALL.row)
            self.journal.write(self.book, command, patches, self.now)
            if said := bare_rows(self.book, changes, loaded.register):
                self.book.warn(said, TITLE)
        return self.files.change(command, (), loaded, undecided)

    def undo(self) -> Restored:
        """Take back the last run that wrote into clerks' sheets."""
        self._must_be_writable()
        return self.journal.undo(self.book)

    def heal(self) -> Restored | None:
        """Take back what a killed run left half-written."""
        return None if self.is_read_only else self.journal.heal(self.book)

    def _has(self, sheet: ResultSheet) -> bool:
        """Whether results can go into that sheet: it may be gone, the workbook read-only."""
        return not self.is_read_only and sheet.title in self.book.sheet_names

    @property
    def _moment(self) -> str:
        return f"{era_date(self.now.date())} {self.now:%H:%M}"

    def _replace(self, sheet: ResultSheet, rows: Block, opening: Block) -> None:
        """Put results in the place of the former ones, in one write: whole or as before."""
        labels = [field.label for field in sheet.fields]
        if self.book.block(sheet.title, sheet.first_row - 1, 1, 1, sheet.width) != [labels]:
            raise JusoError(
                f"「{sheet.title}」シートの見出しが変わっているため、書き込めません。"
                "足した列や行を消し、見出しを元に戻してから、もう一度押してください。"
            )
        last_row, _ = self.book.extent(sheet.title)
        former = last_row - sheet.first_row + 1
        self.book.put(sheet.title, sheet.opening_row, 1, page(sheet, rows, opening, former))

    def _must_be_writable(self) -> None:
        if self.is_read_only:
            raise JusoError(
                "支援台帳が読み取り専用で開いているため、書き込めません。"
                "ほかの人が閉じたあとで開き直してから、もう一度押してください。"
            )


def keep_reasons(rows: Block, former: Sequence[Sequence[Any]]) -> None:
    """Carry over what a clerk wrote beside a finding that is still there."""
    written = {_finding_of(row): row[REPLY] for row in former if len(row) > WARNING_KEY}
    for row in rows:
        row[REPLY] = written.get(_finding_of(row)) or None


def _finding_of(row: Sequence[Any]) -> tuple[str, ...]:
    """What tells a finding from others: its mark names the row; the days it counts do not."""
    rule, sheet, key, column, message = (str(row[p]) for p in (RULE, SHEET, KEY, COLUMN, MESSAGE))
    mark = str(row[ERROR_KEY] or row[WARNING_KEY] or "")
    return rule, sheet, key, column, timeless(message), mark


def _question(changes: Sequence[Change]) -> str:
    """What will be written, for the person who decides."""
    lines = []
    new = [change for change in changes if change.is_new]
    if new:
        lines.append(f"新しい行：{len(new)}行（{'、'.join(change.key for change in new[:5])}）")
    for change in changes:
        if not change.is_new:
            lines += _differences(change)
    shown = lines[:12]
    if len(lines) > len(shown):
        shown.append(f"ほか{len(lines) - len(shown)}か所")
    return "支援台帳に次のとおり書き込みます。よろしいですか。\n\n" + "\n".join(shown)


def _differences(change: Change) -> Iterator[str]:
    labels = {column.key: column.label for column in change.row_type.columns}
    for key, (old, new) in change.cells.items():
        before, after = show(to_cell(old)) or "空欄", show(to_cell(new)) or "空欄"
        yield f"{change.key}「{labels[key]}」：{before} → {after}"
