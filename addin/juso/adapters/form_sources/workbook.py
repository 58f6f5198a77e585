"""Workbooks of every age as a source; what calamine cannot see is looked up in the file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineSheet, SheetTypeEnum, SheetVisibleEnum

from juso.adapters.excel_file import rows_of, sheet_in, workbook_in
from juso.adapters.form_sources.asides import asides
from juso.adapters.form_sources.out_of_sight import out_of_sight
from juso.adapters.form_sources.source import NOTHING_HIDDEN, Grid, OutOfSight, Told
from juso.adapters.form_sources.xlsx_package import XlsxPackage
from juso.adapters.hidden_cells import Place, hidden_in
from juso.adapters.laid_open import MERGED, merged_cells
from juso.core.finding import Severity


class WorkbookSource:
    """A workbook that calamine opens; by itself it sees nothing behind the cells."""

    is_one_sheet = False
    suffixes = (".xlsx", ".xlsm")

    def __init__(self, content: bytes, path: Path, told: Sequence[Told] = ()) -> None:
        self._path, self._content = path, content
        self._book = workbook_in(BytesIO(content), path)
        self._sheets: dict[str, CalamineSheet] = {}
        self._rows: dict[str, Grid] = {}
        sheets = [s for s in self._book.sheets_metadata if s.typ is SheetTypeEnum.WorkSheet]
        self.told: Sequence[Told] = told
        self.names = [sheet.name for sheet in sheets]
        self.concealed = {s.name for s in sheets if s.visible is not SheetVisibleEnum.Visible}

    def rows(self, name: str) -> Grid:
        if name not in self._rows:
            self._rows[name] = list(rows_of(self._sheet(name), self._path))
        return self._rows[name]

    def faults(self, name: str, seeming: Collection[Place]) -> Mapping[Place, str]:
        covered = merged_cells(self._sheet(name))
        held = {*covered, *covered.values()}
        merged = {place: MERGED for place in seeming if place in held}
        return merged | dict(self._unseen(name, seeming))

    def out_of_sight(self, name: str) -> OutOfSight:  # noqa: ARG002 - part of Source
        return NOTHING_HIDDEN

    def asides(self, name: str) -> Sequence[str]:  # noqa: ARG002 - part of Source
        return ()

    def _unseen(self, name: str, seeming: Collection[Place]) -> Mapping[Place, str]:  # noqa: ARG002 - for those that can look
        return {}

    def _sheet(self, name: str) -> CalamineSheet:
        if name not in self._sheets:
            self._sheets[name] = sheet_in(self._book, name, self._path)
        return self._sheets[name]


class XlsxSource(WorkbookSource):
    """An .xlsx or .xlsm: everything calamine leaves out can be told from the XML."""

    def __init__(self, content: bytes, path: Path, package: XlsxPackage) -> None:
        super().__init__(content, path, _told(package))
        self._package = package

    def rows(self, name: str) -> Grid:
        self._package.check_range(name)
        return super().rows(name)

    def out_of_sight(self, name: str) -> OutOfSight:
        return out_of_sight(self._package.sheet(name))

    def asides(self, name: str) -> Sequence[str]:
        return asides(self._package, name)

    def _unseen(self, name: str, seeming: Collection[Place]) -> Mapping[Place, str]:
        return hidden_in(self._package.sheet(name), seeming)


def _told(package: XlsxPackage) -> list[Told]:
    said = []
    if package.is_strict:
        said.append(
            Told(
                "「Strict Open XML スプレッドシート」の形式です。数は読みましたが、"
                "ほかの道具では空に見えることがあります。次からは、種類で「Excel ブック（.xlsx）」を"
                "選んで保存してください。",
                Severity.NOTE,
            )
        )
    if package.has_macros:
        said.append(
            Told(
                "マクロの入ったファイルです。マクロは動かさずに読みました。"
                "次からは、マクロのない .xlsx 形式で提出してください。",
                Severity.NOTE,
            )
        )
    return said
