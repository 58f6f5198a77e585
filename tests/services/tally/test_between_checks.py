"""B1〜B5, V-T12: forms against each other, against the register, the register against the plan."""

from dataclasses import replace

import pytest

from form_tables import YEAR, read
from juso.core.calendar import FiscalYear
from juso.koshu.register import group_by_type, register_of
from juso.koshu.settings import Settings
from juso.koshu.sheets import Site
from juso.koshu.tally.between import BETWEEN_RULES
from juso.services.merge import merge
from juso.services.sample.simulate import simulate
from juso.services.sample.tally_forms import forms_of_year
from juso.services.tally.between import check_between
from juso.services.tally.register_checks import check_sites, without_register
from sample_forms import as_readings

R7 = FiscalYear(2025)
FORMS = ("W1", "W2", "W3", "W4", "M", "O", "P")

# figures by form, two months | rule and key expected
BETWEEN = """
    W1.F12=5,5 W3.F12=2,0 W2.B37=6,6            |
    W1.F12=5,5 W3.F12=2,0 W2.B37=8,7            |
    W1.F12=5,5 W3.F12=2,0 W2.B37=9,9            | TALLY-401 W2/B37/R7.5
    W1.F12=5,5 W2.B37=3,3                       | TALLY-401 W2/B37/R7.5
    W1.F12=3,0 W2.B37=0,0                       |
    W1.F15=2,1 M.M01a=2,1                       |
    W1.F15=2,1 M.M01a=2,2                       | TALLY-402 M/M01a/R7.5
    W1.F16=3,0 O.O01c=0,0                       |
    W1.F16=4,0 O.O01c=0,0                       | TALLY-403 O/O01c/R7.5
    W1.F17=2,0 P.P01=0,9                        |
    W1.F17=2,0 W2.F17=1,0 P.P01=0,2             | TALLY-403 P/P01/R7.5
    W3.F15=0,2 W3.D05=2,0 M.M01c=0,2            |
    W3.F15=0,1 W3.D05=2,0 M.M01c=0,1            | TALLY-403 W3/D05/R7.5
    W1.F12=9,不明 W2.B37=0,0                    |
"""


def forms(text, month="R7.5", without=()):
    """Forms with the figures of a line, all others 0."""
    given = {}
    for pair in text.split():
        where, _, figures = pair.partition("=")
        form, _, code = where.partition(".")
        given.setdefault(form, []).append(f"{code} | {figures.replace(',', ' | ')}")
    return {
        code: read("\n".join(given.get(code, ())), code, month)
        for code in FORMS
        if code not in without
    }


def said(findings):
    return [f"{f.rule} {f.key}" for f in findings]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [[cell.strip() for cell in line.split("|")] for line in BETWEEN.strip().splitlines()],
)
def test_forms__agree_with_each_other(figures, expected):
    """By year where the months may differ, to the case where they may not."""
    found = list(check_between(forms(figures), YEAR, None, Settings()))

    assert said(found) == ([expected] if expected else [])
    assert {str(f.severity) for f in found} <= {"要確認"}


def test_form_that_is_missing__is_not_compared():
    """Without 生活困窮 nobody knows what it sent."""
    line = "W1.F12=9,9 W2.B37=0,0"

    assert said(check_between(forms(line), YEAR, None, Settings()))
    assert not said(check_between(forms(line, without=("W4",)), YEAR, None, Settings()))


def test_sentence__names_both_sides_and_both_numbers():
    """V-T10: what was sent, what was received."""
    found = list(check_between(forms("W1.F12=5,5 W2.B37=3,1"), YEAR, None, Settings()))

    assert found[0].message.startswith(
        "障害4月～5月：介護・子育て・生活困窮のつなぎ先「障害窓口」（F12）の計（10）が"
        "障害の「他の3窓口」（B37）（4）と大きく違います（差6）。"
    )


@pytest.fixture(scope="module")
def book():
    return register_of(simulate(R7, 60, 1), R7.last_day)


@pytest.fixture(scope="module")
def reported(book):
    return as_readings(forms_of_year(book, R7, 1), R7)


def changed(reported, form, code, by):
    """The forms with May's figure of one row changed."""
    row = reported[form].rows[code]
    values = (row.values[0], row.values[1] + by, *row.values[2:])
    rows = reported[form].rows | {code: replace(row, values=values)}
    return reported | {form: replace(reported[form], rows=rows)}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("W2", "A01", 1), ["TALLY-404 W2/A01/R7.5"]),
        (("W3", "A01", 2), ["TALLY-404 W3/A01/R7.5"]),
        (("W1", "A01", 1), []),  # keeps its own records
        (("W1", "H01", 9), ["TALLY-405 W1/H01/R7.5"]),
        (("W4", "H02", 9), ["TALLY-405 W4/H02/R7.5"]),
        (("W4", "H02", 0), []),
    ],
)
def test_register__is_counted_for_the_windows_that_keep_it(book, reported, change, expected):
    """B4 for 直営, B5 for all; nothing without a register."""
    forms = changed(reported, *change)

    assert said(check_between(forms, R7, book, Settings())) == expected
    assert said(check_between(forms, R7, None, Settings())) == []


def test_difference_to_the_register__is_explained_elsewhere(book, reported):
    """V-T09: both numbers, and the command that goes into the cases."""
    found = list(check_between(changed(reported, "W2", "A01", 1), R7, book, Settings()))

    assert "支援台帳から数えた障害の「新規相談受付件数」（A01）" in found[0].message
    assert "［台帳と突き合わせる］（juso reconcile）" in found[0].message


def test_sites__are_as_many_as_in_the_plan():
    """V-T12: 31 in five programmes."""
    rows = list(simulate(R7, 1, 1))
    last = group_by_type(rows)[Site][-1]

    assert said(check_sites(register_of(rows, R7.last_day))) == []
    fewer = register_of([row for row in rows if row is not last], R7.last_day)
    found = list(check_sites(fewer))
    assert said(found) == ["TALLY-512 地域づくり"]
    assert found[0].message.startswith(
        "地域づくりの拠点数が実施計画（24か所）と異なります（拠点台帳は23か所）。"
    )


def test_register_that_cannot_be_read__is_said_once():
    """Silence would look like agreement."""
    merged = without_register(merge([], R7), "支援台帳.xlsx がありません。")

    told = [f for f in merged.findings if f.rule == "TALLY-410"]
    assert [str(f.severity) for f in told] == ["参考"]
    assert told[0].message.endswith("支援台帳.xlsx がありません。")


def test_between_rules__each_have_a_rejecting_row():
    """A new rule needs one."""
    rejected = {line.split("|")[1].split()[0] for line in BETWEEN.splitlines() if "TALLY" in line}
    related = {rule.id for rule in BETWEEN_RULES if rule.relations}

    assert rejected | {"TALLY-404", "TALLY-405"} == related
