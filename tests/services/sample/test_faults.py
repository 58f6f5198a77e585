"""Planted faults: a check finds each of them at its cell, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from juso.adapters.office_forms import read_forms
from juso.adapters.planted_cells import planted_cell, write_planted
from juso.adapters.register_file import read_register
from juso.adapters.register_workbook import write_register
from juso.core.calendar import FiscalYear
from juso.core.finding import Finding, Severity
from juso.core.sheet import Row
from juso.koshu.config import Config
from juso.koshu.register import group_by_type, register_of
from juso.koshu.repairs import REPAIRS, Where
from juso.koshu.rules import CELL_RULES, RULES
from juso.koshu.settings import Settings
from juso.koshu.tally.between import BETWEEN_RULES
from juso.koshu.tally.counts import count
from juso.koshu.tally.cover import Cover
from juso.koshu.tally.items import FORMS
from juso.koshu.tally.plausibility import PLAN_RULES, PLAUSIBILITY_RULES
from juso.koshu.tally.relations import RELATION_RULES, RULE_BY_ID
from juso.services.check import check
from juso.services.merge import merge
from juso.services.sample.faults import Planted, PlantedRegister
from juso.services.sample.faults_counts import as_read, count_differences
from juso.services.sample.faults_forms import PlantedForms, plant_forms
from juso.services.sample.faults_register import REGISTER_FAULTS, plant_register
from juso.services.sample.simulate import simulate
from juso.services.sample.tally_draw import Figures
from juso.services.sample.tally_forms import forms_of_year
from juso.services.tally.background import Background

R7 = FiscalYear(2025)
TODAY = R7.last_day
FILE = "支援台帳.xlsx"
SEEDS = (1, 2)

# Rules that no row of an otherwise sound workbook can break, and why.
NOT_PLANTED = {
    "SHEET-001": "a sheet that is gone",
    "SHEET-002": "a heading that is gone",
    "SHEET-003": "a heading too many",
    "SHEET-004": "a heading that is there twice",
    "TALLY-118": "the form's writer computes the totals",
    "TALLY-119": "the form's writer computes the totals",
    "TALLY-302": "three months of half a form",
    "TALLY-303": "a month of a form without any break in what is carried over",
    "TALLY-304": "the sample has no year before",
    "TALLY-404": "comes from the register's own faults",
    "TALLY-410": "the sample has a register",
    "TALLY-512": "a site that is gone from its list",
    "TALLY-513": "never said, only printed as －",
    "TALLY-514": "three months of a form",
}
# Messy input that is answered by a finding and yet planted nowhere, and why.
NO_SUCH_FILES = {
    "N37": "Excel's encryption is never the same twice, the sample always",
    "N39": "no library writes an old .xls",
    "N18": "the kit of damaged sheets hides rows; the sample's forms are written whole",
    "N41": "the kit of damaged files sends a .csv; the sample's forms are workbooks",
    "N45": "the kit of damaged files draws shapes; the sample's forms have none",
}


@cache
def rows(seed: int) -> tuple[Row, ...]:
    """A clean register."""
    return tuple(simulate(R7, 300, seed))


@cache
def register(seed: int) -> PlantedRegister:
    """A register with faults in it."""
    return plant_register(rows(seed), TODAY, seed)


@cache
def forms(seed: int) -> dict[str, Figures]:
    """Clean forms."""
    return forms_of_year(register_of(rows(seed), TODAY), R7, seed)


def planted_forms(seed: int) -> PlantedForms:
    """Forms with faults in them."""
    covers = {
        form.code: replace(
            Cover.of(form, R7),
            writer="記入 花子",
            month=R7.months[-1],
            submitted_on=date(2026, 4, 8),
            contact="内線 000",
        )
        for form in FORMS
    }
    return plant_forms(forms(seed), covers, R7, seed)


def said(findings: Iterable[Finding]) -> list[tuple[str, ...]]:
    """Rule, grade, sheet, cell, key and heading of what is found."""
    return sorted((f.rule, str(f.severity), f.sheet, f.cell, f.key, f.column) for f in findings)


def answers(planted: Iterable[Planted]) -> list[tuple[str, ...]]:
    """The same of the answer key."""
    return sorted((p.rule, str(p.severity), p.sheet, p.cell, p.key, p.column) for p in planted)


@pytest.mark.parametrize("seed", SEEDS)
def test_register_faults__are_all_found_and_nothing_else(seed: int):
    """The findings of a check on the year's last day are the answer key, of every grade."""
    found = check(as_read(register(seed).rows, TODAY), FILE)

    assert said(found) == answers(register(seed).planted)


def test_future_reception__is_a_fault_on_any_day():
    """The answer key holds when the sample is checked years later."""
    later = as_read(register(1).rows, date(2060, 1, 1))

    planted = answers(register(1).planted)
    expected = [p for p in planted if p[:2] == ("CASE-002", "要修正")]
    found = said(check(later, FILE))

    assert [f for f in found if f[:2] == ("CASE-002", "要修正")] == expected != []


def test_register_faults__survive_being_written_and_read(tmp_path: Path):
    """Each cell is in the workbook as typed, its merged, uncalculated and numbered days too."""
    faulty = plant_register(simulate(R7, 200, 1), TODAY, 1)
    path = tmp_path / FILE
    write_register(path, faulty.rows, Settings(), Config(R7))
    book = read_register(path, TODAY).register

    assert {"N14", "N15", "N16", "N17", "N27"} <= {p.mess for p in faulty.planted}
    assert said(check(book, FILE)) == answers(faulty.planted)


def test_register_faults__are_all_planted_on_cases_of_their_own():
    """A year of 300 cases has a victim for each fault, and no two answers share a cell."""
    planted = register(1).planted
    cells = [(p.sheet, p.cell) for p in planted if p.cell]

    assert list(dict.fromkeys(p.fault for p in planted)) == [f.name for f in REGISTER_FAULTS]
    assert len(set(cells)) == len(cells)


def test_register_faults__break_every_rule():
    """Each rule has at least one planted fault, 要修正 or not."""
    asked = {rule.id for rule in (*RULES, *CELL_RULES)}

    missing = asked - {rule for fault in REGISTER_FAULTS for rule, _ in fault.finds}

    assert missing == asked & NOT_PLANTED.keys()


def test_messy_input__is_planted_in_every_form_it_arrives_in():
    """Each number of the table of repairs that is answered by a finding, with each grade it has."""
    planted = {(p.mess, p.severity) for p in (*register(1).planted, *planted_forms(1).planted)}
    numbers = {number for number, _ in planted}

    missing = {r.number for r in REPAIRS if r.grade} - numbers

    assert missing == NO_SUCH_FILES.keys()
    assert numbers - {""} <= {r.number for r in REPAIRS if r.grade}


def test_messy_cells__are_planted_with_every_grade_they_have():
    """Each number that may be 参考, 要確認 or 要修正 in the register is there as each of them."""
    asked = {(r.number, r.grade) for r in REPAIRS if r.where is Where.REGISTER and r.grade}

    missing = asked - {(p.mess, p.severity) for p in register(1).planted}

    assert missing == {("N17", Severity.WARNING)}  # only where the 備考 above is filled in


def test_register_faults__leave_every_other_row_where_it_was():
    """Rows are changed in place or added at the end of their sheet."""
    clean, faulty = group_by_type(rows(1)), group_by_type(register(1).rows)
    changed = {(p.sheet, p.key) for p in register(1).planted}

    for row_type, before in clean.items():
        after = faulty[row_type][: len(before)]
        moved = [
            a.key
            for a, b in zip(before, after, strict=True)
            if a[:-1] != b[:-1] and (row_type.sheet, b.key) not in changed
        ]
        assert moved == []


def test_faulty_register__is_still_counted():
    """An empty or unreadable cell leaves its row out of a figure, and stops nothing."""
    book = as_read(register(1).rows, TODAY)

    figures = {form.code: count(book, form.code, R7) for form in FORMS}

    assert sum(figures["W1"]["A01", month] for month in R7.months) > 50
    assert all(value >= 0 for form in figures.values() for value in form.values())


@pytest.mark.parametrize("cases", [1, 5, 17, 60])
def test_small_register__gets_the_faults_that_fit(cases: int):
    """With few cases some faults find no victim; those planted are still exactly found."""
    planted = plant_register(simulate(R7, cases, 3), TODAY, 3)

    assert said(check(as_read(planted.rows, TODAY), FILE)) == answers(planted.planted)
    assert len(planted.planted) < len(REGISTER_FAULTS)


def test_same_seed__plants_the_same_faults():
    """Another seed takes other victims."""
    assert plant_register(rows(1), TODAY, 1).planted == register(1).planted
    assert plant_register(rows(1), TODAY, 2).planted != register(1).planted


@pytest.mark.parametrize("seed", SEEDS)
def test_form_faults__are_all_found_and_nothing_else(seed: int, tmp_path: Path):
    """The findings of a merge are the answer key, of every grade and at the cells it names."""
    planted = planted_forms(seed)
    for form in planted.files:
        write_planted(tmp_path / form.file, form, R7)
    files = {form.file: form for form in planted.files}

    readings = read_forms([tmp_path / form.file for form in planted.files])
    book = as_read(register(seed).rows, TODAY)
    found = merge(readings, R7, background=Background(register=book)).findings
    expected = (*planted.planted, *count_differences(register(seed).rows, planted, R7))

    assert sorted((f.file, f.cell, *said([f])[0][:3], f.key, f.column) for f in found) == sorted(
        (p.file, planted_cell(files[p.file], p, R7), *answers([p])[0][:3], p.key, p.column)
        for p in expected
    )


def test_form_faults__break_every_relation():
    """Each of X01–X21 and Y01–Y09 that is 要修正, each Z and B has at least one planted fault."""
    planted = {p.rule for p in planted_forms(1).planted}

    asked = {r.id for r in RELATION_RULES if r.severity is Severity.ERROR}
    asked |= {r.id for r in (*PLAUSIBILITY_RULES, *BETWEEN_RULES, *PLAN_RULES)}
    missing = asked - planted

    assert missing <= NOT_PLANTED.keys()


def test_form_faults__have_the_severity_of_their_rules():
    """The answer key says what the catalogue says."""
    planted = planted_forms(1).planted

    assert [p.fault for p in planted if p.severity is not RULE_BY_ID[p.rule].severity] == []


def test_answer_key__is_written_as_the_contract_names_its_fields():
    """One JSON object for each planted finding."""
    entry = register(1).planted[0].to_json()

    assert list(entry) == ["fault", "rule", "severity", "file", "sheet", "cell", "key", "mess"]
    assert entry["severity"] == "要修正"
    assert entry["file"] == FILE
