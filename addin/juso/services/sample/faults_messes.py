"""Messy input in the register: an example of each number and grade of the table of repairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from juso.core.calendar import era_date
from juso.core.cells import EPOCH
from juso.core.eras import WEEKDAYS
from juso.core.finding import Severity
from juso.core.sheet import Column, Row
from juso.koshu.codes import Outcome
from juso.koshu.register import Register
from juso.koshu.repairs import REPAIRS, Repair, Where
from juso.koshu.rules import cell_rules as cells
from juso.koshu.sheets import SHEETS, Assessment, Case, Contact, Target, Training
from juso.services.sample.faults import Change, Fits, RegisterFault
from juso.services.sample.faults_intake import is_plain

REIWA = 2018  # the year before 令和元年
BY_SHEET = {row_type.sheet: row_type for row_type in SHEETS}


def _always(*_: object) -> bool:
    return True


def _is_unassessed(case: Case, book: Register) -> bool:
    """Nobody counts the rows of 家族構成 against what is typed."""
    return is_plain(case, book) and case.case_no not in book.assessment_of


def _was_not_only_informed(case: Case, book: Register) -> bool:
    return is_plain(case, book) and case.outcome is not Outcome.INFORMED


def _has_one_above(row: Row, _: Register) -> bool:
    """A cell can be merged with the one above it, which is filled in."""
    return row.row_number > 2


TAKES: Mapping[tuple[type[Row], str], Fits] = {
    (Case, "世帯人数"): _is_unassessed,
    (Case, "受付窓口"): _was_not_only_informed,
    (Case, "主担当機関"): is_plain,
    (Case, "担当者"): is_plain,
    (Case, "性別"): is_plain,
    (Case, "匿名"): is_plain,
    (Case, "氏名"): is_plain,
    (Case, "ふりがな"): is_plain,
    (Case, "住所"): is_plain,
    (Case, "備考"): is_plain,
    (Assessment, "月収"): _always,
    (Training, "課長級"): _has_one_above,
    (Target, "目標値"): _always,
}
"""Columns in which any value may stand without another rule's having a say, and their rows."""
TOO_MUCH = (("N17", Severity.WARNING),)  # a 備考 above that is filled in


def _from_table() -> Iterator[RegisterFault]:
    """The first example of each number and grade that is typed into one of those columns."""
    seen = set(TOO_MUCH)
    for repair in REPAIRS:
        if repair.where is not Where.REGISTER or repair.grade is None:
            continue
        row_type = BY_SHEET[repair.sheet]
        fits = TAKES.get((row_type, repair.column))
        if fits and (repair.number, repair.grade) not in seen:
            seen.add((repair.number, repair.grade))
            yield _of(repair, repair.grade, row_type, fits)


def _of(repair: Repair, grade: Severity, row_type: type[Row], fits: Fits) -> RegisterFault:
    column = next(column for column in row_type.columns if column.label == repair.column)
    return RegisterFault(
        f"{repair.what}（{repair.column}、{grade}）",
        row_type,
        ((_rule(grade, column), column.key),),
        lambda *_: {column.key: repair.typed},
        fits,
        mess=repair.number,
    )


def _rule(grade: Severity, column: Column) -> str:
    if grade is Severity.NOTE:
        return cells.REPAIRED.id
    if grade is Severity.WARNING:
        return cells.UNSURE.id
    is_list = column.is_code or column.choices or column.kind is bool
    return (cells.NOT_A_CHOICE if is_list else cells.UNREADABLE).id


def _era(day: date) -> str:
    return f"{day.year - REIWA}.{day.month}.{day.day}"


def _on_the_wrong_weekday(day: date) -> str:
    return f"{era_date(day)}（{WEEKDAYS[(day + timedelta(days=1)).weekday()]}）"


def _received(name: str, mess: str, rule: str, text: Any) -> RegisterFault:
    """The 受付日 as somebody typed it, `text` from the day itself; a register of 令和 only."""

    def change(case: Case, _: Register) -> dict[str, Any]:
        return {"received_on": text(case.received_on)}

    return RegisterFault(name, Case, ((rule, "received_on"),), change, is_plain, mess=mess)


def _retyped(key: str, old: str, new: str) -> Change:
    return lambda row, _: {key: getattr(row, key).replace(old, new)}


NOTE, UNSURE, UNREADABLE = cells.REPAIRED.id, cells.UNSURE.id, cells.UNREADABLE.id
DAY_MESSES = (
    _received("文字の和暦", "N24", NOTE, lambda day: f"R{_era(day)}"),
    _received("曜日の合わない日付", "N24", UNSURE, _on_the_wrong_weekday),
    _received(
        "元号の変わり目を越えた年",
        "N25",
        UNREADABLE,
        lambda d: f"H{d.year - 1988}.{d.month}.{d.day}",
    ),
    _received("元号のない年月日", "N26", UNSURE, _era),
    _received("年のない日付", "N26", UNREADABLE, lambda day: f"{day.month}/{day.day}"),
    _received("日付の通し番号", "N27", NOTE, lambda day: (day - EPOCH).days),
    _received("8桁の日付", "N29", NOTE, lambda day: f"{day:%Y%m%d}"),
    _received("6桁の日付", "N29", UNREADABLE, lambda d: f"{d.year - REIWA:02}{d:%m%d}"),
)
NUMBER_MESSES = (
    RegisterFault(
        "長音で書いたケース番号",
        Contact,
        ((NOTE, "case_no"),),
        _retyped("case_no", "-", "ー"),
        lambda contact, _: contact.case_no is not None,
        mess="N36",
    ),
)

MESS_FAULTS = (*_from_table(), *DAY_MESSES, *NUMBER_MESSES)
