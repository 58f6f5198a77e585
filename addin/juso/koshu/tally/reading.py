"""What one submitted form says: its cover, its figures, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from juso.core.calendar import Month
from juso.core.finding import Finding, Severity, address
from juso.koshu.tally.cover import NO_COVER, TALLY_SHEET, Cover
from juso.koshu.tally.relations import RULE_BY_ID
from juso.koshu.tally.values import Number, State

GIVEN = frozenset({State.VALUE, State.NONE, State.UNKNOWN})


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One row of a form from April to the 提出対象月; nothing is kept of later months."""

    number: int  # Excel row; 0 where the form has none
    values: tuple[Number | None, ...]
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class FormReading:
    """One file; `form` is '' when it is no form that can be merged."""

    file: str
    sha256: str
    form: str = ""
    cover: Cover = NO_COVER
    months: tuple[Month, ...] = ()  # April to the 提出対象月
    columns: tuple[int | None, ...] = ()  # 0-based Excel column of each of these months
    rows: dict[str, TallyRow] = field(default_factory=dict)  # by 項目コード
    findings: tuple[Finding, ...] = ()
    cover_cells: dict[str, str] = field(default_factory=dict)  # Excel addresses by label of 表紙
    folder: str = ""  # where the file lies, for links to its cells
    sheet: str = TALLY_SHEET  # as it is called in the file
    kept_as: str = ""  # the path in 保管 of a version that was received
    parts: tuple[FormReading | None, ...] = ()  # month by month, where several versions speak

    @property
    def path(self) -> str:
        """Where the file lies; '' where nobody knows."""
        return self.kept_as or (f"{self.folder}/{self.file}" if self.folder else "")

    def cell(self, code: str, place: int) -> str:
        """Excel address of a figure; `place` counts months from April, 0 first."""
        row, column = self.rows.get(code), self.columns[place]
        return address(row.number, column) if row and row.number and column is not None else ""

    def blank_cells(self) -> list[tuple[int, int]]:
        """Row and 0-based column of every cell up to the 提出対象月 that seems empty."""
        return [
            (row.number, column)
            for row in self.rows.values()
            if row.number and State.BLANK in row.states
            for column, state in zip(self.columns, row.states, strict=True)
            if state is State.BLANK and column is not None
        ]


@dataclass(frozen=True, slots=True)
class Spot:
    """The place a finding speaks of; blank fields mean the whole sheet or file."""

    sheet: str = ""
    cell: str = ""
    key: str = ""
    column: str = ""
    value: str = ""


WHOLE_FILE = Spot()


def form_finding(
    rule: str, file: str, message: str, spot: Spot = WHOLE_FILE, severity: Severity | None = None
) -> Finding:
    """A finding of the rule with this id; basis and, if not given, severity are the rule's."""
    declared = RULE_BY_ID[rule]
    return Finding(
        rule,
        severity or declared.severity,
        file,
        spot.sheet,
        spot.cell,
        spot.key,
        spot.column,
        spot.value,
        message,
        declared.basis,
    )


def figure_spot(reading: FormReading, code: str, place: int, value: str) -> Spot:
    """The spot of one figure: W1/A01/R7.4; `place` counts months from April."""
    month = reading.months[place]
    key = f"{reading.form}/{code}/{month}"
    return Spot(reading.sheet, reading.cell(code, place), key, month.label, value)


def unreadable_form(file: str, sentence: str) -> FormReading:
    """A file that cannot be opened at all, so that the others are merged nevertheless."""
    return FormReading(file, "", findings=(form_finding("FORM-022", file, sentence),))
