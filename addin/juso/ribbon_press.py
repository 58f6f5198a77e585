"""One press of a button, and the commands that buttons run."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from juso.adapters.live_workspace import LiveWorkspace
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


Command = Callable[[App, Press], Result]
COMMANDS: dict[str, Command] = {}


def command(function: Command) -> Command:
    """Make `function` the command of the control with its name as id."""
    COMMANDS[function.__name__] = function
    return function


def rows_of(address: str) -> range:
    """The Excel rows of a selection such as $G$12:$H$14, its first area; none of whole columns."""
    numbers = [int(digits) for digits in re.findall(r"\d+", address.partition(",")[0])]
    return range(min(numbers), max(numbers) + 1) if numbers else range(0)
