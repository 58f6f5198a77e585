"""Faults in the monthly forms as files: rows, whole months, covers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from juso.core.calendar import Month
from juso.core.finding import Severity
from juso.koshu.tally.cover import FORM_ID, MONTH, VERSION, WINDOW, YEAR, Cover
from juso.koshu.tally.item import TallyItem

Items = tuple[TallyItem, ...]
OLD_VERSION = "2024"


@dataclass(frozen=True, slots=True)
class RowFault:
    """A change of a form's rows."""

    name: str
    rule: str
    form: str
    at: str
    change: Callable[[Items], Items]
    severity: Severity = Severity.ERROR
    mess: str = ""
    # what the row holds, by 項目コード and month
    typed: Mapping[tuple[str, int], Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MonthFault:
    """A whole month of a form."""

    name: str
    rule: str
    form: str
    month: int
    severity: Severity = Severity.ERROR
    mess: str = ""
    heading: str = ""  # what stands above the month


@dataclass(frozen=True, slots=True)
class CoverFault:
    """A wrong cover; with `file` on one more file, so that the window's own stays readable."""

    name: str
    rule: str
    form: str
    label: str
    change: Callable[[Cover], Cover]
    file: str = ""
    key: bool = True  # whether the finding still knows whose form it is
    severity: Severity = Severity.ERROR
    mess: str = ""
    packed: bool = False  # twice in a zip that is named like a workbook


ROW_FAULTS = (
    RowFault(
        "項目の行がない",
        "FORM-010",
        "R",
        "R10-S10",
        lambda items: tuple(item for item in items if item.code != "R10-S10"),
        mess="N19",
    ),
    RowFault(
        "同じ項目の行が2つある",
        "FORM-009",
        "R",
        "R06-S31",
        lambda items: (*items, next(item for item in items if item.code == "R06-S31")),
        mess="N19",
    ),
    RowFault(
        "様式にない項目コード",
        "FORM-011",
        "R",
        "R99-S31",
        lambda items: (*items, replace(items[-1], code="R99-S31", label="独自の項目")),
        Severity.WARNING,
        "N19",
    ),
    RowFault(
        "項目コードのない行の数",
        "FORM-015",
        "W1",
        "",
        lambda items: (*items, replace(items[-1], code="", label="うち窓口の来所（手元の集計）")),
        Severity.WARNING,
        "N21",
        {("", 4): 4},
    ),
)

BLANK_MONTH = MonthFault("1か月がすべて空欄", "TALLY-207", "O", 10, mess="N04")
ODD_HEADING = MonthFault("漢数字の月", "FORM-021", "W1", 4, Severity.NOTE, "N20", "四月")
UNFINISHED = (
    MonthFault("提出対象月より後の月に数がある", "FORM-014", "O", 3, Severity.WARNING, "N04"),
    MonthFault("提出対象月がほかの様式より前", "FORM-019", "O", 3, Severity.WARNING),
)

COVER_FAULTS = (
    CoverFault(
        "窓口コードが様式と違う",
        "FORM-006",
        "W4",
        WINDOW,
        lambda cover: replace(cover, window="W3"),
        mess="N44",
    ),
    CoverFault(
        "提出対象月が年度の外",
        "FORM-007",
        "W3",
        MONTH,
        lambda cover: replace(cover, month=_year_before(cover)),
    ),
    CoverFault(
        "前年度の様式",
        "FORM-005",
        "M",
        YEAR,
        lambda cover: replace(
            cover, year=cover.year and cover.year.previous, month=_year_before(cover)
        ),
        "M_多機関協働（前年度）.xlsx",
        mess="N44",
    ),
    CoverFault(
        "市の様式ではない",
        "FORM-003",
        "P",
        FORM_ID,
        lambda cover: replace(cover, form_id="KOSHU-JUSO-P2"),
        "P_参加支援（独自様式）.xlsx",
        key=False,
        mess="N22",
    ),
    CoverFault(
        "同じ月の報告が2つある",
        "FORM-017",
        "P",
        MONTH,
        lambda cover: replace(cover, writer=f"{cover.writer}（写し）"),
        "P_参加支援 (1).xlsx",
        mess="N43",
    ),
    CoverFault(
        "差替え前の報告が残っている",
        "FORM-016",
        "M",
        MONTH,
        lambda cover: replace(
            cover, submitted_on=cover.submitted_on and cover.submitted_on - timedelta(days=2)
        ),
        "M_多機関協働（差替え前）.xlsx",
        severity=Severity.WARNING,
        mess="N43",
    ),
    CoverFault(
        "前の版の様式",
        "FORM-004",
        "R",
        VERSION,
        lambda cover: replace(cover, version=OLD_VERSION),
        severity=Severity.WARNING,
        mess="N23",
    ),
    CoverFault(
        "控えと2つでzipにした報告",
        "FORM-022",
        "W1",
        "",
        lambda cover: cover,
        "W1_介護（圧縮）.xlsx",
        key=False,
        mess="N38",
        packed=True,
    ),
)


def _year_before(cover: Cover) -> Month | None:
    return cover.month and Month(cover.month.year - 1, cover.month.month)
