"""All faults of the monthly forms, put into the forms of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from juso.core.calendar import FiscalYear, Month
from juso.koshu.tally.cover import COVER_SHEET, TALLY_SHEET, Cover
from juso.koshu.tally.item import Form
from juso.koshu.tally.items import form as form_of
from juso.services.sample.faults import Planted
from juso.services.sample.faults_figures import (
    BETWEEN_FAULTS,
    CHAIN_FAULTS,
    ODD_FAULTS,
    SUM_FAULTS,
    FigureFault,
    MonthView,
)
from juso.services.sample.faults_files import (
    BLANK_MONTH,
    COVER_FAULTS,
    ODD_HEADING,
    ROW_FAULTS,
    UNFINISHED,
    CoverFault,
    MonthFault,
    RowFault,
)
from juso.services.sample.faults_typed import TYPED_FAULTS
from juso.services.sample.tally_draw import Figures

CODE = "項目コード"
BESIDE = "beside"  # the place of faults that share a month with others
Typed = Mapping[tuple[str, Month], Any]  # what the cells hold, by 項目コード and month


@dataclass(frozen=True, slots=True)
class FormFile:
    """A monthly form as a window sends it: rows, cells as typed, cover."""

    file: str
    form: Form
    figures: Typed
    cover: Cover
    headings: Mapping[Month, str] = field(default_factory=dict)  # where it is not 4月
    packed: bool = False  # twice in a zip that is named like a workbook


@dataclass(frozen=True, slots=True)
class PlantedForms:
    """The files of a year with faults in them, and the answer key."""

    files: tuple[FormFile, ...]
    planted: tuple[Planted, ...]


def plant_forms(
    forms: Mapping[str, Figures], covers: Mapping[str, Cover], year: FiscalYear, seed: int
) -> PlantedForms:
    """Put every fault into the forms of a finished year, one to a month of a form.

    `covers` are those of the clean year. A fault that no month has room for is left out.
    """
    planting = _Planting(forms, covers, year, Random(f"{seed}/faults/forms"))
    for fault in (*SUM_FAULTS, *CHAIN_FAULTS, *TYPED_FAULTS, *ODD_FAULTS, *BETWEEN_FAULTS):
        planting.figure(fault)
    for row_fault in ROW_FAULTS:
        planting.row(row_fault)
    planting.blank_month(BLANK_MONTH)
    planting.heading(ODD_HEADING)
    planting.unfinished(*UNFINISHED)
    for cover_fault in COVER_FAULTS:
        planting.cover(cover_fault)
    return PlantedForms((*planting.files.values(), *planting.more), tuple(planting.planted))


class _Planting:
    """The forms while faults are put into them."""

    def __init__(
        self,
        forms: Mapping[str, Figures],
        covers: Mapping[str, Cover],
        year: FiscalYear,
        rng: Random,
    ) -> None:
        self.forms = forms
        self.year = year
        self.rng = rng
        self.files = {
            code: FormFile(form_of(code).file_name, form_of(code), dict(figures), covers[code])
            for code, figures in forms.items()
        }
        self.more: list[FormFile] = []
        self.planted: list[Planted] = []
        self.taken = {
            (fault.form, "", self._month(fault.month)) for fault in (BLANK_MONTH, *UNFINISHED)
        }

    def _month(self, number: int) -> Month:
        return next(month for month in self.year.months if month.month == number)

    def figure(self, fault: FigureFault) -> None:
        """Change the figures of one month, in a month with no other fault."""
        lane = BESIDE if fault.beside else fault.at.partition("-")[2]
        months = [self._month(number) for number in fault.months]
        for month in self.rng.sample(months, len(months)):
            view = MonthView(self.forms[fault.form], month)
            if (fault.form, lane, month) in self.taken or not fault.fits(view):
                continue
            changed = {(code, month): raw for code, raw in fault.change(view).items()}
            if not self._is_touched(fault.form, changed):
                self.taken.add((fault.form, lane, month))
                self._change(fault.form, figures={**self.files[fault.form].figures, **changed})
                told = self._month(fault.told) if fault.told else month
                self._plant(fault, f"{fault.form}/{fault.at}/{told}", told.label)
                return

    def _is_touched(self, code: str, changed: Typed) -> bool:
        """Whether another fault has changed one of these figures."""
        now, clean = self.files[code].figures, self.forms[code]
        return any(now.get(key) != clean.get(key) for key in changed)

    def row(self, fault: RowFault) -> None:
        """Change the rows of a form."""
        form = self.files[fault.form].form
        typed = {(code, self._month(n)): raw for (code, n), raw in fault.typed.items()}
        figures = {**self.files[fault.form].figures, **typed}
        self._change(
            fault.form, form=replace(form, items=fault.change(form.items)), figures=figures
        )
        self._plant(fault, "/".join(filter(None, (fault.form, fault.at))), CODE)

    def blank_month(self, fault: MonthFault) -> None:
        """Leave one month blank."""
        month = self._month(fault.month)
        kept = {k: raw for k, raw in self.files[fault.form].figures.items() if k[1] != month}
        self._change(fault.form, figures=kept)
        self._plant(fault, f"{fault.form}/{month}", month.label)

    def heading(self, fault: MonthFault) -> None:
        """Write a month in other words."""
        month = self._month(fault.month)
        self._change(fault.form, headings={month: fault.heading})
        self._plant(fault, f"{fault.form}/{month}", month.label)

    def unfinished(self, *faults: MonthFault) -> None:
        """Say on the cover that the month before is the last one reported."""
        for fault in faults:
            month = self._month(fault.month)
            cover = replace(self.files[fault.form].cover, month=month.previous)
            self._change(fault.form, cover=cover)
            self._plant(fault, f"{fault.form}/{month}", month.label)

    def cover(self, fault: CoverFault) -> None:
        """Change a cover, or send one more file with another cover."""
        cover = fault.change(self.files[fault.form].cover)
        if fault.file:
            sent = replace(self.files[fault.form], cover=cover, packed=fault.packed)
            self.more.append(replace(sent, file=fault.file))
        else:
            self._change(fault.form, cover=cover)
        self._plant(fault, fault.form if fault.key else "", fault.label)

    def _change(self, code: str, **changes: Any) -> None:
        self.files[code] = replace(self.files[code], **changes)

    def _plant(
        self, fault: FigureFault | RowFault | MonthFault | CoverFault, key: str, column: str
    ) -> None:
        more, sheet = "", TALLY_SHEET
        if isinstance(fault, CoverFault):
            more, sheet = fault.file, "" if fault.packed else COVER_SHEET
        file = more or self.files[fault.form].file
        self.planted.append(
            Planted(
                fault.name, fault.rule, fault.severity, file, sheet, "", key, column, fault.mess
            )
        )
