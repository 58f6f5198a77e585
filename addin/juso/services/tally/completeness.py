"""提出状況: which window has reported which month, and how much of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.koshu.tally.items import FORMS, form
from juso.koshu.tally.read_cells import ALL_VALUES
from juso.koshu.tally.reading import GIVEN, FormReading


@dataclass(frozen=True, slots=True)
class Submission:
    """One month of one window's report."""

    window: str
    name: str
    month: Month
    is_submitted: bool
    is_due: bool
    filled: int  # required cells with a figure, a dash or 不詳
    required: int
    file: str

    def to_json(self) -> dict[str, Any]:
        return {
            "window": self.window,
            "name": self.name,
            "month": str(self.month),
            "status": "提出" if self.is_submitted else "未提出",
            "due": self.is_due,
            "filled": self.filled,
            "required": self.required,
            "file": self.file,
        }


def completeness(
    forms: Mapping[str, FormReading],
    year: FiscalYear,
    through: Month | None,
    expected: Collection[str],
) -> tuple[Submission, ...]:
    """Every month of every form that was submitted or ought to have been."""
    return tuple(
        submission
        for code in (form.code for form in FORMS)
        if code in forms or code in expected
        for submission in _of_form(code, forms.get(code), year, through)
    )


def _of_form(
    code: str, reading: FormReading | None, year: FiscalYear, through: Month | None
) -> Iterator[Submission]:
    declared = form(code)
    required = [item.code for item in declared.items if item.required]
    filled = _filled(reading, required) if reading else []
    for place, month in enumerate(year.months):
        count = filled[place] if place < len(filled) else 0
        due = through is not None and month <= through
        file = reading.file if reading else ""
        yield Submission(code, declared.name, month, count > 0, due, count, len(required), file)


def _filled(reading: FormReading, required: Collection[str]) -> list[int]:
    """How many required cells of each reported month say something."""
    rows = [reading.rows[code] for code in required if code in reading.rows]
    due = len(reading.months)
    whole = sum(row.states is ALL_VALUES[due] for row in rows)
    rest = [row.states for row in rows if row.states is not ALL_VALUES[due]]
    return [whole + sum(states[place] in GIVEN for states in rest) for place in range(due)]
