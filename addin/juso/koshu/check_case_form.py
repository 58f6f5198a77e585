"""What is to be said of a 受付票 as a form: its id, version and number, its lines, stray text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from juso.core.cells import show
from juso.core.finding import Finding, Severity, address
from juso.koshu.case_form import Head, Variant
from juso.koshu.case_form_cells import Cell, Page
from juso.koshu.case_form_sheets import APPLICATION, FORM_SHEETS
from juso.koshu.case_sheet import FORM_VERSION, SHEETS_ON_FORM, CaseSheet
from juso.koshu.rules import case_form_rules as rules
from juso.koshu.rules.cell_rules import CellRule
from juso.koshu.sheets import Case

OLD_VERSIONS = ("2026.1",)
LONGEST = 30  # characters of a stray text that a message quotes


@dataclass(frozen=True, slots=True)
class FormCells:
    """What was found where on a form."""

    head: Mapping[str, Cell]
    doubled: tuple[tuple[str, str, Cell], ...]  # sheet, name of the label, the cell not read
    pages: Mapping[str, tuple[str, Page]]


def form_finding(  # noqa: PLR0913, PLR0917 - the parts of a finding
    rule: CellRule,
    sheet: CaseSheet,
    message: str,
    at: tuple[str, str] = ("", ""),
    column: str = "",
    value: Any = "",
    severity: Severity | None = None,
) -> Finding:
    """A finding about the form; `at` is its sheet and cell."""
    return Finding(
        rule.id,
        severity or rule.severity,
        sheet.file,
        *at,
        sheet.case_no or sheet.serial,
        column,
        show(value),
        message,
        rule.basis,
    )


def check_form_cells(sheet: CaseSheet, cells: FormCells) -> Iterator[Finding]:
    """All findings about the form, in the order of the form."""
    yield from _sheets(sheet, cells)
    if APPLICATION.title in cells.pages:
        yield from _head(sheet, cells)
        yield from _empty(sheet, cells)
    yield from _lines(sheet, cells)
    yield from _doubled(sheet, cells)
    yield from _stray(sheet, cells)


def place_of(cells: FormCells, line: Head) -> tuple[str, str]:
    """Sheet and cell of a head line's entry; the sheet alone where the line is gone."""
    title = cells.pages[APPLICATION.title][0]
    cell = cells.head.get(line)
    return title, address(cell.row, cell.column) if cell else ""


def _sheets(sheet: CaseSheet, cells: FormCells) -> Iterator[Finding]:
    for form_sheet in FORM_SHEETS:
        if form_sheet.title not in cells.pages:
            message = (
                f"シート「{form_sheet.title}」が見つかりません。"
                "配られた受付票に入力するか、シートを戻してください。"
            )
            severity = None if form_sheet is APPLICATION else Severity.WARNING
            yield form_finding(
                rules.NO_SHEET, sheet, message, (form_sheet.title, ""), severity=severity
            )


def _head(sheet: CaseSheet, cells: FormCells) -> Iterator[Finding]:
    yield from _version(sheet, cells)
    if not sheet.variant:
        message = (
            "票の種類が読めません。市から受け取ったときのとおり、"
            f"「{Variant.CONSENT}」か「{Variant.NO_CONSENT}」を入力してください。"
        )
        yield form_finding(
            rules.OTHER_VARIANT,
            sheet,
            message,
            place_of(cells, Head.VARIANT),
            Head.VARIANT,
            severity=Severity.WARNING,
        )
    if not sheet.serial:
        message = (
            "受付票番号がありません。二重に取り込むおそれがあるため、"
            "市から受け取った受付票に書き写してください。"
        )
        yield form_finding(
            rules.NO_SERIAL, sheet, message, place_of(cells, Head.SERIAL), Head.SERIAL
        )
    if sheet.sent_on is None:
        message = "提出日が未入力か、日付として読めません。「R7.4.1」の形で入力してください。"
        raw = cells.head[Head.SENT_ON].raw if Head.SENT_ON in cells.head else ""
        place = place_of(cells, Head.SENT_ON)
        yield form_finding(rules.NO_SENDER, sheet, message, place, Head.SENT_ON, raw)
    if not sheet.sender:
        message = "記入機関が未入力です。問い合わせ先になるので、入力してください。"
        yield form_finding(
            rules.NO_SENDER, sheet, message, place_of(cells, Head.SENDER), Head.SENDER
        )


def _empty(sheet: CaseSheet, cells: FormCells) -> Iterator[Finding]:
    if not sheet.tables[Case].rows:
        message = "何も入力されていません。白い欄に入力してください。"
        yield form_finding(
            rules.EMPTY_FORM, sheet, message, (cells.pages[APPLICATION.title][0], "")
        )


def _version(sheet: CaseSheet, cells: FormCells) -> Iterator[Finding]:
    if sheet.version == FORM_VERSION:
        return
    place = place_of(cells, Head.VERSION)
    if sheet.version in OLD_VERSIONS:
        message = (
            f"様式版が「{sheet.version}」（現行は{FORM_VERSION}）です。"
            "読み取れましたが、足りない項目がないか確かめ、次からは新しい受付票を使ってください。"
        )
        rule = rules.OLD_VERSION
    else:
        message = (
            f"様式版「{sheet.version}」の受付票は読めるか分かりません。"
            f"現行（{FORM_VERSION}）の受付票に入力するか、この製品を更新してください。"
        )
        rule = rules.UNKNOWN_VERSION
    yield form_finding(rule, sheet, message, place, Head.VERSION, sheet.version)


def _lines(sheet: CaseSheet, cells: FormCells) -> Iterator[Finding]:
    """Lines that are gone; on an old form, which may never have had them, they are 要確認."""
    titles = {
        section.row_type: cells.pages[form_sheet.title][0]
        for form_sheet in FORM_SHEETS
        if form_sheet.title in cells.pages
        for section in form_sheet.sections
    }
    for row_type in SHEETS_ON_FORM:
        table = sheet.tables.get(row_type)
        for column in table.missing if table and row_type in titles else ():
            is_needed = column.required and sheet.version == FORM_VERSION
            severity = Severity.ERROR if is_needed else Severity.WARNING
            message = (
                f"項目「{column.label}」がありません。"
                "配られた受付票の項目を戻すか、新しい受付票に入力してください。"
            )
            place = (titles[row_type], "")
            yield form_finding(
                rules.NO_LINE, sheet, message, place, column.label, severity=severity
            )


def _doubled(sheet: CaseSheet, cells: FormCells) -> Iterator[Finding]:
    labels = {
        f"{row_type.__name__}.{column.key}": column.label
        for row_type in SHEETS_ON_FORM
        for column in row_type.columns
    }
    for title, name, cell in cells.doubled:
        label = labels.get(name, name)
        message = (
            f"項目「{label}」が2か所にあり、値が違います。ここの値は読みません。"
            "正しいほうを1つだけ残してください。"
        )
        place = (title, address(cell.row, cell.column))
        yield form_finding(rules.DOUBLED_LINE, sheet, message, place, label, cell.raw)


def _stray(sheet: CaseSheet, cells: FormCells) -> Iterator[Finding]:
    for title, page in cells.pages.values():
        for cell in page.left_over():
            text = show(cell.raw)
            quoted = text if len(text) <= LONGEST else text[:LONGEST] + "…"
            message = (
                f"「{quoted}」は項目の外に書かれているため読みません。"
                "必要なら、当てはまる項目か備考に移してください。"
            )
            place = (title, address(cell.row, cell.column))
            yield form_finding(rules.STRAY_TEXT, sheet, message, place, "", text)
