"""受付票の点検: the register's own rules, each finding at the form's own cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from case_form_office import (
    CONFIG,
    edited,
    entry,
    full_case,
    in_short,
    new_case,
    sample_register,
    typed,
    write,
)
from juso.adapters.case_form_file import read_case_form
from juso.adapters.office_case_form import rows_of
from juso.core.calendar import FiscalYear
from juso.koshu.case_form import Head
from juso.koshu.codes import CaseState, Caution, Consent, Issue, Risk, Urgency
from juso.koshu.register import register_of
from juso.koshu.rules import RULES
from juso.koshu.sheets import Assessment, Case, Contact, FamilyMember, Problem
from juso.services.case_sheet_remarks import check_addressee
from juso.services.check import check
from juso.services.check_case_sheet import check_case_sheet

TODAY = date(2026, 3, 31)
SENT = (typed(Head.SENT_ON, date(2026, 3, 30)), typed(Head.SENDER, "架空相談支援センター"))


@pytest.fixture
def checked(tmp_path):
    """The findings of a form with these rows, after these edits; alone unless a register is given."""

    def run(rows, *edits, register=None, consent=True):
        path = edited(write(tmp_path / "票.xlsx", rows, consent=consent), *SENT, *edits)
        return check_case_sheet(read_case_form(path), register, TODAY)

    return run


def fresh(**changes):
    """A new case received last week, in order."""
    received = {"received_on": date(2026, 3, 25), "consent_on": date(2026, 3, 25)}
    course = {"state": CaseState.RECEIVED, "next_on": date(2026, 4, 10), "consent_until": None}
    return new_case(**{**received, **course, "urgency": Urgency.NORMAL, **changes})


def test_new_case__in_order_has_no_findings(checked):
    """Of ケース番号 and 世帯番号 nothing is said: the city gives them."""
    assert in_short(checked([fresh()])) == []
    elsewhere = fresh(address="甲州市塩山見本町1番地")
    assert in_short(checked([elsewhere], register=sample_register())) == []


def test_every_case_of_a_clean_register__has_a_clean_form(tmp_path):
    """What the register passes, its form passes, alone and in its place."""
    register = sample_register()
    known = {f.rule for f in check(register, "支援台帳.xlsx")}

    for case in register.cases[::6]:
        rows = rows_of(register, case.case_no)
        given = bool(case.consent and case.consent.is_given)
        sheet = read_case_form(write(tmp_path / f"{case.case_no}.xlsx", rows, consent=given))
        for book in (None, register):
            found = {f.rule for f in check_case_sheet(sheet, book, TODAY)} - known
            assert found <= {"CASEFORM-010", "CASEFORM-004"}, case.case_no


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (fresh(name=None), "氏名 CASE-003"),
        (fresh(received_on=date(2026, 4, 25)), "受付日 CASE-002"),
        (fresh(next_on=None), "次回予定日 CASE-011"),
        (fresh(consent_agencies=()), "同意範囲(機関) CASE-025"),
        (fresh(urgency=None), "緊急度 CELL-001"),
        (fresh(complaint="個人番号は123456789018です。"), "主訴(本人の言葉) CELL-008"),
    ],
)
def test_form__is_asked_what_the_register_is_asked(checked, tmp_path, case, expected):
    """At the form's own cell, in its own file."""
    findings = checked([case])

    assert expected in in_short(findings)
    finding = next(f for f in findings if f"{f.column} {f.rule}" == expected)
    book = openpyxl.load_workbook(tmp_path / "票.xlsx")
    cell = entry(book, finding.column)
    assert (finding.file, finding.sheet) == ("票.xlsx", "相談受付・申込票")
    assert finding.cell == cell.coordinate
    assert finding.key == "K-R7-20260331-01"


def test_findings__stand_in_the_order_of_the_form(checked):
    """So that they can be worked off from top to bottom."""
    findings = checked([fresh(name=None, urgency=None, lead_worker=None), *full_case()[1:]])

    rows = [int("".join(filter(str.isdigit, f.cell))) for f in findings]
    first_sheet = [row for row, f in zip(rows, findings, strict=True) if "申込票" in f.sheet]
    assert len(first_sheet) >= 3
    assert first_sheet == sorted(first_sheet)


def unasked():
    """A case that breaks rules which need the contacts, and one that does not."""
    return fresh(
        received_on=date(2026, 1, 5),
        consent_on=date(2026, 1, 5),
        urgency=Urgency.SAME_DAY,
        first_response=None,
    )


def test_rule_that_needs_another_sheet__says_only_what_the_form_shows(checked):
    """初動の内容 stands on the form; whether there was a contact, no form can say."""
    found = [f for f in checked([unasked()]) if f.rule in ("CASE-009", "CASE-012")]

    assert in_short(found) == ["緊急の内容・初動 CASE-009"]


def test_rule_that_needs_another_sheet__is_asked_in_the_office(checked):
    """There the contacts are known."""
    case = full_case()[0]
    changed = unasked().replace(case_no=case.case_no, household_no=case.household_no)
    tables = sample_register().tables
    rows = [row for kind, table in tables.items() if kind is not Contact for row in table.rows]

    found = checked([changed], register=register_of(rows, TODAY))

    on_both = ["緊急度 CASE-009", "緊急の内容・初動 CASE-009"]
    assert in_short(f for f in found if f.rule == "CASE-009") == on_both


@pytest.mark.parametrize(
    ("book", "severity"),
    [(None, []), ("office", ["要確認"])],
)
def test_rule_that_needs_another_sheet__sends_no_form_back(checked, book, severity):
    """The sender of an urgent case has no line for a contact: the city records it."""
    register = sample_register() if book else None
    urgent = unasked().replace(first_response="その日に訪問した", address="甲州市塩山見本町1番地")

    found = [f for f in checked([urgent], register=register) if f.rule == "CASE-009"]

    assert [str(f.severity) for f in found] == severity


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (CaseState.CLOSED, ["状態 CASEFORM-017"]),
        (CaseState.SUSPENDED, ["状態 CASEFORM-017"]),
        (CaseState.ASSESSING, []),
    ],
)
def test_state__is_not_closed_by_a_form(checked, state, expected):
    for register in (None, sample_register()):
        found = in_short(checked([fresh(state=state)], register=register))
        assert [text for text in found if "CASEFORM" in text] == expected


def test_state__of_a_closed_case_stays(checked):
    case = next(c for c in sample_register().cases if c.state is CaseState.CLOSED)
    given = case.consent.is_given
    found = checked(rows_of(sample_register(), case.case_no), consent=given)

    assert "状態 CASEFORM-017" not in in_short(found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("試験 一郎、試験 花子", ["氏名 CASEFORM-018"]),
        ("試験 一郎\n試験 花子", ["氏名 CASEFORM-018"]),
        ("試験 一郎・花子", ["氏名 CASEFORM-018"]),
        ("マリア・サントス", []),
        ("試験 一郎", []),
    ],
)
def test_name__of_several_people_is_remarked_on(checked, name, expected):
    found = in_short(checked([fresh(name=name)]))

    assert [text for text in found if "CASEFORM" in text] == expected


def test_numbers_of_a_table__twice_on_the_form(checked):
    rows = [fresh(), *full_case()[1:]]
    family = [row for row in rows if isinstance(row, FamilyMember)]
    twice = [row.replace(number=1) if row in family else row for row in rows]

    assert "番号 INTAKE-009" not in in_short(checked(rows))
    assert in_short(checked(twice)).count("番号 INTAKE-009") == len(family) - 1


def test_number_of_a_household__is_never_asked_of_a_sender(checked):
    """It is the city's to give, also where somebody typed ケース番号 into a new form."""
    case = fresh(address="甲州市塩山見本町1番地")
    found = in_short(checked([case], typed("ケース番号", "R7-9999"), register=sample_register()))

    assert found == ["ケース番号 CASEFORM-012"]


@pytest.mark.parametrize(
    ("rows", "case_no", "is_said"),
    [
        (full_case(), full_case()[0].case_no, False),
        (full_case(), "R7-9999", True),
        ([fresh()], "R7-0001", True),
        ([fresh()], None, False),
    ],
)
def test_case_no__typed_over_is_remarked_on_without_a_register(checked, rows, case_no, is_said):
    """Whether there is such a case only the city can say; that it was not there, the form can."""
    found = in_short(checked(rows, typed("ケース番号", case_no)))

    assert ("ケース番号 CASEFORM-012" in found) is is_said


def test_assessment__without_problems_is_remarked_on_at_its_first_cell(checked, tmp_path):
    """ASMT-021 speaks of the sheet; its ケース番号 is not on the form."""
    rows = [r for r in full_case() if not isinstance(r, Problem)]

    finding = next(f for f in checked(rows) if f.rule == "ASMT-021")

    book = openpyxl.load_workbook(tmp_path / "票.xlsx")
    cell = entry(book, "アセスメント日")
    assert (finding.sheet, finding.cell) == (cell.parent.title, cell.coordinate)
    assert finding.column == ""


def test_tables__are_checked_row_by_row(checked, tmp_path):
    """The second problem has no background."""
    rows = full_case()
    problems = [r for r in rows if isinstance(r, Problem)][:1]
    second = problems[0].replace(number=2, background=None)
    others = [r for r in rows if not isinstance(r, Problem)]

    finding = next(f for f in checked([*others, *problems, second]) if f.rule == "ASMT-024")

    book = openpyxl.load_workbook(tmp_path / "票.xlsx")
    assert finding.cell == entry(book, "背景要因", nth=2).coordinate


def test_risk__needs_a_response_on_the_form_too(checked):
    """ASMT-022."""
    rows = [
        r.replace(risk_life=Risk.PRESENT, risk_response=None) if isinstance(r, Assessment) else r
        for r in full_case()
    ]

    assert "リスクへの対応 ASMT-022" in in_short(checked(rows))


@pytest.mark.parametrize(
    ("state", "kind", "expected"),
    [
        (Consent.WRITTEN, True, []),
        ("同意なし（拒否）", True, ["同意状況 CASEFORM-011"]),
        ("同意あり（書面）", False, ["同意状況 CASEFORM-011"]),
        ("未確認（働きかけ中）", False, []),
    ],
)
def test_consent__suits_the_kind_of_form(checked, state, kind, expected):
    """The other kind asks for the scope, or for the reason."""
    case = fresh(consent_reason="本人の体調がすぐれないため。")

    found = checked([case], typed("同意状況", str(state)), consent=kind)

    assert in_short(f for f in found if f.rule in ("CASEFORM-011", "CASE-025")) == expected


def test_known_case__brings_what_the_form_has_no_line_for(checked):
    """終結日 is not on the form; nobody is told to enter it."""
    register = sample_register()
    closed = next(c for c in register.cases if c.state is CaseState.CLOSED and c.consent.is_given)

    found = checked([closed], register=register)

    assert not [f for f in found if f.rule in ("CASE-026", "CASE-014", "CASE-011")]


def test_unknown_case__is_said(checked):
    """A number the office never gave."""
    case = full_case()[0].replace(case_no="R7-9999")

    assert "ケース番号 CASEFORM-012" in in_short(checked([case], register=sample_register()))
    assert "ケース番号 CASEFORM-012" not in in_short(checked([case]))


def test_form__takes_the_place_of_its_own_row(checked):
    """The case itself is no second one at the same address, its number no duplicate."""
    found = checked(full_case(), register=sample_register())

    assert not [f for f in found if f.rule in ("CASE-001", "CASE-016", "CELL-006")]


def test_neighbour_in_the_register__is_noticed(checked):
    """A new case at the address and with the surname of a known one (8050)."""
    register = sample_register()
    known = next(c for c in register.cases if c.name and c.address and "番地" in c.address)
    case = fresh(name=known.name, address=known.address)

    found = [f for f in checked([case], register=register) if f.rule == "CASE-016"]

    assert [f.column for f in found] == ["世帯番号"]
    assert known.household_no in found[0].message


@pytest.mark.parametrize(
    ("year", "today", "expected"),
    [
        ("R7", TODAY, []),
        ("令和7年度", TODAY, []),
        ("R6", TODAY, ["要確認"]),
        ("R7", date(2026, 4, 2), ["要確認"]),
        ("来年", TODAY, ["要修正"]),
    ],
)
def test_year__of_a_form_by_itself(tmp_path, year, today, expected):
    """In an office the year is compared with the office's."""
    path = edited(write(tmp_path / "票.xlsx", [fresh()]), typed(Head.YEAR, year))

    found = check_case_sheet(read_case_form(path), None, today)

    assert [f.severity for f in found if f.rule == "CASEFORM-004"] == expected


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (CONFIG, []),
        (replace(CONFIG, fiscal_year=FiscalYear(2024)), ["年度 CASEFORM-004"]),
        (replace(CONFIG, id="ffff00001111"), ["事業所ID CASEFORM-005"]),
    ],
)
def test_addressee__is_this_office_and_year(tmp_path, config, expected):
    """Somebody else's form is not taken in."""
    sheet = read_case_form(write(tmp_path / "票.xlsx", [fresh()]))

    found = check_addressee(sheet, config)

    assert in_short(found) == expected
    assert all(f.cell and f.severity == "要修正" for f in found)


def test_rules__are_the_registers_own():
    """Nothing about a case is said twice: the form has no rules on its rows."""
    on_form = {Case, Assessment, FamilyMember, Problem}

    assert {rule.row_type for rule in RULES} & on_form >= {Case, Assessment, Problem}


def test_protected_case__keeps_its_mark(checked):
    """取扱注意 stands on the form; whether a meeting has its papers, the office knows."""
    found = checked([fresh(cautions=(Caution.PROTECTED,), issues=(Issue.DOMESTIC_VIOLENCE,))])

    assert not [f for f in found if f.rule == "CASE-018"]
