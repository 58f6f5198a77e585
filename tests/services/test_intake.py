"""Forms from outside at the register's door: what is new, what changed, what a person decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from case_sheets import OFFICE, base_of, case_sheet, in_short
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity
from juso.koshu.config import Config
from juso.koshu.received import Received
from juso.services.intake import intake
from tables import register

TODAY = date(2026, 3, 31)
CONFIG = Config(FiscalYear(2025), id=OFFICE)

REGISTER = """
    相談受付簿
    | ケース番号 | 世帯番号 | 受付日 | 受付窓口 | 氏名 | ふりがな | 生年月日 | 電話 | 対象属性 | 担当者 |
    | R7-0001 | S0001 | 2025-04-10 | 介護 | 甲野 一郎 | こうの いちろう | 1940-01-02 | 0553-00-0001 | 高齢、障害 | 佐藤 |
    | R7-0002 | S0002 | 2025-05-20 | 障害 | 乙野 花子 | おつの はなこ | 1980-03-04 | | 障害 | 鈴木 |
    家族構成
    | ケース番号 | 番号 | 続柄 | 年代 | 備考 |
    | R7-0001 | 1 | 配偶者 | 80代 | |
    | R7-0001 | 2 | 子 | 50代 | 無職 |
"""
NEW = """
    相談受付簿
    | 受付日 | 受付窓口 | 氏名 | ふりがな | 生年月日 | 電話 | 対象属性 | 担当者 | 世帯番号 |
    | 2025-06-01 | 介護 | 丙野 次郎 | へいの じろう | 1950-05-06 | 0553-00-0003 | 高齢 | 佐藤 | |
    ケース票
    | アセスメント日 | 実施者 |
    | 2025-06-03 | 佐藤 |
    家族構成
    | 番号 | 続柄 | 年代 |
    | 1 | 配偶者 | 70代 |
"""
KNOWN = """
    相談受付簿
    | ケース番号 | 世帯番号 | 受付日 | 受付窓口 | 氏名 | ふりがな | 生年月日 | 電話 | 対象属性 | 担当者 |
    | R7-0001 | S0001 | 2025-04-10 | 介護 | 甲野 一郎 | こうの いちろう | 1940-01-02 | 0553-00-0001 | 高齢、障害 | 佐藤 |
    家族構成
    | 番号 | 続柄 | 年代 | 備考 |
    | 1 | 配偶者 | 80代 | |
    | 2 | 子 | 50代 | 無職 |
"""


def known(text=KNOWN, **facts):
    return case_sheet(text, case_no="R7-0001", serial="K-1", **facts)


def edited(old, new):
    assert old in KNOWN
    return KNOWN.replace(old, new, 1)


def taken(*sheets, book=REGISTER, received=(), check=lambda *_: [], **how):
    return intake(sheets, register(book), CONFIG, received, TODAY, check=check, **how)


def receipt(sheet, case_no="R7-0003", household_no="S0003"):
    day = date(2025, 6, 10)
    return Received(sheet.serial, sheet.sha256, case_no, household_no, day, "窓口", sheet.sent_on)


def rules(result):
    return [f"{f.rule} {f.cell}".strip() for f in result.findings]


def lines(result):
    return [outcome.line for outcome in result.outcomes]


# ---- a new case


def test_new_form__becomes_rows_with_the_next_numbers():
    result = taken(case_sheet(NEW))

    assert in_short(result.changes) == [
        "相談受付簿 新 R7-0003 ケース番号：R7-0003、世帯番号：S0003、受付日：2025-06-01、受付窓口：介護、"
        "氏名：丙野 次郎、ふりがな：へいの じろう、生年月日：1950-05-06、電話：0553-00-0003、対象属性：高齢、担当者：佐藤",
        "ケース票 新 R7-0003 ケース票 ケース番号：R7-0003、アセスメント日：2025-06-03、実施者：佐藤",
        "家族構成 新 R7-0003 家族構成1 ケース番号：R7-0003、番号：1、続柄：配偶者、年代：70代",
    ]
    assert (result.undecided, result.findings) == ([], [])
    assert lines(result) == [
        "受付票.xlsx：新しい相談 R7-0003（世帯 S0003）。"
        "相談受付簿1行、ケース票1行、家族構成1行を加えます。"
    ]


def other(number, **changes):
    """Another new form: 氏名 and 生年月日 of its own."""
    text = NEW.replace("丙野 次郎", f"丁野 {number}郎").replace(
        "へいの じろう", f"ちょうの {number}"
    )
    text = text.replace("1950-05-06", f"1950-05-{number:02}")
    for old, new in changes.items():
        text = text.replace(old, new)
    return case_sheet(text, serial=f"U-{number}", file=f"票{number}.xlsx")


def test_several_new_forms__count_on_by_the_day_of_reception():
    sheets = [other(7), other(8, **{"2025-06-01": "2025-05-30"}), other(9)]

    numbers = [(o.case_no, o.household_no) for o in taken(*sheets).outcomes]

    assert numbers == [("R7-0004", "S0004"), ("R7-0003", "S0003"), ("R7-0005", "S0005")]


def test_numbers__count_on_from_forms_that_are_not_in_the_register_yet():
    waiting = receipt(other(2), "R7-0010", "S0020")

    result = taken(case_sheet(NEW), received=[waiting])

    assert (result.outcomes[0].case_no, result.outcomes[0].household_no) == ("R7-0011", "S0021")


def test_numbers__of_another_year_do_not_count():
    book = REGISTER.replace("R7-0002", "R6-0900")

    assert taken(case_sheet(NEW), book=book).outcomes[0].case_no == "R7-0002"


def test_last_number_typed_by_mistake__does_not_stop_the_intake():
    """The first gap is taken instead."""
    book = REGISTER.replace("R7-0002", "R7-9999")

    assert taken(case_sheet(NEW), book=book).outcomes[0].case_no == "R7-0002"


def test_numbers__run_out_with_a_sentence():
    entries = [Received(f"W{n}", f"{n}", f"R7-{n:04}", "S0001", TODAY, "") for n in range(1, 10000)]

    with pytest.raises(JusoError, match="9999まで"):
        taken(case_sheet(NEW), received=entries)


@given(st.lists(st.integers(1, 60), unique=True), st.lists(st.integers(1, 60), unique=True))
def test_numbers__are_never_given_twice(in_register, waiting):
    rows = "\n".join(f"| R7-{n:04} | S{n:04} |" for n in in_register)
    book = f"相談受付簿\n| ケース番号 | 世帯番号 |\n{rows}"
    received = [Received(f"W{n}", f"{n}", f"R7-{n:04}", f"S{n:04}", TODAY, "") for n in waiting]
    sheets = [other(n) for n in range(1, 6)]

    given_now = [o.case_no for o in taken(*sheets, book=book, received=received).outcomes]

    assert len(set(given_now)) == 5
    assert not set(given_now) & {f"R7-{n:04}" for n in (*in_register, *waiting)}


def test_household__the_form_names_one_of_the_register_is_for_a_person_to_confirm():
    sheet = case_sheet(NEW.replace("佐藤 | |", "佐藤 | S0001 |"))

    result = taken(sheet)

    assert result.outcomes[0].household_no == "S0001"
    assert rules(result) == ["INTAKE-010 世帯番号1"]
    assert "R7-0001 の世帯" in result.findings[0].message


def test_household__one_nobody_knows_gets_a_new_number_and_is_said():
    sheet = case_sheet(NEW.replace("佐藤 | |", "佐藤 | S0999 |"))

    result = taken(sheet)

    assert result.outcomes[0].household_no == "S0003"
    assert rules(result) == ["INTAKE-008 世帯番号1"]
    assert "世帯番号：S0003" in in_short(result.changes)[0]


def test_same_case__is_not_added_but_laid_out_beside_the_register():
    twin = NEW.replace("丙野 次郎", "甲野　一郎").replace("1950-05-06", "1940-01-02")
    twin = twin.replace("2025-06-01", "2025-04-10").replace("0553-00-0003", "0553-00-0099")

    result = taken(case_sheet(twin))

    assert result.changes == []
    assert in_short(result.undecided) == [
        "相談受付簿 2行目 R7-0001 氏名：甲野 一郎→甲野　一郎、ふりがな：こうの いちろう→へいの じろう、"
        "電話：0553-00-0001→0553-00-0099、対象属性：高齢・障害→高齢"
    ]
    assert rules(result) == ["INTAKE-005 氏名1"]
    assert "R7-0001" in lines(result)[0]
    assert result.new_receipts == []


@pytest.mark.parametrize(
    "unlike", ["| 2025-06-02 | 介護", "| 2025-06-01 | 障害", "戊野 三郎", "1950-05-07"]
)
def test_same_case__only_where_name_birthday_window_and_day_agree(unlike):
    first = "| 2025-06-01 | 介護"
    old = {"戊野 三郎": "丙野 次郎", "1950-05-07": "1950-05-06"}.get(unlike, first)
    sheets = [case_sheet(NEW), case_sheet(NEW.replace(old, unlike), serial="U-2")]

    assert [o.fate.name for o in taken(*sheets).outcomes] == ["NEW", "NEW"]


def test_same_case__on_two_forms_of_one_run_is_taken_once():
    sheets = [case_sheet(NEW, file="A.xlsx"), case_sheet(NEW, serial="U-2", file="B.xlsx")]

    result = taken(*sheets)

    assert [o.fate.name for o in result.outcomes] == ["NEW", "HELD"]
    assert "A.xlsx" in lines(result)[1]


# ---- the same form again


IN_REGISTER = """
    相談受付簿
    | ケース番号 | 世帯番号 | 受付日 | 受付窓口 | 氏名 | ふりがな | 生年月日 | 電話 | 対象属性 | 担当者 |
    | R7-0001 | S0001 | 2025-04-10 | 介護 | 甲野 一郎 | こうの いちろう | 1940-01-02 | 0553-00-0001 | 高齢、障害 | 佐藤 |
    | R7-0003 | S0003 | 2025-06-01 | 介護 | 丙野 次郎 | へいの じろう | 1950-05-06 | 0553-00-0003 | 高齢 | 佐藤 |
    ケース票
    | ケース番号 | アセスメント日 | 実施者 |
    | R7-0003 | 2025-06-03 | 佐藤 |
    家族構成
    | ケース番号 | 番号 | 続柄 | 年代 |
    | R7-0003 | 1 | 配偶者 | 70代 |
"""


def again(*sheets, book=IN_REGISTER, copies=None, **how):
    first = case_sheet(NEW, sent_on="2025-06-05")
    return taken(
        *(sheets or [first]),
        book=book,
        received=[receipt(first)],
        copies={first.serial: [first] if copies is None else copies},
        **how,
    )


def test_second_intake__changes_nothing_and_is_quiet():
    warns = Finding("CASE-001", Severity.WARNING, "", "", "", "", "", "", "", "")

    result = again(check=lambda *_: [warns])

    assert result.is_unchanged
    assert lines(result) == ["受付票.xlsx：R7-0003。変更はありません。"]
    assert result.findings == []
    assert result.new_receipts == []


def test_second_intake__keeps_what_the_office_changed_since():
    book = IN_REGISTER.replace("| 高齢 | 佐藤 |", "| 高齢 | 鈴木 |")

    assert again(book=book).is_unchanged


def test_second_intake__of_rows_that_never_came_into_the_register_gives_the_same_numbers():
    result = again(book=REGISTER)

    assert [o.case_no for o in result.outcomes] == ["R7-0003"]
    assert len(result.changes) == 3


def test_second_intake__of_rows_that_never_came_in_says_them_again_beside_an_older_copy():
    """The older one steps back both times: what the newer one brings is not forgotten over it."""
    older, newer = (
        case_sheet(NEW, sent_on="2025-06-01"),
        case_sheet(CORRECTED, sent_on="2025-06-20"),
    )

    result = taken(older, newer, received=[receipt(newer)])

    assert [o.fate.name for o in result.outcomes] == ["HELD", "NEW"]
    assert result.outcomes[1].case_no == "R7-0003"


def test_second_intake__fills_in_a_row_that_was_not_pasted():
    book = IN_REGISTER[: IN_REGISTER.index("家族構成")]

    assert in_short(again(book=book).changes) == [
        "家族構成 新 R7-0003 家族構成1 ケース番号：R7-0003、番号：1、続柄：配偶者、年代：70代"
    ]


def test_second_intake__where_its_number_went_to_somebody_else_gets_another():
    """Nobody pasted the rows, and a clerk gave the number to another case."""
    book = REGISTER.replace("R7-0002", "R7-0003")

    result = again(book=book)

    assert [(o.fate.name, o.case_no) for o in result.outcomes] == [("NEW", "R7-0004")]
    assert len(result.new_receipts) == 1


def test_second_intake__of_a_case_somebody_typed_by_hand_is_not_added():
    """Nobody pasted the rows; the case was typed under a number of its own."""
    book = IN_REGISTER.replace("R7-0003", "R7-0002")

    result = again(book=book)

    assert [o.fate.name for o in result.outcomes] == ["HELD"]
    assert "R7-0002" in lines(result)[0]


CORRECTED = NEW.replace("0553-00-0003", "0553-00-0033").replace("70代", "60代")


def test_corrected_copy__shows_old_and_new():
    result = again(case_sheet(CORRECTED, sent_on="2025-06-20"))

    assert in_short(result.changes) == [
        "相談受付簿 3行目 R7-0003 電話：0553-00-0003→0553-00-0033",
        "家族構成 2行目 R7-0003 家族構成1 年代：70代→60代",
    ]
    assert lines(result) == ["受付票.xlsx：R7-0003。2か所を書き換えます。"]
    assert len(result.new_receipts) == 1


def test_corrected_copy__where_the_register_changed_too_is_for_a_person():
    book = IN_REGISTER.replace("0553-00-0003", "0553-00-0555")

    result = again(case_sheet(CORRECTED), book=book)

    assert in_short(result.undecided) == [
        "相談受付簿 3行目 R7-0003 電話：0553-00-0555→0553-00-0033"
    ]
    assert in_short(result.changes) == ["家族構成 2行目 R7-0003 家族構成1 年代：70代→60代"]
    assert rules(result) == ["INTAKE-006 電話1"]


def test_corrected_copy__what_the_sender_left_alone_stays_as_the_office_changed_it():
    book = IN_REGISTER.replace("| 高齢 | 佐藤 |", "| 高齢 | 鈴木 |")

    result = again(case_sheet(CORRECTED), book=book)

    assert [change.key for change in result.changes] == ["R7-0003", "R7-0003 家族構成1"]
    assert "担当者" not in " ".join(in_short(result.changes))
    assert result.undecided == []


def test_corrected_copy__whose_first_copy_cannot_be_read_is_for_a_person():
    result = again(case_sheet(CORRECTED), copies=[])

    assert result.changes == []
    assert len(result.undecided) == 2


def test_corrected_copy__that_empties_a_cell_wipes_nothing():
    result = again(case_sheet(NEW.replace("0553-00-0003", "")))

    assert result.changes == []
    assert in_short(result.undecided) == ["相談受付簿 3行目 R7-0003 電話：0553-00-0003→空"]
    assert rules(result) == ["INTAKE-006 電話1"]


def test_corrected_copy__comes_after_the_first_whatever_the_folder_holds():
    """Both files lie in the folder: the one that was taken says nothing."""
    sheets = [case_sheet(NEW, file="一.xlsx"), case_sheet(CORRECTED, file="二.xlsx")]

    result = again(*sheets)

    assert [(o.fate.name, bool(o.changes)) for o in result.outcomes] == [
        ("SAME", False),
        ("CHANGED", True),
    ]


def test_older_copy__does_not_come_back_after_a_newer_one_was_taken():
    first, second = case_sheet(NEW), case_sheet(CORRECTED)

    result = taken(first, book=IN_REGISTER, received=[receipt(first), receipt(second)], copies={})

    assert result.is_unchanged
    assert "新しい写しを取り込み済み" in lines(result)[0]


def test_a_file_sent_before_the_one_taken__is_held():
    result = again(case_sheet(CORRECTED, sent_on="2025-06-01"))

    assert [o.fate.name for o in result.outcomes] == ["HELD"]
    assert rules(result) == ["INTAKE-003"]


def test_a_copied_form__of_another_person_is_refused():
    """One empty form, copied for several people: the number is no longer its own."""
    text = NEW.replace("丙野 次郎", "戊野 三郎").replace("へいの じろう", "ぼの さぶろう")

    result = again(case_sheet(text.replace("1950-05-06", "1966-01-01")))

    assert [o.fate.name for o in result.outcomes] == ["REFUSED"]
    assert rules(result) == ["INTAKE-004 氏名1"]
    assert result.is_unchanged


@pytest.mark.parametrize(
    ("old", "new"),
    [("丙野 次郎", "丙野 治郎"), ("1950-05-06", "1951-05-06"), ("丙野 次郎", "山野 次郎")],
)
def test_a_corrected_name_or_birthday__is_no_other_person(old, new):
    result = again(case_sheet(NEW.replace(old, new)))

    assert [o.fate.name for o in result.outcomes] == ["CHANGED"]


# ---- two files at once


def test_two_files_of_one_form__the_one_sent_later_is_taken():
    sheets = [
        case_sheet(CORRECTED, file="後.xlsx", sent_on="2025-06-20"),
        case_sheet(NEW, file="先.xlsx", sent_on="2025-06-05"),
    ]

    result = taken(*sheets)

    assert [o.fate.name for o in result.outcomes] == ["NEW", "HELD"]
    assert "電話：0553-00-0033" in in_short(result.changes)[0]
    assert rules(result) == ["INTAKE-003"]


@pytest.mark.parametrize("days", [(None, None), ("2025-06-05", None), ("2025-06-05", "2025-06-05")])
def test_two_files_of_one_form__nobody_can_tell_apart_are_both_refused(days):
    texts = zip((NEW, CORRECTED), days, ("一.xlsx", "二.xlsx"), strict=True)
    sheets = [case_sheet(text, sent_on=day, file=file) for text, day, file in texts]

    result = taken(*sheets)

    assert [o.fate.name for o in result.outcomes] == ["REFUSED", "REFUSED"]
    assert rules(result) == ["INTAKE-002 氏名1", "INTAKE-002 氏名1"]
    assert ["二.xlsx" in f.message for f in result.findings] == [True, False]


def test_two_files_of_one_form__with_the_same_entries_are_one():
    sheets = [case_sheet(NEW, file="一.xlsx"), case_sheet(NEW, file="二.xlsx", sha256="ffff")]

    result = taken(*sheets)

    assert [o.fate.name for o in result.outcomes] == ["NEW", "SAME"]
    assert "一.xlsx と同じ内容" in lines(result)[1]


def test_two_people_on_copies_of_one_form__are_both_refused():
    text = NEW.replace("丙野 次郎", "戊野 三郎").replace("へいの じろう", "ぼの さぶろう")
    sheets = [
        case_sheet(NEW, sent_on="2025-06-05"),
        case_sheet(text.replace("1950-05-06", "1966-01-01"), sent_on="2025-06-20"),
    ]

    result = taken(*sheets)

    assert rules(result) == ["INTAKE-004 氏名1", "INTAKE-004 氏名1"]
    assert result.is_unchanged


def test_two_forms_of_one_case__are_told_apart_by_the_day():
    """Made at different times for the same number: other serials, one case."""
    sheets = [
        known(edited("0553-00-0001", "0553-00-0011"), sent_on="2025-06-05"),
        replace(known(edited("佐藤", "田中"), sent_on="2025-06-20"), serial="K-2"),
    ]

    assert [o.fate.name for o in taken(*sheets).outcomes] == ["HELD", "CHANGED"]


# ---- a case of the register


def test_known_case__only_cells_that_differ_are_changed():
    result = taken(known(edited("0553-00-0001", "0553-00-0011")))

    assert in_short(result.changes) == ["相談受付簿 2行目 R7-0001 電話：0553-00-0001→0553-00-0011"]
    assert result.undecided == []


@pytest.mark.parametrize(
    ("old", "new"), [("高齢、障害", "障害、高齢"), ("甲野 一郎 |", "甲野 一郎  |")]
)
def test_known_case__order_of_choices_and_outer_spaces_are_no_change(old, new):
    assert taken(known(edited(old, new))).is_unchanged


def test_known_case__a_column_the_form_does_not_have_is_left_alone():
    text = "\n".join(line for line in KNOWN.splitlines())
    text = text.replace(" 電話 |", "").replace(" 0553-00-0001 |", "")

    assert taken(known(text)).is_unchanged


def test_known_case__an_emptied_cell_is_for_a_person():
    result = taken(known(edited("無職", "")))

    assert result.changes == []
    assert in_short(result.undecided) == ["家族構成 3行目 R7-0001 家族構成2 備考：無職→空"]
    assert rules(result) == ["INTAKE-006 備考2"]


def test_known_case__rows_are_added_and_never_deleted():
    text = KNOWN.replace("| 2 | 子 | 50代 | 無職 |", "| 3 | 孫 | 10代 | |")

    result = taken(known(text))

    assert in_short(result.changes) == [
        "家族構成 新 R7-0001 家族構成3 ケース番号：R7-0001、番号：3、続柄：孫、年代：10代"
    ]
    assert rules(result) == ["INTAKE-007"]
    assert "家族構成」の3行目（番号2）" in result.findings[0].message


MADE = base_of(known())  # the values a form was made with


@pytest.mark.parametrize(
    ("form", "book", "expected"),
    [  # what the sender wrote, what the office wrote since: changed, undecided
        ("0553-00-0011", "0553-00-0001", ("0553-00-0001→0553-00-0011", "")),
        ("0553-00-0001", "0553-00-0555", ("", "")),
        ("0553-00-0011", "0553-00-0555", ("", "0553-00-0555→0553-00-0011")),
        ("0553-00-0011", "0553-00-0011", ("", "")),
        ("", "0553-00-0001", ("", "0553-00-0001→空")),
        ("", "0553-00-0555", ("", "0553-00-0555→空")),
        ("0553-00-0011", "", ("", "空→0553-00-0011")),
        ("0553-00-0001", "", ("", "")),
    ],
)
def test_form_made_from_the_register__tells_whose_change_it_is(form, book, expected):
    sheet = known(edited("0553-00-0001", form), base=MADE)

    result = taken(sheet, book=REGISTER.replace("0553-00-0001", book))
    shown = [
        " ".join(in_short(changes)).rpartition("電話：")[2]
        for changes in (result.changes, result.undecided)
    ]

    assert tuple(shown) == expected


def test_form_made_from_the_register__row_added_there_since_is_not_missed():
    book = REGISTER + "| R7-0001 | 3 | 孫 | 10代 | |\n"

    assert taken(known(base=MADE), book=book).findings == []


def test_known_case__of_another_person_is_refused():
    text = KNOWN.replace("甲野 一郎", "己野 四郎").replace("こうの いちろう", "きの しろう")

    result = taken(known(text.replace("1940-01-02", "1970-01-01")))

    assert [o.fate.name for o in result.outcomes] == ["REFUSED"]
    assert rules(result) == ["INTAKE-004 ケース番号1"]
    assert "新しい相談なら空欄に" in result.findings[0].message


def test_known_case__number_in_wide_letters_is_found():
    assert taken(replace(known(), case_no="Ｒ７－０００１")).is_unchanged


def test_doubled_numbers__in_the_register_are_refused():
    in_book = REGISTER.replace("| R7-0001 | 2 | 子", "| R7-0001 | 1 | 子")

    assert rules(taken(known(), book=in_book)) == ["INTAKE-009"]


# ---- not ours, not in order


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"year": "R6"}, "CASEFORM-004"),
        ({"year": ""}, "CASEFORM-004"),
        ({"office_id": "abcdef000000"}, "CASEFORM-005"),
        ({"office_id": ""}, "CASEFORM-005"),
    ],
)
def test_foreign_forms__are_refused_and_stop_no_other(facts, rule):
    result = taken(case_sheet(NEW, **facts), other(7))

    assert [o.fate.name for o in result.outcomes] == ["REFUSED", "NEW"]
    assert [f.rule for f in result.findings] == [rule]


def test_a_number_that_was_told_to_the_sender__is_the_one_remembered():
    """The rows were not pasted yet when the sender wrote the number onto a second copy."""
    result = again(case_sheet(CORRECTED, case_no="R7-0003"), book=REGISTER)

    assert [(o.fate.name, o.case_no) for o in result.outcomes] == [("NEW", "R7-0003")]


@pytest.mark.parametrize(
    ("severity", "fate"), [("ERROR", "REFUSED"), ("WARNING", "NEW"), ("NOTE", "NEW")]
)
def test_findings__only_errors_refuse_a_form(severity, fate):
    found = Finding("CASE-001", Severity[severity], "受付票.xlsx", "", "", "", "", "", "", "")

    result = taken(case_sheet(NEW), check=lambda *_: [found])

    assert [o.fate.name for o in result.outcomes] == [fate]
    assert result.findings == [found]


def test_check__sees_a_known_case_under_its_numbers():
    """A corrected copy of a new form is checked as the case it has become."""
    seen = []
    again(case_sheet(CORRECTED), check=lambda sheet, *_: seen.append(sheet) or [])

    assert [
        (s.case_no, s.tables[type(r)].rows[0].household_no) for s in seen for r in _cases(s)
    ] == [("R7-0003", "S0003")]


def _cases(sheet):
    return next(table.rows for table in sheet.tables.values() if table.rows)


# ---- whatever the cells say


VALUES = st.sampled_from(["", "あ", "い", "う"])


@given(form=VALUES, book=VALUES, made=VALUES, has_base=st.booleans(), is_taken=st.booleans())
def test_intake__never_wipes_and_never_writes_over_the_office(form, book, made, has_base, is_taken):
    """What is carried out fills a cell with what the form says, over nothing anybody else wrote."""
    table = "相談受付簿\n| ケース番号 | 氏名 | 備考 |\n| R7-0001 | 甲野 | {} |"
    base = base_of(case_sheet(table.format(made)))
    sheet = case_sheet(table.format(form), case_no="R7-0001", base=base if has_base else None)
    received = [receipt(sheet, "R7-0001", "S0001")] if is_taken else []

    result = taken(sheet, book=table.format(book), received=received)
    once = [cells["note"] for change in result.changes for cells in [change.cells]]

    assert all(old == (book or None) and new == form != "" for old, new in once)
    if has_base:
        assert all(old == (made or None) for old, _ in once)
    if once:
        assert taken(sheet, book=table.format(form), received=received).is_unchanged
