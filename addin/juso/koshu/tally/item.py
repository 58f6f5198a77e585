"""What a row of a monthly form is."""

from __future__ import annotations

from dataclasses import dataclass

from juso.core.codelist import CodeList


class Kind(CodeList):
    """集計型: how months become a year and windows a city."""

    FLOW = "F", "月を足す"
    STOCK = "S", "月末の値。年計は3月末"
    UNIQUE = "U", "実人数。足せない"


@dataclass(frozen=True, slots=True)
class TallyItem:
    """One row of a form: found by its code, wherever it stands."""

    code: str
    label: str
    unit: str = "件"
    kind: Kind = Kind.FLOW
    note: str = ""  # 定義, printed as the input note and in the report's appendix
    basis: str = ""
    required: bool = True  # blank up to the 提出対象月 is 未入力
    decimals: bool = False  # a mean or hours may have a fraction; counts may not
    signed: bool = False
    cumulative: bool = False  # 年度累計: its last month is the year's figure
    group: str = ""  # heading under which the row stands in the form


@dataclass(frozen=True, slots=True)
class Form:
    """One workbook a window or contractor sends each month, for one fiscal year."""

    code: str  # W1–W4, M, O, P, R
    name: str  # 介護
    agency: str  # 機関名 as printed on the 表紙
    division: str  # 所管課
    items: tuple[TallyItem, ...]

    @property
    def form_id(self) -> str:
        """様式ID by which a form is recognised, whatever its file is called."""
        return f"KOSHU-JUSO-{self.code}"

    @property
    def file_name(self) -> str:
        return f"{self.code}_{self.name}.xlsx"


FORM_VERSION = "2025"
