"""表紙: who reports what for which month."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any

from juso.core.calendar import FIRST_MONTH, FiscalYear, Month, era_date, parse_date
from juso.core.cells import fold, is_blank, show
from juso.koshu.tally.item import FORM_VERSION, Form

COVER_SHEET = "表紙"
TALLY_SHEET = "月次"

FORM_ID, VERSION, YEAR, WINDOW = "様式ID", "様式版", "年度", "窓口コード"
AGENCY, WRITER, MONTH, SUBMITTED, CONTACT = "機関名", "記入者", "提出対象月", "提出日", "連絡先"
LONGEST = 20  # characters of a label with spaces between them
COVER_LABELS = (FORM_ID, VERSION, YEAR, WINDOW, AGENCY, WRITER, MONTH, SUBMITTED, CONTACT)


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover of one form; what is blank or cannot be read is '' or None."""

    form_id: str = ""
    version: str = ""
    year: FiscalYear | None = None
    window: str = ""
    agency: str = ""
    writer: str = ""
    month: Month | None = None  # 提出対象月: the last month reported
    submitted_on: date | None = None
    contact: str = ""

    @classmethod
    def of(cls, form: Form, year: FiscalYear) -> Cover:
        """The cover of a form nobody has filled in yet."""
        return cls(form.form_id, FORM_VERSION, year, form.code, form.agency)


NO_COVER = Cover()


def sample_cover(form: Form, year: FiscalYear) -> Cover:
    """The cover of an invented form that reports the whole year."""
    return replace(
        Cover.of(form, year),
        writer="集計担当（見本）",
        month=year.months[-1],
        submitted_on=year.last_day,
        contact="内線 000",
    )


@dataclass(frozen=True, slots=True)
class CoverCell:
    """What stands beside one label, and where (1-based row, 0-based column)."""

    raw: Any
    row: int
    column: int


def find_cover_cells(rows: Iterable[Sequence[Any]]) -> dict[str, CoverCell]:
    """Each label's neighbour to the right, wherever on the sheet the label stands."""
    labels = {fold(label): label for label in COVER_LABELS}
    found: dict[str, CoverCell] = {}
    for number, row in enumerate(rows, start=1):
        for place, raw in enumerate(row):
            if not isinstance(raw, str) or not raw or len(raw) > LONGEST:
                continue
            label = labels.get(fold(raw).rstrip(":"))
            if label and label not in found:
                beside = (p for p in range(place + 1, len(row)) if not is_blank(row[p]))
                at = next(beside, place + 1)
                value = row[at] if at < len(row) else ""
                found[label] = CoverCell(value, number, at)
    return found


def read_cover(cells: dict[str, CoverCell]) -> Cover:
    """The typed cover; a month without a year is one of the cover's fiscal year."""
    text = {label: show(cell.raw).strip() for label, cell in cells.items()}
    year = _year(text.get(YEAR, ""))
    return Cover(
        fold(text.get(FORM_ID, "")).upper(),
        text.get(VERSION, ""),
        year,
        fold(text.get(WINDOW, "")).upper(),
        text.get(AGENCY, ""),
        text.get(WRITER, ""),
        read_month(cells[MONTH].raw, year) if MONTH in cells else None,
        _day(cells[SUBMITTED].raw) if SUBMITTED in cells else None,
        text.get(CONTACT, ""),
    )


def read_month(raw: Any, year: FiscalYear | None) -> Month | None:
    """R7.4, 令和7年4月, 4月 or a day in it; None when it is no month."""
    return Month.of(raw) if isinstance(raw, date) else _named_month(show(raw), year)


@cache
def _named_month(name: str, year: FiscalYear | None) -> Month | None:
    text = fold(name).removesuffix("末").removesuffix("分")
    try:
        return Month.parse(text)
    except ValueError:
        pass
    digits = KANJI_MONTHS.get(text) or ENGLISH_MONTHS.get(text.lower().rstrip(".")) or text
    number = digits.removesuffix("月")
    if year is None or not re.fullmatch("0?[1-9]|1[0-2]", number):
        return None
    month = int(number)
    return Month(year.year + (month < FIRST_MONTH), month)


KANJI = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
KANJI_MONTHS = {f"{kanji}月": str(number) for number, kanji in enumerate(KANJI, start=1)}
ENGLISH_MONTHS = {
    name.lower(): str(number)
    for names in (month_abbr, month_name)
    for number, name in enumerate(names)
    if name
} | {"sept": "9"}


def _year(text: str) -> FiscalYear | None:
    try:
        return FiscalYear.parse(text)
    except ValueError:
        return None


def _day(raw: Any) -> date | None:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    try:
        return parse_date(show(raw))
    except ValueError:
        return None


def cover_text(cover: Cover) -> dict[str, str]:
    """What the product writes beside each label."""
    return {
        FORM_ID: cover.form_id,
        VERSION: cover.version,
        YEAR: str(cover.year or ""),
        WINDOW: cover.window,
        AGENCY: cover.agency,
        WRITER: cover.writer,
        MONTH: str(cover.month or ""),
        SUBMITTED: era_date(cover.submitted_on) if cover.submitted_on else "",
        CONTACT: cover.contact,
    }
