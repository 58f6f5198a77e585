"""Merging: what is added, what never is, what a gap does, and which file counts."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from form_tables import YEAR, in_short, read
from juso.core.calendar import FiscalYear, Month
from juso.core.finding import Severity
from juso.koshu.tally.reading import FormReading, form_finding, unreadable_form
from juso.services.merge import ALL_FORMS, merge

WINDOWS = ("W1", "W2", "W3", "W4")
TEXTS = {
    "W1": "A01 | 1 | 2 | 3\nE06 | 5 | 6 | 7\nA11 | 1 | 2 | 3\nA12 | 1 | 2 | 4",
    "W2": "A01 | 10 | 20 | 30\nE06 | 1 | 1 | 1\nA11 | 9 | 9 | 9",
    "W3": "A01 | － | 不明 |\nE06 | 2 | 2 | 約3",
    "W4": "A01 | 0 | 0 | 5",
}


def form(code, text=None, month="R7.6", **changes):
    """One window's form under its own file name."""
    reading = read(TEXTS.get(code, "") if text is None else text, code, month)
    return replace(reading, file=f"{code}.xlsx", sha256=f"sha-{code}", **changes)


def all_forms():
    """Four windows and four programmes up to 6月."""
    return [form(code) for code in ALL_FORMS]


def total(merged, scope, code, month=None):
    """The total of a month, or of the year where none is given."""
    row = next(r for r in merged.total_rows if (r.scope, r.item.code) == (scope, code))
    found = row.year if month is None else row.month(Month.parse(month))
    return None if found is None else (found.value, found.is_complete, list(found.missing))


@pytest.mark.parametrize(
    ("scope", "code", "month", "expected"),
    [
        ("市", "A01", "R7.4", (11, True, [])),
        ("市", "A01", "R7.5", (22, False, ["W3"])),
        ("市", "A01", "R7.6", (38, False, ["W3"])),
        ("市", "A01", None, (71, False, ["W3/R7.5", "W3/R7.6"])),
        ("市", "E06", "R7.5", (9, True, [])),
        ("市", "E06", None, (10, False, ["W3/R7.6"])),
        ("W1", "A01", None, (6, True, [])),
        ("W1", "E06", None, (7, True, [])),
        ("W1", "A12", None, (4, True, [])),
        ("W3", "A01", None, (0, False, ["W3/R7.5", "W3/R7.6"])),
        ("W3", "E06", None, (2, False, ["W3/R7.6"])),
    ],
)
def test_totals__add_flows_keep_stocks_and_name_their_gaps(scope, code, month, expected):
    """F adds months and windows; S is the last month; a gap is named and never a 0."""
    assert total(merge(all_forms()), scope, code, month) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5 | | 2", (7, True, [])),
        ("5 | 約3 | 2", (7, False, ["W1/R7.5"])),
        ("5 | 2 | 不明", (7, False, ["W1/R7.6"])),
    ],
)
def test_year__of_a_row_that_may_stay_blank(typed, expected):
    """Only what was typed and is no figure is a gap there."""
    merged = merge([form("W1", f"I124 | {typed}")])

    assert total(merged, "W1", "I124") == expected


@pytest.mark.parametrize(("scope", "code"), [("市", "A11"), ("市", "A12"), ("W1", "A11")])
def test_persons__are_never_added(scope, code):
    """実人数: neither over windows nor over months."""
    assert not [r for r in merge(all_forms()).total_rows if (r.scope, r.item.code) == (scope, code)]


def test_figures__carry_value_state_and_source():
    """The contract of a merged figure."""
    merged = merge(all_forms(), YEAR)

    found = next(
        f for f in merged.to_json()["figures"] if (f["window"], f["item"]) == ("W1", "A01")
    )

    assert found == {
        "municipality": "甲州市",
        "window": "W1",
        "item": "A01",
        "month": "R7.4",
        "value": 1,
        "state": "値",
        "source": {
            "file": "W1.xlsx",
            "sheet": "月次",
            "cell": "E4",
            "sha256": "sha-W1",
            "version": "2025",
        },
    }


def test_figures__keep_the_five_states_apart():
    """0, －, blank, 不明 and a slip are five different things."""
    text = "A01 | 0 | － | \nA02 | 不明 | 約3 | 2"
    merged = merge([form("W1", text)])

    states = {
        f"{f.item} {f.month}": (f.value, str(f.state))
        for f in merged.figures
        if f.item in ("A01", "A02")
    }

    assert states == {
        "A01 R7.4": (0, "値"),
        "A01 R7.5": (0, "皆無"),
        "A01 R7.6": (None, "未入力"),
        "A02 R7.4": (None, "不詳"),
        "A02 R7.5": (None, "誤り"),
        "A02 R7.6": (2, "値"),
    }


def test_row_that_is_not_in_the_file__is_a_figure_without_a_cell():
    """A deleted row is 未入力, not absent."""
    reading = form("W1")
    del reading.rows["A02"]

    found = [f for f in merge([reading]).figures if f.item == "A02"]

    assert [(f.value, str(f.state), f.cell) for f in found] == [(None, "未入力", "")] * 3


def test_json__is_one_document_with_four_lists():
    """What `juso merge --json` prints can be printed."""
    document = json.loads(json.dumps(merge(all_forms()).to_json(), ensure_ascii=False))

    assert list(document) == ["figures", "totals", "completeness", "findings"]
    assert document["completeness"][0] == {
        "municipality": "甲州市",
        "window": "W1",
        "name": "介護",
        "month": "R7.4",
        "status": "提出",
        "due": True,
        "on_time": None,
        "version": None,
        "filled": 160,
        "required": 160,
        "file": "W1.xlsx",
    }
    assert document["totals"][0] == {
        "municipality": "甲州市",
        "window": "市",
        "item": "A01",
        "kind": "F",
        "year": "R7",
        "month": "R7.4",
        "value": 11,
        "complete": True,
        "missing": [],
    }


def test_completeness__counts_what_is_filled_in():
    """W3 has two figures of A01 and one of E06 missing or wrong."""
    merged = merge(all_forms())

    found = {
        (s.window, str(s.month)): (s.is_submitted, s.filled)
        for s in merged.completeness
        if s.window == "W3"
    }

    assert found["W3", "R7.4"] == (True, 165)
    assert found["W3", "R7.6"] == (True, 163)
    assert found["W3", "R7.7"] == (False, 0)


def test_missing_window__is_one_finding_and_a_gap_in_every_total():
    """V-T07: the other windows' figures stand, marked as incomplete."""
    merged = merge([f for f in all_forms() if f.form != "W2"])

    assert [f for f in in_short(merged.findings) if "FORM-018" in f] == ["W2 FORM-018"]
    assert total(merged, "市", "A01", "R7.4") == (1, False, ["W2"])
    assert total(merged, "市", "A01")[2][0] == "W2"


def test_window_that_is_behind__is_told_month_by_month():
    """W1 reported to 6月, W2 only to 5月."""
    merged = merge([form("W1"), form("W2", "", "R7.5")], expected=("W1", "W2"))

    assert [f for f in in_short(merged.findings) if "FORM-019" in f] == ["W2/R7.6 FORM-019"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2025, 7, 10), "R7.6"), (date(2025, 8, 10), "R7.6"), (date(2025, 8, 11), "R7.7")],
)
def test_month__is_due_once_its_deadline_has_passed(today, expected):
    """翌月10日: on the 11th the month before is late."""
    assert str(merge(all_forms(), today=today).through) == expected


def test_newer_file__replaces_the_older_and_changed_months_are_told():
    """Y08: 4月 was 1 and is 2 now."""
    old = replace(form("W1", "A01 | 1", "R7.4"), file="W1_4月.xlsx")
    new = replace(form("W1", "A01 | 2 | 3", "R7.5"), file="W1_5月.xlsx", sha256="sha-new")

    merged = merge([new, old], expected=("W1",))

    assert merged.forms["W1"].file == "W1_5月.xlsx"
    told = [(f.rule, f.file, f.key) for f in merged.findings if f.rule in ("FORM-016", "TALLY-208")]
    assert told == [("FORM-016", "W1_4月.xlsx", "W1"), ("TALLY-208", "W1_5月.xlsx", "W1/A01/R7.4")]


@pytest.mark.parametrize(
    ("sha256", "expected"),
    [("sha-W1", ("FORM-016", Severity.NOTE)), ("other", ("FORM-017", Severity.ERROR))],
)
def test_same_window_twice__is_told(sha256, expected):
    """The same content twice is harmless; two files of the same day are not."""
    twice = [form("W1"), replace(form("W1"), file="W1 (1).xlsx", sha256=sha256)]

    merged = merge(twice, expected=("W1",))

    told = [f for f in merged.findings if f.rule.startswith("FORM")]
    assert [(f.rule, f.severity) for f in told] == [expected]
    assert [(f.cell, f.column) for f in told] == [("B9", "提出対象月")]
    assert len(merged.figures) == 161 * 3


def test_form_of_another_year__is_left_out():
    """令和6年度 does not belong into 令和7年度."""
    old = form("W1")
    old = replace(old, cover=replace(old.cover, year=FiscalYear(2024)))

    merged = merge([old, form("W2")], YEAR, expected=("W2",))

    assert list(merged.forms) == ["W2"]
    told = [(f.file, f.cell) for f in merged.findings if f.rule == "FORM-005"]
    assert told == [("W1.xlsx", "B5")]


def test_file_that_cannot_be_opened__leaves_the_others():
    """One broken file is a finding, not the end of the merge."""
    merged = merge([unreadable_form("W1.xlsx", "W1.xlsx は壊れています。"), form("W2")])

    assert list(merged.forms) == ["W2"]
    assert [f.file for f in merged.findings if f.rule == "FORM-022"] == ["W1.xlsx"]


@pytest.mark.parametrize(
    ("name", "is_missing"),
    [
        ("W1_介護.xlsx", False),
        ("Ｗ１＿介護 (1).xls", False),
        ("W10.xlsx", True),
        ("控え.xlsx", True),
    ],
)
def test_form_that_cannot_be_opened__is_not_asked_for_again(name, is_missing):
    """It was sent: what is to be done about the file is said already."""
    locked = unreadable_form(name, f"{name} はパスワードで保護されています。")

    found = in_short(merge([locked], expected=("W1",)).findings)

    assert ("W1 FORM-018" in found) is is_missing


def test_memo_beside_the_forms__does_not_stand_for_a_form():
    """Only what should have been a form does: W1_メモ.txt is no 月次報告."""
    memo = FormReading("W1_メモ.txt", "", findings=(form_finding("FORM-026", "W1_メモ.txt", "x"),))

    assert "W1 FORM-018" in in_short(merge([memo], expected=("W1",)).findings)


@pytest.mark.parametrize("other", ["W1_介護 (1).xlsx", "介護.xls", "z.xlsx"])
def test_of_two_equal_files__the_one_named_as_the_city_names_it_counts(other):
    """The copy has no say, whatever it is called."""
    twice = [replace(form("W1"), file=name) for name in (other, "W1_介護.xlsx")]

    assert merge(twice, expected=("W1",)).forms["W1"].file == "W1_介護.xlsx"


def test_nothing_at_all__is_merged_into_nothing():
    """No form, no figures, and every form asked for."""
    merged = merge([])

    assert (merged.figures, merged.through) == ((), None)
    assert {f.rule for f in merged.findings} == {"FORM-018"}


@settings(max_examples=20)
@given(st.permutations(range(8)))
def test_merge__does_not_depend_on_the_order_of_the_files(order):
    """The same files give the same figures and totals."""
    expected = merge(FORMS_READ)
    found = merge([FORMS_READ[place] for place in order])

    assert found.figures == expected.figures
    assert found.total_rows == expected.total_rows


FORMS_READ = all_forms()


def test_values__are_the_known_figures():
    """What the report asks for: unknown months are absent."""
    values = merge(all_forms()).values

    assert values["W1", "A01", Month(2025, 5)] == 2
    assert ("W3", "A01", Month(2025, 5)) not in values
