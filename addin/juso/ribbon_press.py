"""One press of a button, and the commands that buttons run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from juso.adapters.live_workspace import LiveWorkspace
from juso.adapters.notice import TITLE
from juso.adapters.used_range import column_number
from juso.app import App
from juso.core.errors import JusoError
from juso.koshu.sheets import Case
from juso.result import Result


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a button: in which office, what was chosen, where the cursor stood."""

    at: LiveWorkspace
    choice: str
    sheet: str
    rows: range  # Excel rows of the selection
    columns: range = range(0)  # its columns, counted from 1; none of whole rows

    @property
    def meeting(self) -> str:
        """The meeting chosen from the drop-down."""
        if not self.choice:
            raise JusoError(
                "会議が選ばれていません。ボタンの一覧から会議を選んでください。"
                "一覧にないときは、先に「会議台帳」に登録してください。"
            )
        return self.choice

    def case_at(self, today: date) -> Case:
        """The case in the selected row of 相談受付簿."""
        if self.sheet == Case.sheet and self.rows:
            for case in self.at.register(today).register.cases:
                if case.row_number == self.rows.start and case.case_no:
                    return case
        raise JusoError(
            "相談が選ばれていません。「相談受付簿」で、その相談の行のセルを選んでから押してください。"
        )

    def password(self, name: str) -> str:
        """The password of a file that came locked; it is kept nowhere."""
        typed = self.at.book.ask_text(
            f"{name} はパスワードで保護されています。パスワードを入力してください"
            "（入力した文字は見えます。どこにも残しません）。",
            TITLE,
        )
        return typed or ""


Command = Callable[[App, Press], Result]
COMMANDS: dict[str, Command] = {}


def command(function: Command) -> Command:
    """Make `function` the command of the control with its name as id; return_ is that of return."""
    COMMANDS[function.__name__.rstrip("_")] = function
    return function


def rows_of(address: str) -> range:
    """The Excel rows of a selection such as $G$12:$H$14, its first area; none of whole columns."""
    return _range_of(map(int, re.findall(r"\d+", address.partition(",")[0])))


def columns_of(address: str) -> range:
    """The columns of a selection, its first area, counted from 1; none of whole rows."""
    return _range_of(
        column_number(name.encode()) for name in re.findall("[A-Z]+", address.partition(",")[0])
    )


def _range_of(numbers: Iterable[int]) -> range:
    found = sorted(numbers)
    return range(found[0], found[-1] + 1) if found else range(0)
