"""Z01〜Z05, V-T14: figures that add up and still look wrong, in one sentence each."""

import pytest

from form_tables import read
from juso.core.calendar import FiscalYear
from juso.koshu.register import register_of
from juso.koshu.settings import Settings
from juso.services.sample.simulate import simulate
from juso.services.sample.tally_forms import forms_of_year
from juso.services.tally.background import Background
from juso.services.tally.form_checks import check_forms
from juso.services.tally.odd_months import check_months
from juso.services.tally.past import is_chance
from juso.services.tally.plausibility import check_outliers
from sample_forms import as_readings

R7 = FiscalYear(2025)

# row | this year | last year ('' for no form) | rule expected, or nothing
OUTLIERS = """
    A01 ; 2|1|3|0|4|2|13               ;                                     ; TALLY-301 R7.10
    A01 ; 2|1|3|0|4|2|9                ;                                     ;
    A01 ; 2|1|3|0|4|13                 ;                                     ;
    A01 ; 2|1|3|0|4|2|13               ; 2|1|3|0|4|2|12|1|2|3|2|1            ;
    A01 ; 13                           ; 2|1|3|0|4|2|1|2|3|2|1|1             ; TALLY-301 R7.4
    A01 ; 0|0|0|0|0|0|12               ;                                     ; TALLY-301 R7.10
    A01 ; 40|42|38|41|39|40|60         ;                                     ;
    A01 ; 40|42|38|41|39|40|90         ;                                     ; TALLY-301 R7.10
    A01 ; 40|42|38|41|39|40|400        ;                                     ; TALLY-305 R7.10
    A01 ; 40|42|38|41|39|40|4          ;                                     ; TALLY-305 R7.10
    A01 ; 40|42|38|41|39|40|5          ;                                     ; TALLY-301 R7.10
    A10 ; 40|42|38|41|39|40|60         ;                                     ;
    A10 ; 40|42|38|41|39|40|0          ;                                     ; TALLY-301 R7.10
    A01 ; 40|不明|38|41||40|90         ;                                     ;
    E06 ; 10|14|18|22|26|30|60         ;                                     ;
    E06 ; 10|11|12|12|13|14|130        ;                                     ; TALLY-305 R7.10
    B31 ; 2|1|3|0|4|2|13               ;                                     ;
    A12 ; 2|3|4|5|6|7|80               ;                                     ;
    A01 ; 70                           ; 30|40|40|40|42|38|41|39|40|40|42|38 ; TALLY-301 R7.4
    A01 ; 64                           ; 20|52|30|25|48|40|22|50|45|28|51|33 ; TALLY-304 R7.4
    A01 ; 50                           ; 20|52|30|25|48|40|22|50|45|28|51|33 ;
    A01 ; 24                           ; 20|22|19|21|20|18|20|21|22|19|20|21 ;
"""


def table(text):
    return [[cell.strip() for cell in line.split(";")] for line in text.strip().splitlines()]


def month_of(count):
    return str(R7.months[count - 1])


def form(line, code="W1"):
    """A form with one row of figures, all others 0."""
    name, months = line
    return read(f"{name} | {months}", code, month_of(len(months.split("|"))))


@pytest.mark.parametrize(("row", "now", "before", "expected"), table(OUTLIERS))
def test_outlier__is_beyond_its_own_past_and_the_same_month_last_year(row, now, before, expected):
    """Less than ten apart, within the range or usual in that month: nothing is said."""
    last = form((row, before)) if before else None

    found = list(check_outliers(form((row, now)), last, Settings(), ()))

    said = [f"{f.rule} {f.key.split('/')[2]}" for f in found]
    assert said == ([expected] if expected else [])


def test_sentence__says_past_and_present_in_one_line():
    """What the officer reads of thirteen consultations."""
    reading = form(("A01", "2 | 1 | 3 | 0 | 4 | 2 | 13"))
    last = form(("A01", "1 | 2 | 1 | 2 | 3 | 4 | 5 | 2 | 3 | 1 | 2 | 2"))

    found = list(check_outliers(reading, last, Settings(), ()))

    assert [f.message for f in found] == [
        "介護10月：「新規相談受付件数」（A01）は、過去12か月は0～5件、今月は13件です"
        "（前年同月5件）。数を確かめてください。正しければ、その訳を書いて確認済みにしてください。"
    ]
    assert str(found[0].severity) == "要確認"


def test_figure_that_was_told_already__is_not_also_odd():
    """A wrong sum is not a strange figure as well."""
    reading = form(("A01", "2 | 1 | 3 | 0 | 4 | 2 | 13"))

    assert list(check_outliers(reading, None, Settings(), {"W1/A01/R7.10"})) == []


def test_thresholds__are_those_of_the_settings_sheet():
    """A city may ask for less, or not be asked at all."""
    reading = form(("A01", "2 | 1 | 3 | 0 | 4 | 2 | 13"))
    numbers = Settings().numbers

    for changed in ({"outlier_least": 20}, {"outlier_months": 7}, {"outlier_width": 9}):
        assert not list(check_outliers(reading, None, Settings(numbers | changed), ()))


def test_surge__is_one_sentence_a_month_for_the_total_only():
    """National figures of 2019 and 2020: 248,398 became 786,163 consultations a year."""
    usual = [20700, 21050, 20420, 20890, 20510, 20760, 20330, 20980, 20600, 20850, 20470, 20838]
    surge = [95000, 98000, 93000, 70000, 62000, 60000, 58000, 54000, 52000, 50000, 47000, 47163]
    rows = {"A01": usual, "I401": usual, "B31": usual}
    before = read(lines(rows), "W4", "R8.3")
    reading = read(lines(dict.fromkeys(rows, surge)), "W4", "R8.3")

    found = list(check_outliers(reading, before, Settings(), ()))

    assert {f.key.split("/")[1] for f in found} == {"A01"}
    assert found[0].message.startswith(
        "生活困窮4月：「新規相談受付件数」（A01）は、過去12か月は20,330～21,050件、"
        "今月は95,000件です（前年同月20,700件）。"
    )
    assert "TALLY-305" not in {f.rule for f in found}
    assert len({f.key for f in found}) == len(found) <= 12


def lines(rows):
    return "\n".join(f"{code} | {' | '.join(map(str, values))}" for code, values in rows.items())


def test_site_that_rests__is_not_odd():
    """No days open, no visitors: the months in between are not counted."""
    open_days, visitors = "4|4|4|4|4|4|4|4|4|0|0|4", "40|41|39|40|38|42|40|41|40|0|0|43"
    reading = read(f"R01-S08 | {open_days}\nR02-S08 | {visitors}", "R", "R8.3")
    same = read(f"R01-S08 | {open_days.replace('0', '4')}\nR02-S08 | {visitors}", "R", "R8.3")

    assert list(check_outliers(reading, None, Settings(), ())) == []
    assert {f.key for f in check_outliers(same, None, Settings(), ())} == {"R/R02-S08/R8.1"}


CODES = [f"I{number}" for number in range(101, 112)]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("5 | 9 | 9 | 9 | 6", ["W1/R7.7 TALLY-302"]),
        ("5 | 9 | 9 | 8 | 6", []),
        ("9 | 9 | 9 | 9 | 9", []),  # that is what they always are
        ("5 | 2 | 2 | 2 | 6", []),  # small figures stay the same by chance
    ],
)
def test_copied_months__are_told_once(figures, expected):
    """Z02: eleven rows with the same figures for three months."""
    reading = read("\n".join(f"{code} | {figures}" for code in CODES), "W1", "R7.8")

    found = list(check_months(reading, None, Settings()))

    assert [f"{f.key} {f.rule}" for f in found] == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("5 | 9 | 7 | 8 | 6 | 4 | 0", ["W1/R7.10 TALLY-303"]),
        ("5 | 9 | 7 | 8 | 6 | 4 | 1", []),
        ("5 | 0 | 7 | 8 | 6 | 4 | 0", []),
        ("5 | 9 | 7 | 8 | 6 | 0", []),
    ],
)
def test_month_without_any_figure__is_told_where_there_always_were_some(figures, expected):
    """Z03: eleven rows that were never 0 are 0 all at once."""
    month = month_of(len(figures.split("|")))
    reading = read("\n".join(f"{code} | {figures}" for code in CODES), "W1", month)

    found = list(check_months(reading, None, Settings()))

    assert [f"{f.key} {f.rule}" for f in found] == expected
    assert all("11項目が、すべて0です（I101、I102、I103など）" in f.message for f in found)


@pytest.mark.parametrize(
    ("code", "row", "expected"),
    [
        ("M", "M01 | 1 | 0 | 0 | 0 | 2", ["M/R7.7 TALLY-514"]),
        ("M", "M01 | 1 | 0 | 0 | 1 | 2", []),
        ("P", "P05 | 1 | 0 | 0 | 0 | 0", ["P/R7.8 TALLY-514"]),
        ("P", "P05 | 1 | 0 | 不明 | 0 | 0", []),
        ("O", "O01 | 0 | 0 | 0 | 0 | 0", []),
    ],
)
def test_programme_without_activity__is_asked_for_the_reason(code, row, expected):
    """V-T14: three months of 0, said once at the last of them."""
    found = list(check_months(read(row, code, "R7.8"), None, Settings()))

    assert [f"{f.key} {f.rule}" for f in found] == expected


@pytest.mark.parametrize(
    ("value", "mean", "expected"),
    [(4, 2, True), (6, 2, True), (7, 2, False), (0, 5, True), (0, 6, False), (20900, 20700, True)],
)
def test_chance__is_the_poisson_interval_of_99_percent(value, mean, expected):
    """The tails as printed in tables: P(X≥6|2)=0.0166, P(X≥7|2)=0.0045, P(X=0|6)=0.0025."""
    assert is_chance(value, mean) is expected


@pytest.mark.parametrize("cases", [1, 17, 300])
@pytest.mark.parametrize("has_past", [False, True])
def test_clean_year__has_no_odd_figure(cases, has_past):
    """Many seeds and sizes were tried; these are kept as a watch."""
    now, past = (sample(year, cases, 5) for year in (R7, R7.previous))

    found = [
        f"{f.key} {f.rule}"
        for code, reading in now.items()
        for last in [past[code] if has_past else None]
        for f in (
            *check_months(reading, last, Settings()),
            *check_outliers(reading, last, Settings(), ()),
        )
        if f.rule.startswith("TALLY-3")
    ]

    assert found == []


def sample(year, cases, seed):
    register = register_of(simulate(year, cases, seed), year.last_day)
    return as_readings(forms_of_year(register, year, seed), year)


def test_every_form__is_asked_everything():
    """The forms of a clean year, held against each other and the register too."""
    register = register_of(simulate(R7, 60, 1), R7.last_day)
    forms = as_readings(forms_of_year(register, R7, 1), R7)

    assert check_forms(forms, R7, Background(register=register), ()) == []
