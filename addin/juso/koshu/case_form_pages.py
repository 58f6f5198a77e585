"""Which sheets of a workbook are the form's, and what is said of the others it holds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from juso.core.cells import fold, is_blank, show
from juso.core.finding import Finding, address
from juso.koshu.case_form import CODES_SHEET, COPY_SHEET, FormSheet, plain_label
from juso.koshu.case_form_sheets import FORM_SHEETS
from juso.koshu.case_sheet import CaseSheet
from juso.koshu.check_case_form import form_finding
from juso.koshu.read_case_form import labels_of
from juso.koshu.rules import case_form_rules as rules

Rows = Sequence[Sequence[Any]]
Sheets = Mapping[str, Rows]  # by name
BEHIND = (CODES_SHEET, COPY_SHEET)


def form_sheets(sheets: Sheets) -> dict[str, str]:
    """The name of each form sheet by its title: whatever it is called now, it has its labels."""
    found: dict[str, str] = {}
    for form_sheet in FORM_SHEETS:
        scores = [(_score(name, rows, form_sheet), name) for name, rows in _in_front(sheets)]
        score, name = max(scores, default=(0, ""))
        if _is_enough(score, form_sheet):
            found[form_sheet.title] = name
    return found


def check_sheets(sheet: CaseSheet, sheets: Sheets) -> Iterator[Finding]:
    """What is said of the sheets that are not read: another case, a memo somebody added."""
    titles = form_sheets(sheets)
    for name, rows in _in_front(sheets):
        cells = _cells(rows)
        if name in titles.values() or not cells:
            continue
        twin = next((f.title for f in FORM_SHEETS if _is_enough(_score(name, rows, f), f)), "")
        at = (name, next(iter(cells)))
        if not twin:
            message = (
                f"シート「{name}」は受付票のシートではないため読みません。"
                "必要なことが書かれていれば、当てはまる項目か備考に移してください。"
            )
            yield form_finding(rules.STRAY_TEXT, sheet, message, at)
        elif cells != _cells(sheets[titles[twin]]):
            message = (
                f"シート「{name}」も「{twin}」です。シート「{titles[twin]}」だけを読みます。"
                "受付票は相談1件に1ファイルです。ほかの相談なら別の受付票に入力し、"
                "使わないシートは削除してください。"
            )
            yield form_finding(rules.MORE_SHEETS, sheet, message, at)


def _in_front(sheets: Sheets) -> list[tuple[str, Rows]]:
    return [(name, rows) for name, rows in sheets.items() if fold(name) not in BEHIND]


def _score(name: str, rows: Rows, form_sheet: FormSheet) -> int:
    """How many of a form sheet's labels are there; its own name counts as one more."""
    texts = {plain_label(raw) for row in rows for raw in row if isinstance(raw, str) and raw}
    return len(texts.intersection(_labels(form_sheet))) + (fold(name) == fold(form_sheet.title))


def _is_enough(score: int, form_sheet: FormSheet) -> bool:
    return 3 * score >= len(_labels(form_sheet))


def _labels(form_sheet: FormSheet) -> Collection[str]:
    return labels_of(form_sheet).keys()


def _cells(rows: Rows) -> dict[str, str]:
    """The texts of a sheet by their cells."""
    return {
        address(number, column): show(raw)
        for number, row in enumerate(rows, start=1)
        for column, raw in enumerate(row)
        if not is_blank(raw)
    }
