"""Counts of the register as cells; in a public edition small ones are hidden."""

from __future__ import annotations

from collections.abc import Sequence

from juso.koshu.amount import HIDDEN, Amount
from juso.services.report.cells import cell
from juso.services.report.data import ReportData
from juso.services.report.disclosure import Grid, protected_grid
from juso.services.report_model import Cell


def count_grid(data: ReportData, numbers: Grid, *, adds_down: bool = False) -> list[list[Amount]]:
    """Counts of cases with their totals to the right, and below where the lines add up."""
    threshold = data.threshold if data.is_public else 0
    return protected_grid(numbers, threshold, adds_down=adds_down)


def count_cells(data: ReportData, numbers: Sequence[int]) -> tuple[Cell, ...]:
    """One line of counts of cases with its total."""
    (row,) = count_grid(data, [numbers])
    return tuple(cell(amount, data.wording) for amount in row)


def case_count(data: ReportData, number: int) -> Cell:
    """A count of cases that stands alone."""
    is_small = data.is_public and 0 < number < data.threshold
    return cell(HIDDEN if is_small else Amount.of(number), data.wording)
