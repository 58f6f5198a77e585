"""The lines at the top of a 受付票: which form it is, who sent it, when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from juso.core.calendar import FiscalYear, parse_date
from juso.core.cells import fold, is_blank, show
from juso.koshu.case_form import Head, Variant
from juso.koshu.case_form_cells import Cell
from juso.koshu.case_sheet import CaseSheet


def with_head(blank: CaseSheet, head: Mapping[str, Cell]) -> CaseSheet:
    """The same with what its head says; blank where a line is gone or cannot be read."""
    variant = fold(text_of(head.get(Head.VARIANT)))
    return replace(
        blank,
        serial=fold(text_of(head.get(Head.SERIAL))).upper(),
        version=fold(text_of(head.get(Head.VERSION))),
        year=_year(text_of(head.get(Head.YEAR))),
        office_id=fold(text_of(head.get(Head.OFFICE))).lower(),
        sent_on=_day(head.get(Head.SENT_ON)),
        sender=text_of(head.get(Head.SENDER)),
        variant=variant if variant in list(Variant) else "",
    )


def text_of(cell: Cell | None) -> str:
    """What a cell of the head says."""
    return show(cell.raw).strip() if cell else ""


def _year(text: str) -> str:
    """R7; what is no fiscal year as it was typed."""
    try:
        return FiscalYear.parse(text).short
    except ValueError:
        return text


def _day(cell: Cell | None) -> date | None:
    if cell is None or is_blank(cell.raw):
        return None
    if isinstance(cell.raw, datetime):
        return cell.raw.date()
    if isinstance(cell.raw, date):
        return cell.raw
    try:
        return parse_date(show(cell.raw))
    except ValueError:
        return None
