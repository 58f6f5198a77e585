"""The table of repairs is what the production reader does, and names findings that exist."""

from datetime import date, datetime

import pytest

from juso.core.calendar import era_date
from juso.core.cells import Trouble, reader, show, to_cell
from juso.core.finding import Severity
from juso.koshu.agencies import AGENCIES
from juso.koshu.agency_names import agency_names
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.repairs import REPAIRS, Where
from juso.koshu.rules import cell_rules
from juso.koshu.settings import DEFAULT_AREAS
from juso.koshu.sheets import SHEETS
from juso.koshu.tally.form_rules import FORM_RULES, VALUE_RULES
from juso.services.check import BY_TROUBLE

LISTS = {AREA: DEFAULT_AREAS, AGENCY: agency_names(AGENCIES)}
IN_REGISTER = [repair for repair in REPAIRS if repair.where is Where.REGISTER]
ELSEWHERE = [repair for repair in REPAIRS if repair.where is not Where.REGISTER]
RULES = {rule.id: rule for rule in (*VALUE_RULES, *FORM_RULES)}


def column_of(repair):
    """The column an example is about."""
    sheet = next(sheet for sheet in SHEETS if sheet.sheet == repair.sheet)
    return next(column for column in sheet.columns if column.label == repair.column)


def shown(value):
    """A typed value as its cell shows it: days as era dates."""
    if not isinstance(value, date):
        return show(to_cell(value))
    if isinstance(value, datetime):
        return f"{era_date(value.date())} {value:%H:%M}".removesuffix(" 00:00")
    return era_date(value)


def grade_of(problem):
    return problem and BY_TROUBLE[problem.trouble].severity


@pytest.mark.parametrize("repair", IN_REGISTER, ids=lambda r: f"{r.number} {r.column} {r.typed!r}")
def test_example__is_read_as_the_table_says(repair):
    """Value, grade and number of every example in the register."""
    column = column_of(repair)

    reading = reader(column, LISTS.get(column.choices, ()))(repair.typed)

    assert shown(reading.value) == repair.becomes
    assert grade_of(reading.problem) == repair.grade
    assert (reading.problem.repair if reading.problem else repair.number) == repair.number


@pytest.mark.parametrize("repair", IN_REGISTER, ids=lambda r: f"{r.number} {r.column} {r.typed!r}")
def test_proposal__is_what_the_table_says_and_plain(repair):
    """What is meant can be typed in, and then nothing is left to say."""
    column = column_of(repair)
    read = reader(column, LISTS.get(column.choices, ()))
    problem = read(repair.typed).problem
    proposal = problem and problem.proposal

    if problem is None or problem.trouble is not Trouble.REPAIRED:
        assert shown(proposal) == repair.proposal
    if proposal is not None:
        after = read("" if to_cell(proposal) is None else to_cell(proposal))
        assert (after.value, after.problem) == (proposal, None)


def test_repaired__proposes_what_it_reads():
    """Every 参考 is a value that can be written back, but for readings of names, which stay."""
    for repair in IN_REGISTER:
        if repair.grade is Severity.NOTE and repair.number != "N32":
            column = column_of(repair)
            reading = reader(column, LISTS.get(column.choices, ()))(repair.typed)
            assert reading.problem.proposal == reading.value


def test_table__covers_every_number_in_order():
    """N01 to N46, none left out."""
    assert list(dict.fromkeys(r.number for r in REPAIRS)) == [f"N{n:02}" for n in range(1, 47)]


@pytest.mark.parametrize("repair", ELSEWHERE, ids=lambda r: f"{r.number} {r.what}")
def test_form_and_file__are_answered_by_a_finding_that_exists(repair):
    """What is said of a form has the grade of its rule; where nothing is said, no rule is named."""
    if repair.rule:
        assert repair.grade in (RULES[repair.rule].severity, Severity.ERROR)
    else:
        assert repair.grade is None


def test_words__are_a_clerks():
    """Every row says what arrives; whatever is asked for has been said at least once a number."""
    assert [r.number for r in REPAIRS if not r.what] == []
    asked = {r.number for r in REPAIRS if r.grade in (Severity.ERROR, Severity.WARNING)}
    told = {r.number for r in REPAIRS if r.advice}
    answered_by_rule = {r.number for r in REPAIRS if r.rule}

    assert asked - told - answered_by_rule == set()


def test_troubles__each_have_a_rule():
    """What the reader can say, the check can report."""
    assert set(BY_TROUBLE) == set(Trouble)
    assert BY_TROUBLE[Trouble.UNSURE] is cell_rules.UNSURE
