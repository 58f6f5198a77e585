"""Where the forms with faults no longer say what the register with faults says (B4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from juso.core.calendar import FiscalYear
from juso.core.cells import to_cell
from juso.core.finding import Severity
from juso.core.sheet import Row
from juso.core.table import read_table
from juso.koshu.agency_names import agency_names
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.personal_number import holds_personal_number
from juso.koshu.register import Register, group_by_type
from juso.koshu.settings import Settings
from juso.koshu.sheets import SHEETS, Agency
from juso.koshu.tally.between import GROUPS
from juso.koshu.tally.counts import count
from juso.koshu.tally.cover import TALLY_SHEET
from juso.services.sample.faults import Planted
from juso.services.sample.faults_forms import PlantedForms

RECEIVED = "A01"


def count_differences(
    rows: Iterable[Row], forms: PlantedForms, year: FiscalYear
) -> Iterator[Planted]:
    """The months in which a window of the city's own reports other than the register counts."""
    register = as_read(rows, year.last_day)
    for file in forms.files:
        if file.form.code not in GROUPS["直営"] or file.file != file.form.file_name:
            continue
        counted = count(register, file.form.code, year)
        for month in year.months:
            if file.figures.get((RECEIVED, month)) != counted[RECEIVED, month]:
                yield Planted(
                    "台帳から数えた件数と違う",
                    "TALLY-404",
                    Severity.WARNING,
                    file.file,
                    TALLY_SHEET,
                    "",
                    f"{file.form.code}/{RECEIVED}/{month}",
                    month.label,
                )


def as_read(rows: Iterable[Row], today: date) -> Register:
    """The register as it is read from its cells: what is no date there is blank."""
    by_type = group_by_type(rows)
    agencies = [row for row in by_type.get(Agency, ()) if isinstance(row, Agency)]
    lists = {AREA: Settings().areas, AGENCY: agency_names(agencies)}
    tables = {}
    for row_type in SHEETS:
        cells = [[column.label for column in row_type.columns]]
        for row in by_type.get(row_type, ()):
            values = map(to_cell, row[:-1])
            cells.append(["" if value is None else value for value in values])
        tables[row_type] = read_table(row_type, cells, lists, holds_personal_number)
    return Register(tables, today)
