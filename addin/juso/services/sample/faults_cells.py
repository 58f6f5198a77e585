"""Faults in single cells of 相談受付簿: what the typed column does not hold."""

from __future__ import annotations

from datetime import timedelta

from juso.koshu.register import Register
from juso.koshu.sheets import Case
from juso.services.sample.faults import Change, RegisterFault, blank, typed
from juso.services.sample.faults_intake import is_plain

UNUSED_NUMBER = "9876"
INVENTED_PERSONAL_NUMBER = "個人番号 1234 5678 9012"  # no such number: its check digit is wrong


def _is_plain_open(case: Case, book: Register) -> bool:
    return is_plain(case, book) and case.state.is_open and not case.reopened_from


def _is_of_its_own(case: Case, book: Register) -> bool:
    """No other case of the household, which would be at another one's address."""
    return is_plain(case, book) and not any(
        other.household_no == case.household_no and other is not case for other in book.cases
    )


def _is_recent(case: Case, book: Register) -> bool:
    """Received so lately that nobody has to have been in touch again."""
    return _is_plain_open(case, book) and case.received_on > book.today - timedelta(days=50)


def _number(text: str) -> Change:
    """A case number of the case's own year: R7-9876."""
    return lambda case, _: {"case_no": text.format(case.case_no.partition("-")[0])}


CELL_FAULTS = (
    RegisterFault(
        "必須の主訴が空欄",
        Case,
        (("CELL-001", "complaint"),),
        blank("complaint"),
        is_plain,
        mess="N04",
    ),
    RegisterFault(
        "暦にない日付",
        Case,
        (("CELL-002", "received_on"),),
        typed("received_on", "令和7年13月1日"),
        is_plain,
        mess="N28",
    ),
    RegisterFault(
        "言葉で書いた人数",
        Case,
        (("CELL-002", "family_count"),),
        typed("family_count", "三人くらい"),
        is_plain,
        mess="N10",
    ),
    RegisterFault(
        "一覧にない窓口",
        Case,
        (("CELL-003", "window"),),
        typed("window", "介 護 課"),
        is_plain,
        mess="N34",
    ),
    RegisterFault(
        "書式に合わない世帯番号",
        Case,
        (("CELL-005", "household_no"),),
        typed("household_no", "世帯12"),
        _is_of_its_own,
    ),
    RegisterFault(
        "書式に合わないケース番号",
        Case,
        (("CELL-005", "case_no"),),
        _number("{}-12"),
        _is_recent,
        adds=True,
        mess="N36",
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
)
