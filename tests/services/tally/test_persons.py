"""市全体の実人数: one person at two windows is one, and where that cannot be told it says so."""

from dataclasses import replace
from datetime import date

import pytest

from form_tables import read
from juso.koshu.match_decision import MatchDecision, Verdict
from juso.services.matching.matters import values_of
from juso.services.matching.person import people_of
from juso.services.merge import merge
from juso.services.tally.background import Background
from juso.services.tally.gaps import NO_REGISTER, persons_gap
from juso.services.tally.totals import CITY, TotalRow
from tables import register

BOOK = """
    関係機関マスタ
    | 機関コード | 正式名 | 略称 | 区分 | 窓口 | 連携先17 |
    | W01 | 地域包括支援センター | 包括 | 4窓口 | 介護 | |
    | W02 | 福祉あんしん相談センター | あんしん | 4窓口 | 障害 | |
    相談受付簿
    | ケース番号 | 世帯番号 | 受付日 | 受付窓口 | 氏名 | ふりがな | 生年月日 |
    | R7-0001 | S-01 | 2025-04-01 | 介護 | 山野 花 | やまの はな | 1950-01-01 |
    | R7-0002 | S-01 | 2025-04-01 | 障害 | 山野 花 | やまの はな | 1950-01-01 |
    | R7-0003 | S-01 | 2025-04-01 | 障害 | 山野 実 | やまの みのる | 1980-01-01 |
    | R7-0004 | S-04 | 2025-04-01 | 障害 | 川辺 守 | かわべ まもる | 1970-01-01 |
    | R7-0005 | S-05 | 2025-04-01 | 介護 | 川辺 衛 | かわべ まもる | 1970-01-01 |
    支援経過記録
    | 記録番号 | ケース番号 | 日時 | 対応機関 | 方法 | 計上 |
    | K-R7-00001 | R7-0001 | 2025-04-01 10:00 | 包括 | 来所 | 延べ計上 |
    | K-R7-00002 | R7-0002 | 2025-04-02 10:00 | あんしん | 来所 | 延べ計上 |
    | K-R7-00003 | R7-0003 | 2025-04-03 10:00 | あんしん | 来所 | 延べ計上 |
    | K-R7-00004 | R7-0004 | 2025-05-01 10:00 | あんしん | 来所 | 延べ計上 |
    | K-R7-00005 | R7-0005 | 2025-05-02 10:00 | 包括 | 来所 | 延べ計上 |
"""
FORMS = {
    "W1": "A11 | 1 | 1\nA12 | 1 | 2\nA13 | 1 | 1\nA14 | 1 | 2",
    "W2": "A11 | 2 | 1\nA12 | 2 | 3\nA13 | 1 | 1\nA14 | 1 | 2",
    "W3": "",
    "W4": "",
}


def merged(matches=(), book=BOOK, **texts):
    """The four windows up to 5月 beside the register; a text of None is a form not sent."""
    forms = [
        replace(read(text, code, "R7.5"), file=f"{code}.xlsx")
        for code, text in (FORMS | texts).items()
        if text is not None
    ]
    return merge(forms, background=Background(register=register(book), matches=tuple(matches)))


def persons(merged, code) -> TotalRow:
    """The city's row of persons or households."""
    rows = (r for r in merged.total_rows if r.scope == CITY and r.by_register)
    return next(row for row in rows if row.item.code == code)


def decision(verdict, at=date(2025, 6, 1), change=""):
    """What a clerk decided about the two 川辺."""
    people = [p for p in people_of(register(BOOK)) if p.no in ("R7-0004", "R7-0005")]
    values = {label: change + value for label, value in values_of(*people).items()}
    return MatchDecision("R7-0004", "R7-0005", "", verdict, "本人に確認した", "山田", at, values)


def test_person_at_two_windows__is_one_in_the_city():
    """山野 花 came to both: W1 has 1 and W2 has 2, the city 2."""
    found = merged()

    assert persons(found, "A11").values == (2, 2)
    assert persons(found, "A12").values == (2, 4)
    assert persons(found, "A13").values == (1, 2)
    assert persons(found, "A14").values == (1, 3)
    assert persons(found, "A12").year.value == 4
    assert persons(found, "A11").year is None


@pytest.mark.parametrize(
    ("matches", "people", "households"),
    [
        ([decision(Verdict.SAME)], (2, 3), (1, 2)),
        ([decision(Verdict.HOUSEHOLD)], (2, 4), (1, 2)),
        ([decision(Verdict.OTHER)], (2, 4), (1, 3)),
        ([decision(Verdict.SAME), decision(Verdict.TAKEN_BACK)], (2, 4), (1, 3)),
        ([decision(Verdict.SAME, change="旧")], (2, 4), (1, 3)),
    ],
)
def test_decisions_of_clerks__join_cases_while_they_are_in_force(matches, people, households):
    """名寄せ: the same person, the same household, neither, taken back, changed since."""
    found = merged(matches)

    assert persons(found, "A12").values == people
    assert persons(found, "A14").values == households


def test_window_that_reports_another_figure__leaves_the_month_untold():
    """W2 says 3 persons in 5月 where the register has 1: no figure, and why."""
    row = persons(merged(W2="A11 | 2 | 3\nA12 | 2 | 3\nA13 | 1 | 1\nA14 | 1 | 2"), "A11")

    assert row.values == (2, None)
    assert list(map(str, row.missing)) == ["R7.5"]
    assert persons_gap(row) == (
        "W2（R7.5）のため出せません。例 R7.5：障害窓口の報告3人と台帳の1人が違う。"
    )


def test_window_without_a_report__leaves_all_months_untold():
    """A form not sent is no form of 0."""
    row = persons(merged(W3=None), "A11")

    assert row.values == (None, None)
    assert persons_gap(row) == "W3（全体）の報告がないため出せません。"


def test_json__marks_what_was_counted_in_the_register():
    """A figure, and one that cannot be told with its reason."""
    document = merged(W2="A11 | 2 | 3\nA12 | 2 | 3\nA13 | 1 | 1\nA14 | 1 | 2").to_json()

    found = [t for t in document["totals"] if (t["window"], t["item"]) == (CITY, "A11")]

    assert [(t["value"], t["complete"], t["basis"], t["kind"]) for t in found] == [
        (2, True, "register", "U"),
        (None, False, "register", "U"),
    ]
    assert [t["missing"] for t in found] == [[], ["W2"]]
    assert found[1]["reason"] == "障害窓口の報告3人と台帳の1人が違う"


def test_without_a_register__nothing_is_told_and_the_sheet_says_why():
    """No rows in the JSON; the sheet prints the reason."""
    found = merge([read("A11 | 1", "W1", "R7.4")])

    assert not [row for row in found.total_rows if row.by_register]
    row = TotalRow(CITY, found.total_rows[0].item, (), (), {}, None)
    assert persons_gap(row) == NO_REGISTER
