"""A range of a live Calc sheet, as xlwings wants it from an engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from office.area import Area
from office.calc_read import values
from office.calc_write import GENERAL, put
from office.com_error import ComError
from office.excel_formula import to_excel

if TYPE_CHECKING:
    from office.calc_sheet import Sheet

CONTENTS = 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags: VALUE, DATETIME, STRING, FORMULA


class Range:
    """Cells of a sheet; nothing is asked of LibreOffice before it is needed."""

    max_cells_per_read = max_cells_per_write = None

    def __init__(self, sheet: Sheet, area: Area) -> None:
        self.sheet, self.area = sheet, area

    def __len__(self) -> int:
        return self.area.height * self.area.width

    def __call__(self, row: int, column: int | None = None) -> Range:
        if column is None:
            row, column = divmod(row - 1, self.area.width)
            row, column = row + 1, column + 1
        return Range(self.sheet, Area.cell(self.area.top + row - 1, self.area.left + column - 1))

    @property
    def api(self) -> Range:
        return self

    @property
    def row(self) -> int:
        return self.area.top + 1

    @property
    def column(self) -> int:
        return self.area.left + 1

    @property
    def shape(self) -> tuple[int, int]:
        return self.area.height, self.area.width

    @property
    def address(self) -> str:
        return self.area.address

    @property
    def raw_value(self) -> list[list[Any]]:
        return values(self.sheet, self.area)

    @raw_value.setter
    def raw_value(self, block: Any) -> None:
        if not isinstance(block, list | tuple):
            block = [[block] * self.area.width] * self.area.height
        put(self.sheet, self.area, block)

    @property
    def formula(self) -> Any:
        """Formulas in Excel's grammar, constants where there is none: as Excel gives them."""
        cells = self.sheet.cells_of(self.area)
        rows = tuple(
            tuple(
                to_excel(text) if text.startswith("=") else _constant(value)
                for text, value in zip(texts, row, strict=True)
            )
            for texts, row in zip(cells.getFormulaArray(), cells.getDataArray(), strict=True)
        )
        return rows[0][0] if len(self) == 1 else rows

    @formula.setter
    def formula(self, block: Any) -> None:
        if len(self) > 1 and not isinstance(block, list | tuple):
            raise NotImplementedError("one formula for many cells: give a block")
        self.raw_value = block

    @property
    def number_format(self) -> str | None:
        """The format, None where the cells differ in it.

        General as Excel calls it, all others in LibreOffice's wording: YYYY/MM/DD.
        """
        each = self.sheet.formats.each(self.sheet.index - 1, [self.area])
        found = {GENERAL if f.is_general else f.text for _, f in each}
        return found.pop() if len(found) == 1 else None

    @number_format.setter
    def number_format(self, text: str) -> None:
        self.sheet.refuse_locked(self.area)
        self.sheet.formats.apply(self.sheet.index - 1, [self.area], text)

    def clear_contents(self) -> None:
        self.sheet.refuse_locked(self.area)
        self.sheet.cells_of(self.area).clearContents(CONTENTS)

    def select(self) -> None:
        """Put the cursor there; ComError, as in Excel, when another sheet is in front."""
        controller = self.sheet.book.document.CurrentController
        if controller.ActiveSheet.Name != self.sheet.name:
            raise ComError(f"{self.sheet.name} is not the active sheet")
        controller.select(self.sheet.cells_of(self.area))

    def get_address(self, row: bool = True, column: bool = True, external: bool = False) -> str:
        if not (row and column) or external:
            raise NotImplementedError("only absolute addresses within the sheet")
        return self.address


def _constant(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, float) else value or ""
