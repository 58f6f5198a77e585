"""X01〜X21 and Y01〜Y09: for every relation a month that holds and one that does not."""

import pytest

from form_tables import cover_cells, cover_of, in_short, read, read_cells, sheet_of
from juso.core.finding import Severity
from juso.koshu.tally.comparison import Part
from juso.koshu.tally.relation import parse_relation
from juso.koshu.tally.relations import RELATION_RULES, TALLY_RULES
from juso.services.tally.relation_checks import check_relations
from juso.services.tally.series import Months

TABLE = """
    TALLY-101 | A01=3 B01=1 B02=2                       |                      |
    TALLY-101 | A01=3 B01=1 B02=1                       |                      | W1/A01/R7.4
    TALLY-102 | A01=3 B15=3                             |                      |
    TALLY-102 | A01=3 B15=2 B22=2                       |                      | W1/A01/R7.4
    TALLY-103 | A01=3 B31=1 B42=2                       |                      |
    TALLY-103 |                                         | A01=3                | W1/A01/R7.5
    TALLY-104 | A01=3 B51=3                             |                      |
    TALLY-104 | A01=3 B57=4                             |                      | W1/A01/R7.4
    TALLY-105 | A01=3 A02=3                             |                      |
    TALLY-105 | A01=3 A06=4                             |                      | W1/A06/R7.4
    TALLY-106 | A10=5 C01=2 C08=3                       |                      |
    TALLY-106 | A10=5 C01=2                             |                      | W1/A10/R7.4
    TALLY-107 | A10=5 C21=5 C40=1                       |                      |
    TALLY-107 | A10=5 C21=6                             |                      | W1/C21/R7.4
    TALLY-107 | A10=5 C21=4                             |                      | W1/A10/R7.4
    TALLY-108 |                                         | A01=3 D01=1 D09=2    |
    TALLY-108 | D09=2                                   | A01=1 D02=3          |
    TALLY-108 | D09=2                                   | A01=3 D02=3          | W1/A01/R7.5
    TALLY-109 | D02=1 E02=1                             |                      |
    TALLY-109 | D02=1 E02=2                             |                      | W1/D02/R7.4
    TALLY-110 | E01=9 E02=3 E03=1 E04=2 E05=1 E06=10    |                      |
    TALLY-110 | E01=9 E02=3 E03=1 E04=2 E05=1 E06=11    |                      | W1/E06/R7.4
    TALLY-111 | E04=2 E41=2 E05=1 E55=1                 |                      |
    TALLY-111 | E05=1                                   |                      | W1/E05/R7.4
    TALLY-112 | A10=5 A11=5                             |                      |
    TALLY-112 | A10=5 A11=6                             |                      | W1/A11/R7.4
    TALLY-112 | A10=5                                   |                      | W1/A11/R7.4
    TALLY-113 | A11=3 A13=3                             |                      |
    TALLY-113 | A11=3 A13=4                             |                      | W1/A13/R7.4
    TALLY-114 | F04=2                                   | F01=1 F02=3 F11=1    |
    TALLY-114 | F04=1                                   | F02=2                | W1/F02/R7.5
    TALLY-114 | F01=2 F35=1                             |                      | W1/F01/R7.4
    TALLY-114 | F03=1                                   |                      | W1/F03/R7.4
    TALLY-115 | G04=3 G05=3 G06=3 G07=3                 |                      |
    TALLY-115 | G04=3 G07=4                             |                      | W1/G07/R7.4
    TALLY-115 | G04=3 G05=1 G06=2                       |                      | W1/G06/R7.4
    TALLY-116 | E06=2 E07=2                             |                      |
    TALLY-116 | E06=2 E07=3                             |                      | W1/E07/R7.4
    TALLY-117 | A01=2 I401=2 D01=1 I407=1 G01=1 I402=1  |                      |
    TALLY-117 | I403=1 I404=2                           |                      | W4/I404/R7.4
    TALLY-117 | G01=1 G02=1 I402=1                      |                      | W4/I402/R7.4
    TALLY-120 | P05=1 P06=5 P07=5 P08=3 P08a=1 P08b=2   |                      |
    TALLY-120 | P05=1 P06=5 P07=6                       |                      | P/P07/R7.4
    TALLY-120 | R01-S08=1 R02-S08=2 R03-S08=2           |                      |
    TALLY-120 | R01-S09=1 R02-S09=2 R03-S09=3           |                      | R/R03-S09/R7.4
    TALLY-120 | R02-S09=2 R03-S09=2                     |                      | R/R02-S09/R7.4
    TALLY-120 | R01-S09=1 R02-S09=2                     |                      | R/R03-S09/R7.4
    TALLY-120 | P06=5 P07=2                             |                      | P/P06/R7.4
    TALLY-120 | M12=2 M12a=2                            |                      | M/M12/R7.4
    TALLY-120 | M11=1 M13=9                             |                      |
    TALLY-120 | M13=9                                   |                      | M/M13/R7.4
    TALLY-120 | M01=2 M01a=1                            |                      | M/M01/R7.4
    TALLY-121 | A11=2 I201=2 I212=2                     |                      |
    TALLY-121 | A11=2 I201=2 I212=1                     |                      | W2/A11/R7.4
    TALLY-201 | E06=5                                   | E01=5                |
    TALLY-201 | E06=5                                   | E01=4                | W1/E01/R7.5
    TALLY-202 | A11=3 A12=3                             | A11=2 A12=4          |
    TALLY-202 | A11=3 A12=3                             | A12=2                | W1/A12/R7.5
    TALLY-202 | A11=3 A12=4                             | A11=3 A12=4          | W1/A12/R7.4
    TALLY-203 | A11=3 A12=3                             | A11=2 A12=5          |
    TALLY-203 | A11=3 A12=3                             | A11=2 A12=6          | W1/A12/R7.5
    TALLY-204 | F04=3                                   | F01=2 F02=1 F06=1 F04=3 |
    TALLY-204 | F04=3                                   | F01=2 F04=4          | W1/F04/R7.5
    TALLY-205 | M10a=1 M05=2 M09=1 M10=2                | M10a=2 M10=2         |
    TALLY-205 | M10=2                                   | M10a=2 M10=2         | M/M10/R7.4
    TALLY-205 | O13=1 O13a=1                            | O13a=2 O13=2         | O/O13a/R7.5
    TALLY-206 | P11=5                                   | P12=2 P11a=1 P11=6   |
    TALLY-206 | P11=5                                   | P12=2 P11=6          | P/P11/R7.5
    TALLY-209 | R03-S08=3 R04-S08=3                     | R04-S08=3            |
    TALLY-209 | R03-S08=3 R04-S08=3                     |                      | R/R04-S08/R7.5
"""
CASES = [[part.strip() for part in line.split("|")] for line in TABLE.strip().splitlines()]
FORM_BY_LETTER = {"M": "M", "O": "O", "P": "P", "R": "R"}


def form_of(april, may):
    """The form that has the rows named: I2xx is 障害, I4xx is 生活困窮."""
    first = (april + may)[:1]
    number = "".join(c for c in (april + may).partition("I")[2][:1] if c.isdigit())
    return FORM_BY_LETTER.get(first) or f"W{number or 1}"


def lines_of(april, may):
    """Two months of `A01=3` as the lines of a form."""
    months = [dict(pair.split("=") for pair in month.split()) for month in (april, may)]
    codes = sorted({code for month in months for code in month})
    return "\n".join(f"{c} | {months[0].get(c, 0)} | {months[1].get(c, 0)}" for c in codes)


@pytest.mark.parametrize(("rule", "april", "may", "expected"), CASES)
def test_relation__holds_or_names_the_figure_at_fault(rule, april, may, expected):
    """All other rows are 0; only what the named rule says is looked at."""
    form = form_of(april, may)
    cover, sheet = cover_cells(cover_of(form, "R7.5")), sheet_of(lines_of(april, may), form, "R7.5")

    found = [f for f in check_relations(read_cells(cover, sheet)) if f.rule == rule]

    assert {finding.key for finding in found} == ({expected} if expected else set())


def test_relation_rules__each_have_an_accepting_and_a_rejecting_row():
    """A new rule needs both."""
    accepted = {case[0] for case in CASES if not case[3]}
    rejected = {case[0] for case in CASES if case[3]}
    related = {rule.id for rule in RELATION_RULES if rule.relations}

    assert accepted == rejected == related


def test_missing_figure__is_not_compared():
    """A blank has its own finding; it is not a wrong sum as well."""
    sheet = sheet_of("A01 | 3 |\nB01 || 2", "W1", "R7.5")

    found = list(check_relations(read_cells(cover_cells(cover_of("W1", "R7.5")), sheet)))

    assert "TALLY-101" not in {finding.rule for finding in found}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("A01 | 3\nB01 | 4\nB02 |", ["W1/A01/R7.4"]),  # known parts exceed it already
        ("A01 | 3\nB01 | 3\nB02 |", []),
        ("A01 | 3\nB01 | 1\nB02 |", []),  # the rest may be in the blank
        ("A01 |\nB01 | 4", []),
        ("A01 | 0\nB01 |\nB02 |\nB03 |\nB04 |", []),
    ],
)
def test_parts_that_are_known__may_exceed_a_total(typed, expected):
    """すべて欠けたら比べない: what is there is compared, once."""
    sheet = sheet_of(typed, "W1", "R7.4")

    found = check_relations(read_cells(cover_cells(cover_of("W1", "R7.4")), sheet))

    assert [f.key for f in found if f.rule == "TALLY-101"] == expected


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("", [None, None, 3]),
        ("すべて欠けたら比べない", [1, None, 3]),
        ("欠けは0とみなす", [1, 0, 3]),
    ],
)
def test_missing_figure__means_what_the_relation_says(missing, expected):
    """B01 | 1 || 1 and B02 ||| 2: three strategies for a sum."""
    reading = read("B01 | 1 | | 1\nB02 | | | 2", "W1")
    relation = parse_relation(f"B01 + B02 <= A01 {missing}".strip())
    parts = tuple(Part(t.sign, t.when, (t.first,)) for t in relation.left)

    assert list(Months.of(reading, None).side(parts, relation.missing)) == expected


@pytest.mark.parametrize(
    ("march", "april", "expected"),
    [
        ("E06=5 F04=2", "E01=5 F01=1 F04=3 E06=5 F11=1", []),
        ("E06=5", "E01=4 E06=4", ["W1/E01/R7.4 TALLY-201"]),
        ("F04=2", "F01=1 F11=1 F04=1", ["W1/F04/R7.4 TALLY-204"]),
        ("D09=2", "A01=1 D01=3 B01=1 B11=1 B31=1 B51=1", []),
        ("A12=90 A14=80", "A10=3 C01=3 A11=3 A12=3 A13=3 A14=3", []),  # 年度累計 begins anew
    ],
)
def test_april__goes_on_from_the_form_of_the_year_before(march, april, expected):
    """前月 of April is last year's March; nothing is asked without last year's form."""
    figures = dict(pair.split("=") for pair in march.split())
    text = "\n".join(f"{c} | {' | '.join(['0'] * 11)} | {n}" for c, n in figures.items())
    before = read(text, "W1", "R8.3")
    now = dict(pair.split("=") for pair in april.split())
    reading = read("\n".join(f"{c} | {n}" for c, n in now.items()), "W1", "R7.4")
    asked = {"TALLY-108", "TALLY-114", "TALLY-201", "TALLY-202", "TALLY-203", "TALLY-204"}

    found = [f"{f.key} {f.rule}" for f in check_relations(reading, before) if f.rule in asked]

    assert found == expected
    alone = {f.rule for f in check_relations(reading)}
    assert not alone & {"TALLY-201", "TALLY-204"}


def test_form_of_the_year_before__that_stops_in_february_is_not_gone_on_from():
    """Its last month is not the one before April."""
    before = read("E06 | " + " | ".join(["9"] * 11), "W1", "R8.2")

    found = check_relations(read("E01 | 4\nE06 | 4", "W1", "R7.4"), before)

    assert [f.rule for f in found] == []


CHAINS = """
    F04 | 2 | 5 | 2 | 2          | W1/F04/R7.5 要確認                      | one month off
    F04 | 2 | 2 | 5 | 5          | W1/F04/R7.6 要修正                      | off for good
    F04 | 2 | 2 | 2 | 5          | W1/F04/R7.7 要修正                      | nothing later tells
    A12 | 4 | 2 | 4 | 5          | W1/A12/R7.5 要確認                      | a dip
    A12 | 4 | 4 | 4 | 3          | W1/A12/R7.7 要修正                      | a dip at the end
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (" | ".join(p.strip() for p in row.split("|")[:5]), row.split("|")[5].strip())
        for row in CHAINS.strip().splitlines()
    ],
)
def test_running_figure_that_is_right_again_later__is_only_to_be_confirmed(line, expected):
    """A chain broken by one month and whole without it is said once, at that month."""
    text = {
        "F04": "",
        "A12": "A11 | 4 | 2 | 2 | 2\nA10 | 4 | 2 | 2 | 2\nC01 | 4 | 2 | 2 | 2",
    }[line[:3]]
    asked = {"TALLY-204", "TALLY-202"}

    found = [f for f in check_relations(read(f"{line}\n{text}", "W1", "R7.7")) if f.rule in asked]

    assert [f"{f.key} {f.severity}" for f in found] == [expected]
    assert ("を除くと前後の月はつながっています" in found[0].message) is ("要確認" in expected)


def test_message__names_window_month_both_sums_and_what_to_do():
    """V-T01: the sentence a clerk reads."""
    sheet = sheet_of("A01 | 13\nB01 | 12", "W1", "R7.4")

    found = list(check_relations(read_cells(cover_cells(cover_of("W1", "R7.4")), sheet)))

    expected = (
        "介護4月：性別の計（B01～B04）（12）が新規相談受付件数（A01）（13）と一致しません（差1）。"
        "内訳と合計を見直してください。"
    )
    assert found[0].message == expected
    assert in_short(found[:1]) == ["E4 W1/A01/R7.4 TALLY-101"]
    assert (found[0].severity, found[0].column, found[0].value) == (Severity.ERROR, "4月", "13")


def test_milder_relation__is_only_to_be_confirmed():
    """就労者 may exceed 就労支援対象者 for a reason."""
    sheet = sheet_of("I403 | 1\nI404 | 2", "W4", "R7.4")

    found = list(check_relations(read_cells(cover_cells(cover_of("W4", "R7.4")), sheet)))

    assert [f.severity for f in found] == [Severity.WARNING]


@pytest.mark.parametrize("text", ["A01", "A01 = ", "A01 ≒ B01", "A01 = 合計"])
def test_relation_text__that_is_not_one_is_refused(text):
    """A slip in the table is found when it is read."""
    with pytest.raises(ValueError, match="not a"):
        parse_relation(text)


def test_rules__have_an_id_of_their_own_and_a_sentence():
    """The catalogue is printed: nothing may be blank or doubled."""
    ids = [rule.id for rule in TALLY_RULES]

    assert len(set(ids)) == len(ids)
    assert [rule.id for rule in TALLY_RULES if not rule.statement.endswith("。")] == []
    assert all(rule.basis and rule.tag for rule in TALLY_RULES)
