"""受付票 as a workbook: one case on A4, in the look of the paper forms, for windows outside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from juso.adapters.case_form_codes import Lists, write_copy, write_lists
from juso.adapters.case_form_grid import Grid
from juso.adapters.case_form_page import Sent, SheetWriter
from juso.adapters.styles import Styles, new_workbook
from juso.core.sheet import Row
from juso.koshu.case_form import Variant
from juso.koshu.case_form_sheets import FORM_SHEETS
from juso.koshu.codes import CaseState
from juso.koshu.config import Config
from juso.koshu.register import group_by_type
from juso.koshu.sheets import Case

__all__ = ["Sent", "write_case_form"]


def write_case_form(  # noqa: PLR0913 - whose form it is, and what stands on it
    path: Path,
    rows: Iterable[Row],
    config: Config,
    lists: Lists,
    serial: str,
    *,
    consent: bool = True,
    sent: Sent | None = None,
) -> None:
    """Write a form with the rows of one case filled in, an empty one without rows.

    `lists` are the open lists (地区, 関係機関) by name; `sent` makes it one that came back.
    The same input gives the same bytes.
    """
    kept = list(rows)
    variant = Variant.CONSENT if consent else Variant.NO_CONSENT
    book = new_workbook(path, f"受付票 {serial}", config.fiscal_year)
    styles = Styles(book)
    values = _values(kept, variant)
    is_new = not any(isinstance(row, Case) and row.case_no for row in kept)
    for form_sheet in FORM_SHEETS:
        writer = SheetWriter(
            Grid(book.add_worksheet(form_sheet.title), styles), config, variant, serial
        )
        writer.set_up(form_sheet)
        if form_sheet is FORM_SHEETS[0]:
            writer.head(is_new=is_new, sent=sent)
        for section in form_sheet.sections_for(variant):
            writer.section(section, values.get(section.row_type, ()))
        writer.close()
    write_lists(book, styles, lists)
    before = kept if sent is None else sent.before
    write_copy(book, [] if is_new else before)
    book.close()


def _values(rows: Sequence[Row], variant: Variant) -> Mapping[type[Row], Sequence[Row]]:
    """What is filled in; a 同意状況 that does not suit the kind of form is left to be asked."""
    found: dict[type[Row], list[Row]] = dict(group_by_type(rows))
    case = next(iter(found.get(Case, ())), Case(state=CaseState.RECEIVED))
    if isinstance(case, Case) and case.consent:
        is_suiting = case.consent.is_given is (variant is Variant.CONSENT)
        case = case if is_suiting else case.replace(consent=None)
    return found | {Case: [case]}
