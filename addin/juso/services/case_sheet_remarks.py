"""What is asked of a 受付票 beside the register's rules: whose it is, whom it is about, which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from juso.core.calendar import FiscalYear
from juso.core.finding import Finding, Severity
from juso.core.sheet import column_index
from juso.koshu.case_form import Head, Variant
from juso.koshu.case_sheet import SHEETS_ON_FORM, CaseSheet, Spot, column_at, fingerprint
from juso.koshu.check_case_form import form_finding
from juso.koshu.config import Config
from juso.koshu.register import Register
from juso.koshu.rules import case_form_rules as rules
from juso.koshu.rules.case_intake_rules import DOUBLED_ROW
from juso.koshu.rules.cell_rules import CellRule
from juso.koshu.sheets import Case

BETWEEN_PEOPLE = re.compile(r"[、，,／/＆&\n]|(?<![ァ-ヶー])・")  # マリア・サントス is one person
NUMBER = "number"


def remarks_on(sheet: CaseSheet, register: Register | None, today: date) -> Iterator[Finding]:
    """All of them; only without a register, whether the form is of this fiscal year."""
    yield from _consent(sheet)
    yield from _people(sheet)
    yield from _doubled(sheet)
    yield from _closed(sheet, register)
    yield from _case_no(sheet, register)
    if register is None:
        yield from _year(sheet, today)


def check_addressee(sheet: CaseSheet, config: Config) -> list[Finding]:
    """Whether a form was made by this office for its fiscal year."""
    found = []
    if sheet.year != config.fiscal_year.short:
        message = (
            f"年度が「{sheet.year}」の受付票です（この事業所は{config.fiscal_year}）。"
            "その年度の事業所に取り込むか、今年度の受付票に写してください。"
        )
        found.append(_at_head(rules.OTHER_YEAR, sheet, message, Head.YEAR, sheet.year))
    if sheet.office_id != config.id.lower():
        message = (
            "ほかの事業所がつくった受付票です。宛先を確かめ、"
            "この事業所でつくった受付票に写してもらってください。"
        )
        found.append(_at_head(rules.OTHER_OFFICE, sheet, message, Head.OFFICE, sheet.office_id))
    return found


def _consent(sheet: CaseSheet) -> Iterator[Finding]:
    """同意状況 must suit the kind of form: the other kind asks for what then is needed."""
    for case in sheet.tables[Case].rows if sheet.variant else ():
        fits = Variant.CONSENT if case.consent and case.consent.is_given else Variant.NO_CONSENT
        if case.consent and fits != sheet.variant:
            message = (
                f"同意状況が「{case.consent}」ですが、{sheet.variant}の票です。"
                f"同意状況を確かめるか、{fits}の票に入力してください。"
            )
            yield _at(rules.OTHER_VARIANT, sheet, message, (Case, case.row_number, "consent"))


def _people(sheet: CaseSheet) -> Iterator[Finding]:
    for case in sheet.tables[Case].rows:
        names = [name for name in BETWEEN_PEOPLE.split(case.name or "") if name.strip()]
        if len(names) > 1:
            message = (
                "氏名に改行や「、」などがあり、2人以上に見えます。受付票は1人の相談に1枚です。"
                "ほかの人の相談は別の受付票に、同じ世帯の人は家族構成に入力してください。"
            )
            yield _at(rules.TWO_PEOPLE, sheet, message, (Case, case.row_number, "name"))


def _doubled(sheet: CaseSheet) -> Iterator[Finding]:
    """Numbers of 家族構成 or 課題整理 that stand on two rows: nobody knows which is meant."""
    for kind in SHEETS_ON_FORM:
        seen: set[Any] = set()
        for row in sheet.tables[kind].rows:
            number = getattr(row, NUMBER, None)
            if number is not None and number in seen:
                message = (
                    f"「{kind.sheet}」に番号「{number}」の行が2つあります。"
                    "重ならない番号に直してください。"
                )
                yield _at(DOUBLED_ROW, sheet, message, (kind, row.row_number, NUMBER))
            seen.add(number)


def _closed(sheet: CaseSheet, register: Register | None) -> Iterator[Finding]:
    """A case is neither closed nor suspended by a form: it has no lines for what that takes."""
    there = register.case_by_no.get(sheet.case_no) if register else None
    for case in sheet.tables[Case].rows:
        spot = (Case, case.row_number, "state")
        if case.state is None or case.state.is_open or (there and there.state is case.state):
            continue
        if (sheet.base or {}).get(spot) == fingerprint(case.state):
            continue
        message = (
            f"受付票では「{case.state}」にできません。いまの状態を入力してください。"
            f"{case.state}は、受け取った後に、台帳で理由や評価とあわせて入力します。"
        )
        yield _at(rules.CLOSED, sheet, message, spot)


def _case_no(sheet: CaseSheet, register: Register | None) -> Iterator[Finding]:
    """A number must be in the register; without one, be that which the form was made with."""
    spot = (Case, 1, "case_no")
    if sheet.is_new:
        return
    if register and sheet.case_no not in register.case_by_no:
        message = (
            f"ケース番号「{sheet.case_no}」は台帳にありません。"
            "番号を確かめ、新しい相談なら空欄にしてください。"
        )
        yield replace(_at(rules.UNKNOWN_CASE, sheet, message, spot), value=sheet.case_no)
    made_with = fingerprint(sheet.case_no) if sheet.base is None else sheet.base.get(spot)
    if register is None and made_with != fingerprint(sheet.case_no):
        message = (
            "ケース番号が、票をつくったときと違います。"
            "市から聞いた番号でなければ元に戻し、新しい相談なら空欄にしてください。"
        )
        finding = _at(rules.UNKNOWN_CASE, sheet, message, spot)
        yield replace(finding, value=sheet.case_no, severity=Severity.WARNING)


def _year(sheet: CaseSheet, today: date) -> Iterator[Finding]:
    """A form by itself is only asked for a fiscal year, and that it is this one."""
    try:
        year = FiscalYear.parse(sheet.year)
    except ValueError:
        message = f"年度「{sheet.year}」を読めません。「R7」の形で入力してください。"
        yield _at_head(rules.OTHER_YEAR, sheet, message, Head.YEAR, sheet.year)
        return
    if year != FiscalYear.of(today):
        message = f"{year}の受付票です。今年度の相談なら、今年度の受付票に入力してください。"
        finding = _at_head(rules.OTHER_YEAR, sheet, message, Head.YEAR, sheet.year)
        yield replace(finding, severity=Severity.WARNING)


def _at(rule: CellRule, sheet: CaseSheet, message: str, spot: Spot) -> Finding:
    """A finding at the cell of a value."""
    kind, number, key = spot
    row = next((row for row in sheet.tables[kind].rows if row.row_number == number), None)
    value = "" if row is None else row[column_index(kind, key)]
    place = sheet.places.get(spot, ("", ""))
    return form_finding(rule, sheet, message, place, column_at(spot).label, value)


def _at_head(rule: CellRule, sheet: CaseSheet, message: str, line: Head, value: str) -> Finding:
    return form_finding(rule, sheet, message, sheet.head.get(line, ("", "")), line, value)
