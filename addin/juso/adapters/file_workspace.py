"""A closed office: 支援台帳.xlsx is only read, results become new files under 出力."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from juso.adapters.listing import Answers, Listing, answers_in
from juso.adapters.office import Office
from juso.adapters.register_file import RegisterFile, read_register
from juso.adapters.result_sheet import ResultSheet
from juso.adapters.share import save_new, save_once
from juso.core.calendar import era_date
from juso.core.cells import fold
from juso.core.change import Change
from juso.core.errors import JusoError
from juso.core.finding import Finding

if TYPE_CHECKING:
    from juso.adapters.replies import Replies
    from juso.koshu.confirmation import Reason
    from juso.services.tally.merged import Merged
    from juso.services.todo import Todo


NAMES = {
    "collect": "会議録",
    "intake": "受付票",
    "tidy": "整え",
}  # what 取込票 of a command is called


@dataclass(frozen=True, slots=True)
class FileWorkspace:
    """An office as it lies in its folder.

    `out` names the result's file instead of the usual one; `quiet` makes no file without it
    and notes nothing; `reasons_from` is the 点検結果 whose reasons are read (else the latest).
    """

    office: Office
    out: Path | None = None
    quiet: bool = False
    reasons_from: Path | None = None

    @property
    def is_logged(self) -> bool:
        return not self.quiet

    @property
    def source(self) -> Path:
        return self.office.register

    def register(self, today: date) -> RegisterFile:
        return read_register(self.office.register, today)

    def show_findings(
        self, findings: Sequence[Finding], loaded: RegisterFile, left: Sequence[Reason] = ()
    ) -> list[Path]:
        place = self._place("点検", f"点検結果_{loaded.register.today:%Y%m%d}.xlsx")
        return write_findings_file(place, findings, loaded.path, loaded.register.today, left)

    def show_merged(self, merged: Merged) -> list[Path]:
        kind = "_公表値" if merged.is_published else ""
        place = self._place("集計", f"月次統合_{self.office.year.short}{kind}.xlsx")
        return write_merged_file(place, merged)

    def show_todos(self, todos: Sequence[Todo], loaded: RegisterFile) -> list[Path]:
        from juso.adapters.todo_workbook import write_todos

        today = loaded.register.today
        if not (place := self._place("要対応", f"要対応一覧_{today:%Y%m%d}.xlsx")):
            return []
        return [save_new(place, lambda path: write_todos(path, todos, loaded.path, today, place))]

    def show_listing(self, listing: Listing, loaded: RegisterFile) -> list[Path]:
        from juso.adapters.listing_workbook import write_listing

        today = loaded.register.today
        if not (place := self._place(listing.folder, f"{listing.sheet.title}_{today:%Y%m%d}.xlsx")):
            return []
        return [
            save_new(place, lambda path: write_listing(path, listing, loaded.path, today, place))
        ]

    def answers(self, sheet: ResultSheet, folder: str) -> Answers:
        path = self.reasons_from or _latest(self.office.output(folder), sheet.title)
        if path is None:
            return Answers()
        return replace(answers_in(_rows_of(path, sheet), sheet, str(path)), file=path.name)

    def new_file(self, kind: str, name: str) -> Path:
        return self.out or self.office.output(kind) / name

    def replies(self) -> Replies:
        from juso.adapters.replies import latest_replies, read_replies

        return read_replies(self.reasons_from) if self.reasons_from else latest_replies(self.office)

    def change(
        self,
        command: str,
        changes: Sequence[Change],
        loaded: RegisterFile,
        undecided: Sequence[Change] = (),
    ) -> list[Path]:
        from juso.adapters.changes_workbook import write_changes

        if not (changes or undecided) or not (
            place := self._place("取込", f"取込票_{NAMES[command]}.xlsx")
        ):
            return []
        return [save_once(place, lambda path: write_changes(path, changes, loaded, undecided))]

    def _place(self, kind: str, name: str) -> Path | None:
        """Where a result goes while nothing else lies there; None when nobody wants the file."""
        return self.out or (None if self.quiet else self.office.output(kind) / name)


def _latest(folder: Path, title: str) -> Path | None:
    """The workbook of a listing that was saved last."""
    found = [path for path in folder.glob(f"{title}_*.xlsx") if not path.name.startswith("~$")]
    return max(found, key=lambda path: (path.stat().st_mtime, path.name), default=None)


def _rows_of(path: Path, sheet: ResultSheet) -> list[list[Any]]:
    from juso.adapters.excel_file import open_workbook, read_sheet, rows_of

    book = open_workbook(path)
    name = next((name for name in book.sheet_names if fold(name) == sheet.title), None)
    if name is None:
        raise JusoError(
            f"{path} には「{sheet.title}」のシートがありません。"
            f"［{sheet.button}］でつくったファイルを指定してください。"
        )
    return list(rows_of(read_sheet(book, name, path), path))


def write_findings_file(
    place: Path | None,
    findings: Sequence[Finding],
    source: Path,
    today: date,
    left: Sequence[Reason] = (),
) -> list[Path]:
    """点検結果 as a workbook, `left` beside the findings meant; nothing without a place."""
    if not place:
        return []
    from juso.adapters.findings_workbook import write_findings
    from juso.koshu.rules import CATALOGUE
    from juso.services.confirm import left_beside

    day = era_date(today)
    replies = left_beside(findings, left)
    return [
        save_new(
            place, lambda path: write_findings(path, findings, CATALOGUE, source, day, replies)
        )
    ]


def write_merged_file(place: Path | None, merged: Merged) -> list[Path]:
    """月次統合 as a workbook; nothing without a place."""
    if not place:
        return []
    from juso.adapters.merged_workbook import write_merged

    return [save_new(place, lambda path: write_merged(path, merged, place))]
