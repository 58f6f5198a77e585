"""Where a command works: it reads the register there and leaves its results there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from juso.adapters.listing import Answers, Listing
from juso.adapters.office import Office
from juso.adapters.register_file import RegisterFile
from juso.adapters.result_sheet import ResultSheet
from juso.core.change import Change
from juso.core.finding import Finding

if TYPE_CHECKING:
    from juso.adapters.replies import Replies
    from juso.koshu.confirmation import Reason
    from juso.services.tally.merged import Merged
    from juso.services.todo import Todo


class Workspace(Protocol):
    """An office whose register lies closed in its folder, or stands open in Excel.

    Every method that puts something somewhere gives the files it made.
    """

    @property
    def office(self) -> Office: ...
    @property
    def is_logged(self) -> bool:
        """Whether what is done here is noted in the office's 操作記録."""
        ...

    @property
    def source(self) -> Path | None:
        """The file whose fingerprint is noted with it; None where unsaved cells were read."""
        ...

    def register(self, today: date) -> RegisterFile: ...
    def show_findings(
        self, findings: Sequence[Finding], loaded: RegisterFile, left: Sequence[Reason] = ()
    ) -> list[Path]:
        """Put findings where they are read, with the reasons that were not accepted beside them."""
        ...

    def show_merged(self, merged: Merged) -> list[Path]: ...
    def show_todos(self, todos: Sequence[Todo], loaded: RegisterFile) -> list[Path]: ...
    def show_listing(self, listing: Listing, loaded: RegisterFile) -> list[Path]:
        """Put a listing where it is read; answers given in rows that are still there stay."""
        ...

    def answers(self, sheet: ResultSheet, folder: str) -> Answers:
        """What clerks answered in the latest listing of that sheet; none where there is none."""
        ...

    def new_file(self, kind: str, name: str) -> Path:
        """Where a new file is to go: 出力/KIND/NAME, or where the caller asked for it."""
        ...

    def replies(self) -> Replies:
        """What clerks wrote beside findings of the latest 点検結果."""
        ...

    def change(
        self,
        command: str,
        changes: Sequence[Change],
        loaded: RegisterFile,
        undecided: Sequence[Change] = (),
    ) -> list[Path]:
        """Carry out changes to the register, or lay them out to be pasted; may ask first.

        `undecided` are never carried out: they are laid out for a person to choose.
        """
        ...
