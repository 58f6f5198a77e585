"""整え: what is proposed for a cell, how sure it is, and that nothing is left once it is done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.core.cells import to_cell
from juso.core.sheet import Row
from juso.core.table import read_table
from juso.koshu.agency_names import agency_names
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.codes import Attribute, Window
from juso.koshu.register import Register
from juso.koshu.sheets import Agency, AttendanceRecord, Case, Contact, FamilyMember
from juso.services.stray import tidied
from juso.services.tidy import Proposal, changes_of, tidy

AREAS = ("塩山", "勝沼", "大和")


def register_of_cells(row_type: type[Row], *rows: dict[str, Any]) -> Register:
    """A register with one sheet; its rows by heading, from row 2 on."""
    labels = [column.label for column in row_type.columns]
    cells = [labels, *([row.get(label, "") for label in labels] for row in rows)]
    return Register({row_type: read_table(row_type, cells, {AREA: AREAS})}, date(2026, 3, 31))


def proposed(row_type: type[Row], cells: dict[str, Any]) -> list[Proposal]:
    return tidy(register_of_cells(row_type, cells))


@pytest.mark.parametrize(
    ("heading", "typed", "meant"),
    [
        ("受付日", "R7.4.1", date(2025, 4, 1)),
        ("受付日", "令和７年４月１日", date(2025, 4, 1)),
        ("受付日", 45748.0, date(2025, 4, 1)),
        ("ケース番号", "Ｒ７－０００１", "R7-0001"),
        ("世帯人数", "３", 3),
        ("世帯人数", "3", 3),
        ("受付窓口", "介 護", Window.ELDERLY),
        ("対象属性", "高 齢、障害", (Attribute.ELDERLY, Attribute.DISABILITY)),
        ("地区", "塩 山", "塩山"),
        ("住所", "　塩山上於曽1085 ", "塩山上於曽1085"),
        ("住所", "塩山上於曽  1085", "塩山上於曽 1085"),
        ("来談者続柄", "長女\u200b", "長女"),
        ("電話", "0553-32-2111\n", "0553-32-2111"),
    ],
)
def test_what_can_mean_nothing_else__is_sure(heading, typed, meant):
    """The whole cell in the one spelling that is plain, with the sentence that says why."""
    (found,) = proposed(Case, {heading: typed})

    assert (found.column.label, found.raw, found.value) == (heading, typed, meant)
    assert found.is_sure and found.reason.endswith("。")
    assert type(found.value) is type(meant)


@pytest.mark.parametrize(
    ("heading", "typed"),
    [
        ("氏名", " 丑田　 一郎\u3000"),
        ("ふりがな", "うしだ  いちろう "),
        ("来談者氏名", "丑田\n一郎"),
        ("代理人氏名・続柄", " 丑田 花子（長女）"),
        ("受付日", date(2025, 4, 1)),
        ("住所", "塩山上於曽　1085 コーポ"),
        ("主訴(本人の言葉)", "眠れない。\n\n　食べられない。 "),
        ("世帯人数", "三人くらい"),
        ("対象属性", "高 齢、水道"),
        ("備考", ""),
        ("住所", "  "),
        ("住所", " \x07\u200b"),
        ("住所", "　〃"),
        ("住所", " #N/A "),
    ],
)
def test_what_is_plain_or_not_known__is_left(heading, typed):
    """Names, sentences, what cannot be read at all, and a list of which one part cannot."""
    assert proposed(Case, {heading: typed}) == []


@pytest.mark.parametrize(
    ("heading", "typed", "meant"),
    [
        ("受付窓口", "介後", Window.ELDERLY),
        ("対象属性", "高 齢、障外", (Attribute.ELDERLY, Attribute.DISABILITY)),
        ("受付日", "7.4.1", date(2025, 4, 1)),
        ("受付日", "H37.4.1", date(2025, 4, 1)),
        ("ケース番号", "R7-12", "R7-0012"),
    ],
)
def test_what_is_supposed__is_proposed_and_not_sure(heading, typed, meant):
    """もしかして: near a choice, an era left out or wrong, a number that is too short."""
    (found,) = proposed(Case, {heading: typed})

    assert (found.value, found.is_sure) == (meant, False)


def test_the_same_as_above__is_what_stands_above():
    """Tidied like it, and never for a name."""
    first = {"住所": "塩山 ", "担当者": " 丑田", "氏名": "卯田", "受付窓口": "介護"}
    second = {"住所": "同上", "担当者": "〃", "氏名": "〃", "受付窓口": "〃"}

    found = tidy(register_of_cells(Case, first, second))

    assert [(p.cell, p.value) for p in found if p.row_number == 3] == [
        ("D3", Window.ELDERLY),
        ("T3", "塩山"),
        ("AU3", "丑田"),
    ]
    assert not any(p.is_sure for p in found if p.row_number == 3)


def test_a_name_of_an_agency_with_stray_blanks__is_not_spread_over_the_register():
    """The list is put right, and what was typed by its right name stays."""
    agencies = read_table(Agency, [["機関コード", "略称"], ["A01", "社会福祉協議会\u200b"]], {})
    cells = [["ケース番号", "主担当機関", "副担当機関"]]
    cells += [["R7-0001", "社会福祉協議会", "社会福祉協議会、社会福祉協議会"]]
    cases = read_table(Case, cells, {AGENCY: agency_names(agencies.rows)})

    found = tidy(Register({Case: cases, Agency: agencies}, date(2026, 3, 31)))

    assert [(p.column.label, p.value) for p in found] == [
        ("副担当機関", ("社会福祉協議会",)),
        ("略称", "社会福祉協議会"),
    ]


def test_names_of_people_at_a_meeting__are_left():
    assert [p.value for p in proposed(AttendanceRecord, {"氏名": " 丑田 ", "職名": " 係長 "})] == [
        "係長"
    ]


def test_words_in_several_lines__are_not_sure():
    """They may have been meant so."""
    (found,) = proposed(Case, {"緊急の内容・初動": "訪問した。\n電話した。"})

    assert (found.value, found.is_sure) == ("訪問した。　電話した。", False)
    assert found.reason == "改行があります。1行にしてよいか確かめてください。"


def test_proposals__come_in_the_order_of_the_register():
    """Sheets, rows, columns; the address is that of the cell as the sheet has it."""
    first = {"ケース番号": "R7-0001", "住所": " 塩山", "受付日": "R7.4.1"}
    second = {"ケース番号": "R7-0002 ", "受付日": date(2025, 4, 1)}
    found = tidy(register_of_cells(Case, first, second))

    assert [(p.cell, p.key, p.column.label) for p in found] == [
        ("C2", "R7-0001", "受付日"),
        ("T2", "R7-0001", "住所"),
        ("A3", "R7-0002", "ケース番号"),
    ]


def test_changes__are_one_for_each_row_with_what_was_typed():
    first = {"ケース番号": "R7-0001", "住所": " 塩山", "受付日": "R7.4.1"}
    found = tidy(register_of_cells(Case, first, {"ケース番号": "R7-0002", "住所": "勝沼 "}))

    changes = changes_of(found)

    assert [(c.row_type, c.row_number, c.key) for c in changes] == [
        (Case, 2, "R7-0001"),
        (Case, 3, "R7-0002"),
    ]
    assert changes[0].cells == {
        "received_on": ("R7.4.1", date(2025, 4, 1)),
        "address": (" 塩山", "塩山"),
    }


def test_a_column_that_is_not_there__is_no_matter():
    cells = [["ケース番号", "住所"], ["R7-0001", "塩山 "]]
    table = read_table(Case, cells, {})

    assert [p.cell for p in tidy(Register({Case: table}, date(2026, 3, 31)))] == ["B2"]


def test_the_clean_sample__needs_nothing(sample_office):
    from juso.adapters.register_file import read_register

    assert tidy(read_register(sample_office / "支援台帳.xlsx", date(2026, 3, 31)).register) == []


BLANKS = st.sampled_from(["", " ", "　", "\u00a0", "\n", "\t", "\u200b", "  ", " 　\n", "\x07"])
WORDS = st.text(st.sampled_from("塩山1085番地、。 　\n\u200b\u00a0〃同上-"), max_size=12)
NAMES = st.text(st.sampled_from("丑田神髙 　\n\u200b"), max_size=6)
DAYS = ["R7.4.1", "令和元年5月1日", "H31.4.30", "20250401", 45748.0, "2025/4/1 ", "7.4.1", "４月"]
MESSY: dict[str, st.SearchStrategy[Any]] = {
    "ケース番号": st.sampled_from(["R7-0001", "Ｒ７－０００１", "R7-0001 ", " r7-0001", "7-1"]),
    "受付日": st.sampled_from(DAYS),
    "受付窓口": st.sampled_from(["介護", "介 護", "かいご", "生活 困窮", "介護 \n", "水道", 1.0]),
    "匿名": st.sampled_from(["○", "◯", "はい", "×", "?", True, False, 1.0]),
    "氏名": NAMES,
    "ふりがな": NAMES,
    "住所": WORDS,
    "電話": st.sampled_from(["0553-32-2111", "０５５３-32-2111 ", "未設置\n", "=1+1", 553322111.0]),
    "地区": st.sampled_from(["塩山", "塩 山", "塩山地区", "ｴﾝｻﾞﾝ"]),
    "世帯人数": st.sampled_from(["3", "３人", "三", 3.0, 3.5, "－", "約3", "△1", "①", "〃"]),
    "対象属性": st.sampled_from(["高齢", "高 齢、障害", "障害／こども", "高齢者", "高 齢、水道"]),
    "備考": WORDS,
    "来談者続柄": st.builds("{}長女{}".format, BLANKS, BLANKS),
}


def applied(register: Register, row_type: type[Row], rows: list[dict[str, Any]]) -> list[Any]:
    """The rows with every proposal written into its cell."""
    after = [dict(row) for row in rows]
    for change in changes_of(tidy(register)):
        for key, (old, new) in change.cells.items():
            label = next(c.label for c in row_type.columns if c.key == key)
            assert after[change.row_number - 2][label] == old
            after[change.row_number - 2][label] = to_cell(new) if to_cell(new) is not None else ""
    return after


@given(st.lists(st.fixed_dictionaries(MESSY), min_size=1, max_size=3))
def test_once_applied__nothing_is_left_to_propose(rows):
    """And no name has changed on the way."""
    after = applied(register_of_cells(Case, *rows), Case, rows)

    assert tidy(register_of_cells(Case, *after)) == []
    for name in ("氏名", "ふりがな"):
        assert [row[name] for row in after] == [row[name] for row in rows]


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_tidied__changes_nothing_twice_and_loses_no_letter(text):
    once = tidied(text).text

    assert tidied(once).text == once
    assert [c for c in once if c.isalnum()] == [c for c in text if c.isalnum()]
    assert bool(tidied(text).found) == (once != text)


def test_other_sheets__are_looked_at_too():
    (job,) = proposed(FamilyMember, {"職業・学校": "会社員 "})
    (worker,) = proposed(Contact, {"対応者": " 寅井", "内容(事実)": "電話した。\n\n留守だった。"})

    assert (job.value, worker.value) == ("会社員", "寅井")
