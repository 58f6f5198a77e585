"""Faults in single cells of 相談受付簿 and 支援経過記録: what the typed column does not hold."""

from __future__ import annotations

from juso.koshu.register import Register
from juso.koshu.sheets import Case, Contact
from juso.services.sample.faults import Change, RegisterFault, blank, typed
from juso.services.sample.faults_intake import is_plain

UNUSED_NUMBER = "9876"
INVENTED_PERSONAL_NUMBER = "個人番号 1234 5678 9012"  # no such number: its check digit is wrong


def _is_plain_open(case: Case, book: Register) -> bool:
    return is_plain(case, book) and case.state.is_open and not case.reopened_from


def _first_time(case: Case, book: Register) -> bool:
    return is_plain(case, book) and case.reopened_from is None


def _number(text: str) -> Change:
    """A case number of the case's own year: R7-9876."""
    return lambda case, _: {"case_no": text.format(case.case_no.partition("-")[0])}


CELL_FAULTS = (
    RegisterFault(
        "必須の主訴が空欄", Case, (("CELL-001", "complaint"),), blank("complaint"), is_plain
    ),
    RegisterFault(
        "暦にない日付",
        Case,
        (("CELL-002", "received_on"),),
        typed("received_on", "令和7年13月1日"),
        is_plain,
    ),
    RegisterFault(
        "言葉で書いた人数",
        Case,
        (("CELL-002", "family_count"),),
        typed("family_count", "三人くらい"),
        is_plain,
    ),
    RegisterFault(
        "一覧にない窓口",
        Case,
        (("CELL-003", "window"),),
        typed("window", "介 護 課"),
        is_plain,
    ),
    RegisterFault(
        "書式に合わない世帯番号",
        Case,
        (("CELL-005", "household_no"),),
        typed("household_no", "世帯12"),
        is_plain,
    ),
    RegisterFault(
        "書式に合わないケース番号",
        Case,
        (("CELL-005", "case_no"),),
        _number("{}-12"),
        _is_plain_open,
        adds=True,
    ),
    RegisterFault(
        "ケース番号の重複",
        Case,
        (("CASE-001", "case_no"),),
        lambda *_: {},
        _is_plain_open,
        adds=True,
    ),
    RegisterFault(
        "台帳にない再開元ケース番号",
        Case,
        (("CELL-007", "reopened_from"),),
        lambda case, _: {"reopened_from": f"{case.case_no.partition('-')[0]}-{UNUSED_NUMBER}"},
        is_plain,
    ),
    RegisterFault(
        "個人番号らしい数字",
        Case,
        (("CELL-008", "note"),),
        typed("note", INVENTED_PERSONAL_NUMBER),
        is_plain,
    ),
    RegisterFault(
        "一覧にない方法",
        Contact,
        (("CELL-003", "method"),),
        typed("method", "テレビ電話"),
    ),
)
