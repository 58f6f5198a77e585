"""提出状況: which window has reported which month, how much of it, and whether in time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.koshu.tally.items import FORMS, form
from juso.koshu.tally.read_cells import ALL_VALUES
from juso.koshu.tally.reading import GIVEN, FormReading
from juso.koshu.tally.submission import Life, Status, deadline
from juso.services.tally.records import NO_RECORDS, Records


@dataclass(frozen=True, slots=True)
class Submission:
    """One month of one window's report."""

    window: str
    name: str
    month: Month
    status: Status
    is_due: bool
    filled: int  # required cells with a figure, a dash or 不詳
    required: int
    file: str
    on_time: bool | None = None  # None where it is not there, or nobody noted when it came
    version: int | None = None  # of the file that counts; None where it was not received

    @property
    def is_submitted(self) -> bool:
        return self.status.is_there

    @property
    def is_partly(self) -> bool:
        """Whether required cells are left blank."""
        return self.filled < self.required

    def to_json(self) -> dict[str, Any]:
        return {
            "window": self.window,
            "name": self.name,
            "month": str(self.month),
            "status": str(self.status),
            "due": self.is_due,
            "on_time": self.on_time,
            "version": self.version,
            "filled": self.filled,
            "required": self.required,
            "file": self.file,
        }


@dataclass(frozen=True, slots=True)
class Rates:
    """提出率 and 期限内率 of the months that are due; None where there is nothing to count."""

    submitted: float | None
    on_time: float | None

    @property
    def texts(self) -> tuple[str, str]:
        """As a table shows them."""
        return _percent(self.submitted), _percent(self.on_time)


def rates(submissions: Iterable[Submission]) -> Rates:
    """What was submitted, and in time, of what is due; a month is in time only if that is known."""
    due = [s for s in submissions if s.is_due]
    known = [s for s in due if not s.is_submitted or s.on_time is not None]
    return Rates(
        sum(s.is_submitted for s in due) / len(due) if due else None,
        sum(s.on_time is True for s in known) / len(known) if known else None,
    )


def _percent(share: float | None) -> str:
    """Cut, not rounded: 99.9 % is not all of it."""
    return "－" if share is None else f"{int(100 * share)}%"


def completeness(
    forms: Mapping[str, FormReading],
    year: FiscalYear,
    through: Month | None,
    expected: Collection[str],
    records: Records = NO_RECORDS,
) -> tuple[Submission, ...]:
    """Every month of every form that was submitted or ought to have been."""
    return tuple(
        submission
        for code in (form.code for form in FORMS)
        if code in forms or code in expected
        for submission in _of_form(code, forms.get(code), year, through, records)
    )


def _of_form(
    code: str,
    reading: FormReading | None,
    year: FiscalYear,
    through: Month | None,
    records: Records,
) -> Iterator[Submission]:
    declared = form(code)
    required = [item.code for item in declared.items if item.required]
    filled = _filled(reading, required) if reading else []
    file = reading.file if reading else ""
    version = records.version(reading) if reading else None
    life = records.lives.get(code)
    for place, month in enumerate(year.months):
        count = filled[place] if place < len(filled) else 0
        due = through is not None and month <= through
        status = _status(life, month, is_filled=count > 0)
        on_time = _on_time(life, reading, month) if status.is_there else None
        if reading and any(reading.parts[place : place + 1]):
            version = records.version(reading.parts[place] or reading)
        yield Submission(
            code,
            declared.name,
            month,
            status,
            due,
            count,
            len(required),
            file,
            on_time,
            version if status.is_there else None,
        )


def _status(life: Life | None, month: Month, *, is_filled: bool) -> Status:
    """What is on record; where nothing is, what the file says."""
    status = life.status(month) if life else Status.MISSING
    return Status.SUBMITTED if status is Status.MISSING and is_filled else status


def _on_time(life: Life | None, reading: FormReading | None, month: Month) -> bool | None:
    """Whether a month came by its deadline: by the day it was received, or its 提出日.

    Of a file that was never received only the last 提出日 is known: what it says of an earlier
    month is nothing, unless it is early enough for that month too.
    """
    limit = deadline(month)
    first = life.first(month) if life else None
    if first:
        return first.at <= limit or (first.sent_on is not None and first.sent_on <= limit)
    sent_on = reading.cover.submitted_on if reading else None
    if reading is None or sent_on is None:
        return None
    if sent_on <= limit:
        return True
    return False if reading.months[-1:] == (month,) else None


def _filled(reading: FormReading, required: Collection[str]) -> list[int]:
    """How many required cells of each reported month say something."""
    rows = [reading.rows[code] for code in required if code in reading.rows]
    due = len(reading.months)
    whole = sum(row.states is ALL_VALUES[due] for row in rows)
    rest = [row.states for row in rows if row.states is not ALL_VALUES[due]]
    return [whole + sum(states[place] in GIVEN for states in rest) for place in range(due)]
